//! Habits in lists: `circle(f32)` in an enum, `a b c`, `circle: f32` in a variant, `record r<t>`.

use crate::generated::tokens::Kind;
use crate::lexer::Token;
use crate::recover::finder::{Finder, Fixed};
use crate::recover::head::is_name;
use crate::recover::mistake::{Found, ListMistake, Missing, TypeMistake};
use crate::scope::Scope;
use witc_diagnostics::Span;

impl Finder<'_, '_> {
    pub(super) fn habit_in_lists(&self, at: usize) -> Option<Fixed> {
        self.label_with_payload(at)
            .or_else(|| self.labels_without_commas(at))
            .or_else(|| self.case_with_colon(at))
            .or_else(|| self.parameters_of_a_definition(at))
    }

    /// `circle(f32)` in an enum or flags.
    fn label_with_payload(&self, failed: usize) -> Option<Fixed> {
        let name = self.token_before(failed)?;
        if self.scope != Scope::Labels
            || self.kind(failed)? != Kind::LeftParen
            || !is_name(name.kind)
        {
            return None;
        }
        let end = self.closing(failed, Kind::LeftParen, Kind::RightParen)?;
        let found = Found::new(
            self.span_of(failed, end + 1),
            ListMistake::ValueOfLabel { name },
        );
        Some((self.replaced(failed, end + 1, &[]), Some(found)))
    }

    /// `a b c` in an enum or flags.
    fn labels_without_commas(&self, failed: usize) -> Option<Fixed> {
        let all_names = self.tokens.iter().all(|token| is_name(token.kind));
        // Two names in a row lack one comma, which an edit finds; from three on it is a habit.
        if self.scope != Scope::Labels || self.tokens.len() < 3 || failed != 1 || !all_names {
            return None;
        }
        let (last, others) = self.tokens.split_last()?;
        let with_comma = |token: &Token| [*token, Token::missing(Kind::Comma, token.end)];
        let mut fixed: Vec<Token> = others.iter().flat_map(with_comma).collect();
        fixed.push(*last);
        let place = others.first()?.end;
        let more = others.iter().skip(1).map(|token| token.end).collect();
        let found = Found::new(Span::new(place, place), Missing::Commas(more));
        Some((fixed, Some(found)))
    }

    /// `circle: f32` in a variant.
    fn case_with_colon(&self, failed: usize) -> Option<Fixed> {
        let name = self.token_before(failed)?;
        if self.scope != Scope::Cases || self.kind(failed)? != Kind::Colon || !is_name(name.kind) {
            return None;
        }
        // The type goes on to what is no part of one: the tokens are those of one case, or of several without commas.
        let is_part = |token: &Token| {
            !matches!(
                token.kind,
                Kind::LeftParen | Kind::RightParen | Kind::Colon | Kind::Semicolon
            )
        };
        let ty = &self.tokens[failed + 1..];
        let is_known = !ty.is_empty() && ty.iter().all(is_part);
        let mistake = ListMistake::TypeOfCase {
            name,
            ty: is_known.then(|| self.span_of(failed + 1, self.tokens.len())),
        };
        let end = self.tokens.len();
        let found = Found::new(self.span_of(failed, end), mistake);
        Some((self.replaced(failed, end, &[]), Some(found)))
    }

    /// `record r<t> {`, `type t<a> =`
    fn parameters_of_a_definition(&self, failed: usize) -> Option<Fixed> {
        let defines = matches!(
            self.kind(failed.checked_sub(2)?)?,
            Kind::Record
                | Kind::Variant
                | Kind::Enum
                | Kind::Flags
                | Kind::Resource
                | Kind::Type
                | Kind::Interface
                | Kind::World
        );
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
