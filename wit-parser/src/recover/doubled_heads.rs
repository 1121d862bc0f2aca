//! Items whose head is written twice, with one `}`: `interface a {`, `interface a {`.

use super::layout::Layout;
use super::mistake::{Found, MAX_MISTAKES, TokenMistake};
use crate::generated::tokens::Kind;
use crate::keyword::is_braced;
use crate::lexer::Token;
use witc_diagnostics::Span;

/// The tokens of a head: `interface a {`, and `import a: interface {`.
const LENGTHS: [usize; 2] = [3, 5];

/// Takes out the second of two heads that say the same, and reports it, at most `excess` times. Whether there was one.
pub(super) fn take_out(
    tokens: &mut Vec<Token>,
    excess: usize,
    layout: Layout<'_>,
    found: &mut Vec<Found>,
) -> bool {
    let mut doubled = Vec::new();
    for at in 0..tokens.len() {
        if doubled.len() == excess || found.len() + doubled.len() >= MAX_MISTAKES {
            break;
        }
        if tokens[at].kind == Kind::LeftBrace {
            doubled.extend(second_head(tokens, at + 1, layout));
        }
    }
    for (start, end) in doubled.iter().rev().copied() {
        let head = Token {
            kind: tokens[start].kind,
            start: tokens[start].start,
            end: tokens[end - 1].end,
        };
        let span = Span::new(head.start, head.end);
        found.push(Found::new(span, TokenMistake::Doubled(head)));
        tokens.drain(start..end);
    }
    !doubled.is_empty()
}

/// Where the head starts and ends that follows at `at`, if it says what the one before says.
fn second_head(tokens: &[Token], at: usize, layout: Layout<'_>) -> Option<(usize, usize)> {
    let text = |token: &Token| layout.text(*token);
    let length = LENGTHS.into_iter().find(|length| {
        let (Some(first), Some(second)) = (
            at.checked_sub(*length).map(|start| &tokens[start..at]),
            tokens.get(at..at + length),
        ) else {
            return false;
        };
        let starts = first[0].kind;
        (is_braced(starts) || matches!(starts, Kind::Import | Kind::Export))
            && first.iter().map(text).eq(second.iter().map(text))
    })?;
    Some((at, at + length))
}
