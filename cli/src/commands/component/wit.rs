//! `witc component wit`: prints a package.

use crate::Status;
use crate::failure::Failure;
use crate::input::{self, DEFAULT_PATH, FeatureArgs};
use crate::output::{self, Output};
use crate::report;
use std::path::PathBuf;
use witc_resolve::Loaded;
use witc_resolve::print::{self, Style};

/// Print a WIT package
///
/// Prints the package as one file of canonical WIT: names resolved, includes expanded, docs and gates kept.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Wit {
    /// The package: a folder with its `deps/`, a file, or `-` for standard input
    #[arg(value_name = "PATH", default_value = DEFAULT_PATH)]
    path: PathBuf,
    /// Print to a file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Print JSON, in the shape that wasm-tools prints
    #[arg(short, long)]
    json: bool,
    /// Leave out the documentation
    #[arg(long)]
    no_docs: bool,
    #[command(flatten)]
    features: FeatureArgs,
}

const EXAMPLES: &str = "\
Examples:
  witc component wit                     the package in ./wit
  witc component wit wit -o world.wit    into a file
  witc component wit wit -j | jq .worlds as JSON";

impl Wit {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// What keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        let loaded = input::load(std::slice::from_ref(&self.path), &self.features)?;
        report::show_people(&loaded.diagnostics, &loaded.resolve.sources);
        let status = input::verdict(&loaded.diagnostics);
        if status != Status::Fine {
            return Ok(status);
        }
        let text = self.print(&loaded);
        match &self.output {
            Some(path) => output::write_all(&[Output { path: path.clone(), contents: text.into_bytes() }])?,
            None => output::print(&text)?,
        }
        Ok(Status::Fine)
    }

    fn print(&self, loaded: &Loaded) -> String {
        if self.json {
            return print::json(&loaded.resolve);
        }
        let style = Style { docs: !self.no_docs };
        let packages = loaded.main.iter().map(|&package| print::package(&loaded.resolve, package, style));
        packages.collect::<Vec<_>>().join("\n")
    }
}
