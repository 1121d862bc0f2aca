//! Whether a component fits a world: it may import only what the world imports, and has to export all that the world
//! exports.

use crate::codes;
use crate::compare::{Change, ChangeKind, Comparison, Item, moved};
use crate::decode::{error::not_wit, parse};
use wasmparser::ComponentTypeRef;
use witc_canonical_abi::{compatibility_track, interface_track};
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{
    Direction, FunctionId, InterfaceId, Map, PackageId, Resolve, TypeId, WorldId, WorldItem,
    WorldKey,
};

/// A world and where it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The model that it is in.
    pub resolve: &'a Resolve,
    /// The world.
    pub world: WorldId,
}

/// Says what keeps a component from fitting a world. Nothing means that it fits.
///
/// The component is given by its world, as [`decode`](crate::decode()) has it. Spans are those of
/// [`join_sources`](crate::join_sources) of the component's model and the world's, in which the world's are moved by
/// `shift`. With `compatible`, versions of an interface count as the same if they are compatible.
#[must_use]
pub fn targets(
    component: Subject<'_>,
    world: Subject<'_>,
    shift: u32,
    compatible: bool,
) -> Vec<Diagnostic> {
    let name = format!("world `{}`", world.resolve.worlds[world.world].name);
    let mut check = Check {
        component,
        world,
        shift,
        compatible,
        name,
        diagnostics: Vec::new(),
    };
    check.imports();
    check.exports();
    check.diagnostics
}

/// The world of a component as WIT, whose text gives the diagnostics their places.
///
/// # Errors
///
/// As of [`decode_to_wit`](crate::decode_to_wit); besides, if the component imports something that no world can, such
/// as a core module.
pub fn component_to_wit(bytes: &[u8]) -> Result<String, Box<Diagnostic>> {
    let component = parse::parse(bytes)?;
    for item in &component.items {
        if let parse::Item::Import(import) = item
            && let ComponentTypeRef::Module(_)
            | ComponentTypeRef::Component(_)
            | ComponentTypeRef::Value(_) = import.ty
        {
            let (name, kind) = (import.name.name.escape_debug(), import.ty.kind().desc());
            return Err(not_wit(format_args!("its import `{name}` is a {kind}")));
        }
    }
    crate::decode_to_wit(bytes)
}

struct Check<'a> {
    component: Subject<'a>,
    world: Subject<'a>,
    shift: u32,
    compatible: bool,
    name: String,
    diagnostics: Vec<Diagnostic>,
}

/// What an import or export goes by; where compatible versions are the same, without what does not matter.
pub(crate) fn name_of(resolve: &Resolve, key: &WorldKey, compatible: bool) -> String {
    match key {
        WorldKey::Interface(id) if compatible => interface_track(resolve, *id)
            .map(|(track, _)| track)
            .unwrap_or_default(),
        _ => resolve.extern_name(key),
    }
}

/// The imports or exports of a world by name. Of compatible versions the latest counts.
pub(crate) fn side(
    Subject { resolve, world }: Subject<'_>,
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
            Some((known, _)) if version(resolve, known) >= version(resolve, key) => {}
            _ => drop(items.insert(name, (key, item))),
        }
    }
    items
}

fn version<'a>(resolve: &'a Resolve, key: &WorldKey) -> Option<&'a semver::Version> {
    let WorldKey::Interface(id) = key else {
        return None;
    };
    let package: PackageId = resolve.interfaces[*id].package?;
    resolve.packages[package].name.version.as_ref()
}

