//! The document of a world in the shape of wit-bindgen's: one page with all that the world imports and exports.
//!
//! Anchors are those of wit-bindgen where they mean one thing. A name that several interfaces have gets the name of the
//! interface before it, so that no link leads to another type of the same name.

use crate::document::{Block, Document, Entry, Heading, Inline};
use crate::item::{Item, Scope, used_type};
use crate::pages::{badges, docs_of, type_word};
use crate::site::{Site, Unique};
use crate::spell::{Speller, type_pieces};
use heck::ToSnakeCase;
use std::collections::HashMap;
use witc_resolve::{
    Direction, Function, FunctionId, InterfaceId, Resolve, Stability, Type, TypeId, WorldId,
    WorldItem, WorldKey,
};

/// The document of a world, and the site in which its links are looked up.
pub(crate) fn document(resolve: &Resolve, id: WorldId) -> (Site<'_>, Document) {
    let mut draft = Draft {
        resolve,
        site: Site::of_one_page(resolve, id),
        counts: HashMap::new(),
        taken: Unique::default(),
        blocks: Vec::new(),
    };
    for (_, key, item) in resolve.externs(id) {
        draft.count(key, item);
    }
    let world = &resolve.worlds[id];
    let anchor = draft.take("", world.name.to_snake_case());
    draft.site.place(Item::World(id), 0, Some(anchor.clone()));
    draft.heading(
        1,
        Some(anchor),
        vec![Inline::text(format!("World {}", world.name))],
        &world.stability,
    );
    let scope = Scope::world(resolve, id);
    draft.docs(world.docs.text(), scope, Item::World(id));
    draft.contents(id);
    for direction in [Direction::Import, Direction::Export] {
        draft.side(id, direction);
    }
    let document = Document {
        title: format!("World {}", world.name),
        blocks: draft.blocks,
    };
    (draft.site, document)
}

struct Draft<'a> {
    resolve: &'a Resolve,
    site: Site<'a>,
    /// How often each anchor of wit-bindgen's would be there.
    counts: HashMap<String, usize>,
    taken: Unique,
    blocks: Vec<Block>,
}

impl<'a> Draft<'a> {
    /// Counts the anchors of what is defined in an import or export.
    fn count(&mut self, key: &WorldKey, item: &WorldItem) {
        let resolve = self.resolve;
        let mut add = |name: String| *self.counts.entry(name).or_default() += 1;
        match item {
            WorldItem::Interface(interface) => {
                add(resolve.extern_name(key).to_snake_case());
                let interface = &resolve.interfaces[interface.id];
                for (name, &id) in &interface.types {
                    // What is brought in is defined elsewhere.
                    if used_type(resolve, id).is_none() {
                        add(name.to_snake_case());
                    }
                }
                for name in interface.functions.keys() {
                    add(name.to_snake_case());
                }
            }
            WorldItem::Function(id) => add(resolve.functions[*id].name.to_snake_case()),
            WorldItem::Type(id) => {
                if used_type(resolve, *id).is_none() {
                    add(resolve.types[*id].name_or_empty().to_snake_case());
                }
            }
        }
    }

    /// An anchor that nothing else has: with the anchor of the interface before it where the name is not enough.
    fn take(&mut self, home: &str, name: String) -> String {
        let is_one = self.counts.get(&name).is_none_or(|count| *count < 2);
        let anchor = if is_one || home.is_empty() {
            name
        } else {
            format!("{home}.{name}")
        };
        self.taken.take(anchor)
    }

    fn heading(
        &mut self,
        level: u8,
        anchor: Option<String>,
        inlines: Vec<Inline>,
        stability: &Stability,
    ) {
        self.blocks.push(Block::Heading(Heading {
            level,
            anchor,
            inlines,
            badges: badges(stability),
        }));
    }

    fn docs(&mut self, text: Option<&str>, scope: Scope, about: Item) {
        self.blocks
            .extend(docs_of(text, scope, about).map(Block::Docs));
    }

