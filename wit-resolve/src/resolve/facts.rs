//! What the resolver knows of types besides the model: facts that follow from their parts, and which anonymous ones exist.

use crate::TypeId;
use foldhash::fast::RandomState;
use hashbrown::HashTable;

/// Facts about a type that follow from the types that it is made of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TypeFacts {
    /// How many types it is made of, itself among them, each as often as it is there; aliases not counted.
    pub(crate) size: u32,
    /// How deep types are nested in it, itself among them; aliases not counted.
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

impl TypeFacts {
    /// The facts about a type that is made of no others.
    pub(crate) const LEAF: Self = Self {
        size: 1,
        depth: 1,
        height: 0,
        borrows: false,
        handles: false,
        resource: false,
    };
}

/// How many types an interface is made of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Size {
    /// No more than that.
    Bound(u64),
    /// So many.
    Exact(u64),
}

impl Size {
    /// The most that it can be.
    pub(crate) fn bound(self) -> u64 {
        match self {
            Self::Bound(size) | Self::Exact(size) => size,
        }
    }
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
