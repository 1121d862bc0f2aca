//! The component's exports: lifted functions, alone or in instances.
//!
//! An instance of bare items cannot define the types that its functions use. So each exported interface gets a small
//! component that imports the lifted functions and the types, and exports both under their names; its instance is
//! what is exported.

use super::encode::{Encoder, extern_name, item_name};
use super::errors::Fallible;
use super::imports::dependencies_first;
use super::live::foreign_types;
use super::types::{Defined, Scope, Sink, unknown_type};
use super::wiring::Part;
use crate::world::{Function, FunctionKey, Home, Interface, Item, TypeKey, World};
use indexmap::IndexMap;
use wasm_encoder::{
    CanonicalOption, ComponentBuilder, ComponentExportKind, ComponentTypeRef, TypeBounds,
};
use witc_canonical_abi::Convention;

impl<'a> Encoder<'_, 'a> {
    /// Exports what the main module provides, then what adapters do.
    pub(super) fn exports(&mut self) -> Fallible<()> {
        let plan = self.plan;
        let mut providers: IndexMap<u32, Part> = IndexMap::new();
        for (part, part_plan) in plan.parts() {
            for &item in part_plan.exports {
                providers.entry(item).or_insert(part);
            }
        }
        // What built-ins took for the types of exports is none of those that are exported.
        for &item in providers.keys() {
            self.types.keep_resources(Home::Export(item), plan.world);
        }
        for item in dependencies_first(plan.world, providers.keys().copied(), Home::Export) {
            let (Some((name, export)), Some(&part)) = (
                plan.world.exports.get_index(item as usize),
                providers.get(&item),
            ) else {
                continue;
            };
            let name = extern_name(name, export, plan.options.canonical_names);
            match export {
                Item::Function(function) => {
                    let key = FunctionKey {
                        item,
                        function: None,
                    };
                    let index = self.lift(part, key, Home::World, function)?;
                    self.builder
                        .export(name, ComponentExportKind::Func, index, None);
                }
                Item::Interface(interface) => {
                    let instance = self.export_interface(part, item, interface)?;
                    let index =
                        self.builder
                            .export(name, ComponentExportKind::Instance, instance, None);
                    self.instances.insert(Home::Export(item), index);
                }
                Item::Type(_) => {}
            }
        }
        Ok(())
    }

    fn lift(
        &mut self,
        part: Part,
        key: FunctionKey,
        home: Home,
        function: &'a Function,
    ) -> Fallible<u32> {
        let plan = self.plan;
        let part_plan = plan.part(part);
        let ty = self.function(home, function)?;
        // Analysis made sure that each exported function is implemented.
        let exports = &part_plan.wiring.exports;
        let Some(&implementation) = exports.functions.get(&key) else {
            return Err(unknown_type());
        };
        let core = self.hooked(part, implementation.name);
        let (needs, realloc) = plan.lifting(part, key);
        let realloc = realloc.map(|name| self.hooked(part, name));
        let encoding = part_plan
            .encodings
            .export(plan.world, key)
            .unwrap_or_default();
        let mut options = self.canonical_options(needs, realloc, encoding);
        if implementation.convention == Convention::Sync {
            if let Some(&name) = exports.post_returns.get(&key) {
                options.push(CanonicalOption::PostReturn(self.hooked(part, name)));
            }
        } else {
            options.push(CanonicalOption::Async);
            if let Some(name) = exports.callback(key) {
                options.push(CanonicalOption::Callback(self.hooked(part, name)));
            }
        }
        Ok(self
            .builder
            .lift_func(Some(&function.name), core, ty, options))
    }

    /// An instance of an exported interface.
    fn export_interface(
        &mut self,
        part: Part,
        item: u32,
        interface: &'a Interface,
    ) -> Fallible<u32> {
        let home = Home::Export(item);
        let mut arguments = Vec::new();
        for (index, function) in interface.functions.values().enumerate() {
            let key = FunctionKey {
                item,
                function: Some(index as u32),
            };
            let lifted = self.lift(part, key, home, function)?;
            arguments.push((function_import(index), ComponentExportKind::Func, lifted));
        }
        let mut nested = Nested {
            encoder: self,
            builder: ComponentBuilder::default(),
            types: Defined::default(),
            exporting: false,
            imports: Vec::new(),
        };
        nested.import(home, interface)?;
        nested.export(home, interface)?;
        let Nested {
            builder, imports, ..
        } = nested;
        for (number, key) in imports.into_iter().enumerate() {
            let index = self.named(key)?;
            arguments.push((type_import(number), ComponentExportKind::Type, index));
        }
        let name = self
            .plan
            .world
            .exports
            .get_index(item as usize)
            .map(|(name, _)| name.as_str());
        let component = self.builder.component(name, builder);
        let instance = self.builder.instantiate(name, component, arguments);
        // From now on the types of the interface are those of its instance.
        self.types.forget(home);
        Ok(instance)
    }
}

fn function_import(index: usize) -> String {
    format!("f{index}")
}

fn type_import(number: usize) -> String {
    format!("t{number}")
}

/// A component that gives an exported instance its types, as a place for types: first they are imports, then exports.
struct Nested<'e, 'p, 'a> {
    encoder: &'e mut Encoder<'p, 'a>,
    builder: ComponentBuilder,
    types: Defined<'a>,
    exporting: bool,
    /// The types that are imported, in order.
    imports: Vec<TypeKey>,
}

impl<'a> Nested<'_, '_, 'a> {
    /// Imports types of other interfaces, the interface's own resources, and its functions with what they need.
    fn import(&mut self, home: Home, interface: &'a Interface) -> Fallible<()> {
        for key in foreign_types(self.world(), home, interface) {
            self.encoder.named(key)?;
            self.named(key)?;
        }
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
    fn export(&mut self, home: Home, interface: &'a Interface) -> Fallible<()> {
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

impl<'a> Scope<'a> for Nested<'_, '_, 'a> {
    fn world(&self) -> &'a World {
        self.encoder.plan.world
    }

    fn sink(&mut self) -> &mut impl Sink {
        &mut self.builder
    }

    fn defined(&mut self) -> &mut Defined<'a> {
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
