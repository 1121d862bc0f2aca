//! Habits in lists: `circle(f32)` in an enum, `a b c`, `circle: f32` in a variant, `record r<t>`.

use crate::generated::tokens::Kind;
use crate::keyword::is_braced;
use crate::lexer::Token;
use crate::recover::finder::{Finder, Fixed, has_commas};
use crate::recover::head::{is_keyword, is_name};
use crate::recover::mistake::{Element, Found, ListMistake, Missing, TypeMistake};
use crate::scope::Scope;
use std::ops::Range;
use witc_diagnostics::Span;

impl Finder<'_, '_> {
    pub(super) fn habit_in_lists(&self, at: usize) -> Option<Fixed> {
        self.label_with_payload(at)
            .or_else(|| self.type_first(at))
            .or_else(|| self.without_commas(at))
            .or_else(|| self.case_with_other_type(at))
            .or_else(|| self.parameters_of_a_definition(at))
    }

    /// `circle(f32)`, `circle: f32` in an enum or flags.
    fn label_with_payload(&self, failed: usize) -> Option<Fixed> {
        let name = self.token_before(failed)?;
        if self.scope != Scope::Labels || !is_name(name.kind) {
            return None;
        }
        let end = match self.kind(failed)? {
            Kind::LeftParen => self.closing(failed, Kind::LeftParen, Kind::RightParen)? + 1,
            Kind::LeftBrace => self.closing(failed, Kind::LeftBrace, Kind::RightBrace)? + 1,
            Kind::Colon => self.tokens.len(),
            _ => return None,
        };
        let found = Found::new(
            self.span_of(failed, end),
            ListMistake::ValueOfLabel { name },
        );
        Some((self.replaced(failed, end, &[]), Some(found)))
    }

    /// `a b c` in an enum, `a: u8 b: u8 c: u8` in a record or in parameters.
    fn without_commas(&self, failed: usize) -> Option<Fixed> {
        let (from, to, element) = self.list_of(failed)?;
        let starts = self.starts_without_comma(from, to, element);
        // One that is missing is a slip, which an edit finds; from two on it is a habit.
        if starts.len() < 2 || !starts.contains(&failed) {
            return None;
        }
        let (mut fixed, mut places, mut done) = (Vec::new(), Vec::new(), 0);
        for at in starts {
            let place = self.tokens[at - 1].end;
            fixed.extend_from_slice(&self.tokens[done..at]);
            fixed.push(Token::missing(Kind::Comma, place));
            places.push(place);
            done = at;
        }
        fixed.extend_from_slice(&self.tokens[done..]);
        let (first, more) = places.split_first()?;
        let commas = Missing::Commas {
            element,
            more: more.to_vec(),
        };
        Some((fixed, Some(Found::new(Span::new(*first, *first), commas))))
    }

    /// The indices in a list at which elements start that have no comma before them, but for the first one.
    fn starts_without_comma(&self, from: usize, to: usize, element: Element) -> Vec<usize> {
        let is_typed = matches!(element, Element::Field | Element::Param);
        let starts_element = |at: usize| {
            let before = self.kind_before(at);
            if is_typed {
                self.kind(at + 1) == Some(Kind::Colon) && before != Some(Kind::Comma)
            } else {
                before.is_some_and(|before| is_name(before) || before == Kind::RightParen)
            }
        };
        let mut depth = 0_usize;
        let mut starts = Vec::new();
        for at in from..to.min(self.tokens.len()) {
            match self.tokens[at].kind {
                Kind::LeftParen | Kind::Less => depth += 1,
                Kind::RightParen | Kind::Greater => depth = depth.saturating_sub(1),
                kind if depth == 0 && at > from && is_name(kind) && starts_element(at) => {
                    starts.push(at);
                }
                _ => {}
            }
        }
        starts
    }

    /// `u32 a` for a parameter or field.
    fn type_first(&self, failed: usize) -> Option<Fixed> {
        let (from, to, element) = self.list_of(failed)?;
        let is_typed = matches!(element, Element::Field | Element::Param);
        let starts = failed == from || self.kind_before(failed) == Some(Kind::Comma);
        let ty = self.token(failed).filter(|ty| is_keyword(ty.kind))?;
        let at = self.type_end(failed)?;
        let name = self.token(at).filter(|name| is_name(name.kind))?;
        let ends = at + 1 == to || matches!(self.kind(at + 1), Some(Kind::Comma | Kind::Equals));
        if !is_typed || !starts || !ends {
            return None;
        }
        let mut fixed = vec![name, Token::missing(Kind::Colon, name.end)];
        fixed.extend(&self.tokens[failed..at]);
        let ty = ty.span().to(self.tokens[at - 1].span());
        let found = Found::new(ty.to(name.span()), ListMistake::TypeFirst { name, ty });
        Some((self.replaced(failed, at + 1, &fixed), Some(found)))
    }

