//! The names of types in an interface or world, and the items that define them.

use super::{Absent, FastMap};
use crate::{Map, Name, TypeId};
use witc_diagnostics::Span;
use witc_parser::ast::{self, Ident};

/// The names of types in an interface or world.
#[derive(Default)]
pub(crate) struct TypeScope<'a, 's> {
    /// The types that are there, in order.
    pub(crate) types: Map<Name, TypeId>,
    /// The names that stand for nothing, with their places.
    pub(crate) absent: FastMap<&'s str, (Absent, Span)>,
    /// The names that were looked for in vain, with the diagnostic that says so.
    pub(crate) unknown: FastMap<&'s str, usize>,
    /// The definitions, by name; filled when a name is not found.
    pub(crate) definitions: Option<FastMap<&'s str, usize>>,
    /// The functions, by name; filled when a name is not found anywhere.
    pub(crate) functions: Option<FastMap<&'s str, Span>>,
    /// The items of the interface or world.
    pub(crate) items: Items<'a, 's>,
    /// Whether types are resolved in the order of the text, which is given up when a name is met whose definition
    /// comes later.
    pub(crate) in_text_order: bool,
    /// Whether such a name was met.
    pub(crate) looks_ahead: bool,
    /// Whether something could not be read, so that any name may be missing.
    pub(crate) has_holes: bool,
}

impl<'a, 's> TypeScope<'a, 's> {
    pub(crate) fn new(items: Items<'a, 's>) -> Self {
        let count =
            items.definitions().count() + items.uses().map(|item| item.names.len()).sum::<usize>();
        let types = Map::with_capacity_and_hasher(count, Default::default());
        Self {
            types,
            has_holes: items.have_holes(),
            items,
            ..Self::default()
        }
    }
}

/// The items among which types are defined.
#[derive(Clone, Copy)]
pub(crate) enum Items<'a, 's> {
    Interface(&'a [ast::InterfaceItem<'s>]),
    World(&'a [ast::WorldItem<'s>]),
}

impl Default for Items<'_, '_> {
    fn default() -> Self {
        Self::Interface(&[])
    }
}

impl<'a, 's> Items<'a, 's> {
    /// The `use` items.
    pub(crate) fn uses(self) -> impl Iterator<Item = &'a ast::Use<'s>> {
        let (interface, world) = self.split();
        let in_interface = interface.iter().filter_map(|item| match item {
            ast::InterfaceItem::Use(item) => Some(item),
            _ => None,
        });
        let in_world = world.iter().filter_map(|item| match item {
            ast::WorldItem::Use(item) => Some(item),
            _ => None,
        });
        in_interface.chain(in_world)
    }

    /// The types that are defined.
    pub(crate) fn definitions(self) -> impl Iterator<Item = &'a ast::TypeDef<'s>> {
        let (interface, world) = self.split();
        let in_interface = interface.iter().filter_map(|item| match item {
            ast::InterfaceItem::Type(item) => Some(item),
            _ => None,
        });
        let in_world = world.iter().filter_map(|item| match item {
            ast::WorldItem::Type(item) => Some(item),
            _ => None,
        });
        in_interface.chain(in_world)
    }

    /// The names of functions, those of exports aside.
    pub(crate) fn functions(self) -> impl DoubleEndedIterator<Item = Ident<'s>> {
        let (interface, world) = self.split();
        let in_interface = interface.iter().filter_map(|item| match item {
            ast::InterfaceItem::Func(func) => Some(func.name),
            _ => None,
        });
        let in_world = world.iter().filter_map(|item| match item {
            ast::WorldItem::Import(ast::Extern {
                kind: ast::ExternKind::Func(func, _),
                ..
            }) => Some(*func),
            _ => None,
        });
        in_interface.chain(in_world)
    }

    fn split(self) -> (&'a [ast::InterfaceItem<'s>], &'a [ast::WorldItem<'s>]) {
        match self {
            Self::Interface(items) => (items, &[]),
            Self::World(items) => (&[], items),
        }
    }

    /// Whether something could not be read.
    fn have_holes(self) -> bool {
        let (interface, world) = self.split();
        interface
            .iter()
            .any(|item| matches!(item, ast::InterfaceItem::Broken(_)))
            || world
                .iter()
                .any(|item| matches!(item, ast::WorldItem::Broken(_)))
            || self.definitions().any(|def| def.name.is_missing())
            || self
                .uses()
                .flat_map(|item| &item.names)
                .any(|name| name.rename.unwrap_or(name.name).is_missing())
    }
}
