//! Rules on comments that are documentation of nothing, or documentation that is none.

use crate::codes;
use crate::comments::{Comment, CommentKind, Run, runs};
use crate::context::{Context, LintedFile};
use crate::findings::Findings;
use std::ops::Range;
use witc_diagnostics::{Diagnostic, Edit, Fix};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings, file: &LintedFile<'_>) {
    if file.comments.is_empty() {
        return;
    }
    for run in runs(file.text, &file.comments) {
        let follows = file.text.as_bytes().get(run.next);
        if matches!(follows, None | Some(b'}')) {
            of_nothing(context, findings, file, run);
        } else {
            split(context, findings, file, run);
            ordinary(context, findings, file, run);
        }
    }
}

fn of_nothing(context: &Context<'_>, findings: &mut Findings, file: &LintedFile<'_>, run: Run<'_>) {
    let docs = run.comments.iter().filter(|comment| comment.kind.is_doc());
    let edits: Vec<Edit> = docs
        .clone()
        .map(|comment| ordinary_mark(file, comment))
        .collect();
    let Some(first) = docs.clone().next() else {
        return;
    };
    let message = "nothing follows that this documents";
    let mut found = Diagnostic::warning(
        codes::DOCS_OF_NOTHING,
        message,
        file.span(first.range.clone()),
    );
    if !first.is_first {
        found = found.note("documentation comes before what it is about");
    }
    found.fixes.push(Fix {
        message: "make it an ordinary comment".into(),
        edits,
        sure: true,
    });
    findings.push(context, found);
}

/// The edit that makes an ordinary comment of documentation.
fn ordinary_mark(file: &LintedFile<'_>, comment: &Comment) -> Edit {
    let start = comment.range.start;
    let text = &file.text[comment.range.clone()];
    let (marks, mark) = match comment.kind {
        CommentKind::DocBlock => (
            text[1..].bytes().take_while(|&byte| byte == b'*').count() + 1,
            "/*",
        ),
        CommentKind::DocLine | CommentKind::Line | CommentKind::Block => {
            (text.bytes().take_while(|&byte| byte == b'/').count(), "//")
        }
    };
    Edit {
        span: file.span(start..start + marks),
        text: mark.to_owned(),
    }
}

/// The bytes between two places if they hold an empty line.
fn gap(file: &LintedFile<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let lines = file.text[range.clone()]
        .bytes()
        .filter(|&byte| byte == b'\n')
        .count();
    (lines > 1).then_some(range)
}

fn split(context: &Context<'_>, findings: &mut Findings, file: &LintedFile<'_>, run: Run<'_>) {
    let docs: Vec<_> = run
        .comments
        .iter()
        .filter(|it| it.kind.is_doc() && it.is_first)
        .collect();
    if docs.len() < run.comments.len() {
        return;
    }
    let starts = docs
        .iter()
        .skip(1)
        .map(|it| it.range.start)
        .chain([run.next]);
    for (comment, next) in docs.iter().zip(starts) {
        let Some(gap) = gap(file, comment.range.end..next) else {
            continue;
        };
        // The whitespace of the line that follows stays.
        let start = crate::comments::line_start(file.text, gap.end);
        let empty = crate::comments::line_end(file.text, gap.start);
        let break_end = file.text[empty..]
            .find('\n')
            .map_or(start, |at| empty + at + 1);
        let message = if next == run.next {
            "an empty line is between this documentation and what it is about"
        } else {
            "an empty line splits this documentation"
        };
        let found =
            Diagnostic::warning(codes::SPLIT_DOCS, message, file.span(comment.range.clone()));
        findings.push(
            context,
            found.fix("remove the empty line", file.span(break_end..start), ""),
        );
    }
}

/// The words that begin what is documented; before others a comment is often about several lines.
const NOT_DOCUMENTED: [&str; 5] = ["package", "use", "import", "export", "include"];

fn ordinary(context: &Context<'_>, findings: &mut Findings, file: &LintedFile<'_>, run: Run<'_>) {
    let Some(last) = run.comments.last() else {
        return;
    };
    let is_plain = run
        .comments
        .iter()
        .all(|it| it.kind == CommentKind::Line && it.is_first);
    let rest = &file.text[run.next..];
    let word: String = rest
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    if !is_plain
        || word.is_empty()
        || NOT_DOCUMENTED.contains(&&*word)
        || gap(file, last.range.end..run.next).is_some()
    {
        return;
    }
    let block = last_block(file, run.comments);
    let content = |comment: &Comment| {
        file.text[comment.range.clone()]
            .trim_start_matches('/')
            .trim()
    };
    if !is_prose(block.iter().map(content)) {
        return;
    }
    let Some(first) = block.first() else { return };
    let message = "this ordinary comment stands where documentation belongs";
    let mut found = Diagnostic::warning(
        codes::ORDINARY_COMMENT,
        message,
        file.span(first.range.start..last.range.end),
    );
    found = found.note("some tools take it for documentation, and others do not");
    let mark = |comment: &Comment| Edit {
        span: file.span(comment.range.start..comment.range.start + 2),
        text: "///".to_owned(),
    };
    found.fixes.push(Fix {
        message: "write `///`".into(),
        edits: block.iter().map(mark).collect(),
        sure: true,
    });
    findings.push(context, found);
}

/// The comments after the last empty line.
fn last_block<'c>(file: &LintedFile<'_>, comments: &'c [Comment]) -> &'c [Comment] {
    let mut blocks = comments.chunk_by(|a, b| gap(file, a.range.end..b.range.start).is_none());
    blocks.next_back().unwrap_or_default()
}

/// Whether lines are sentences for a reader, rather than a note to oneself, a heading, a directive or code.
fn is_prose<'l>(mut lines: impl Iterator<Item = &'l str> + Clone) -> bool {
    let first = lines.clone().next().unwrap_or_default();
    let notes = [
        "todo",
        "fixme",
        "xxx",
        "note",
        "hack",
        "copyright",
        "license",
        "spdx",
        "witc:",
        "witc ",
    ];
    let begins = first.to_lowercase();
    let is_sentence =
        first.starts_with(|c: char| c.is_alphabetic() || c == '`') && first.contains(' ');
    let is_code = |line: &str| {
        line.ends_with([';', '{', '}', ',']) && line.contains([':', '}', '{', ';'])
            || line.contains("func(")
            || line.contains("---")
    };
    is_sentence && !notes.iter().any(|note| begins.starts_with(note)) && !lines.any(is_code)
}
