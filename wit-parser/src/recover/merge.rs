//! Mistakes that a file makes over and over: said once, fixed together.
//!
//! Files in older dialects of WIT leave out each `;`, or write `function` in each function. That is one thing to know, not
//! a hundred.

use super::file_habit::Habit;
use super::mistake::Found;
use super::words::Words;
use crate::lexer::Token;
use witc_diagnostics::{Diagnostic, Label};

/// How many places a merged diagnostic shows beside the first.
const MAX_PLACES: usize = 4;

/// How often `;` has to be missing to be a habit.
const MIN_MISSING: usize = 3;

/// How far back a mistake is looked for that is the same: without a limit, merging would not be linear.
const MAX_BACK: usize = 100;

/// A mistake, the habit that it may be part of, and the further places where it was made again.
struct Repeated {
    first: Found,
    habit: Option<(Habit, Option<Token>)>,
    again: Vec<Found>,
}

/// The diagnostics of all mistakes, repeated ones merged. The text has as many `;` as `semicolons`.
pub(crate) fn merge(mut found: Vec<Found>, semicolons: usize, words: Words<'_>) -> Vec<Diagnostic> {
    sort(&mut found);
    let missing = found
        .iter()
        .filter(|found| found.is_missing_semicolon())
        .count();
    // A few that are missing are slips; in a file that has hardly any, it is the dialect.
    let without_semicolons = missing >= MIN_MISSING && missing > 2 * semicolons;
    // By the word itself: `function` for `func` is another habit than `fn`.
    let text = |word: Option<Token>| word.map(|word| words.layout.text(word));
    let mut merged: Vec<Repeated> = Vec::new();
    for first in found {
        let habit = if without_semicolons && first.is_missing_semicolon() {
            Some((Habit::NoSemicolon, None))
        } else {
            first.mistake.habit()
        };
        let is_same = |other: &&mut Repeated| match (other.habit, habit) {
            (Some((kind, word)), Some((habit, other))) => {
                kind == habit && text(word) == text(other)
            }
            (None, _) | (_, None) => false,
        };
        match merged.iter_mut().rev().take(MAX_BACK).find(is_same) {
            Some(repeated) => repeated.again.push(first),
            None => merged.push(Repeated {
                first,
                habit,
                again: Vec::new(),
            }),
        }
    }
    merged
        .iter()
        .map(|repeated| diagnostic(repeated, words))
        .collect()
}

/// Puts mistakes in the order of the text; those at one place stay in theirs.
pub(crate) fn sort(found: &mut [Found]) {
    found.sort_by_key(|found| found.span.start);
}

/// The diagnostic of a mistake with all its places, and what fixes them.
fn diagnostic(repeated: &Repeated, words: Words<'_>) -> Diagnostic {
    let habit = repeated.habit.map(|(habit, _)| habit);
    let mut diagnostic = words.diagnostic(&repeated.first);
    if let Some(habit) = habit {
        words.of_a_file(habit, repeated.again.is_empty(), &mut diagnostic);
    }
    for (index, again) in repeated.again.iter().enumerate() {
        let message = match index {
            0..MAX_PLACES => Some("and here"),
            MAX_PLACES => Some("and here, and further on"),
            _ => None,
        };
        diagnostic.secondary.extend(message.map(|message| Label {
            span: again.span,
            message: message.to_owned(),
        }));
        let fix = words.diagnostic(again).fixes.into_iter().next();
        match (diagnostic.fixes.as_mut_slice(), fix) {
            ([all], Some(fix)) => all.edits.extend(fix.edits),
            // A fix of some of the places would leave the others wrong.
            _ => diagnostic.fixes.clear(),
        }
    }
    diagnostic
}
