//! `include`: a world takes over what another one has.
//!
//! Interfaces that are imported or exported by their path are shared. What has a plain name is copied: a type that
//! stands in a world, or in an interface that is written inline there, belongs to that world, and so each world that
//! includes it has one of its own.

use super::members::{ComponentName, NameSet};
use super::session::Resolver;
use super::world::Side;
use crate::codes;
use crate::{
    FastMap, Function, FunctionId, FunctionKind, InterfaceId, Name, Stability, Type, TypeId,
    TypeOwner, WorldId, WorldItem, WorldKey,
};
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::{self, Ident};

/// The most imports and exports that all worlds of a run may have together.
// Worlds that each include the one before twice double with each step, so that a short text can ask
// for any number. No package that people write comes near this one.
const MAX_WORLD_ITEMS: usize = 2_000_000;

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
        let mut included: FastMap<(bool, Name), Span> = FastMap::default();
        for item in items {
            let ast::WorldItem::Include(item) = item else {
                continue;
            };
            self.no_external_id(&item.attributes, "an include");
            let attributes = self.attributes(&item.attributes, item.path.name.span);
            let dropped = self.here.dropped;
            self.here.dropped |= attributes.inactive.is_some();
            let from = self.world_of(&item.path);
            let gone =
                std::mem::replace(&mut self.here.dropped, dropped) || attributes.inactive.is_some();
            if let (Some(to), Some(from), false) = (world, from, gone) {
                self.include(item, from, to, [imports, exports], &mut included);
            }
        }
        if !included.is_empty() {
            self.check_included_names(&included, &imports.items, true);
            self.check_included_names(&included, &exports.items, false);
        }
    }

    fn include(
        &mut self,
        item: &'a ast::Include<'s>,
        from: WorldId,
        to: WorldId,
        sides: [&mut Side<'a, 's>; 2],
        included: &mut FastMap<(bool, Name), Span>,
    ) {
        self.check_renames(item, from);
        let mut renames = FastMap::default();
        for (name, rename) in &item.with {
            // A name that is renamed twice has been reported. The first counts.
            renames.entry(name.name).or_insert(*rename);
        }
        let foreign = self.out.model.worlds[from].package != Some(self.here.package);
        let mut copier = Copier {
            to,
            types: FastMap::default(),
            renames,
            foreign,
            span: item.path.name.span,
        };
        // Imports first: exports may use types that are copied with them.
        for (side, is_import) in sides.into_iter().zip([true, false]) {
            let world = &self.out.model.worlds[from];
            let items = if is_import {
                &world.imports
            } else {
                &world.exports
            };
            // The world is not changed in between, but the model is.
            let items: Vec<(WorldKey, WorldItem)> = items
                .iter()
                .map(|(key, item)| (key.clone(), item.clone()))
                .collect();
            for (key, item) in items {
                if !self.count_world_item(copier.span) {
                    return;
                }
                match key {
                    WorldKey::Interface(id) => self.include_interface(&copier, id, item, side),
                    WorldKey::Name(name) => {
                        if let Some(name) = self.include_plain(&mut copier, &name, item, side) {
                            included.entry((is_import, name)).or_insert(copier.span);
                        }
                    }
                }
            }
        }
    }

    /// Counts an import or export, and reports when there are too many of them.
    pub(crate) fn count_world_item(&mut self, span: Span) -> bool {
        self.out.world_items += 1;
        if self.out.world_items == MAX_WORLD_ITEMS {
            let message =
                format!("the worlds together have more than {MAX_WORLD_ITEMS} imports and exports");
            let diagnostic = Diagnostic::error(codes::WORLDS_TOO_LARGE, message, span)
                .note("worlds that include one another in steps grow with each step: include less");
            self.report(diagnostic);
        }
        self.out.world_items < MAX_WORLD_ITEMS
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
            let diagnostic = Diagnostic::error(codes::GATE_MISMATCH, message, copier.span)
                .also(span, "gated here")
                .also(into.span, "and differently here")
                .note("give both the same `@since` or `@unstable`");
            self.report(diagnostic);
        }
    }

    /// Copies an import or export that has a plain name, and gives the name that it has now.
    fn include_plain(
        &mut self,
        copier: &mut Copier<'s>,
        name: &Name,
        item: WorldItem,
        side: &mut Side<'a, 's>,
    ) -> Option<Name> {
        let name = rename(name, &copier.renames);
        let item = match item {
            WorldItem::Type(id) => {
                let id = self.copy_type(copier, id);
                if let Some(named) = &mut self.out.model.types[id].named {
                    named.name = name.clone();
                }
                WorldItem::Type(id)
            }
            WorldItem::Function(id) => {
                WorldItem::Function(self.copy_function(copier, id, Some(&name)))
            }
            WorldItem::Interface(mut interface) => {
                if self.out.model.interfaces[interface.id].name.is_none() {
                    interface.id = self.copy_interface(copier, interface.id);
                }
                WorldItem::Interface(interface)
            }
        };
        let key = WorldKey::Name(name.clone());
        // `WIT.md`, "Name Conflicts and `with`": plain names are never merged.
        if let Some(earlier) = side.items.get(&key) {
            let message = format!("the included world also has a `{name}`");
            let diagnostic = Diagnostic::error(codes::INCLUDE_CONFLICT, message, copier.span)
                .also(self.item_span(earlier), "this has the same name")
                .also(self.item_span(&item), "and this is included")
                .note(format!(
                    "give it another name: `include … with {{ {} as other-name }}`",
                    plain_part(&name)
                ));
            self.report(diagnostic);
            return None;
        }
        side.items.insert(key, item);
        Some(name)
    }

    fn copy_function(
        &mut self,
        copier: &mut Copier<'s>,
        id: FunctionId,
        name: Option<&Name>,
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
            function.name = name.clone();
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
            let mut changed = def.owner != TypeOwner::None;
            def.kind.for_each_type_mut(&mut |ty| {
                if let Some(inner) = ty.id() {
                    let copy = self.copy_type(copier, inner);
                    changed |= copy != inner;
                    *ty = Type::Id(copy);
                }
            });
            if !changed {
                id
            } else if def.owner == TypeOwner::None {
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

    /// Checks that what is renamed is there.
    fn check_renames(&mut self, item: &'a ast::Include<'s>, from: WorldId) {
        if item.with.is_empty() {
            return;
        }
        let world = &self.out.model.worlds[from];
        let plain: FastMap<Name, ()> = world
            .imports
            .keys()
            .chain(world.exports.keys())
            .filter_map(|key| Some((Name::from(plain_part(key.name()?)), ())))
            .collect();
        for (name, _) in &item.with {
            if name.is_missing()
                || plain.contains_key(name.name)
                // The name may be among what could not be read there.
                || self.names.incomplete_worlds.contains_key(&from)
            {
                continue;
            }
            let message = format!(
                "the world `{}` has no import or export with the plain name `{}`",
                self.world_name(from),
                name.name
            );
            let diagnostic = Diagnostic::error(codes::UNKNOWN_RENAME, message, name.span)
                .also(self.out.model.worlds[from].span, "the world");
            let diagnostic = match self.names.suggester.closest(name.name, plain.keys().map(AsRef::as_ref)) {
                Some(meant) => diagnostic
                    .note(format!("did you mean `{meant}`?"))
                    .guess(format!("write `{meant}`"), name.span, meant),
                None => diagnostic.note("an interface that is imported or exported by its path can't be renamed, and never needs to be"),
            };
            self.report(diagnostic);
        }
    }

    /// Checks that the names that came in are not the same as others but for case and hyphens.
    fn check_included_names(
        &mut self,
        included: &FastMap<(bool, Name), Span>,
        items: &crate::Map<WorldKey, WorldItem>,
        is_import: bool,
    ) {
        let mut set = NameSet::default();
        for (key, item) in items {
            let Some(name) = key.name() else { continue };
            let Err((_, first)) = set.add(ComponentName::parse(name), self.item_span(item)) else {
                continue;
            };
            // Collisions of the world's own items have been reported where they are defined.
            let Some(&span) = included.get(&(is_import, name.clone())) else {
                continue;
            };
            let message = format!(
                "the included world has a `{name}`, which has the same name as something in this world"
            );
            let diagnostic = Diagnostic::error(codes::INCLUDE_CONFLICT, message, span)
                .also(first, "the other one")
                .also(self.item_span(item), "this is included")
                .note("components ignore case and hyphens when they compare names: rename what is included with `with`");
            self.report(diagnostic);
        }
    }
}

fn copy_into(ty: &mut Type, copy: &mut dyn FnMut(TypeId) -> TypeId) {
    if let Some(id) = ty.id() {
        *ty = Type::Id(copy(id));
    }
}

/// The part after the brackets: the resource, or the whole plain name.
fn plain_part(full: &str) -> &str {
    let plain = full.rsplit(']').next().unwrap_or(full);
    plain
        .split_once('.')
        .map_or(plain, |(resource, _)| resource)
}

/// The name that `with` gives: to a function, or to the resource that a function belongs to.
fn rename(full: &Name, renames: &FastMap<&str, Ident<'_>>) -> Name {
    let plain = plain_part(full);
    let Some(rename) = renames.get(plain) else {
        return full.clone();
    };
    let start = full.rfind(']').map_or(0, |bracket| bracket + 1);
    let mut renamed = Name::from(&full[..start]);
    renamed.push_str(rename.name);
    renamed.push_str(&full[start + plain.len()..]);
    renamed
}
