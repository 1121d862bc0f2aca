//! Types in the notation of other languages: `Vec<String>`, `[u8; 4]`, `string[]`, `map[string]u8`, `string | null`.
//!
//! Most of their punctuation is none of WIT's, so that they are read from the text. Each becomes a type that is missing.

use super::head::is_name;
use super::layout::Layout;
use super::mistake::{Found, MAX_MISTAKES, TypeMistake};
use super::retract::retract;
use crate::foreign_notation;
use crate::generated::tokens::Kind;
use crate::lexer::Token;
use witc_diagnostics::{Diagnostic, Span};

/// Puts missing types in the places of such types, each of which is reported.
pub(crate) fn translate(
    tokens: &mut Vec<Token>,
    layout: Layout<'_>,
    diagnostics: &mut Vec<Diagnostic>,
    found: &mut Vec<Found>,
) {
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    // How many parentheses are open in the current statement, and its first token.
    let (mut parens, mut statement, mut in_record) = (0_usize, None, false);
    let mut at = 0;
    while at < tokens.len() {
        if found.len() < MAX_MISTAKES
            && let Some(before) = kept.last()
            && needs_type(&kept, statement)
        {
            let text = layout.span(Span::new(before.end, layout.end()));
            let may_be_function = parens > 0 || in_record || before.kind != Kind::Colon;
            if let Some(foreign) = foreign_notation::read(text, may_be_function) {
                let start = before.end + foreign.range.start as u32;
                let span = Span::new(start, before.end + foreign.range.end as u32);
                retract(diagnostics, span);
                let mistake = TypeMistake::Foreign {
                    ours: foreign.ours,
                    is_sure: foreign.is_sure,
                    note: foreign.note,
                };
                found.push(Found::new(span, mistake));
                kept.push(Token::missing(Kind::Ident, start));
                while tokens.get(at).is_some_and(|token| token.start < span.end) {
                    at += 1;
                }
                continue;
            }
        }
        if let Some(end) = by_reference(&kept, layout) {
            // Of `&self` what is left is one mistake.
            let before = kept.last().map_or(end, |before| before.end);
            retract(diagnostics, Span::new(before, end));
            at += tokens[at..].partition_point(|token| token.start < end);
            kept.push(Token {
                kind: Kind::Ident,
                start: before,
                end,
            });
            continue;
        }
        let token = tokens[at];
        match token.kind {
            Kind::LeftParen => parens += 1,
            Kind::RightParen => parens = parens.saturating_sub(1),
            Kind::Semicolon => (parens, statement) = (0, None),
            Kind::LeftBrace | Kind::RightBrace => {
                let keyword = kept.iter().rev().nth(1).map(|token| token.kind);
                in_record = token.kind == Kind::LeftBrace && keyword == Some(Kind::Record);
                (parens, statement) = (0, None);
            }
            kind => statement = statement.or(Some(kind)),
        }
        kept.push(token);
        at += 1;
    }
    *tokens = kept;
}

/// Whether a type has to follow these tokens.
fn needs_type(before: &[Token], statement: Option<Kind>) -> bool {
    let kind = |back: usize| before.iter().rev().nth(back).map(|token| token.kind);
    match kind(0) {
        Some(Kind::Arrow) => true,
        Some(Kind::Equals) => kind(2) == Some(Kind::Type),
        // That of a case, and not of an attribute.
        Some(Kind::LeftParen) => kind(1).is_some_and(is_name) && kind(2) != Some(Kind::At),
        Some(Kind::Colon) => !matches!(statement, Some(Kind::Package | Kind::Use | Kind::Include)),
        _ => false,
    }
}

/// The end of the `&self` or `&mut self` that the parameters of a function start with.
fn by_reference(before: &[Token], layout: Layout<'_>) -> Option<u32> {
    let [.., func, paren] = before else {
        return None;
    };
    if paren.kind != Kind::LeftParen || func.kind == Kind::At {
        return None;
    }
    let text = layout.span(Span::new(paren.end, layout.end()));
    let rest = text.strip_prefix('&')?;
    let rest = rest.strip_prefix("mut ").unwrap_or(rest);
    let rest = rest.strip_prefix("self")?;
    rest.starts_with([',', ')'])
        .then(|| layout.end() - rest.len() as u32)
}
