//! Imports and exports of worlds: what they go by, where they are written, and which stand for each other.

use crate::comparison::Comparison;
use crate::versions::key_version;
use witc_canonical_abi::interface_track;
use witc_diagnostics::Span;
use witc_resolve::{
    Direction, FunctionId, InterfaceId, Map, Resolve, TypeId, WorldId, WorldItem, WorldKey,
};

/// A world and where it comes from.
#[derive(Clone, Copy, Debug)]
pub struct WorldRef<'a> {
    /// The model that it is in.
    pub resolve: &'a Resolve,
    /// The world.
    pub world: WorldId,
}

/// The name of an import or export; where compatible versions count as the same, without the rest of the version.
pub fn name_of(resolve: &Resolve, key: &WorldKey, compatible: bool) -> String {
    match key {
        WorldKey::Interface(id) if compatible => match interface_track(resolve, *id) {
            Some((track, _)) => track,
            None => resolve.extern_name(key),
        },
        WorldKey::Interface(_) | WorldKey::Name(_) => resolve.extern_name(key),
    }
}

/// The imports or exports of a world by name. Of compatible versions the latest counts.
pub fn side(
    WorldRef { resolve, world }: WorldRef<'_>,
    direction: Direction,
    compatible: bool,
) -> Map<String, (&WorldKey, &WorldItem)> {
    let mut items: Map<String, (&WorldKey, &WorldItem)> = Map::default();
    for (_, key, item) in resolve
        .externs(world)
        .filter(|(side, ..)| *side == direction)
    {
        let name = name_of(resolve, key, compatible);
        match items.get(&name) {
            // The latest version has all that the earlier ones have, if its number is honest.
            Some((known, _)) if key_version(resolve, known) >= key_version(resolve, key) => {}
            _ => drop(items.insert(name, (key, item))),
        }
    }
    items
}

/// Where an import or export stands.
pub(crate) fn span_of(resolve: &Resolve, item: &WorldItem) -> Span {
    match item {
        // An import that was added for what uses it is written nowhere, but its interface is.
        WorldItem::Interface(interface) if interface.span.is_none() => {
            resolve.interfaces[interface.id].span
        }
        WorldItem::Interface(interface) => interface.span,
        WorldItem::Function(id) => resolve.functions[*id].span,
        WorldItem::Type(id) => resolve.types[*id].span,
    }
}

/// `interface`, `function` or `type`.
pub(crate) fn word(item: &WorldItem) -> &'static str {
    match item {
        WorldItem::Interface(_) => "interface",
        WorldItem::Function(_) => "function",
        WorldItem::Type(_) => "type",
    }
}

/// `an interface`, `a function` or `a type`.
pub fn a_word(item: &WorldItem) -> &'static str {
    match item {
        WorldItem::Interface(_) => "an interface",
        WorldItem::Function(_) => "a function",
        WorldItem::Type(_) => "a type",
    }
}

/// Two items of a world that stand for each other, and are of the same sort.
pub enum Pair {
    /// Two interfaces.
    Interfaces(InterfaceId, InterfaceId),
    /// Two functions.
    Functions(FunctionId, FunctionId),
    /// Two types.
    Types(TypeId, TypeId),
}

impl Pair {
    /// The interfaces, if it is two of them.
    #[must_use]
    pub fn interfaces(&self) -> Option<(InterfaceId, InterfaceId)> {
        match *self {
            Self::Interfaces(old, new) => Some((old, new)),
            Self::Functions(..) | Self::Types(..) => None,
        }
    }
}

/// The pair that two items are; nothing if they are of different sorts.
pub fn pair(old: &WorldItem, new: &WorldItem) -> Option<Pair> {
    match (old, new) {
        (WorldItem::Interface(old), WorldItem::Interface(new)) => {
            Some(Pair::Interfaces(old.id, new.id))
        }
        (WorldItem::Function(old), WorldItem::Function(new)) => Some(Pair::Functions(*old, *new)),
        (WorldItem::Type(old), WorldItem::Type(new)) => Some(Pair::Types(*old, *new)),
        (WorldItem::Interface(_) | WorldItem::Function(_) | WorldItem::Type(_), _) => None,
    }
}

impl Comparison<'_> {
    /// Compares two items.
    pub fn pair(&mut self, pair: &Pair, name: &str) {
        match *pair {
            Pair::Interfaces(old, new) => self.interface(old, new, &format!("interface `{name}`")),
            Pair::Functions(old, new) => self.function(old, new, ""),
            Pair::Types(old, new) => self.definition(old, new, ""),
        }
    }
}
