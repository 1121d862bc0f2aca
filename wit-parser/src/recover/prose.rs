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
            let line = Span::new(token.start, tokens[end - 1].end);
            retract(diagnostics, line);
            // Three words show what is meant; a whole paragraph would fill the screen.
            let words = if end - at > 3 {
                Span::new(line.start, tokens[at + 2].end)
            } else {
                line
            };
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

/// The end of the line that starts at `at`, if it is prose: of its first tokens three are names in a row, and no
/// statement ends in it.
fn prose(tokens: &[Token], at: usize, layout: Layout<'_>) -> Option<usize> {
    let is_word = |token: &Token| is_name(token.kind) || is_keyword(token.kind);
    let [first, second, third, ..] = tokens[at..] else {
        return None;
    };
    if !is_name(first.kind) || !is_word(&second) || !is_word(&third) || !layout.is_first(first) {
        return None;
    }
    let rest = &layout.text.as_bytes()[(first.start - layout.base) as usize..];
    let length = rest
        .iter()
        // No line of prose is longer, and a file that is all in one line would be searched to its
        // end at each word.
        .take(4000)
        .position(|byte| *byte == b'\n')
        .unwrap_or(rest.len());
    let end = first.start + length as u32;
    let count = tokens[at..]
        .iter()
        .take(MAX_WORDS)
        .take_while(|token| token.end <= end)
        .count();
    let line = &tokens[at..at + count];
    // Statements have two names in a row at most: a keyword that is misspelt, and a name.
    let names_in_a_row = line
        .windows(3)
        .any(|three| three.iter().all(|token| is_name(token.kind)));
    let is_statement = line.iter().any(|token| {
        matches!(
            token.kind,
            Kind::Semicolon | Kind::LeftBrace | Kind::RightBrace | Kind::Colon
        )
    });
    let is_told_by_end = line.iter().any(|token| ends_comment(*token, layout));
    (names_in_a_row && !is_statement && !is_told_by_end).then_some(at + count)
}
