//! The component's exports: lifted functions, alone or in instances.

use super::encoder::Encoder;
use super::nested::{Nested, function_import, type_import};
use crate::errors::{Fallible, unknown_type};
use crate::named::{FunctionKey, Home, NamedFunction, NamedInterface, NamedItem};
use crate::new::part::CorePart;
use crate::types::{TypeScope, dependencies_first, extern_name};
use indexmap::IndexMap;
use wasm_encoder::{CanonicalOption, ComponentExportKind};

impl<'a> Encoder<'_, 'a> {
    /// Exports what the main module provides, then what adapters do.
    pub(super) fn exports(&mut self) -> Fallible<()> {
        let plan = self.plan;
        let mut providers: IndexMap<u32, CorePart> = IndexMap::new();
        for (part, part_plan) in plan.parts() {
            for &item in part_plan.exports {
                // If several modules have an export in their worlds, the main one comes first.
                providers.entry(item).or_insert(part);
            }
        }
        // Built-ins have defined types of exports for themselves. Those that are exported are defined again in terms of
        // the instances that are there by now; only resources must stay the ones that were declared.
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
                NamedItem::Function(function) => {
                    let key = FunctionKey {
                        item,
                        function: None,
                    };
                    let index = self.lift(part, key, Home::World, function)?;
                    self.builder
                        .export(name, ComponentExportKind::Func, index, None);
                }
                NamedItem::Interface(interface) => {
                    let instance = self.export_interface(part, item, interface)?;
                    let index =
                        self.builder
                            .export(name, ComponentExportKind::Instance, instance, None);
                    self.instances.insert(Home::Export(item), index);
                }
                NamedItem::Type(_) => {}
            }
        }
        Ok(())
    }

    fn lift(
        &mut self,
        part: CorePart,
        key: FunctionKey,
        home: Home,
        function: &'a NamedFunction,
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
        // `post-return` and `async` exclude each other (CanonicalABI.md, "`canonopt` Validation").
        if implementation.convention.is_sync() {
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
        part: CorePart,
        item: u32,
        interface: &'a NamedInterface,
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
        let mut nested = Nested::new(self);
        // The imports come before the exports: the order gives the functions in there their indices.
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
