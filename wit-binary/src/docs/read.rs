//! Documentation and gates from the custom section `package-docs`. What doesn't fit the package is passed over.

use serde_json::{Map as Json, Value};
use witc_resolve::{
    Docs, Gate, InterfaceId, Name, PackageId, Resolve, Stability, TypeDefKind, TypeId, WorldId,
    WorldItem, WorldKey,
};

/// The versions of the section's format, its first byte, that are known.
const VERSIONS: [u8; 2] = [0, 1];

/// Puts what the section says into a package.
pub(crate) fn inject(resolve: &mut Resolve, package: PackageId, section: &[u8]) {
    // Nothing in here is worth an error: without documentation the package means the same.
    let Some((version, json)) = section.split_first() else {
        return;
    };
    let Ok(Value::Object(root)) = serde_json::from_slice(json) else {
        return;
    };
    if !VERSIONS.contains(version) {
        return;
    }
    if let Some(docs) = docs(&root) {
        resolve.packages[package].docs = docs;
    }
    for (name, about) in members(&root, "worlds") {
        if let Some(&id) = resolve.packages[package].worlds.get(name) {
            world(resolve, id, about);
        }
    }
    for (name, about) in members(&root, "interfaces") {
        if let Some(&id) = resolve.packages[package].interfaces.get(name) {
            interface(resolve, id, about);
        }
    }
}

/// The members of an object in an object that are objects themselves.
fn members<'a>(
    object: &'a Json<String, Value>,
    key: &str,
) -> impl Iterator<Item = (&'a str, &'a Json<String, Value>)> {
    let inner = object
        .get(key)
        .and_then(Value::as_object)
        .into_iter()
        .flatten();
    inner.filter_map(|(name, value)| Some((&**name, value.as_object()?)))
}

/// The members of an object in an object that are texts.
fn texts<'a>(
    object: &'a Json<String, Value>,
    key: &str,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    let inner = object
        .get(key)
        .and_then(Value::as_object)
        .into_iter()
        .flatten();
    inner.filter_map(|(name, value)| Some((&**name, value.as_str()?)))
}

fn docs(about: &Json<String, Value>) -> Option<Docs> {
    about.get("docs").and_then(Value::as_str).map(Docs::new)
}

/// The gate under a key, or in the object itself.
fn stability(about: &Json<String, Value>) -> Option<Stability> {
    let text = |object: &Json<String, Value>, key| {
        object.get(key).and_then(Value::as_str).map(str::to_owned)
    };
    let version = |object, key| text(object, key).and_then(|text| text.parse().ok());
    if let Some(stable) = about.get("stable").and_then(Value::as_object) {
        // A gate without its version or feature gates nothing, and is left out.
        let since = version(stable, "since")?;
        return Some(Stability::gated(Gate::Since {
            since,
            deprecated: version(stable, "deprecated"),
        }));
    }
    let unstable = about.get("unstable").and_then(Value::as_object)?;
    let feature = Name::from(text(unstable, "feature")?);
    Some(Stability::gated(Gate::Unstable {
        feature,
        deprecated: version(unstable, "deprecated"),
    }))
}

fn gate(about: &Json<String, Value>) -> Option<Stability> {
    stability(about.get("stability")?.as_object()?)
}

fn world(resolve: &mut Resolve, id: WorldId, about: &Json<String, Value>) {
    let world = &mut resolve.worlds[id];
    world.docs = docs(about).unwrap_or_default();
    world.stability = gate(about).unwrap_or_default();
    // Version 0 of the format has no keys for exports: there they stand with the imports, and `item` looks on both sides.
    for (key, exports) in [("interfaces", false), ("interface_exports", true)] {
        for (name, about) in members(about, key) {
            let item = item(resolve, id, name, exports);
            if let Some(item) = item.and_then(WorldItem::interface_mut) {
                // The gate of an inline interface is that of its import or export too.
                item.stability = gate(about).unwrap_or_default();
                let inline = item.id;
                interface(resolve, inline, about);
            }
        }
    }
    for (key, exports) in [("funcs", false), ("func_exports", true)] {
        // The values are not only objects, so `members` would pass some over: see `function`.
        for (name, value) in about
            .get(key)
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            let item = item(resolve, id, name, exports);
            if let Some(function) = item.and_then(|item| item.function()) {
                self::function(resolve, function, value);
            }
        }
    }
    for (name, about) in members(about, "types") {
        let item = item(resolve, id, name, false);
        if let Some(id) = item.and_then(|item| item.ty()) {
            ty(resolve, id, about);
        }
    }
    by_reference(resolve, id, about);
}

