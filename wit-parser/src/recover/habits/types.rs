//! Habits in types: `(u32, string)`, `vec<u8>`, `list` alone.

use crate::generated::tokens::Kind;
use crate::is_valid_name;
use crate::lexer::Token;
use crate::recover::finder::{Finder, Fixed, commas, has_commas};
use crate::recover::head::is_name;
use crate::recover::mistake::{Found, Missing, TypeMistake};
use crate::recover::repair::misspelt;
use crate::recover::type_tokens::{self, GENERICS, Generic, TYPES};

impl Finder<'_, '_> {
    pub(super) fn habit_in_types(&self, at: usize) -> Option<Fixed> {
        self.results_in_parens(at)
            .or_else(|| self.unknown_generic(at))
            .or_else(|| self.type_in_parens(at))
            .or_else(|| self.bare_generic(at))
            .or_else(|| self.underscore_in_result(at))
            .or_else(|| self.too_many_types(at))
            .or_else(|| self.handle_of_no_resource(at))
    }

    /// `-> (a: u32)`, once valid.
    fn results_in_parens(&self, failed: usize) -> Option<Fixed> {
        if self.kind(failed)? != Kind::LeftParen || self.kind_before(failed)? != Kind::Arrow {
            return None;
        }
        let end = self.closing(failed, Kind::LeftParen, Kind::RightParen)?;
        let inner = &self.tokens[failed + 1..end];
        let span = self.span_of(failed, end + 1);
        let is_named = inner.len() > 2 && is_name(inner[0].kind) && inner[1].kind == Kind::Colon;
        // A type that is missing, which nobody looks up.
        let mut result = vec![Token::missing(Kind::Ident, span.start)];
        let mistake = if inner.is_empty() {
            TypeMistake::Unit {
                arrow: Some(self.tokens[failed.saturating_sub(2)].end),
            }
        } else if is_named && !has_commas(inner) {
            result = inner[2..].to_vec();
            TypeMistake::NamedResults {
                only: Some(self.span_of(failed + 3, end)),
            }
        } else if inner.iter().any(|token| token.kind == Kind::Colon) {
            TypeMistake::NamedResults { only: None }
        // Parentheses in parentheses: the inner ones are reported first, and then these are looked
        // at again.
        } else if inner.iter().any(|token| token.kind == Kind::LeftParen) {
            return None;
        } else {
            self.in_parens(failed, end)
        };
        let fixed = self.replaced(failed, end + 1, &result);
        Some((fixed, Some(Found::new(span, mistake))))
    }

    /// The types in parentheses, if they can be told.
    fn in_parens(&self, left: usize, right: usize) -> TypeMistake {
        let inner = &self.tokens[left + 1..right];
        let is_odd = |token: &Token| matches!(token.kind, Kind::LeftParen | Kind::Colon);
        let is_known = !inner.is_empty() && !inner.iter().any(is_odd);
        TypeMistake::InParens {
            inner: is_known.then(|| self.span_of(left + 1, right)),
            is_tuple: has_commas(inner),
        }
    }

    /// `(u32, string)` where a type has to be.
    fn type_in_parens(&self, failed: usize) -> Option<Fixed> {
        let before = self.kind_before(failed)?;
        let in_angles = || {
            let opener = self.opener(failed);
            opener.is_some_and(|at| self.kind(at) == Some(Kind::Less))
        };
        let is_type = match before {
            Kind::Less | Kind::Equals => true,
            // A colon alone does not make a type: after the name of a function comes `func`.
            Kind::Colon => self.is_typed(failed),
            Kind::Comma => in_angles(),
            _ => false,
        };
        if self.kind(failed)? != Kind::LeftParen || !is_type {
            return None;
        }
        let end = self.closing(failed, Kind::LeftParen, Kind::RightParen)?;
        let mistake = if end == failed + 1 {
            TypeMistake::Unit { arrow: None }
        } else {
            self.in_parens(failed, end)
        };
        let missing = [self.missing_at(Kind::Ident, failed)];
        let found = Found::new(self.span_of(failed, end + 1), mistake);
        Some((self.replaced(failed, end + 1, &missing), Some(found)))
    }

