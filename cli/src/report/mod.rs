//! Showing diagnostics: for people on standard error, for machines on standard output.

pub(crate) mod changes;
mod github;
mod json;
mod sarif;
mod summary;

pub(crate) use summary::counted;

use crate::failure::Failure;
use crate::output::print;
use std::io::Write as _;
use witc_diagnostics::render::{self, Colors};
use witc_diagnostics::{Diagnostic, SourceMap};

/// How diagnostics are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// For people, with excerpts of the text; on standard error
    #[default]
    Human,
    /// For people, a line each; on standard error
    Short,
    /// One JSON document; on standard output
    Json,
    /// A SARIF 2.1.0 log, as code scanning reads it; on standard output
    Sarif,
    /// Annotations for a GitHub workflow; on standard output
    Github,
}

/// Shows diagnostics, and to people how many there are.
///
/// # Errors
///
/// That standard output can't be written.
pub(crate) fn show(
    format: Format,
    diagnostics: &[Diagnostic],
    sources: &SourceMap,
) -> Result<(), Failure> {
    let human = |diagnostic: &Diagnostic| render::human(diagnostic, sources, Colors::On);
    let short = |diagnostic: &Diagnostic| render::short(diagnostic, sources);
    match format {
        Format::Human => for_people(diagnostics, sources, human),
        Format::Short => for_people(diagnostics, sources, short),
        Format::Json => return print(&json::document(diagnostics, sources)),
        Format::Sarif => return print(&sarif::log(diagnostics, sources)),
        Format::Github => return print(&github::annotations(diagnostics, sources)),
    }
    Ok(())
}

/// Shows diagnostics with excerpts, on standard error.
pub(crate) fn show_people(diagnostics: &[Diagnostic], sources: &SourceMap) {
    for_people(diagnostics, sources, |diagnostic| {
        render::human(diagnostic, sources, Colors::On)
    });
}

fn for_people(
    diagnostics: &[Diagnostic],
    sources: &SourceMap,
    render: impl Fn(&Diagnostic) -> String,
) {
    // The stream leaves out the colours where nobody would see them.
    let mut stderr = anstream::stderr().lock();
    for diagnostic in diagnostics {
        // There is no other place to say that standard error can't be written.
        let _ = stderr.write_all(render(diagnostic).as_bytes());
    }
    if let Some(line) = summary::line(diagnostics, sources) {
        let _ = writeln!(stderr, "{line}");
    }
}

/// A value as JSON for machines and patient people, with a line break at the end.
fn to_json(value: &impl serde::Serialize) -> String {
    // Nothing that is serialized here has keys that are no strings, or values that fail.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
