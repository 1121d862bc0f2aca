//! Types as they are added to the model: those without a name once each, and what follows for a type from its parts.

use super::Resolver;
use crate::{Handle, Stability, Type, TypeDef, TypeDefKind, TypeId};
use foldhash::fast::RandomState;
use hashbrown::HashTable;
use std::hash::BuildHasher;
use witc_diagnostics::{Diagnostic, Span};

/// How deep types may be nested in one another, through names as well: no component can hold deeper ones.
const MAX_DEPTH: u16 = 100;

/// How deep they may be nested if aliases count as well.
const MAX_HEIGHT: u16 = 500;

/// What follows for a type from what it is made of.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TypeFacts {
    /// How many types are nested in one another in it, aliases not counted.
    depth: u16,
    /// The same with aliases.
    height: u16,
    /// Whether it holds a `borrow`.
    pub(crate) borrows: bool,
    /// Whether it holds a handle of any kind: of a resource, a stream, a future or an error context.
    pub(crate) handles: bool,
    /// Whether it is a resource, or an alias of one.
    pub(crate) resource: bool,
}

/// The anonymous types of a package: each is there once.
#[derive(Default)]
pub(crate) struct Interner {
    table: HashTable<TypeId>,
    hasher: RandomState,
}

impl Interner {
    pub(crate) fn clear(&mut self) {
        self.table.clear();
    }
}

impl Resolver<'_, '_> {
    /// The anonymous type of this kind, made at need.
    pub(crate) fn anonymous(&mut self, kind: TypeDefKind, gate: &Stability, span: Span) -> Type {
        let hash = self.interner.hasher.hash_one(&kind);
        let types = &self.out.types;
        if let Some(&id) = self.interner.table.find(hash, |&id| types[id].kind == kind) {
            return Type::Id(id);
        }
        let is_own = matches!(kind, TypeDefKind::Handle(Handle::Own(_)));
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
        let (types, hasher) = (&self.out.types, &self.interner.hasher);
        self.interner
            .table
            .insert_unique(hash, id, |&id| hasher.hash_one(&types[id].kind));
        Type::Id(id)
    }

    /// The gate that an anonymous type has from the first gated type that it is made of.
    fn inherited(&self, kind: &TypeDefKind) -> Stability {
        let mut found = Stability::default();
        kind.for_each_type(&mut |ty| {
            let Type::Id(mut id) = ty else { return };
            if found.gate().is_some() {
                return;
            }
            if let (TypeDefKind::Handle(Handle::Own(resource)), None) =
                (&self.out.types[id].kind, self.out.types[id].name())
            {
                id = *resource;
            }
            found = self.out.types[id].stability.clone();
        });
        found
    }

    /// Adds a type.
    pub(crate) fn define(&mut self, def: TypeDef) -> TypeId {
        let facts = self.facts_of(&def);
        self.facts.push(facts);
        self.out.types.alloc(def)
    }

    fn facts_of(&mut self, def: &TypeDef) -> TypeFacts {
        let mut facts = TypeFacts::default();
        let layer = u16::from(!matches!(def.kind, TypeDefKind::Alias(_)));
        def.kind.for_each_type(&mut |ty| match ty {
            Type::Id(id) => {
                let inner = self.facts[id.index()];
                facts.depth = facts.depth.max(inner.depth.saturating_add(layer));
                facts.height = facts.height.max(inner.height.saturating_add(1));
                facts.borrows |= inner.borrows;
                facts.handles |= inner.handles;
            }
            Type::ErrorContext => facts.handles = true,
            _ => {}
        });
        match def.kind {
            TypeDefKind::Resource => facts.resource = true,
            TypeDefKind::Handle(handle) => {
                facts.borrows = matches!(handle, Handle::Borrow(_));
                facts.handles = true;
            }
            TypeDefKind::Stream(_) | TypeDefKind::Future(_) => facts.handles = true,
            TypeDefKind::Alias(Type::Id(id)) => facts.resource = self.facts(id).resource,
            _ => {}
        }
        if (facts.depth == MAX_DEPTH && layer == 1) || facts.height == MAX_HEIGHT {
            let limit = if facts.height == MAX_HEIGHT {
                MAX_HEIGHT
            } else {
                MAX_DEPTH
            };
            let message = format!("this type has more than {limit} types nested in one another");
            let diagnostic = Diagnostic::error(
                witc_parser::codes::TYPE_TOO_DEEP,
                message,
                def.span,
            )
            .note("make it flat: a list of records that refer to one another by their index in it");
            self.report(diagnostic);
        }
        facts
    }
}
