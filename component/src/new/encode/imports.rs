//! The component's imports: of the world, what its modules need.

use super::encoder::Encoder;
use crate::errors::{Fallible, unknown_type};
use crate::named::{FunctionKey, Home, NamedInterface, TypeKey};
use crate::types::{TypeScope, dependencies_first, extern_name, instance_type};
use std::borrow::Cow;
use wasm_encoder::{ComponentExportKind, ComponentTypeRef};

impl<'a> Encoder<'_, 'a> {
    /// Imports interfaces, then the types and the functions of the world itself.
    pub(super) fn imports(&mut self) -> Fallible<()> {
        let plan = self.plan;
        let items = 0..plan.world.imports.len() as u32;
        // Each instance's type takes types from instances before it, and functions of the world may take types
        // from all.
        for index in dependencies_first(plan.world, items, Home::Import) {
            if let Some(interface) = plan.world.interface(Home::Import(index)) {
                self.import_interface(index, interface)?;
            }
        }
        for (index, item) in plan.world.imports.values().enumerate() {
            if item.ty().is_some() {
                self.named(TypeKey {
                    home: Home::World,
                    index: index as u32,
                })?;
            }
        }
        for (index, (name, item)) in plan.world.imports.iter().enumerate() {
            let key = FunctionKey {
                item: index as u32,
                function: None,
            };
            if let Some(function) = item.function()
                // Imports that no module uses are left out, for the component to run on more hosts.
                && plan.live.functions.contains(&key)
            {
                let ty = self.function(Home::World, function)?;
                let index = self
                    .builder
                    .import(extern_name(name, item, false), ComponentTypeRef::Func(ty));
                self.functions.insert(key, index);
            }
        }
        Ok(())
    }

    fn import_interface(&mut self, item: u32, interface: &'a NamedInterface) -> Fallible<()> {
        let plan = self.plan;
        let home = Home::Import(item);
        let types = plan.live.types.get(&item).into_iter().flatten().copied();
        let functions = interface.functions.iter().enumerate().filter(|(index, _)| {
            plan.live.functions.contains(&FunctionKey {
                item,
                function: Some(*index as u32),
            })
        });
        let ty = instance_type(self, home, types, functions.map(|(_, function)| function))?;
        // Nothing of the interface is used, so it is not imported.
        if ty.is_empty() {
            return Ok(());
        }
        let Some((name, item)) = plan.world.imports.get_index(item as usize) else {
            return Ok(());
        };
        let mut extern_name = extern_name(name, item, plan.options.canonical_names);
        if let Some((_, new)) = plan
            .options
            .import_names
            .iter()
            // If a name is given twice, the last one counts.
            .rev()
            .find(|(old, _)| old == name)
        {
            extern_name.name = Cow::Borrowed(new);
            // The suffix belongs to the version in the old name.
            extern_name.version_suffix = None;
        }
        let ty = self.builder.type_instance(Some(name), &ty);
        let instance = self
            .builder
            .import(extern_name, ComponentTypeRef::Instance(ty));
        self.instances.insert(home, instance);
        Ok(())
    }

    /// An imported function as a function of the component.
    pub(super) fn imported_function(&mut self, key: FunctionKey) -> Fallible<u32> {
        if let Some(&index) = self.functions.get(&key) {
            return Ok(index);
        }
        let function = self.plan.world.imported(key).ok_or_else(unknown_type)?;
        let &instance = self
            .instances
            .get(&Home::Import(key.item))
            .ok_or_else(unknown_type)?;
        let index = self
            .builder
            .alias_export(instance, &function.name, ComponentExportKind::Func);
        self.functions.insert(key, index);
        Ok(index)
    }
}
