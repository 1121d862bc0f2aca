//! Error nodes: what the tree has in the place of text that can't be read.

use super::head::{is_name, skip_attributes};
use super::mistake::{Found, TooDeep};
use super::recovery::Recovery;
use crate::ast::{
    Attributes, Case, Field, Ident, InterfaceItem, Item, Label, Type, TypeKind, WorldItem,
};
use crate::generated::tokens::Kind;
use crate::keyword::defines_type;
use crate::lexer::{MAX_TYPE_DEPTH, Token};
use crate::scope::Scope;
use witc_diagnostics::Span;

impl Recovery<'_, '_> {
    /// Adds what can be told of an item that can't be read: its name, or just that it is there.
    pub(super) fn salvage(&mut self, at: usize, end: usize, scope: Scope) {
        let first = skip_attributes(&self.tokens, at, end);
        let is_read = remains(&self.tokens[first..end], scope).is_some_and(|tokens| {
            self.repair
                .commit(scope.start(), &tokens, &mut self.builder)
        });
        if !is_read {
            self.error_node(at, end, scope);
        }
    }

    /// Marks that something is there that can't be read.
    pub(super) fn error_node(&mut self, at: usize, end: usize, scope: Scope) {
        let first = self
            .tokens
            .get(at)
            .map_or(self.layout.base, |token| token.start);
        let last = end
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(first, |token| token.end);
        let span = Span::new(first, last.max(first));
        let name = Ident {
            name: "",
            span: span.at_start(),
        };
        let ty = Type {
            span: span.at_start(),
            kind: TypeKind::Missing,
        };
        let attributes = Attributes::default();
        match scope {
            Scope::File | Scope::Package => self.builder.items.push(Item::Broken(span)),
            Scope::Interface => self
                .builder
                .interface_items
                .push(InterfaceItem::Broken(span)),
            Scope::World => self.builder.world_items.push(WorldItem::Broken(span)),
            Scope::Fields => self.builder.fields.push(Field {
                span,
                attributes,
                name,
                ty,
            }),
            Scope::Cases => self.builder.cases.push(Case {
                span,
                attributes,
                name,
                ty: None,
            }),
            Scope::Labels => self.builder.labels.push(Label {
                span,
                attributes,
                name,
            }),
            // Nothing refers to functions.
            Scope::Resource | Scope::Names => {}
        }
    }

    /// Whether types are nested too deep in an item, which is reported.
    pub(super) fn is_too_deep(&mut self, at: usize, end: usize) -> bool {
        let Some(token) = self.deep_type(at, end) else {
            return false;
        };
        self.found.push(Found::new(token.span(), TooDeep::Types));
        true
    }

    pub(super) fn deep_type(&self, at: usize, end: usize) -> Option<Token> {
        let mut depth = 0_usize;
        self.tokens[at..end].iter().copied().find(|token| {
            match token.kind {
                Kind::Less => depth += 1,
                Kind::Greater => depth = depth.saturating_sub(1),
                // A `<` that is never closed ends with its item.
                Kind::Semicolon | Kind::LeftBrace | Kind::RightBrace => depth = 0,
                _ => {}
            }
            depth > MAX_TYPE_DEPTH
        })
    }
}

/// What is left of an item that can't be read, so that whoever refers to it makes no second mistake, and nobody's
/// mistake is hidden that it has nothing to do with. Nothing if it may define any name.
fn remains(item: &[Token], scope: Scope) -> Option<Vec<Token>> {
    let [first, rest @ ..] = item else {
        return None;
    };
    let name = rest.first().filter(|name| is_name(name.kind));
    if let Some(name) = name
        && scope.has_types()
        && defines_type(first.kind)
    {
        let keyword = Token {
            kind: Kind::Type,
            ..*first
        };
        let ty = [Kind::Equals, Kind::Ident, Kind::Semicolon];
        return Some(followed([keyword, *name], &ty));
    }
    if !scope.has_functions() || may_define_type(item) {
        return None;
    }
    Some(if scope == Scope::World {
        member_of_world(*first, rest)
    } else {
        function(first)
    })
}

/// What is left of a member of a world that defines no type.
fn member_of_world(first: Token, rest: &[Token]) -> Vec<Token> {
    match (first.kind, rest) {
        (Kind::Import | Kind::Export, [name, colon, ..])
            if is_name(name.kind) && colon.kind == Kind::Colon =>
        {
            let mut left = vec![first];
            left.extend(function(name));
            left
        }
        // Names nothing.
        (Kind::Import | Kind::Export | Kind::Include, _) => {
            followed([first], &[Kind::Ident, Kind::Semicolon])
        }
        _ => followed(
            [Token::missing(Kind::Import, first.end)],
            &[Kind::Ident, Kind::Semicolon],
        ),
    }
}

/// A function without parameters that has the name at `first`, if a name stands there.
fn function(first: &Token) -> Vec<Token> {
    let name = if is_name(first.kind) {
        *first
    } else {
        Token::missing(Kind::Ident, first.end)
    };
    let rest = [
        Kind::Colon,
        Kind::Func,
        Kind::LeftParen,
        Kind::RightParen,
        Kind::Semicolon,
    ];
    followed([name], &rest)
}

/// Tokens with missing ones after them.
fn followed<const N: usize>(tokens: [Token; N], kinds: &[Kind]) -> Vec<Token> {
    let end = tokens.last().map_or(0, |last| last.end);
    let missing = kinds.iter().map(|kind| Token::missing(*kind, end));
    tokens.into_iter().chain(missing).collect()
}

/// Whether an item that can't be read may define a type, or bring one in.
fn may_define_type(item: &[Token]) -> bool {
    // What stands in an inline interface is not seen outside of it.
    let mut outside = item
        .iter()
        .take_while(|token| token.kind != Kind::LeftBrace);
    if outside.any(|token| defines_type(token.kind) || token.kind == Kind::Use) {
        return true;
    }
    // A `use` may lack its keyword.
    let brings_in = |pair: &[Token]| pair[0].kind == Kind::Dot && pair[1].kind == Kind::LeftBrace;
    if item.windows(2).any(brings_in) {
        return true;
    }
    match item {
        // A word before a name may be a keyword that is misspelt.
        [first, second, ..] => is_name(first.kind) && is_name(second.kind),
        _ => item.iter().any(|token| is_name(token.kind)),
    }
}
