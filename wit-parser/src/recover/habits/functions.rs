//! Habits in functions: `func f()`, `f()`, `f: func() => u32`.

use crate::foreign;
use crate::generated::tokens::Kind;
use crate::lexer::Token;
use crate::recover::finder::{Finder, Fixed};
use crate::recover::head::{is_name, skip_attributes};
use crate::recover::mistake::{
    Found, FunctionMistake, ListMistake, Missing, TokenMistake, Typeless,
};
use crate::scope::Scope;
use witc_diagnostics::Span;

impl Finder<'_, '_> {
    pub(super) fn habit_in_functions(&self, at: usize) -> Option<Fixed> {
        self.func_before_name(at)
            .or_else(|| self.func_without_keyword(at))
            .or_else(|| self.func_without_params(at))
            .or_else(|| self.fat_arrow(at))
            .or_else(|| self.written_self(at))
            .or_else(|| self.given_value(at))
            .or_else(|| self.untyped(at))
            .or_else(|| self.async_constructor(at))
            .or_else(|| self.constructor_as_func(at))
            .or_else(|| self.static_before_name(at))
    }

    /// `run();`, `export run();`
    fn func_without_keyword(&self, failed: usize) -> Option<Fixed> {
        let name = failed.checked_sub(1)?;
        let starts = matches!(self.kind_before(name), Some(Kind::Import | Kind::Export))
            || skip_attributes(self.tokens, 0, name) == name;
        if self.kind(failed)? != Kind::LeftParen
            || !is_name(self.kind(name)?)
            || !starts
            || !self.scope.has_functions()
        {
            return None;
        }
        // An attribute without its `@` looks much like it.
        let has_params =
            self.kind(failed + 1)? == Kind::RightParen || self.kind(failed + 2)? == Kind::Colon;
        if !has_params {
            return None;
        }
        let name = self.tokens[name];
        let missing = [
            Token::missing(Kind::Colon, name.end),
            Token::missing(Kind::Func, name.end),
        ];
        let found = Found::new(Span::new(name.end, name.end), Missing::Func { name });
        Some((self.replaced(failed, failed, &missing), Some(found)))
    }

    /// `f: func -> u32;`, `f: func;`
    fn func_without_params(&self, failed: usize) -> Option<Fixed> {
        let ends = matches!(
            self.kind(failed),
            None | Some(Kind::Arrow | Kind::Semicolon)
        );
        if self.kind_before(failed)? != Kind::Func || !ends {
            return None;
        }
        let place = self.tokens[failed - 1].end;
        let missing = [
            Token::missing(Kind::LeftParen, place),
            Token::missing(Kind::RightParen, place),
        ];
        let found = Found::new(Span::new(place, place), Missing::Params);
        Some((self.replaced(failed, failed, &missing), Some(found)))
    }

