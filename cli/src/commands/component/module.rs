//! Core modules as input, and binaries as output.

use crate::components;
use crate::failure::Failure;
use crate::output;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use wat::GenerateDwarf;
use witc_component::Binary;
use witc_diagnostics::Diagnostic;

/// The debug information that modules in the text format get.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct DwarfArgs {
    /// Add debug information to modules in the text format that points to the text
    #[arg(long, value_name = "WHAT")]
    generate_dwarf: Option<Dwarf>,
    /// Short for `--generate-dwarf full`
    #[arg(short = 'g', conflicts_with = "generate_dwarf")]
    debug: bool,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Dwarf {
    /// The line of each instruction
    Lines,
    /// Lines, and the names of functions and locals
    Full,
}

impl DwarfArgs {
    fn parser(self) -> wat::Parser {
        let mut parser = wat::Parser::new();
        match (self.generate_dwarf, self.debug) {
            (Some(Dwarf::Lines), _) => parser.generate_dwarf(GenerateDwarf::Lines),
            // As in wasm-tools, whose options these are.
            (Some(Dwarf::Full), _) | (None, true) => parser.generate_dwarf(GenerateDwarf::Full),
            (None, false) => return parser,
        };
        parser
    }
}

/// Reads a module, in the binary or the text format; `-` is standard input. If it is in neither format, the result is a
/// diagnostic.
///
/// # Errors
///
/// The file cannot be read.
pub(crate) fn read(
    path: &Path,
    dwarf: DwarfArgs,
) -> Result<Result<Vec<u8>, Box<Diagnostic>>, Failure> {
    components::read_with(path, &dwarf.parser())
}

/// The destination of a binary, and its format.
#[derive(Debug, clap::Args)]
pub(crate) struct OutputArgs {
    /// The file to write, in a folder that exists; standard output by default
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write the text format of WebAssembly
    #[arg(short = 't', long)]
    wat: bool,
}

impl OutputArgs {
    /// Writes a binary.
    ///
    /// # Errors
    ///
    /// The binary cannot be written, or standard output is a terminal.
    pub(crate) fn write(&self, binary: Binary<'_>) -> Result<(), Failure> {
        let format = if self.wat {
            BinaryFormat::Wat
        } else {
            BinaryFormat::Wasm
        };
        write(binary, self.output.as_deref(), format)
    }
}

/// The format of a binary.
#[derive(Clone, Copy, Debug)]
pub(super) enum BinaryFormat {
    /// The binary format.
    Wasm,
    /// The text format of WebAssembly.
    Wat,
}

/// Writes a binary to a file, or to standard output.
///
/// # Errors
///
/// The binary cannot be written, or standard output is a terminal.
pub(super) fn write(
    binary: Binary<'_>,
    path: Option<&Path>,
    format: BinaryFormat,
) -> Result<(), Failure> {
    if let BinaryFormat::Wat = format {
        let text = wasmprinter::print_bytes(binary.into_bytes())
            .map_err(|error| Failure::new(format!("cannot print the binary as text: {error}")))?;
        return match path {
            Some(path) => output::write_pieces(path, [text.as_bytes()].into_iter()),
            None => output::print(&text),
        };
    }
    match path {
        Some(path) => output::write_pieces(path, binary.pieces()),
        // Terminals take some bytes of a binary as commands.
        None if std::io::stdout().is_terminal() => {
            Err(Failure::new("witc does not print a binary on a terminal")
                .help("write it to a file with `-o FILE`, or print it as text with `-t`"))
        }
        // Piece by piece: a component shares most of its bytes with the module that it was made of,
        // and joining them would copy all of it.
        None => binary.pieces().try_for_each(output::print_bytes),
    }
}
