//! The type section: the world of a core module, as a component in a custom section that linkers keep and
//! `component new` reads.

use crate::error::Result;
use crate::names::InterfaceNames;
use crate::world::WorldType;
use std::borrow::Cow;
use wasm_encoder::{
    ComponentBuilder, ComponentExportKind, ComponentType, ComponentTypeRef, CustomSection, Encode,
    ProducersField, ProducersSection,
};
use witc_canonical_abi::StringEncoding;
use witc_resolve::{Resolve, WorldId};

/// The name of the custom section that says how strings are encoded, in the component of a type section.
pub const ENCODING_SECTION: &str = "wit-component-encoding";

/// The version of that section's format.
pub const ENCODING_VERSION: u8 = 4;

/// The name of the custom section of a core module, or the beginning of its name.
pub const TYPE_SECTION_PREFIX: &str = "component-type";

/// The contents of a type section besides the world.
#[derive(Clone, Debug, Default)]
pub struct TypeSection<'a> {
    /// How the module holds strings.
    pub string_encoding: StringEncoding,
    /// Tools that made the bindings, with their versions: `processed-by` in the `producers` section. This crate adds
    /// itself.
    pub processed_by: &'a [(&'a str, &'a str)],
    /// How interfaces with a version are named.
    pub names: InterfaceNames,
}

impl TypeSection<'_> {
    /// Encodes a world: the content of a custom section whose name starts with [`TYPE_SECTION_PREFIX`].
    ///
    /// # Errors
    ///
    /// If an interface uses types of another that the world doesn't have, or has only after it. Worlds as they are
    /// resolved have them all in order.
    pub fn encode(&self, resolve: &Resolve, world: WorldId) -> Result<Vec<u8>> {
        let mut component = ComponentBuilder::default();
        component.custom_section(&CustomSection {
            name: ENCODING_SECTION.into(),
            data: Cow::Borrowed(&[ENCODING_VERSION, self.string_encoding.to_byte()]),
        });
        let ty = wrapped_world(resolve, world, self.names)?;
        let name = &*resolve.worlds[world].name;
        let index = component.type_component(None, &ty);
        component.export(name, ComponentExportKind::Type, index, None);
        producers(&mut component, self.processed_by);
        Ok(component.finish())
    }
}

/// A component type with a single export: the type of the world, under its id.
pub fn wrapped_world(
    resolve: &Resolve,
    id: WorldId,
    names: InterfaceNames,
) -> Result<ComponentType> {
    let world = &resolve.worlds[id];
    let mut wrapper = ComponentType::new();
    wrapper
        .ty()
        // The wrapper keeps the plain name of the outer export apart from the id inside (WIT.md, "Package
        // Format").
        .component(&WorldType::encode(resolve, id, names)?);
    let name = match world.package {
        Some(package) => resolve.packages[package].name.item(&world.name),
        // A world without a package gets the one that worlds of components are decoded into.
        None => format!("root:component/{}", world.name),
    };
    wrapper.export(&*name, ComponentTypeRef::Component(0));
    Ok(wrapper)
}

/// Adds a `producers` section with this crate and others.
pub fn producers(component: &mut ComponentBuilder, processed_by: &[(&str, &str)]) {
    let mut field = ProducersField::new();
    for (name, version) in processed_by {
        field.value(name, version);
    }
    field.value("witc", env!("CARGO_PKG_VERSION"));
    let mut section = ProducersSection::new();
    section.field("processed-by", &field);
    let mut bytes = Vec::new();
    section.encode(&mut bytes);
    component.raw_custom_section(&bytes);
}

/// A name for the custom section that no other world's has, and, if `suffix` tells them apart, no other crate's or
/// object file's with the same world: linkers concatenate sections of the same name.
///
/// `content` is what [`TypeSection::encode`] gave.
#[must_use]
pub fn type_section_name(
    resolve: &Resolve,
    world: WorldId,
    content: &[u8],
    suffix: &str,
) -> String {
    let world = &resolve.worlds[world];
    let package = world
        .package
        .map(|id| resolve.packages[id].name.to_string())
        .unwrap_or_default();
    let version = env!("CARGO_PKG_VERSION");
    // Two versions of a world have the same package and name, and a linker would put their sections together.
    let hash = fnv1a(content);
    format!(
        "{TYPE_SECTION_PREFIX}:witc:{version}:{package}:{}:{hash:016x}{suffix}",
        world.name
    )
}

/// A hash that is the same everywhere and forever: FNV-1a.
fn fnv1a(bytes: &[u8]) -> u64 {
    // The standard library's hashers may change with a release; the same input has to give the same bytes
    // everywhere.
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
