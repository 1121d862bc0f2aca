//! The types that a world needs, in the order in which the header declares them.

use crate::c::interner::Interner;
use std::collections::HashSet;
use witc_bindgen_core::ModuleId;
use witc_resolve::{Direction, InterfaceId, LiveTypes, Type, TypeId, TypeOwner};

impl Interner<'_> {
    /// Declares everything that the world needs, each type after those that it is made of.
    pub(crate) fn declare_all(&mut self) {
        // Imports come first: the world and its exports may use their types, never the other way round.
        self.declare_interfaces(Direction::Import);
        self.declare_root();
        // After all imports are declared, and before an export declares a second type for what they have already.
        self.share_with_exports();
        self.declare_interfaces(Direction::Export);
    }

    fn declare_interfaces(&mut self, direction: Direction) {
        for (id, module) in self.types.modules.iter() {
            if let Some((_, interface)) = module.interface
                && module.direction == direction
            {
                let live = LiveTypes::of_interface(self.types.resolve, interface);
                self.declare(id, &live);
            }
        }
    }

    fn declare_root(&mut self) {
        let (resolve, modules) = (self.types.resolve, self.types.modules);
        let root = modules.root();
        let mut live = LiveTypes::new();
        for &id in &modules[root].types {
            live.add(resolve, Type::Id(id));
        }
        // The world is one module for both directions: the types that it defines belong to its imports and exports
        // alike.
        for function in modules[root].functions.iter().chain(&modules.world_exports) {
            live.add_function(resolve, function);
        }
        self.declare(root, &live);
    }

    fn declare(&mut self, module: ModuleId, live: &LiveTypes) {
        for id in live.iter() {
            self.intern(module, Type::Id(id));
        }
    }

    /// Finds what exports share with imports: the anonymous types of the imported interfaces that exports use types of.
    fn share_with_exports(&mut self) {
        let resolve = self.types.resolve;
        let exports = self
            .types
            .modules
            .iter()
            .filter(|(_, module)| module.direction.is_export());
        let exported: HashSet<InterfaceId> = exports
            .filter_map(|(_, module)| Some(module.interface?.1))
            .collect();
        let mut live = LiveTypes::new();
        for &id in &exported {
            live.add_interface(resolve, id);
        }
        let owner = |id: TypeId| match resolve.types[id].owner {
            TypeOwner::Interface(owner) => Some(owner),
            TypeOwner::World(_) | TypeOwner::None => None,
        };
        let used: HashSet<InterfaceId> = live
            .iter()
            .filter_map(owner)
            // An interface that is exported too has types of its own among the exports, and shares none.
            .filter(|owner| !exported.contains(owner))
            .collect();
        for (id, module) in self.types.modules.iter() {
            let Some((_, interface)) = module.interface else {
                continue;
            };
            if module.direction.is_import() && used.contains(&interface) {
                let live = LiveTypes::of_interface(resolve, interface);
                let shared = live.iter().filter_map(|ty| self.known.get(&(id, ty)));
                self.shared_with_exports.extend(shared);
            }
        }
    }
}
