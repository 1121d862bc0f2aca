//! Packages before they are resolved, and the syntax trees that they are made of.

use crate::{Docs, PackageName};
use std::sync::Arc;
use witc_diagnostics::Span;
use witc_parser::ast::{File, Item, Nodes};

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
