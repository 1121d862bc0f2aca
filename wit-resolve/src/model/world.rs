//! Interfaces and worlds.

use super::{Docs, FunctionId, InterfaceId, Map, Name, PackageId, Stability, TypeId};
use std::sync::Arc;
use witc_diagnostics::Span;

/// An interface: types and functions under one name.
#[derive(Clone, Debug)]
pub struct Interface {
    /// Its name; an interface that is written inline in a world has none.
    pub name: Option<Name>,
    /// The package that it is in.
    pub package: Option<PackageId>,
    /// Its types by name, in order, those that `use` brings in among them.
    pub types: Map<Name, TypeId>,
    /// Its functions by their full name ([`Function::name`](super::Function::name)), in order.
    pub functions: Map<Name, FunctionId>,
    /// Its documentation.
    pub docs: Docs,
    /// Its gate.
    pub stability: Stability,
    /// Its name in the text.
    pub span: Span,
    /// The interface that this one is a copy of: a world that both imports and exports an interface may need two.
    pub clone_of: Option<InterfaceId>,
}

impl Interface {
    /// A word for it: its name, or `interface` for one that is written inline.
    #[must_use]
    pub fn word(&self) -> &str {
        self.name.as_deref().unwrap_or("interface")
    }
}

/// A world: what a component imports and exports.
#[derive(Clone, Debug)]
pub struct World {
    /// Its name.
    pub name: Name,
    /// The package that it is in.
    pub package: Option<PackageId>,
    /// The imports, in order: first those that other things need, then those that are written.
    pub imports: Map<WorldKey, WorldItem>,
    /// The exports, in order.
    pub exports: Map<WorldKey, WorldItem>,
    /// Its documentation.
    pub docs: Docs,
    /// Its gate.
    pub stability: Stability,
    /// Its name in the text.
    pub span: Span,
}

/// The name of an import or export, or the interface that it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum WorldKey {
    /// A plain name.
    Name(Name),
    /// The id of an interface.
    Interface(InterfaceId),
}

/// An import or export.
#[derive(Clone, Debug)]
pub enum WorldItem {
    /// An interface.
    Interface(WorldInterface),
    /// A function.
    Function(FunctionId),
    /// A type; worlds only import them.
    Type(TypeId),
}

/// An interface as a world imports or exports it.
#[derive(Clone, Debug)]
pub struct WorldInterface {
    /// The interface. Under a plain name it is one that is written inline, or, for `import id: use-path`, one that
    /// has an id of its own.
    pub id: InterfaceId,
    /// The documentation of the import or export.
    pub docs: Docs,
    /// The gate of the import or export.
    pub stability: Stability,
    /// The text of its `@external-id`.
    pub external_id: Option<Arc<str>>,
    /// The place where the world names it.
    pub span: Span,
}
