//! Who uses what: for each type the functions and types that name it, for each interface the worlds and interfaces that
//! have it.

use crate::item::{Item, original_interface, original_type, used_type};
use std::collections::{HashMap, HashSet};
use witc_resolve::{Direction, Resolve, Type, TypeDefKind, TypeId, WorldId};

/// The users of everything.
#[derive(Debug, Default)]
pub(crate) struct Users {
    of: HashMap<Item, Vec<Item>>,
    /// The worlds that import or export an interface.
    worlds: HashMap<Item, Vec<(WorldId, Direction)>>,
}

impl Users {
    pub(crate) fn new(resolve: &Resolve) -> Self {
        let mut this = Self::default();
        let mut seen = HashSet::new();
        for (id, def) in resolve.types.iter() {
            // Types without names belong to whatever uses them, and copies to the originals.
            if def.name().is_none() || original_type(resolve, id) != id {
                continue;
            }
            let mut parts = Vec::new();
            this.parts(resolve, &def.kind, &mut parts, &mut HashSet::new());
            for part in parts {
                this.add(part, Item::Type(id), &mut seen);
            }
        }
        for (id, function) in resolve.functions.iter() {
            let types = function.params.iter().map(|param| param.ty);
            let mut parts = Vec::new();
            let mut known = HashSet::new();
            for ty in types.chain(function.result) {
                this.named(resolve, ty, &mut parts, &mut known);
            }
            for part in parts {
                // That its own functions use a resource goes without saying.
                if function
                    .kind
                    .resource()
                    .map(|id| Item::Type(original_type(resolve, id)))
                    != Some(part)
                {
                    this.add(part, Item::Function(id), &mut seen);
                }
            }
        }
        this.interfaces(resolve, &mut seen);
        this.of_worlds(resolve);
        this
    }

    /// Adds the users of interfaces.
    fn interfaces(&mut self, resolve: &Resolve, seen: &mut HashSet<(Item, Item)>) {
        for (id, interface) in resolve.interfaces.iter() {
            if interface.clone_of.is_some() {
                continue;
            }
            for &ty in interface.types.values() {
                let Some(target) = used_type(resolve, ty) else {
                    continue;
                };
                if let Some(owner) = resolve.types[target].owner.interface() {
                    let used = Item::Interface(original_interface(resolve, owner));
                    self.add(used, Item::Interface(id), seen);
                }
            }
        }
    }

    /// Adds the worlds that have interfaces.
    fn of_worlds(&mut self, resolve: &Resolve) {
        for (id, _) in resolve.worlds.iter() {
            for (direction, _, item) in resolve.externs(id) {
                if let Some(interface) = item.interface() {
                    let used = Item::Interface(original_interface(resolve, interface.id));
                    let worlds = self.worlds.entry(used).or_default();
                    // Those of this world are the last, at most one for each side.
                    let is_known = |it: &(WorldId, Direction)| *it == (id, direction);
                    if !worlds.iter().rev().take(2).any(is_known) {
                        worlds.push((id, direction));
                    }
                }
            }
        }
    }

    fn add(&mut self, used: Item, user: Item, seen: &mut HashSet<(Item, Item)>) {
        if used != user && seen.insert((used, user)) {
            self.of.entry(used).or_default().push(user);
        }
    }

    /// The users of an item, in the order of the text.
    pub(crate) fn of(&self, item: Item) -> &[Item] {
        self.of.get(&item).map_or(&[], Vec::as_slice)
    }

    /// The worlds that have an interface, and on which side.
    pub(crate) fn worlds(&self, item: Item) -> &[(WorldId, Direction)] {
        self.worlds.get(&item).map_or(&[], Vec::as_slice)
    }

    /// Adds the types with names that a type is made of.
    fn named(
        &self,
        resolve: &Resolve,
        ty: Type,
        parts: &mut Vec<Item>,
        known: &mut HashSet<TypeId>,
    ) {
        let Some(id) = ty.id() else { return };
        // Types that share their parts are looked at once.
        if !known.insert(id) {
            return;
        }
        if resolve.types[id].name().is_some() {
            parts.push(Item::Type(original_type(resolve, id)));
        } else {
            self.parts(resolve, &resolve.types[id].kind, parts, known);
        }
    }

    fn parts(
        &self,
        resolve: &Resolve,
        kind: &TypeDefKind,
        parts: &mut Vec<Item>,
        known: &mut HashSet<TypeId>,
    ) {
        let mut add = |ty: Type| self.named(resolve, ty, parts, known);
        match kind {
            TypeDefKind::Record(record) => record.fields.iter().for_each(|it| add(it.ty)),
            TypeDefKind::Variant(variant) => {
                variant.cases.iter().filter_map(|it| it.ty).for_each(add);
            }
            TypeDefKind::Tuple(tuple) => tuple.types.iter().for_each(|&ty| add(ty)),
            TypeDefKind::Handle(handle) => add(Type::Id(handle.resource())),
            TypeDefKind::Alias(ty)
            | TypeDefKind::Option(ty)
            | TypeDefKind::List(ty)
            | TypeDefKind::FixedLengthList(ty, _) => add(*ty),
            TypeDefKind::Map(key, value) => {
                add(*key);
                add(*value);
            }
            TypeDefKind::Result(result) => result.ok.into_iter().chain(result.err).for_each(add),
            TypeDefKind::Future(ty) | TypeDefKind::Stream(ty) => ty.iter().for_each(|&ty| add(ty)),
            TypeDefKind::Enum(_) | TypeDefKind::Flags(_) | TypeDefKind::Resource => {}
        }
    }
}
