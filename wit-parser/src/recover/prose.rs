//! Comments that lack a mark: text between the tokens that was meant for people.
//!
//! Without its `/*` or `//` a comment is a row of words, each of them a mistake. It is told from WIT by its end, or
//! because no statement has so many names in a row, and said once.

use super::head::{is_keyword, is_name};
use super::layout::Layout;
use super::mistake::{CommentMistake, Found};
use super::retract::retract;
use crate::generated::tokens::Kind;
use crate::lexer::Token;
use witc_diagnostics::{Diagnostic, Span};

/// How many such comments are looked for in one file.
// Each may look back over many tokens; a file with more of them is no WIT.
const MAX_COMMENTS: usize = 50;

/// How many tokens one of them can have.
const MAX_WORDS: usize = 500;

/// How many bytes of a line are looked at.
const MAX_LINE: usize = 4000;

/// Takes out the tokens of comments that lack a mark, and reports them; what was said of their words is taken back.
pub(crate) fn take_out(
    tokens: &mut Vec<Token>,
    layout: Layout<'_>,
    diagnostics: &mut Vec<Diagnostic>,
    found: &mut Vec<Found>,
) {
    let mut kept = Vec::with_capacity(tokens.len());
    let (mut count, mut at) = (0, 0);
    while at < tokens.len() {
        let token = tokens[at];
        if count < MAX_COMMENTS && ends_comment(token, layout) {
            count += 1;
            let start = first_word(&kept, token, layout);
            let start = kept.get(start).map_or(token.start - 1, |first: &Token| {
                first.start.min(token.start - 1)
            });
            kept.truncate(kept.partition_point(|token| token.end <= start));
            let whole = Span::new(start, token.end);
            retract(diagnostics, whole);
            let end = Span::new(token.start - 1, token.end);
            found.push(Found::new(end, CommentMistake::NeverOpened));
            at += 1;
        } else if count < MAX_COMMENTS
            && let Some(end) = prose(tokens, at, layout)
        {
            count += 1;
            let line = layout.line(token.start);
            retract(diagnostics, line);
            // Three words show what is meant; a whole paragraph would fill the screen.
            let last = if end - at > 3 { at + 2 } else { end - 1 };
            let words = Span::new(line.start, tokens[last].end);
            let start = line.start;
            found.push(Found::new(words, CommentMistake::Line { start }));
            at = end;
        } else {
            kept.push(token);
            at += 1;
        }
    }
    *tokens = kept;
}

/// Whether a token is the `/` of a `*/`.
fn ends_comment(token: Token, layout: Layout<'_>) -> bool {
    let at = (token.start - layout.base) as usize;
    token.kind == Kind::Slash && at > 0 && layout.text.as_bytes()[at - 1] == b'*'
}

/// The index of the first of the last tokens that belong to the comment which `end` ends: on its line those after the
/// last statement, and lines before that have nothing of WIT.
fn first_word(kept: &[Token], end: Token, layout: Layout<'_>) -> usize {
    let is_boundary = |token: &Token| {
        matches!(
            token.kind,
            Kind::Semicolon | Kind::LeftBrace | Kind::RightBrace
        )
    };
    let mut first = kept.len();
    while first > 0 && kept.len() - first < MAX_WORDS {
        let token = kept[first - 1];
        let between = (token.end - layout.base) as usize..(end.start - layout.base) as usize;
        let breaks = layout.text.as_bytes()[between]
            .iter()
            .take(4000)
            .filter(|byte| **byte == b'\n')
            .count();
        // Elements of a list end with commas, and then a new line starts.
        let next_starts_line = kept.get(first).is_none_or(|next| layout.is_first(*next));
        if is_boundary(&token) || (breaks > 0 && token.kind == Kind::Comma && next_starts_line) {
            break;
        }
        first -= 1;
    }
    first
}

/// The end of the line that starts at `at`, if it is prose: it starts with a `/` that was `//`, or has more words in a row
/// than any statement, and no statement ends in it.
fn prose(tokens: &[Token], at: usize, layout: Layout<'_>) -> Option<usize> {
    let first = tokens[at];
    if !starts_line(tokens, at, layout) {
        return None;
    }
    let rest = &layout.text.as_bytes()[(first.start - layout.base) as usize..];
    // No line of prose is longer, and a file that is all in one line would be searched to its end at each word.
    let rest = &rest[..rest.len().min(MAX_LINE)];
    let length = rest.iter().position(|byte| *byte == b'\n');
    let end = first.start + length.unwrap_or(rest.len()) as u32;
    let count = tokens[at..]
        .iter()
        .take(MAX_WORDS)
        .take_while(|token| token.end <= end)
        .count();
    let line = &tokens[at..at + count];
    let is_told_by_end = line.iter().any(|token| ends_comment(*token, layout));
    let is_prose = match rest {
        [b'/', b' ' | b'\t' | b'\r' | b'\n', ..] | [b'/'] => true,
        _ => has_many_words(line),
    };
    (is_prose && !is_told_by_end).then_some(at + count)
}

/// Whether no other token is before the one at `at` on its line: characters that are none of WIT's may be.
fn starts_line(tokens: &[Token], at: usize, layout: Layout<'_>) -> bool {
    let end = at.checked_sub(1).map_or(layout.base, |at| tokens[at].end);
    let between = layout.span(Span::new(end, tokens[at].start));
    at == 0
        || between
            .as_bytes()
            .iter()
            .take(MAX_LINE)
            .any(|byte| *byte == b'\n')
}

/// Whether there are more words in a row than in any statement, which does not end here.
fn has_many_words(line: &[Token]) -> bool {
    let longest = |is_word: fn(Kind) -> bool| {
        let runs = line.split(|token| !is_word(token.kind));
        runs.map(<[Token]>::len).max().unwrap_or(0)
    };
    // Statements have two names in a row at most: a keyword that is misspelt, and a name.
    let (names, words) = (
        longest(is_name),
        longest(|kind| is_name(kind) || is_keyword(kind)),
    );
    let is_statement = line.iter().any(|token| match token.kind {
        Kind::LeftBrace | Kind::RightBrace => true,
        Kind::Semicolon | Kind::Colon => names < 4 && words < 6,
        _ => false,
    });
    (names >= 3 || words >= 5) && !is_statement
}
