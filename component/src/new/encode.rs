//! The component, section by section.

use super::errors::Fallible;
use super::plan::Plan;
use super::types::{Defined, Scope, Sink, unknown_type};
use super::wiring::Part;
use super::{fixup, shims};
use crate::Binary;
use crate::module::Producers;
use crate::world::{FunctionKey, Home, InterfaceId, Item, TypeKey, World};
use std::borrow::Cow;
use std::collections::HashMap;
use wasm_encoder::{
    ComponentBuilder, ComponentExportKind, ComponentExternName, ComponentTypeRef, Encode,
    ExportKind, TypeBounds, ValType,
};
use witc_canonical_abi::Channel;
use witc_resolve::Name;

pub(super) type HashMapOf<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

/// A component but for the contents of its core modules.
pub(super) struct Skeleton {
    /// The component, with an empty section for each core module.
    binary: Vec<u8>,
    /// What goes into those sections, in order.
    modules: Vec<Contents>,
}

/// The contents of a core module.
enum Contents {
    /// That of a part.
    Part(Part),
    /// What was made here.
    Made(Vec<u8>),
}

/// Encodes the component that is planned.
pub(super) fn encode(plan: &Plan<'_>) -> Fallible<Skeleton> {
    let mut encoder = Encoder::new(plan);
    encoder.imports()?;
    encoder.core_modules();
    encoder.instantiate_shims();
    encoder.declare_resources();
    for (part, _) in plan.parts() {
        encoder.instantiate(part)?;
    }
    encoder.instantiate_fixup()?;
    encoder.exports()?;
    Ok(encoder.finish())
}

/// A component in the making.
pub(super) struct Encoder<'p, 'a> {
    pub(super) plan: &'p Plan<'a>,
    pub(super) builder: ComponentBuilder,
    modules: Vec<Contents>,
    /// The types of the component itself.
    pub(super) types: Defined<'a>,
    /// Imported and exported instances.
    pub(super) instances: HashMapOf<Home, u32>,
    /// Imported functions.
    pub(super) functions: HashMapOf<FunctionKey, u32>,
    /// The types of streams and futures that carry nothing.
    pub(super) units: HashMapOf<Channel, u32>,
    /// The memory that holds values.
    pub(super) memory: Option<u32>,
    /// The instance of the shim module.
    pub(super) shim: Option<u32>,
    part_modules: Vec<u32>,
    pub(super) part_instances: Vec<u32>,
    /// Functions of the fix-up module that stand for exports of parts.
    pub(super) wrappers: HashMapOf<(Part, &'a str), u32>,
    aliases: HashMapOf<(u32, String), u32>,
}

impl<'p, 'a> Encoder<'p, 'a> {
    fn new(plan: &'p Plan<'a>) -> Self {
        Self {
            plan,
            builder: ComponentBuilder::default(),
            modules: Vec::new(),
            types: Defined::default(),
            instances: HashMap::default(),
            functions: HashMap::default(),
            units: HashMap::default(),
            memory: None,
            shim: None,
            part_modules: Vec::new(),
            part_instances: Vec::new(),
            wrappers: HashMap::default(),
            aliases: HashMap::default(),
        }
    }

    /// A core module, whose bytes come in the end.
    fn core_module(&mut self, name: &str, contents: Contents) -> u32 {
        self.modules.push(contents);
        self.builder.core_module_raw(Some(name), &[])
    }

    fn core_modules(&mut self) {
        let plan = self.plan;
        for (part, part_plan) in plan.parts() {
            let name = part_plan.name;
            let name = if part == Part::MAIN {
                name.to_owned()
            } else {
                format!("adapter {name}")
            };
            let index = self.core_module(&name, Contents::Part(part));
            self.part_modules.push(index);
        }
    }

