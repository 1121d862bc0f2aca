//! Changes for services that show them beside the text: SARIF for code scanning, workflow commands for GitHub.

use super::model::{Changes, NEW, OLD, first_line, place_of, verdicts};
use crate::report::{github, sarif};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use witc_compare::diff::{Category, Finding};
use witc_compare::{ChangeKind, Class};

/// A SARIF 2.1.0 log. Each kind of change is a rule: `parameter-added`.
pub(super) fn sarif(changes: &Changes<'_>) -> String {
    // In the order of their names, so that the rules do not depend on the order of the changes.
    let kinds: BTreeMap<String, ChangeKind> = changes
        .findings
        .iter()
        .map(|finding| (finding.change.kind.id(), finding.change.kind))
        .collect();
    let rules: Vec<Value> = kinds
        .iter()
        .map(|(id, kind)| json!({"id": id, "shortDescription": {"text": kind.to_string()}}))
        .collect();
    let results = changes.findings.iter().map(|finding| {
        let id = finding.change.kind.id();
        let mut value = json!({
            "ruleIndex": kinds.keys().position(|known| *known == id),
            "ruleId": id,
            "level": level(finding.class()),
            "message": {"text": text(changes, finding)},
            // What is gone has no place in the new version.
            "locations": place(changes, finding).into_iter().collect::<Vec<_>>(),
        });
        let categories: Vec<_> = finding.categories().map(Category::word).collect();
        value["properties"] = json!({"class": finding.class().word(), "categories": categories});
        value
    });
    sarif::log_of(&rules, &results.collect::<Vec<_>>())
}

fn place(changes: &Changes<'_>, finding: &Finding) -> Option<Value> {
    let (artifact, region) = sarif::region(finding.change.new.as_ref()?.span, changes.new)?;
    Some(json!({"physicalLocation": {"artifactLocation": artifact, "region": region}}))
}

/// SARIF's word for a class.
fn level(class: Class) -> &'static str {
    match class {
        Class::Breaking => "error",
        Class::Compatible | Class::Docs => "note",
    }
}

/// Annotations for a GitHub workflow: errors for what breaks, notices for the rest. Changes of documentation are among
/// them only if they are asked for.
pub(super) fn github(changes: &Changes<'_>, with_docs: bool) -> String {
    let mut out = String::new();
    for finding in &changes.findings {
        let word = match finding.class() {
            Class::Breaking => "error",
            Class::Compatible => "notice",
            Class::Docs if with_docs => "notice",
            Class::Docs => continue,
        };
        let span = finding.change.new.as_ref().map(|it| it.span);
        let title = format!("{}: {}", finding.class().word(), finding.change.kind);
        let text = text(changes, finding);
        github::annotate(
            &mut out,
            word,
            span.map(|it| (it, changes.new)),
            &title,
            &text,
        );
    }
    out
}

/// The change with both definitions and the rules.
fn text(changes: &Changes<'_>, finding: &Finding) -> String {
    let mut text = finding.change.describe(OLD, NEW);
    for (word, definition, sources) in changes.definitions(finding) {
        let _ = write!(text, "\n{word}: {}", first_line(definition));
        if let Some(place) = place_of(definition, sources) {
            let _ = write!(text, " ({place})");
        }
    }
    for (who, class, rule) in verdicts(finding) {
        let _ = write!(text, "\n{who}: {}, since {rule}", class.word());
    }
    text
}
