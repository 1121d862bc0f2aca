//! Whether what is wired fits: types, and where resources come from.

use super::part::PlugPart;
use super::wiring::{ResourceOrigin, Wire, Wiring, origin};
use crate::codes;
use witc_compare::{Comparison, a_word, misfit, pair};
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{Direction, InterfaceId, LiveTypes, Name, Resolve, WorldItem};

/// Checks all wires, and what stays open.
pub(super) fn check(parts: &[PlugPart<'_>], wiring: &Wiring, diagnostics: &mut Vec<Diagnostic>) {
    for &user in &wiring.used {
        // All wires between two components are compared at once, so that types of one interface count as known
        // in the others.
        for &provider in &wiring.used {
            let between = wiring
                .wires
                .iter()
                .filter(|wire| wire.part == user && wire.source.part == provider);
            between_two(parts, &between.collect::<Vec<_>>(), diagnostics);
        }
        resources_of_open_imports(parts, wiring, user, diagnostics);
    }
    // Resources are compared by their interfaces, which makes sense only if the types fit.
    if diagnostics.is_empty() {
        for wire in &wiring.wires {
            resources_of_wire(parts, wiring, wire, diagnostics);
        }
    }
}

/// Checks the types of all wires between two components.
fn between_two(parts: &[PlugPart<'_>], wires: &[&Wire], diagnostics: &mut Vec<Diagnostic>) {
    let Some(first) = wires.first() else { return };
    let (user, provider) = (&parts[first.part], &parts[first.source.part]);
    let mut comparison = Comparison::new(&user.resolve, &provider.resolve);
    let mut pairs = Vec::new();
    for wire in wires {
        let import = user.imports().find(|(name, ..)| *name == wire.import);
        let export = provider
            .exports()
            .find(|(name, ..)| *name == wire.source.export);
        let (Some((.., import)), Some((.., export))) = (import, export) else {
            continue;
        };
        match pair(import, export) {
            Some(pair) => pairs.push((wire, pair)),
            None => diagnostics.push(another_sort(wire, user, import, provider, export)),
        }
    }
    for (_, pair) in &pairs {
        if let Some((old, new)) = pair.interfaces() {
            comparison.cover(old, new);
        }
    }
    let (needs, offers) = (format!("`{}`", user.name), format!("`{}`", provider.name));
    for (wire, pair) in &pairs {
        comparison.pair(pair, &wire.import);
        for change in std::mem::take(&mut comparison.changes) {
            // The importing component may use less than there is.
            if !change.kind.breaks(Direction::Import) {
                continue;
            }
            let mut found = misfit(&change, &needs, 0, &offers, 0);
            let as_another = match wire.import == wire.source.export {
                true => String::new(),
                false => format!(
                    " as `{}`, which is compatible by its number",
                    wire.source.export
                ),
            };
            found.notes.insert(
                0,
                format!(
                    "{needs} imports `{}`, and {offers} exports it{as_another}",
                    wire.import
                ),
            );
            diagnostics.push(found.note("build both from the same version of the package"));
        }
    }
}

fn another_sort(
    wire: &Wire,
    user: &PlugPart<'_>,
    import: &WorldItem,
    provider: &PlugPart<'_>,
    export: &WorldItem,
) -> Diagnostic {
    let message = format!(
        "`{}` is {} as `{}` imports it, and {} as `{}` exports it",
        wire.import,
        a_word(import),
        user.name,
        a_word(export),
        provider.name
    );
    Diagnostic::error(witc_compare::codes::TYPES_DIFFER, message, Span::NONE)
        .note("give one of them another name, or leave the plug out")
}

/// The resources of other interfaces that an item uses.
fn resources(resolve: &Resolve, item: &WorldItem) -> Vec<(InterfaceId, Name)> {
    let own = item.interface().map(|interface| interface.id);
    let mut live = LiveTypes::new();
    live.add_item(resolve, item);
    let resources = live.iter().filter_map(|id| {
        let def = &resolve.types[id];
        let home = def.owner.interface()?;
        let is_foreign = def.kind.is_resource() && Some(home) != own;
        Some((home, def.name().filter(|_| is_foreign).cloned()?))
    });
    resources.collect()
}

/// Both ends of a wire must have the resources that pass it from the same component.
fn resources_of_wire(
    parts: &[PlugPart<'_>],
    wiring: &Wiring,
    wire: &Wire,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let (user, provider) = (&parts[wire.part], &parts[wire.source.part]);
    let import = user.imports().find(|(name, ..)| *name == wire.import);
    let export = provider
        .exports()
        .find(|(name, ..)| *name == wire.source.export);
    let (Some((.., import)), Some((.., export))) = (import, export) else {
        return;
    };
    let provided = resources(&provider.resolve, export);
    for (home, resource) in resources(&user.resolve, import) {
        let here = origin(parts, wiring, wire.part, home, false);
        let track = |origin: &ResourceOrigin| match origin {
            ResourceOrigin::Part(_, track) | ResourceOrigin::Outside(track) => track.clone(),
        };
        let theirs = provided.iter().filter(|(_, name)| *name == resource);
        let mut theirs =
            theirs.map(|(home, _)| origin(parts, wiring, wire.source.part, *home, true));
        // A resource of the same name may be of an interface that is not concerned.
        let Some(there) = theirs.find(|there| track(there) == track(&here)) else {
            continue;
        };
        if here == there {
            continue;
        }
        let id = user.resolve.interface_name(home);
        let message = format!(
            "`{}` cannot take `{}` from `{}`: they have resource `{resource}` of `{id}` from different places",
            user.name, wire.import, provider.name
        );
        let found = Diagnostic::error(codes::RESOURCE_FROM_ELSEWHERE, message, Span::NONE)
            .note(place(parts, wire.part, &resource, &here))
            .note(place(parts, wire.source.part, &resource, &there))
            .note(
                "a resource belongs to the component that makes it, even where its WIT is the same: let one \
                   component provide it to both",
            );
        diagnostics.push(found);
        return;
    }
}

/// Where a component has a resource from.
fn place(parts: &[PlugPart<'_>], own: usize, resource: &str, origin: &ResourceOrigin) -> String {
    let name = parts[own].name;
    match origin {
        ResourceOrigin::Part(part, _) if *part == own => {
            format!("`{name}` makes a `{resource}` of its own")
        }
        ResourceOrigin::Part(part, _) => {
            format!("`{name}` has `{resource}` from `{}`", parts[*part].name)
        }
        ResourceOrigin::Outside(_) => {
            format!(
                "`{name}` has `{resource}` from outside: no plug exports the interface that has it"
            )
        }
    }
}

/// An import that stays open can't have resources that a plug makes.
fn resources_of_open_imports(
    parts: &[PlugPart<'_>],
    wiring: &Wiring,
    part: usize,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let component = &parts[part];
    for (name, _, item) in component.imports() {
        if wiring.source(part, &name).is_some() {
            continue;
        }
        for (home, resource) in resources(&component.resolve, item) {
            if let ResourceOrigin::Part(plug, _) = origin(parts, wiring, part, home, false) {
                let id = component.resolve.interface_name(home);
                let message = format!(
                    "no plug exports `{name}`, which `{}` imports; but it takes or gives resource `{resource}` of `{id}`, \
                     which `{}` makes",
                    component.name, parts[plug].name
                );
                let found = Diagnostic::error(codes::RESOURCE_FROM_ELSEWHERE, message, Span::NONE)
                    .note(
                        "what no plug exports is imported from outside, where the resources of a plug are unknown",
                    )
                    .note(format!(
                        "give a plug that exports `{name}` and imports `{id}`, or leave `{id}` open too"
                    ));
                diagnostics.push(found);
                // One resource is enough to say that the import cannot stay open.
                break;
            }
        }
    }
}
