//! The model as a whole.

use super::{
    Function, Interface, InterfaceId, Map, Package, PackageId, PackageName, Type, TypeDef, TypeId,
    World, WorldKey,
};
use crate::Arena;
use witc_diagnostics::SourceMap;

/// Everything that was loaded, resolved: the model that generators and other tools work on.
///
/// Names have been looked up, gates applied, worlds completed: the imports of a world include every interface that
/// its other imports and its exports need.
#[derive(Clone, Debug, Default)]
pub struct Resolve {
    /// Packages; a package comes after those that it depends on.
    pub packages: Arena<Package>,
    /// Interfaces.
    pub interfaces: Arena<Interface>,
    /// Worlds.
    pub worlds: Arena<World>,
    /// Types, named and anonymous; a type comes after those that it is made of.
    pub types: Arena<TypeDef>,
    /// Functions, of interfaces and of worlds.
    pub functions: Arena<Function>,
    /// The packages by name.
    pub package_names: Map<PackageName, PackageId>,
    /// The text that the spans point into.
    pub sources: SourceMap,
}

impl Resolve {
    /// The type that is left when `type a = b;` and `use` are followed to their end.
    #[must_use]
    pub fn dealias(&self, mut ty: Type) -> Type {
        // An alias cannot be part of a cycle: those are errors, and what is in one is not in the
        // model.
        while let Some(id) = ty.id()
            && let Some(target) = self.types[id].kind.as_alias()
        {
            ty = target;
        }
        ty
    }

    /// The definition that `id` stands for, after all aliases. An alias of a primitive type is its own end.
    #[must_use]
    pub fn definition(&self, mut id: TypeId) -> TypeId {
        while let Some(target) = self.types[id].kind.as_alias().and_then(Type::id) {
            id = target;
        }
        id
    }

    /// The name by which an interface is imported and exported: `ns:pkg/name@version`; nothing for an interface
    /// that is written inline in a world.
    #[must_use]
    pub fn interface_id(&self, id: InterfaceId) -> Option<String> {
        let interface = &self.interfaces[id];
        let package = &self.packages[interface.package?];
        Some(package.name.item(interface.name.as_ref()?))
    }

    /// The name of an interface in a text: its id, or `<inline interface 3>` for one that is written inline in a world, which
    /// is no name that anything else could have.
    #[must_use]
    pub fn interface_name(&self, id: InterfaceId) -> String {
        self.interface_id(id)
            .unwrap_or_else(|| format!("<inline interface {}>", id.index()))
    }

    /// The name of an import or export as it stands in a component: the plain name, or the interface's id.
    #[must_use]
    pub fn extern_name(&self, key: &WorldKey) -> String {
        match key {
            WorldKey::Name(name) => name.to_string(),
            WorldKey::Interface(id) => self.interface_name(*id),
        }
    }

    /// The functions of an interface, in order.
    pub fn functions_of(&self, id: InterfaceId) -> impl Iterator<Item = &Function> {
        self.interfaces[id]
            .functions
            .values()
            .map(|&id| &self.functions[id])
    }
}
