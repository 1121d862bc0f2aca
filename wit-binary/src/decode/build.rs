//! From what a component imports and exports to a resolved package.

use super::builder::Builder;
use super::externs::Sides;
use super::found::{EntityId, Extern, ExternItem, Externs, Func, InstanceId, TypeItem};
use super::names::{self, Role};
use crate::error::not_wit;
use witc_diagnostics::Span;
use witc_resolve::{
    Docs, Function, FunctionKind, Interface, InterfaceId, Map, Name, Named, PackageName, Param,
    Stability, Type, TypeDef, TypeDefKind, TypeId, TypeOwner, World, WorldId, WorldInterface,
    WorldItem, WorldKey,
};
use witc_type_section::Result;

impl<'a> Builder<'a> {
    /// Adds what a component type in a package stands for: interfaces and worlds under their ids, and the interfaces
    /// that those need. Gives the package's name.
    pub(crate) fn package_item(&mut self, parts: &Sides<'a>) -> Result<PackageName> {
        for export in parts.imports.values() {
            // The wrapper of an interface imports what the interface uses, which are interfaces (WIT.md,
            // "Package Format").
            let Some(instance) = export.item.instance() else {
                return Err(not_wit("a package imports something other than interfaces"));
            };
            let interface = self.interface_of(&export.name)?;
            self.fill(interface, instance)?;
        }
        let mut package = None;
        for export in parts.exports.values() {
            let (name, item) = id_of(&export.name)?;
            match export.item {
                ExternItem::Instance(instance) => {
                    let interface = self.interface(&name, &item);
                    self.fill(interface, instance)?;
                }
                ExternItem::Component(template) => {
                    let parts = self.evaluator.evaluate(template, None)?;
                    let world = self.world(item.clone(), &parts)?;
                    if self
                        .packages
                        .get_or_insert_with(name.clone(), Default::default)
                        .worlds
                        .insert(item, world)
                        .is_some()
                    {
                        return Err(not_wit(format_args!(
                            "two worlds are called `{}`",
                            export.name.name
                        )));
                    }
                }
                ExternItem::Type(_)
                | ExternItem::Func(_)
                | ExternItem::Module
                | ExternItem::Value => {
                    return Err(not_wit(
                        "a package exports something other than interfaces and worlds",
                    ));
                }
            }
            // A well-formed wrapper has one export. Of several the last names the package.
            package = Some(name);
        }
        package.ok_or_else(|| not_wit("a package has an item without a name"))
    }

    /// Adds a world.
    pub(crate) fn world(&mut self, name: Name, parts: &Sides<'a>) -> Result<WorldId> {
        // The world is there before its items, whose types and functions name it as their owner. Its package
        // follows in `finish`, when the order of all packages is known.
        let id = self.resolve.worlds.alloc(World {
            name,
            package: None,
            imports: Map::default(),
            exports: Map::default(),
            docs: Docs::default(),
            stability: Stability::default(),
            span: Span::NONE,
        });
        for import in parts.imports.values() {
            if let Some((key, item)) = self.world_item(id, import, true)? {
                self.resolve.worlds[id].imports.insert(key, item);
            }
        }
        for export in parts.exports.values() {
            if let Some((key, item)) = self.world_item(id, export, false)? {
                self.resolve.worlds[id].exports.insert(key, item);
            }
        }
        Ok(id)
    }

