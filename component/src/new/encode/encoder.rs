//! A component in the making: what has been encoded, and under which indices.

use super::skeleton::{Contents, Skeleton};
use crate::errors::{Fallible, unknown_type};
use crate::module::Producers;
use crate::named::{FunctionKey, Home, NamedWorld, TypeKey};
use crate::new::part::CorePart;
use crate::new::plan::ComponentPlan;
use crate::new::shims::ShimKind;
use crate::types::{DefinedTypes, Sink, TypeScope, item_name};
use std::collections::HashMap;
use wasm_encoder::{
    ComponentBuilder, ComponentExportKind, ComponentTypeRef, Encode, ExportKind, TypeBounds,
};
use witc_canonical_abi::Channel;

type HashMapOf<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

/// A component in the making.
pub(super) struct Encoder<'p, 'a> {
    pub(super) plan: &'p ComponentPlan<'a>,
    pub(super) builder: ComponentBuilder,
    pub(super) modules: Vec<Contents>,
    /// The types of the component itself.
    pub(super) types: DefinedTypes<'a>,
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
    pub(super) part_modules: Vec<u32>,
    pub(super) part_instances: Vec<u32>,
    /// Functions of the fix-up module that stand for exports of parts.
    pub(super) wrappers: HashMapOf<(CorePart, &'a str), u32>,
    aliases: HashMapOf<(u32, String), u32>,
}

impl<'p, 'a> Encoder<'p, 'a> {
    pub(super) fn new(plan: &'p ComponentPlan<'a>) -> Self {
        Self {
            plan,
            builder: ComponentBuilder::default(),
            modules: Vec::new(),
            types: DefinedTypes::default(),
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

    /// An item of a core instance.
    pub(super) fn alias(&mut self, instance: u32, name: &str, kind: ExportKind) -> u32 {
        // An alias is made once, however many functions have the same option.
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
    pub(super) fn shim(&mut self, kind: &ShimKind<'a>) -> u32 {
        let plan = self.plan;
        // `planning` has a shim for everything that is asked for here, so the default is never used.
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
    pub(super) fn export_of(&mut self, part: CorePart, name: &str) -> u32 {
        self.alias(self.part_instances[part.0], name, ExportKind::Func)
    }

    /// A function that a part exports, or the wrapper that tells the task hook of its calls.
    pub(super) fn hooked(&mut self, part: CorePart, name: &'a str) -> u32 {
        match self.wrappers.get(&(part, name)) {
            Some(&wrapper) => wrapper,
            None => self.export_of(part, name),
        }
    }

    pub(super) fn finish(mut self) -> Skeleton {
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

/// The component itself as a place for types: those of the world are imports, those of other interfaces are taken from
/// their instances, and those of exported interfaces have no names before they are exported.
impl<'a> TypeScope<'a> for Encoder<'_, 'a> {
    fn world(&self) -> &'a NamedWorld {
        self.plan.world
    }

    fn sink(&mut self) -> &mut impl Sink {
        &mut self.builder
    }

    fn defined(&mut self) -> &mut DefinedTypes<'a> {
        &mut self.types
    }

    fn foreign(&mut self, key: TypeKey) -> Fallible<Option<u32>> {
        let instance = match self.instances.get(&key.home) {
            Some(&instance) => instance,
            None if key.home.import().is_some() => return Err(unknown_type()),
            // Types of an export are defined here until its instance is there.
            None => return Ok(None),
        };
        let (name, _) = self.world().definition(key).ok_or_else(unknown_type)?;
        Ok(Some(self.builder.alias_export(
            instance,
            name,
            ComponentExportKind::Type,
        )))
    }

    fn name(&mut self, key: TypeKey, index: u32) -> Fallible<u32> {
        if !key.home.is_world() {
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
        if !key.home.is_world() {
            return Err(unknown_type());
        }
        let (name, definition) = self.world().definition(key).ok_or_else(unknown_type)?;
        let name = item_name(name, definition.external_id.as_ref());
        Ok(self
            .builder
            .import(name, ComponentTypeRef::Type(TypeBounds::SubResource)))
    }
}
