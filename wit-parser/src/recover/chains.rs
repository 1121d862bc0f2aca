//! Mistakes that follow from each other.
//!
//! Where nothing fits, the recovery finds one mistake after the other, a few tokens apart. The first of them tells what is
//! wrong; what the others are is known only when that one is right.

use super::layout::Layout;
use super::merge::sort;
use super::mistake::{Found, ListMistake, Mistake};
use crate::lexer::Token;
use witc_diagnostics::Span;

/// How many mistakes in a row are too many to be understood one by one.
const MIN_LENGTH: usize = 3;

/// How many tokens there are at most between two of them.
// The mistakes of two statements are further apart, most often, or on lines of their own.
const MAX_GAP: usize = 8;

/// How many mistakes of braces, and of items in the wrong place, are told of a file.
// One too many here and one too few there is what a line in the wrong place makes. After that nothing stands where it
// is thought to.
const MAX_OF_STRUCTURE: usize = 2;

/// Leaves the first mistake of each such row.
pub(super) fn shorten(found: &mut Vec<Found>, tokens: &[Token], layout: Layout<'_>) {
    sort(found);
    keep_first_of_structure(found);
    let index = |found: &Found| tokens.partition_point(|token| token.start < found.span.start);
    let mut kept: Vec<Found> = Vec::with_capacity(found.len());
    let mut row: Vec<Found> = Vec::new();
    for next in found.drain(..) {
        let goes_on = row.last().is_some_and(|last| {
            may_go_on(last, &next, layout) && index(&next) - index(last) <= MAX_GAP
        });
        if !goes_on {
            end(&mut row, &mut kept);
        }
        row.push(next);
    }
    end(&mut row, &mut kept);
    *found = kept;
}

/// Whether two mistakes are of a kind and on a line, so that the second may follow from the first.
fn may_go_on(last: &Found, next: &Found, layout: Layout<'_>) -> bool {
    let between = Span::new(last.span.start, next.span.start);
    may_follow(next) && may_follow(last) && !layout.span(between).contains('\n')
}

/// Whether this may be found only because a mistake right before it was not understood. What people do as a habit is
/// understood.
fn may_follow(found: &Found) -> bool {
    match &found.mistake {
        Mistake::Missing(_) | Mistake::Token(_) | Mistake::Brace(_) => {
            found.mistake.habit().is_none() && !found.is_missing_semicolon()
        }
        Mistake::List(ListMistake::Separators { .. } | ListMistake::TypeOfCase { .. }) => true,
        Mistake::List(_)
        | Mistake::Type(_)
        | Mistake::Function(_)
        | Mistake::Name(_)
        | Mistake::Item(_)
        | Mistake::Attribute(_)
        | Mistake::Comment(_)
        | Mistake::TooDeep(_) => false,
    }
}

/// Drops all but the first mistakes of braces and of items in the wrong place.
fn keep_first_of_structure(found: &mut Vec<Found>) {
    let mut count = 0;
    found.retain(|found| {
        count += usize::from(found.is_of_structure());
        !found.is_of_structure() || count <= MAX_OF_STRUCTURE
    });
}

/// Keeps what is to be said of a row.
fn end(row: &mut Vec<Found>, kept: &mut Vec<Found>) {
    if row.len() >= MIN_LENGTH {
        row.truncate(1);
    }
    kept.append(row);
}
