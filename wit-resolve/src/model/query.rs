//! Questions that tools ask of a [`Resolve`].

use super::{
    Function, FunctionId, InterfaceId, Resolve, Type, TypeDef, TypeId, WorldId, WorldInterface,
    WorldItem, WorldKey,
};

/// The side of a world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Imports.
    Import,
    /// Exports.
    Export,
}

impl Direction {
    /// Whether it is the side of the imports.
    #[must_use]
    pub fn is_import(self) -> bool {
        match self {
            Self::Import => true,
            Self::Export => false,
        }
    }

    /// Whether it is the side of the exports.
    #[must_use]
    pub fn is_export(self) -> bool {
        !self.is_import()
    }
}

impl Resolve {
    /// The definition of a type after all aliases; nothing for a primitive type.
    #[must_use]
    pub fn type_def_of(&self, ty: Type) -> Option<&TypeDef> {
        self.dealias(ty).id().map(|id| &self.types[id])
    }

    /// Whether a type is a resource or an alias of one.
    #[must_use]
    pub fn is_resource(&self, id: TypeId) -> bool {
        self.types[self.definition(id)].kind.is_resource()
    }

    /// The imports of a world and then its exports, each in order.
    pub fn externs(
        &self,
        world: WorldId,
    ) -> impl Iterator<Item = (Direction, &WorldKey, &WorldItem)> {
        let world = &self.worlds[world];
        let imports = world
            .imports
            .iter()
            .map(|(key, item)| (Direction::Import, key, item));
        let exports = world
            .exports
            .iter()
            .map(|(key, item)| (Direction::Export, key, item));
        // Imports first, as in a component, whose exports may refer to them.
        imports.chain(exports)
    }

    /// The interfaces on one side of a world, in order.
    pub fn world_interfaces(
        &self,
        world: WorldId,
        direction: Direction,
    ) -> impl Iterator<Item = (&WorldKey, &WorldInterface)> {
        self.side(world, direction)
            .filter_map(|(key, item)| Some((key, item.interface()?)))
    }

    /// The functions that stand in a world itself, on one side, in order; among the imports are the methods and the
    /// like of its own resources.
    pub fn world_functions(
        &self,
        world: WorldId,
        direction: Direction,
    ) -> impl Iterator<Item = (FunctionId, &Function)> {
        self.side(world, direction)
            .filter_map(|(_, item)| item.function().map(|id| (id, &self.functions[id])))
    }

    /// The types that stand in a world itself, in order.
    pub fn world_types(&self, world: WorldId) -> impl Iterator<Item = (TypeId, &TypeDef)> {
        self.worlds[world]
            .imports
            .values()
            .filter_map(|item| item.ty().map(|id| (id, &self.types[id])))
    }

    fn side(
        &self,
        world: WorldId,
        direction: Direction,
    ) -> impl Iterator<Item = (&WorldKey, &WorldItem)> {
        let world = &self.worlds[world];
        match direction {
            Direction::Import => world.imports.iter(),
            Direction::Export => world.exports.iter(),
        }
    }

    /// Whether a world imports, or exports, an interface under its own id.
    #[must_use]
    pub fn has_interface(
        &self,
        world: WorldId,
        direction: Direction,
        interface: InterfaceId,
    ) -> bool {
        let world = &self.worlds[world];
        let key = WorldKey::Interface(interface);
        match direction {
            Direction::Import => world.imports.contains_key(&key),
            Direction::Export => world.exports.contains_key(&key),
        }
    }

    /// The interface that a type comes from by `use`, if it does.
    #[must_use]
    pub fn used_from(&self, id: TypeId) -> Option<InterfaceId> {
        let ty = &self.types[id];
        let target = ty.kind.as_alias()?.id()?;
        let owner = self.types[target].owner.interface()?;
        // An alias of a type of the same interface is no `use`.
        (ty.owner.interface() != Some(owner)).then_some(owner)
    }

    /// The interfaces that an interface uses types of, in order, each as often as it is used.
    pub fn interface_uses(&self, id: InterfaceId) -> impl Iterator<Item = InterfaceId> {
        self.interfaces[id]
            .types
            .values()
            .filter_map(|&id| self.used_from(id))
    }
}
