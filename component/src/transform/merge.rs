//! Worlds that import of all compatible versions of an interface the latest alone.

use super::again::again;
use crate::named::{Added, Misnumbered, NamedWorld};
use std::collections::HashMap;
use witc_canonical_abi::compatibility_track;
use witc_diagnostics::Diagnostic;
use witc_resolve::{
    Direction, InterfaceId, Loaded, Resolve, Type, TypeDefKind, TypeId, TypeOwner, WorldId,
    WorldItem, WorldKey,
};
use witc_type_section::StringEncoding;

/// A world in which the latest of each set of compatible imports stands for the others, as `component new` makes it.
///
/// # Errors
///
/// That a later version lacks what an earlier one has.
pub fn merge_world_imports(
    mut resolve: Resolve,
    world: WorldId,
) -> Result<Loaded, Vec<Diagnostic>> {
    let mut by_name = NamedWorld::default();
    let mut diagnostics = by_name.add(
        &resolve,
        world,
        StringEncoding::default(),
        "the input",
        &mut Added::default(),
    );
    diagnostics.extend(
        by_name
            .merge_compatible_imports()
            .iter()
            .map(Misnumbered::diagnostic),
    );
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    let replaced = replaced(&resolve, world);
    for id in users(&resolve, world, &replaced) {
        let TypeDefKind::Alias(Type::Id(target)) = resolve.types[id].kind else {
            continue;
        };
        let TypeOwner::Interface(owner) = resolve.types[target].owner else {
            continue;
        };
        let Some(by) = replaced.get(&owner) else {
            continue;
        };
        let name = resolve.types[target].name().cloned().unwrap_or_default();
        if let Some(&now) = resolve.interfaces[*by].types.get(&name) {
            resolve.types[id].kind = TypeDefKind::Alias(Type::Id(now));
        }
    }
    resolve.worlds[world].imports.retain(|key, _| match key {
        WorldKey::Interface(id) => !replaced.contains_key(id),
        WorldKey::Name(_) => true,
    });
    again(&resolve, world)
}

/// The imports in whose place another one comes, with that one.
fn replaced(resolve: &Resolve, world: WorldId) -> HashMap<InterfaceId, InterfaceId> {
    let version = |id: InterfaceId| {
        let interface = &resolve.interfaces[id];
        let package = &resolve.packages[interface.package?].name;
        let version = package.version.as_ref()?;
        let track = compatibility_track(version).0;
        Some((
            (
                &package.namespace,
                &package.name,
                interface.name.as_ref()?,
                track,
            ),
            version,
        ))
    };
    let imports: Vec<InterfaceId> = resolve
        .world_interfaces(world, Direction::Import)
        .filter_map(|(key, _)| match key {
            WorldKey::Interface(id) => Some(*id),
            WorldKey::Name(_) => None,
        })
        .collect();
    let mut latest = HashMap::new();
    for &id in &imports {
        let Some((track, own)) = version(id) else {
            continue;
        };
        let best = latest.entry(track).or_insert((own, id));
        if own > best.0 {
            *best = (own, id);
        }
    }
    let by = |id: InterfaceId| {
        version(id)
            .map(|(track, _)| latest[&track].1)
            .filter(|&by| by != id)
    };
    imports
        .iter()
        .filter_map(|&id| Some((id, by(id)?)))
        .collect()
}

/// The types of the world and of its interfaces that stay.
fn users(
    resolve: &Resolve,
    world: WorldId,
    replaced: &HashMap<InterfaceId, InterfaceId>,
) -> Vec<TypeId> {
    let mut types = Vec::new();
    for (_, _, item) in resolve.externs(world) {
        match item {
            WorldItem::Interface(interface) if !replaced.contains_key(&interface.id) => {
                types.extend(resolve.interfaces[interface.id].types.values());
            }
            WorldItem::Type(id) => types.push(*id),
            _ => {}
        }
    }
    types
}