/// Where an import or export stands.
pub(crate) fn span_of(resolve: &Resolve, item: &WorldItem) -> Span {
    match item {
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
pub(crate) fn a_word(item: &WorldItem) -> &'static str {
    match item {
        WorldItem::Interface(_) => "an interface",
        WorldItem::Function(_) => "a function",
        WorldItem::Type(_) => "a type",
    }
}

/// Two items of a world that stand for each other, and are of the same sort.
pub(crate) enum Pair {
    Interfaces(InterfaceId, InterfaceId),
    Functions(FunctionId, FunctionId),
    Types(TypeId, TypeId),
}

pub(crate) fn pair(old: &WorldItem, new: &WorldItem) -> Option<Pair> {
    match (old, new) {
        (WorldItem::Interface(old), WorldItem::Interface(new)) => {
            Some(Pair::Interfaces(old.id, new.id))
        }
        (WorldItem::Function(old), WorldItem::Function(new)) => Some(Pair::Functions(*old, *new)),
        (WorldItem::Type(old), WorldItem::Type(new)) => Some(Pair::Types(*old, *new)),
        _ => None,
    }
}

impl Comparison<'_> {
    /// Compares two items.
    pub(crate) fn pair(&mut self, pair: &Pair, name: &str) {
        match *pair {
            Pair::Interfaces(old, new) => self.interface(old, new, &format!("interface `{name}`")),
            Pair::Functions(old, new) => self.function(old, new, ""),
            Pair::Types(old, new) => self.definition(old, new, ""),
        }
    }
}

