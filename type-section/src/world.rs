//! Worlds and interfaces as component types.

use crate::error::{Result, unreachable_type, used_before_import};
use crate::names::{self, InterfaceNames};
use crate::space::Space;
use crate::types::Types;
use wasm_encoder::{
    Alias, ComponentDefinedTypeEncoder, ComponentExportKind, ComponentExternName,
    ComponentFuncTypeEncoder, ComponentOuterAliasKind, ComponentType, ComponentTypeRef,
    InstanceType, TypeBounds,
};
use witc_resolve::{
    InterfaceId, Map, Resolve, TypeId, TypeOwner, WorldId, WorldInterface, WorldItem, WorldKey,
};

/// The type of a component in the making: instances come in and go out, and types with names come in.
pub struct WorldType<'a> {
    resolve: &'a Resolve,
    names: InterfaceNames,
    root: Root<'a>,
    types: Types<'a>,
}

/// The outermost index space of a [`WorldType`].
struct Root<'a> {
    resolve: &'a Resolve,
    owner: TypeOwner,
    ty: ComponentType,
    instances: u32,
    /// The instance that stands for an interface: of those that have been imported and exported, the last.
    instance_of: Map<InterfaceId, u32>,
    aliases: Map<(u32, TypeId), u32>,
}

impl<'a> WorldType<'a> {
    /// A component type without imports and exports.
    pub fn new(resolve: &'a Resolve, owner: TypeOwner, names: InterfaceNames) -> Self {
        let root = Root {
            resolve,
            owner,
            ty: ComponentType::new(),
            instances: 0,
            instance_of: Map::default(),
            aliases: Map::default(),
        };
        Self {
            resolve,
            names,
            root,
            types: Types::new(resolve),
        }
    }

    /// The type of a world.
    ///
    /// # Errors
    ///
    /// If an interface uses types of another that comes after it in the world, or is not in it.
    pub fn encode(
        resolve: &'a Resolve,
        id: WorldId,
        names: InterfaceNames,
    ) -> Result<ComponentType> {
        let mut encoder = Self::new(resolve, TypeOwner::World(id), names);
        let world = &resolve.worlds[id];
        // Imports come first: exports may use their types, and never the other way round (Explainer.md,
        // "External Visibility of Types").
        for (key, item) in &world.imports {
            if let Some((name, ty)) = encoder.item(key, item)? {
                encoder.root.ty.import(name, ty);
            }
        }
        for (key, item) in &world.exports {
            if let Some((name, ty)) = encoder.item(key, item)? {
                encoder.root.ty.export(name, ty);
            }
        }
        Ok(encoder.finish())
    }

    /// The finished type.
    pub fn finish(self) -> ComponentType {
        self.root.ty
    }

    /// Imports an interface under its id, with its types alone.
    pub fn import_types(&mut self, id: InterfaceId) -> Result<()> {
        let ty = self.instance(id, false)?;
        self.root
            .ty
            .import(self.names.of_interface(self.resolve, id), ty);
        Ok(())
    }

    /// Exports an interface under its id.
    pub fn export_interface(&mut self, id: InterfaceId) -> Result<()> {
        let ty = self.instance(id, true)?;
        self.root
            .ty
            .export(self.names.of_interface(self.resolve, id), ty);
        Ok(())
    }

    /// Encodes what a world has under a name, unless it is a type: that is imported right away.
    fn item(
        &mut self,
        key: &'a WorldKey,
        item: &'a WorldItem,
    ) -> Result<Option<(ComponentExternName<'a>, ComponentTypeRef)>> {
        let ty = match item {
            WorldItem::Interface(WorldInterface { id, .. }) => self.instance(*id, true)?,
            WorldItem::Function(id) => {
                let function = &self.resolve.functions[*id];
                ComponentTypeRef::Func(self.types.function(&mut self.root, function)?)
            }
            WorldItem::Type(id) => {
                self.types.named(&mut self.root, *id)?;
                return Ok(None);
            }
        };
        Ok(Some((self.names.of_extern(self.resolve, key, item), ty)))
    }

    /// Encodes the type of an instance that stands for an interface, which the caller imports or exports next.
    fn instance(&mut self, id: InterfaceId, functions: bool) -> Result<ComponentTypeRef> {
        // An instance type starts with an empty index space (Binary.md, "Type Definitions"), so nothing that
        // was encoded outside can be used again by its index.
        let mut types = Types::new(self.resolve);
        let mut space = Instance {
            root: &mut self.root,
            outer: &self.types,
            id,
            ty: InstanceType::new(),
        };
        for ty in in_order(self.resolve, id) {
            types.named(&mut space, ty)?;
        }
        // Types come before functions, which use their indices. For a `use` the types alone are brought in
        // (WIT.md, "Package Format").
        for function in functions_in_order(self.resolve, id).filter(|_| functions) {
            let ty = types.function(&mut space, function)?;
            let name = names::plain(&function.name, function.external_id.as_deref());
            space.ty.export(name, ComponentTypeRef::Func(ty));
        }
        let instance = space.ty;
        let index = self.root.ty.type_count();
        self.root.ty.ty().instance(&instance);
        // An interface that is both imported and exported is from here on the exported one: exports that use
        // its types mean those.
        self.root.instance_of.insert(id, self.root.instances);
        self.root.instances += 1;
        Ok(ComponentTypeRef::Instance(index))
    }
}