    fn instantiate_shims(&mut self) {
        let Some(binary) = shims::module(self.plan) else {
            return;
        };
        let module = self.core_module("shim", Contents::Made(binary));
        let instance = self.builder.core_instantiate(Some("shim"), module, []);
        self.shim = Some(instance);
        if self.plan.imports_memory() {
            self.memory = Some(self.alias(instance, shims::MEMORY, ExportKind::Memory));
        }
    }

    /// Exported resources come before the modules that make handles of them, and so before their destructors.
    fn declare_resources(&mut self) {
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
                        .map(|export| self.shim(&shims::ShimKind::Destructor(part, export)));
                    let index = self
                        .builder
                        .type_resource(Some(name), ValType::I32, destructor);
                    self.types.define(key, index);
                }
            }
        }
    }

    fn instantiate(&mut self, part: Part) -> Fallible<()> {
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
            arguments.push((*module, wasm_encoder::ModuleArg::Instance(instance)));
        }
        let module = self.part_modules[part.0];
        let instance = self
            .builder
            .core_instantiate(Some(part_plan.name), module, arguments);
        self.part_instances.push(instance);
        if let (Part::MAIN, None, Some((name, _))) =
            (part, self.memory, part_plan.wiring.exports.memory)
        {
            self.memory = Some(self.alias(instance, name, ExportKind::Memory));
        }
        Ok(())
    }

    fn instantiate_fixup(&mut self) -> Fallible<()> {
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
            .map(|(name, instance)| (name.as_str(), wasm_encoder::ModuleArg::Instance(*instance)))
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

    /// An item of a core instance.
    pub(super) fn alias(&mut self, instance: u32, name: &str, kind: ExportKind) -> u32 {
        if let Some(&index) = self.aliases.get(&(instance, name.to_owned())) {
            return index;
        }
        let index = self
            .builder
            .core_alias_export(Some(name), instance, name, kind);
        self.aliases.insert((instance, name.to_owned()), index);
        index
    }

    /// A function of the shim module.
    pub(super) fn shim(&mut self, kind: &shims::ShimKind<'a>) -> u32 {
        let plan = self.plan;
        // Every shim that is asked for is in the plan, and so is the module.
        let (Some((number, _, shim)), Some(instance)) = (plan.shims.get_full(kind), self.shim)
        else {
            return 0;
        };
        let name = number.to_string();
        if let Some(&index) = self.aliases.get(&(instance, name.clone())) {
            return index;
        }
        let index =
            self.builder
                .core_alias_export(Some(&shim.name), instance, &name, ExportKind::Func);
        self.aliases.insert((instance, name), index);
        index
    }

    /// A function that a part exports.
    pub(super) fn export_of(&mut self, part: Part, name: &str) -> u32 {
        self.alias(self.part_instances[part.0], name, ExportKind::Func)
    }

    /// A function that a part exports, or what stands for it so that the task hook learns of calls.
    pub(super) fn hooked(&mut self, part: Part, name: &'a str) -> u32 {
        match self.wrappers.get(&(part, name)) {
            Some(&wrapper) => wrapper,
            None => self.export_of(part, name),
        }
    }

    fn finish(mut self) -> Skeleton {
        if self.plan.options.debug_names {
            self.builder.append_names();
        }
        let mut producers = Vec::new();
        Producers::own().section().encode(&mut producers);
        self.builder.raw_custom_section(&producers);
        Skeleton {
            binary: self.builder.finish(),
            modules: self.modules,
        }
    }
}

