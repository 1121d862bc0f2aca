//! Changes as one JSON document, whose shape `witc diff --help` documents.

use super::model::{Changes, NEW, OLD, verdicts};
use crate::report::indented;
use serde::Serialize;
use witc_compare::diff::{Advice, Category, Finding};
use witc_compare::{Class, Definition};
use witc_diagnostics::SourceMap;
use witc_resolve::Direction;

/// The document, with a line break at its end.
pub(super) fn document(changes: &Changes<'_>) -> String {
    indented::to_json(&Document {
        changes: changes
            .findings
            .iter()
            .map(|finding| entry(changes, finding))
            .collect(),
        summary: Summary {
            breaking: changes.count(Class::Breaking),
            compatible: changes.count(Class::Compatible),
            docs: changes.count(Class::Docs),
        },
        versions: changes
            .advice
            .iter()
            .map(|(package, advice)| numbers(package, advice))
            .collect(),
    })
}

fn entry<'a>(changes: &'a Changes<'_>, finding: &'a Finding) -> Entry<'a> {
    let Finding { change, .. } = finding;
    let class_on = |side| {
        finding
            .sides()
            .find(|it| *it == side)
            .map(|_| change.kind.class(side).word())
    };
    let place_in = |definition: &'a Option<Definition>, sources: &'a SourceMap| {
        let definition = definition.as_ref()?;
        Some(place(definition, sources))
    };
    Entry {
        class: finding.class().word(),
        kind: change.kind.id(),
        message: change.describe(OLD, NEW),
        importing: class_on(Direction::Import),
        exporting: class_on(Direction::Export),
        categories: finding.categories().map(Category::word).collect(),
        rules: verdicts(finding)
            .into_iter()
            .map(|(_, _, rule)| rule)
            .collect(),
        old: place_in(&change.old, changes.old),
        new: place_in(&change.new, changes.new),
    }
}

#[derive(Serialize)]
struct Document<'a> {
    changes: Vec<Entry<'a>>,
    summary: Summary,
    versions: Vec<Numbers<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    class: &'static str,
    kind: String,
    message: String,
    importing: Option<&'static str>,
    exporting: Option<&'static str>,
    categories: Vec<&'static str>,
    rules: Vec<&'static str>,
    old: Option<Place<'a>>,
    new: Option<Place<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    text: &'a str,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
}

#[derive(Serialize)]
struct Summary {
    breaking: usize,
    compatible: usize,
    docs: usize,
}

#[derive(Serialize)]
struct Numbers<'a> {
    package: &'a str,
    old: String,
    new: Option<String>,
    least: String,
    rule: &'static str,
    honest: bool,
}

fn place<'a>(definition: &'a Definition, sources: &'a SourceMap) -> Place<'a> {
    let found = sources.positions(definition.span);
    Place {
        text: &definition.text,
        file: found.as_ref().map(|(file, ..)| sources.file(*file).name()),
        line: found.as_ref().map(|(_, start, _)| start.line),
        column: found.as_ref().map(|(_, start, _)| start.column),
    }
}

fn numbers<'a>(package: &'a str, advice: &Advice) -> Numbers<'a> {
    Numbers {
        package,
        old: advice.old.to_string(),
        new: advice.new.as_ref().map(ToString::to_string),
        least: advice.least.to_string(),
        rule: advice.rule,
        honest: advice.honest,
    }
}
