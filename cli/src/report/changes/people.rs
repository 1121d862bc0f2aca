//! Changes for people: each with its class, the reason, and both definitions; then the numbers of changes, and the advice.

use super::model::{Changes, NEW, OLD, first_line, place_of, verdicts, version_line};
use crate::report::summary::counted;
use std::fmt::Write as _;
use witc_compare::Class;

/// The report; changes of documentation are in it only if they are asked for.
pub(super) fn text(changes: &Changes<'_>, with_docs: bool) -> String {
    let mut out = String::new();
    for finding in &changes.findings {
        // New releases of a package have many of these, and nobody has to act on them.
        if finding.class() == Class::Docs && !with_docs {
            continue;
        }
        let change = &finding.change;
        let class = finding.class().word();
        let _ = writeln!(out, "{class}: {}", change.describe(OLD, NEW));
        for (word, definition, sources) in changes.definitions(finding) {
            let text = first_line(definition);
            let _ = match place_of(definition, sources) {
                Some(place) => writeln!(out, "  {word}   {place}: {text}"),
                None => writeln!(out, "  {word}   {text}"),
            };
        }
        for (who, class, rule) in verdicts(finding) {
            let _ = writeln!(out, "  rule  {who}: {}, since {rule}", class.word());
        }
        out.push('\n');
    }
    let _ = writeln!(out, "{}", summary(changes, with_docs));
    for (package, advice) in &changes.advice {
        let _ = writeln!(out, "{package}: {}", version_line(advice));
    }
    out
}

/// `5 changes: 1 breaking, 2 compatible, 2 docs (`--docs` shows them)`.
fn summary(changes: &Changes<'_>, with_docs: bool) -> String {
    let counts = [Class::Breaking, Class::Compatible, Class::Docs]
        .map(|class| (changes.count(class), class.word()));
    let counts: Vec<_> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    // The docs are last in the list.
    let hint = match changes.count(Class::Docs) {
        1.. if !with_docs => " (`--docs` shows them)",
        _ => "",
    };
    match changes.findings.len() {
        0 => "no changes".to_owned(),
        all => format!("{}: {}{hint}", counted(all, "change"), counts.join(", ")),
    }
}
