//! Comments in a text, found without reading the rest of it.

use memchr::{memchr, memchr2, memchr3, memmem};
use std::ops::Range;

/// A comment, by bytes of its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Comment {
    pub(crate) range: Range<usize>,
    pub(crate) kind: CommentKind,
    /// Whether nothing but whitespace stands before it in its line.
    pub(crate) is_first: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CommentKind {
    /// `// …`
    Line,
    /// `/// …`
    DocLine,
    /// `/* … */`
    Block,
    /// `/** … */`
    DocBlock,
}

impl CommentKind {
    /// Whether it is documentation by the words of the specification.
    pub(crate) fn is_doc(self) -> bool {
        match self {
            Self::DocLine | Self::DocBlock => true,
            Self::Line | Self::Block => false,
        }
    }
}

/// Comments that follow each other with nothing but whitespace between them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run<'c> {
    pub(crate) comments: &'c [Comment],
    /// The byte of the token that follows; the end of the text if none does.
    pub(crate) next: usize,
}

/// All comments of a text, and the bytes of its strings, in order.
pub(crate) fn comments(text: &str) -> (Vec<Comment>, Vec<Range<usize>>) {
    let bytes = text.as_bytes();
    let (mut comments, mut strings) = (Vec::new(), Vec::new());
    let mut at = 0;
    // Most of a text is skipped at the speed of memory.
    while let Some(found) = memchr2(b'/', b'"', &bytes[at..]) {
        let start = at + found;
        let end = match (bytes[start], bytes.get(start + 1)) {
            (b'"', _) => {
                at = string_end(bytes, start + 1);
                strings.push(start..at);
                continue;
            }
            (_, Some(b'/')) => line_end(text, start),
            (_, Some(b'*')) => block_end(bytes, start + 2),
            _ => {
                at = start + 1;
                continue;
            }
        };
        comments.push(Comment {
            range: start..end,
            kind: kind(&text[start..end]),
            is_first: indent(text, start).is_some(),
        });
        at = end;
    }
    (comments, strings)
}

fn kind(comment: &str) -> CommentKind {
    if comment.starts_with("///") {
        CommentKind::DocLine
    } else if comment.starts_with("//") {
        CommentKind::Line
    } else if comment.starts_with("/**") && comment != "/**/" {
        CommentKind::DocBlock
    } else {
        CommentKind::Block
    }
}

fn string_end(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(found) = memchr3(b'"', b'\\', b'\n', &bytes[at..]) {
        at += found + 1;
        if bytes[at - 1] != b'\\' {
            return at;
        }
        // What is escaped ends nothing.
        at = (at + 1).min(bytes.len());
    }
    bytes.len()
}

/// The end of the line, without its break.
pub(crate) fn line_end(text: &str, from: usize) -> usize {
    let end = memchr(b'\n', &text.as_bytes()[from..]).map_or(text.len(), |found| from + found);
    if end > from && text.as_bytes()[end - 1] == b'\r' {
        end - 1
    } else {
        end
    }
}

/// The start of the line.
pub(crate) fn line_start(text: &str, from: usize) -> usize {
    text[..from].rfind('\n').map_or(0, |found| found + 1)
}

fn block_end(bytes: &[u8], from: usize) -> usize {
    let (mut at, mut depth) = (from, 1);
    while let Some(found) = memchr2(b'*', b'/', &bytes[at..]) {
        at += found;
        let pair = bytes.get(at..at + 2);
        at += 1;
        if pair == Some(b"*/") {
            at += 1;
            depth -= 1;
        } else if pair == Some(b"/*") {
            at += 1;
            depth += 1;
        }
        if depth == 0 {
            return at;
        }
    }
    bytes.len()
}

/// The whitespace before something that is the first in its line.
// No line is searched for its start: a file may be one line, with many things to ask about.
pub(crate) fn indent(text: &str, start: usize) -> Option<&str> {
    let before = text[..start].trim_end_matches(is_space);
    (before.is_empty() || before.ends_with('\n')).then(|| &text[before.len()..start])
}

/// The end of the line, without its break, for something that is the last in it.
pub(crate) fn last_of_line(text: &str, end: usize) -> Option<usize> {
    let rest = text[end..].trim_start_matches(is_space);
    (rest.is_empty() || rest.starts_with('\n')).then(|| {
        let end = text.len() - rest.len();
        end - usize::from(text[..end].ends_with('\r'))
    })
}

fn is_space(c: char) -> bool {
    c != '\n' && c.is_whitespace()
}

/// The comments in runs.
pub(crate) fn runs<'c>(text: &str, comments: &'c [Comment]) -> Vec<Run<'c>> {
    let blank = |from: usize, to: usize| {
        text[from..to]
            .bytes()
            .all(|byte| byte.is_ascii_whitespace())
    };
    // A comment after code in its line belongs to that code, and starts a run of its own.
    let together =
        |a: &Comment, b: &Comment| a.is_first && b.is_first && blank(a.range.end, b.range.start);
    let run = |comments: &'c [Comment]| {
        let end = comments.last().map_or(0, |last| last.range.end);
        let rest = &text[end..];
        let space = rest.bytes().take_while(u8::is_ascii_whitespace).count();
        let next = end + space;
        Run { comments, next }
    };
    comments.chunk_by(together).map(run).collect()
}

/// Whether a text has a word somewhere.
pub(crate) fn has(text: &str, word: &str) -> bool {
    memmem::find(text.as_bytes(), word.as_bytes()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_found() {
        let text = "a // b\r\n  /// c \"\n@external-id(\"// no \\\" /*\") /* d /* e */ f */ g /** h */\n/**/ //";
        let (found, strings) = comments(text);
        let found: Vec<_> = found
            .into_iter()
            .map(|it| (&text[it.range], it.kind, it.is_first))
            .collect();
        assert_eq!(
            found,
            [
                ("// b", CommentKind::Line, false),
                ("/// c \"", CommentKind::DocLine, true),
                ("/* d /* e */ f */", CommentKind::Block, false),
                ("/** h */", CommentKind::DocBlock, false),
                ("/**/", CommentKind::Block, true),
                ("//", CommentKind::Line, false),
            ]
        );
        let strings: Vec<_> = strings.into_iter().map(|it| &text[it]).collect();
        assert_eq!(strings, [r#""// no \" /*""#]);
    }

    #[test]
    fn lines_are_looked_at_from_within() {
        let text = "a b\n \t c \r\nd";
        assert_eq!(indent(text, 0), Some(""));
        assert_eq!(indent(text, 2), None);
        assert_eq!(indent(text, 7), Some(" \t "));
        assert_eq!(last_of_line(text, 1), None);
        assert_eq!(last_of_line(text, 3), Some(3));
        assert_eq!(last_of_line(text, 8), Some(9));
        assert_eq!(last_of_line(text, text.len()), Some(text.len()));
    }

    #[test]
    fn runs_end_at_code() {
        let text = "/// a\n\n/// b\nc // d\n/// e\n}\n// f";
        let (all, _) = comments(text);
        let runs: Vec<_> = runs(text, &all)
            .into_iter()
            .map(|run| (run.comments.len(), &text[run.next..]))
            .collect();
        assert_eq!(
            runs,
            [
                (2, "c // d\n/// e\n}\n// f"),
                (1, "/// e\n}\n// f"),
                (1, "}\n// f"),
                (1, "")
            ]
        );
    }
}
