//! Changes between two versions: for people, and as one JSON document, whose shape `witc diff --help` documents.

use super::counted;
use serde::Serialize;
use std::fmt::Write as _;
use witc_compare::diff::{Advice, Finding};
use witc_compare::{Class, Definition};
use witc_diagnostics::SourceMap;
use witc_resolve::Direction;

/// The names of the two versions in sentences.
const OLD: &str = "the old version";
const NEW: &str = "the new version";

/// The options of a report of changes.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct ChangesArgs {
    /// Show changes of documentation and gates as well, not only their number
    #[arg(long)]
    docs: bool,
    /// The format of the report
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: Format,
}

/// The format of the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people
    #[default]
    Human,
    /// One JSON document, with all changes
    Json,
}

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

    /// The report that is asked for.
    pub(crate) fn report(&self, args: ChangesArgs) -> String {
        match args.format {
            Format::Human => self.for_people(args.docs),
            Format::Json => self.json(),
        }
    }

    /// Each change with its class, the reason, and both definitions; then the numbers of changes, and the advice.
    fn for_people(&self, with_docs: bool) -> String {
        let mut out = String::new();
        for finding in &self.findings {
            // New releases of a package have many of these, and nobody has to act on them.
            if finding.class() == Class::Docs && !with_docs {
                continue;
            }
            let change = &finding.change;
            let _ = writeln!(
                out,
                "{}: {}",
                finding.class().word(),
                change.describe(OLD, NEW)
            );
            for (word, definition, sources) in [
                ("old", &change.old, self.old),
                ("new", &change.new, self.new),
            ] {
                if let Some(definition) = definition {
                    let _ = writeln!(out, "  {word}   {}", line(definition, sources));
                }
            }
            for (who, class, rule) in verdicts(finding) {
                let _ = writeln!(out, "  rule  {who}: {}, since {rule}", class.word());
            }
            out.push('\n');
        }
        let _ = writeln!(out, "{}", self.summary(with_docs));
        for (package, advice) in &self.advice {
            let _ = writeln!(out, "{package}: {}", version_line(advice));
        }
        out
    }

    /// `5 changes: 1 breaking, 2 compatible, 2 docs (`--docs` shows them)`.
    fn summary(&self, with_docs: bool) -> String {
        let counts = [Class::Breaking, Class::Compatible, Class::Docs]
            .map(|class| (self.count(class), class.word()));
        let counts: Vec<_> = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        // The docs are last in the list.
        let hint = match self.count(Class::Docs) {
            1.. if !with_docs => " (`--docs` shows them)",
            _ => "",
        };
        match self.findings.len() {
            0 => "no changes".to_owned(),
            all => format!("{}: {}{hint}", counted(all, "change"), counts.join(", ")),
        }
    }

    /// The document, with a line break at its end.
    fn json(&self) -> String {
        super::indented::to_json(&Document {
            changes: self
                .findings
                .iter()
                .map(|finding| self.entry(finding))
                .collect(),
            summary: Summary {
                breaking: self.count(Class::Breaking),
                compatible: self.count(Class::Compatible),
                docs: self.count(Class::Docs),
            },
            versions: self
                .advice
                .iter()
                .map(|(package, advice)| numbers(package, advice))
                .collect(),
        })
    }
}

impl<'a> Changes<'a> {
    fn entry<'f>(&self, finding: &'f Finding) -> Entry<'f>
    where
        'a: 'f,
    {
        let Finding { change, .. } = finding;
        let class_on = |side| {
            finding
                .sides()
                .find(|it| *it == side)
                .map(|_| change.kind.class(side).word())
        };
        Entry {
            class: finding.class().word(),
            kind: change.kind.id(),
            message: change.describe(OLD, NEW),
            importing: class_on(Direction::Import),
            exporting: class_on(Direction::Export),
            rules: verdicts(finding)
                .into_iter()
                .map(|(_, _, rule)| rule)
                .collect(),
            old: change
                .old
                .as_ref()
                .map(|definition| place(definition, self.old)),
            new: change
                .new
                .as_ref()
                .map(|definition| place(definition, self.new)),
        }
    }
}

/// The class of a change for each side, with the rule that decides; one entry if it is the same for both sides.
fn verdicts(finding: &Finding) -> Vec<(&'static str, Class, &'static str)> {
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

/// A definition with its place: `wit/log.wit:3:5: note: func()`.
fn line(definition: &Definition, sources: &SourceMap) -> String {
    let mut lines = definition.text.lines();
    let first = lines.next().unwrap_or("(none)");
    // One line for each definition keeps a change together; a record may have hundreds.
    let more = if lines.next().is_some() { " …" } else { "" };
    match sources.positions(definition.span) {
        Some((file, start, _)) => {
            format!(
                "{}:{}:{}: {first}{more}",
                sources.file(file).name(),
                start.line,
                start.column
            )
        }
        None => format!("{first}{more}"),
    }
}

/// The advice on a version number: the smallest that announces the changes, and whether the new one does.
fn version_line(advice: &Advice) -> String {
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
