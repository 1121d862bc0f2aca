//! Diagnostics as one JSON document, whose shape `witc check --help` promises.

use serde::Serialize;
use witc_diagnostics::{Diagnostic, Fix, Label, Position, Severity, SourceMap, Span};

#[derive(Serialize)]
struct Document<'a> {
    diagnostics: Vec<Entry<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Entry<'a> {
    code: String,
    severity: &'static str,
    message: &'a str,
    labels: Vec<Place<'a>>,
    notes: &'a [String],
    fixes: Vec<Mend<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    primary: bool,
    message: &'a str,
    start: Point,
    end: Point,
}

#[derive(Serialize)]
struct Point {
    line: usize,
    column: usize,
    byte: usize,
}

#[derive(Serialize)]
struct Mend<'a> {
    message: &'a str,
    edits: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
struct Replacement<'a> {
    file: &'a str,
    start: Point,
    end: Point,
    text: &'a str,
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
}

/// The document, with a line break at its end.
pub(super) fn document(diagnostics: &[Diagnostic], sources: &SourceMap) -> String {
    let errors = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.is_error())
        .count();
    let document = Document {
        diagnostics: diagnostics
            .iter()
            .map(|diagnostic| entry(diagnostic, sources))
            .collect(),
        summary: Summary {
            errors,
            warnings: diagnostics.len() - errors,
        },
    };
    super::to_json(&document)
}

/// The word for a severity.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn entry<'a>(diagnostic: &'a Diagnostic, sources: &'a SourceMap) -> Entry<'a> {
    let primary = place(&diagnostic.primary, true, sources);
    let secondary = diagnostic
        .secondary
        .iter()
        .filter_map(|label| place(label, false, sources));
    Entry {
        code: diagnostic.code.to_string(),
        severity: severity(diagnostic.severity),
        message: &diagnostic.message,
        labels: primary.into_iter().chain(secondary).collect(),
        notes: &diagnostic.notes,
        fixes: diagnostic
            .fixes
            .iter()
            .map(|fix| mend(fix, sources))
            .collect(),
    }
}

fn place<'a>(label: &'a Label, primary: bool, sources: &'a SourceMap) -> Option<Place<'a>> {
    let (file, start, end) = points(label.span, sources)?;
    Some(Place {
        file,
        primary,
        message: &label.message,
        start,
        end,
    })
}

fn mend<'a>(fix: &'a Fix, sources: &'a SourceMap) -> Mend<'a> {
    let edits = fix.edits.iter().filter_map(|edit| {
        let (file, start, end) = points(edit.span, sources)?;
        Some(Replacement {
            file,
            start,
            end,
            text: &edit.text,
        })
    });
    Mend {
        message: &fix.message,
        edits: edits.collect(),
    }
}

fn points(span: Span, sources: &SourceMap) -> Option<(&str, Point, Point)> {
    let (file, start, end) = sources.positions(span)?;
    Some((sources.file(file).name(), start.into(), end.into()))
}

impl From<Position> for Point {
    fn from(Position { line, column, byte }: Position) -> Self {
        Self { line, column, byte }
    }
}
