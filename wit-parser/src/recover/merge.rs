//! Mistakes that a file makes over and over: said once, mended together.
//!
//! Files in older dialects of WIT leave out each `;`, or write `function` in each function. That is one thing to know, not
//! a hundred.

use crate::codes;
use witc_diagnostics::{Diagnostic, Label};

/// How many places a merged diagnostic shows beside the first.
const MAX_PLACES: usize = 4;

/// How often `;` has to be missing to be a habit.
const HABIT: usize = 3;

/// The diagnostics in the order of the text, repeated ones merged. The text has as many `;` as `semicolons`.
pub(crate) fn merge(mut found: Vec<Diagnostic>, semicolons: usize) -> Vec<Diagnostic> {
    Diagnostic::sort(&mut found);
    let missing = found
        .iter()
        .filter(|diagnostic| is_missing_semicolon(diagnostic))
        .count();
    let without_semicolons = missing >= HABIT && missing > 2 * semicolons;
    let mut merged: Vec<Diagnostic> = Vec::new();
    for mut diagnostic in found {
        if without_semicolons && is_missing_semicolon(&diagnostic) {
            diagnostic.code = codes::OLD_DIALECT;
            diagnostic.message = "this file leaves out the `;` that ends each item".to_owned();
            diagnostic.notes = vec!["WIT did without it until 2023".to_owned()];
        }
        let is_repeated = matches!(
            diagnostic.code,
            codes::OLD_DIALECT
                | codes::MISSPELT_KEYWORD
                | codes::UNKNOWN_GENERIC
                | codes::NAMED_RESULTS
        );
        let first = merged.iter_mut().rev().take(100).find(|first| {
            is_repeated && first.code == diagnostic.code && first.message == diagnostic.message
        });
        match first {
            Some(first) => add(first, diagnostic),
            None => merged.push(diagnostic),
        }
    }
    merged
}

fn is_missing_semicolon(diagnostic: &Diagnostic) -> bool {
    let [fix] = diagnostic.fixes.as_slice() else {
        return false;
    };
    diagnostic.code == codes::MISSING_TOKEN
        && fix
            .edits
            .iter()
            .all(|edit| edit.span.start == edit.span.end && edit.text == ";")
}

/// Adds the place and the mend of `again` to those of `first`.
fn add(first: &mut Diagnostic, again: Diagnostic) {
    let places = first.secondary.len();
    if places < MAX_PLACES {
        first.secondary.push(Label {
            span: again.primary.span,
            message: "and here".to_owned(),
        });
    } else if places == MAX_PLACES {
        first.secondary.push(Label {
            span: again.primary.span,
            message: "and here, and further on".to_owned(),
        });
    }
    match (first.fixes.as_mut_slice(), again.fixes.into_iter().next()) {
        ([fix], Some(more)) => fix.edits.extend(more.edits),
        // A mend of some of the places only would be none.
        _ => first.fixes.clear(),
    }
    for note in again.notes {
        if !first.notes.contains(&note) {
            first.notes.push(note);
        }
    }
}
