//! `include`: a world takes over what another one has.
//!
//! Interfaces that are imported or exported by their path are shared. What has a plain name is copied: a type that
//! stands in a world, or in an interface that is written inline there, belongs to that world, and so each world that
//! includes it has one of its own.

use super::include_conflicts::{Conflict, Conflicts, Included};
use super::include_renames::{rename, rename_alike};
use super::members::{ComponentName, NameSet};
use super::path_walk::includes;
use super::session::Resolver;
use super::side::Side;
use crate::codes;
use crate::{
    FastMap, Function, FunctionId, FunctionKind, InterfaceId, Name, Stability, Type, TypeId,
    TypeOwner, WorldId, WorldItem, WorldKey,
};
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::{self, Ident};

/// An `include` that is being carried out.
struct Copier<'s> {
    /// The world that includes.
    to: WorldId,
    /// The copies so far.
    types: FastMap<TypeId, TypeId>,
    /// The names after `with`.
    renames: FastMap<&'s str, Ident<'s>>,
    /// Whether the included world is of another package.
    foreign: bool,
    /// The place that names the included world.
    span: Span,
    /// The names that are taken.
    conflicts: Conflicts,
}

/// The imports and exports of a world that includes others.
struct Sides<'w, 'a, 's> {
    imports: &'w mut Side<'a, 's>,
    exports: &'w mut Side<'a, 's>,
    /// For each include that was carried out, the number of imports and exports after it; the first entry has those of
    /// the world itself.
    ends: Vec<[usize; 2]>,
}

impl<'w, 'a, 's> Sides<'w, 'a, 's> {
    fn new(imports: &'w mut Side<'a, 's>, exports: &'w mut Side<'a, 's>) -> Self {
        let mut sides = Self {
            imports,
            exports,
            ends: Vec::new(),
        };
        sides.end();
        sides
    }

    /// Remembers that an include is done.
    fn end(&mut self) {
        self.ends
            .push([self.imports.items.len(), self.exports.items.len()]);
    }
}