    /// Whether the token says `func` in another language.
    fn is_foreign_func(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Ident) && foreign::keyword(self.text(at)) == Some(Kind::Func)
    }

    /// `func add(…)`, `fn add(…)`: the name after the keyword.
    fn func_before_name(&self, failed: usize) -> Option<Fixed> {
        let first = match self.kind(failed) {
            Some(Kind::Func | Kind::Async | Kind::Static) => failed,
            _ => failed
                .checked_sub(1)
                .filter(|before| self.is_foreign_func(*before))?,
        };
        let starts = match self.kind_before(first) {
            Some(Kind::Import | Kind::Export) => true,
            _ => skip_attributes(self.tokens, 0, first) == first,
        };
        let mut func = first;
        while matches!(self.kind(func), Some(Kind::Async | Kind::Static)) {
            func += 1;
        }
        let is_func = self.kind(func)? == Kind::Func || self.is_foreign_func(func);
        let name = func + 1;
        if !starts
            || !is_func
            || !is_name(self.kind(name)?)
            || self.kind(name + 1)? != Kind::LeftParen
        {
            return None;
        }
        let modifier = |kind| {
            let mut modifiers = self.tokens[first..func].iter();
            modifiers.find(|token| token.kind == kind).copied()
        };
        let (is_static, is_async) = (modifier(Kind::Static), modifier(Kind::Async));
        let (name_token, func_token) = (self.tokens[name], self.tokens[func]);
        // The name may be a keyword that is right in this place once a colon follows.
        let mut fixed = vec![
            Token {
                kind: Kind::Ident,
                ..name_token
            },
            Token::missing(Kind::Colon, name_token.end),
        ];
        fixed.extend(is_static.into_iter().chain(is_async));
        fixed.push(Token {
            kind: Kind::Func,
            ..func_token
        });
        let mistake = FunctionMistake::NameAfterFunc {
            name: name_token,
            is_async: is_async.is_some(),
            is_static: is_static.is_some(),
        };
        let found = Found::new(self.span_of(first, name + 1), mistake);
        Some((self.replaced(first, name + 1, &fixed), Some(found)))
    }

    /// `=>`
    fn fat_arrow(&self, failed: usize) -> Option<Fixed> {
        let (equals, greater) = (self.token(failed)?, self.token(failed + 1)?);
        let kinds = (equals.kind, greater.kind);
        // With a blank between them they are two mistakes.
        if kinds != (Kind::Equals, Kind::Greater) || equals.end != greater.start {
            return None;
        }
        let mistake = TokenMistake::ForeignPunctuation {
            after: self.token_before(failed),
            ours: "->",
        };
        let found = Found::new(equals.span().to(greater.span()), mistake);
        let arrow = Token {
            kind: Kind::Arrow,
            start: equals.start,
            end: greater.end,
        };
        Some((self.replaced(failed, failed + 2, &[arrow]), Some(found)))
    }

    /// `f: func(self, a: u32)`
    fn written_self(&self, failed: usize) -> Option<Fixed> {
        let name = failed.checked_sub(1)?;
        let is_self = matches!(self.text(name), "self" | "&self" | "&mut self");
        if !is_self || self.kind_before(name)? != Kind::LeftParen {
            return None;
        }
        let end = match self.kind(failed)? {
            Kind::RightParen => failed,
            Kind::Comma => failed + 1,
            _ => return None,
        };
        // The comma goes with it.
        let until = self.token(end)?.start;
        let found = Found::new(
            self.tokens[name].span(),
            FunctionMistake::SelfParam { until },
        );
        Some((self.replaced(name, end, &[]), Some(found)))
    }

    /// `a: u32 = 5`, `red = 1`
    fn given_value(&self, failed: usize) -> Option<Fixed> {
        let in_params = || {
            let before = self.opener(failed).and_then(|at| self.kind_before(at));
            matches!(before, Some(Kind::Func | Kind::Constructor | Kind::Set))
        };
        if self.kind(failed)? != Kind::Equals || !(self.scope.is_list() || in_params()) {
            return None;
        }
        // `a = u32`, where no type is before it: the `=` is a `:` then.
        let before_name = failed.checked_sub(2).and_then(|before| self.kind(before));
        let starts = matches!(before_name, None | Some(Kind::LeftParen | Kind::Comma));
        if starts && !self.scope.has_cases() {
            return None;
        }
        let is_value = self.kind(failed + 1).is_some_and(|kind| {
            is_name(kind)
                || matches!(
                    kind,
                    Kind::Integer | Kind::BadNumber | Kind::Version | Kind::Text
                )
        });
        let end = failed + 1 + usize::from(is_value);
        let span = self.span_of(failed, end);
        let found = if self.scope.has_cases() {
            let case = self.token_before(failed);
            Found::new(span, ListMistake::NumberedCase { case })
        } else {
            Found::new(span, FunctionMistake::DefaultValue)
        };
        Some((self.replaced(failed, end, &[]), Some(found)))
    }

    /// `f: func(a, b)`, `record r { a }`
    fn untyped(&self, failed: usize) -> Option<Fixed> {
        let at = failed.checked_sub(1)?;
        let name = self.token(at)?;
        if !is_name(name.kind) {
            return None;
        }
        let typeless = if self.scope == Scope::Fields {
            (self.tokens.len() == 1).then_some(Typeless::Field(Some(name)))?
        } else {
            let before = self.opener(at).and_then(|open| self.kind_before(open));
            let in_params = matches!(before, Some(Kind::Func | Kind::Constructor | Kind::Set));
            let starts = matches!(self.kind_before(at), Some(Kind::LeftParen | Kind::Comma));
            let ends = matches!(self.kind(failed), Some(Kind::RightParen | Kind::Comma));
            // All three, since names stand in many lists, and only in this one each has a type.
            (in_params && starts && ends).then_some(Typeless::Param(Some(name)))?
        };
        let missing = [
            Token::missing(Kind::Colon, name.end),
            Token::missing(Kind::Ident, name.end),
        ];
        let place = Span::new(name.end, name.end);
        let fixed = self.replaced(failed, failed, &missing);
        Some((fixed, Some(Found::new(place, Missing::Type(typeless)))))
    }

    /// `constructor: func(…)`
    fn constructor_as_func(&self, failed: usize) -> Option<Fixed> {
        let (colon, func, paren) = (
            self.token(failed)?,
            self.token(failed + 1)?,
            self.token(failed + 2)?,
        );
        let kinds = (colon.kind, func.kind, paren.kind);
        if self.kind_before(failed)? != Kind::Constructor
            || kinds != (Kind::Colon, Kind::Func, Kind::LeftParen)
        {
            return None;
        }
        let mistake = FunctionMistake::ConstructorAsFunc { until: paren.start };
        let found = Found::new(colon.span().to(func.span()), mistake);
        Some((self.replaced(failed, failed + 2, &[]), Some(found)))
    }

    /// `constructor: async func(…)`, `constructor async(…)`, `async constructor(…)`: the keyword to blame is `async`.
    fn async_constructor(&self, failed: usize) -> Option<Fixed> {
        let after = self.kind_before(failed) == Some(Kind::Constructor);
        let kind = |ahead: usize| self.kind(failed + ahead);
        // How many tokens make way, which of them is `async`, and what the constructor is read as.
        let (count, keyword, rest) = match (after, kind(0)?, kind(1)?) {
            (true, Kind::Async, Kind::LeftParen) => (1, failed, None),
            (false, Kind::Async, Kind::Constructor) => (2, failed, self.token(failed + 1)),
            (true, Kind::Colon, Kind::Async)
                if kind(2) == Some(Kind::Func) && kind(3) == Some(Kind::LeftParen) =>
            {
                (3, failed + 1, None)
            }
            _ => return None,
        };
        let span = self.token(keyword)?.span();
        let found = Found::new(span, FunctionMistake::AsyncConstructor);
        let fixed = self.replaced(failed, failed + count, rest.as_slice());
        Some((fixed, Some(found)))
    }

    /// `static f: func(…)`
    fn static_before_name(&self, failed: usize) -> Option<Fixed> {
        let (keyword, name, colon) = (
            self.token(failed)?,
            self.token(failed + 1)?,
            self.token(failed + 2)?,
        );
        if keyword.kind != Kind::Static || !is_name(name.kind) || colon.kind != Kind::Colon {
            return None;
        }
        let found = Found::new(keyword.span(), FunctionMistake::StaticFirst { name, colon });
        let fixed = [name, colon, keyword];
        Some((self.replaced(failed, failed + 3, &fixed), Some(found)))
    }
}
