//! The small components that give exported instances their types.
//!
//! An instance of bare items cannot define the types that its functions use. So each exported interface gets a small
//! component that imports the lifted functions and the types, and exports both under their names; its instance is
//! what is exported.

use super::encoder::Encoder;
use crate::errors::{Fallible, unknown_type};
use crate::named::{Home, NamedInterface, NamedWorld, TypeKey};
use crate::new::live::foreign_types;
use crate::types::{DefinedTypes, Sink, TypeScope, item_name};
use wasm_encoder::{ComponentBuilder, ComponentExportKind, ComponentTypeRef, TypeBounds};

pub(super) fn function_import(index: usize) -> String {
    format!("f{index}")
}

pub(super) fn type_import(number: usize) -> String {
    format!("t{number}")
}

/// A component that gives an exported instance its types, as a place for types: first they are imports, then exports.
pub(super) struct Nested<'e, 'p, 'a> {
    encoder: &'e mut Encoder<'p, 'a>,
    pub(super) builder: ComponentBuilder,
    types: DefinedTypes<'a>,
    exporting: bool,
    /// The types that are imported, in order.
    pub(super) imports: Vec<TypeKey>,
}

impl<'e, 'p, 'a> Nested<'e, 'p, 'a> {
    pub(super) fn new(encoder: &'e mut Encoder<'p, 'a>) -> Self {
        Self {
            encoder,
            builder: ComponentBuilder::default(),
            types: DefinedTypes::default(),
            exporting: false,
            imports: Vec::new(),
        }
    }
    /// Imports types of other interfaces, the interface's own resources, and its functions with what they need.
    pub(super) fn import(&mut self, home: Home, interface: &'a NamedInterface) -> Fallible<()> {
        for key in foreign_types(self.world(), home, interface) {
            // The component around has to have the type too, to pass it as an argument.
            self.encoder.named(key)?;
            self.named(key)?;
        }
        // Own resources are imported, because the component around has made them. Other own types are imported
        // only if a function below needs them.
        for (index, definition) in interface.types.values().enumerate() {
            if definition.is_resource() {
                self.named(TypeKey {
                    home,
                    index: index as u32,
                })?;
            }
        }
        for (index, function) in interface.functions.values().enumerate() {
            let ty = self.function(home, function)?;
            self.builder
                .import(function_import(index).as_str(), ComponentTypeRef::Func(ty));
        }
        Ok(())
    }

    /// Exports the interface's types and its functions, in terms of the types as they are exported.
    pub(super) fn export(&mut self, home: Home, interface: &'a NamedInterface) -> Fallible<()> {
        self.exporting = true;
        let resources = interface
            .types
            .values()
            .enumerate()
            .map(|(index, definition)| {
                let key = TypeKey {
                    home,
                    index: index as u32,
                };
                definition
                    .is_resource()
                    .then(|| self.types.named(key))
                    .flatten()
            });
        let resources: Vec<Option<u32>> = resources.collect();
        // From here on the types are those that the exports define: functions are to be exported in terms of
        // them (Explainer.md, "External Visibility of Types").
        self.types.forget(home);
        for (index, (name, definition)) in interface.types.iter().enumerate() {
            let key = TypeKey {
                home,
                index: index as u32,
            };
            if let Some(resource) = resources[index] {
                let name = item_name(name, definition.external_id.as_ref());
                let exported = self
                    .builder
                    .export(name, ComponentExportKind::Type, resource, None);
                self.types.define(key, exported);
            } else {
                self.named(key)?;
            }
        }
        for (index, (name, function)) in interface.functions.iter().enumerate() {
            let ty = self.function(home, function)?;
            let name = item_name(name, function.external_id.as_ref());
            // The imported function's own type is in terms of the imports.
            let ascribed = Some(ComponentTypeRef::Func(ty));
            self.builder
                .export(name, ComponentExportKind::Func, index as u32, ascribed);
        }
        Ok(())
    }

    fn import_type(&mut self, key: TypeKey, bounds: TypeBounds) -> u32 {
        let name = type_import(self.imports.len());
        self.imports.push(key);
        self.builder
            .import(name.as_str(), ComponentTypeRef::Type(bounds))
    }
}

impl<'a> TypeScope<'a> for Nested<'_, '_, 'a> {
    fn world(&self) -> &'a NamedWorld {
        self.encoder.plan.world
    }

    fn sink(&mut self) -> &mut impl Sink {
        &mut self.builder
    }

    fn defined(&mut self) -> &mut DefinedTypes<'a> {
        &mut self.types
    }

    fn foreign(&mut self, _: TypeKey) -> Fallible<Option<u32>> {
        Ok(None)
    }

    fn name(&mut self, key: TypeKey, index: u32) -> Fallible<u32> {
        if !self.exporting {
            return Ok(self.import_type(key, TypeBounds::Eq(index)));
        }
        let (name, definition) = self.world().definition(key).ok_or_else(unknown_type)?;
        let name = item_name(name, definition.external_id.as_ref());
        Ok(self
            .builder
            .export(name, ComponentExportKind::Type, index, None))
    }

    fn resource(&mut self, key: TypeKey) -> Fallible<u32> {
        Ok(self.import_type(key, TypeBounds::SubResource))
    }
}
