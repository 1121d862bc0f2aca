//! The core modules of the component and their instances, in the order in which they come to be.

use super::encoder::Encoder;
use super::skeleton::Contents;
use crate::errors::Fallible;
use crate::named::{Home, TypeKey};
use crate::new::part::CorePart;
use crate::new::{fixup, shim_module, shims};
use wasm_encoder::{ExportKind, ModuleArg, ValType};

impl<'a> Encoder<'_, 'a> {
    /// A core module, whose bytes come in the end.
    pub(super) fn core_module(&mut self, name: &str, contents: Contents) -> u32 {
        self.modules.push(contents);
        // The empty section holds the place. `Skeleton::splice` puts the contents in without copying them.
        self.builder.core_module_raw(Some(name), &[])
    }

    pub(super) fn core_modules(&mut self) {
        let plan = self.plan;
        for (part, part_plan) in plan.parts() {
            let name = part_plan.name;
            let name = if part == CorePart::MAIN {
                name.to_owned()
            } else {
                format!("adapter {name}")
            };
            let index = self.core_module(&name, Contents::Part(part));
            self.part_modules.push(index);
        }
    }

    pub(super) fn instantiate_shims(&mut self) {
        let Some(binary) = shim_module::module(self.plan) else {
            return;
        };
        let module = self.core_module("shim", Contents::Made(binary));
        let instance = self.builder.core_instantiate(Some("shim"), module, []);
        self.shim = Some(instance);
        // The shim module has the memory then, so that it is there before the main module.
        if self.plan.imports_memory() {
            self.memory = Some(self.alias(instance, shims::MEMORY, ExportKind::Memory));
        }
    }

    /// Exported resources come before the modules that make handles of them, and so before their destructors.
    pub(super) fn declare_resources(&mut self) {
        let plan = self.plan;
        for (part, part_plan) in plan.parts() {
            for &item in part_plan.exports {
                let home = Home::Export(item);
                let Some(interface) = plan.world.interface(home) else {
                    continue;
                };
                for (index, (name, definition)) in interface.types.iter().enumerate() {
                    if !definition.is_resource() {
                        continue;
                    }
                    let key = TypeKey {
                        home,
                        index: index as u32,
                    };
                    let destructor = part_plan.wiring.exports.destructors.get(&key);
                    let destructor = destructor
                        // The destructor is in a module that is instantiated only later, so a shim stands for
                        // it.
                        .map(|export| self.shim(&shims::ShimKind::Destructor(part, export)));
                    let index = self
                        .builder
                        .type_resource(Some(name), ValType::I32, destructor);
                    self.types.define(key, index);
                }
            }
        }
    }

    pub(super) fn instantiate(&mut self, part: CorePart) -> Fallible<()> {
        let plan = self.plan;
        let part_plan = plan.part(part);
        let mut arguments = Vec::new();
        for (module, fields) in &part_plan.wiring.imports {
            let mut exports = Vec::with_capacity(fields.len());
            for (field, import) in fields {
                let (kind, index) = self.core_import(part, import)?;
                exports.push((&**field, kind, index));
            }
            let instance = self.builder.core_instantiate_exports(Some(module), exports);
            arguments.push((*module, ModuleArg::Instance(instance)));
        }
        let module = self.part_modules[part.0];
        let instance = self
            .builder
            .core_instantiate(Some(part_plan.name), module, arguments);
        self.part_instances.push(instance);
        // From here on what reads and writes memory can be made without a shim.
        if let (CorePart::MAIN, None, Some((name, _))) =
            (part, self.memory, part_plan.wiring.exports.memory)
        {
            self.memory = Some(self.alias(instance, name, ExportKind::Memory));
        }
        Ok(())
    }

    pub(super) fn instantiate_fixup(&mut self) -> Fallible<()> {
        let plan = self.plan;
        let Some(fixup::Fixup {
            binary,
            parts,
            wrappers,
        }) = fixup::module(plan)
        else {
            return Ok(());
        };
        let module = self.core_module("fixup", Contents::Made(binary));
        let mut arguments = Vec::new();
        if !plan.shims.is_empty() {
            let mut actual = Vec::with_capacity(plan.shims.len());
            // Everything is instantiated by now, so all that shims stand for can be made.
            for (number, kind) in plan.shims.keys().enumerate() {
                actual.push((number.to_string(), self.actual(kind)?));
            }
            let exports: Vec<_> = actual
                .iter()
                .map(|(number, index)| (number.as_str(), ExportKind::Func, *index))
                .collect();
            let instance = self
                .builder
                .core_instantiate_exports(Some("actual"), exports);
            arguments.push((fixup::ACTUAL.to_owned(), instance));
        }
        arguments.extend(self.shim.map(|shim| (fixup::SHIM.to_owned(), shim)));
        arguments.extend(
            parts
                .iter()
                .map(|&part| (fixup::part_name(part), self.part_instances[part.0])),
        );
        let arguments: Vec<_> = arguments
            .iter()
            .map(|(name, instance)| (name.as_str(), ModuleArg::Instance(*instance)))
            .collect();
        let instance = self
            .builder
            .core_instantiate(Some("fixup"), module, arguments);
        for (part, name, export) in wrappers {
            let wrapper = self.alias(instance, &export, ExportKind::Func);
            self.wrappers.insert((part, name), wrapper);
        }
        Ok(())
    }
}
