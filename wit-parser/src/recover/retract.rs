//! Taking back what the lexer said of text that turns out to be one mistake.

use crate::codes;
use witc_diagnostics::{Diagnostic, Span};

/// Takes back what was said of the words and characters at `place`. What was said of a word that stands elsewhere as
/// well goes on there.
pub(crate) fn retract(diagnostics: &mut Vec<Diagnostic>, place: Span) {
    let is_outside = |span: Span| span.end <= place.start || place.end <= span.start;
    diagnostics.retain_mut(|diagnostic| {
        let is_lexical = matches!(
            diagnostic.code,
            codes::MALFORMED_NAME | codes::UNEXPECTED_CHARACTER | codes::UNCLOSED_STRING
        );
        if !is_lexical {
            return true;
        }
        for fix in &mut diagnostic.fixes {
            fix.edits.retain(|edit| is_outside(edit.span));
        }
        diagnostic.fixes.retain(|fix| !fix.edits.is_empty());
        diagnostic.secondary.retain(|label| is_outside(label.span));
        if is_outside(diagnostic.primary.span) {
            return true;
        }
        if diagnostic.secondary.is_empty() {
            return false;
        }
        diagnostic.primary.span = diagnostic.secondary.remove(0).span;
        true
    });
}

/// The places of characters that stand for nothing, in order.
pub(crate) fn odd_characters(diagnostics: &[Diagnostic]) -> Vec<Span> {
    let odd = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.code == codes::UNEXPECTED_CHARACTER);
    let mut odd: Vec<Span> = odd.map(|diagnostic| diagnostic.primary.span).collect();
    odd.sort();
    odd
}