impl Check<'_> {
    /// What the component imports, the world has to offer.
    fn imports(&mut self) {
        let needed = side(self.component, Direction::Import, false);
        let offered = side(self.world, Direction::Import, self.compatible);
        let mut pairs = Vec::new();
        for (name, (key, item)) in &needed {
            // An import of functions of a resource stands for the resource.
            if matches!(item, WorldItem::Function(id) if self.component.resolve.functions[*id].kind.resource().is_some())
            {
                continue;
            }
            let found = offered.get(&name_of(self.component.resolve, key, self.compatible));
            match found.map(|(_, found)| (pair(item, found), *found)) {
                Some((Some(pair), _)) => pairs.push((name.clone(), pair)),
                Some((None, found)) => self.another_sort(name, item, found, true),
                None => self.not_offered(name, key, item),
            }
        }
        self.compare(
            self.component,
            self.world,
            &pairs,
            "the component",
            &self.name.clone(),
        );
    }

    /// What the world exports, the component has to provide.
    fn exports(&mut self) {
        let needed = side(self.world, Direction::Export, false);
        let provided = side(self.component, Direction::Export, self.compatible);
        let mut pairs = Vec::new();
        for (name, (key, item)) in &needed {
            let found = provided.get(&name_of(self.world.resolve, key, self.compatible));
            match found.map(|(_, found)| (pair(item, found), *found)) {
                Some((Some(pair), _)) => pairs.push((name.clone(), pair)),
                Some((None, found)) => self.another_sort(name, found, item, false),
                None => self.not_provided(name, key, item),
            }
        }
        self.compare(
            self.world,
            self.component,
            &pairs,
            &self.name.clone(),
            "the component",
        );
    }

    /// Compares what is needed with what is offered; both go by the given words.
    fn compare(
        &mut self,
        needed: Subject<'_>,
        offered: Subject<'_>,
        pairs: &[(String, Pair)],
        needs: &str,
        offers: &str,
    ) {
        let mut comparison = Comparison::new(needed.resolve, offered.resolve);
        for (_, pair) in pairs {
            if let Pair::Interfaces(old, new) = pair {
                comparison.cover(*old, *new);
            }
        }
        for (name, pair) in pairs {
            comparison.pair(pair, name);
        }
        let of_component = needs == "the component";
        for change in comparison
            .changes
            .iter()
            .filter(|change| change.kind.breaks(Direction::Import))
        {
            let (needed, offered) = if of_component {
                (0, self.shift)
            } else {
                (self.shift, 0)
            };
            self.diagnostics
                .push(misfit(change, needs, needed, offers, offered));
        }
    }

    fn another_sort(&mut self, name: &str, component: &WorldItem, world: &WorldItem, import: bool) {
        let side = if import { "import" } else { "export" };
        let (is, should) = (a_word(component), a_word(world));
        let message = format!(
            "the {side} `{name}` is {is} in the component, and {should} in {}",
            self.name
        );
        let span = span_of(self.component.resolve, component);
        let there = moved(span_of(self.world.resolve, world), self.shift);
        let found = Diagnostic::error(codes::TYPES_DIFFER, message, span).label("in the component");
        self.diagnostics
            .push(found.also(there, format!("in {}", self.name)));
    }

    fn not_offered(&mut self, name: &str, key: &WorldKey, item: &WorldItem) {
        let message = format!(
            "the component imports the {} `{name}`, which {} does not have",
            word(item),
            self.name
        );
        let span = span_of(self.component.resolve, item);
        let there = moved(self.world.resolve.worlds[self.world.world].span, self.shift);
        let found = Diagnostic::error(codes::UNEXPECTED_IMPORT, message, span)
            .label("imported by the component")
            .also(there, "the world, which lacks it");
        let found = self.other_version(
            found,
            self.component.resolve,
            key,
            self.world,
            Direction::Import,
        );
        self.diagnostics.push(found);
    }

    fn not_provided(&mut self, name: &str, key: &WorldKey, item: &WorldItem) {
        let message = format!(
            "the component does not export the {} `{name}`, which {} has",
            word(item),
            self.name
        );
        let span = moved(span_of(self.world.resolve, item), self.shift);
        let there = self.component.resolve.worlds[self.component.world].span;
        let found = Diagnostic::error(codes::MISSING_EXPORT, message, span)
            .label("exported by the world")
            .also(there, "what the component imports and exports");
        let found = self.other_version(
            found,
            self.world.resolve,
            key,
            self.component,
            Direction::Export,
        );
        self.diagnostics.push(found);
    }

    /// Says which other version of an interface there is.
    fn other_version(
        &self,
        found: Diagnostic,
        resolve: &Resolve,
        key: &WorldKey,
        other: Subject<'_>,
        direction: Direction,
    ) -> Diagnostic {
        let WorldKey::Interface(id) = key else {
            return found;
        };
        let path = |resolve: &Resolve, id: InterfaceId| {
            let id = resolve.interface_id(id)?;
            Some(
                id.split_once('@')
                    .map_or_else(|| id.clone(), |(path, _)| path.to_owned()),
            )
        };
        let own = path(resolve, *id);
        let mut interfaces = other.resolve.world_interfaces(other.world, direction);
        let near = interfaces.find(|(key, interface)| {
            matches!(key, WorldKey::Interface(_)) && path(other.resolve, interface.id) == own
        });
        let Some((near, _)) = near else { return found };
        let there = other.resolve.extern_name(near);
        let track = |version: Option<&semver::Version>| {
            version.map(|version| compatibility_track(version).0)
        };
        let compatible = track(version(resolve, key)) == track(version(other.resolve, near));
        let (whom, ending) = match direction {
            Direction::Import => (
                "the world imports",
                "; its versions are compatible: try `--semver-compatible`",
            ),
            Direction::Export => (
                "the component exports",
                "; its versions are compatible: try `--semver-compatible`",
            ),
        };
        let ending = if compatible {
            ending
        } else {
            ", and the versions are not compatible"
        };
        found.note(format!("{whom} `{there}`{ending}"))
    }
}

/// A diagnostic for a change from what is needed to what is offered.
pub(crate) fn misfit(
    change: &Change,
    needs: &str,
    needed: u32,
    offers: &str,
    offered: u32,
) -> Diagnostic {
    let (code, message) = match change.kind {
        ChangeKind::Removed(Item::Function | Item::Type) => {
            let message = format!(
                "{} of {} is in {needs}, and not in {offers}",
                change.name, change.place
            );
            (codes::LACKS_ITEM, message)
        }
        _ => (codes::TYPES_DIFFER, change.describe(needs, offers)),
    };
    let span = |side: &Option<crate::compare::Definition>, shift| {
        side.as_ref()
            .map_or(Span::NONE, |side| moved(side.span, shift))
    };
    let (here, there) = (span(&change.old, needed), span(&change.new, offered));
    let found = Diagnostic::error(code, message, if here.is_none() { there } else { here });
    match (here.is_none(), there.is_none()) {
        (true, true) => found,
        (true, false) => found.label(format!("in {offers}")),
        (false, true) => found.label(format!("in {needs}")),
        (false, false) => found
            .label(format!("in {needs}"))
            .also(there, format!("in {offers}")),
    }
}
