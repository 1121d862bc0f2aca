//! Rules on block comments: those with a star before each line, and those that are no documentation.

use crate::codes;
use crate::comments::{Comment, CommentKind, Run, indent, last_of_line};
use crate::context::{Context, LintedFile};
use crate::findings::Findings;
use witc_diagnostics::Diagnostic;

pub(crate) fn check(
    context: &Context<'_>,
    findings: &mut Findings,
    file: &LintedFile<'_>,
    run: Run<'_>,
) {
    for comment in run.comments {
        match comment.kind {
            CommentKind::DocBlock => starred(context, findings, file, comment),
            CommentKind::Block | CommentKind::Line | CommentKind::DocLine => {}
        }
    }
    // Only the last of them stands where documentation belongs.
    if let Some(last) = run.comments.last()
        && last.kind == CommentKind::Block
    {
        ordinary(context, findings, file, run, last);
    }
}

/// The text of a line without its star; nothing if it has none.
fn unstarred(line: &str) -> Option<&str> {
    let line = line.trim();
    if line.is_empty() {
        return Some("");
    }
    let text = line.strip_prefix('*')?;
    Some(text.strip_prefix(' ').unwrap_or(text))
}

fn starred(
    context: &Context<'_>,
    findings: &mut Findings,
    file: &LintedFile<'_>,
    comment: &Comment,
) {
    let text = &file.text[comment.range.clone()];
    let inner = text.trim_start_matches(['/', '*']);
    let inner = inner.strip_suffix("*/").unwrap_or(inner);
    let Some((first, others)) = inner.split_once('\n') else {
        return;
    };
    let lines: Option<Vec<&str>> = others.lines().map(unstarred).collect();
    let Some(mut lines) = lines.filter(|_| others.contains('*')) else {
        return;
    };
    lines.insert(0, first.trim());
    let is_blank = |line: &&str| line.trim().is_empty();
    let start = lines.iter().take_while(|line| is_blank(line)).count();
    let end = lines.len()
        - lines[start..]
            .iter()
            .rev()
            .take_while(|line| is_blank(line))
            .count();
    let span = file.span(comment.range.clone());
    let message = "the stars before these lines are part of the documentation";
    let mut found = Diagnostic::warning(codes::STARRED_DOCS, message, span);
    // With something else in its lines, it has to stay a block.
    if let Some(before) = indent(file.text, comment.range.start)
        && last_of_line(file.text, comment.range.end).is_some()
        && start < end
    {
        let line = |line: &&str| format!("/// {line}").trim_end().to_owned();
        let lines: Vec<String> = lines[start..end].iter().map(line).collect();
        found = found.fix(
            "write `///` before each line",
            span,
            lines.join(&format!("\n{before}")),
        );
    }
    findings.push(context, found);
}

/// The words that begin what is documented; before others a comment is often about several lines.
const NOT_DOCUMENTED: [&str; 5] = ["package", "use", "import", "export", "include"];

fn ordinary(
    context: &Context<'_>,
    findings: &mut Findings,
    file: &LintedFile<'_>,
    run: Run<'_>,
    comment: &Comment,
) {
    let rest = &file.text[run.next..];
    let word: String = rest
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    let between = &file.text[comment.range.end..run.next];
    let lines = between.bytes().filter(|&byte| byte == b'\n').count();
    let text = &file.text[comment.range.clone()];
    let begins = text[2..].trim_start();
    let is_sentence = begins.starts_with(char::is_alphabetic)
        && begins.contains(' ')
        && !begins.contains([';', '{']);
    let is_alone = run.comments.iter().all(|it| it.kind == CommentKind::Block);
    if !is_alone || !comment.is_first || lines != 1 || word.is_empty() || !is_sentence {
        return;
    }
    let lower = begins.to_lowercase();
    let is_note = ["todo", "fixme", "xxx", "copyright", "license"]
        .iter()
        .any(|note| lower.starts_with(note));
    if is_note || NOT_DOCUMENTED.contains(&&*word) {
        return;
    }
    let message = "this ordinary comment stands where documentation belongs";
    let found = Diagnostic::warning(
        codes::BLOCK_COMMENT,
        message,
        file.span(comment.range.clone()),
    );
    let start = comment.range.start;
    findings.push(
        context,
        found.fix("write `/**`", file.span(start..start + 2), "/**"),
    );
}