/// Docs and gates of imports and exports of interfaces that are defined elsewhere.
fn by_reference(resolve: &mut Resolve, id: WorldId, about: &Json<String, Value>) {
    for (exports, stabilities, texts_key) in [
        (false, "interface_import_stability", "interface_import_docs"),
        (true, "interface_export_stability", "interface_export_docs"),
    ] {
        let world = &resolve.worlds[id];
        let side = if exports {
            &world.exports
        } else {
            &world.imports
        };
        // The section has ids where the model has indices. The names are written out first, because they borrow
        // the model that changes below.
        let positions: std::collections::HashMap<String, usize> = side
            .keys()
            .enumerate()
            .map(|(position, key)| (resolve.extern_name(key), position))
            .collect();
        let world = &mut resolve.worlds[id];
        let side = if exports {
            &mut world.exports
        } else {
            &mut world.imports
        };
        let mut interface = |name: &str, change: &dyn Fn(&mut witc_resolve::WorldInterface)| {
            let position = positions.get(name).copied();
            let item = position.and_then(|at| side.get_index_mut(at));
            if let Some(item) = item.and_then(|(_, item)| item.interface_mut()) {
                change(item);
            }
        };
        for (name, gate) in members(about, stabilities) {
            interface(name, &|item| {
                item.stability = stability(gate).unwrap_or_default();
            });
        }
        for (name, text) in texts(about, texts_key) {
            interface(name, &|item| item.docs = Docs::new(text));
        }
    }
}

/// The import of a name, or the export where there is none or exports are asked for.
fn item<'a>(
    resolve: &'a mut Resolve,
    id: WorldId,
    name: &str,
    exports: bool,
) -> Option<&'a mut WorldItem> {
    let world = &mut resolve.worlds[id];
    let key = WorldKey::Name(name.into());
    // Imports come first, because only an item that is no import can stand with them in version 0.
    let import = world.imports.get_mut(&key).filter(|_| !exports);
    import.or_else(|| world.exports.get_mut(&key))
}

fn interface(resolve: &mut Resolve, id: InterfaceId, about: &Json<String, Value>) {
    let interface = &mut resolve.interfaces[id];
    interface.docs = docs(about).unwrap_or_default();
    interface.stability = gate(about).unwrap_or_default();
    for (name, value) in about
        .get("funcs")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        if let Some(&function) = resolve.interfaces[id].functions.get(&**name) {
            self::function(resolve, function, value);
        }
    }
    for (name, about) in members(about, "types") {
        if let Some(&id) = resolve.interfaces[id].types.get(name) {
            ty(resolve, id, about);
        }
    }
}

fn function(resolve: &mut Resolve, id: witc_resolve::FunctionId, value: &Value) {
    let function = &mut resolve.functions[id];
    match value {
        // Version 0 of the format has only the documentation here.
        Value::String(text) => function.docs = Docs::new(&**text),
        Value::Object(about) => {
            function.docs = docs(about).unwrap_or_default();
            function.stability = gate(about).unwrap_or_default();
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => {}
    }
}

fn ty(resolve: &mut Resolve, id: TypeId, about: &Json<String, Value>) {
    let def = &mut resolve.types[id];
    if let Some(named) = &mut def.named {
        named.docs = docs(about).unwrap_or_default();
    }
    def.stability = gate(about).unwrap_or_default();
    // A map, since a type may have thousands of fields or cases.
    let items: std::collections::HashMap<&str, &str> = texts(about, "items").collect();
    let set = |name: &Name, docs: &mut Docs| {
        if let Some(text) = items.get(&**name) {
            *docs = Docs::new(*text);
        }
    };
    match &mut def.kind {
        TypeDefKind::Record(record) => record
            .fields
            .iter_mut()
            .for_each(|f| set(&f.name, &mut f.docs)),
        TypeDefKind::Variant(variant) => variant
            .cases
            .iter_mut()
            .for_each(|c| set(&c.name, &mut c.docs)),
        TypeDefKind::Enum(cases) => cases
            .cases
            .iter_mut()
            .for_each(|c| set(&c.name, &mut c.docs)),
        TypeDefKind::Flags(flags) => flags
            .flags
            .iter_mut()
            .for_each(|f| set(&f.name, &mut f.docs)),
        TypeDefKind::Alias(_)
        | TypeDefKind::Resource
        | TypeDefKind::Handle(_)
        | TypeDefKind::Tuple(_)
        | TypeDefKind::Option(_)
        | TypeDefKind::Result(_)
        | TypeDefKind::List(_)
        | TypeDefKind::FixedLengthList(..)
        | TypeDefKind::Map(..)
        | TypeDefKind::Future(_)
        | TypeDefKind::Stream(_) => {}
    }
}
