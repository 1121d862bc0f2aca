//! Two neighbours that changed places, where each was reported by itself: what is missing at one place stands at the
//! next.

use super::explain::Explainer;
use super::head::{Scope, is_name};
use super::layout::Layout;
use crate::codes;
use crate::generated::tokens::Kind;
use crate::lexer::Token;
use witc_diagnostics::Diagnostic;

/// Puts pairs of such diagnostics together.
pub(crate) fn join(found: &mut Vec<Diagnostic>, tokens: &[Token], layout: Layout<'_>) {
    Diagnostic::sort(found);
    let explainer = Explainer {
        layout,
        tokens,
        scope: Scope::File,
    };
    let mut joined: Vec<Diagnostic> = Vec::with_capacity(found.len());
    for diagnostic in found.drain(..) {
        if let Some(before) = joined.last() {
            let (place, last) = (diagnostic.primary.span, before.primary.span);
            if is_swap(&diagnostic) && is_unexpected(before) && last.start == place.start {
                joined.pop();
            } else if is_swap(before) && is_missing(&diagnostic, tokens) {
                let next = tokens.partition_point(|token| token.start < last.end);
                let follows = |token: &Token| token.start == place.start;
                if place.start == last.end || tokens.get(next).is_some_and(follows) {
                    continue;
                }
            }
        }
        let second = joined
            .last()
            .and_then(|before| swapped(before, &diagnostic, tokens));
        match second {
            Some(at) => {
                joined.pop();
                joined.push(explainer.swapped(at));
            }
            None => joined.push(diagnostic),
        }
    }
    *found = joined;
}

/// The index of the second of two tokens that changed places, if that is what two diagnostics in a row tell.
fn swapped(first: &Diagnostic, second: &Diagnostic, tokens: &[Token]) -> Option<usize> {
    let (start, end) = (first.primary.span.start, second.primary.span.start);
    let at = tokens.partition_point(|token| token.start < start);
    let (one, other) = (tokens.get(at)?, tokens.get(at + 1)?);
    // What is missing between two tokens is missing behind the one or, at the start of an item, before the other.
    let is_between = |at: usize, place: u32| {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        before.is_some_and(|token| token.end == place)
            || tokens.get(at).is_some_and(|token| token.start == place)
    };
    let found = match (is_missing(first, tokens), is_missing(second, tokens)) {
        // Something is missing, and what stands behind the next token should not be there.
        (true, false) => is_unexpected(second) && is_between(at, start) && other.start == end,
        // Something should not be there, and is missing behind the next token.
        (false, true) => is_unexpected(first) && one.start == start && is_between(at + 2, end),
        // A name and a comma are missing, with a comma and a name between the two places.
        (true, true) => {
            let is_comma = |token: &Token| {
                matches!(token.kind, Kind::Comma | Kind::LeftParen | Kind::LeftBrace)
            };
            let kinds = if first.code == codes::MISSING_NAME {
                is_comma(one) && is_name(other.kind)
            } else {
                is_name(one.kind) && is_comma(other)
            };
            kinds && first.code != second.code && is_between(at + 2, end)
        }
        _ => false,
    };
    found.then_some(at + 1)
}

/// Whether something is missing: before a token, or before the comma that is labelled.
fn is_missing(diagnostic: &Diagnostic, tokens: &[Token]) -> bool {
    let span = diagnostic.primary.span;
    let at_comma = || {
        let at = tokens.partition_point(|token| token.start < span.start);
        tokens
            .get(at)
            .is_some_and(|token| token.kind == Kind::Comma && token.start == span.start)
    };
    match diagnostic.code {
        codes::MISSING_TOKEN | codes::UNCLOSED => span.start == span.end,
        codes::MISSING_NAME => span.start == span.end || at_comma(),
        _ => false,
    }
}

fn is_swap(diagnostic: &Diagnostic) -> bool {
    diagnostic.code == codes::UNEXPECTED_TOKEN
        && diagnostic.message.ends_with(" are the wrong way round")
}

fn is_unexpected(diagnostic: &Diagnostic) -> bool {
    diagnostic.code == codes::UNEXPECTED_TOKEN && diagnostic.message.starts_with("unexpected ")
}
