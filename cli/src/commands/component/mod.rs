//! `witc component`: tools for components, a file each.

mod wit;

use crate::Status;
use crate::failure::Failure;

/// Work with components: print their WIT
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
pub(crate) struct Component {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Wit(wit::Wit),
}

impl Component {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// What keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        match &self.command {
            Command::Wit(command) => command.run(),
        }
    }
}
