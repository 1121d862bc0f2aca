//! The rule on neighbouring uses of one interface.

use crate::codes;
use crate::context::{Context, LintedFile};
use crate::findings::Findings;
use crate::syntax::{Statement, statements, whole_lines};
use memchr::memmem;
use witc_diagnostics::{Diagnostic, Edit, Fix};
use witc_parser::ast::Use;

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings, file: &LintedFile<'_>) {
    if !may_be_split(file.text) {
        return;
    }
    let mut last: Option<&Use<'_>> = None;
    statements(file.tree(), &mut |statement| {
        last = match statement {
            Statement::Use(item) => {
                if let Some(last) = last {
                    pair(context, findings, file, last, item);
                }
                Some(item)
            }
            Statement::TopUse(_)
            | Statement::Import(_)
            | Statement::Export(_)
            | Statement::Include(_) => None,
        };
    });
}

/// Whether two uses in a row begin alike, as far as can be seen without reading the text.
fn may_be_split(text: &str) -> bool {
    let mut last = "";
    memmem::find_iter(text.as_bytes(), "use ").any(|at| {
        let rest = text[at + 4..].trim_start();
        let is_part = |c: char| c.is_ascii_alphanumeric() || "%-+:/@.".contains(c);
        let path = rest.trim_start_matches(is_part);
        let path = rest[..rest.len() - path.len()].trim_end_matches('.');
        let is_same = !path.is_empty() && path == last;
        last = path;
        is_same
    })
}

fn pair(
    context: &Context<'_>,
    findings: &mut Findings,
    file: &LintedFile<'_>,
    first: &Use<'_>,
    second: &Use<'_>,
) {
    let text =
        |span: witc_diagnostics::Span| &file.text[file.byte(span.start)..file.byte(span.end)];
    let between = &file.text[file.byte(first.span.end)..file.byte(second.span.start)];
    let is_plain =
        first.attributes.is_empty() && second.attributes.is_empty() && between.trim().is_empty();
    if !is_plain || text(first.path.span) != text(second.path.span) {
        return;
    }
    let (Some(last), Some(start), Some(end)) = (
        first.names.last(),
        second.names.first(),
        second.names.last(),
    ) else {
        return;
    };
    let last = last.rename.unwrap_or(last.name).span;
    let names = start.name.span.to(end.rename.unwrap_or(end.name).span);
    let message = format!(
        "the `use` before it names `{}` as well",
        text(first.path.span)
    );
    let mut found = Diagnostic::warning(codes::SPLIT_USE, message, second.path.span);
    found = found.also(first.path.span, "here");
    let lines = file.span(whole_lines(file, second.span));
    found.fixes.push(Fix {
        message: "make one of the two".into(),
        edits: vec![
            Edit {
                span: last.at_end(),
                text: format!(", {}", text(names)),
            },
            Edit {
                span: lines,
                text: String::new(),
            },
        ],
        // A comment among the names would swallow what follows it, and one before the first would be about all.
        sure: !text(second.span).contains("//")
            && !text(first.span).contains("//")
            && file.tree().comments_before(first.span.start).is_empty(),
    });
    findings.push(context, found);
}
