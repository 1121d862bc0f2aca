//! The budget of an input: the most bytes that a file, a pipe or a device may give.

use crate::codes;
use std::io::{self, Read};
use std::path::Path;
use witc_diagnostics::{Diagnostic, Span};

/// The most bytes that an input may have, which are 1 GiB.
///
/// Browsers take no larger module, and WIT of this size is nobody's. The budget ends what has no end, such as
/// `/dev/zero`.
pub const MAX_INPUT_BYTES: u64 = 1 << 30;

/// The bytes of a file, or a diagnostic if it has more than an input may have.
///
/// # Errors
///
/// The file cannot be read.
pub fn read_file(path: &Path) -> io::Result<Result<Vec<u8>, Box<Diagnostic>>> {
    #[expect(clippy::disallowed_types, reason = "the loader reads files")]
    let file = std::fs::File::open(path)?;
    // Pipes and devices have no size; the budget holds for them while they are read.
    let size = file.metadata().map_or(0, |metadata| metadata.len());
    if size > MAX_INPUT_BYTES {
        return Ok(Err(too_large(&path.display().to_string())));
    }
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(usize::try_from(size).unwrap_or(usize::MAX))?;
    within_budget(file, &mut bytes)?;
    Ok(checked(&path.display().to_string(), bytes))
}

/// Everything that an input gives, or a diagnostic, which calls it `name`, if that is more than an input may have.
///
/// # Errors
///
/// The input cannot be read.
pub fn read_input(name: &str, input: impl Read) -> io::Result<Result<Vec<u8>, Box<Diagnostic>>> {
    let mut bytes = Vec::new();
    within_budget(input, &mut bytes)?;
    Ok(checked(name, bytes))
}

/// Reads to the end, or one byte past the budget.
fn within_budget(input: impl Read, bytes: &mut Vec<u8>) -> io::Result<usize> {
    input.take(MAX_INPUT_BYTES + 1).read_to_end(bytes)
}

fn checked(name: &str, bytes: Vec<u8>) -> Result<Vec<u8>, Box<Diagnostic>> {
    if bytes.len() as u64 > MAX_INPUT_BYTES {
        return Err(too_large(name));
    }
    Ok(bytes)
}

fn too_large(name: &str) -> Box<Diagnostic> {
    let message = format!("`{name}` has more than 1 GiB, which is the limit for an input");
    let diagnostic = Diagnostic::error(codes::INPUT_TOO_LARGE, message, Span::NONE);
    Box::new(diagnostic.note("name a file of WIT, or a component; devices may have no end"))
}
