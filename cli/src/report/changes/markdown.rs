//! Changes as Markdown, for a comment on a pull request.

use super::model::{Changes, NEW, OLD, first_line, place_of, verdicts, version_line};
use crate::report::summary::counted;
use std::fmt::Write as _;
use witc_compare::Class;
use witc_compare::diff::{Category, Finding};

/// The comment: what breaks in full, the rest folded.
pub(super) fn comment(changes: &Changes<'_>, with_docs: bool) -> String {
    let mut out = String::from("## Changes of the WIT\n\n");
    if changes.findings.is_empty() {
        out.push_str("No changes.\n\n");
    }
    for (class, title) in [
        (Class::Breaking, "breaking change"),
        (Class::Compatible, "compatible change"),
        (Class::Docs, "change of documentation or gates"),
    ] {
        let findings: Vec<&Finding> = changes
            .findings
            .iter()
            .filter(|finding| finding.class() == class)
            .collect();
        if !findings.is_empty() {
            section(&mut out, changes, class, title, &findings, with_docs);
        }
    }
    for (package, advice) in &changes.advice {
        let _ = writeln!(
            out,
            "**{}**: {}\n",
            escape(package),
            escape(&version_line(advice))
        );
    }
    // One line break ends the comment.
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn section(
    out: &mut String,
    changes: &Changes<'_>,
    class: Class,
    title: &str,
    findings: &[&Finding],
    with_docs: bool,
) {
    let plural = match class {
        Class::Docs => format!(
            "{} of documentation or gates",
            counted(findings.len(), "change")
        ),
        Class::Breaking | Class::Compatible => counted(findings.len(), title),
    };
    if class == Class::Docs && !with_docs {
        let _ = writeln!(out, "{plural}.\n");
        return;
    }
    let is_folded = class != Class::Breaking;
    let _ = if is_folded {
        writeln!(out, "<details><summary>{plural}</summary>\n")
    } else {
        writeln!(out, "### {plural}\n")
    };
    for finding in findings {
        item(out, changes, finding);
    }
    out.push('\n');
    if is_folded {
        out.push_str("</details>\n\n");
    }
}

fn item(out: &mut String, changes: &Changes<'_>, finding: &Finding) {
    let _ = write!(out, "- {}", escape(&finding.change.describe(OLD, NEW)));
    let whom: Vec<&str> = finding
        .categories()
        .filter(|it| *it != Category::Docs)
        .map(Category::word)
        .collect();
    if !whom.is_empty() {
        let _ = write!(out, " *({})*", whom.join(", "));
    }
    out.push('\n');
    for (word, definition, sources) in changes.definitions(finding) {
        let _ = write!(out, "  - {word}: {}", code(&first_line(definition)));
        if let Some(place) = place_of(definition, sources) {
            let _ = write!(out, " at {}", code(&place));
        }
        out.push('\n');
    }
    for (who, class, rule) in verdicts(finding) {
        let _ = writeln!(out, "  - {who}: {}, since {rule}", class.word());
    }
}

/// Text in which nothing is markup but the code between backticks.
fn escape(text: &str) -> String {
    let mut out = String::new();
    // Names are between backticks in messages, so that every second part is code.
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return code(text);
    }
    for (index, part) in parts.into_iter().enumerate() {
        if index % 2 == 1 {
            out.push_str(&code(part));
            continue;
        }
        for char in part.chars() {
            if matches!(
                char,
                '\\' | '*' | '_' | '<' | '>' | '[' | ']' | '&' | '@' | '#' | '|' | '~'
            ) {
                out.push('\\');
            }
            out.push(if char == '\n' { ' ' } else { char });
        }
    }
    out
}

/// Text as code, whatever is in it.
fn code(text: &str) -> String {
    // A fence of more backticks than the text has in a row ends where it should.
    let mut most = 0;
    let mut run = 0;
    for char in text.chars() {
        run = if char == '`' { run + 1 } else { 0 };
        most = most.max(run);
    }
    let fence = "`".repeat(most + 1);
    let pad = if most > 0 { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use super::{code, escape};

    #[test]
    fn only_what_is_code_is_markup() {
        assert_eq!(escape("the type `a_b` of *c*"), "the type `a_b` of \\*c\\*");
        assert_eq!(code("a``b"), "``` a``b ```");
        assert_eq!(escape("<script> of @user"), "\\<script\\> of \\@user");
    }
}
