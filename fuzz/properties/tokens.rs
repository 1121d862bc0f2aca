//! What holds for the tokens of any text: they come in its order, and nothing is left out but blanks and comments,
//! unless a diagnostic says so.

use witc_diagnostics::{Diagnostic, Span};
use witc_parser::token_spans;

/// How many mistakes of each kind the lexer shows; with more, it leaves things out in silence.
const SHOWN: usize = 100;

pub(crate) fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let base = 7;
    let mut diagnostics = Vec::new();
    let (tokens, comments) = token_spans(text, base, &mut diagnostics);
    let mut covered: Vec<Span> = tokens;
    covered.extend(comments);
    covered.sort_by_key(|span| span.start);
    let mut at = base;
    for span in covered
        .iter()
        .copied()
        .chain([Span::new(base + text.len() as u32, u32::MAX)])
    {
        assert!(at <= span.start && span.start < span.end, "{at} {span:?}");
        let between = &text[(at - base) as usize..(span.start - base) as usize];
        let odd = between.trim_matches(|c| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{feff}'));
        assert!(
            odd.is_empty() || diagnostics.len() >= SHOWN || told(&diagnostics, at, span.start),
            "{odd:?}"
        );
        at = span.end;
    }
}

/// Whether a diagnostic is about something between two positions.
fn told(diagnostics: &[Diagnostic], start: u32, end: u32) -> bool {
    diagnostics.iter().any(|diagnostic| {
        let mut labels = std::iter::once(&diagnostic.primary).chain(&diagnostic.secondary);
        labels.any(|label| label.span.start < end && start <= label.span.end)
    })
}
