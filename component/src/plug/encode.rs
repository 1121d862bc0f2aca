//! The whole, section by section: imports, components, an instance of each, exports.

use super::part::PlugPart;
use super::wiring::Wiring;
use crate::errors::{Fallible, unknown_type};
use crate::named::{Home, NamedWorld, TypeKey};
use crate::types::{
    DefinedTypes, Sink, TypeScope, dependencies_first, extern_name, instance_type, item_name,
};
use std::borrow::Cow;
use std::collections::HashMap;
use wasm_encoder::{
    ComponentBuilder, ComponentExportKind, ComponentExternName, ComponentTypeRef, TypeBounds,
};
use witc_resolve::WorldItem;

/// Encodes the components, each after those that it needs.
pub(super) fn encode(
    parts: &[PlugPart<'_>],
    wiring: &Wiring,
    order: &[usize],
    world: &NamedWorld,
) -> Fallible<Vec<u8>> {
    let mut encoder = Encoder {
        world,
        builder: ComponentBuilder::default(),
        types: DefinedTypes::default(),
        imports: HashMap::new(),
        instances: HashMap::new(),
    };
    encoder.import_all()?;
    for &index in order {
        encoder.instantiate(parts, wiring, index)?;
    }
    encoder.export_all(&parts[0])?;
    // The names of files show which component was which, in tools and pictures.
    encoder.builder.append_names();
    Ok(encoder.builder.finish())
}

struct Encoder<'w> {
    world: &'w NamedWorld,
    builder: ComponentBuilder,
    /// The types of the whole.
    types: DefinedTypes<'w>,
    /// Imported instances and functions, by the index of the import.
    imports: HashMap<u32, u32>,
    /// The instances of the components.
    instances: HashMap<usize, u32>,
}

impl<'w> Encoder<'w> {
    /// Imports interfaces, then types and functions.
    fn import_all(&mut self) -> Fallible<()> {
        let world = self.world;
        let indices =
            // An import that a later version stands for is not imported itself.
            (0..world.imports.len() as u32).filter(|index| !world.replaced.contains_key(index));
        for index in dependencies_first(world, indices.clone(), Home::Import) {
            self.import_interface(index)?;
        }
        let item = |index: u32| world.imports.get_index(index as usize);
        for index in indices.clone() {
            if item(index).is_some_and(|(_, item)| item.ty().is_some()) {
                self.named(TypeKey {
                    home: Home::World,
                    index,
                })?;
            }
        }
        for index in indices {
            if let Some((name, item)) = item(index)
                && let Some(function) = item.function()
            {
                let ty = self.function(Home::World, function)?;
                let import = self
                    .builder
                    .import(extern_name(name, item, false), ComponentTypeRef::Func(ty));
                self.imports.insert(index, import);
            }
        }
        Ok(())
    }

    /// Imports something if it is an interface.
    fn import_interface(&mut self, index: u32) -> Fallible<()> {
        let home = Home::Import(index);
        let world = self.world;
        let Some((name, item)) = world.imports.get_index(index as usize) else {
            return Ok(());
        };
        let Some(interface) = item.interface() else {
            return Ok(());
        };
        let types = 0..interface.types.len() as u32;
        let ty = instance_type(self, home, types, interface.functions.iter())?;
        let ty = self.builder.type_instance(Some(name), &ty);
        let instance = self.builder.import(
            extern_name(name, item, false),
            ComponentTypeRef::Instance(ty),
        );
        self.imports.insert(index, instance);
        Ok(())
    }

