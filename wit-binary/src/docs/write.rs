//! The custom section `package-docs`: what component types have no room for, documentation and gates, as JSON.

use super::json::Object;
use witc_resolve::{
    Docs, Gate, Interface, InterfaceId, Name, PackageId, Resolve, Stability, TypeDefKind, TypeId,
    WorldId, WorldInterface, WorldItem, WorldKey,
};

/// The version of the section's format, its first byte.
const VERSION: u8 = 1;

/// The content of the section for a package.
pub(crate) fn section(resolve: &Resolve, package: PackageId) -> Vec<u8> {
    let package = &resolve.packages[package];
    let mut root = Object::new();
    root.text("docs", package.docs.text());
    root.members(
        "worlds",
        package
            .worlds
            .iter()
            .map(|(name, &id)| (&**name, world(resolve, id))),
    );
    root.members(
        "interfaces",
        package
            .interfaces
            .iter()
            .map(|(name, &id)| (&**name, interface(resolve, id))),
    );
    // Always the current version: the other one has no room for gates.
    let mut bytes = vec![VERSION];
    bytes.extend(root.finish().into_bytes());
    bytes
}

/// Docs and gates of the imports, or the exports, of a world.
#[derive(Default)]
struct Side {
    interfaces: Vec<(String, Object)>,
    functions: Vec<(String, Object)>,
    types: Vec<(String, Object)>,
    stability: Vec<(String, Object)>,
    docs: Vec<(String, String)>,
}

fn world(resolve: &Resolve, id: WorldId) -> Object {
    let world = &resolve.worlds[id];
    let imports = side(resolve, world.imports.iter());
    let exports = side(resolve, world.exports.iter());
    let mut object = about(&world.docs, &world.stability);
    object.members("interfaces", imports.interfaces);
    // Worlds never export types, so only the imports have some. The keys are in the order in which `wit-parser`
    // writes them.
    object.members("types", imports.types);
    object.members("funcs", imports.functions);
    object.members("interface_exports", exports.interfaces);
    object.members("func_exports", exports.functions);
    object.members("interface_import_stability", imports.stability);
    object.members("interface_export_stability", exports.stability);
    object.texts("interface_import_docs", imports.docs);
    object.texts("interface_export_docs", exports.docs);
    object
}

fn side<'a>(
    resolve: &'a Resolve,
    items: impl Iterator<Item = (&'a WorldKey, &'a WorldItem)>,
) -> Side {
    let mut side = Side::default();
    for (key, item) in items {
        let name = resolve.extern_name(key);
        match item {
            WorldItem::Interface(WorldInterface {
                id,
                docs,
                stability,
                ..
            }) => {
                // An inline interface is written out here, because it has no entry under `interfaces` of its
                // package. Of a named one only the remarks on this import or export belong here.
                if resolve.interfaces[*id].name.is_none() {
                    side.interfaces
                        .push((name, inline(resolve, *id, docs, stability)));
                    continue;
                }
                side.stability.push((name.clone(), gate(stability)));
                side.docs
                    .extend(docs.text().map(|text| (name, text.to_owned())));
            }
            WorldItem::Function(id) => {
                let function = &resolve.functions[*id];
                side.functions
                    .push((name, about(&function.docs, &function.stability)));
            }
            WorldItem::Type(id) => side.types.push((name, ty(resolve, *id))),
        }
    }
    side
}

fn interface(resolve: &Resolve, id: InterfaceId) -> Object {
    let Interface {
        docs, stability, ..
    } = &resolve.interfaces[id];
    with_items(resolve, id, about(docs, stability))
}

/// An interface that is written inline: what is said about it may stand with the import or export.
fn inline(resolve: &Resolve, id: InterfaceId, docs: &Docs, stability: &Stability) -> Object {
    let interface = &resolve.interfaces[id];
    let docs = if interface.docs.text().is_some() {
        &interface.docs
    } else {
        docs
    };
    let stability = if interface.stability.gate().is_some() {
        &interface.stability
    } else {
        stability
    };
    with_items(resolve, id, about(docs, stability))
}

fn with_items(resolve: &Resolve, id: InterfaceId, mut object: Object) -> Object {
    let functions = resolve.functions_of(id);
    object.members(
        "funcs",
        functions.map(|function| (&*function.name, about(&function.docs, &function.stability))),
    );
    let types = resolve.interfaces[id].types.iter();
    object.members("types", types.map(|(name, &id)| (&**name, ty(resolve, id))));
    object
}

fn ty(resolve: &Resolve, id: TypeId) -> Object {
    let def = &resolve.types[id];
    let mut object = about(def.docs(), &def.stability);
    let text =
        |name: &Name, docs: &Docs| docs.text().map(|text| (name.to_string(), text.to_owned()));
    let items: Vec<_> = match &def.kind {
        TypeDefKind::Record(record) => record
            .fields
            .iter()
            .filter_map(|f| text(&f.name, &f.docs))
            .collect(),
        TypeDefKind::Variant(variant) => variant
            .cases
            .iter()
            .filter_map(|c| text(&c.name, &c.docs))
            .collect(),
        TypeDefKind::Enum(cases) => cases
            .cases
            .iter()
            .filter_map(|c| text(&c.name, &c.docs))
            .collect(),
        TypeDefKind::Flags(flags) => flags
            .flags
            .iter()
            .filter_map(|f| text(&f.name, &f.docs))
            .collect(),
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
        | TypeDefKind::Stream(_) => Vec::new(),
    };
    object.texts("items", items);
    object
}

fn about(docs: &Docs, stability: &Stability) -> Object {
    let mut object = Object::new();
    object.text("docs", docs.text());
    object.member("stability", gate(stability));
    object
}

fn gate(stability: &Stability) -> Object {
    let mut object = Object::new();
    match stability.gate() {
        // The empty object is left out by its owner.
        None => {}
        Some(Gate::Since { since, deprecated }) => {
            let mut inner = Object::new();
            inner.text("since", Some(&since.to_string()));
            inner.text(
                "deprecated",
                deprecated.as_ref().map(ToString::to_string).as_deref(),
            );
            object.member("stable", inner);
        }
        Some(Gate::Unstable {
            feature,
            deprecated,
        }) => {
            let mut inner = Object::new();
            inner.text("feature", Some(feature));
            inner.text(
                "deprecated",
                deprecated.as_ref().map(ToString::to_string).as_deref(),
            );
            object.member("unstable", inner);
        }
    }
    object
}
