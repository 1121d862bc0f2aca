//! `witc explain`: what a diagnostic's code stands for.

use crate::Status;
use crate::codes;
use crate::failure::Failure;
use crate::output::print;
use std::fmt::Write as _;
use witc_diagnostics::Code;

/// Explain what a diagnostic's code means, with an example
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Explain {
    /// The code, as diagnostics show it: W0123. Without one, all codes are listed
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
    /// A code that does not exist.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        let codes = codes::of_all_crates();
        let Some(text) = &self.code else {
            let mut list = String::new();
            for code in codes {
                let _ = writeln!(list, "{code}  {}", code.title());
            }
            print(&list)?;
            return Ok(Status::Fine);
        };
        let named = |code: &Code| code.name().eq_ignore_ascii_case(text);
        let code = codes.into_iter().find(named).ok_or_else(|| {
            Failure::new(format!("there is no diagnostic with the code `{text}`"))
                .help("codes look like `W0101`; `witc explain` lists them all")
        })?;
        print(&format!(
            "{code}: {}\n\n{}\n",
            code.title(),
            code.explanation().trim()
        ))?;
        Ok(Status::Fine)
    }
}
