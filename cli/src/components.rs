//! Components as input: reads them as binaries or in the text format, and makes WIT of their worlds.

use crate::codes;
use crate::failure::Failure;
use std::io::Read as _;
use std::path::Path;
use witc_binary::{Decoded, component_to_wit, decode};
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{Loaded, Loader};

/// Reads a file that should be a component; `-` is standard input. If it is in neither format, the result is a
/// diagnostic.
///
/// # Errors
///
/// The file cannot be read.
pub(crate) fn read(path: &Path) -> Result<Result<Vec<u8>, Box<Diagnostic>>, Failure> {
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().read_to_end(&mut bytes);
        read.map(|_| bytes)
            .map_err(|error| Failure::io("read", Path::new("standard input"), &error))?
    } else {
        std::fs::read(path).map_err(|error| Failure::io("read", path, &error))?
    };
    if bytes.starts_with(b"\0asm") {
        return Ok(Ok(bytes));
    }
    let binary = wat::Parser::new()
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
    let is_module = bytes.get(4..8) == Some(&[1, 0, 0, 0]);
    let is_package = || matches!(decode(&bytes), Ok(Decoded::Package { .. }));
    Ok(if is_module || is_package() {
        None
    } else {
        Some(bytes)
    })
}

/// The world of a component as WIT that is loaded from text, so that its items have spans.
///
/// # Errors
///
/// The bytes are not a component, or one that WIT cannot describe.
pub(crate) fn load(path: &Path, bytes: &[u8]) -> Result<Loaded, Box<Diagnostic>> {
    let text = component_to_wit(bytes).map_err(|mut diagnostic| {
        diagnostic.message = format!("`{}`: {}", path.display(), diagnostic.message);
        diagnostic
    })?;
    Ok(Loader::new().text(path.display().to_string(), text).load())
}
