//! The lines of documentation in a text.

use crate::comments::{CommentKind, Run};
use crate::context::LintedFile;
use std::ops::Range;

/// A line of documentation.
#[derive(Clone, Debug)]
pub(crate) struct DocLine {
    /// Its bytes, without what marks it as a comment.
    pub(crate) range: Range<usize>,
    /// Whether it is part of a block of code, or begins or ends one.
    pub(crate) is_code: bool,
    /// Whether it begins or ends a block of code.
    pub(crate) is_fence: bool,
}

/// The lines of the documentation in a run of comments.
pub(crate) fn of(file: &LintedFile<'_>, run: Run<'_>) -> Vec<DocLine> {
    let mut lines = Vec::new();
    for comment in run.comments.iter().filter(|comment| comment.kind.is_doc()) {
        let range = comment.range.clone();
        match comment.kind {
            CommentKind::DocBlock => block(file.text, range, &mut lines),
            CommentKind::DocLine | CommentKind::Line | CommentKind::Block => {
                let marks = file.text[range.clone()]
                    .bytes()
                    .take_while(|&byte| byte == b'/')
                    .count();
                lines.push(range.start + marks..range.end);
            }
        }
    }
    let mut is_open = false;
    let line = |range: Range<usize>| {
        let is_fence = file.text[range.clone()].trim_start().starts_with("```");
        let is_code = is_open || is_fence;
        is_open ^= is_fence;
        DocLine {
            range,
            is_code,
            is_fence,
        }
    };
    lines.into_iter().map(line).collect()
}

fn block(text: &str, comment: Range<usize>, lines: &mut Vec<Range<usize>>) {
    let end = comment.end.saturating_sub(2).max(comment.start + 3);
    let mut start = comment.start + 3;
    while start < end {
        let line_end = text[start..end].find('\n').map_or(end, |at| start + at);
        lines.push(start..line_end);
        start = line_end + 1;
    }
}

/// The parts of a line that are prose rather than code in backticks; none if a backtick has no partner in the line.
pub(crate) fn prose<'t>(file: &LintedFile<'t>, line: &DocLine) -> Vec<(usize, &'t str)> {
    let text = &file.text[line.range.clone()];
    let parts: Vec<&str> = text.split('`').collect();
    if line.is_code || parts.len().is_multiple_of(2) {
        return Vec::new();
    }
    let mut at = line.range.start;
    let mut prose = Vec::new();
    for (index, part) in parts.into_iter().enumerate() {
        if index % 2 == 0 {
            prose.push((at, part));
        }
        at += part.len() + 1;
    }
    prose
}
