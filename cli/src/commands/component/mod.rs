//! `witc component`: tools for components, one file for each.

mod embed;
pub(crate) mod module;
mod new;
mod semver_check;
mod targets;
mod transform;
mod wit;

use crate::failure::Failure;
use crate::status::Status;

/// Work with components: make them from core modules, print their WIT, check them against worlds, compose them
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
pub(crate) struct Component {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Compose(crate::commands::plug::Plug),
    Embed(Box<embed::Embed>),
    New(Box<new::New>),
    SemverCheck(semver_check::SemverCheck),
    Targets(targets::Targets),
    Wit(Box<wit::Wit>),
}

impl Component {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// A problem that keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        match &self.command {
            Command::Compose(command) => command.run(),
            Command::Embed(command) => command.run(),
            Command::New(command) => command.run(),
            Command::SemverCheck(command) => command.run(),
            Command::Targets(command) => command.run(),
            Command::Wit(command) => command.run(),
        }
    }
}
