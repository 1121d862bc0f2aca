//! `witc plug` and `witc component compose`: compose components.

use crate::commands::component::module::OutputArgs;
use crate::components;
use crate::failure::Failure;
use crate::report::ReportArgs;
use crate::status::Status;
use std::path::{Path, PathBuf};
use witc_component::Binary;
use witc_component::plug::{Component, plug};
use witc_diagnostics::SourceMap;

/// Compose components: satisfy the imports of one with the exports of others
///
/// A plug satisfies an import of the socket if it exports the same interface or function, or a compatible version of
/// the interface. Plugs satisfy imports of each other, too. Each plug has one instance. Imports that no plug exports
/// stay imports of the result. The result exports what the socket exports. All of it is validated.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Plug {
    /// The component whose imports are satisfied, and whose exports the result has
    #[arg(value_name = "SOCKET")]
    socket: PathBuf,
    /// A component whose exports satisfy imports; can be repeated
    #[arg(
        long = "plug",
        short = 'd',
        visible_alias = "definitions",
        value_name = "PLUG",
        required = true
    )]
    plugs: Vec<PathBuf>,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    report: ReportArgs,
}

const EXAMPLES: &str = "\
Examples:
  witc plug calculator.wasm --plug adder.wasm -o both.wasm
  witc plug command.wasm --plug calculator.wasm --plug adder.wasm -o whole.wasm   a chain
  witc component compose command.wasm -d both.wasm -o whole.wasm                  as in wasm-tools

Components can be binaries or in the text format; `-` is standard input.

Exit codes:
  0 the components fit, 1 they do not, 2 witc could not run";

impl Plug {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// A problem that keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        match compose(&self.socket, &self.plugs, self.report)? {
            Ok(component) => self
                .output
                .write(Binary::from(component))
                .map(|()| Status::Success),
            Err(status) => Ok(status),
        }
    }
}

/// Composes components, and reports errors and warnings.
///
/// # Errors
///
/// A file cannot be read.
pub(crate) fn compose(
    socket: &Path,
    plugs: &[PathBuf],
    report: ReportArgs,
) -> Result<Result<Vec<u8>, Status>, Failure> {
    let mut files = Vec::new();
    let mut diagnostics = Vec::new();
    for path in std::iter::once(socket).chain(plugs.iter().map(PathBuf::as_path)) {
        match components::read(path)? {
            Ok(bytes) => files.push((path.display().to_string(), bytes)),
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    if !diagnostics.is_empty() {
        return Ok(Err(report.errors(&diagnostics, &SourceMap::new())));
    }
    let all: Vec<Component<'_>> = files
        .iter()
        .map(|(name, bytes)| Component { name, bytes })
        .collect();
    // The socket was read first; the list cannot be empty here.
    let Some((&socket, plugs)) = all.split_first() else {
        return Ok(Err(Status::Success));
    };
    Ok(match plug(socket, plugs) {
        Ok(plugged) => {
            // Warnings do not keep the result from being written: an unused plug changes nothing.
            report.for_people(&plugged.warnings, &SourceMap::new());
            Ok(plugged.component)
        }
        Err(diagnostics) => Err(report.errors(&diagnostics, &SourceMap::new())),
    })
}
