//! What interfaces and worlds define: their names, and the names in them.

use super::collect::{Collector, Site};
use super::scopes::{FileName, Included, ItemPath, Meaning, NameScope};
use super::{DefinitionId, DefinitionKind};
use crate::FastMap;
use crate::resolve::FilePart;
use witc_parser::ast::{self, ExternKind, Ident, InterfaceItem, Item, WorldItem};

impl<'s> Collector<'_, 's> {
    /// The names that top-level `use` items give to interfaces.
    pub(super) fn declare_files(&mut self, unit: usize, tree: &[FilePart<'s>]) {
        for (part, FilePart { items, .. }) in tree.iter().enumerate() {
            let mut names = FastMap::default();
            for item in items.iter().filter_map(Item::as_use) {
                let alias = item
                    .rename
                    .map(|name| self.define(DefinitionKind::FileName, name));
                // The names of the file itself do not count here: it has none yet.
                if let Some(target) = self.item_of(Site { unit, part }, &item.path) {
                    let name = item.rename.unwrap_or(item.path.name);
                    names.insert(name.name, FileName { target, alias });
                }
            }
            self.units[unit].files.push(names);
        }
    }

    /// The interfaces and worlds of a unit, each with a scope, in the order of the text.
    pub(super) fn declare_items(&mut self, unit: usize, tree: &[FilePart<'s>]) {
        for (part, FilePart { items, .. }) in tree.iter().enumerate() {
            let site = Site { unit, part };
            for item in items {
                let (kind, name) = match item {
                    Item::Interface(interface) => (DefinitionKind::Interface, interface.name),
                    Item::World(world) => (DefinitionKind::World, world.name),
                    Item::Use(_) | Item::Package(_) | Item::Broken(_) => continue,
                };
                let definition = self.define_item(unit, kind, name);
                let mut scope = NameScope {
                    definition,
                    names: FastMap::default(),
                    includes: Vec::new(),
                };
                match item {
                    Item::Interface(interface) => {
                        self.declare_interface(site, &interface.items, &mut scope);
                    }
                    Item::World(world) => self.declare_world(site, &world.items, &mut scope),
                    Item::Use(_) | Item::Package(_) | Item::Broken(_) => {}
                }
                self.scopes.push(scope);
            }
        }
    }

    /// Defines an interface or world, whose scope is the next one.
    fn define_item(
        &mut self,
        unit: usize,
        kind: DefinitionKind,
        name: Ident<'s>,
    ) -> Option<DefinitionId> {
        if name.is_missing() {
            return None;
        }
        let definition = self.define(kind, name);
        let scope = self.scopes.len();
        // Two items of one name have been reported. Uses mean the first, as in the resolver.
        self.units[unit].items.entry(name.name).or_insert(scope);
        Some(definition)
    }

    /// The names that an interface defines, and those that it uses.
    pub(super) fn declare_interface(
        &mut self,
        site: Site,
        items: &[InterfaceItem<'s>],
        scope: &mut NameScope<'s>,
    ) {
        for item in items {
            match item {
                InterfaceItem::Use(item) => self.declare_uses(site, item, scope),
                InterfaceItem::Type(def) => self.declare(DefinitionKind::Type, def.name, scope),
                InterfaceItem::Func(func) => {
                    self.declare(DefinitionKind::Function, func.name, scope);
                }
                InterfaceItem::Broken(_) => {}
            }
        }
    }

    fn declare_world(&mut self, site: Site, items: &[WorldItem<'s>], scope: &mut NameScope<'s>) {
        for item in items {
            match item {
                WorldItem::Use(item) => self.declare_uses(site, item, scope),
                WorldItem::Type(def) => self.declare(DefinitionKind::Type, def.name, scope),
                WorldItem::Import(item) | WorldItem::Export(item) => match &item.kind {
                    ExternKind::Path(_) => {}
                    ExternKind::NamedPath(name, _) | ExternKind::Interface(name, _) => {
                        self.declare(DefinitionKind::Extern, *name, scope);
                    }
                    ExternKind::Func(name, _) => {
                        self.declare(DefinitionKind::Function, *name, scope);
                    }
                },
                WorldItem::Include(item) => self.declare_include(site, item, scope),
                WorldItem::Broken(_) => {}
            }
        }
    }

    /// Defines a name in a scope; what has the name already is the same, as the accessors of a property are.
    pub(super) fn declare(
        &mut self,
        kind: DefinitionKind,
        name: Ident<'s>,
        scope: &mut NameScope<'s>,
    ) {
        if name.is_missing() {
            return;
        }
        match scope.names.get(name.name) {
            Some(Meaning::Own(definition)) => self.occur(name, Some(*definition)),
            Some(Meaning::Used(_)) | None => {
                let definition = self.define(kind, name);
                scope.names.insert(name.name, Meaning::Own(definition));
            }
        }
    }

    fn declare_uses(&mut self, site: Site, item: &ast::Use<'s>, scope: &mut NameScope<'s>) {
        let interface = self.item_of(site, &item.path);
        for used in &item.names {
            let meaning = match used.rename {
                // What could not be read has no place that an editor could rename.
                Some(rename) if rename.is_missing() => continue,
                Some(rename) => {
                    // The model has it at the place of its first name.
                    let place = used.name.span;
                    Meaning::Own(self.define_at(DefinitionKind::Type, rename, place))
                }
                None => match interface {
                    Some(interface) => Meaning::Used(interface),
                    None => continue,
                },
            };
            let name = used.rename.unwrap_or(used.name);
            scope.names.entry(name.name).or_insert(meaning);
        }
    }

    fn declare_include(&mut self, site: Site, item: &ast::Include<'s>, scope: &mut NameScope<'s>) {
        for (_, rename) in &item.with {
            self.declare(DefinitionKind::Renamed, *rename, scope);
        }
        if let Some(ItemPath { unit, name }) = self.item_of(site, &item.path) {
            scope.includes.push(Included {
                world: ItemPath { unit, name },
                renamed: item.with.iter().map(|(from, _)| (from.name, ())).collect(),
            });
        }
    }
}