    /// Adds a component, and its instance.
    fn instantiate(
        &mut self,
        parts: &[PlugPart<'_>],
        wiring: &Wiring,
        index: usize,
    ) -> Fallible<()> {
        let part = &parts[index];
        let component = self.builder.component_raw(Some(part.name), part.bytes);
        let mut arguments = Vec::new();
        for (name, _, item) in part.imports() {
            // The world was decoded from the binary, which so has a name for each of its imports.
            let Some(own_name) = part.import_names.get(&name) else {
                continue;
            };
            let source = wiring.source(index, &name);
            let (kind, argument) =
                match source.and_then(|source| Some((source, self.instances.get(&source.part)?))) {
                    Some((source, &instance)) => {
                        let provider = &parts[source.part];
                        let export = provider
                            .export_names
                            .get(&source.export)
                            // The wiring found the export in this component, so it has a name.
                            .map_or("", |name| name.name);
                        let kind = kind(item);
                        (kind, self.builder.alias_export(instance, export, kind))
                    }
                    None => self.outside(&name, item)?,
                };
            arguments.push((own_name.name.to_owned(), kind, argument));
        }
        let instance = self
            .builder
            .instantiate(Some(part.name), component, arguments);
        self.instances.insert(index, instance);
        Ok(())
    }

    /// Imports, which come from outside.
    fn outside(&mut self, name: &str, item: &WorldItem) -> Fallible<(ComponentExportKind, u32)> {
        let index = self
            .world
            .imports
            .get_index_of(name)
            .ok_or_else(unknown_type)? as u32;
        // A later version of the interface may stand for the one that the component asks for.
        let index = self.world.current(index);
        let found = match item {
            WorldItem::Type(_) => self.named(TypeKey {
                home: Home::World,
                index,
            })?,
            WorldItem::Interface(_) | WorldItem::Function(_) => {
                *self.imports.get(&index).ok_or_else(unknown_type)?
            }
        };
        Ok((kind(item), found))
    }

    /// Exports what the socket exports.
    fn export_all(&mut self, socket: &PlugPart<'_>) -> Fallible<()> {
        let Some(&instance) = self.instances.get(&0) else {
            return Err(unknown_type());
        };
        for (full, name) in &socket.export_names {
            let item = socket.exports().find(|(export, ..)| export == full);
            let Some((_, key, item)) = item else { continue };
            let kind = kind(item);
            let export = self.builder.alias_export(instance, name.name, kind);
            // Only an interface that goes by a plain name says what it implements.
            let implements = name.implements.filter(|_| key.name().is_some());
            let name = ComponentExternName {
                name: Cow::Borrowed(name.name),
                implements: implements.map(Cow::Borrowed),
                version_suffix: name.version_suffix.map(Cow::Borrowed),
                external_id: name.external_id.map(Cow::Borrowed),
            };
            self.builder.export(name, kind, export, None);
        }
        Ok(())
    }
}

fn kind(item: &WorldItem) -> ComponentExportKind {
    match item {
        WorldItem::Interface(_) => ComponentExportKind::Instance,
        WorldItem::Function(_) => ComponentExportKind::Func,
        WorldItem::Type(_) => ComponentExportKind::Type,
    }
}

/// The whole as a place for types: those of the world are imports, those of interfaces are taken from their instances.
impl<'w> TypeScope<'w> for Encoder<'w> {
    fn world(&self) -> &'w NamedWorld {
        self.world
    }

    fn sink(&mut self) -> &mut impl Sink {
        &mut self.builder
    }

    fn defined(&mut self) -> &mut DefinedTypes<'w> {
        &mut self.types
    }

    fn foreign(&mut self, key: TypeKey) -> Fallible<Option<u32>> {
        let Some(index) = key.home.import() else {
            return Ok(None);
        };
        let (name, _) = self.world.definition(key).ok_or_else(unknown_type)?;
        let &instance = self.imports.get(&index).ok_or_else(unknown_type)?;
        Ok(Some(self.builder.alias_export(
            instance,
            name,
            ComponentExportKind::Type,
        )))
    }

    fn name(&mut self, key: TypeKey, index: u32) -> Fallible<u32> {
        self.import_type(key, TypeBounds::Eq(index))
    }

    fn resource(&mut self, key: TypeKey) -> Fallible<u32> {
        self.import_type(key, TypeBounds::SubResource)
    }
}

impl Encoder<'_> {
    fn import_type(&mut self, key: TypeKey, bounds: TypeBounds) -> Fallible<u32> {
        let (name, definition) = self.world.definition(key).ok_or_else(unknown_type)?;
        let name = item_name(name, definition.external_id.as_ref());
        Ok(self.builder.import(name, ComponentTypeRef::Type(bounds)))
    }
}
