//! WIT packages as component binaries.

use crate::docs::{self, DOCS_SECTION};
use wasm_encoder::{ComponentBuilder, ComponentExportKind, ComponentType, CustomSection};
use witc_resolve::graph::post_order;
use witc_resolve::{InterfaceId, PackageId, Resolve, TypeOwner};
use witc_type_section::Result;
use witc_type_section::{InterfaceNames, WorldType, producers, wrapped_world};

/// Encodes a package as a component: it exports a component type for each interface and each world.
///
/// # Errors
///
/// If an interface uses types of another that a world doesn't have, or has only after it. Packages as they are
/// resolved have them all in order.
pub fn encode_package(
    resolve: &Resolve,
    package: PackageId,
    names: InterfaceNames,
) -> Result<Vec<u8>> {
    let mut component = ComponentBuilder::default();
    for (name, &id) in &resolve.packages[package].interfaces {
        let ty = interface(resolve, id, names)?;
        export(&mut component, name, &ty);
    }
    for (name, &id) in &resolve.packages[package].worlds {
        let ty = wrapped_world(resolve, id, names)?;
        export(&mut component, name, &ty);
    }
    let data = docs::section(resolve, package).into();
    component.custom_section(&CustomSection {
        name: DOCS_SECTION.into(),
        data,
    });
    producers(&mut component, &[]);
    Ok(component.finish())
}

fn export(component: &mut ComponentBuilder, name: &str, ty: &ComponentType) {
    let index = component.type_component(Some(name), ty);
    component.export(name, ComponentExportKind::Type, index, None);
}

/// The component type for an interface: it imports the interfaces that are used, directly or not, with all of their
/// types and without their functions, and exports the interface.
fn interface(resolve: &Resolve, id: InterfaceId, names: InterfaceNames) -> Result<ComponentType> {
    // The wrapper is no world: it has no types but those of its instances.
    let mut encoder = WorldType::new(resolve, TypeOwner::None, names);
    for used in uses_of(resolve, id) {
        encoder.import_types(used)?;
    }
    encoder.export_interface(id)?;
    Ok(encoder.finish())
}

/// The interfaces that an interface uses, directly or not, each after those that it uses itself.
fn uses_of(resolve: &Resolve, id: InterfaceId) -> Vec<InterfaceId> {
    let uses = |interface: usize| {
        let uses = resolve.interface_uses(InterfaceId::from_index(interface));
        uses.map(InterfaceId::index).collect()
    };
    let mut order = post_order(resolve.interfaces.len(), [id.index()], uses);
    // The interface itself comes last, and is exported rather than imported.
    order.pop();
    order.into_iter().map(InterfaceId::from_index).collect()
}
