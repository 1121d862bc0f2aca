//! A world as a back end sees it: modules with types and functions, and which of them a type is to be found in.

use crate::{FunctionName, Perspective, Role};
use std::collections::HashMap;
use witc_resolve::{
    Direction, Function, Interface, InterfaceId, Resolve, TypeId, TypeOwner, World, WorldId,
    WorldKey,
};

/// The number of a [`Module`] in its [`Modules`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModuleId(usize);

impl ModuleId {
    /// The position, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.0
    }
}

/// A part of the world that the output has in one place: an imported interface, an exported one, or what stands in the
/// world itself.
#[derive(Clone, Debug)]
pub struct Module<'a> {
    /// The key of the interface in the world, and the interface; nothing for the world itself.
    pub interface: Option<(&'a WorldKey, InterfaceId)>,
    /// Whether it comes in or goes out. The world itself counts as an import: that is where its types live.
    pub direction: Direction,
    /// The role of its functions and resources in the bindings.
    pub role: Role,
    /// Its types, in order.
    pub types: Vec<TypeId>,
    /// Its functions, in order; those that the world exports are in [`Modules::world_exports`].
    pub functions: Vec<&'a Function>,
}

/// The modules of a world: the world itself first, then the imports and the exports, in order.
#[derive(Debug)]
pub struct Modules<'a> {
    /// The resolved model.
    pub resolve: &'a Resolve,
    /// The world.
    pub world: &'a World,
    /// Whose bindings they are.
    pub perspective: Perspective,
    /// The functions that the world exports.
    pub world_exports: Vec<&'a Function>,
    modules: Vec<Module<'a>>,
    homes: HashMap<(Direction, InterfaceId), ModuleId>,
}

impl<'a> Modules<'a> {
    /// The modules of a world.
    #[must_use]
    pub fn new(resolve: &'a Resolve, world: WorldId, perspective: Perspective) -> Self {
        let functions = |direction| {
            resolve
                .world_functions(world, direction)
                .map(|(_, function)| function)
        };
        let root = Module {
            interface: None,
            // Its exported functions are apart, in `world_exports`; its types belong to the imports for both.
            direction: Direction::Import,
            role: perspective.role(Direction::Import),
            types: resolve.world_types(world).map(|(id, _)| id).collect(),
            functions: functions(Direction::Import).collect(),
        };
        let mut this = Self {
            resolve,
            world: &resolve.worlds[world],
            perspective,
            world_exports: functions(Direction::Export).collect(),
            modules: vec![root],
            homes: HashMap::new(),
        };
        for (direction, key, item) in resolve.externs(world) {
            if let Some(interface) = item.interface() {
                this.add(direction, key, interface.id);
            }
        }
        this
    }

    fn add(&mut self, direction: Direction, key: &'a WorldKey, id: InterfaceId) {
        let module = ModuleId(self.modules.len());
        self.modules.push(Module {
            interface: Some((key, id)),
            direction,
            role: self.perspective.role(direction),
            types: self.resolve.interfaces[id]
                .types
                .values()
                .copied()
                .collect(),
            functions: self.resolve.functions_of(id).collect(),
        });
        // Under its own id an interface is what others `use`; under a plain name it is that only if nothing better is.
        match key {
            WorldKey::Interface(_) => {
                self.homes.insert((direction, id), module);
            }
            WorldKey::Name(_) => {
                self.homes.entry((direction, id)).or_insert(module);
            }
        }
    }

    /// The module of the world itself.
    #[must_use]
    pub fn root(&self) -> ModuleId {
        ModuleId(0)
    }

    /// All modules.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (ModuleId, &Module<'a>)> {
        self.modules
            .iter()
            .enumerate()
            .map(|(index, module)| (ModuleId(index), module))
    }

    /// All functions of the world, by what they are called from outside: those of each module in turn, then those
    /// that the world exports itself.
    pub fn functions(&self) -> impl Iterator<Item = (ModuleId, FunctionName<'a>)> {
        let of_modules = self.iter().flat_map(move |(id, module)| {
            let functions = module.functions.iter();
            functions.map(move |&function| (id, module.direction, function))
        });
        let exports = self.world_exports.iter();
        let exports = exports.map(|&function| (self.root(), Direction::Export, function));
        of_modules.chain(exports).map(|(id, direction, function)| {
            let name = FunctionName {
                resolve: self.resolve,
                direction,
                interface: self[id].interface.map(|(key, _)| key),
                function,
            };
            (id, name)
        })
    }

    /// The interface that a module is of; nothing for the world itself.
    #[must_use]
    pub fn interface(&self, module: ModuleId) -> Option<&'a Interface> {
        self[module]
            .interface
            .map(|(_, id)| &self.resolve.interfaces[id])
    }

    /// The module in which code of the module `from` finds a type: that of the interface, or world, that owns it.
    ///
    /// Exports see the types of other exports; everything else sees those of imports. Nothing for anonymous types, and
    /// for what is outside of the world.
    #[must_use]
    pub fn home(&self, from: ModuleId, id: TypeId) -> Option<ModuleId> {
        match self.resolve.types[id].owner {
            TypeOwner::None => None,
            TypeOwner::World(_) => Some(self.root()),
            TypeOwner::Interface(owner) => {
                // Under a second name an interface has types of its own, which its functions mean.
                if self[from].interface.is_some_and(|(_, id)| id == owner) {
                    return Some(from);
                }
                // The other direction comes second: an export may use types of an import that it does not export
                // itself.
                let seen = match self[from].direction {
                    Direction::Import => [Direction::Import, Direction::Export],
                    Direction::Export => [Direction::Export, Direction::Import],
                };
                seen.iter()
                    .find_map(|&direction| self.homes.get(&(direction, owner)).copied())
            }
        }
    }

    /// The side of the world on which code of the module `from` finds a type: whether a resource is its own.
    #[must_use]
    pub fn side(&self, from: ModuleId, id: TypeId) -> Direction {
        self.home(from, id)
            // A resource outside of the world is none of the guest's own.
            .map_or(Direction::Import, |home| self[home].direction)
    }

    /// The role of a resource in the bindings, as code of the module `from` sees it.
    #[must_use]
    pub fn role(&self, from: ModuleId, resource: TypeId) -> Role {
        self.perspective.role(self.side(from, resource))
    }
}

impl<'a> std::ops::Index<ModuleId> for Modules<'a> {
    type Output = Module<'a>;

    fn index(&self, id: ModuleId) -> &Module<'a> {
        &self.modules[id.0]
    }
}
