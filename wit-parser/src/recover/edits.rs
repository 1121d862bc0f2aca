//! The mistake that an edit shows which fixes it.

use super::attempt::{Edit, Failure, insertion_point};
use super::finder::Finder;
use super::mistake::{Found, ListMistake, Missing, Nameless, TokenMistake, Typeless};
use super::repair::misspelt;
use crate::generated::tokens::Kind;
use crate::keyword::{KEYWORDS, is_braced, keyword};
use crate::scope::Scope;
use witc_diagnostics::Span;

impl Finder<'_, '_> {
    /// The mistake that `edit` fixes, where the grammar failed.
    pub(crate) fn edit(&self, edit: Edit, failure: &Failure) -> Found {
        match edit {
            Edit::Insert(at, kind) => self.missing(at, kind),
            Edit::Delete(at) => self.superfluous(at, failure),
            Edit::Replace(at, kind) => self.mistaken(at, kind),
            Edit::Swap(at) => self.swapped(at),
        }
    }

    // Something is missing

    fn missing(&self, at: usize, kind: Kind) -> Found {
        let place = insertion_point(self.tokens, at);
        let missing = match kind {
            Kind::Ident => self.missing_name_or_type(at),
            Kind::RightParen | Kind::Greater => self.missing_close(at, kind),
            Kind::Semicolon => Missing::Semicolon(self.statement(at)),
            Kind::Comma => Missing::Comma {
                list: self.list(at),
                element: self.element(at),
            },
            _ => Missing::Token {
                kind,
                after: self.token_before(at),
                found: self.token(at),
                scope: self.scope,
            },
        };
        Found::new(Span::new(place, place), missing)
    }

    fn missing_close(&self, at: usize, kind: Kind) -> Missing {
        let left = if kind == Kind::Greater {
            Kind::Less
        } else {
            Kind::LeftParen
        };
        let open = (0..at)
            .rev()
            .filter(|here| self.tokens[*here].kind == left)
            .find(|here| {
                // After the innermost one that is open, as many are closed as opened.
                let mut depth = 0_isize;
                for token in &self.tokens[*here + 1..at] {
                    depth += isize::from(token.kind == left) - isize::from(token.kind == kind);
                }
                depth == 0
            });
        Missing::Close {
            kind,
            open: open.and_then(|open| self.token(open)),
        }
    }

    fn missing_name_or_type(&self, at: usize) -> Missing {
        let Some(before) = self.token_before(at) else {
            return Missing::Name(self.unnamed(at));
        };
        match before.kind {
            Kind::Package => Missing::Name(Nameless::Package),
            kind if is_braced(kind) || kind == Kind::Type => {
                Missing::Name(Nameless::Definition(before.kind))
            }
            Kind::As => Missing::Name(Nameless::Rename),
            Kind::Arrow | Kind::Less => Missing::Type(Typeless::After(before)),
            // The `=` of an attribute's argument stands before a version or a name.
            Kind::Equals if self.kind(0) != Some(Kind::At) => {
                Missing::Type(Typeless::After(before))
            }
            Kind::Colon if self.is_typed(at) => {
                let name = at.checked_sub(2).and_then(|name| self.token(name));
                Missing::Type(if self.scope == Scope::Fields {
                    Typeless::Field(name)
                } else {
                    Typeless::Param(name)
                })
            }
            _ => Missing::Name(self.unnamed(at)),
        }
    }

    /// What lacks the name that is missing before `at`.
    fn unnamed(&self, at: usize) -> Nameless {
        let before = self.token_before(at);
        if self.kind(at) != Some(Kind::Colon) {
            return before.map_or_else(|| Nameless::Before(self.token(at)), Nameless::After);
        }
        match before.map(|before| before.kind) {
            Some(Kind::LeftParen | Kind::Comma) if self.scope != Scope::Fields => Nameless::Param,
            _ if self.scope == Scope::Fields => Nameless::Field,
            None | Some(Kind::Semicolon | Kind::RightBrace) => Nameless::Function,
            _ => Nameless::Before(self.token(at)),
        }
    }

    // Something is there that should not be, or should be something else

    fn superfluous(&self, at: usize, failure: &Failure) -> Found {
        let (token, before) = (self.tokens[at], self.token_before(at));
        // The second of two equal tokens: that it is there twice says more than that it is unexpected.
        let is_twice = before.is_some_and(|before| {
            before.kind == token.kind && self.layout.text(before) == self.layout.text(token)
        });
        let ends_braces = before.is_none_or(|before| before.kind == Kind::RightBrace);
        let before_item = matches!(self.kind(at + 1), Some(Kind::Interface | Kind::World));
        let mistake = match token.kind {
            _ if is_twice => TokenMistake::Doubled(token),
            Kind::Ident if before_item && self.text(at) == "default" => TokenMistake::Default,
            Kind::Semicolon if ends_braces => TokenMistake::StraySemicolon,
            Kind::Equals if self.scope == Scope::Labels => {
                return Found::new(token.span(), ListMistake::NumberedCase { case: before });
            }
            _ => self.out_of_place(at, failure),
        };
        Found::new(token.span(), mistake)
    }

    /// The token at `at` is unexpected; what would have been is known only where the grammar failed.
    fn out_of_place(&self, at: usize, failure: &Failure) -> TokenMistake {
        let is_failure = at == failure.at;
        TokenMistake::Unexpected {
            token: self.tokens[at],
            after: self.token_before(at),
            expected: if is_failure {
                failure.expected()
            } else {
                Default::default()
            },
        }
    }

    /// The token at the index should be one of another kind.
    pub(crate) fn mistaken(&self, at: usize, kind: Kind) -> Found {
        let found = self.tokens[at];
        let text = self.layout.text(found);
        let word = KEYWORDS.iter().find(|known| known.1 == kind);
        let mistake = match word {
            Some((word, _)) if misspelt(text, word).is_some() => TokenMistake::Misspelt {
                word: found,
                keyword: kind,
            },
            Some(_) => TokenMistake::Foreign {
                word: found,
                keyword: kind,
            },
            None if kind == Kind::Ident && keyword(text).is_some() => {
                TokenMistake::KeywordAsName(found)
            }
            None => TokenMistake::Expected {
                kind,
                after: self.token_before(at),
                found,
            },
        };
        Found::new(found.span(), mistake)
    }

    /// The token at the index and the one before it should change places.
    pub(crate) fn swapped(&self, at: usize) -> Found {
        let (first, second) = (self.tokens[at - 1], self.tokens[at]);
        Found::new(
            first.span().to(second.span()),
            TokenMistake::Swapped(first, second),
        )
    }

    /// The mistake where no edit helps.
    pub(crate) fn unexpected(&self, failure: &Failure) -> Found {
        match self.token(failure.at) {
            Some(token) => Found::new(token.span(), self.out_of_place(failure.at, failure)),
            None => {
                let end = insertion_point(self.tokens, failure.at);
                Found::new(
                    Span::new(end, end),
                    TokenMistake::Incomplete {
                        statement: self.statement(failure.at),
                        expected: failure.expected(),
                    },
                )
            }
        }
    }
}
