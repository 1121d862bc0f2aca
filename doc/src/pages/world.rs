//! The page of a world: what it imports and exports.

use super::context::{Context, OfResources, badges, docs_of, world_name};
use super::interface::{content, use_entry};
use super::package::versions;
use crate::document::{Block, Document, Entry, Heading, Inline};
use crate::item::{Item, Scope, used_type};
use crate::spell::uses;
use std::collections::HashSet;
use witc_resolve::{Direction, FunctionId, InterfaceId, TypeId, WorldId, WorldItem, WorldKey};

/// The name of the file of a world's picture, for the name of its page without extension.
pub(crate) fn picture(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    format!("{stem}.svg")
}

/// The page.
pub(crate) fn document(cx: &Context<'_, '_>, id: WorldId, picture: Option<String>) -> Document {
    let resolve = cx.resolve();
    let world = &resolve.worlds[id];
    let scope = Scope::world(resolve, id);
    let name = world_name(resolve, id);
    let mut blocks = vec![Block::Heading(Heading {
        level: 1,
        anchor: None,
        inlines: vec![Inline::text("world "), Inline::code(name.clone())],
        badges: badges(&world.stability),
    })];
    blocks.extend(cx.docs(world.docs.text(), scope, Item::World(id)));
    if let Some(package) = world.package {
        blocks.push(Block::Paragraph(vec![
            Inline::text("In "),
            Inline::code(resolve.packages[package].name.to_string()).to(Item::Package(package)),
            Inline::text("."),
        ]));
        versions(cx, package, Some(&world.name), &mut blocks);
    }
    for (direction, title) in [
        (Direction::Import, "Imports"),
        (Direction::Export, "Exports"),
    ] {
        let entries: Vec<Entry> = resolve
            .externs(id)
            .filter(|(side, ..)| *side == direction)
            .filter_map(|(_, key, item)| entry(cx, scope, key, item))
            .collect();
        if !entries.is_empty() {
            blocks.push(Block::heading(2, title));
            blocks.push(Block::List(entries));
        }
    }
    if let Some(file) = picture {
        blocks.push(Block::heading(2, "Overview"));
        blocks.push(Block::Picture {
            file,
            title: format!("What {name} imports and exports"),
        });
    }
    details(cx, id, scope, &mut blocks);
    Document {
        title: format!("world {name}"),
        blocks,
    }
}

/// The entry of an import or export; types and functions of resources are told of further below.
fn entry(cx: &Context<'_, '_>, scope: Scope, key: &WorldKey, item: &WorldItem) -> Option<Entry> {
    let resolve = cx.resolve();
    match item {
        WorldItem::Interface(interface) => {
            let item = Item::Interface(interface.id);
            let mut inlines = match key {
                WorldKey::Interface(_) => vec![Inline::code(cx.name(item)).to(item)],
                WorldKey::Name(name) => match resolve.interface_id(interface.id) {
                    Some(id) => vec![
                        Inline::code(name.as_str()),
                        Inline::text(": "),
                        Inline::code(id).to(item),
                    ],
                    None => vec![Inline::code(name.as_str()).to(item)],
                },
            };
            if interface.external_id.is_some() {
                let id = interface.external_id.as_deref().unwrap_or_default();
                inlines.push(Inline::text(format!(" (external id {id})")));
            }
            Some(Entry {
                inlines,
                badges: badges(&interface.stability),
                docs: docs_of(interface.docs.text(), scope, item),
                ..Entry::default()
            })
        }
        WorldItem::Function(id) => {
            let function = &resolve.functions[*id];
            let item = Item::Function(*id);
            function.kind.is_freestanding().then(|| Entry {
                inlines: vec![
                    Inline::text("function "),
                    Inline::code(function.item_name()).to(item),
                ],
                badges: badges(&function.stability),
                ..Entry::default()
            })
        }
        WorldItem::Type(_) => None,
    }
}

/// What stands in the world itself.
fn details(cx: &Context<'_, '_>, id: WorldId, scope: Scope, blocks: &mut Vec<Block>) {
    let resolve = cx.resolve();
    let mut functions: Vec<(Direction, FunctionId)> = Vec::new();
    let mut inline: Vec<(String, InterfaceId)> = Vec::new();
    let mut seen = HashSet::new();
    for (direction, key, item) in resolve.externs(id) {
        match (item, key) {
            (WorldItem::Function(id), _) => functions.push((direction, *id)),
            (WorldItem::Interface(interface), WorldKey::Name(name)) => {
                let is_inline = resolve.interfaces[interface.id].name.is_none();
                let is_new = is_inline && seen.insert(interface.id);
                if is_new {
                    inline.push((name.to_string(), interface.id));
                }
            }
            (WorldItem::Interface(_), WorldKey::Interface(_)) | (WorldItem::Type(_), _) => {}
        }
    }
    let all: Vec<FunctionId> = functions.iter().map(|(_, id)| *id).collect();
    types(cx, id, &all, scope, blocks);
    for (direction, title) in [
        (Direction::Import, "Imported functions"),
        (Direction::Export, "Exported functions"),
    ] {
        let free: Vec<FunctionId> = functions
            .iter()
            .filter(|(side, id)| {
                *side == direction && resolve.functions[*id].kind.is_freestanding()
            })
            .map(|(_, id)| *id)
            .collect();
        if !free.is_empty() {
            blocks.push(Block::heading(2, title));
            for id in free {
                cx.function(3, id, scope, blocks);
            }
        }
    }
    for (name, id) in inline {
        let title = vec![Inline::text("interface "), Inline::code(name)];
        let interface = &resolve.interfaces[id];
        blocks.push(cx.heading(2, Item::Interface(id), title, &interface.stability));
        let scope = Scope::interface(resolve, id);
        blocks.extend(cx.docs(interface.docs.text(), scope, Item::Interface(id)));
        content(cx, id, 3, blocks);
    }
}

/// The types of the world itself, and those that it uses.
fn types(
    cx: &Context<'_, '_>,
    id: WorldId,
    functions: &[FunctionId],
    scope: Scope,
    blocks: &mut Vec<Block>,
) {
    let resolve = cx.resolve();
    let types: Vec<TypeId> = resolve.world_types(id).map(|(id, _)| id).collect();
    let brought: Vec<Entry> = uses(resolve, types.iter().copied())
        .into_iter()
        .map(|(owner, types)| use_entry(cx, owner, &types))
        .collect();
    if !brought.is_empty() {
        blocks.push(Block::heading(2, "Uses"));
        blocks.push(Block::List(brought));
    }
    let own: Vec<TypeId> = types
        .into_iter()
        .filter(|id| used_type(resolve, *id).is_none())
        .collect();
    if !own.is_empty() {
        blocks.push(Block::heading(2, "Types"));
        let of_resources = OfResources::new(resolve, functions);
        for id in own {
            cx.ty(id, &of_resources, scope, blocks);
        }
    }
}
