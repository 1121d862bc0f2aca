//! The part of a model that a world reaches, as a model of its own.

use super::{
    Function, FunctionId, FunctionKind, Interface, InterfaceId, LiveTypes, Package, PackageId,
    Resolve, Type, TypeId, TypeOwner, World, WorldId, WorldItem, WorldKey,
};
use crate::{FastMap, Map};
use std::collections::BTreeSet;

impl Resolve {
    /// A model that has this world and what it reaches and nothing else, and the world's id in it.
    ///
    /// Whatever is computed over all of that model depends on the world alone: not on other worlds, interfaces and
    /// packages, nor on their order. Ids are given anew. The model has no sources: spans point into the text of the
    /// model that it is made from.
    ///
    /// ```
    /// let loaded = witc_resolve::Loader::new()
    ///     .text("a.wit", "package my:app; interface a {} interface b {} world app { import b; } world other {}")
    ///     .load();
    /// let world = witc_resolve::select_world(&loaded.resolve, &loaded.main, Some("app")).unwrap();
    /// let (resolve, world) = loaded.resolve.only(world);
    /// assert_eq!(resolve.worlds[world].name, "app");
    /// let interfaces: Vec<_> = resolve.interfaces.iter().map(|(_, interface)| interface.name.as_deref()).collect();
    /// assert_eq!((interfaces, resolve.worlds.len()), (vec![Some("b")], 1));
    /// ```
    #[must_use]
    pub fn only(&self, world: WorldId) -> (Self, WorldId) {
        let reach = Reach::of(self, world);
        let mut copier = Copier::new(self, &reach);
        copier.types(world, &reach);
        copier.finish(world, &reach);
        (copier.to, copier.worlds[&world])
    }
}

/// The ids of what a world reaches, in the order of the model: that of what stays does not depend on what goes.
struct Reach {
    interfaces: BTreeSet<InterfaceId>,
    /// The world, and others that own types of it, which only what makes models by hand leaves there.
    worlds: BTreeSet<WorldId>,
    packages: BTreeSet<PackageId>,
}

impl Reach {
    fn of(resolve: &Resolve, world: WorldId) -> Self {
        let externs = resolve.externs(world);
        let interfaces = externs.filter_map(|(_, _, item)| Some(item.interface()?.id));
        let mut this = Self {
            interfaces: interfaces.collect(),
            worlds: BTreeSet::from([world]),
            packages: BTreeSet::new(),
        };
        let mut live = LiveTypes::of_world(resolve, world);
        // The resolver imports whatever an interface uses, so that one round finds nothing new; a model that was made
        // in another way may lack some of it.
        loop {
            let mut new = Vec::new();
            for ty in live.iter() {
                match resolve.types[ty].owner {
                    TypeOwner::World(owner) => drop(this.worlds.insert(owner)),
                    TypeOwner::Interface(owner) if this.interfaces.insert(owner) => new.push(owner),
                    TypeOwner::Interface(_) | TypeOwner::None => {}
                }
            }
            if new.is_empty() {
                break;
            }
            new.into_iter()
                .for_each(|id| live.add_interface(resolve, id));
        }
        let of_worlds = this.worlds.iter().map(|&id| resolve.worlds[id].package);
        let of_interfaces = this.interfaces.iter();
        let of_interfaces = of_interfaces.map(|&id| resolve.interfaces[id].package);
        this.packages = of_worlds.chain(of_interfaces).flatten().collect();
        this
    }
}

/// A model in the making, and the new ids of what is in it.
struct Copier<'a> {
    from: &'a Resolve,
    to: Resolve,
    packages: FastMap<PackageId, PackageId>,
    interfaces: FastMap<InterfaceId, InterfaceId>,
    worlds: FastMap<WorldId, WorldId>,
    types: FastMap<TypeId, TypeId>,
    functions: FastMap<FunctionId, FunctionId>,
}

impl<'a> Copier<'a> {
    /// All ids but those of types and functions.
    fn new(from: &'a Resolve, reach: &Reach) -> Self {
        Self {
            from,
            to: Resolve::default(),
            packages: numbers(&reach.packages, PackageId::from_index),
            interfaces: numbers(&reach.interfaces, InterfaceId::from_index),
            worlds: numbers(&reach.worlds, WorldId::from_index),
            types: FastMap::default(),
            functions: FastMap::default(),
        }
    }

    /// Copies all types and functions: those of interfaces with a name, then those of the world, as the resolver does.
    fn types(&mut self, world: WorldId, reach: &Reach) {
        let from = self.from;
        for &id in &reach.interfaces {
            if from.interfaces[id].name.is_some() {
                self.interface(id);
            }
        }
        from.world_types(world).for_each(|(id, _)| self.ty(id));
        for (_, _, item) in from.externs(world) {
            match item {
                WorldItem::Interface(interface) => self.interface(interface.id),
                WorldItem::Function(id) => self.function(*id),
                WorldItem::Type(id) => self.ty(*id),
            }
        }
        // Those that nothing but a type names.
        reach.interfaces.iter().for_each(|&id| self.interface(id));
    }

    fn interface(&mut self, id: InterfaceId) {
        let interface = &self.from.interfaces[id];
        let mut types: Vec<TypeId> = interface.types.values().copied().collect();
        types.sort_unstable();
        types.into_iter().for_each(|id| self.ty(id));
        let mut functions: Vec<FunctionId> = interface.functions.values().copied().collect();
        functions.sort_unstable();
        functions.into_iter().for_each(|id| self.function(id));
    }

