//! The imports that stay: one world of all that no plug provides.

use super::part::PlugPart;
use super::wiring::Wiring;
use crate::codes;
use crate::named::{Added, Misnumbered, NamedWorld};
use std::collections::HashSet;
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{InterfaceId, LiveTypes, Resolve, WorldKey};
use witc_type_section::StringEncoding;

/// The world of the imports that stay.
pub(super) fn open(parts: &[PlugPart<'_>], wiring: &Wiring) -> Result<NamedWorld, Vec<Diagnostic>> {
    let mut world = NamedWorld::default();
    let mut diagnostics = Vec::new();
    for &index in &wiring.used {
        let part = &parts[index];
        // Only what stays open is added: a satisfied import need not agree with those of the others.
        let resolve = remaining(part, |import| wiring.source(index, import).is_some());
        let (label, added) = (format!("`{}`", part.name), &mut Added::default());
        diagnostics.extend(world.add(
            &resolve,
            part.world,
            // Components have no string encoding outside, so any one does.
            StringEncoding::default(),
            &label,
            added,
        ));
    }
    let misnumbered = world.unite_compatible_imports();
    diagnostics.extend(
        misnumbered
            .iter()
            .map(|found| incompatible(parts, wiring, found)),
    );
    if diagnostics.is_empty() {
        Ok(world)
    } else {
        Err(diagnostics)
    }
}

/// A diagnostic for two versions that stay open, and of which one import can't be made.
fn incompatible(parts: &[PlugPart<'_>], wiring: &Wiring, found: &Misnumbered) -> Diagnostic {
    let Misnumbered {
        earlier,
        later,
        why,
    } = found;
    let message = format!("`{later}` cannot take the place of `{earlier}`: {why}");
    let mut diagnostic = Diagnostic::error(codes::INCOMPATIBLE_VERSIONS, message, Span::NONE);
    // The versions meet only here, so the message says which component brings which.
    for version in [earlier, later] {
        let has = |part: &&usize| {
            parts[**part]
                .imports()
                .any(|(name, ..)| name == version.as_str())
        };
        let names: Vec<_> = wiring
            .used
            .iter()
            .filter(has)
            .map(|&part| format!("`{}`", parts[part].name))
            .collect();
        let verb = if names.len() == 1 {
            "imports"
        } else {
            "import"
        };
        diagnostic = diagnostic.note(format!("{} {verb} `{version}`", names.join(" and ")));
    }
    diagnostic
        .note(
            "no plug exports either version, so both are imported from outside: versions whose numbers are compatible \
             become one import, of the later version",
        )
        .note("build both from the same version of the package, or give a plug that exports it")
}

/// The model of a component with the imports that are not satisfied, and the types that those need.
fn remaining(part: &PlugPart<'_>, satisfied: impl Fn(&str) -> bool) -> Resolve {
    let mut resolve = part.resolve.clone();
    let open = |resolve: &Resolve, key: &WorldKey| !satisfied(&resolve.extern_name(key));
    let mut live = LiveTypes::new();
    for (key, item) in &part.resolve.worlds[part.world].imports {
        if open(&part.resolve, key) {
            live.add_item(&part.resolve, item);
        }
    }
    let homes = live
        .iter()
        .filter_map(|id| part.resolve.types[id].owner.interface());
    let homes: HashSet<InterfaceId> = homes.collect();
    let mut types_alone = Vec::new();
    let mut imports = std::mem::take(&mut resolve.worlds[part.world].imports);
    imports.retain(|key, item| {
        if open(&part.resolve, key) {
            return true;
        }
        let interface = item.interface().map(|interface| interface.id);
        // A satisfied interface stays for the types that open imports take from it, without its functions.
        let needed = interface.filter(|id| homes.contains(id));
        types_alone.extend(needed);
        needed.is_some()
    });
    for id in types_alone {
        resolve.interfaces[id].functions.clear();
    }
    let world = &mut resolve.worlds[part.world];
    world.imports = imports;
    // Exports play no part here, and those of several components would be in each other's way.
    world.exports.clear();
    resolve
}
