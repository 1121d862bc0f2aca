//! Which import is satisfied by what.

use super::part::PlugPart;
use crate::codes;
use witc_compare::{name_of, path_of, side};
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::graph;
use witc_resolve::{Direction, InterfaceId, WorldItem, WorldKey};

/// The export that satisfies an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WireSource {
    /// The component.
    pub part: usize,
    /// The name of its export.
    pub export: String,
}

/// An import that is satisfied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wire {
    /// The component that imports.
    pub part: usize,
    /// The name of the import.
    pub import: String,
    /// The export that satisfies it.
    pub source: WireSource,
}

/// All wires.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wiring {
    /// By component: the socket's first, then those of the plugs that are used.
    pub wires: Vec<Wire>,
    /// The components that take part, the socket first.
    pub used: Vec<usize>,
}

impl Wiring {
    /// The export that satisfies an import.
    #[must_use]
    pub fn source(&self, part: usize, import: &str) -> Option<&WireSource> {
        let wire = self
            .wires
            .iter()
            .find(|wire| wire.part == part && wire.import == import);
        wire.map(|wire| &wire.source)
    }
}

/// Finds what satisfies which import, from the socket on.
pub(super) fn wire(parts: &[PlugPart<'_>], diagnostics: &mut Vec<Diagnostic>) -> Wiring {
    let mut wiring = Wiring {
        wires: Vec::new(),
        used: vec![0],
    };
    let mut next = 0;
    while let Some(&part) = wiring.used.get(next) {
        next += 1;
        for (name, key, item) in parts[part].imports() {
            // Types of a world have no place in the exports of another.
            if item.ty().is_some() {
                continue;
            }
            match provider(parts, part, key, &name) {
                Ok(None) => {}
                Ok(Some(source)) => {
                    // A plug that is used is visited in its turn, for its own imports.
                    if !wiring.used.contains(&source.part) {
                        wiring.used.push(source.part);
                    }
                    wiring.wires.push(Wire {
                        part,
                        import: name,
                        source,
                    });
                }
                Err(diagnostic) => diagnostics.push(*diagnostic),
            }
        }
    }
    wiring
}

/// The plug that exports what a component imports: by the same name, or else a compatible version.
fn provider(
    parts: &[PlugPart<'_>],
    part: usize,
    key: &WorldKey,
    name: &str,
) -> Result<Option<WireSource>, Box<Diagnostic>> {
    let plugs = || {
        parts
            .iter()
            .enumerate()
            // The socket gives nothing to plugs: it is instantiated last.
            .skip(1)
            .filter(move |(index, _)| *index != part)
    };
    let exact = plugs().filter(|(_, plug)| plug.exports().any(|(export, ..)| export == name));
    let mut found: Vec<WireSource> = exact
        .map(|(part, _)| WireSource {
            part,
            export: name.to_owned(),
        })
        .collect();
    // Only interfaces have versions, and the same name comes before a compatible one.
    if found.is_empty() && key.interface().is_some() {
        let wanted = name_of(&parts[part].resolve, key, true);
        found.extend(plugs().filter_map(|(index, plug)| {
            let exports = side(plug.subject(), Direction::Export, true);
            let (key, _) = exports.get(&wanted)?;
            Some(WireSource {
                part: index,
                export: plug.resolve.extern_name(key),
            })
        }));
    }
    match found.as_slice() {
        [] => Ok(None),
        [_] => Ok(found.pop()),
        [first, second, ..] => {
            let (a, b) = (parts[first.part].name, parts[second.part].name);
            let message = format!(
                "`{}` imports `{name}` once, and both `{a}` and `{b}` export it",
                parts[part].name
            );
            let note = if a == b {
                "the same file is given twice: leave one of them out"
            } else {
                "leave one of them out, or plug in two steps, first the one that the other is to use"
            };
            Err(Box::new(
                Diagnostic::error(codes::SEVERAL_PLUGS, message, Span::NONE).note(note),
            ))
        }
    }
}

/// Says which plugs nothing uses.
///
/// # Errors
///
/// If no plug satisfies anything.
pub(super) fn check_use(
    parts: &[PlugPart<'_>],
    wiring: &Wiring,
) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
    // Nothing was done, which cannot be what was wanted.
    if wiring.used.len() == 1 {
        let socket = &parts[0];
        let message = format!("no plug exports anything that `{}` imports", socket.name);
        let mut found = Diagnostic::error(codes::NOTHING_PLUGGED, message, Span::NONE).note(
            format!("`{}` imports {}", socket.name, list(socket.imports())),
        );
        for plug in &parts[1..] {
            found = found.note(format!("`{}` exports {}", plug.name, list(plug.exports())));
        }
        for plug in &parts[1..] {
            found.notes.extend(other_versions(&parts[..1], plug));
            found.notes.extend(other_way_round(socket, plug));
        }
        return Err(vec![found]);
    }
    let unused = parts
        .iter()
        .enumerate()
        .filter(|(index, _)| !wiring.used.contains(index));
    let warnings = unused.map(|(_, plug)| {
        let message = format!(
            "nothing imports what `{}` exports: it is left out",
            plug.name
        );
        let mut found = Diagnostic::warning(codes::UNUSED_PLUG, message, Span::NONE)
            .note(format!("it exports {}", list(plug.exports())));
        found.notes.extend(other_versions(parts, plug));
        found
    });
    Ok(warnings.collect())
}

fn list<'r>(items: impl Iterator<Item = (String, &'r WorldKey, &'r WorldItem)>) -> String {
    let mut names: Vec<_> = items.map(|(name, ..)| format!("`{name}`")).collect();
    // Six names show what kind of component it is.
    let more = names.len().saturating_sub(6);
    names.truncate(6);
    match (names.is_empty(), more) {
        (true, _) => "nothing".to_owned(),
        (_, 0) => names.join(", "),
        _ => format!("{} and {more} more", names.join(", ")),
    }
}

/// Says that a plug wants what the socket has, if it does.
fn other_way_round(socket: &PlugPart<'_>, plug: &PlugPart<'_>) -> Option<String> {
    let exports = side(socket.subject(), Direction::Export, true);
    let mut wanted = plug
        .imports()
        .filter(|(_, key, _)| exports.contains_key(&name_of(&plug.resolve, key, true)));
    let (name, ..) = wanted.next()?;
    let (socket, plug) = (socket.name, plug.name);
    Some(format!(
        "`{plug}` imports `{name}`, which `{socket}` exports: it fits the other way round, with `{plug}` as the socket \
         and `{socket}` as the plug"
    ))
}

/// Says where a plug exports a version of an interface that is not compatible with what a component imports.
fn other_versions(parts: &[PlugPart<'_>], plug: &PlugPart<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    // A component does not plug into itself.
    for part in parts.iter().filter(|part| part.name != plug.name) {
        for (import, key, _) in part.imports() {
            let Some(wanted) = path_of(&part.resolve, key) else {
                continue;
            };
            for (export, other, _) in plug.exports().filter(|(export, ..)| *export != import) {
                if path_of(&plug.resolve, other).as_ref() == Some(&wanted) {
                    notes.push(format!(
                        "`{}` imports `{import}` and `{}` exports `{export}`: these versions are not compatible, build both from \
                         the same one",
                        part.name, plug.name
                    ));
                }
            }
        }
    }
    notes
}

/// The components in the order in which they are instantiated: each after those that it needs.
pub(super) fn order(
    parts: &[PlugPart<'_>],
    wiring: &Wiring,
) -> Result<Vec<usize>, Box<Diagnostic>> {
    let needs = |part: usize| -> Vec<usize> {
        let wires = wiring.wires.iter().filter(|wire| wire.part == part);
        wires.map(|wire| wire.source.part).collect()
    };
    // Circles are looked for among all components, since a post-order would hide them.
    let all: Vec<Vec<usize>> = (0..parts.len()).map(needs).collect();
    match graph::order(&all).cycles.first() {
        Some(circle) => Err(Box::new(cycle(parts, wiring, circle))),
        // Plugs that nothing uses have no place in the order.
        None => Ok(graph::post_order(parts.len(), [0], needs)),
    }
}

fn cycle(parts: &[PlugPart<'_>], wiring: &Wiring, circle: &[usize]) -> Diagnostic {
    let names: Vec<_> = circle
        .iter()
        .map(|&part| format!("`{}`", parts[part].name))
        .collect();
    let message = format!(
        "the components need each other in a circle: {}",
        names.join(", ")
    );
    let mut found = Diagnostic::error(codes::PLUG_CYCLE, message, Span::NONE);
    for (index, &part) in circle.iter().enumerate() {
        // The last one needs the first.
        let next = circle[(index + 1) % circle.len()];
        let wire = wiring
            .wires
            .iter()
            .find(|wire| wire.part == part && wire.source.part == next);
        if let Some(wire) = wire {
            let (user, provider) = (parts[part].name, parts[next].name);
            found = found.note(format!(
                "`{user}` imports `{}` from `{provider}`",
                wire.import
            ));
        }
    }
    found.note(
        "a component can be instantiated only after everything that it imports: split one of them",
    )
}

/// The origin of the resources of an interface that a component imports or exports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ResourceOrigin {
    /// A component makes them.
    Part(usize, String),
    /// They stay imported.
    Outside(String),
}

/// Where the resources of an interface come from for a component that imports it, or, as `exporting`, for what it
/// exports: then its own export comes first.
pub(super) fn origin(
    parts: &[PlugPart<'_>],
    wiring: &Wiring,
    part: usize,
    interface: InterfaceId,
    exporting: bool,
) -> ResourceOrigin {
    let component = &parts[part];
    let key = WorldKey::Interface(interface);
    let track = name_of(&component.resolve, &key, true);
    if exporting
        && component
            .resolve
            .has_interface(component.world, Direction::Export, interface)
    {
        return ResourceOrigin::Part(part, track);
    }
    match wiring.source(part, &component.resolve.extern_name(&key)) {
        Some(source) => ResourceOrigin::Part(source.part, track),
        None => ResourceOrigin::Outside(track),
    }
}