    /// `vec<u8>`, `foo<u8>`: a name with parameters.
    fn unknown_generic(&self, failed: usize) -> Option<Fixed> {
        let name = failed.checked_sub(1)?;
        if self.kind(failed)? != Kind::Less || self.kind(name)? != Kind::Ident {
            return None;
        }
        if !matches!(
            self.kind_before(name)?,
            Kind::Colon | Kind::Less | Kind::Comma | Kind::Arrow | Kind::Equals | Kind::LeftParen
        ) {
            return None;
        }
        let word = self.text(name);
        // A slip of the hand is one token's mistake.
        let is_slip = |generic: &Generic| misspelt(word, generic.word).is_some();
        if GENERICS.iter().any(is_slip) {
            return None;
        }
        let end = self.closing(failed, Kind::Less, Kind::Greater)?;
        let token = self.tokens[name];
        let missing = [self.missing_at(Kind::Ident, name)];
        // Of what is no name, that has been reported, and with it what WIT says instead.
        let is_new = is_valid_name(word.strip_prefix('%').unwrap_or(word));
        let found = is_new.then(|| Found::new(token.span(), TypeMistake::UnknownGeneric(token)));
        Some((self.replaced(name, end + 1, &missing), found))
    }

    /// `list` without what it is a list of.
    fn bare_generic(&self, failed: usize) -> Option<Fixed> {
        let generic = failed.checked_sub(1)?;
        let ends = matches!(
            self.kind(failed),
            None | Some(
                Kind::Comma | Kind::RightParen | Kind::Semicolon | Kind::RightBrace | Kind::Greater
            )
        );
        let needs_types = type_tokens::generic(self.kind(generic)?)?.needs.is_some();
        if !ends || !needs_types {
            return None;
        }
        let token = self.tokens[generic];
        let missing = [self.missing_at(Kind::Ident, generic)];
        let found = Found::new(token.span(), Missing::Arguments(token));
        Some((self.replaced(generic, failed, &missing), Some(found)))
    }

    /// `result<u8, _>`, `result<_>`, `result<_, _>`
    fn underscore_in_result(&self, failed: usize) -> Option<Fixed> {
        // `result<_` fails after the `_`, others at it.
        let at = if self.kind(failed) == Some(Kind::Underscore) {
            failed
        } else {
            failed.checked_sub(1)?
        };
        if self.kind(at)? != Kind::Underscore || self.kind(at + 1)? != Kind::Greater {
            return None;
        }
        let result = self.opener(at)?.checked_sub(1)?;
        if self.kind(result)? != Kind::Result {
            return None;
        }
        let all =
            at == result + 2 || (at == result + 4 && self.kind(at - 2) == Some(Kind::Underscore));
        let (first, end) = if all {
            (result + 1, at + 2)
        } else {
            (at - 1, at + 1)
        };
        if !all && self.kind(first)? != Kind::Comma {
            return None;
        }
        let mistake = TypeMistake::Underscore {
            whole: self.span_of(result, at + 2),
            keep: self.span_of(result, first),
            all,
        };
        let found = Found::new(self.tokens[at].span(), mistake);
        Some((self.replaced(first, end, &[]), Some(found)))
    }

    /// `option<u8, u8>`, `result<a, b, c>`
    fn too_many_types(&self, failed: usize) -> Option<Fixed> {
        let open = self.opener(failed)?;
        let generic = open.checked_sub(1)?;
        let most = type_tokens::generic(self.kind(generic)?)?.most?;
        let inner = &self.tokens[open + 1..failed];
        let end = self.closing(open, Kind::Less, Kind::Greater)?;
        if self.kind(failed)? != Kind::Comma
            || inner.is_empty()
            || end == failed + 1
            // Exactly at the first type too many, so that it is reported once.
            || commas(inner).filter(|at| *at > 0).count() + 1 != most
        {
            return None;
        }
        let generic = self.tokens[generic];
        let found = Found::new(
            self.span_of(failed, end),
            TypeMistake::TooMany { generic, most },
        );
        Some((self.replaced(failed, end, &[]), Some(found)))
    }

    /// `borrow<u8>`
    fn handle_of_no_resource(&self, failed: usize) -> Option<Fixed> {
        let handle = failed.checked_sub(2)?;
        let end = self.closing(failed - 1, Kind::Less, Kind::Greater)?;
        let is_handle = matches!(self.kind(handle)?, Kind::Own | Kind::Borrow);
        if !is_handle
            || self.kind(failed - 1)? != Kind::Less
            || !is_type_keyword(self.kind(failed)?)
        {
            return None;
        }
        let mistake = TypeMistake::Handle(self.tokens[handle]);
        let found = Found::new(self.span_of(failed, end), mistake);
        let missing = [self.missing_at(Kind::Ident, failed)];
        Some((self.replaced(failed, end, &missing), Some(found)))
    }
}

/// Whether this is the keyword of a type that is no resource, and that nobody would call a resource.
fn is_type_keyword(kind: Kind) -> bool {
    let is_name = matches!(kind, Kind::Ident | Kind::Underscore);
    let is_like_a_resource = matches!(kind, Kind::Own | Kind::Borrow | Kind::Stream | Kind::Future);
    TYPES.contains(&kind) && !is_name && !is_like_a_resource
}
