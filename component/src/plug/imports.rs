//! What stays imported: one world of all that no plug provides.

use super::part::Part;
use super::wiring::Wiring;
use crate::StringEncoding;
use crate::world::{Added, World};
use std::collections::HashSet;
use witc_parser::Diagnostic;
use witc_resolve::{InterfaceId, LiveTypes, Resolve, TypeOwner, WorldItem, WorldKey};

/// The world of the imports that stay.
pub(super) fn open(parts: &[Part<'_>], wiring: &Wiring) -> Result<World, Vec<Diagnostic>> {
    let mut world = World::default();
    let mut diagnostics = Vec::new();
    for &index in &wiring.used {
        let part = &parts[index];
        let resolve = remaining(part, |import| wiring.source(index, import).is_some());
        let (label, added) = (format!("`{}`", part.name), &mut Added::default());
        diagnostics.extend(world.add(&resolve, part.world, StringEncoding::default(), &label, added));
    }
    diagnostics.extend(world.merge_compatible_imports().into_iter().map(|mut found| {
        found.notes = vec![
            "versions count as compatible by their numbers, and what stays imported is imported once, by its latest \
             version"
                .to_owned(),
        ];
        found
    }));
    if diagnostics.is_empty() { Ok(world) } else { Err(diagnostics) }
}

/// The model of a component with the imports that are not satisfied, and the types that those need.
fn remaining(part: &Part<'_>, satisfied: impl Fn(&str) -> bool) -> Resolve {
    let mut resolve = part.resolve.clone();
    let open = |resolve: &Resolve, key: &WorldKey| !satisfied(&resolve.extern_name(key));
    let mut live = LiveTypes::new();
    for (key, item) in &part.resolve.worlds[part.world].imports {
        if open(&part.resolve, key) {
            live.add_item(&part.resolve, item);
        }
    }
    let homes = live.iter().filter_map(|id| match part.resolve.types[id].owner {
        TypeOwner::Interface(home) => Some(home),
        _ => None,
    });
    let homes: HashSet<InterfaceId> = homes.collect();
    let mut types_alone = Vec::new();
    let mut imports = std::mem::take(&mut resolve.worlds[part.world].imports);
    imports.retain(|key, item| match item {
        _ if open(&part.resolve, key) => true,
        WorldItem::Interface(interface) if homes.contains(&interface.id) => {
            types_alone.push(interface.id);
            true
        }
        _ => false,
    });
    for id in types_alone {
        resolve.interfaces[id].functions.clear();
    }
    let world = &mut resolve.worlds[part.world];
    world.imports = imports;
    world.exports.clear();
    resolve
}
