//! Types in the notation of other languages: `Vec<String>`, `[u8; 4]`, `string[]`, `map[string]u8`, `string | null`.
//!
//! Most of their punctuation is none of WIT's, so that they are read from the text. Each becomes a type that is missing.

use super::head::is_name;
use super::layout::Layout;
use super::mistake::{Found, MAX_MISTAKES, TypeMistake};
use super::retract::retract;
use super::separators::is_param;
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
    let mut place = Place::default();
    let mut at = 0;
    while at < tokens.len() {
        if found.len() < MAX_MISTAKES
            && let Some((span, mistake)) = foreign_type(&kept, &place, layout)
            // Where a placeholder was taken out, nothing is known of the type.
            && !found.iter().any(|found| overlap(found.span, span))
        {
            retract(diagnostics, span);
            found.push(Found::new(span, mistake));
            kept.push(Token::missing(Kind::Ident, span.start));
            at += tokens[at..].partition_point(|token| token.start < span.end);
        } else if let Some(end) = by_reference(&kept, layout) {
            // Of `&self` what is left is one mistake.
            let before = kept.last().map_or(end, |before| before.end);
            retract(diagnostics, Span::new(before, end));
            at += tokens[at..].partition_point(|token| token.start < end);
            kept.push(Token {
                kind: Kind::Ident,
                start: before,
                end,
            });
        } else {
            place.enter(tokens, at, &kept);
            kept.push(tokens[at]);
            at += 1;
        }
    }
    *tokens = kept;
}

/// What is open where a token stands.
#[derive(Default)]
struct Place {
    /// How many parentheses are open in the current statement.
    parens: usize,
    /// The keyword of the record or variant whose elements these are.
    list: Option<Kind>,
}

impl Place {
    /// Goes on after the token at `at`, which follows those in `kept`.
    fn enter(&mut self, tokens: &[Token], at: usize, kept: &[Token]) {
        match tokens[at].kind {
            Kind::LeftParen => self.parens += 1,
            Kind::RightParen => self.parens = self.parens.saturating_sub(1),
            // Between parameters a `;` is only another separator.
            Kind::Semicolon if self.parens > 0 && is_param(tokens, at + 1) => {}
            Kind::Semicolon => self.parens = 0,
            Kind::LeftBrace => {
                let keyword = kept.iter().rev().nth(1).map(|token| token.kind);
                let is_list = |kind: &Kind| matches!(kind, Kind::Record | Kind::Variant);
                (self.parens, self.list) = (0, keyword.filter(is_list));
            }
            Kind::RightBrace => (self.parens, self.list) = (0, None),
            _ => {}
        }
    }

    /// Whether a type has to follow these tokens.
    fn needs_type(&self, before: &[Token]) -> bool {
        let kind = |back: usize| before.iter().rev().nth(back).map(|token| token.kind);
        match kind(0) {
            Some(Kind::Arrow) => true,
            Some(Kind::Equals) => kind(2) == Some(Kind::Type),
            // That of a case, and not of an attribute.
            Some(Kind::LeftParen) => {
                self.list == Some(Kind::Variant)
                    && self.parens == 1
                    && kind(1).is_some_and(is_name)
                    && kind(2) != Some(Kind::At)
            }
            // Elsewhere a function, an interface or the rest of a path follows.
            Some(Kind::Colon) => self.parens > 0 || self.list.is_some(),
            _ => false,
        }
    }
}

/// The type of another language after these tokens, and where it is.
fn foreign_type(
    before: &[Token],
    place: &Place,
    layout: Layout<'_>,
) -> Option<(Span, TypeMistake)> {
    let last = before.last().filter(|_| place.needs_type(before))?;
    let text = layout.span(Span::new(last.end, layout.end()));
    let foreign = foreign_notation::read(text, last.kind == Kind::Colon)?;
    let span = Span::new(
        last.end + foreign.range.start as u32,
        last.end + foreign.range.end as u32,
    );
    let mistake = TypeMistake::Foreign {
        ours: foreign.ours,
        is_sure: foreign.is_sure,
        note: foreign.note,
    };
    Some((span, mistake))
}

fn overlap(one: Span, other: Span) -> bool {
    one.start < other.end && other.start < one.end
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
