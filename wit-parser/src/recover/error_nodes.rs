//! Error nodes: what the tree has in the place of text that can't be read.

use super::head::{is_name, skip_attributes};
use super::items::Recovery;
use super::mistake::{Found, TooDeep};
use crate::ast::{
    Attributes, Case, Field, Ident, InterfaceItem, Item, Label, Type, TypeKind, WorldItem,
};
use crate::generated::tokens::Kind;
use crate::lexer::{MAX_TYPE_DEPTH, Token};
use crate::scope::Scope;
use witc_diagnostics::Span;

impl Recovery<'_, '_> {
    /// Adds what can be told of an item that can't be read: its name, or just that it is there.
    pub(super) fn salvage(&mut self, at: usize, end: usize, scope: Scope) {
        let first = skip_attributes(&self.tokens, at, end);
        let (keyword, name) = (self.tokens.get(first), self.tokens.get(first + 1));
        if let (Some(&keyword), Some(&name)) = (keyword, name)
            && first + 1 < end
            && is_name(name.kind)
            && scope.has_types()
            && matches!(
                keyword.kind,
                Kind::Type
                    | Kind::Record
                    | Kind::Variant
                    | Kind::Enum
                    | Kind::Flags
                    | Kind::Resource
            )
        {
            // A type that is missing keeps its name: whoever refers to it makes no second mistake.
            let missing = |kind| Token::missing(kind, name.end);
            let alias = [
                Token {
                    kind: Kind::Type,
                    ..keyword
                },
                name,
                missing(Kind::Equals),
                missing(Kind::Ident),
                missing(Kind::Semicolon),
            ];
            self.repair.commit(scope.start(), &alias, &mut self.builder);
            return;
        }
        self.error_node(at, end, scope);
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