    /// The table of contents.
    fn contents(&mut self, id: WorldId) {
        let resolve = self.resolve;
        let mut sides = Vec::new();
        for (side, title) in [
            (Direction::Import, "Imports:"),
            (Direction::Export, "Exports:"),
        ] {
            let entries: Vec<Entry> = resolve
                .externs(id)
                .filter(|(direction, ..)| *direction == side)
                .map(|(_, key, item)| {
                    let (word, item) = match item {
                        WorldItem::Interface(it) => ("interface ", Item::Interface(it.id)),
                        WorldItem::Function(id) => ("function ", Item::Function(*id)),
                        WorldItem::Type(id) => ("type ", Item::Type(*id)),
                    };
                    let name = resolve.extern_name(key);
                    Entry {
                        inlines: vec![Inline::text(word), Inline::code(name).to(item)],
                        ..Entry::default()
                    }
                })
                .collect();
            if !entries.is_empty() {
                sides.push(Entry {
                    inlines: vec![Inline::text(title)],
                    inner: entries,
                    ..Entry::default()
                });
            }
        }
        if !sides.is_empty() {
            self.blocks.push(Block::List(sides));
        }
    }

    /// All that the world imports, or exports.
    fn side(&mut self, id: WorldId, direction: Direction) {
        let resolve = self.resolve;
        let world = &resolve.worlds[id].name;
        let (mut types, mut functions) = (Vec::new(), Vec::new());
        for (_, key, item) in resolve.externs(id).filter(|(side, ..)| *side == direction) {
            match item {
                WorldItem::Interface(interface) => self.interface(direction, key, interface.id),
                WorldItem::Function(id) => functions.push(*id),
                WorldItem::Type(id) => types.push(*id),
            }
        }
        let scope = Scope::world(resolve, id);
        if !types.is_empty() {
            let title = format!("Exported types from world `{world}`");
            self.heading(2, None, sentence(&title), &Stability::default());
            for id in types {
                self.ty("", id, scope);
            }
        }
        if !functions.is_empty() {
            let title = match direction {
                Direction::Import => format!("Imported functions to world `{world}`"),
                Direction::Export => format!("Exported functions from world `{world}`"),
            };
            self.heading(2, None, sentence(&title), &Stability::default());
            for id in functions {
                self.function("", id, scope);
            }
        }
    }

    fn interface(&mut self, direction: Direction, key: &WorldKey, id: InterfaceId) {
        let resolve = self.resolve;
        let interface = &resolve.interfaces[id];
        let name = resolve.extern_name(key);
        let word = match direction {
            Direction::Import => "Import",
            Direction::Export => "Export",
        };
        // An interface that is imported and exported is told of twice, under two anchors.
        let home = self.taken.take(name.to_snake_case());
        self.site.place(Item::Interface(id), 0, Some(home.clone()));
        let title = vec![Inline::text(format!("{word} interface {name}"))];
        self.heading(2, Some(home.clone()), title, &interface.stability);
        let scope = Scope::interface(resolve, id);
        self.docs(interface.docs.text(), scope, Item::Interface(id));
        if !interface.types.is_empty() {
            self.blocks.push(Block::Rule);
            self.blocks.push(Block::heading(3, "Types"));
        }
        for &id in interface.types.values() {
            self.ty(&home, id, scope);
        }
        if !interface.functions.is_empty() {
            self.blocks.push(Block::Rule);
            self.blocks.push(Block::heading(3, "Functions"));
        }
        for &id in interface.functions.values() {
            self.function(&home, id, scope);
        }
    }

    fn ty(&mut self, home: &str, id: TypeId, scope: Scope) {
        let resolve = self.resolve;
        let def = &resolve.types[id];
        let name = def.name_or_empty();
        let item = Item::Type(id);
        let snake = name.to_snake_case();
        let anchor = if used_type(resolve, id).is_some() {
            // The plain anchor is that of the definition.
            let home = if home.is_empty() { "world" } else { home };
            self.taken.take(format!("{home}.{snake}"))
        } else {
            let anchor = self.take(home, snake);
            self.site.place(item, 0, Some(anchor.clone()));
            anchor
        };
        let mut title = Speller::new(resolve);
        title.plain(&format!("{} {name}", type_word(&def.kind)));
        let is_alias = !def.kind.is_nominal();
        self.heading(4, Some(anchor.clone()), title.out, &def.stability);
        if is_alias {
            let mut line = Speller::new(resolve);
            line.kind(&def.kind);
            self.blocks.push(Block::Paragraph(line.out));
        }
        self.docs(def.docs().text(), scope, item);
        self.members(id, &anchor, scope);
    }

