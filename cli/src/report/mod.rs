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
use crate::status::Status;
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

/// As many diagnostics people see who do not ask for all: more than that nobody reads.
const MOST: usize = 100;

/// How many diagnostics a report has.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct ReportArgs {
    /// Show all errors and warnings; by default, people see at most 100
    #[arg(long, display_order = 890)]
    all: bool,
}

impl ReportArgs {
    /// Shows diagnostics. Formats for people end with their number.
    ///
    /// # Errors
    ///
    /// Standard output cannot be written.
    pub(crate) fn show(
        self,
        format: Format,
        diagnostics: &[Diagnostic],
        sources: &SourceMap,
    ) -> Result<(), Failure> {
        match format {
            Format::Human => self.for_people(diagnostics, sources),
            Format::Short => self.write(diagnostics, sources, |diagnostic| {
                render::short(diagnostic, sources)
            }),
            Format::Json => return print(&json::document(diagnostics, sources)),
            Format::Sarif => return print(&sarif::log(diagnostics, sources)),
            Format::Github => return print(&github::annotations(diagnostics, sources)),
        }
        Ok(())
    }

    /// Shows diagnostics with excerpts, on standard error.
    pub(crate) fn for_people(self, diagnostics: &[Diagnostic], sources: &SourceMap) {
        self.write(diagnostics, sources, |diagnostic| {
            render::human(diagnostic, sources, Colors::On)
        });
    }

    /// Shows errors, and gives the outcome of a command that they end.
    pub(crate) fn errors(self, diagnostics: &[Diagnostic], sources: &SourceMap) -> Status {
        self.for_people(diagnostics, sources);
        Status::InvalidInput
    }

    fn write(
        self,
        diagnostics: &[Diagnostic],
        sources: &SourceMap,
        render: impl Fn(&Diagnostic) -> String,
    ) {
        // The stream removes the colors if standard error is not a terminal.
        let mut stderr = anstream::stderr().lock();
        let shown = self.shown(diagnostics);
        for diagnostic in &shown {
            // An error here is ignored: there is no other place to report that standard error cannot be written.
            let _ = stderr.write_all(render(diagnostic).as_bytes());
        }
        if let more @ 1.. = diagnostics.len() - shown.len() {
            let _ = writeln!(stderr, "and {more} more: `--all` shows them");
        }
        if let Some(line) = summary::line(diagnostics, sources) {
            let _ = writeln!(stderr, "{line}");
        }
    }

    /// The diagnostics that people see, in order. Where there are too many, warnings are left out first.
    fn shown(self, diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
        let most = if self.all { diagnostics.len() } else { MOST };
        let is_error = |diagnostic: &&Diagnostic| diagnostic.is_error();
        let mut errors = diagnostics.iter().filter(is_error).count().min(most);
        let mut warnings = most - errors;
        let has_room = |diagnostic: &&Diagnostic| {
            let room = if diagnostic.is_error() {
                &mut errors
            } else {
                &mut warnings
            };
            let has_room = *room > 0;
            *room -= usize::from(has_room);
            has_room
        };
        diagnostics.iter().filter(has_room).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use witc_diagnostics::Span;

    #[test]
    fn warnings_are_left_out_before_errors() {
        let code = witc_parser::codes::UNEXPECTED_CHARACTER;
        let diagnostics: Vec<_> = (0..140)
            .map(|number| match number % 2 {
                0 => Diagnostic::warning(code, number.to_string(), Span::NONE),
                _ => Diagnostic::error(code, number.to_string(), Span::NONE),
            })
            .collect();
        let numbers = |all| -> Vec<u32> {
            let shown = ReportArgs { all }.shown(&diagnostics);
            let number = |shown: &&Diagnostic| shown.message.parse().expect("is a number");
            shown.iter().map(number).collect()
        };
        // The first 30 of the 70 warnings, and all errors, in their order.
        let expected = (0..140).filter(|number| number % 2 == 1 || *number < 60);
        assert_eq!(numbers(false), expected.collect::<Vec<_>>());
        assert_eq!(numbers(true), (0..140).collect::<Vec<_>>());
    }
}
