//! Items of files, packages, interfaces and worlds.

use super::builder::{Builder, take};
use crate::ast::*;
use witc_diagnostics::Span;

impl<'s> Builder<'s> {
    pub(crate) fn use_item(&mut self, l: u32, r: u32, attributes: usize) {
        let attributes = self.attributes(attributes);
        let path = self.path();
        let names = take(&mut self.use_names);
        self.use_item = Some(Use {
            span: Span::new(l, r),
            attributes,
            path,
            names,
        });
    }

    pub(crate) fn interface_use(&mut self) {
        self.interface_items
            .extend(self.use_item.take().map(InterfaceItem::Use));
    }

    pub(crate) fn interface_type(&mut self) {
        self.interface_items
            .extend(self.type_def.take().map(InterfaceItem::Type));
    }

    pub(crate) fn interface_func(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let attributes = self.attributes(attributes);
        let Some(kind) = self.func.take() else { return };
        let func = NamedFunc {
            span: Span::new(l, r),
            attributes,
            name,
            kind,
        };
        self.interface_items.push(InterfaceItem::Func(func));
    }

    pub(crate) fn world_use(&mut self) {
        self.world_items
            .extend(self.use_item.take().map(WorldItem::Use));
    }

    pub(crate) fn world_type(&mut self) {
        self.world_items
            .extend(self.type_def.take().map(WorldItem::Type));
    }

    pub(crate) fn import(&mut self, l: u32, r: u32, attributes: usize) {
        let attributes = self.attributes(attributes);
        let Some(kind) = self.extern_kind.take() else {
            return;
        };
        self.world_items.push(WorldItem::Import(Extern {
            span: Span::new(l, r),
            attributes,
            kind,
        }));
    }

    pub(crate) fn export(&mut self, l: u32, r: u32, attributes: usize) {
        let attributes = self.attributes(attributes);
        let Some(kind) = self.extern_kind.take() else {
            return;
        };
        self.world_items.push(WorldItem::Export(Extern {
            span: Span::new(l, r),
            attributes,
            kind,
        }));
    }

    pub(crate) fn include(&mut self, l: u32, r: u32, attributes: usize) {
        let attributes = self.attributes(attributes);
        let path = self.path();
        let with = take(&mut self.with_names);
        self.world_items.push(WorldItem::Include(Include {
            span: Span::new(l, r),
            attributes,
            path,
            with,
        }));
    }

    pub(crate) fn extern_path(&mut self) {
        let path = self.path();
        self.extern_kind = Some(ExternKind::Path(path));
    }

    pub(crate) fn extern_named_path(&mut self, name: Ident<'s>) {
        let path = self.path();
        self.extern_kind = Some(ExternKind::NamedPath(name, path));
    }

    pub(crate) fn extern_interface(&mut self, name: Ident<'s>) {
        self.extern_kind = Some(ExternKind::Interface(name, take(&mut self.interface_items)));
    }

    pub(crate) fn extern_func(&mut self, name: Ident<'s>) {
        self.extern_kind = self.func.take().map(|func| ExternKind::Func(name, func));
    }

    /// The declaration whose name waits.
    pub(super) fn package_decl(&mut self, l: u32, r: u32) -> Option<PackageDecl<'s>> {
        let name = self.package_name.take()?;
        Some(PackageDecl {
            span: Span::new(l, r),
            name,
        })
    }

    pub(crate) fn package(&mut self, l: u32, r: u32, attributes: usize) {
        let attributes = self.attributes(attributes);
        let decl = self.package_decl(l, r);
        self.packages.extend(decl.map(|decl| (decl, attributes)));
    }

    pub(crate) fn nested_decl(&mut self, l: u32, r: u32) {
        let decl = self.package_decl(l, r);
        self.open_packages
            // Items that follow belong to the package; those before it do not.
            .extend(decl.map(|decl| (decl, self.items.len())));
    }

    pub(crate) fn nested_package(&mut self, l: u32, r: u32, attributes: usize) {
        let attributes = self.attributes(attributes);
        let Some((decl, start)) = self.open_packages.pop() else {
            return;
        };
        let items = self.items.drain(start..).collect();
        self.items.push(Item::Package(NestedPackage {
            span: Span::new(l, r),
            attributes,
            decl,
            items,
        }));
    }

    pub(crate) fn top_use(&mut self, l: u32, r: u32, attributes: usize, rename: Option<Ident<'s>>) {
        let attributes = self.attributes(attributes);
        let path = self.path();
        self.items.push(Item::Use(TopUse {
            span: Span::new(l, r),
            attributes,
            path,
            rename,
        }));
    }

    pub(crate) fn interface(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let attributes = self.attributes(attributes);
        let items = take(&mut self.interface_items);
        self.items.push(Item::Interface(Interface {
            span: Span::new(l, r),
            attributes,
            name,
            items,
        }));
    }

    pub(crate) fn world(&mut self, l: u32, r: u32, attributes: usize, name: Ident<'s>) {
        let attributes = self.attributes(attributes);
        let items = take(&mut self.world_items);
        self.items.push(Item::World(World {
            span: Span::new(l, r),
            attributes,
            name,
            items,
        }));
    }
}