/// The types of an interface, each after those that it is made of.
fn in_order(resolve: &Resolve, id: InterfaceId) -> Vec<TypeId> {
    // Ids are given when types are defined, and so a type's id comes after those of its parts. The map has the
    // order of the text, in which a type may come before its parts.
    let mut types: Vec<_> = resolve.interfaces[id].types.values().copied().collect();
    types.sort();
    types
}

/// The functions of an interface: first those of resources, in the order of the resources, then the others. So they
/// stand when the interface is printed.
fn functions_in_order(
    resolve: &Resolve,
    id: InterfaceId,
) -> impl Iterator<Item = &witc_resolve::Function> {
    let mut functions: Vec<_> = resolve.functions_of(id).collect();
    // Functions of the same resource stay in the order of the text, because the sort is stable.
    functions.sort_by_key(|function| {
        let resource = function.kind.resource();
        (resource.is_none(), resource)
    });
    functions.into_iter()
}

impl Root<'_> {
    /// The index of a type that an instance exports.
    fn alias(&mut self, interface: InterfaceId, id: TypeId, user: TypeOwner) -> Result<u32> {
        let def = &self.resolve.types[id];
        let name = def.name_or_empty();
        // Only an instance that has been imported or exported can be taken from.
        let Some(&instance) = self.instance_of.get(&interface) else {
            return Err(used_before_import(self.resolve, interface, name, user));
        };
        // The key has the instance too: once an interface is exported, its types are taken anew, from the
        // export.
        if let Some(&index) = self.aliases.get(&(instance, id)) {
            return Ok(index);
        }
        let index = self.ty.type_count();
        self.ty.alias(Alias::InstanceExport {
            instance,
            kind: ComponentExportKind::Type,
            name,
        });
        self.aliases.insert((instance, id), index);
        Ok(index)
    }
}

impl Space for Root<'_> {
    fn owner(&self) -> TypeOwner {
        self.owner
    }

    fn define(&mut self) -> (u32, ComponentDefinedTypeEncoder<'_>) {
        (self.ty.type_count(), self.ty.ty().defined_type())
    }

    fn define_function(&mut self) -> (u32, ComponentFuncTypeEncoder<'_>) {
        (self.ty.type_count(), self.ty.ty().function())
    }

    fn name(&mut self, name: ComponentExternName<'_>, bounds: TypeBounds) -> u32 {
        let index = self.ty.type_count();
        // A world has its own types among the imports, also those that only exports use.
        self.ty.import(name, ComponentTypeRef::Type(bounds));
        index
    }

    fn foreign(&mut self, id: TypeId) -> Result<u32> {
        match self.resolve.types[id].owner {
            TypeOwner::Interface(interface) => self.alias(interface, id, self.owner),
            owner @ (TypeOwner::World(_) | TypeOwner::None) => {
                Err(unreachable_type(self.resolve, id, owner))
            }
        }
    }
}

/// The index space of an instance type.
struct Instance<'w, 'a> {
    root: &'w mut Root<'a>,
    outer: &'w Types<'a>,
    id: InterfaceId,
    ty: InstanceType,
}

impl Space for Instance<'_, '_> {
    fn owner(&self) -> TypeOwner {
        TypeOwner::Interface(self.id)
    }

    fn define(&mut self) -> (u32, ComponentDefinedTypeEncoder<'_>) {
        (self.ty.type_count(), self.ty.ty().defined_type())
    }

    fn define_function(&mut self) -> (u32, ComponentFuncTypeEncoder<'_>) {
        (self.ty.type_count(), self.ty.ty().function())
    }

    fn name(&mut self, name: ComponentExternName<'_>, bounds: TypeBounds) -> u32 {
        let index = self.ty.type_count();
        self.ty.export(name, ComponentTypeRef::Type(bounds));
        index
    }

    fn foreign(&mut self, id: TypeId) -> Result<u32> {
        let outer = match self.root.resolve.types[id].owner {
            TypeOwner::Interface(interface) => self.root.alias(interface, id, self.owner())?,
            // The world's own types are reachable once they have been imported.
            owner @ (TypeOwner::World(_) | TypeOwner::None) => self
                .outer
                .get(id)
                .ok_or_else(|| unreachable_type(self.root.resolve, id, owner))?,
        };
        let index = self.ty.type_count();
        // An instance type sees the types around it by `outer` aliases alone; one level out is the component
        // type.
        self.ty.alias(Alias::Outer {
            kind: ComponentOuterAliasKind::Type,
            count: 1,
            index: outer,
        });
        Ok(index)
    }
}
