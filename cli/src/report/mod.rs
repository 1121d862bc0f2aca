//! Reports of diagnostics: for people on standard error, for machines on standard output.

pub(crate) mod changes;
mod github;
mod indented;
mod json;
mod sarif;
mod summary;

pub(crate) use summary::counted;

use crate::failure::Failure;
use crate::output::print;
use std::io::Write as _;
use witc_diagnostics::render::{self, Colors};
use witc_diagnostics::{Diagnostic, SourceMap};

/// The format of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// For people, with excerpts of the text; on standard error
    #[default]
    Human,
    /// For people, one line for each; on standard error
    Short,
    /// One JSON document; on standard output
    Json,
    /// A SARIF 2.1.0 log for code scanning; on standard output
    Sarif,
    /// Annotations for a GitHub workflow; on standard output
    Github,
}

/// Shows diagnostics. Formats for people end with their number.
///
/// # Errors
///
/// Standard output cannot be written.
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
    // The stream removes the colors if standard error is not a terminal.
    let mut stderr = anstream::stderr().lock();
    for diagnostic in diagnostics {
        // An error here is ignored: there is no other place to report that standard error cannot be written.
        let _ = stderr.write_all(render(diagnostic).as_bytes());
    }
    if let Some(line) = summary::line(diagnostics, sources) {
        let _ = writeln!(stderr, "{line}");
    }
}
