//! The index of the search: a script of one call, since pages that are opened as files can't read others.

use crate::docs::summary;
use crate::item::{Item, members, used_type};
use crate::pages::{Context, type_word};
use witc_resolve::{FunctionId, PackageId, TypeId};

/// Its name, its kind, where it is, the link to it, and its documentation in short.
type Entry = [String; 5];

/// The index: a list of `[name, kind, where it is, link, summary]`.
pub(crate) fn index(cx: &Context<'_, '_>, packages: &[PackageId]) -> String {
    let mut entries: Vec<Entry> = Vec::new();
    for &id in packages {
        package(cx, &mut entries, id);
    }
    let lines: Vec<String> = entries
        .iter()
        .map(|entry| serde_json::json!(entry).to_string())
        .collect();
    format!("var witcIndex = [\n{}\n];\n", lines.join(",\n"))
}

/// Adds a package with all that is in it.
fn package(cx: &Context<'_, '_>, entries: &mut Vec<Entry>, id: PackageId) {
    let resolve = cx.resolve();
    let package = &resolve.packages[id];
    let docs = package.docs.text();
    add(cx, entries, Item::Package(id), "package", "", docs);
    let place = package.name.to_string();
    for &id in package.interfaces.values() {
        let interface = &resolve.interfaces[id];
        let docs = interface.docs.text();
        add(cx, entries, Item::Interface(id), "interface", &place, docs);
        let place = resolve.interface_name(id);
        for &id in interface.types.values() {
            ty(cx, entries, id, &place);
        }
        for &id in interface.functions.values() {
            function(cx, entries, id, &place);
        }
    }
    for &id in package.worlds.values() {
        let docs = resolve.worlds[id].docs.text();
        add(cx, entries, Item::World(id), "world", &place, docs);
        let place = cx.name(Item::World(id));
        for (_, _, item) in resolve.externs(id) {
            if let Some(id) = item.function() {
                function(cx, entries, id, &place);
            } else if let Some(id) = item.ty() {
                ty(cx, entries, id, &place);
            }
        }
    }
}

fn function(cx: &Context<'_, '_>, entries: &mut Vec<Entry>, id: FunctionId, place: &str) {
    let docs = cx.resolve().functions[id].docs.text();
    add(cx, entries, Item::Function(id), "function", place, docs);
}

fn ty(cx: &Context<'_, '_>, entries: &mut Vec<Entry>, id: TypeId, place: &str) {
    let resolve = cx.resolve();
    // What is brought in is found where it is defined.
    if used_type(resolve, id).is_some() {
        return;
    }
    let def = &resolve.types[id];
    let word = type_word(&def.kind);
    add(cx, entries, Item::Type(id), word, place, def.docs().text());
    for index in 0..members(resolve, id).len() {
        add(cx, entries, Item::Member(id, index), "member", place, None);
    }
}

fn add(
    cx: &Context<'_, '_>,
    entries: &mut Vec<Entry>,
    item: Item,
    kind: &str,
    place: &str,
    docs: Option<&str>,
) {
    // As seen from the page of all packages.
    let Some(href) = cx.site.href(0, item) else {
        return;
    };
    let name = match item {
        Item::Interface(id) => cx.resolve().interfaces[id].word().to_owned(),
        Item::World(id) => cx.resolve().worlds[id].name.to_string(),
        Item::Package(_) | Item::Type(_) | Item::Member(..) | Item::Function(_) => cx.name(item),
    };
    let summary = docs.map(summary).unwrap_or_default();
    entries.push([name, kind.to_owned(), place.to_owned(), href, summary]);
}
