//! Components as input: reads them as binaries or in the text format, and makes WIT of their worlds.

use crate::codes;
use crate::failure::Failure;
use crate::input::{self, STDIN, is_module};
use std::path::Path;
use witc_binary::{component_to_wit, is_package};
use witc_component::{Extent, validate};
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{Loaded, Loader};

/// Reads a file that should be a component; `-` is standard input. If it is in neither format, the result is a
/// diagnostic.
///
/// # Errors
///
/// The file cannot be read.
pub(crate) fn read(path: &Path) -> Result<Result<Vec<u8>, Box<Diagnostic>>, Failure> {
    read_with(path, &wat::Parser::new())
}

/// Reads a binary, or its text format with a parser, as [`read`] does.
///
/// # Errors
///
/// The file cannot be read.
pub(crate) fn read_with(
    path: &Path,
    parser: &wat::Parser,
) -> Result<Result<Vec<u8>, Box<Diagnostic>>, Failure> {
    let is_stdin = path == Path::new("-");
    let bytes = match is_stdin {
        true => input::standard_input()?,
        false => input::file(path)?,
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(diagnostic) => return Ok(Err(diagnostic)),
    };
    // Binaries skip the parser of the text format, which would copy them.
    if bytes.starts_with(b"\0asm") {
        return Ok(Ok(bytes));
    }
    // The parser shows the path in its message.
    let path = if is_stdin { Path::new(STDIN) } else { path };
    let binary = parser
        .parse_bytes(Some(path), &bytes)
        .map(std::borrow::Cow::into_owned);
    Ok(binary.map_err(|error| {
        let message = format!(
            "`{}` is neither a WebAssembly binary nor its text format",
            path.display()
        );
        Box::new(
            Diagnostic::error(codes::NOT_WEBASSEMBLY, message, Span::NONE).note(error.to_string()),
        )
    }))
}

/// The bytes of a file if it is a component, in the binary or the text format. A WIT package in binary form is a
/// component by its format, but is not taken for one here.
///
/// # Errors
///
/// The file cannot be read.
pub(crate) fn of_components(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    let Ok(bytes) = read(path)? else {
        return Ok(None);
    };
    Ok(if is_module(&bytes) || is_package(&bytes) {
        None
    } else {
        Some(bytes)
    })
}

/// The world of a component as WIT that is loaded from text, so that its items have spans.
///
/// # Errors
///
/// The bytes are not a component, or one that WIT cannot describe, or not valid.
pub(crate) fn load(path: &Path, bytes: &[u8]) -> Result<Loaded, Box<Diagnostic>> {
    // Decoders do not know the names of files, and two components may be on a command line.
    let text = component_to_wit(bytes).and_then(|text| {
        validate(bytes, Extent::Whole)?;
        Ok(text)
    });
    let text = text.map_err(|mut diagnostic| {
        diagnostic.message = format!("`{}`: {}", path.display(), diagnostic.message);
        diagnostic
    })?;
    Ok(Loader::new().text(path.display().to_string(), text).load())
}
