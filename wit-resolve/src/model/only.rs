//! The part of a model that a world reaches, as a model of its own.

use super::{
    Function, FunctionId, FunctionKind, Interface, InterfaceId, LiveTypes, Package, PackageName,
    Resolve, Type, TypeDef, TypeId, TypeOwner, World, WorldId, WorldItem, WorldKey,
};
use crate::sort::sort_by;
use crate::{Arena, Id, Map};
use std::collections::HashSet;
use std::ops::Index;

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
        self.copied(world, &Reach::of(self, world))
    }

    /// The model of [`Resolve::only`], and with it the other versions of the packages that the world reaches, with nothing
    /// in them.
    ///
    /// Names in bindings tell versions apart wherever several are read, whether they are needed or not: wit-bindgen's do,
    /// and published guests rely on it.
    #[must_use]
    pub fn only_and_versions(&self, world: WorldId) -> (Self, WorldId) {
        let mut reach = Reach::of(self, world);
        reach.other_versions(self);
        self.copied(world, &reach)
    }

    fn copied(&self, world: WorldId, reach: &Reach) -> (Self, WorldId) {
        let mut copier = Copier::new(self, reach);
        copier.types(world, reach);
        copier.finish(world, reach);
        (copier.to, copier.worlds[world])
    }
}

/// The ids of what a world reaches, in the order of its imports and exports: that of the model depends on other worlds and
/// interfaces, which may need something before the world does.
struct Reach {
    interfaces: Kept<Interface>,
    /// The world, and others that own types of it, which only what makes models by hand leaves there.
    worlds: Kept<World>,
    packages: Kept<Package>,
}

impl Reach {
    fn of(resolve: &Resolve, world: WorldId) -> Self {
        let mut this = Self {
            interfaces: Kept::none(&resolve.interfaces),
            worlds: Kept::none(&resolve.worlds),
            packages: Kept::none(&resolve.packages),
        };
        this.worlds.insert(world);
        for (_, _, item) in resolve.externs(world) {
            if let Some(interface) = item.interface() {
                this.interfaces.insert(interface.id);
            }
        }
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
        let of_worlds = this.worlds.order.iter();
        let of_worlds = of_worlds.map(|&id| resolve.worlds[id].package);
        let of_interfaces = this.interfaces.order.iter();
        let of_interfaces = of_interfaces.map(|&id| resolve.interfaces[id].package);
        for package in of_worlds.chain(of_interfaces).flatten() {
            this.packages.insert(package);
        }
        this
    }

    /// Adds the other versions of packages that it has. Nothing of what is in them is reached.
    fn other_versions(&mut self, resolve: &Resolve) {
        let kept = self.packages.order.iter();
        let kept: HashSet<_> = kept
            .map(|&id| unversioned(&resolve.packages[id].name))
            .collect();
        let all = resolve.packages.iter();
        let mut versions: Vec<_> = all
            .filter(|(_, package)| kept.contains(&unversioned(&package.name)))
            .map(|(id, package)| (&package.name, id))
            .collect();
        versions.sort_unstable_by(|a, b| a.0.cmp(b.0));
        for (_, id) in versions {
            self.packages.insert(id);
        }
    }
}

/// The name of a package without its version.
fn unversioned(name: &PackageName) -> (&str, &str) {
    (&name.namespace, &name.name)
}

/// A model in the making, and the new ids of what is in it.
struct Copier<'a> {
    from: &'a Resolve,
    to: Resolve,
    packages: NewIds<Package>,
    interfaces: NewIds<Interface>,
    worlds: NewIds<World>,
    types: NewIds<TypeDef>,
    functions: NewIds<Function>,
}

impl<'a> Copier<'a> {
    /// All ids but those of types and functions.
    fn new(from: &'a Resolve, reach: &Reach) -> Self {
        Self {
            from,
            to: Resolve::default(),
            packages: reach.packages.new_ids(&from.packages),
            interfaces: reach.interfaces.new_ids(&from.interfaces),
            worlds: reach.worlds.new_ids(&from.worlds),
            types: NewIds::none(&from.types),
            functions: NewIds::none(&from.functions),
        }
    }

