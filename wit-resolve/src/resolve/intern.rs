//! Types as they are added to the model: those without a name once each, and what follows for a type from its parts.

use super::facts::TypeFacts;
use super::session::Resolver;
use crate::{Handle, Stability, Type, TypeDef, TypeDefKind, TypeId};
use std::hash::BuildHasher;
use witc_diagnostics::Span;

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
        let is_alias = def.kind.as_alias().is_some();
        let layer = u16::from(!is_alias);
        // An alias is the type that it stands for.
        let size = u32::from(layer);
        let mut facts = TypeFacts {
            size,
            ..TypeFacts::LEAF
        };
        let mut largest = 0;
        def.kind.for_each_type(&mut |ty| {
            let inner = match ty.id() {
                Some(id) => self.out.facts[id.index()],
                None => TypeFacts::LEAF,
            };
            largest = largest.max(inner.size);
            facts.size = facts.size.saturating_add(inner.size);
            facts.depth = facts.depth.max(inner.depth.saturating_add(layer));
            if ty.id().is_some() {
                facts.height = facts.height.max(inner.height.saturating_add(1));
            }
            facts.borrows |= inner.borrows;
            facts.handles |= inner.handles || ty.is_error_context();
        });
        let handle = def.kind.as_handle();
        if handle.is_some() {
            // The resource is not a part of its handles.
            (facts.size, facts.depth) = (TypeFacts::LEAF.size, TypeFacts::LEAF.depth);
        }
        facts.borrows |= handle.is_some_and(|handle| !handle.is_own());
        facts.handles |= handle.is_some() || def.kind.is_channel();
        facts.resource = match def.kind.as_alias().and_then(Type::id) {
            Some(target) => self.facts(target).resource,
            None => def.kind.is_resource(),
        };
        self.check_type_limits(def, facts, largest);
        facts
    }
}
