//! Worlds.

use super::accessors;
use super::entity::{Absent, Entity, Gaps};
use super::func_item::FuncItem;
use super::members::ComponentName;
use super::scope::{TypeItems, TypeScope, methods_of};
use super::session::Resolver;
use super::side::Side;
use crate::codes;
use crate::{
    Accessor, Docs, FunctionId, Interface, Map, TypeOwner, World, WorldId, WorldInterface,
    WorldItem, WorldKey,
};
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::{self, Extern, ExternKind, Ident};

impl<'a, 's> Resolver<'a, 's> {
    /// Resolves a world.
    pub(crate) fn world(&mut self, item: &'a ast::World<'s>) -> Entity {
        let mistakes = self.out.diagnostics.len();
        self.no_external_id(&item.attributes, "a world");
        let attributes = self.attributes(&item.attributes);
        self.check_item_name(item.name.name, item.name.span);
        let docs = self.here.docs.read(item.span.start);
        let dropped = self.here.dropped;
        self.here.dropped |= attributes.inactive.is_some();
        let id = (!self.here.dropped).then(|| {
            self.out.model.worlds.alloc(World {
                name: item.name.name.into(),
                package: Some(self.here.package),
                imports: Map::default(),
                exports: Map::default(),
                docs,
                stability: attributes.stability,
                span: item.name.span,
            })
        });
        self.here.types = TypeScope::new(TypeItems::World(&item.items));
        if let (Some(gate), false) = (attributes.inactive, dropped) {
            self.check_gated_types(gate, "world");
        }
        // Types come first: functions and inline interfaces of the world use them.
        self.scope_types(id.map_or(TypeOwner::None, TypeOwner::World));
        let (mut imports, mut exports) = (Side::default(), Side::default());
        self.name_types(&mut imports.names);
        // A world's own types are imports of it.
        for (name, &id) in &self.here.types.types {
            imports
                .items
                .insert(WorldKey::Name(name.clone()), WorldItem::Type(id));
        }
        for item in &item.items {
            self.world_item(item, &mut imports, &mut exports);
        }
        // After the world's own items, so that a collision is reported at the `include`.
        self.includes(id, &item.items, &mut imports, &mut exports);
        let gaps = self.world_gaps(&item.items);
        self.finish_side(&mut imports, &gaps);
        self.finish_side(&mut exports, &gaps);
        self.here.dropped = dropped;
        let Some(id) = id else {
            return Entity::AbsentWorld(
                attributes.inactive.map_or(Absent::Broken, Absent::Inactive),
            );
        };
        let world = &mut self.out.model.worlds[id];
        world.imports = imports.items;
        world.exports = exports.items;
        // Only now is it known what the world has, includes included.
        self.elaborate(id);
        self.finish_world(id, gaps, mistakes);
        Entity::World(id)
    }

    /// Enters a world into its package, and what it lacks; before the world there were so many `mistakes`.
    fn finish_world(&mut self, id: WorldId, gaps: Gaps, mistakes: usize) {
        if !gaps.is_empty() {
            self.names.gaps.insert(id, gaps);
        }
        if let Some(span) = self.here.too_large.take()
            && self.out.diagnostics.len() == mistakes
        {
            // With a mistake in it, the world may not be meant to be this large.
            self.report_too_many(span);
        }
        self.check_world_limits(id);
        self.out.model.packages[self.here.package]
            .worlds
            .insert(self.out.model.worlds[id].name.clone(), id);
    }

