//! Diagnostics that come up several times for one mistake.

use std::collections::HashSet;
use witc_diagnostics::{Diagnostic, Span};

/// Of diagnostics of the same code at the same place only the first stays: an interface that a world imports and
/// exports has one mistake, not two.
pub fn once_each(diagnostics: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    diagnostics.retain(|diagnostic| {
        let span = diagnostic.primary.span;
        // What has no place in a text cannot be told apart by it, and stays.
        span == Span::NONE || seen.insert((diagnostic.code, span))
    });
}
