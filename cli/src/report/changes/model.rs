//! The changes that a report is about.

use witc_compare::diff::{Advice, Category, Finding};
use witc_compare::{Class, Definition};
use witc_diagnostics::SourceMap;
use witc_resolve::Direction;

/// The names of the two versions in sentences.
pub(super) const OLD: &str = "the old version";
pub(super) const NEW: &str = "the new version";

/// The changes of all compared packages or worlds.
#[derive(Debug)]
pub(crate) struct Changes<'a> {
    /// The changes.
    pub(crate) findings: Vec<Finding>,
    /// The advice on the version of each package that has one.
    pub(crate) advice: Vec<(String, Advice)>,
    /// The sources of the old version.
    pub(crate) old: &'a SourceMap,
    /// The sources of the new version.
    pub(crate) new: &'a SourceMap,
}

impl Changes<'_> {
    /// The number of changes of a class.
    pub(crate) fn count(&self, class: Class) -> usize {
        self.findings
            .iter()
            .filter(|finding| finding.class() == class)
            .count()
    }

    /// Leaves the changes of some categories alone.
    pub(crate) fn keep(&mut self, categories: &[Category]) {
        self.findings
            .retain(|finding| categories.iter().any(|it| finding.is_for(*it)));
    }

    /// The sides of a change that have a definition, with the word for it: `old`, `new`.
    pub(super) fn definitions<'s>(
        &'s self,
        finding: &'s Finding,
    ) -> impl Iterator<Item = (&'static str, &'s Definition, &'s SourceMap)> {
        let change = &finding.change;
        let sides = [
            ("old", &change.old, self.old),
            ("new", &change.new, self.new),
        ];
        sides
            .into_iter()
            .filter_map(|(word, definition, sources)| Some((word, definition.as_ref()?, sources)))
    }
}

/// The class of a change for each side, with the rule that decides; one entry if it is the same for both sides.
pub(super) fn verdicts(finding: &Finding) -> Vec<(&'static str, Class, &'static str)> {
    let kind = finding.change.kind;
    let sides: Vec<_> = finding
        .sides()
        .map(|side| (side, kind.class(side), kind.rule(side)))
        .collect();
    match sides.as_slice() {
        // Most changes are the same for both sides; two equal lines would only hide the rule.
        [(_, class, rule), (_, other, other_rule)] if class == other && rule == other_rule => {
            vec![("for all components", *class, *rule)]
        }
        _ => sides
            .into_iter()
            .map(|(side, class, rule)| (side_name(side), class, rule))
            .collect(),
    }
}

fn side_name(side: Direction) -> &'static str {
    match side {
        Direction::Import => "for importers",
        Direction::Export => "for exporters",
    }
}

/// The first line of a definition; `…` says that there are more.
pub(super) fn first_line(definition: &Definition) -> String {
    let mut lines = definition.text.lines();
    let first = lines.next().unwrap_or("(none)");
    // One line for each definition keeps a change together; a record may have hundreds.
    let more = if lines.next().is_some() { " …" } else { "" };
    format!("{first}{more}")
}

/// The place of a definition: `wit/log.wit:3:5`.
pub(super) fn place_of(definition: &Definition, sources: &SourceMap) -> Option<String> {
    let (file, start, _) = sources.positions(definition.span)?;
    let name = sources.file(file).name();
    Some(format!("{name}:{}:{}", start.line, start.column))
}

/// The advice on a version number: the smallest that announces the changes, and whether the new one does.
pub(super) fn version_line(advice: &Advice) -> String {
    let Advice {
        old,
        new,
        least,
        rule,
        honest,
    } = advice;
    let says = match new {
        // Nothing has changed in the number or the package: a verdict would sound like praise.
        Some(new) if new == old && old == least => String::new(),
        Some(new) if *honest => format!("; {new} is honest"),
        Some(new) => format!("; {new} is not honest"),
        None => String::new(),
    };
    if old == least {
        return format!("no change asks for another version than {old}{says}");
    }
    format!("after {old} the smallest honest version is {least}: {rule}{says}")
}
