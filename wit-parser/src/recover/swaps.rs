//! Two neighbours that changed places, where each was reported by itself: what is missing at one place stands at the
//! next.

use super::finder::Finder;
use super::head::is_name;
use super::layout::Layout;
use super::merge::sort;
use super::mistake::{Found, Lack};
use crate::generated::tokens::Kind;
use crate::lexer::Token;
use crate::scope::Scope;

/// Puts pairs of such mistakes together.
pub(crate) fn join(found: &mut Vec<Found>, tokens: &[Token], layout: Layout<'_>) {
    sort(found);
    let finder = Finder {
        layout,
        tokens,
        scope: Scope::File,
    };
    let mut joined: Vec<Found> = Vec::with_capacity(found.len());
    for found in found.drain(..) {
        if let Some(before) = joined.last() {
            let (place, last) = (found.span, before.span);
            // An edit has found the swap after the token was already reported as unexpected.
            if found.is_swap() && before.is_unexpected() && last.start == place.start {
                joined.pop();
            } else if before.is_swap() && found.lack().is_some() {
                // What is missing right after a swap only follows from it.
                let next = tokens.partition_point(|token| token.start < last.end);
                let follows = |token: &Token| token.start == place.start;
                if place.start == last.end || tokens.get(next).is_some_and(follows) {
                    continue;
                }
            }
        }
        let second = joined
            .last()
            .and_then(|before| swapped(before, &found, tokens));
        match second {
            Some(at) => {
                joined.pop();
                joined.push(finder.swapped(at));
            }
            None => joined.push(found),
        }
    }
    *found = joined;
}

/// The index of the second of two tokens that changed places, if that is what two mistakes in a row tell.
fn swapped(first: &Found, second: &Found, tokens: &[Token]) -> Option<usize> {
    let (start, end) = (first.span.start, second.span.start);
    let at = tokens.partition_point(|token| token.start < start);
    let (one, other) = (tokens.get(at)?, tokens.get(at + 1)?);
    // Two tokens of one kind can't be in the wrong order.
    if one.kind == other.kind {
        return None;
    }
    // What is missing between two tokens is missing after the one or, at the start of an item, before the other.
    let is_between = |at: usize, place: u32| {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        before.is_some_and(|token| token.end == place)
            || tokens.get(at).is_some_and(|token| token.start == place)
    };
    let is_swap = match (first.lack(), second.lack()) {
        // Something is missing, and what stands after the next token should not be there.
        (Some(_), None) => second.is_unexpected() && is_between(at, start) && other.start == end,
        // Something should not be there, and is missing after the next token.
        (None, Some(_)) => first.is_unexpected() && one.start == start && is_between(at + 2, end),
        // A name and a comma are missing, with a comma and a name between the two places.
        (Some(lack), Some(other_lack)) => {
            let is_comma = |token: &Token| {
                matches!(token.kind, Kind::Comma | Kind::LeftParen | Kind::LeftBrace)
            };
            let kinds = if lack == Lack::Name {
                is_comma(one) && is_name(other.kind)
            } else {
                is_name(one.kind) && is_comma(other)
            };
            kinds && lack != other_lack && is_between(at + 2, end)
        }
        (None, None) => false,
    };
    is_swap.then_some(at + 1)
}
