//! How functions look in Rust, C and C++, for their documentation.

use std::collections::{HashMap, HashSet};
use witc_bindgen_c::{C, COptions, Cpp, CppOptions};
use witc_bindgen_core::{Backend, Input, Signature};
use witc_bindgen_rust::{Options, Rust};
use witc_diagnostics::Span;
use witc_doc::Signatures;
use witc_resolve::{
    Direction, Docs, FunctionId, InterfaceId, Map, Name, PackageId, Resolve, Stability, World,
    WorldId, WorldInterface, WorldItem, WorldKey,
};

/// The name of the worlds that are made for documentation. C has it in the names of types that belong to no interface.
const NAME: &str = "your-world";

/// The signatures of all functions: of interfaces as they look where a guest imports them, of worlds as they look in guests
/// for them. A back end that has no bindings for something in an interface says nothing about all of it.
pub(crate) fn signatures(resolve: &Resolve) -> Signatures {
    let mut signatures = Signatures::default();
    let mut with_worlds = resolve.clone();
    let groups: Vec<(Vec<InterfaceId>, WorldId)> = groups(resolve)
        .into_iter()
        .map(|interfaces| {
            let world = importing(resolve, &interfaces);
            (interfaces, with_worlds.worlds.alloc(world))
        })
        .collect();
    for (interfaces, world) in groups {
        let missing = of_interfaces(
            &with_worlds,
            &interfaces,
            world,
            &LANGUAGES,
            &mut signatures,
        );
        // One interface without bindings would hide those of all others.
        if missing.is_empty() || interfaces.len() == 1 {
            continue;
        }
        for id in interfaces {
            let world = with_worlds.worlds.alloc(importing(resolve, &[id]));
            of_interfaces(&with_worlds, &[id], world, &missing, &mut signatures);
        }
    }
    for world in resolve.worlds.ids() {
        let functions = own_functions(resolve, world);
        if functions.is_empty() {
            continue;
        }
        for language in LANGUAGES {
            // What is missing says so on the page.
            for signature in language.signatures(resolve, world).unwrap_or_default() {
                let key = (signature.direction, signature.interface, signature.function);
                if let Some(id) = functions.get(&key) {
                    signatures.add(*id, language.name(), signature.text);
                }
            }
        }
    }
    signatures
}

/// The languages that there are back ends for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Language {
    Rust,
    C,
    Cpp,
}

const LANGUAGES: [Language; 3] = [Language::Rust, Language::C, Language::Cpp];

impl Language {
    fn name(self) -> &'static str {
        match self {
            Self::Rust => Rust::NAME,
            Self::C => C::NAME,
            Self::Cpp => Cpp::NAME,
        }
    }

    /// The signatures of a world; nothing if the back end has no bindings for something in it.
    fn signatures(self, resolve: &Resolve, world: WorldId) -> Option<Vec<Signature>> {
        let input = Input { resolve, world };
        let signatures = match self {
            Self::Rust => Rust::signatures(input, &rust_options()),
            Self::C => C::signatures(input, &COptions::default()),
            Self::Cpp => Cpp::signatures(input, &CppOptions::default()),
        };
        signatures.ok()
    }
}

/// Adds the signatures of interfaces, from a world that imports them; gives the languages that have none.
fn of_interfaces(
    resolve: &Resolve,
    interfaces: &[InterfaceId],
    world: WorldId,
    languages: &[Language],
    signatures: &mut Signatures,
) -> Vec<Language> {
    let functions: HashMap<(Option<String>, String), FunctionId> = interfaces
        .iter()
        .flat_map(|&id| functions_of(resolve, id))
        .collect();
    let mut missing = Vec::new();
    for &language in languages {
        let Some(all) = language.signatures(resolve, world) else {
            missing.push(language);
            continue;
        };
        for signature in all {
            let key = (signature.interface, signature.function);
            if let Some(id) = functions.get(&key) {
                signatures.add(*id, language.name(), signature.text);
            }
        }
    }
    missing
}

/// Interfaces that one world imports, and the packages that it has with them, by their names.
#[derive(Default)]
struct Group {
    packages: HashMap<(Name, Name), PackageId>,
    interfaces: Vec<InterfaceId>,
}

