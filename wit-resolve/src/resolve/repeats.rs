//! Lists and items that stand in a text twice, as pasting them again by mistake makes it.

use crate::codes;
use witc_diagnostics::{Diagnostic, Label, Span};

/// How many names in a row are one list that is there twice, rather than names that happen to be.
const MIN_REPEATED: usize = 3;

/// The most places that such a diagnostic shows beside the first.
const MAX_MENTIONS: usize = 5;

/// Makes one diagnostic of those that say of a row of names that each is there twice. They are in the order of the text.
pub(super) fn merge(diagnostics: &mut Vec<Diagnostic>) {
    let mut merged: Vec<Diagnostic> = Vec::with_capacity(diagnostics.len());
    let mut row: Vec<Diagnostic> = Vec::new();
    for next in diagnostics.drain(..) {
        if !row.last().is_some_and(|last| goes_on(last, &next)) {
            end(&mut row, &mut merged);
        }
        row.push(next);
    }
    end(&mut row, &mut merged);
    *diagnostics = merged;
}

/// Whether `next` says the same of a name that follows the one of `last` in both places.
fn goes_on(last: &Diagnostic, next: &Diagnostic) -> bool {
    let (Some(first), Some(second)) = (first_place(last), first_place(next)) else {
        return false;
    };
    first.end <= second.start
        && first.end <= last.primary.span.start
        && second.end <= next.primary.span.start
}

/// The first place of a name that is there twice; nothing for other diagnostics.
fn first_place(diagnostic: &Diagnostic) -> Option<Span> {
    let is_repeated = [codes::DUPLICATE_NAME, codes::DUPLICATE_MEMBER].contains(&diagnostic.code);
    let first = diagnostic.secondary.first();
    first.filter(|_| is_repeated).map(|label| label.span)
}

fn end(row: &mut Vec<Diagnostic>, merged: &mut Vec<Diagnostic>) {
    if row.len() >= MIN_REPEATED {
        let others = row.split_off(1);
        let labels = others.iter().take(MAX_MENTIONS).map(|other| Label {
            span: other.primary.span,
            message: "and here".to_owned(),
        });
        row[0].secondary.extend(labels);
        // It removes one of many.
        row[0].fixes.clear();
    }
    merged.append(row);
}
