//! Characters that stand for nothing in WIT, and what people mean by them.

use crate::code_points::invisible;
use std::ops::Range;
use witc_diagnostics::{Diagnostic, Span};

/// Adds what to write instead of the characters in `range`, where that can be told.
pub(crate) fn explain(
    diagnostic: Diagnostic,
    source: &str,
    range: Range<usize>,
    base: u32,
) -> Diagnostic {
    let (before, rest) = (&source[..range.start], &source[range.start..]);
    let place = |start: usize, end: usize| Span::new(base + start as u32, base + end as u32);
    let word = word_before(before);
    let name = &source[word.clone()];
    let first = rest.chars().next().unwrap_or_default();
    match first {
        '[' if rest.starts_with("[]") && !name.is_empty() => {
            let (length, list) = list_of(name, rest);
            diagnostic.fix(
                format!("write `{list}`"),
                place(word.start, range.start + length),
                list,
            )
        }
        '[' => diagnostic.note("a list is written `list<u8>`, one of a fixed length `list<u8, 4>`"),
        // `name?: t`, where the type comes later, is told below.
        '?' if !name.is_empty() && !rest[1..].trim_start().starts_with(':') => {
            let option = format!("option<{name}>");
            diagnostic.fix(
                format!("write `{option}`"),
                place(word.start, range.start + 1),
                option,
            )
        }
        '?' => diagnostic.note("what may be missing has a type like `option<string>`"),
        '#' if rest.starts_with("#[") || rest.starts_with("#!") => {
            diagnostic.note("attributes are written `@since(version = 1.2.3)`")
        }
        '#' if starts_comment(source, range.start) => diagnostic
            .note("a comment starts with `//`")
            .fix("write `//`", place(range.start, range.start + 1), "//"),
        '-' if rest.starts_with("--") => diagnostic.note("a comment starts with `//`"),
        '*' if before.ends_with('.') || before.trim_end().ends_with("use") => {
            diagnostic.note("types are brought in by their names: `use types.{a, b};`")
        }
        '*' | '&' => diagnostic
            .note("WIT has no pointers: values are passed whole, and resources as `borrow<…>`"),
        '|' => diagnostic.note("a value of one of several types is a `variant`, which has a name"),
        c if c.is_whitespace() => diagnostic.fix(
            "write a space",
            place(range.start, range.start + c.len_utf8()),
            " ",
        ),
        c if invisible(rest).is_some_and(|(at, _)| at == 0) => diagnostic.fix(
            "remove it",
            place(range.start, range.start + c.len_utf8()),
            "",
        ),
        '\'' => diagnostic.note("names are written without quotes, and texts between `\"`"),
        _ => diagnostic,
    }
}

/// The range of the word that ends a text.
pub(crate) fn word_before(text: &str) -> Range<usize> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '%');
    let start = text.rfind(|c| !is_part(c)).map_or(0, |at| {
        at + text[at..].chars().next().map_or(1, char::len_utf8)
    });
    start..text.len()
}

/// The list that `name[]` says, and how many bytes its brackets have, with which `rest` starts.
fn list_of(name: &str, rest: &str) -> (usize, String) {
    let pairs = rest.as_bytes().chunks(2).take_while(|pair| *pair == b"[]");
    // Nobody means more dimensions, and without a limit the fix would be longer than the text.
    let dimensions = pairs.take(MAX_BRACKETS).count();
    let (open, close) = ("list<".repeat(dimensions), ">".repeat(dimensions));
    (2 * dimensions, format!("{open}{name}{close}"))
}

/// How deep lists in square brackets are followed.
const MAX_BRACKETS: usize = 8;

/// Whether the `#` at `at` is meant to start a comment.
pub(crate) fn starts_comment(source: &str, at: usize) -> bool {
    let line = source[..at].rsplit('\n').next().unwrap_or_default();
    let rest = &source[at + 1..];
    // `#[` and `#!` start attributes in Rust; a `#` in the middle of a word starts nothing.
    !rest.starts_with(['[', '!']) && (line.trim().is_empty() || rest.starts_with([' ', '\t']))
}
