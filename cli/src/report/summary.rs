//! The last line of a report, with the numbers of errors and warnings: `6 errors in 2 files`.

use std::collections::BTreeSet;
use witc_diagnostics::{Diagnostic, SourceMap};

/// The line `6 errors and 1 warning in 2 files`; nothing if there are no diagnostics.
pub(super) fn line(diagnostics: &[Diagnostic], sources: &SourceMap) -> Option<String> {
    let errors = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.is_error())
        .count();
    let warnings = diagnostics.len() - errors;
    let found = match (errors, warnings) {
        (0, 0) => return None,
        (errors, 0) => counted(errors, "error"),
        (0, warnings) => counted(warnings, "warning"),
        (errors, warnings) => format!(
            "{} and {}",
            counted(errors, "error"),
            counted(warnings, "warning")
        ),
    };
    let places = diagnostics
        .iter()
        .filter_map(|diagnostic| sources.locate(diagnostic.primary.span));
    // Diagnostics of options or of missing files have no file, and are counted without one.
    let files: BTreeSet<_> = places.map(|(file, _)| file).collect();
    Some(if files.is_empty() {
        found
    } else {
        format!("{found} in {}", counted(files.len(), "file"))
    })
}

/// A number and a noun: `1 file`, `2 files`.
pub(crate) fn counted(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}
