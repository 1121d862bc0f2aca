//! `witc completions`: scripts that let a shell complete command lines of witc.

use crate::failure::Failure;
use crate::output;
use crate::status::Status;
use clap_complete::Shell;

/// Print a script that lets a shell complete witc's commands and options
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Completions {
    /// The shell
    shell: Shell,
}

const EXAMPLES: &str = "\
Examples:
  witc completions bash > ~/.local/share/bash-completion/completions/witc
  witc completions zsh > ~/.zfunc/_witc
  witc completions fish > ~/.config/fish/completions/witc.fish";

impl Completions {
    /// Runs the command; `witc` is the whole command line, which the script completes.
    ///
    /// # Errors
    ///
    /// Standard output cannot be written.
    pub(crate) fn run(&self, witc: &mut clap::Command) -> Result<Status, Failure> {
        // Into memory first: clap panics if it cannot write, which a closed pipe would make it do.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, witc, "witc", &mut script);
        output::print_bytes(&script)?;
        Ok(Status::Success)
    }
}
