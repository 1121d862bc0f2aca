//! The names of types in an interface or world, and the items that define them.

use super::entity::{Absent, Entity};
use crate::{FastMap, Map, Name, TypeId};
use witc_diagnostics::Span;
use witc_parser::ast::{self, Ident};

/// The meaning of a name that only one file knows.
#[derive(Clone, Copy, Debug)]
pub(crate) enum FileName<'s> {
    /// An interface or world of the package.
    Local(&'s str),
    /// One of another package.
    Foreign(Entity),
}

/// The names that the top-level `use` items of a file bring in.
pub(crate) type FileScope<'s> = FastMap<&'s str, FileName<'s>>;

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
    /// Some of the `use` items, to look for one that leaves a name out; filled when a name is not found anywhere.
    pub(crate) uses: Option<Vec<&'a ast::Use<'s>>>,
    /// The items of the interface or world.
    pub(crate) items: TypeItems<'a, 's>,
    /// Whether types are resolved in the order of the text, which is given up when a name is met whose definition
    /// comes later.
    pub(crate) in_text_order: bool,
    /// Whether such a name was met.
    pub(crate) looks_ahead: bool,
    /// Whether something could not be read, so that any name may be missing.
    pub(crate) is_incomplete: bool,
}

impl<'a, 's> TypeScope<'a, 's> {
    pub(crate) fn new(items: TypeItems<'a, 's>) -> Self {
        let count =
            items.definitions().count() + items.uses().map(|item| item.names.len()).sum::<usize>();
        let types = Map::with_capacity(count);
        Self {
            types,
            is_incomplete: items.are_incomplete(),
            items,
            ..Self::default()
        }
    }
}

/// The items among which types are defined.
#[derive(Clone, Copy)]
pub(crate) enum TypeItems<'a, 's> {
    Interface(&'a [ast::InterfaceItem<'s>]),
    World(&'a [ast::WorldItem<'s>]),
}

impl Default for TypeItems<'_, '_> {
    fn default() -> Self {
        Self::Interface(&[])
    }
}

impl<'a, 's> TypeItems<'a, 's> {
    /// The `use` items.
    pub(crate) fn uses(self) -> impl Iterator<Item = &'a ast::Use<'s>> {
        let (interface, world) = self.split();
        let in_interface = interface.iter().filter_map(|item| match item {
            ast::InterfaceItem::Use(item) => Some(item),
            ast::InterfaceItem::Type(_)
            | ast::InterfaceItem::Func(_)
            | ast::InterfaceItem::Broken(_) => None,
        });
        let in_world = world.iter().filter_map(|item| match item {
            ast::WorldItem::Use(item) => Some(item),
            ast::WorldItem::Type(_)
            | ast::WorldItem::Import(_)
            | ast::WorldItem::Export(_)
            | ast::WorldItem::Include(_)
            | ast::WorldItem::Broken(_) => None,
        });
        in_interface.chain(in_world)
    }

    /// The types that are defined.
    pub(crate) fn definitions(self) -> impl Iterator<Item = &'a ast::TypeDef<'s>> {
        let (interface, world) = self.split();
        let in_interface = interface.iter().filter_map(|item| match item {
            ast::InterfaceItem::Type(item) => Some(item),
            ast::InterfaceItem::Use(_)
            | ast::InterfaceItem::Func(_)
            | ast::InterfaceItem::Broken(_) => None,
        });
        let in_world = world.iter().filter_map(|item| match item {
            ast::WorldItem::Type(item) => Some(item),
            ast::WorldItem::Use(_)
            | ast::WorldItem::Import(_)
            | ast::WorldItem::Export(_)
            | ast::WorldItem::Include(_)
            | ast::WorldItem::Broken(_) => None,
        });
        in_interface.chain(in_world)
    }

    /// The names of functions, those of exports aside.
    pub(crate) fn functions(self) -> impl DoubleEndedIterator<Item = Ident<'s>> {
        let (interface, world) = self.split();
        let in_interface = interface.iter().filter_map(|item| match item {
            ast::InterfaceItem::Func(func) => Some(func.name),
            ast::InterfaceItem::Use(_)
            | ast::InterfaceItem::Type(_)
            | ast::InterfaceItem::Broken(_) => None,
        });
        let in_world = world.iter().filter_map(|item| match item {
            ast::WorldItem::Import(item) => match &item.kind {
                ast::ExternKind::Func(func, _) => Some(*func),
                ast::ExternKind::Path(_)
                | ast::ExternKind::NamedPath(..)
                | ast::ExternKind::Interface(..) => None,
            },
            ast::WorldItem::Use(_)
            | ast::WorldItem::Type(_)
            | ast::WorldItem::Export(_)
            | ast::WorldItem::Include(_)
            | ast::WorldItem::Broken(_) => None,
        });
        in_interface.chain(in_world)
    }

    /// Whether they are those of a world.
    pub(crate) fn are_of_world(self) -> bool {
        match self {
            Self::Interface(_) => false,
            Self::World(_) => true,
        }
    }

    fn split(self) -> (&'a [ast::InterfaceItem<'s>], &'a [ast::WorldItem<'s>]) {
        match self {
            Self::Interface(items) => (items, &[]),
            Self::World(items) => (&[], items),
        }
    }

    /// Whether something could not be read.
    fn are_incomplete(self) -> bool {
        let (interface, world) = self.split();
        let mut in_interface = interface.iter().map(|item| match item {
            ast::InterfaceItem::Broken(_) => true,
            ast::InterfaceItem::Use(_)
            | ast::InterfaceItem::Type(_)
            | ast::InterfaceItem::Func(_) => false,
        });
        let mut in_world = world.iter().map(|item| match item {
            ast::WorldItem::Broken(_) => true,
            ast::WorldItem::Use(_) | ast::WorldItem::Type(_) => false,
            ast::WorldItem::Import(_) | ast::WorldItem::Export(_) => false,
            ast::WorldItem::Include(_) => false,
        });
        in_interface.any(|is_broken| is_broken)
            || in_world.any(|is_broken| is_broken)
            || self.definitions().any(|def| def.name.is_missing())
            || self
                .uses()
                .flat_map(|item| &item.names)
                .any(|name| name.rename.unwrap_or(name.name).is_missing())
    }
}

/// The functions of a resource; none for other types.
pub(crate) fn methods_of<'a, 's>(def: &'a ast::TypeDef<'s>) -> &'a [ast::ResourceFunc<'s>] {
    match &def.kind {
        ast::TypeDefKind::Resource(methods) => methods,
        ast::TypeDefKind::Alias(_)
        | ast::TypeDefKind::Record(_)
        | ast::TypeDefKind::Variant(_)
        | ast::TypeDefKind::Enum(_)
        | ast::TypeDefKind::Flags(_) => &[],
    }
}
