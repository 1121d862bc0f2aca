//! The part of a component's world that comes from a module's own world.

use super::keys::FunctionKey;
use super::model::{Map, NamedInterface, NamedItem, NamedWorld};
use super::pool::{Owner, Ty};
use crate::codes;
use std::collections::HashSet;
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{Direction, Name};
use witc_type_section::StringEncoding;

/// The part of the component's world that came from a module's own world.
#[derive(Clone, Debug, Default)]
pub(crate) struct Added {
    /// The exports that the module is to provide, by index.
    pub(crate) exports: Vec<u32>,
    /// How the module encodes strings, by function.
    pub(crate) encodings: Encodings,
    /// Exports, each with an interface whose types it uses as an import.
    pub(super) uses: Vec<(Name, Name)>,
}

/// How the functions of a module encode strings. Interfaces go by their ids without versions, so that one that is
/// replaced by a later version is still found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Encodings {
    imports: Map<(Name, Name), StringEncoding>,
    exports: Map<(Name, Name), StringEncoding>,
}

impl Encodings {
    /// That of an imported function; nothing if the module's own world has no such function.
    pub(crate) fn import(&self, world: &NamedWorld, key: FunctionKey) -> Option<StringEncoding> {
        self.imports
            .get(&encoding_key(&world.imports, key)?)
            .copied()
    }

    /// That of an exported function.
    pub(crate) fn export(&self, world: &NamedWorld, key: FunctionKey) -> Option<StringEncoding> {
        self.exports
            .get(&encoding_key(&world.exports, key)?)
            .copied()
    }
}

fn encoding_key(items: &Map<Name, NamedItem>, key: FunctionKey) -> Option<(Name, Name)> {
    let (name, item) = items.get_index(key.item as usize)?;
    let Some(index) = key.function else {
        return Some((Name::new(), name.clone()));
    };
    let interface = item.interface()?;
    let (function, _) = interface.functions.get_index(index as usize)?;
    Some((encoding_scope(name, interface), function.clone()))
}

/// The keys of all functions of an item.
pub(super) fn encoding_keys(name: &Name, item: &NamedItem) -> Vec<(Name, Name)> {
    match item {
        NamedItem::Interface(interface) => {
            let scope = encoding_scope(name, interface);
            interface
                .functions
                .keys()
                .map(|function| (scope.clone(), function.clone()))
                .collect()
        }
        NamedItem::Function(_) => vec![(Name::new(), name.clone())],
        NamedItem::Type(_) => Vec::new(),
    }
}

/// The key of an interface: its id without the version, or the plain name, whatever it implements.
fn encoding_scope(name: &Name, interface: &NamedInterface) -> Name {
    let id = interface.id.as_ref().filter(|id| id.full() == *name);
    id.map_or_else(|| name.clone(), |id| id.path.clone())
}

impl Added {
    /// Whether the module has no world, or none with anything in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.exports.is_empty()
            && self.encodings.imports.is_empty()
            && self.encodings.exports.is_empty()
    }

    pub(super) fn encode(
        &mut self,
        direction: Direction,
        functions: Vec<(Name, Name)>,
        encoding: StringEncoding,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let encodings = match direction {
            Direction::Import => &mut self.encodings.imports,
            Direction::Export => &mut self.encodings.exports,
        };
        for key in functions {
            let known = *encodings.entry(key.clone()).or_insert(encoding);
            if known != encoding {
                let (interface, function) = &key;
                let what = if interface.is_empty() {
                    function.to_string()
                } else {
                    format!("{interface}#{function}")
                };
                let message = format!("`{what}` has two string encodings, {known} and {encoding}");
                let note = "the module has several type sections, which disagree: generate all of its bindings \
                            with the same string encoding";
                diagnostics.push(
                    Diagnostic::error(codes::CONFLICTING_ENCODINGS, message, Span::NONE).note(note),
                );
                // The functions of an item come from the same section, so one diagnostic says it all.
                return;
            }
        }
    }

    /// Remembers what an exported interface uses of what its own world imports.
    pub(super) fn note_uses(
        &mut self,
        world: &NamedWorld,
        own_exports: &HashSet<Name>,
        name: &Name,
        item: &NamedItem,
    ) {
        let Some(interface) = item.interface() else {
            return;
        };
        for definition in interface.types.values() {
            // A `use` is a definition that stands for a name of another interface.
            if let Some(index) = definition.ty.and_then(Ty::name)
                && let Owner::Interface(used) = &world.types.named(index).owner
                && !own_exports.contains(used)
            {
                self.uses.push((name.clone(), used.clone()));
            }
        }
    }
}
