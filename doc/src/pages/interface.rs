//! The page of an interface: its types and functions.

use super::context::{Context, OfResources, badges};
use super::package::versions;
use crate::document::{Block, Document, Entry, Heading, Inline};
use crate::item::{Item, Scope, used_type};
use crate::spell::uses;
use witc_resolve::{Direction, FunctionId, InterfaceId, TypeId};

/// The page.
pub(crate) fn document(cx: &Context<'_, '_>, id: InterfaceId) -> Document {
    let resolve = cx.resolve();
    let interface = &resolve.interfaces[id];
    let name = resolve.interface_name(id);
    let item = Item::Interface(id);
    let mut blocks = vec![Block::Heading(Heading {
        level: 1,
        anchor: None,
        inlines: vec![Inline::text("interface "), Inline::code(name.clone())],
        badges: badges(&interface.stability),
    })];
    blocks.extend(cx.docs(interface.docs.text(), Scope::interface(resolve, id), item));
    if let Some(package) = interface.package {
        blocks.push(Block::Paragraph(vec![
            Inline::text("In "),
            Inline::code(resolve.packages[package].name.to_string()).to(Item::Package(package)),
            Inline::text("."),
        ]));
        versions(cx, package, interface.name.as_deref(), &mut blocks);
    }
    used(cx, item, &mut blocks);
    content(cx, id, 2, &mut blocks);
    Document {
        title: format!("interface {name}"),
        blocks,
    }
}

/// Who has an interface: worlds, and other interfaces.
fn used(cx: &Context<'_, '_>, item: Item, blocks: &mut Vec<Block>) {
    for (direction, word) in [
        (Direction::Import, "Imported"),
        (Direction::Export, "Exported"),
    ] {
        let mut line = Vec::new();
        for &(world, side) in cx.users.worlds(item) {
            if side == direction && cx.site.page_of(Item::World(world)).is_some() {
                let start = if line.is_empty() {
                    format!("{word} by ")
                } else {
                    ", ".to_owned()
                };
                line.push(Inline::text(start));
                let item = Item::World(world);
                line.push(Inline::code(cx.name(item)).to(item));
            }
        }
        if !line.is_empty() {
            line.push(Inline::text("."));
            blocks.push(Block::Paragraph(line));
        }
    }
    cx.used_by(item, blocks);
}

/// What is in an interface, under headings of a level.
pub(crate) fn content(cx: &Context<'_, '_>, id: InterfaceId, level: u8, blocks: &mut Vec<Block>) {
    let resolve = cx.resolve();
    let interface = &resolve.interfaces[id];
    let scope = Scope::interface(resolve, id);
    let types: Vec<TypeId> = interface.types.values().copied().collect();
    let functions: Vec<FunctionId> = interface.functions.values().copied().collect();
    let brought: Vec<Entry> = uses(resolve, types.iter().copied())
        .into_iter()
        .map(|(owner, types)| use_entry(cx, owner, &types))
        .collect();
    if !brought.is_empty() {
        blocks.push(Block::heading(level, "Uses"));
        blocks.push(Block::List(brought));
    }
    let own: Vec<TypeId> = types
        .into_iter()
        .filter(|id| used_type(resolve, *id).is_none())
        .collect();
    if !own.is_empty() {
        blocks.push(Block::heading(level, "Types"));
        let of_resources = OfResources::new(resolve, &functions);
        for id in own {
            cx.ty(id, &of_resources, scope, blocks);
        }
    }
    let free: Vec<FunctionId> = functions
        .into_iter()
        .filter(|id| resolve.functions[*id].kind.is_freestanding())
        .collect();
    if !free.is_empty() {
        blocks.push(Block::heading(level, "Functions"));
        for id in free {
            cx.function(3, id, scope, blocks);
        }
    }
}

/// `wasi:io/streams`: `input-stream`, `output-stream` as `out`.
pub(crate) fn use_entry(
    cx: &Context<'_, '_>,
    owner: InterfaceId,
    types: &[(TypeId, TypeId)],
) -> Entry {
    let resolve = cx.resolve();
    let item = Item::Interface(owner);
    let mut inlines = vec![Inline::code(cx.name(item)).to(item)];
    for (index, (id, target)) in types.iter().enumerate() {
        inlines.push(Inline::text(if index == 0 { ": " } else { ", " }));
        let (name, original) = (
            resolve.types[*id].name_or_empty(),
            resolve.types[*target].name_or_empty(),
        );
        inlines.push(Inline::code(original).to(Item::Type(*target)));
        if name != original {
            inlines.push(Inline::text(" as "));
            inlines.push(Inline::code(name));
        }
    }
    Entry {
        inlines,
        ..Entry::default()
    }
}