    /// Copies all types and functions: those of interfaces with a name, then those of the world, as the resolver does.
    fn types(&mut self, world: WorldId, reach: &Reach) {
        let from = self.from;
        for &id in &reach.interfaces.order {
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
        reach
            .interfaces
            .order
            .iter()
            .for_each(|&id| self.interface(id));
    }

    fn interface(&mut self, id: InterfaceId) {
        let interface = &self.from.interfaces[id];
        let mut types: Vec<TypeId> = interface.types.values().copied().collect();
        sort_by(&mut types, Ord::cmp);
        types.into_iter().for_each(|id| self.ty(id));
        let mut functions: Vec<FunctionId> = interface.functions.values().copied().collect();
        sort_by(&mut functions, Ord::cmp);
        functions.into_iter().for_each(|id| self.function(id));
    }

    /// Copies a type after those that it is made of. An anonymous type is numbered where it is met first: its id in the
    /// model may come from an interface that is not there any more.
    fn ty(&mut self, root: TypeId) {
        let mut pending = vec![(root, false)];
        while let Some((id, parts_are_there)) = pending.pop() {
            if self.types.get(id).is_some() {
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
                TypeOwner::World(id) => TypeOwner::World(self.worlds[id]),
                TypeOwner::Interface(id) => TypeOwner::Interface(self.interfaces[id]),
                TypeOwner::None => TypeOwner::None,
            };
            let new = self.to.types.alloc(def);
            self.types.insert(id, new);
        }
    }

    fn new_type(&self, ty: Type) -> Type {
        ty.id().map_or(ty, |id| Type::Id(self.types[id]))
    }

    fn function(&mut self, id: FunctionId) {
        if self.functions.get(id).is_some() {
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
            FunctionKind::Method(id) => FunctionKind::Method(self.types[id]),
            FunctionKind::Static(id) => FunctionKind::Static(self.types[id]),
            FunctionKind::Constructor(id) => FunctionKind::Constructor(self.types[id]),
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
        for &id in &reach.packages.order {
            let package = self.new_package(&self.from.packages[id]);
            self.to.packages.alloc(package);
        }
        for &id in &reach.interfaces.order {
            let interface = self.new_interface(&self.from.interfaces[id]);
            self.to.interfaces.alloc(interface);
        }
        for &id in &reach.worlds.order {
            let new = self.new_world(&self.from.worlds[id], id == world);
            self.to.worlds.alloc(new);
        }
        let names = self.from.package_names.iter();
        let names = names.filter_map(|(name, id)| Some((name.clone(), self.packages.get(*id)?)));
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
            package: interface.package.map(|id| self.packages[id]),
            types: kept(&interface.types, &self.types),
            functions: kept(&interface.functions, &self.functions),
            docs: interface.docs.clone(),
            stability: interface.stability.clone(),
            span: interface.span,
            clone_of: original.and_then(|id| self.interfaces.get(id)),
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
            package: world.package.map(|id| self.packages[id]),
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
                WorldKey::Interface(id) => WorldKey::Interface(self.interfaces.get(*id)?),
            };
            let mut item = item.clone();
            match &mut item {
                WorldItem::Interface(interface) => {
                    interface.id = self.interfaces.get(interface.id)?;
                }
                WorldItem::Function(id) => *id = self.functions.get(*id)?,
                WorldItem::Type(id) => *id = self.types.get(*id)?,
            }
            Some((key, item))
        });
        items.collect()
    }
}

/// The items of a model that are kept, in the order in which they are met.
// Tables by index here and for the new ids: trees and hash tables for each kind of id would be compiled before each guest.
struct Kept<T> {
    order: Vec<Id<T>>,
    is_kept: Vec<bool>,
}

impl<T> Kept<T> {
    fn none(all: &Arena<T>) -> Self {
        Self {
            order: Vec::new(),
            is_kept: vec![false; all.len()],
        }
    }

    /// Keeps an item; says whether it was not kept before.
    fn insert(&mut self, id: Id<T>) -> bool {
        let is_new = !std::mem::replace(&mut self.is_kept[id.index()], true);
        if is_new {
            self.order.push(id);
        }
        is_new
    }

    /// New ids from 0, in order.
    fn new_ids(&self, all: &Arena<T>) -> NewIds<T> {
        let mut ids = NewIds::none(all);
        for (index, &old) in self.order.iter().enumerate() {
            ids.insert(old, Id::from_index(index));
        }
        ids
    }
}

/// The new ids of items by their old ones.
struct NewIds<T>(Vec<Option<Id<T>>>);

impl<T> NewIds<T> {
    fn none(all: &Arena<T>) -> Self {
        Self(vec![None; all.len()])
    }

    fn get(&self, old: Id<T>) -> Option<Id<T>> {
        self.0[old.index()]
    }

    fn insert(&mut self, old: Id<T>, new: Id<T>) {
        self.0[old.index()] = Some(new);
    }
}

impl<T> Index<Id<T>> for NewIds<T> {
    type Output = Id<T>;

    fn index(&self, old: Id<T>) -> &Id<T> {
        let new = self.0[old.index()].as_ref();
        new.expect("what is kept is copied after all that it refers to")
    }
}

/// The entries of which something is kept, with their new ids.
fn kept<K: Clone + Eq + std::hash::Hash, T>(all: &Map<K, Id<T>>, new: &NewIds<T>) -> Map<K, Id<T>> {
    let entries = all.iter();
    entries
        .filter_map(|(key, id)| Some((key.clone(), new.get(*id)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::{Loader, select_world};

    #[test]
    fn other_versions_stay_without_contents() {
        let text = "package my:app; world app { import o:a/i@1.0.0; }
            package o:a@2.0.0 { interface i { type t = u8; } }
            package o:a@1.0.0 { interface i {} interface unused {} }
            package o:a { interface i {} }
            package o:b@1.0.0 { interface i {} }";
        let loaded = Loader::new().text("a.wit", text).load();
        assert_eq!(loaded.diagnostics, []);
        let world = select_world(&loaded.resolve, &loaded.main, None).expect("is one");
        let (resolve, _) = loaded.resolve.only_and_versions(world);
        let packages = resolve.packages.iter();
        let packages: Vec<_> = packages
            .map(|(_, it)| (it.name.to_string(), it.interfaces.len()))
            .collect();
        let expected = [
            ("my:app", 0),
            ("o:a@1.0.0", 1),
            ("o:a", 0),
            ("o:a@2.0.0", 0),
        ];
        assert_eq!(
            packages,
            expected.map(|(name, count)| (name.to_owned(), count))
        );
    }
}
