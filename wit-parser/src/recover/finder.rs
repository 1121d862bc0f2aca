//! The tokens around a mistake, and questions about them.

use super::head::skip_attributes;
use super::layout::Layout;
use super::mistake::{Bracket, Element, Found, Statement};
use crate::generated::tokens::Kind;
use crate::lexer::Token;
use crate::scope::Scope;
use witc_diagnostics::Span;

/// Tokens without a mistake, and the mistake if it has not been reported.
pub(crate) type Fixed = (Vec<Token>, Option<Found>);

/// The tokens that a mistake is looked for in, and what they should be: elements of `scope`.
pub(crate) struct Finder<'a, 's> {
    pub(crate) layout: Layout<'s>,
    pub(crate) tokens: &'a [Token],
    pub(crate) scope: Scope,
}

impl<'s> Finder<'_, 's> {
    pub(crate) fn token(&self, at: usize) -> Option<Token> {
        self.tokens.get(at).copied()
    }

    pub(crate) fn token_before(&self, at: usize) -> Option<Token> {
        at.checked_sub(1).and_then(|before| self.token(before))
    }

    pub(crate) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(crate) fn kind_before(&self, at: usize) -> Option<Kind> {
        self.token_before(at).map(|token| token.kind)
    }

    pub(crate) fn text(&self, at: usize) -> &'s str {
        self.token(at).map_or("", |token| self.layout.text(token))
    }

    /// The span from the token at `first` to the one before `end`.
    pub(crate) fn span_of(&self, first: usize, end: usize) -> Span {
        Span::new(self.tokens[first].start, self.tokens[end - 1].end)
    }

    /// The tokens with others in the place of those from `first` to the one before `end`.
    pub(crate) fn replaced(&self, first: usize, end: usize, by: &[Token]) -> Vec<Token> {
        [&self.tokens[..first], by, &self.tokens[end..]].concat()
    }

    pub(crate) fn missing_at(&self, kind: Kind, at: usize) -> Token {
        Token::missing(kind, self.tokens[at].start)
    }

    /// The index of the first token after the attributes.
    pub(crate) fn first(&self) -> usize {
        skip_attributes(self.tokens, 0, self.tokens.len())
    }

    /// The index of the innermost `(`, `<` or `{` that is open before `at`.
    pub(crate) fn opener(&self, at: usize) -> Option<usize> {
        let mut depth = 0_usize;
        for here in (0..at.min(self.tokens.len())).rev() {
            match self.tokens[here].kind {
                Kind::RightParen | Kind::Greater | Kind::RightBrace => depth += 1,
                Kind::LeftParen | Kind::Less | Kind::LeftBrace => match depth.checked_sub(1) {
                    Some(less) => depth = less,
                    None => return Some(here),
                },
                _ => {}
            }
        }
        None
    }

    /// The index of the token that closes what `open` opens.
    pub(crate) fn closing(&self, open: usize, left: Kind, right: Kind) -> Option<usize> {
        let mut depth = 0_usize;
        for (at, token) in self.tokens.iter().enumerate().skip(open) {
            if token.kind == left {
                depth += 1;
            } else if token.kind == right {
                // More closed than opened: the brackets are wrong themselves, and pair nothing.
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at);
                }
            }
        }
        None
    }

    /// What the `;` ends that is missing before `at`.
    pub(crate) fn statement(&self, at: usize) -> Statement {
        let start = self.tokens[..at].iter().rposition(|token| {
            matches!(
                token.kind,
                Kind::Semicolon | Kind::LeftBrace | Kind::RightBrace
            )
        });
        let first = start.map_or(0, |start| start + 1).min(at);
        // The first word names a statement. Functions alone start with a name.
        match self.kind(skip_attributes(self.tokens, first, at)) {
            Some(Kind::Type) => Statement::Type,
            Some(Kind::Use) => Statement::Use,
            Some(Kind::Import) => Statement::Import,
            Some(Kind::Export) => Statement::Export,
            Some(Kind::Include) => Statement::Include,
            Some(Kind::Package) => Statement::Package,
            Some(Kind::Resource) => Statement::Resource,
            Some(Kind::Constructor) => Statement::Constructor,
            _ => Statement::Function,
        }
    }

    /// The brackets of the list that `at` is in.
    pub(crate) fn list(&self, at: usize) -> Bracket {
        match self.opener(at).and_then(|opener| self.kind(opener)) {
            Some(Kind::LeftParen) => Bracket::Parens,
            Some(Kind::Less) => Bracket::Angles,
            _ => Bracket::Braces,
        }
    }

    /// What an element of the list is called that `at` is in.
    pub(crate) fn element(&self, at: usize) -> Element {
        match self.opener(at).and_then(|opener| self.kind(opener)) {
            // In a variant, parentheses hold the type of a case.
            Some(Kind::LeftParen) if self.scope != Scope::Cases => Element::Param,
            Some(Kind::Less) => Element::Type,
            Some(Kind::LeftBrace) => Element::Name,
            _ if self.scope == Scope::Fields => Element::Field,
            _ if self.scope.has_cases() => Element::Case,
            _ => Element::Unknown,
        }
    }

    /// Whether the colon before `at` is that of a field or parameter.
    pub(crate) fn is_typed(&self, at: usize) -> bool {
        let in_params = self
            .opener(at)
            .is_some_and(|opener| self.kind(opener) == Some(Kind::LeftParen));
        self.scope == Scope::Fields || in_params
    }
}

/// Whether there is a comma outside of all `<…>`.
pub(crate) fn has_commas(tokens: &[Token]) -> bool {
    commas(tokens).next().is_some()
}

/// The indices of the commas outside of all `<…>`.
pub(crate) fn commas(tokens: &[Token]) -> impl Iterator<Item = usize> + '_ {
    let mut depth = 0_isize;
    tokens.iter().enumerate().filter_map(move |(at, token)| {
        depth += isize::from(token.kind == Kind::Less) - isize::from(token.kind == Kind::Greater);
        (token.kind == Kind::Comma && depth == 0).then_some(at)
    })
}
