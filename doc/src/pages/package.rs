//! The page of a package: its worlds and interfaces, its other versions, and what has changed since the last one.

use super::context::{Context, linked};
use crate::docs::summary;
use crate::document::{Badge, BadgeKind, Block, Document, Entry, Heading, Inline};
use crate::item::{Item, Scope};
use witc_compare::Class;
use witc_compare::diff::{PackageRef, packages};
use witc_resolve::PackageId;

/// The name of the file of the package's picture, in its folder.
pub(crate) const PICTURE: &str = "package.svg";

/// The page.
pub(crate) fn document(cx: &Context<'_, '_>, id: PackageId, with_picture: bool) -> Document {
    let resolve = cx.resolve();
    let package = &resolve.packages[id];
    let title = format!("package {}", package.name);
    let mut blocks = vec![Block::Heading(Heading {
        level: 1,
        anchor: None,
        inlines: vec![
            Inline::text("package "),
            Inline::code(package.name.to_string()),
        ],
        badges: Vec::new(),
    })];
    blocks.extend(cx.docs(package.docs.text(), Scope::package(id), Item::Package(id)));
    versions(cx, id, None, &mut blocks);
    if !package.worlds.is_empty() {
        blocks.push(Block::heading(2, "Worlds"));
        let entries = package.worlds.iter().map(|(name, &id)| {
            let world = &resolve.worlds[id];
            let summary = world.docs.text().map(summary).unwrap_or_default();
            linked(name, Item::World(id), &summary, Some(&world.stability))
        });
        blocks.push(Block::List(entries.collect()));
    }
    if !package.interfaces.is_empty() {
        blocks.push(Block::heading(2, "Interfaces"));
        let entries = package.interfaces.iter().map(|(name, &id)| {
            let interface = &resolve.interfaces[id];
            let summary = interface.docs.text().map(summary).unwrap_or_default();
            linked(
                name,
                Item::Interface(id),
                &summary,
                Some(&interface.stability),
            )
        });
        blocks.push(Block::List(entries.collect()));
    }
    if with_picture {
        blocks.push(Block::heading(2, "Overview"));
        blocks.push(Block::Picture {
            file: PICTURE.to_owned(),
            title: format!("The worlds and interfaces of {}", package.name),
        });
    }
    changes(cx, id, &mut blocks);
    Document { title, blocks }
}

/// A line with the versions of a package side by side, or of an interface or world of that name in them.
pub(crate) fn versions(
    cx: &Context<'_, '_>,
    id: PackageId,
    item: Option<&str>,
    blocks: &mut Vec<Block>,
) {
    let resolve = cx.resolve();
    let all = cx.versions.near(resolve, id);
    if all.len() < 2 {
        return;
    }
    let mut line = vec![Inline::text("Versions: ")];
    for &other in all {
        let package = &resolve.packages[other];
        let text = package
            .name
            .version
            .as_ref()
            .map_or_else(|| "none".to_owned(), ToString::to_string);
        let there = match item {
            None => Some(Item::Package(other)),
            Some(name) => {
                let interface = package.interfaces.get(name).map(|id| Item::Interface(*id));
                interface.or_else(|| package.worlds.get(name).map(|id| Item::World(*id)))
            }
        };
        if line.len() > 1 {
            line.push(Inline::text(" · "));
        }
        line.push(match there {
            _ if other == id => super::context::emphasis(text),
            Some(there) => Inline::text(text).to(there),
            None => Inline::text(format!("not in {text}")),
        });
    }
    blocks.push(Block::Paragraph(line));
}

/// What has changed since the version before.
fn changes(cx: &Context<'_, '_>, id: PackageId, blocks: &mut Vec<Block>) {
    let resolve = cx.resolve();
    let Some(old) = cx.versions.before(resolve, id) else {
        return;
    };
    let name = |id: PackageId| {
        let version = &resolve.packages[id].name.version;
        version.as_ref().map_or_else(
            || "the version without a number".to_owned(),
            ToString::to_string,
        )
    };
    let (was, is) = (name(old), name(id));
    blocks.push(Block::heading(2, format!("Changes since {was}")));
    let package = |package| PackageRef { resolve, package };
    let mut entries: Vec<Entry> = Vec::new();
    let mut docs = 0;
    for finding in packages(package(old), package(id), None) {
        let kind = match finding.class() {
            Class::Breaking => BadgeKind::Breaking,
            Class::Compatible => BadgeKind::Compatible,
            Class::Docs => {
                docs += 1;
                continue;
            }
        };
        entries.push(Entry {
            inlines: sentence(&finding.change.describe(&was, &is)),
            badges: vec![Badge {
                kind,
                text: finding.class().word().to_owned(),
            }],
            ..Entry::default()
        });
    }
    if docs > 0 || entries.is_empty() {
        let text = match docs {
            0 => "None.".to_owned(),
            1 => "Documentation or gates of 1 item.".to_owned(),
            docs => format!("Documentation or gates of {docs} items."),
        };
        entries.push(Entry {
            inlines: vec![Inline::text(text)],
            ..Entry::default()
        });
    }
    blocks.push(Block::List(entries));
}

/// A message, in which names are between backticks.
fn sentence(text: &str) -> Vec<Inline> {
    text.split('`')
        .enumerate()
        .filter(|(_, part)| !part.is_empty())
        .map(|(index, part)| match index % 2 {
            0 => Inline::text(part),
            _ => Inline::code(part),
        })
        .collect()
}
