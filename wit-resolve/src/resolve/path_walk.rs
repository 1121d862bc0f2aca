//! The paths that a file names, in the order in which they count.

use super::unit::FilePart;
use witc_parser::ast::{ExternKind, Include, InterfaceItem, Item, UsePath, World, WorldItem};

/// The paths that the `use` items of an interface name.
pub(crate) fn uses<'a, 's>(
    items: &'a [InterfaceItem<'s>],
) -> impl Iterator<Item = &'a UsePath<'s>> {
    items.iter().filter_map(|item| match item {
        InterfaceItem::Use(item) => Some(&item.path),
        InterfaceItem::Type(_) | InterfaceItem::Func(_) | InterfaceItem::Broken(_) => None,
    })
}

/// The includes of a world, in order.
pub(crate) fn includes<'a, 's>(
    items: &'a [WorldItem<'s>],
) -> impl Iterator<Item = &'a Include<'s>> {
    items.iter().filter_map(|item| match item {
        WorldItem::Include(include) => Some(include),
        WorldItem::Use(_) | WorldItem::Type(_) => None,
        WorldItem::Import(_) | WorldItem::Export(_) | WorldItem::Broken(_) => None,
    })
}

/// Calls `visit` with every path of a part. A world's imports come before its exports, wherever they stand, so that
/// the order of packages does not change when a world is printed.
pub(crate) fn for_each_path<'a, 's>(
    part: &'a FilePart<'s>,
    visit: &mut dyn FnMut(&'a UsePath<'s>),
) {
    for item in &part.items {
        match item {
            Item::Use(item) => visit(&item.path),
            Item::Interface(interface) => uses(&interface.items).for_each(&mut *visit),
            Item::World(world) => for_each_world_path(world, visit),
            Item::Package(_) | Item::Broken(_) => {}
        }
    }
}

fn for_each_world_path<'a, 's>(world: &'a World<'s>, visit: &mut dyn FnMut(&'a UsePath<'s>)) {
    let (mut imports, mut exports) = (Vec::new(), Vec::new());
    for item in &world.items {
        match item {
            WorldItem::Use(item) => visit(&item.path),
            WorldItem::Include(item) => visit(&item.path),
            WorldItem::Import(item) => imports.push(&item.kind),
            WorldItem::Export(item) => exports.push(&item.kind),
            WorldItem::Type(_) | WorldItem::Broken(_) => {}
        }
    }
    for kind in imports.into_iter().chain(exports) {
        match kind {
            ExternKind::Path(path) | ExternKind::NamedPath(_, path) => visit(path),
            ExternKind::Interface(_, items) => uses(items).for_each(&mut *visit),
            ExternKind::Func(..) => {}
        }
    }
}