    /// An import or export of a world; nothing for items that no world can have.
    fn world_item(
        &mut self,
        world: WorldId,
        of: &Extern<'a>,
        import: bool,
    ) -> Result<Option<(WorldKey, WorldItem)>> {
        let name = of.name.name;
        // Only interfaces go by ids: functions and types of a world have plain names.
        let key = || WorldKey::Name(name.into());
        match of.item {
            ExternItem::Instance(instance) => self.world_interface(of, instance).map(Some),
            ExternItem::Func(function) => {
                let function = self.function(of, function, TypeOwner::World(world))?;
                let function = self.resolve.functions.alloc(function);
                Ok(Some((key(), WorldItem::Function(function))))
            }
            ExternItem::Type(TypeItem::Value(entity)) if import => {
                names::plain(name)?;
                let id = self.export_type(TypeOwner::World(world), None, of, entity)?;
                Ok(Some((key(), WorldItem::Type(id))))
            }
            // Components may also import modules, components and values, which no world can say. The rest of the
            // world is still right without them; `component_to_wit` refuses them beforehand.
            ExternItem::Type(_)
            | ExternItem::Component(_)
            | ExternItem::Module
            | ExternItem::Value
                if import =>
            {
                Ok(None)
            }
            ExternItem::Type(_)
            | ExternItem::Component(_)
            | ExternItem::Module
            | ExternItem::Value => Err(not_wit(format_args!(
                "its export `{}` is a {}",
                name.escape_debug(),
                of.item.kind().desc()
            ))),
        }
    }

    fn world_interface(
        &mut self,
        of: &Extern<'a>,
        instance: InstanceId,
    ) -> Result<(WorldKey, WorldItem)> {
        // An id has both characters, a plain name neither (Explainer.md, "Import and Export Definitions").
        let inline = of.name.implements.is_none() && !of.name.name.contains([':', '/']);
        let id = if inline {
            self.new_interface(None)
        } else {
            self.interface_of(&of.name)?
        };
        // With `implements` the world can have the same interface several times, so the plain name has to be
        // the key.
        let key = if inline || of.name.implements.is_some() {
            WorldKey::Name(names::plain(of.name.name)?)
        } else {
            WorldKey::Interface(id)
        };
        self.fill(id, instance)?;
        let item = WorldInterface {
            id,
            docs: Docs::default(),
            stability: Stability::default(),
            external_id: of.name.external_id.map(Into::into),
            span: Span::NONE,
        };
        Ok((key, WorldItem::Interface(item)))
    }

    /// The interface that an instance of this name stands for.
    fn interface_of(&mut self, name: &wasmparser::ComponentExternName<'_>) -> Result<InterfaceId> {
        let (package, item) = id_of(name)?;
        Ok(self.interface(&package, &item))
    }

    fn interface(&mut self, package: &PackageName, name: &Name) -> InterfaceId {
        let known = self
            .packages
            .get(package)
            .and_then(|parts| parts.interfaces.get(name));
        if let Some(&id) = known {
            return id;
        }
        let id = self.new_interface(Some(name.clone()));
        self.packages
            .get_or_insert_with(package.clone(), Default::default)
            .interfaces
            .insert(name.clone(), id);
        id
    }

    fn new_interface(&mut self, name: Option<Name>) -> InterfaceId {
        self.resolve.interfaces.alloc(Interface {
            name,
            package: None,
            types: Map::default(),
            functions: Map::default(),
            docs: Docs::default(),
            stability: Stability::default(),
            span: Span::NONE,
            clone_of: None,
        })
    }

    /// Adds the items of an instance to its interface. Items that are there already are the same ones.
    fn fill(&mut self, id: InterfaceId, instance: InstanceId) -> Result<()> {
        // The exports are cloned because the loop changes the builder that holds them.
        let exports: Externs<'a> = self.graph().instance(instance).clone();
        for export in exports.values() {
            let name = export.name.name;
            match export.item {
                ExternItem::Type(TypeItem::Value(entity)) => {
                    let name = names::plain(name)?;
                    // The same interface comes once for each world that has it and each interface that uses it,
                    // every time with other entities that stand for the same types.
                    let known = self.resolve.interfaces[id].types.get(&name).copied();
                    let ty = self.export_type(TypeOwner::Interface(id), known, export, entity)?;
                    self.resolve.interfaces[id].types.insert(name, ty);
                }
                ExternItem::Func(function) => {
                    let known = self.resolve.interfaces[id].functions.get(name).copied();
                    if known.is_some() && !self.is_package {
                        continue;
                    }
                    let function = self.function(export, function, TypeOwner::Interface(id))?;
                    if let Some(known) = known {
                        self.same_function(known, &function)?;
                        continue;
                    }
                    let function = self.resolve.functions.alloc(function);
                    self.resolve.interfaces[id]
                        .functions
                        .insert(name.into(), function);
                }
                ExternItem::Type(_)
                | ExternItem::Instance(_)
                | ExternItem::Component(_)
                | ExternItem::Module
                | ExternItem::Value => {
                    return Err(not_wit(format_args!(
                        "an interface exports `{}`, which is neither a type nor a function",
                        name.escape_debug()
                    )));
                }
            }
        }
        Ok(())
    }

