//! Diagnostics as one JSON document, whose shape `witc check --help` documents.

use serde::Serialize;
use witc_diagnostics::{Diagnostic, Fix, Label, Position, Severity, SourceMap, Span};

#[derive(Serialize)]
struct Document<'a> {
    diagnostics: Vec<DiagnosticEntry<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct DiagnosticEntry<'a> {
    code: String,
    severity: &'static str,
    message: &'a str,
    labels: Vec<LabelEntry<'a>>,
    notes: &'a [String],
    fixes: Vec<FixEntry<'a>>,
}

#[derive(Serialize)]
struct LabelEntry<'a> {
    file: &'a str,
    primary: bool,
    message: &'a str,
    start: PositionEntry,
    end: PositionEntry,
}

#[derive(Serialize)]
struct PositionEntry {
    line: usize,
    column: usize,
    byte: usize,
}

#[derive(Serialize)]
struct FixEntry<'a> {
    message: &'a str,
    edits: Vec<EditEntry<'a>>,
}

#[derive(Serialize)]
struct EditEntry<'a> {
    file: &'a str,
    start: PositionEntry,
    end: PositionEntry,
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
            .map(|diagnostic| diagnostic_entry(diagnostic, sources))
            .collect(),
        summary: Summary {
            errors,
            warnings: diagnostics.len() - errors,
        },
    };
    super::indented::to_json(&document)
}

/// The name of a severity.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn diagnostic_entry<'a>(diagnostic: &'a Diagnostic, sources: &'a SourceMap) -> DiagnosticEntry<'a> {
    let primary = label_entry(&diagnostic.primary, true, sources);
    let secondary = diagnostic
        .secondary
        .iter()
        // A label without a place has nothing that a program could do with it.
        .filter_map(|label| label_entry(label, false, sources));
    DiagnosticEntry {
        code: diagnostic.code.to_string(),
        severity: severity(diagnostic.severity),
        message: &diagnostic.message,
        // The primary label comes first, for programs that look at one only.
        labels: primary.into_iter().chain(secondary).collect(),
        notes: &diagnostic.notes,
        fixes: diagnostic
            .fixes
            .iter()
            .map(|fix| fix_entry(fix, sources))
            .collect(),
    }
}

fn label_entry<'a>(
    label: &'a Label,
    primary: bool,
    sources: &'a SourceMap,
) -> Option<LabelEntry<'a>> {
    let (file, start, end) = points(label.span, sources)?;
    Some(LabelEntry {
        file,
        primary,
        message: &label.message,
        start,
        end,
    })
}

fn fix_entry<'a>(fix: &'a Fix, sources: &'a SourceMap) -> FixEntry<'a> {
    let edits = fix.edits.iter().filter_map(|edit| {
        let (file, start, end) = points(edit.span, sources)?;
        Some(EditEntry {
            file,
            start,
            end,
            text: &edit.text,
        })
    });
    FixEntry {
        message: &fix.message,
        edits: edits.collect(),
    }
}

fn points(span: Span, sources: &SourceMap) -> Option<(&str, PositionEntry, PositionEntry)> {
    let (file, start, end) = sources.positions(span)?;
    Some((sources.file(file).name(), start.into(), end.into()))
}

impl From<Position> for PositionEntry {
    fn from(Position { line, column, byte }: Position) -> Self {
        Self { line, column, byte }
    }
}