impl Skeleton {
    /// The component, with the binaries of its parts where they belong.
    pub(super) fn splice(self, mut parts: Vec<Binary<'_>>) -> Binary<'_> {
        const CORE_MODULE: u8 = 1;
        let skeleton = &self.binary;
        let mut component = Binary::default();
        let (mut copied, mut at) = (0, crate::module::HEADER.len());
        let mut modules = self.modules.into_iter();
        while at < skeleton.len() {
            let Some((size, start)) = crate::module::leb128(skeleton, at + 1) else {
                break;
            };
            if skeleton[at] == CORE_MODULE
                && let Some(module) = modules.next()
            {
                let mut before = skeleton[copied..=at].to_vec();
                let module = match module {
                    Contents::Part(part) => std::mem::take(&mut parts[part.0]),
                    Contents::Made(bytes) => {
                        let mut binary = Binary::default();
                        binary.push(bytes);
                        binary
                    }
                };
                module.len().encode(&mut before);
                component.push(before);
                component.append(module);
                copied = start;
            }
            at = start + size as usize;
        }
        component.push(skeleton[copied..].to_vec());
        component
    }
}

/// The name of an import or export.
pub(crate) fn extern_name<'n>(
    name: &'n Name,
    item: &'n Item,
    canonical: bool,
) -> ComponentExternName<'n> {
    let (id, external_id) = match item {
        Item::Interface(interface) => (interface.id.as_ref(), &interface.external_id),
        Item::Function(function) => (None, &function.external_id),
        Item::Type(definition) => (None, &definition.external_id),
    };
    let is_id = id.is_some_and(|id| id.full() == *name);
    let parts = id.map(|id| {
        if canonical {
            id.canonical()
        } else {
            (InterfaceId::full(id), None)
        }
    });
    let (id, version_suffix) = parts.unzip();
    let (own, implements) = if is_id { (id, None) } else { (None, id) };
    ComponentExternName {
        name: own.map_or(Cow::Borrowed(name.as_str()), |id| Cow::Owned(id.into())),
        implements: implements.map(|id| Cow::Owned(id.into())),
        version_suffix: version_suffix.flatten().map(Cow::Owned),
        external_id: external_id.as_ref().map(|id| Cow::Borrowed(id.as_str())),
    }
}

/// The name of something in an interface, or of a type of the world.
pub(crate) fn item_name<'n>(
    name: &'n Name,
    external_id: Option<&'n Name>,
) -> ComponentExternName<'n> {
    ComponentExternName {
        name: Cow::Borrowed(name.as_str()),
        implements: None,
        version_suffix: None,
        external_id: external_id.map(|id| Cow::Borrowed(id.as_str())),
    }
}

/// The component itself as a place for types: those of the world are imports, those of other interfaces are taken from
/// their instances, and those of exported interfaces have no names before they are exported.
impl<'a> Scope<'a> for Encoder<'_, 'a> {
    fn world(&self) -> &'a World {
        self.plan.world
    }

    fn sink(&mut self) -> &mut impl Sink {
        &mut self.builder
    }

    fn defined(&mut self) -> &mut Defined<'a> {
        &mut self.types
    }

    fn foreign(&mut self, key: TypeKey) -> Fallible<Option<u32>> {
        let instance = match (key.home, self.instances.get(&key.home)) {
            (_, Some(&instance)) => instance,
            (Home::World | Home::Export(_), None) => return Ok(None),
            (Home::Import(_), None) => return Err(unknown_type()),
        };
        let (name, _) = self.world().definition(key).ok_or_else(unknown_type)?;
        Ok(Some(self.builder.alias_export(
            instance,
            name,
            ComponentExportKind::Type,
        )))
    }

    fn name(&mut self, key: TypeKey, index: u32) -> Fallible<u32> {
        if key.home != Home::World {
            return Ok(index);
        }
        let (name, definition) = self.world().definition(key).ok_or_else(unknown_type)?;
        let name = item_name(name, definition.external_id.as_ref());
        Ok(self
            .builder
            .import(name, ComponentTypeRef::Type(TypeBounds::Eq(index))))
    }

    fn resource(&mut self, key: TypeKey) -> Fallible<u32> {
        // Exported resources have been declared, and imported ones come from their instances.
        if key.home != Home::World {
            return Err(unknown_type());
        }
        let (name, definition) = self.world().definition(key).ok_or_else(unknown_type)?;
        let name = item_name(name, definition.external_id.as_ref());
        Ok(self
            .builder
            .import(name, ComponentTypeRef::Type(TypeBounds::SubResource)))
    }
}