    fn members(&mut self, id: TypeId, anchor: &str, scope: Scope) {
        let kind = &self.resolve.types[id].kind;
        let mut entries: Vec<(&str, Option<Type>, Option<&str>)> = Vec::new();
        let mut title = "";
        if let Some(record) = kind.as_record() {
            title = "Record Fields";
            let fields = record.fields.iter();
            entries.extend(fields.map(|it| (it.name.as_str(), Some(it.ty), it.docs.text())));
        } else if let Some(variant) = kind.as_variant() {
            title = "Variant Cases";
            let cases = variant.cases.iter();
            entries.extend(cases.map(|it| (it.name.as_str(), it.ty, it.docs.text())));
        } else if let Some(cases) = kind.as_enum() {
            title = "Enum Cases";
            let cases = cases.cases.iter();
            entries.extend(cases.map(|it| (it.name.as_str(), None, it.docs.text())));
        } else if let Some(flags) = kind.as_flags() {
            title = "Flags members";
            let flags = flags.flags.iter();
            entries.extend(flags.map(|it| (it.name.as_str(), None, it.docs.text())));
        }
        if entries.is_empty() {
            return;
        }
        self.blocks.push(Block::heading(5, title));
        let mut list = Vec::new();
        for (index, (name, ty, docs)) in entries.into_iter().enumerate() {
            let item = Item::Member(id, index);
            let anchor = self
                .taken
                .take(format!("{anchor}.{}", name.to_snake_case()));
            self.site.place(item, 0, Some(anchor.clone()));
            list.push(Entry {
                anchor: Some(anchor),
                inlines: named(self.resolve, name, ty),
                docs: docs_of(docs, scope, item),
                ..Entry::default()
            });
        }
        self.blocks.push(Block::List(list));
    }

    fn function(&mut self, home: &str, id: FunctionId, scope: Scope) {
        let resolve = self.resolve;
        let function: &Function = &resolve.functions[id];
        let item = Item::Function(id);
        let anchor = self.take(home, function.name.to_snake_case());
        self.site.place(item, 0, Some(anchor.clone()));
        let word = if function.is_async {
            "async func"
        } else {
            "func"
        };
        let title = vec![Inline::code(format!("{}: {word}", function.name))];
        self.heading(4, Some(anchor.clone()), title, &function.stability);
        self.docs(function.docs.text(), scope, item);
        if !function.params.is_empty() {
            self.blocks.push(Block::heading(5, "Params"));
            let params = function.params.iter().map(|param| Entry {
                anchor: Some(
                    self.taken
                        .take(format!("{anchor}.{}", param.name.to_snake_case())),
                ),
                inlines: named(resolve, &param.name, Some(param.ty)),
                ..Entry::default()
            });
            let params = params.collect();
            self.blocks.push(Block::List(params));
        }
        if let Some(result) = function.result {
            self.blocks.push(Block::heading(5, "Return values"));
            let anchor = self.taken.take(format!("{anchor}.0"));
            self.blocks.push(Block::List(vec![Entry {
                anchor: Some(anchor),
                inlines: type_pieces(resolve, result),
                ..Entry::default()
            }]));
        }
    }
}

/// A name, and the type that it has.
fn named(resolve: &Resolve, name: &str, ty: Option<Type>) -> Vec<Inline> {
    let mut line = vec![Inline::code(name)];
    if let Some(ty) = ty {
        line.push(Inline::text(": "));
        line.extend(type_pieces(resolve, ty));
    }
    line
}

/// A message, in which names are between backticks.
fn sentence(text: &str) -> Vec<Inline> {
    let parts = text.split('`').enumerate();
    let parts = parts.filter(|(_, part)| !part.is_empty());
    parts
        .map(|(index, part)| match index % 2 {
            0 => Inline::text(part),
            _ => Inline::code(part),
        })
        .collect()
}
