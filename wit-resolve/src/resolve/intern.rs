//! Types as they are added to the model: those without a name once each, and what follows for a type from its parts.

use super::facts::TypeFacts;
use super::session::Resolver;
use crate::{Handle, Stability, Type, TypeDef, TypeDefKind, TypeId};
use std::hash::BuildHasher;
use witc_diagnostics::{Diagnostic, Span};

/// The depth to which types may be nested, through names as well: no component can hold deeper ones.
// wasmparser's limit for the nesting of types, with which every component is validated.
const MAX_DEPTH: u16 = 100;

/// The depth to which they may be nested if aliases count as well.
// Aliases cost a component nothing, but each walk over a type takes a frame of the stack for one.
const MAX_HEIGHT: u16 = 500;

impl Resolver<'_, '_> {
    /// The anonymous type of this kind, made at need.
    pub(crate) fn anonymous(&mut self, kind: TypeDefKind, gate: &Stability, span: Span) -> Type {
        // A table of ids, which compares with what the model holds: a map would keep every kind
        // twice.
        let hash = self.out.interner.hasher.hash_one(&kind);
        let types = &self.out.model.types;
        if let Some(&id) = self
            .out
            .interner
            .table
            .find(hash, |&id| types[id].kind == kind)
        {
            return Type::Id(id);
        }
        let is_own = kind.as_handle().is_some_and(Handle::is_own);
        let stability = if gate.gate().is_some() || is_own {
            gate.clone()
        } else {
            self.inherited(&kind)
        };
        let id = self.define(TypeDef {
            stability,
            span,
            ..TypeDef::anonymous(kind)
        });
        let (types, hasher) = (&self.out.model.types, &self.out.interner.hasher);
        self.out
            .interner
            .table
            .insert_unique(hash, id, |&id| hasher.hash_one(&types[id].kind));
        Type::Id(id)
    }

    /// The gate that an anonymous type has from the first gated type that it is made of.
    fn inherited(&self, kind: &TypeDefKind) -> Stability {
        let mut found = Stability::default();
        kind.for_each_type(&mut |ty| {
            let Some(mut id) = ty.id() else { return };
            if found.gate().is_some() {
                return;
            }
            let def = &self.out.model.types[id];
            let owned = def.kind.as_handle().and_then(Handle::owned);
            // An owned handle that has no name stands for its resource.
            if let Some(resource) = owned.filter(|_| def.name().is_none()) {
                id = resource;
            }
            found = self.out.model.types[id].stability.clone();
        });
        found
    }

    /// Adds a type.
    pub(crate) fn define(&mut self, def: TypeDef) -> TypeId {
        let facts = self.facts_of(&def);
        self.out.facts.push(facts);
        self.out.model.types.alloc(def)
    }

    fn facts_of(&mut self, def: &TypeDef) -> TypeFacts {
        let mut facts = TypeFacts::default();
        let layer = u16::from(def.kind.as_alias().is_none());
        def.kind.for_each_type(&mut |ty| match ty.id() {
            Some(id) => {
                let inner = self.out.facts[id.index()];
                facts.depth = facts.depth.max(inner.depth.saturating_add(layer));
                facts.height = facts.height.max(inner.height.saturating_add(1));
                facts.borrows |= inner.borrows;
                facts.handles |= inner.handles;
            }
            None => facts.handles |= ty == Type::ErrorContext,
        });
        let handle = def.kind.as_handle();
        facts.borrows |= handle.is_some_and(|handle| !handle.is_own());
        facts.handles |= handle.is_some() || def.kind.is_channel();
        facts.resource = match def.kind.as_alias().and_then(Type::id) {
            Some(target) => self.facts(target).resource,
            None => def.kind.is_resource(),
        };
        // At the limit exactly: types around it are too deep as well, and one report is enough.
        if (facts.depth == MAX_DEPTH && layer == 1) || facts.height == MAX_HEIGHT {
            let limit = if facts.height == MAX_HEIGHT {
                MAX_HEIGHT
            } else {
                MAX_DEPTH
            };
            let message = format!("the types in this type are nested more than {limit} deep");
            let diagnostic =
                Diagnostic::error(witc_parser::codes::TYPE_TOO_DEEP, message, def.span)
                    .note("use a flat list of records that refer to each other by their index");
            self.report(diagnostic);
        }
        facts
    }
}
