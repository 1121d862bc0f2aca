//! Worlds that import only the latest of all compatible versions of an interface.

use super::again::again;
use crate::named::{Added, Misnumbered, NamedWorld};
use std::collections::HashMap;
use witc_diagnostics::Diagnostic;
use witc_resolve::{
    Direction, InterfaceId, Loaded, Resolve, Type, TypeDefKind, TypeId, WorldId, WorldKey,
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
    // The decision is made in the same place as for `component new`, so that both merge alike.
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
    let replaced = replaced(&resolve, world, &by_name);
    for id in users(&resolve, world, &replaced) {
        // A `use` is an alias of a type of another interface: only these lead to interfaces that are replaced.
        let target = resolve.types[id].kind.as_alias().and_then(Type::id);
        let Some(target) = target else { continue };
        let by = resolve.types[target].owner.interface();
        let Some(by) = by.and_then(|owner| replaced.get(&owner)) else {
            continue;
        };
        let name = resolve.types[target].name();
        if let Some(&now) = name.and_then(|name| resolve.interfaces[*by].types.get(name)) {
            resolve.types[id].kind = TypeDefKind::Alias(Type::Id(now));
        }
    }
    resolve.worlds[world].imports.retain(|key, _| match key {
        WorldKey::Interface(id) => !replaced.contains_key(id),
        // A plain name stands for itself, whatever its interface.
        WorldKey::Name(_) => true,
    });
    again(&resolve, world)
}

/// The imports in whose place another one comes, with that one: as the world by names has it.
fn replaced(
    resolve: &Resolve,
    world: WorldId,
    by_name: &NamedWorld,
) -> HashMap<InterfaceId, InterfaceId> {
    let imports = resolve.world_interfaces(world, Direction::Import);
    let ids: HashMap<String, InterfaceId> = imports
        .filter_map(|(key, _)| Some((resolve.extern_name(key), key.interface()?)))
        .collect();
    let id = |import: u32| {
        let (name, _) = by_name.imports.get_index(import as usize)?;
        ids.get(name.as_str()).copied()
    };
    let replaced = by_name.replaced.iter();
    replaced
        .filter_map(|(&old, &new)| Some((id(old)?, id(new)?)))
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
        if let Some(interface) = item.interface()
            && !replaced.contains_key(&interface.id)
        {
            types.extend(resolve.interfaces[interface.id].types.values());
        }
        types.extend(item.ty());
    }
    types
}
