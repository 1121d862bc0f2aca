//! Rules on the marks of documentation, line by line: spaces after them, empty lines, `//!`.

use crate::codes;
use crate::comments::{Comment, CommentKind, Run};
use crate::context::{Context, LintedFile};
use crate::findings::Findings;
use crate::syntax::whole_lines;
use witc_diagnostics::{Code, Diagnostic, Edit, Fix};

pub(crate) fn check(
    context: &Context<'_>,
    findings: &mut Findings,
    file: &LintedFile<'_>,
    run: Run<'_>,
) {
    inner(context, findings, file, run);
    // What documents nothing has a finding already.
    if matches!(file.text.as_bytes().get(run.next), None | Some(b'}')) {
        return;
    }
    let lines: Vec<&Comment> = run
        .comments
        .iter()
        .filter(|it| it.kind == CommentKind::DocLine)
        .collect();
    let is_alone = lines.len() == run.comments.len();
    if lines.is_empty() {
        return;
    }
    spaces(context, findings, file, &lines);
    // Between other comments an empty line may be meant.
    if is_alone && lines.iter().all(|it| it.is_first) {
        empty(context, findings, file, &lines);
    }
}

/// The text after the marks.
fn content<'a>(file: &LintedFile<'a>, comment: &Comment) -> &'a str {
    file.text[comment.range.clone()].trim_start_matches('/')
}

/// A finding at the first of some comments, with a fix that edits each.
fn report(
    context: &Context<'_>,
    findings: &mut Findings,
    place: (&LintedFile<'_>, &Comment),
    what: (Code, &str, &str),
    edits: Vec<Edit>,
) {
    let (file, comment) = place;
    let (code, message, fix) = what;
    let mut found = Diagnostic::warning(code, message, file.span(comment.range.clone()));
    found.fixes.push(Fix {
        message: fix.to_owned(),
        edits,
        sure: true,
    });
    findings.push(context, found);
}

fn inner(context: &Context<'_>, findings: &mut Findings, file: &LintedFile<'_>, run: Run<'_>) {
    let is_inner = |it: &&Comment| it.is_first && file.text[it.range.clone()].starts_with("//!");
    let lines: Vec<&Comment> = run.comments.iter().filter(is_inner).collect();
    let Some(first) = lines.first() else { return };
    let edit = |it: &&Comment| Edit {
        span: file.span(it.range.start..it.range.start + 3),
        text: "///".into(),
    };
    let edits = lines.iter().map(edit).collect();
    let what = (
        codes::INNER_DOCS,
        "WIT has no `//!`: documentation comes before what it is about",
        "write `///`",
    );
    report(context, findings, (file, first), what, edits);
}

fn spaces(
    context: &Context<'_>,
    findings: &mut Findings,
    file: &LintedFile<'_>,
    lines: &[&Comment],
) {
    let lacks = |it: &&&Comment| {
        let is_three = file.text[it.range.clone()].starts_with("///")
            && !file.text[it.range.clone()].starts_with("////");
        is_three && content(file, it).starts_with(|c: char| !c.is_whitespace())
    };
    let lacking: Vec<&&Comment> = lines.iter().filter(lacks).collect();
    let Some(first) = lacking.first() else { return };
    let edit = |it: &&&Comment| Edit {
        span: file.span(it.range.start + 3..it.range.start + 3),
        text: " ".into(),
    };
    let edits = lacking.iter().map(edit).collect();
    let what = (
        codes::DOCS_WITHOUT_SPACE,
        "a space belongs after `///`",
        "add it",
    );
    report(context, findings, (file, first), what, edits);
}

fn empty(
    context: &Context<'_>,
    findings: &mut Findings,
    file: &LintedFile<'_>,
    lines: &[&Comment],
) {
    let is_blank = |it: &&&Comment| content(file, it).trim().is_empty();
    let edits = |lines: &mut dyn Iterator<Item = &&Comment>| -> Vec<Edit> {
        let edit = |it: &&Comment| Edit {
            span: file.span(whole_lines(file, file.span(it.range.clone()))),
            text: String::new(),
        };
        lines.map(edit).collect()
    };
    let first = lines.iter().take_while(is_blank).count();
    if first == lines.len() {
        let what = (
            codes::EMPTY_DOCS,
            "this documentation has no text",
            "remove it",
        );
        return report(
            context,
            findings,
            (file, lines[0]),
            what,
            edits(&mut lines.iter()),
        );
    }
    let last = lines.iter().rev().take_while(is_blank).count();
    let edge = lines[..first].iter().chain(&lines[lines.len() - last..]);
    let Some(place) = edge.clone().next() else {
        return;
    };
    let what = (
        codes::BLANK_DOC_EDGE,
        "documentation begins and ends with text",
        "remove the empty lines around it",
    );
    report(
        context,
        findings,
        (file, place),
        what,
        edits(&mut edge.into_iter()),
    );
}
