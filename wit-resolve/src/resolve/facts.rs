//! What the resolver knows of types besides the model: facts that follow from their parts, and which anonymous ones exist.

use crate::TypeId;
use foldhash::fast::RandomState;
use hashbrown::HashTable;

/// Facts about a type that follow from the types that it is made of.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TypeFacts {
    /// The depth of the types that are nested in it, aliases not counted.
    pub(crate) depth: u16,
    /// The same with aliases.
    pub(crate) height: u16,
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
    pub(crate) table: HashTable<TypeId>,
    pub(crate) hasher: RandomState,
}

impl Interner {
    pub(crate) fn clear(&mut self) {
        self.table.clear();
    }
}