impl<'a, 's> Resolver<'a, 's> {
    /// Carries out what a world includes.
    pub(crate) fn includes(
        &mut self,
        world: Option<WorldId>,
        items: &'a [ast::WorldItem<'s>],
        imports: &mut Side<'a, 's>,
        exports: &mut Side<'a, 's>,
    ) {
        let (mut included, by_world) = self.included_worlds(items);
        let Some(to) = world.filter(|_| !included.is_empty()) else {
            return;
        };
        let mut sides = Sides::new(imports, exports);
        for index in 0..included.len() {
            let Included { item, world, .. } = included[index];
            let same = &by_world[&world];
            let first = included[same[0]].item;
            included[index].conflicts = if same[0] == index || !rename_alike(first, item) {
                self.include(item, world, to, &mut sides)
            } else if earlier_conflict(&included, same, index) {
                // The earlier one says how many there are.
                Conflicts::default()
            } else {
                self.all_conflict(world)
            };
            sides.end();
        }
        self.check_included_names(&mut included, &mut sides);
        self.report_include_conflicts(&included, &by_world);
    }

    /// The includes whose worlds are there, in order, and for each world which of them include it.
    fn included_worlds(
        &mut self,
        items: &'a [ast::WorldItem<'s>],
    ) -> (Vec<Included<'a, 's>>, FastMap<WorldId, Vec<usize>>) {
        let mut included = Vec::new();
        let mut by_world: FastMap<WorldId, Vec<usize>> = FastMap::default();
        for item in includes(items) {
            self.no_external_id(&item.attributes, "an include");
            let attributes = self.attributes(&item.attributes);
            let dropped = self.here.dropped;
            self.here.dropped |= attributes.inactive.is_some();
            let world = self.world_of(&item.path);
            let gone = std::mem::replace(&mut self.here.dropped, dropped);
            if gone || attributes.inactive.is_some() {
                continue;
            }
            match world {
                Some(world) => {
                    by_world.entry(world).or_default().push(included.len());
                    included.push(Included {
                        item,
                        world,
                        conflicts: Conflicts::default(),
                    });
                }
                // What it would bring in is not known.
                None => self.here.gaps.is_open = true,
            }
        }
        (included, by_world)
    }

    /// The names of a world that is included again under the same names. Interfaces that go by their paths are shared
    /// and don't conflict.
    fn all_conflict(&self, world: WorldId) -> Conflicts {
        let world = &self.out.model.worlds[world];
        let mut conflicts = Conflicts::default();
        for (key, item) in world.imports.iter().chain(&world.exports) {
            if let Some(name) = key.name() {
                let span = self.item_span(item);
                conflicts.push(Conflict {
                    name: name.clone(),
                    taken: span,
                    included: span,
                    is_alike: false,
                });
            }
        }
        conflicts
    }

    fn include(
        &mut self,
        item: &'a ast::Include<'s>,
        from: WorldId,
        to: WorldId,
        sides: &mut Sides<'_, 'a, 's>,
    ) -> Conflicts {
        self.check_renames(item, from);
        let mut renames = FastMap::default();
        for (name, rename) in &item.with {
            // Of two new names for one, the first counts.
            renames.entry(name.name).or_insert(*rename);
        }
        self.include_gaps(from, &renames);
        let foreign = self.out.model.worlds[from].package != Some(self.here.package);
        let mut copier = Copier {
            to,
            types: FastMap::default(),
            renames,
            foreign,
            span: item.path.name.span,
            conflicts: Conflicts::default(),
        };
        // Imports first: exports may use types that are copied with them.
        for is_import in [true, false] {
            let side = if is_import {
                &mut *sides.imports
            } else {
                &mut *sides.exports
            };
            let mut index = 0;
            // The world is not changed in between, but the model is.
            while let Some((key, item)) = self.included_item(from, is_import, index) {
                if !self.count_world_item(copier.span) {
                    self.here.gaps.is_open = true;
                    return copier.conflicts;
                }
                match key {
                    WorldKey::Interface(id) => self.include_interface(&copier, id, item, side),
                    WorldKey::Name(name) => self.include_plain(&mut copier, &name, item, side),
                }
                index += 1;
            }
        }
        copier.conflicts
    }

    /// The import or export of a world at a position.
    fn included_item(
        &self,
        world: WorldId,
        is_import: bool,
        index: usize,
    ) -> Option<(WorldKey, WorldItem)> {
        let world = &self.out.model.worlds[world];
        let items = if is_import {
            &world.imports
        } else {
            &world.exports
        };
        let (key, item) = items.get_index(index)?;
        Some((key.clone(), item.clone()))
    }

    fn include_interface(
        &mut self,
        copier: &Copier<'s>,
        id: InterfaceId,
        item: WorldItem,
        side: &mut Side<'a, 's>,
    ) {
        let Some(from) = item.interface() else { return };
        let (stability, span) = (from.stability.clone(), from.span);
        let key = WorldKey::Interface(id);
        // `WIT.md`, "De-duplication of interfaces": an interface by its path is one, however often
        // it comes in.
        let into = side.items.get_or_insert_with(key, || item);
        let Some(into) = into.interface_mut() else {
            return;
        };
        if copier.foreign && stability.is_since() {
            // Another package's versions say nothing here.
            into.stability = Stability::default();
        } else if into.stability.gate().is_none() {
            into.stability = stability;
        } else if stability.gate().is_some() && stability != into.stability {
            let name = self.out.model.interface_id(id).unwrap_or_default();
            let message = format!(
                "the included world gates the interface `{name}` differently than this world"
            );
            let places @ (from, to) = (span, into.span);
            let diagnostic = Diagnostic::error(codes::GATE_MISMATCH, message, copier.span)
                .also(span, "gated here")
                .also(into.span, "and differently here")
                .note("give both the same `@since` or `@unstable`");
            // Every world that includes both has the mistake, and one change corrects them all.
            let is_new = self.names.gate_mismatches.insert(places, ()).is_none();
            if is_new || from.is_none() || to.is_none() {
                self.report(diagnostic);
            }
        }
    }

    /// Copies an import or export that has a plain name, unless the name is taken.
    fn include_plain(
        &mut self,
        copier: &mut Copier<'s>,
        name: &Name,
        item: WorldItem,
        side: &mut Side<'a, 's>,
    ) {
        let name = rename(name, &copier.renames);
        let key = WorldKey::Name(name.clone());
        // `WIT.md`, "Name Conflicts and `with`": plain names are never merged.
        if let Some(earlier) = side.items.get(&key) {
            copier.conflicts.push(Conflict {
                name,
                taken: self.item_span(earlier),
                included: self.item_span(&item),
                is_alike: false,
            });
            return;
        }
        let item = match item {
            WorldItem::Type(id) => {
                let id = self.copy_type(copier, id);
                if let Some(named) = &mut self.out.model.types[id].named {
                    named.name = name;
                }
                WorldItem::Type(id)
            }
            WorldItem::Function(id) => {
                WorldItem::Function(self.copy_function(copier, id, Some(name)))
            }
            WorldItem::Interface(mut interface) => {
                if self.out.model.interfaces[interface.id].name.is_none() {
                    interface.id = self.copy_interface(copier, interface.id);
                }
                WorldItem::Interface(interface)
            }
        };
        side.items.insert(key, item);
    }

    fn copy_function(
        &mut self,
        copier: &mut Copier<'s>,
        id: FunctionId,
        name: Option<Name>,
    ) -> FunctionId {
        let mut function: Function = self.out.model.functions[id].clone();
        let mut copy = |id| self.copy_type(copier, id);
        function.kind = match function.kind {
            FunctionKind::Freestanding => FunctionKind::Freestanding,
            FunctionKind::Method(id) => FunctionKind::Method(copy(id)),
            FunctionKind::Static(id) => FunctionKind::Static(copy(id)),
            FunctionKind::Constructor(id) => FunctionKind::Constructor(copy(id)),
        };
        for param in &mut function.params {
            copy_into(&mut param.ty, &mut copy);
        }
        if let Some(ty) = &mut function.result {
            copy_into(ty, &mut copy);
        }
        if let Some(name) = name {
            function.name = name;
        }
        self.out.model.functions.alloc(function)
    }

    fn copy_interface(&mut self, copier: &mut Copier<'s>, id: InterfaceId) -> InterfaceId {
        let mut interface = self.out.model.interfaces[id].clone();
        // Its id is needed before it is complete: it owns the types that are copied.
        let copy = InterfaceId::from_index(self.out.model.interfaces.len());
        interface.package = Some(self.here.package);
        interface.clone_of = Some(id);
        self.out.model.interfaces.alloc(interface.clone());
        for ty in interface.types.values_mut() {
            *ty = self.copy_type(copier, *ty);
            self.out.model.types[*ty].owner = TypeOwner::Interface(copy);
        }
        for function in interface.functions.values_mut() {
            *function = self.copy_function(copier, *function, None);
        }
        self.out.model.interfaces[copy] = interface;
        copy
    }

    /// The type that stands for `id` in the world that includes: a copy if it belongs to the included world, or is
    /// made of what does.
    fn copy_type(&mut self, copier: &mut Copier<'s>, id: TypeId) -> TypeId {
        if let Some(&copy) = copier.types.get(&id) {
            return copy;
        }
        let def = &self.out.model.types[id];
        // Types of named interfaces are the same for every world.
        let shared = match def.owner {
            TypeOwner::Interface(interface) => self.out.model.interfaces[interface].name.is_some(),
            TypeOwner::World(_) | TypeOwner::None => false,
        };
        let copy = if shared {
            id
        } else {
            let mut def = def.clone();
            let mut changed = !def.owner.is_none();
            def.kind.for_each_type_mut(&mut |ty| {
                if let Some(inner) = ty.id() {
                    let copy = self.copy_type(copier, inner);
                    changed |= copy != inner;
                    *ty = Type::Id(copy);
                }
            });
            if !changed {
                id
            } else if def.owner.is_none() {
                let copy = self.anonymous(def.kind, &def.stability, def.span);
                copy.id().unwrap_or(id)
            } else {
                // An interface that is copied puts itself in the place of the world.
                def.owner = TypeOwner::World(copier.to);
                self.define(def)
            }
        };
        copier.types.insert(id, copy);
        copy
    }

    /// Checks that the names that came in are not the same as others but for case and hyphens. One that is leaves the
    /// world again: it would be reported anew in each world that includes this one.
    fn check_included_names(
        &mut self,
        included: &mut [Included<'a, 's>],
        sides: &mut Sides<'_, 'a, 's>,
    ) {
        let Sides {
            imports,
            exports,
            ends,
        } = sides;
        for (side, items) in [&mut imports.items, &mut exports.items]
            .into_iter()
            .enumerate()
        {
            let mut set = NameSet::default();
            let mut leaving: FastMap<WorldKey, ()> = FastMap::default();
            for (position, (key, item)) in items.iter().enumerate() {
                let Some(name) = key.name() else { continue };
                let span = self.item_span(item);
                let Err((_, taken)) = set.add(ComponentName::parse(name), span) else {
                    continue;
                };
                // What the world itself has twice has been reported.
                let Some(index) = ends
                    .partition_point(|end| end[side] <= position)
                    .checked_sub(1)
                else {
                    continue;
                };
                included[index].conflicts.push(Conflict {
                    name: name.clone(),
                    taken,
                    included: span,
                    is_alike: true,
                });
                leaving.insert(key.clone(), ());
            }
            if !leaving.is_empty() {
                self.here.gaps.is_open = true;
                items.retain(|key, _| !leaving.contains_key(key));
            }
        }
    }
}

/// Whether an include before `index` has names that conflict; `same` are those to look at, in order.
fn earlier_conflict(included: &[Included<'_, '_>], same: &[usize], index: usize) -> bool {
    let mut earlier = same.iter().take_while(|&&it| it < index);
    earlier.any(|&it| !included[it].conflicts.is_empty())
}

fn copy_into(ty: &mut Type, copy: &mut dyn FnMut(TypeId) -> TypeId) {
    if let Some(id) = ty.id() {
        *ty = Type::Id(copy(id));
    }
}
