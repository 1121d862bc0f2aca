//! How functions look in Rust, C and C++, for their documentation.

use std::collections::{HashMap, HashSet};
use witc_bindgen_c::{C, COptions, Cpp, CppOptions};
use witc_bindgen_core::{Backend, Input, Signature};
use witc_bindgen_rust::{Options, Rust};
use witc_diagnostics::Span;
use witc_doc::Signatures;
use witc_resolve::{
    Direction, Docs, FunctionId, InterfaceId, Map, Resolve, Stability, World, WorldId,
    WorldInterface, WorldItem, WorldKey,
};

/// The name of the worlds that are made for documentation. C has it in the names of types that belong to no interface.
const NAME: &str = "your-world";

/// The signatures of all functions: of interfaces as they look where a guest imports them, of worlds as they look in guests
/// for them. A back end that has no bindings for something in an interface says nothing about all of it.
pub(crate) fn signatures(resolve: &Resolve) -> Signatures {
    let mut signatures = Signatures::default();
    let mut with_worlds = resolve.clone();
    let mut made = Vec::new();
    for (id, interface) in resolve.interfaces.iter() {
        if interface.clone_of.is_none()
            && interface.name.is_some()
            && !interface.functions.is_empty()
        {
            made.push((id, with_worlds.worlds.alloc(importing(resolve, id))));
        }
    }
    let resolve = &with_worlds;
    for (interface, world) in made {
        let functions: HashMap<(Option<String>, String), FunctionId> =
            functions_of(resolve, interface).collect();
        all_languages(resolve, world, &mut |language, signature| {
            let key = (signature.interface, signature.function);
            if let Some(id) = functions.get(&key) {
                signatures.add(*id, language, signature.text);
            }
        });
    }
    for world in resolve.worlds.ids() {
        let functions = own_functions(resolve, world);
        if functions.is_empty() || resolve.worlds[world].name == NAME {
            continue;
        }
        all_languages(resolve, world, &mut |language, signature| {
            let key = (signature.direction, signature.interface, signature.function);
            if let Some(id) = functions.get(&key) {
                signatures.add(*id, language, signature.text);
            }
        });
    }
    signatures
}

/// A world that imports an interface, and those that it needs.
fn importing(resolve: &Resolve, id: InterfaceId) -> World {
    let mut order = Vec::new();
    let mut seen = HashSet::new();
    needs(resolve, id, &mut seen, &mut order);
    let mut imports = Map::default();
    for id in order {
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
        package: resolve.interfaces[id].package,
        imports,
        exports: Map::default(),
        docs: Docs::default(),
        stability: Stability::default(),
        span: Span::NONE,
    }
}

/// Adds an interface after those that it uses types of.
fn needs(
    resolve: &Resolve,
    id: InterfaceId,
    seen: &mut HashSet<InterfaceId>,
    order: &mut Vec<InterfaceId>,
) {
    // A stack, since there may be as many interfaces in a row as a world may have: the last is done when all before it
    // are.
    let mut pending = vec![(id, false)];
    while let Some((id, is_done)) = pending.pop() {
        if is_done {
            order.push(id);
        } else if seen.insert(id) {
            pending.push((id, true));
            pending.extend(resolve.interface_uses(id).map(|used| (used, false)));
        }
    }
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

/// The signatures of a world in each language that has bindings for it.
fn all_languages(resolve: &Resolve, world: WorldId, add: &mut dyn FnMut(&'static str, Signature)) {
    let input = Input { resolve, world };
    let rust = Rust::signatures(input, &Options::default());
    let c = C::signatures(input, &COptions::default());
    let cpp = Cpp::signatures(input, &CppOptions::default());
    for (language, signatures) in [(Rust::NAME, rust), (C::NAME, c), (Cpp::NAME, cpp)] {
        // What is missing says so on the page.
        for signature in signatures.unwrap_or_default() {
            add(language, signature);
        }
    }
}