    /// What the world lacks because of mistakes.
    fn world_gaps(&mut self, items: &[ast::WorldItem<'s>]) -> Gaps {
        let mut gaps = std::mem::take(&mut self.here.gaps);
        let types = std::mem::take(&mut self.here.types);
        gaps.is_open |= types.is_incomplete || is_incomplete(items);
        for (name, (absent, _)) in &types.absent {
            match absent {
                Absent::Broken => gaps.add((*name).into()),
                Absent::Inactive(_) => {}
            }
        }
        gaps
    }

    fn world_item(
        &mut self,
        item: &'a ast::WorldItem<'s>,
        imports: &mut Side<'a, 's>,
        exports: &mut Side<'a, 's>,
    ) {
        match item {
            ast::WorldItem::Import(item) => self.world_extern(item, "import", imports),
            ast::WorldItem::Export(item) => self.world_extern(item, "export", exports),
            ast::WorldItem::Type(def) => {
                if self.is_shadowed(def) {
                    return;
                }
                for method in methods_of(def) {
                    let item = FuncItem::of_resource(def.name, method);
                    let id = self.function(&item);
                    self.add_world_function(item, id, imports, |resolver, imports| {
                        resolver.define_function(&item, &mut imports.names)
                    });
                }
            }
            ast::WorldItem::Use(_) | ast::WorldItem::Include(_) | ast::WorldItem::Broken(_) => {}
        }
    }

    fn world_extern(&mut self, item: &'a Extern<'s>, verb: &str, side: &mut Side<'a, 's>) {
        match &item.kind {
            ExternKind::Func(name, kind) => {
                let item = FuncItem::freestanding(item.span.start, &item.attributes, *name, kind);
                let id = self.function(&item);
                self.add_world_function(item, id, side, |resolver, side| {
                    !kind.is_unclear()
                        && resolver.define_extern(*name, item.component_name(), verb, side)
                });
            }
            ExternKind::Path(path) => self.path_extern(item, path, None, verb, side),
            ExternKind::NamedPath(name, path) => {
                self.path_extern(item, path, Some(*name), verb, side);
            }
            ExternKind::Interface(name, items) => {
                let attributes = self.attributes(&item.attributes);
                let docs = self.here.docs.read(item.span.start);
                let interface = Interface {
                    name: None,
                    package: Some(self.here.package),
                    types: Map::default(),
                    functions: Map::default(),
                    docs,
                    stability: attributes.stability.clone(),
                    span: name.span,
                    clone_of: None,
                };
                // Before the name is checked: mistakes in it are told even if the name is taken.
                let id = self.interface_body(interface, items, attributes.inactive);
                if !self.define_extern(*name, ComponentName::plain(name.name), verb, side) {
                    return;
                }
                let Some(id) = id else { return };
                let interface = WorldInterface {
                    id,
                    docs: Docs::default(),
                    stability: attributes.stability,
                    external_id: attributes.external_id,
                    span: name.span,
                };
                side.items.insert(
                    WorldKey::Name(name.name.into()),
                    WorldItem::Interface(interface),
                );
            }
        }
    }

    /// Reports that an interface is imported or exported twice, `first` and here. Of a world this is said once: lists that were
    /// written twice have all their interfaces twice.
    fn repeated_interface(
        &mut self,
        item: &Extern<'s>,
        path: &ast::UsePath<'s>,
        first: Span,
        verb: &str,
        side: &mut Side<'a, 's>,
    ) {
        if let Some(index) = side.repeated {
            self.mention_again(index, path.span);
            return;
        }
        side.repeated = Some(self.out.diagnostics.len());
        let message = format!("the world {verb}s the interface `{}` twice", path.name.name);
        let diagnostic = Diagnostic::error(codes::REPEATED_INTERFACE, message, path.span)
            .also(first, "the first time")
            .guess("remove it", item.span, "");
        self.report(diagnostic);
    }

    /// An interface that is named by its path, and perhaps under a plain name.
    fn path_extern(
        &mut self,
        item: &'a Extern<'s>,
        path: &'a ast::UsePath<'s>,
        name: Option<Ident<'s>>,
        verb: &str,
        side: &mut Side<'a, 's>,
    ) {
        let span = name.unwrap_or(path.name).span;
        let attributes = self.attributes(&item.attributes);
        let docs = self.here.docs.read(item.span.start);
        let dropped = self.here.dropped;
        self.here.dropped |= attributes.inactive.is_some();
        // What is inactive may name what another package lacks: that may be of another version.
        let id = self.interface_of(path);
        let gone =
            std::mem::replace(&mut self.here.dropped, dropped) || attributes.inactive.is_some();
        if let Some(name) = name {
            if !self.define_extern(name, ComponentName::plain(name.name), verb, side) {
                return;
            }
        } else if let Some(id) = id
            && let Some(first) = side.interfaces.insert(id, path.span)
        {
            self.repeated_interface(item, path, first, verb, side);
            return;
        }
        let Some(id) = id.filter(|_| !gone) else {
            if let (Some(name), false) = (name, gone) {
                self.here.gaps.add(name.name.into());
            }
            return;
        };
        let key = name.map_or(WorldKey::Interface(id), |name| {
            WorldKey::Name(name.name.into())
        });
        let interface = WorldInterface {
            id,
            docs,
            stability: attributes.stability,
            external_id: attributes.external_id,
            span,
        };
        side.items.insert(key, WorldItem::Interface(interface));
    }

    fn add_world_function(
        &mut self,
        item: FuncItem<'a, 's>,
        id: Option<FunctionId>,
        side: &mut Side<'a, 's>,
        define: impl FnOnce(&mut Self, &mut Side<'a, 's>) -> bool,
    ) {
        if !define(self, side) {
            return;
        }
        let Some(id) = id else {
            // The functions of a resource have no plain name of their own.
            if item.resource.is_none() && !self.is_inactive(item.attributes) {
                self.here.gaps.add(item.name.name.into());
            }
            return;
        };
        // A setter may come before its getter, so they are paired when the whole side is read.
        if item.form.accessor().is_some() {
            side.accessors.push(item);
        }
        let name = self.out.model.functions[id].name.clone();
        side.items
            .insert(WorldKey::Name(name), WorldItem::Function(id));
    }

    /// Enters the plain name of an import or export, unless it is taken.
    fn define_extern(
        &mut self,
        name: Ident<'s>,
        component_name: ComponentName<'s>,
        verb: &str,
        side: &mut Side<'a, 's>,
    ) -> bool {
        if name.is_missing() {
            return false;
        }
        let Err((first, span)) = side.names.add(component_name, name.span) else {
            return true;
        };
        let message = if first.name == name.name {
            format!("the world has another {verb} called `{}`", name.name)
        } else {
            format!(
                "the {verb}s `{}` and `{}` have the same name",
                first.name, name.name
            )
        };
        let diagnostic = Diagnostic::error(codes::EXTERN_CONFLICT, message, name.span)
            .label("again here")
            .also(span, "first defined here")
            .note(if first.name == name.name {
                "a world's own types are imports as well; give one of them another name"
            } else {
                "components ignore case and hyphens when they compare names: choose another name"
            });
        self.report(diagnostic);
        false
    }

    /// Puts setters after their getters, and reports those that have none: the getter may come from an `include`, or be
    /// what could not be read.
    fn finish_side(&mut self, side: &mut Side<'a, 's>, gaps: &Gaps) {
        for item in std::mem::take(&mut side.accessors) {
            if item.form.accessor() == Some(Accessor::Set) {
                let getter = WorldKey::Name(accessors::getter_of(&item.full_name()));
                if !gaps.may_have(item.name.name) && !side.items.contains_key(&getter) {
                    self.report_no_getter(&item);
                }
            }
        }
        accessors::place_setters(&mut side.items, |item| accessors::accessor_of(self, item));
    }
}

/// Whether the name or kind of an import, an export or an included world could not be read.
fn is_incomplete(items: &[ast::WorldItem<'_>]) -> bool {
    items.iter().any(|item| match item {
        ast::WorldItem::Import(item) | ast::WorldItem::Export(item) => match &item.kind {
            ExternKind::Func(name, kind) => name.is_missing() || kind.is_unclear(),
            ExternKind::Path(path) => path.name.is_missing(),
            ExternKind::NamedPath(name, _) | ExternKind::Interface(name, _) => name.is_missing(),
        },
        ast::WorldItem::Include(item) => item.path.name.is_missing(),
        ast::WorldItem::Use(_) | ast::WorldItem::Type(_) | ast::WorldItem::Broken(_) => false,
    })
}
