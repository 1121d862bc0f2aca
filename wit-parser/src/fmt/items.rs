//! Files, packages, interfaces and worlds.

use super::printer::{Blank, Gap, Printer};
use crate::ast::{ExternKind, File, Include, InterfaceItem, Item, TopUse, Use, UsePath, WorldItem};
use crate::generated::tokens::Kind;

impl Printer<'_> {
    pub(super) fn file(&mut self, file: &File<'_>) {
        if let Some(package) = &file.package {
            self.token();
            self.space();
            self.tokens_to(package.name.span.end);
            self.token();
            self.gap = Gap::Hard(Blank::Always);
        }
        self.top_items(&file.items);
    }

    /// Items of a file or package. Only `use` items stand close together.
    fn top_items(&mut self, items: &[Item<'_>]) {
        let mut after_use = None;
        for item in items {
            let is_use = item.as_use().is_some();
            if let Some(after_use) = after_use {
                let blank = if is_use && after_use {
                    Blank::Keep
                } else {
                    Blank::Always
                };
                self.gap = Gap::Hard(blank);
            }
            after_use = Some(is_use);
            self.top_item(item);
            self.next_line();
        }
    }

    fn top_item(&mut self, item: &Item<'_>) {
        match item {
            Item::Use(item) => self.top_use(item),
            Item::Interface(interface) => {
                self.attributes(&interface.attributes);
                self.token();
                self.space();
                self.token();
                self.block(|printer| printer.interface_items(&interface.items));
            }
            Item::World(world) => {
                self.attributes(&world.attributes);
                self.token();
                self.space();
                self.token();
                self.block(|printer| world.items.iter().for_each(|item| printer.world_item(item)));
            }
            Item::Package(package) => {
                self.attributes(&package.attributes);
                self.token();
                self.space();
                self.tokens_to(package.decl.span.end);
                self.block(|printer| printer.top_items(&package.items));
            }
            Item::Broken(span) => self.tokens_to(span.end),
        }
    }

    /// `use a:b/c as d;`
    fn top_use(&mut self, item: &TopUse<'_>) {
        self.attributes(&item.attributes);
        self.token();
        self.space();
        self.path(&item.path);
        if item.rename.is_some() {
            self.renamed();
        }
        self.token();
    }

    fn path(&mut self, path: &UsePath<'_>) {
        self.tokens_to(path.span.end);
    }

    /// ` as name`
    fn renamed(&mut self) {
        self.space();
        self.token();
        self.space();
        self.token();
    }

    fn interface_items(&mut self, items: &[InterfaceItem<'_>]) {
        for item in items {
            match item {
                InterfaceItem::Use(item) => self.use_item(item),
                InterfaceItem::Type(item) => self.type_def(item),
                InterfaceItem::Func(item) => {
                    self.attributes(&item.attributes);
                    self.named_func(&item.kind);
                    self.token();
                }
                InterfaceItem::Broken(span) => self.tokens_to(span.end),
            }
            self.next_line();
        }
    }

    /// `use a:b/c.{d, e as f};`
    fn use_item(&mut self, item: &Use<'_>) {
        self.attributes(&item.attributes);
        self.token();
        self.space();
        self.path(&item.path);
        self.token();
        self.list(false, true, item.names.len(), |printer, index| {
            printer.token();
            if item.names[index].rename.is_some() {
                printer.renamed();
            }
        });
        self.token();
    }

    fn world_item(&mut self, item: &WorldItem<'_>) {
        match item {
            WorldItem::Use(item) => self.use_item(item),
            WorldItem::Type(item) => self.type_def(item),
            WorldItem::Import(item) | WorldItem::Export(item) => {
                self.attributes(&item.attributes);
                self.token();
                self.space();
                self.extern_item(&item.kind);
            }
            WorldItem::Include(item) => self.include(item),
            WorldItem::Broken(span) => self.tokens_to(span.end),
        }
        self.next_line();
    }

    fn extern_item(&mut self, kind: &ExternKind<'_>) {
        match kind {
            ExternKind::Path(path) => {
                self.path(path);
                self.token();
            }
            ExternKind::NamedPath(_, path) => {
                self.name_and_colon();
                self.path(path);
                self.token();
            }
            ExternKind::Interface(_, items) => {
                self.name_and_colon();
                self.token();
                self.block(|printer| printer.interface_items(items));
            }
            ExternKind::Func(_, func) => {
                self.named_func(func);
                self.token();
            }
        }
    }

    /// `include a:b/c;`, `include a:b/c with { d as e }`
    fn include(&mut self, item: &Include<'_>) {
        self.attributes(&item.attributes);
        self.token();
        self.space();
        self.path(&item.path);
        // An `include` with names ends with a brace, and without them with a `;`.
        if self.kind() != Some(Kind::With) {
            self.token();
            return;
        }
        self.space();
        self.token();
        self.space();
        self.list(true, true, item.with.len(), |printer, _| {
            printer.token();
            printer.renamed();
        });
    }
}