    fn function(
        &mut self,
        of: &Extern<'a>,
        function: Func<'a>,
        owner: TypeOwner,
    ) -> Result<Function> {
        let full = of.name.name;
        let name = names::function(full)?;
        let kind = match name.resource {
            None => FunctionKind::Freestanding,
            Some((role, resource)) => {
                let id = self.resource(owner, resource).ok_or_else(|| {
                    not_wit(format_args!(
                        "`{full}` belongs to a resource `{resource}` that is not there"
                    ))
                })?;
                match role {
                    Role::Constructor => FunctionKind::Constructor(id),
                    Role::Method => FunctionKind::Method(id),
                    Role::Static => FunctionKind::Static(id),
                }
            }
        };
        // Bindings make identifiers of the names, so they are checked here rather than where they would break
        // the output.
        names::distinct(function.ty.params.iter().map(|(name, _)| *name))?;
        let mut params = Vec::new();
        for (name, ty) in &function.ty.params {
            let ty = self.value(*ty, function.at)?;
            params.push(Param {
                name: (*name).into(),
                ty,
                span: Span::NONE,
            });
        }
        let result = function
            .ty
            .result
            .map(|ty| self.value(ty, function.at))
            .transpose()?;
        Ok(Function {
            name: full.into(),
            kind,
            accessor: name.accessor,
            is_async: function.ty.async_,
            params: params.into(),
            result,
            docs: Docs::default(),
            stability: Stability::default(),
            external_id: of.name.external_id.map(Into::into),
            span: Span::NONE,
        })
    }

    /// Defines a type that is imported or exported under a name, unless it is `known` already.
    fn export_type(
        &mut self,
        owner: TypeOwner,
        known: Option<TypeId>,
        of: &Extern<'a>,
        entity: EntityId,
    ) -> Result<TypeId> {
        let id = match known {
            Some(id) => {
                self.same_type(id, entity, of.name.name)?;
                id
            }
            None => {
                // A type that has a name elsewhere is used from there, or renamed: both are aliases.
                let kind = match self.find(entity) {
                    Some(id) => TypeDefKind::Alias(Type::Id(id)),
                    None => self.definition(self.base(entity))?,
                };
                let external_id = of.name.external_id.map(Into::into);
                let named = Named {
                    external_id,
                    ..Name::from(of.name.name).into()
                };
                let named = Some(Box::new(named));
                self.resolve.types.alloc(TypeDef {
                    owner,
                    named,
                    ..TypeDef::anonymous(kind)
                })
            }
        };
        // A known type is registered too: it comes with another entity in each instance of its interface.
        self.register(entity, id);
        Ok(id)
    }

    /// The resource of this name in an interface or world.
    fn resource(&self, owner: TypeOwner, name: &str) -> Option<TypeId> {
        let id = match owner {
            TypeOwner::Interface(id) => self.resolve.interfaces[id].types.get(name).copied(),
            TypeOwner::World(id) => {
                // A world has all its own types among the imports.
                let key = WorldKey::Name(name.into());
                let import = self.resolve.worlds[id].imports.get(&key);
                import.and_then(WorldItem::ty)
            }
            TypeOwner::None => None,
        };
        id.filter(|&id| self.resolve.types[id].kind.is_resource())
    }
}

/// The package in the name of an instance or world, and the name in there.
fn id_of(name: &wasmparser::ComponentExternName<'_>) -> Result<(PackageName, Name)> {
    // An instance with `implements` goes by a plain name, and the annotation has the id.
    let id = name.implements.unwrap_or(name.name);
    names::item(id, name.version_suffix).ok_or_else(|| {
        not_wit(format_args!(
            "`{}` does not name an interface",
            id.escape_debug()
        ))
    })
}
