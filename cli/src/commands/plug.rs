//! `witc plug` and `witc component compose`: components put together.

use crate::Status;
use crate::commands::component::module::OutputArgs;
use crate::components;
use crate::failure::Failure;
use crate::report;
use std::path::{Path, PathBuf};
use witc_component::Binary;
use witc_component::plug::{Component, plug};
use witc_diagnostics::{Diagnostic, SourceMap};

/// Put components together: satisfy the imports of one with the exports of others
///
/// Each import of the socket is satisfied by the plug that exports the same interface or function, or a compatible version
/// of the interface; so are the imports of the plugs themselves. Each plug has one instance. What no plug exports stays
/// imported. The whole exports what the socket exports.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Plug {
    /// The component whose imports are satisfied and whose exports are those of the whole
    #[arg(value_name = "SOCKET")]
    socket: PathBuf,
    /// A component whose exports satisfy imports; may be given several times
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
}

const EXAMPLES: &str = "\
Examples:
  witc plug calculator.wasm --plug adder.wasm -o both.wasm
  witc plug command.wasm --plug calculator.wasm --plug adder.wasm -o whole.wasm   a chain
  witc component compose command.wasm -d both.wasm -o whole.wasm                  the same in the words of wasm-tools

Components may be binaries or WebAssembly text; `-` is standard input.

Exit codes:
  0 all fits, 1 something does not, 2 witc could not run";

impl Plug {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// What keeps witc from running.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        match put_together(&self.socket, &self.plugs)? {
            Ok(component) => self
                .output
                .write(Binary::from(component))
                .map(|()| Status::Fine),
            Err(status) => Ok(status),
        }
    }
}

/// Puts components together, and tells what is wrong.
///
/// # Errors
///
/// That a file can't be read.
pub(crate) fn put_together(
    socket: &Path,
    plugs: &[PathBuf],
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
        return Ok(Err(tell(&diagnostics)));
    }
    let all: Vec<Component<'_>> = files
        .iter()
        .map(|(name, bytes)| Component { name, bytes })
        .collect();
    let Some((&socket, plugs)) = all.split_first() else {
        return Ok(Err(Status::Fine));
    };
    Ok(match plug(socket, plugs) {
        Ok(plugged) => {
            report::show_people(&plugged.warnings, &SourceMap::new());
            Ok(plugged.component)
        }
        Err(diagnostics) => Err(tell(&diagnostics)),
    })
}

fn tell(diagnostics: &[Diagnostic]) -> Status {
    report::show_people(diagnostics, &SourceMap::new());
    Status::AtFault
}
