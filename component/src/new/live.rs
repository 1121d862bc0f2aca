//! The part of the world that a component needs: the functions that its modules call, and the types that those and the exports
//! are made of.

use super::canon::{self, Canon};
use super::wiring::{WiredImport, Wiring};
use crate::named::{
    FunctionKey, Home, NamedDefinition, NamedFunction, NamedInterface, NamedItem, NamedWorld, Ty,
    TypeKey,
};
use indexmap::{IndexMap, IndexSet};
use std::collections::HashSet;

type Hasher = foldhash::fast::RandomState;

/// The part of the imports that is needed.
#[derive(Debug, Default)]
pub(super) struct Live {
    /// The functions that are called.
    pub(super) functions: HashSet<FunctionKey, Hasher>,
    /// The types of each imported interface that are needed, each after those that it is made of.
    pub(super) types: IndexMap<u32, IndexSet<u32, Hasher>, Hasher>,
}

/// Finds what is needed.
pub(super) fn find<'w, 'a: 'w>(
    world: &'w NamedWorld,
    wirings: impl Iterator<Item = &'w Wiring<'a>>,
) -> Live {
    let mut finder = Finder::new(world);
    // All of the world's own types are imported, so what they are made of is needed.
    for (index, item) in world.imports.values().enumerate() {
        if item.ty().is_some() {
            finder.named(TypeKey {
                home: Home::World,
                index: index as u32,
            });
        }
    }
    let mut functions = HashSet::default();
    for (_, import) in wirings
        .flat_map(|wiring| &wiring.imports)
        .flat_map(|(_, fields)| fields)
    {
        match *import {
            WiredImport::Canon(canon) => finder.canon(canon, &mut functions),
            WiredImport::Drop(key) => finder.named(key),
            // Resources that a module makes itself are exported, and the other imports are not about the world.
            WiredImport::New(_)
            | WiredImport::Rep(_)
            | WiredImport::Adapter { .. }
            | WiredImport::Memory
            | WiredImport::TlsBase(_)
            | WiredImport::SetTlsBase(_)
            | WiredImport::Main { .. } => {}
        }
    }
    for (index, item) in world.exports.values().enumerate() {
        match item {
            NamedItem::Interface(interface) => {
                finder.interface(Home::Export(index as u32), interface);
            }
            NamedItem::Function(function) => finder.function(Home::World, function),
            NamedItem::Type(_) => {}
        }
    }
    let mut types: IndexMap<u32, IndexSet<u32, Hasher>, Hasher> = IndexMap::default();
    for key in finder.order {
        // Types of exports are defined by the component itself.
        if let Some(item) = key.home.import() {
            types.entry(item).or_default().insert(key.index);
        }
    }
    Live { functions, types }
}

/// The types of other interfaces that an exported interface is made of, each after those that it is made of.
pub(super) fn foreign_types(
    world: &NamedWorld,
    home: Home,
    interface: &NamedInterface,
) -> Vec<TypeKey> {
    let mut finder = Finder::new(world);
    finder.interface(home, interface);
    finder.order.retain(|key| key.home != home);
    finder.order
}

/// Visits types, each once, those that a type is made of before itself. Recursion ends at the depth of types, which
/// the world limits.
struct Finder<'w> {
    world: &'w NamedWorld,
    seen: HashSet<TypeKey, Hasher>,
    seen_compounds: HashSet<(Home, u32), Hasher>,
    order: Vec<TypeKey>,
}

impl<'w> Finder<'w> {
    fn new(world: &'w NamedWorld) -> Self {
        Self {
            world,
            seen: HashSet::default(),
            seen_compounds: HashSet::default(),
            order: Vec::new(),
        }
    }

    /// Visits what a function of the canonical ABI is about, and notes which imports are called.
    fn canon(&mut self, canon: Canon, called: &mut HashSet<FunctionKey, Hasher>) {
        match canon {
            Canon::Lower(key, _) => {
                // A function that several modules call has been visited.
                if called.insert(key)
                    && let Some(function) = self.world.imported(key)
                {
                    let home = key.function.map_or(Home::World, |_| Home::Import(key.item));
                    self.function(home, function);
                }
            }
            Canon::Channel(key, _) => {
                if let Some((home, structure)) = canon::structure(self.world, key) {
                    self.ty(home, Ty::Compound(structure));
                }
            }
            // `find` visits the types of all exports.
            Canon::TaskReturn(_) | Canon::BuiltIn(_) => {}
        }
    }

    fn interface(&mut self, home: Home, interface: &NamedInterface) {
        for index in 0..interface.types.len() {
            self.named(TypeKey {
                home,
                index: index as u32,
            });
        }
        for function in interface.functions.values() {
            self.function(home, function);
        }
    }

    fn function(&mut self, home: Home, function: &NamedFunction) {
        // The name of a static function mentions a resource that its type may not have.
        if let Some(resource) = function.static_of {
            self.ty(home, Ty::Named(resource));
        }
        for &(_, ty) in &function.params {
            self.ty(home, ty);
        }
        if let Some(ty) = function.result {
            self.ty(home, ty);
        }
    }

    fn named(&mut self, key: TypeKey) {
        if !self.seen.insert(key) {
            return;
        }
        if let Some((_, NamedDefinition { ty: Some(ty), .. })) = self.world.definition(key) {
            self.ty(key.home, *ty);
        }
        self.order.push(key);
    }

    fn ty(&mut self, home: Home, ty: Ty) {
        match ty {
            Ty::Primitive(_) => {}
            // A name that cannot be resolved is reported when it is encoded.
            Ty::Named(name) => {
                if let Some(key) = self.world.resolve(home, name) {
                    self.named(key);
                }
            }
            Ty::Compound(index) => {
                if self.seen_compounds.insert((home, index)) {
                    let world = self.world;
                    world
                        .types
                        .structure(index)
                        .for_each_part(|part| self.ty(home, part));
                }
            }
        }
    }
}