    /// Copies a type after those that it is made of. An anonymous type is numbered where it is met first: its id in the
    /// model may come from an interface that is not there any more.
    fn ty(&mut self, root: TypeId) {
        let mut pending = vec![(root, false)];
        while let Some((id, parts_are_there)) = pending.pop() {
            if self.types.contains_key(&id) {
                continue;
            }
            let def = &self.from.types[id];
            if !parts_are_there {
                pending.push((id, true));
                let parts = pending.len();
                def.kind
                    .for_each_type(&mut |ty| pending.extend(ty.id().map(|id| (id, false))));
                // The last is taken first.
                pending[parts..].reverse();
                continue;
            }
            let mut def = def.clone();
            def.kind
                .for_each_type_mut(&mut |ty| *ty = self.new_type(*ty));
            def.owner = match def.owner {
                TypeOwner::World(id) => TypeOwner::World(self.worlds[&id]),
                TypeOwner::Interface(id) => TypeOwner::Interface(self.interfaces[&id]),
                TypeOwner::None => TypeOwner::None,
            };
            let new = self.to.types.alloc(def);
            self.types.insert(id, new);
        }
    }

    fn new_type(&self, ty: Type) -> Type {
        ty.id().map_or(ty, |id| Type::Id(self.types[&id]))
    }

    fn function(&mut self, id: FunctionId) {
        if self.functions.contains_key(&id) {
            return;
        }
        let from = &self.from.functions[id];
        let types = from.params.iter().map(|param| param.ty).chain(from.result);
        let ids = from
            .kind
            .resource()
            .into_iter()
            .chain(types.filter_map(Type::id));
        ids.for_each(|id| self.ty(id));
        let mut function: Function = from.clone();
        function.kind = match function.kind {
            FunctionKind::Freestanding => FunctionKind::Freestanding,
            FunctionKind::Method(id) => FunctionKind::Method(self.types[&id]),
            FunctionKind::Static(id) => FunctionKind::Static(self.types[&id]),
            FunctionKind::Constructor(id) => FunctionKind::Constructor(self.types[&id]),
        };
        let types = function.params.iter_mut().map(|param| &mut param.ty);
        types
            .chain(&mut function.result)
            .for_each(|ty| *ty = self.new_type(*ty));
        let new = self.to.functions.alloc(function);
        self.functions.insert(id, new);
    }

    /// Adds what types and functions are in.
    fn finish(&mut self, world: WorldId, reach: &Reach) {
        for &id in &reach.packages {
            let package = self.new_package(&self.from.packages[id]);
            self.to.packages.alloc(package);
        }
        for &id in &reach.interfaces {
            let interface = self.new_interface(&self.from.interfaces[id]);
            self.to.interfaces.alloc(interface);
        }
        for &id in &reach.worlds {
            let new = self.new_world(&self.from.worlds[id], id == world);
            self.to.worlds.alloc(new);
        }
        let names = self.from.package_names.iter();
        let names = names.filter_map(|(name, id)| Some((name.clone(), *self.packages.get(id)?)));
        self.to.package_names = names.collect();
    }

    fn new_package(&self, package: &Package) -> Package {
        Package {
            name: package.name.clone(),
            docs: package.docs.clone(),
            interfaces: kept(&package.interfaces, &self.interfaces),
            worlds: kept(&package.worlds, &self.worlds),
            span: package.span,
        }
    }

    fn new_interface(&self, interface: &Interface) -> Interface {
        let original = interface.clone_of;
        Interface {
            name: interface.name.clone(),
            package: interface.package.map(|id| self.packages[&id]),
            types: kept(&interface.types, &self.types),
            functions: kept(&interface.functions, &self.functions),
            docs: interface.docs.clone(),
            stability: interface.stability.clone(),
            span: interface.span,
            clone_of: original.and_then(|id| self.interfaces.get(&id).copied()),
        }
    }

    /// The world itself, or another one that owns types, without its items.
    fn new_world(&self, world: &World, is_whole: bool) -> World {
        let items = |items| {
            if is_whole {
                self.items(items)
            } else {
                Map::default()
            }
        };
        World {
            name: world.name.clone(),
            package: world.package.map(|id| self.packages[&id]),
            imports: items(&world.imports),
            exports: items(&world.exports),
            docs: world.docs.clone(),
            stability: world.stability.clone(),
            span: world.span,
        }
    }

    fn items(&self, items: &Map<WorldKey, WorldItem>) -> Map<WorldKey, WorldItem> {
        let items = items.iter().filter_map(|(key, item)| {
            let key = match key {
                WorldKey::Name(name) => WorldKey::Name(name.clone()),
                WorldKey::Interface(id) => WorldKey::Interface(*self.interfaces.get(id)?),
            };
            let mut item = item.clone();
            match &mut item {
                WorldItem::Interface(interface) => {
                    interface.id = *self.interfaces.get(&interface.id)?;
                }
                WorldItem::Function(id) => *id = *self.functions.get(&*id)?,
                WorldItem::Type(id) => *id = *self.types.get(&*id)?,
            }
            Some((key, item))
        });
        items.collect()
    }
}

/// New ids from 0, in order.
fn numbers<I: Copy + Eq + std::hash::Hash>(
    ids: &BTreeSet<I>,
    new: fn(usize) -> I,
) -> FastMap<I, I> {
    ids.iter()
        .enumerate()
        .map(|(index, &id)| (id, new(index)))
        .collect()
}

/// The entries of which something is kept, with their new ids.
fn kept<K: Clone + Eq + std::hash::Hash, I: Copy + Eq + std::hash::Hash>(
    all: &Map<K, I>,
    new: &FastMap<I, I>,
) -> Map<K, I> {
    let entries = all.iter();
    entries
        .filter_map(|(key, id)| Some((key.clone(), *new.get(id)?)))
        .collect()
}
