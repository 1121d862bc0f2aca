//! Placeholders of a template that was not filled in: `{{name}}`, `<%= name %>`, `${name}`, `{% if name %}`.
//!
//! Their punctuation would break items apart, so that they are found in the text, before braces are balanced.

use super::head::is_name;
use super::layout::Layout;
use super::mistake::{Found, MAX_MISTAKES, NameMistake};
use super::retract::retract;
use crate::generated::tokens::Kind;
use crate::lexer::Token;
use crate::odd::word_before;
use crate::{is_keyword, scan};
use witc_diagnostics::{Diagnostic, Span};

/// What placeholders start and end with, longer ones first.
const DELIMITERS: [(&str, &str); 7] = [
    ("{{{", "}}}"),
    ("{{", "}}"),
    ("{%", "%}"),
    ("<%", "%>"),
    ("${", "}"),
    ("#{", "}"),
    ("$(", ")"),
];

/// The longest placeholder: without a limit, a row of `{` would be looked at again and again.
const MAX_LENGTH: usize = 200;

/// Takes out placeholders, each of which is reported, and puts what they stand for in their places.
pub(crate) fn take_out(
    tokens: &mut Vec<Token>,
    layout: Layout<'_>,
    diagnostics: &mut Vec<Diagnostic>,
    found: &mut Vec<Found>,
) {
    if !DELIMITERS
        .iter()
        .any(|(open, _)| layout.text.contains(open))
    {
        return;
    }
    let mut kept = Vec::with_capacity(tokens.len());
    let mut rest = tokens.as_slice();
    let start = rest.first().map_or(layout.base, |token| token.start);
    let spans = placeholders(layout);
    for span in spans.into_iter().filter(|span| span.end > start) {
        if found.len() >= MAX_MISTAKES {
            break;
        }
        let (before, after) = rest.split_at(rest.partition_point(|token| token.end <= span.start));
        let inside = after.partition_point(|token| token.start < span.end);
        kept.extend_from_slice(before);
        rest = &after[inside..];
        retract(diagnostics, span);
        found.push(Found::new(span, NameMistake::Placeholder));
        let next = rest.first().map(|token| token.kind);
        stand_in(&mut kept, span, next, layout);
    }
    kept.extend_from_slice(rest);
    *tokens = kept;
}

/// The places of all placeholders.
fn placeholders(layout: Layout<'_>) -> Vec<Span> {
    let (text, bytes) = (layout.text, layout.text.as_bytes());
    let (mut spans, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let rest = &bytes[at..];
        at += match rest {
            [b'/', b'/', comment @ ..] => 2 + scan::line_comment(comment),
            [b'/', b'*', comment @ ..] => {
                let (Ok(length) | Err(length)) = scan::block_comment(comment);
                2 + length
            }
            [b'"', string @ ..] => {
                let (Ok(length) | Err(length)) = scan::string(string);
                1 + length
            }
            // Of more than three braces the first ones are those of a list or an item.
            [b'{', b'{', b'{', b'{', ..] => 1,
            _ => match length(rest) {
                Some(length) => {
                    let whole = with_neighbours(text, at, at + length);
                    spans.push(Span::new(
                        layout.base + whole.0 as u32,
                        layout.base + whole.1 as u32,
                    ));
                    whole.1 - at
                }
                None => 1,
            },
        };
    }
    spans
}

/// How many bytes the placeholder has that `rest` starts with.
fn length(rest: &[u8]) -> Option<usize> {
    let (open, close) = DELIMITERS
        .iter()
        .find(|(open, _)| rest.starts_with(open.as_bytes()))?;
    let inner = &rest[open.len()..rest.len().min(MAX_LENGTH)];
    let line = &inner[..scan::line_comment(inner)];
    let end = line
        .windows(close.len())
        .position(|end| end == close.as_bytes())?;
    // Braces alone are what somebody nests, or closes.
    let is_empty = line[..end]
        .iter()
        .all(|byte| byte.is_ascii_whitespace() || matches!(byte, b'{' | b'}'));
    (!is_empty).then_some(open.len() + end + close.len())
}