    /// The list that `at` is in: its first token, its end, and what its elements are.
    fn list_of(&self, at: usize) -> Option<(usize, usize, Element)> {
        let Some(open) = self.opener(at) else {
            let element = match self.scope {
                Scope::Fields => Element::Field,
                Scope::Cases => Element::Case,
                Scope::Labels => Element::Name,
                _ => return None,
            };
            return Some((0, self.tokens.len(), element));
        };
        match (self.kind(open)?, self.kind_before(open)?) {
            (Kind::LeftParen, Kind::Func | Kind::Constructor | Kind::Set) => {
                let end = self.closing(open, Kind::LeftParen, Kind::RightParen)?;
                Some((open + 1, end, Element::Param))
            }
            (Kind::LeftBrace, Kind::Dot | Kind::With) => {
                let end = self.closing(open, Kind::LeftBrace, Kind::RightBrace)?;
                Some((open + 1, end, Element::Name))
            }
            _ => None,
        }
    }

    /// `circle: f32`, `circle(r: f32)`, `circle(f32, f32)`, `circle { r: f32 }` in a variant.
    fn case_with_other_type(&self, failed: usize) -> Option<Fixed> {
        if self.scope != Scope::Cases {
            return None;
        }
        let open = self.opener(failed).unwrap_or(failed);
        let name = self.token_before(open).filter(|name| is_name(name.kind))?;
        // A name before that one is a case of its own, or swapped with the bracket.
        let before = open.checked_sub(2).and_then(|before| self.kind(before));
        if before.is_some_and(is_name) {
            return None;
        }
        // Other tokens in the parentheses are no type of any language.
        let is_told = match self.kind(failed)? {
            Kind::RightParen => failed == open + 1,
            kind => failed == open || matches!(kind, Kind::Colon | Kind::Comma),
        };
        if !is_told {
            return None;
        }
        let (types, end) = self.types_of_case(open, failed)?;
        let inner = &self.tokens[types.clone()];
        // A comma after one type changed places with the bracket.
        if inner.last().is_some_and(|last| last.kind == Kind::Comma) {
            return None;
        }
        let is_known = !inner.is_empty() && !inner.iter().any(is_no_type);
        let mistake = ListMistake::TypeOfCase {
            name,
            ty: is_known.then(|| self.span_of(types.start, types.end)),
            is_tuple: has_commas(inner),
        };
        let found = Found::new(self.span_of(open, end), mistake);
        Some((self.replaced(open, end, &[]), Some(found)))
    }

    /// The types that a case has after the `:` or the bracket at `open`, where the grammar failed at `failed`, and the end
    /// of all that belongs to the case. Those in braces are none.
    fn types_of_case(&self, open: usize, failed: usize) -> Option<(Range<usize>, usize)> {
        match self.kind(open)? {
            Kind::Colon if open == failed => {
                let end = self.type_end(failed + 1).unwrap_or(self.tokens.len());
                Some((failed + 1..end, end))
            }
            Kind::LeftParen => {
                let end = self.closing(open, Kind::LeftParen, Kind::RightParen)?;
                let is_named = self.kind(open + 2) == Some(Kind::Colon);
                let first = open + if is_named { 3 } else { 1 };
                Some((first.min(end)..end, end + 1))
            }
            Kind::LeftBrace => {
                let end = self.closing(open, Kind::LeftBrace, Kind::RightBrace)?;
                Some((end..end, end + 1))
            }
            _ => None,
        }
    }

    /// The end of the type that starts at `at`, if it is one of WIT.
    fn type_end(&self, at: usize) -> Option<usize> {
        let is_type = is_name(self.kind(at)?) || is_keyword(self.kind(at)?);
        match self.kind(at + 1) {
            Some(Kind::Less) => Some(self.closing(at + 1, Kind::Less, Kind::Greater)? + 1),
            _ => is_type.then_some(at + 1),
        }
    }

    /// `record r<t> {`, `type t<a> =`
    fn parameters_of_a_definition(&self, failed: usize) -> Option<Fixed> {
        let keyword = self.kind(failed.checked_sub(2)?)?;
        let defines = is_braced(keyword) || keyword == Kind::Type;
        let name = self.token_before(failed)?;
        if self.kind(failed)? != Kind::Less || !is_name(name.kind) || !defines {
            return None;
        }
        let end = self.closing(failed, Kind::Less, Kind::Greater)?;
        let found = Found::new(
            self.span_of(failed, end + 1),
            TypeMistake::Parameters { name },
        );
        Some((self.replaced(failed, end + 1, &[]), Some(found)))
    }
}

/// Whether a token can't be part of a type.
fn is_no_type(token: &Token) -> bool {
    token.is_missing()
        || matches!(
            token.kind,
            Kind::LeftParen | Kind::RightParen | Kind::Colon | Kind::Semicolon
        )
}
