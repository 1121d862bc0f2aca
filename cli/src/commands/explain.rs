//! `witc explain`: explains the codes of diagnostics.

use crate::codes;
use crate::failure::Failure;
use crate::output::print;
use crate::status::Status;
use std::fmt::Write as _;
use witc_diagnostics::Code;

/// Explain what a diagnostic's code means, with an example
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Explain {
    /// The code, as diagnostics show it: W0123. Without a code, the command lists them all
    code: Option<String>,
}

const EXAMPLES: &str = "\
Examples:
  witc explain W0101   the explanation of one code
  witc explain         every code with its title";

impl Explain {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// The code does not exist, or standard output cannot be written.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        let codes = codes::of_all_crates();
        let Some(text) = &self.code else {
            let mut list = String::new();
            for code in codes {
                let _ = writeln!(list, "{code}  {}", code.title());
            }
            print(&list)?;
            return Ok(Status::Success);
        };
        // People type `w0101` too.
        let named = |code: &Code| code.name().eq_ignore_ascii_case(text);
        let code = codes.into_iter().find(named).ok_or_else(|| {
            Failure::new(format!("no diagnostic has the code `{text}`"))
                .help("codes look like `W0101`; `witc explain` lists them all")
        })?;
        print(&format!(
            "{code}: {}\n\n{}\n",
            code.title(),
            code.explanation().trim()
        ))?;
        Ok(Status::Success)
    }
}
