//! The state of building a resolved package: what has been made of a component so far.

use super::found::{EntityId, Found};
use super::lookup::Evaluator;
use witc_resolve::{
    InterfaceId, Map, Name, PackageName, Resolve, Type, TypeDefKind, TypeId, WorldId,
};

/// A resolved package in the making.
pub(crate) struct Builder<'a> {
    pub(crate) evaluator: Evaluator<'a>,
    pub(crate) resolve: Resolve,
    /// Packages by name; they become packages of `resolve` when all are known.
    pub(crate) packages: Map<PackageName, PackageParts>,
    /// The types that have been defined.
    pub(crate) types: Map<EntityId, TypeId>,
    /// Anonymous types, by their entities and by their kinds.
    pub(crate) anonymous: Map<EntityId, Type>,
    pub(crate) interned: Map<TypeDefKind, TypeId>,
    /// Whether this is a package, in which all copies of an interface are the same.
    pub(crate) is_package: bool,
}

/// The interfaces and worlds of a package.
#[derive(Default)]
pub(crate) struct PackageParts {
    pub(crate) interfaces: Map<Name, InterfaceId>,
    pub(crate) worlds: Map<Name, WorldId>,
}

impl<'a> Builder<'a> {
    pub(crate) fn new(evaluator: Evaluator<'a>) -> Self {
        Self {
            evaluator,
            resolve: Resolve::default(),
            packages: Map::default(),
            types: Map::default(),
            anonymous: Map::default(),
            interned: Map::default(),
            is_package: false,
        }
    }

    pub(crate) fn graph(&self) -> &Found<'a> {
        &self.evaluator.graph
    }
}