/// The start and the end of a name or version that the placeholder at `start..end` is a part of: `my-{{name}}`,
/// `{{major}}.0.0`.
fn with_neighbours(text: &str, start: usize, mut end: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let word = word_before(&text[..start]);
    // `world{{name}}` only lacks a blank.
    let first = if is_keyword(&text[word.clone()]) {
        start
    } else {
        word.start
    };
    loop {
        let rest = &bytes[end..];
        let is_version = |rest: &[u8]| {
            matches!(rest, [b'.', next, ..] if next.is_ascii_digit())
                || (rest.first() == Some(&b'.') && length(&rest[1..]).is_some())
        };
        end += match rest {
            [part, ..] if part.is_ascii_alphanumeric() || matches!(part, b'-' | b'_') => 1,
            rest if is_version(rest) => 1,
            rest => match length(rest) {
                Some(length) => length,
                None => return (first, end),
            },
        };
    }
}

/// Adds what the placeholder at `span` stands for to the tokens before it: a name, a version, a number, or whole items.
/// `next` is what follows it.
fn stand_in(kept: &mut Vec<Token>, span: Span, next: Option<Kind>, layout: Layout<'_>) {
    let kind = |back: usize| kept.iter().rev().nth(back).map(|token| token.kind);
    let starts_element = matches!(
        kind(0),
        None | Some(
            Kind::Semicolon | Kind::LeftBrace | Kind::RightBrace | Kind::Comma | Kind::LeftParen
        )
    );
    let text = layout.span(span);
    if is_control(text) || (starts_element && layout.is_alone(span)) {
        return;
    }
    let kinds: &[Kind] = match kind(0) {
        Some(Kind::At) if kind(1).is_some_and(is_name) => &[Kind::Version],
        Some(Kind::Comma) if is_in_list_type(kept) => &[Kind::Integer],
        // The names of a `use`, with their braces.
        Some(Kind::Dot) => &[Kind::LeftBrace, Kind::Ident, Kind::RightBrace],
        // `get` and `set` are names elsewhere.
        Some(Kind::Colon | Kind::Async | Kind::Static) if next == Some(Kind::LeftParen) => {
            &[Kind::Func]
        }
        _ => &[Kind::Ident],
    };
    kept.extend(kinds.iter().map(|kind| Token::missing(*kind, span.start)));
}

/// How many tokens a type has at most that a list of fixed length is looked for before.
const MAX_TYPE: usize = 100;

/// Whether these tokens end in the `<…>` of a `list`.
fn is_in_list_type(before: &[Token]) -> bool {
    let mut closed = 0_usize;
    for (at, token) in before.iter().enumerate().rev().take(MAX_TYPE) {
        match token.kind {
            Kind::Greater => closed += 1,
            Kind::Less if closed > 0 => closed -= 1,
            Kind::Less => return at > 0 && before[at - 1].kind == Kind::List,
            Kind::Semicolon | Kind::LeftBrace | Kind::RightBrace | Kind::LeftParen => return false,
            _ => {}
        }
    }
    false
}

/// Whether a placeholder says what becomes of the text around it, rather than standing for text: `{% if a %}`, `{{/each}}`.
fn is_control(text: &str) -> bool {
    if let Some(inner) = text.strip_prefix("<%") {
        return !inner.starts_with(['=', '-']);
    }
    let Some(inner) = text.strip_prefix("{{") else {
        return text.starts_with("{%");
    };
    let inner = inner.trim_start_matches(['{', '-', '~', ' ']);
    let word = inner.split(|c: char| !c.is_ascii_alphabetic()).next();
    inner.starts_with(['#', '/', '^', '!', '>'])
        || word.is_some_and(|word| ["if", "else", "end", "range", "for", "with"].contains(&word))
}