/// The interfaces that have functions, in groups of which none has two versions of a package: where both are there, names
/// have numbers that they have nowhere else.
fn groups(resolve: &Resolve) -> Vec<Vec<InterfaceId>> {
    let mut groups: Vec<Group> = Vec::new();
    for (_, package) in resolve.packages.iter() {
        let own = package.interfaces.values().copied();
        let own = own.filter(|id| !resolve.interfaces[*id].functions.is_empty());
        let interfaces: Vec<InterfaceId> = own.collect();
        let packages = needed(resolve, &interfaces)
            .into_iter()
            .filter_map(|id| resolve.interfaces[id].package)
            .map(|id| {
                let name = &resolve.packages[id].name;
                ((name.namespace.clone(), name.name.clone()), id)
            });
        let packages: HashMap<(Name, Name), PackageId> = packages.collect();
        let fits = |group: &Group| {
            let mut all = packages.iter();
            all.all(|(name, id)| group.packages.get(name).is_none_or(|known| known == id))
        };
        let position = groups.iter().position(fits).unwrap_or_else(|| {
            groups.push(Group::default());
            groups.len() - 1
        });
        groups[position].packages.extend(packages);
        groups[position].interfaces.extend(interfaces);
    }
    let groups = groups.into_iter().map(|group| group.interfaces);
    groups.filter(|interfaces| !interfaces.is_empty()).collect()
}

/// A world that imports interfaces, and those that they need.
fn importing(resolve: &Resolve, interfaces: &[InterfaceId]) -> World {
    let mut imports = Map::default();
    for id in needed(resolve, interfaces) {
        let item = WorldItem::Interface(WorldInterface {
            id,
            docs: Docs::default(),
            stability: Stability::default(),
            external_id: None,
            span: Span::NONE,
        });
        imports.insert(WorldKey::Interface(id), item);
    }
    World {
        name: NAME.into(),
        package: interfaces
            .first()
            .and_then(|id| resolve.interfaces[*id].package),
        imports,
        exports: Map::default(),
        docs: Docs::default(),
        stability: Stability::default(),
        span: Span::NONE,
    }
}

/// Interfaces, each after those that it uses types of.
fn needed(resolve: &Resolve, interfaces: &[InterfaceId]) -> Vec<InterfaceId> {
    let mut seen = HashSet::new();
    let mut order = Vec::new();
    // A stack, since there may be very many interfaces in a row: one is done when all that it uses are.
    let mut pending: Vec<_> = interfaces.iter().rev().map(|id| (*id, false)).collect();
    while let Some((id, is_done)) = pending.pop() {
        if is_done {
            order.push(id);
        } else if seen.insert(id) {
            pending.push((id, true));
            pending.extend(resolve.interface_uses(id).map(|used| (used, false)));
        }
    }
    order
}

/// The functions of an interface, by its name in worlds and theirs.
fn functions_of(
    resolve: &Resolve,
    id: InterfaceId,
) -> impl Iterator<Item = ((Option<String>, String), FunctionId)> {
    let name = resolve.interface_id(id);
    let functions = resolve.interfaces[id].functions.iter();
    functions.map(move |(function, id)| ((name.clone(), function.to_string()), *id))
}

/// The functions that are documented with a world: its own, and those of interfaces that are written in it.
fn own_functions(
    resolve: &Resolve,
    world: WorldId,
) -> HashMap<(Direction, Option<String>, String), FunctionId> {
    let mut functions = HashMap::new();
    for (direction, key, item) in resolve.externs(world) {
        match item {
            WorldItem::Function(id) => {
                let name = resolve.functions[*id].name.to_string();
                functions.insert((direction, None, name), *id);
            }
            WorldItem::Interface(interface) => {
                if resolve.interfaces[interface.id].name.is_none() {
                    let name = resolve.extern_name(key);
                    for (function, id) in &resolve.interfaces[interface.id].functions {
                        let key = (direction, Some(name.clone()), function.to_string());
                        functions.insert(key, *id);
                    }
                }
            }
            WorldItem::Type(_) => {}
        }
    }
    functions
}

/// Of all packages, not only of the world's own.
fn rust_options() -> Options {
    Options {
        generate_all: true,
        ..Options::default()
    }
}
