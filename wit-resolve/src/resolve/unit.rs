//! Packages before they are resolved, and the syntax trees that they are made of.

use crate::{Docs, Group, PackageName};
use std::sync::Arc;
use witc_diagnostics::Span;
use witc_parser::ast::{File, Ident, Item, Nodes};

/// How far in a package is. The less, the further out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank {
    /// The [nesting](crate::Group::nesting) of its group.
    nesting: usize,
    /// Whether its group only [fills in](crate::Group::fallback).
    fallback: bool,
}

impl From<&Group> for Rank {
    fn from(group: &Group) -> Self {
        Self {
            nesting: group.nesting,
            fallback: group.fallback,
        }
    }
}

impl Rank {
    /// Whether it is in the `deps/` of a package that is itself in `deps/`.
    pub(crate) fn is_nested(self) -> bool {
        self.nesting > 0
    }
}

/// A package before it is resolved.
pub(crate) struct Unit {
    /// Its name; nothing if there is no declaration, or a broken one. Nobody can depend on such a package.
    pub(crate) name: Option<PackageName>,
    /// The name in its declaration.
    pub(crate) span: Span,
    /// The documentation of its declaration.
    pub(crate) docs: Docs,
    /// The group that it was found in.
    pub(crate) group: usize,
    /// Whether it is nested in a file of the group.
    pub(crate) nested: bool,
    /// How far in it is; of several units of one name, those that are furthest out count.
    pub(crate) rank: Rank,
    /// Whether something in it could not be read, so that any interface, world or package may be missing.
    pub(crate) is_incomplete: bool,
}

/// The part of a package that one file has: the scope of its top-level `use`.
pub(crate) struct FilePart<'s> {
    /// The file without its items.
    pub(crate) file: Arc<File<'s>>,
    /// Other files that something in the items comes from.
    pub(crate) further: Vec<Arc<File<'s>>>,
    pub(crate) items: Vec<Item<'s>>,
}

impl<'s> FilePart<'s> {
    /// The file that has `place`.
    pub(crate) fn file_at(&self, place: u32) -> &File<'s> {
        self.further
            .iter()
            .find(|file| file.span.contains(place))
            .unwrap_or(&self.file)
    }

    /// The nodes that what stands at `span` refers to.
    pub(crate) fn nodes_at(&self, span: Span) -> &Nodes<'s> {
        &self.file_at(span.start).nodes
    }
}

/// The name of an interface or world.
pub(crate) fn item_name<'s>(item: &Item<'s>) -> Option<Ident<'s>> {
    match item {
        Item::Interface(interface) => Some(interface.name),
        Item::World(world) => Some(world.name),
        Item::Use(_) | Item::Package(_) | Item::Broken(_) => None,
    }
}
