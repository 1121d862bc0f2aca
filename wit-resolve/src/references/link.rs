//! What names in the text refer to: paths, types, and what is defined within types and functions.

use super::collect::{Collector, Site};
use super::scopes::NameScope;
use super::{DefinitionId, DefinitionKind};
use crate::FastMap;
use crate::resolve::FilePart;
use witc_parser::ast::{
    self, AttributeKind, ExternKind, FuncKind, Ident, InterfaceItem, Item, ResourceFuncKind,
    TypeDefKind, UsePath, WorldItem,
};

/// An interface or world whose names are linked.
#[derive(Clone, Copy)]
struct LinkSite<'t, 's> {
    site: Site,
    part: &'t FilePart<'s>,
    scope: usize,
}

impl<'s> Collector<'_, 's> {
    /// Links all names of a unit, whose scopes are numbered from `first_scope` on.
    pub(super) fn link_unit(&mut self, unit: usize, tree: &[FilePart<'s>], first_scope: usize) {
        let mut scope = first_scope;
        for (index, part) in tree.iter().enumerate() {
            let site = Site { unit, part: index };
            for item in &part.items {
                let place = LinkSite { site, part, scope };
                match item {
                    Item::Use(item) => self.link_top_use(site, item),
                    Item::Interface(interface) => {
                        self.link_attributes(&interface.attributes);
                        self.link_interface(place, &interface.items);
                        scope += 1;
                    }
                    Item::World(world) => {
                        self.link_attributes(&world.attributes);
                        self.link_world(place, &world.items);
                        scope += 1;
                    }
                    Item::Package(_) | Item::Broken(_) => {}
                }
            }
        }
    }

    fn link_top_use(&mut self, site: Site, item: &ast::TopUse<'s>) {
        self.link_package(&item.path);
        let name = item.rename.unwrap_or(item.path.name);
        let target = self.file_name(site, name).map(|name| name.target);
        // Two `use` items may give one name to different interfaces; only the first counts.
        let target = target.filter(|target| target.name == item.path.name.name);
        let definition = target.and_then(|target| self.item_definition(target));
        self.occur(item.path.name, definition);
    }

    fn link_package(&mut self, path: &UsePath<'s>) {
        if let Some(package) = &path.package
            && let Some(unit) = self.unit_of(package)
        {
            self.occur_package(unit, package);
        }
    }

    fn link_path(&mut self, site: Site, path: &UsePath<'s>) {
        self.link_package(path);
        let is_bare = path.package.is_none();
        // With a package before it, the name is that of the package's own item.
        let in_file = self.file_name(site, path.name).filter(|_| is_bare);
        let definition = in_file.and_then(|name| name.alias).or_else(|| {
            let item = self.item_of(site, path)?;
            self.item_definition(item)
        });
        self.occur(path.name, definition);
    }

    fn link_attributes(&mut self, attributes: &[ast::Attribute<'s>]) {
        for attribute in attributes {
            match &attribute.kind {
                AttributeKind::Unstable(feature) if !feature.is_missing() => {
                    match self.features.get(feature.name) {
                        Some(definition) => self.occur(*feature, Some(*definition)),
                        None => {
                            let definition = self.define(DefinitionKind::Feature, *feature);
                            self.features.insert(feature.name, definition);
                        }
                    }
                }
                AttributeKind::Unstable(_)
                | AttributeKind::Since(_)
                | AttributeKind::Deprecated(_)
                | AttributeKind::ExternalId(_)
                | AttributeKind::Broken => {}
            }
        }
    }

    fn link_interface(&mut self, place: LinkSite<'_, 's>, items: &[InterfaceItem<'s>]) {
        for item in items {
            match item {
                InterfaceItem::Use(item) => self.link_uses(place, item),
                InterfaceItem::Type(def) => self.link_definition(place, def),
                InterfaceItem::Func(func) => {
                    self.link_attributes(&func.attributes);
                    self.link_func(place, signature(&func.kind));
                }
                InterfaceItem::Broken(_) => {}
            }
        }
    }

    fn link_world(&mut self, place: LinkSite<'_, 's>, items: &[WorldItem<'s>]) {
        for item in items {
            match item {
                WorldItem::Use(item) => self.link_uses(place, item),
                WorldItem::Type(def) => self.link_definition(place, def),
                WorldItem::Import(item) | WorldItem::Export(item) => {
                    self.link_attributes(&item.attributes);
                    self.link_extern(place, &item.kind);
                }
                WorldItem::Include(item) => self.link_include(place.site, item),
                WorldItem::Broken(_) => {}
            }
        }
    }

    fn link_extern(&mut self, place: LinkSite<'_, 's>, kind: &ExternKind<'s>) {
        match kind {
            ExternKind::Path(path) | ExternKind::NamedPath(_, path) => {
                self.link_path(place.site, path);
            }
            ExternKind::Interface(_, items) => {
                let mut scope = NameScope {
                    definition: None,
                    names: FastMap::default(),
                    includes: Vec::new(),
                };
                self.declare_interface(place.site, items, &mut scope);
                let inline = LinkSite {
                    scope: self.scopes.len(),
                    ..place
                };
                self.scopes.push(scope);
                self.link_interface(inline, items);
            }
            ExternKind::Func(_, kind) => self.link_func(place, signature(kind)),
        }
    }

    fn link_include(&mut self, site: Site, item: &ast::Include<'s>) {
        self.link_attributes(&item.attributes);
        self.link_path(site, &item.path);
        let world = self.item_of(site, &item.path);
        let scope = world.and_then(|world| self.scope_of(world));
        for (name, _) in &item.with {
            let definition = scope.and_then(|scope| self.lookup(scope, name.name));
            self.occur(*name, definition);
        }
    }

    fn link_uses(&mut self, place: LinkSite<'_, 's>, item: &ast::Use<'s>) {
        self.link_attributes(&item.attributes);
        self.link_path(place.site, &item.path);
        let interface = self.item_of(place.site, &item.path);
        let scope = interface.and_then(|interface| self.scope_of(interface));
        for used in &item.names {
            let definition = scope.and_then(|scope| self.lookup(scope, used.name.name));
            self.occur(used.name, definition);
        }
    }

    fn link_definition(&mut self, place: LinkSite<'_, 's>, def: &ast::TypeDef<'s>) {
        self.link_attributes(&def.attributes);
        match &def.kind {
            TypeDefKind::Alias(ty) => self.link_type(place, ty),
            TypeDefKind::Record(fields) => {
                for field in fields {
                    self.define_member(DefinitionKind::Field, field.name);
                    self.link_type(place, &field.ty);
                }
            }
            TypeDefKind::Variant(cases) => {
                for case in cases {
                    self.define_member(DefinitionKind::Case, case.name);
                    case.ty.iter().for_each(|ty| self.link_type(place, ty));
                }
            }
            TypeDefKind::Enum(cases) => cases.iter().for_each(|case| {
                self.define_member(DefinitionKind::Case, case.name);
            }),
            TypeDefKind::Flags(flags) => flags.iter().for_each(|flag| {
                self.define_member(DefinitionKind::Flag, flag.name);
            }),
            TypeDefKind::Resource(functions) => self.link_resource(place, functions),
        }
    }

    fn define_member(&mut self, kind: DefinitionKind, name: Ident<'s>) {
        if !name.is_missing() {
            self.define(kind, name);
        }
    }

    fn link_resource(&mut self, place: LinkSite<'_, 's>, functions: &[ast::ResourceFunc<'s>]) {
        let mut names: FastMap<&str, DefinitionId> = FastMap::default();
        for function in functions {
            self.link_attributes(&function.attributes);
            match &function.kind {
                ResourceFuncKind::Constructor(_, func) => self.link_func(place, func),
                ResourceFuncKind::Method(name, kind) | ResourceFuncKind::Static(name, kind) => {
                    // The getter and the setter of a property are one name.
                    match names.get(name.name) {
                        Some(definition) => self.occur(*name, Some(*definition)),
                        None if name.is_missing() => {}
                        None => {
                            let definition = self.define(DefinitionKind::Function, *name);
                            names.insert(name.name, definition);
                        }
                    }
                    self.link_func(place, signature(kind));
                }
            }
        }
    }

    fn link_func(&mut self, place: LinkSite<'_, 's>, func: &ast::Func<'s>) {
        for param in &place.part.nodes_at(func.span)[func.params] {
            self.define_member(DefinitionKind::Param, param.name);
            self.link_type(place, &param.ty);
        }
        func.result.iter().for_each(|ty| self.link_type(place, ty));
    }

    fn link_type(&mut self, place: LinkSite<'_, 's>, ty: &ast::Type<'s>) {
        // The nodes of a type are in the arena of its file, and the files of a package are parsed
        // apart.
        let nodes = place.part.nodes_at(ty.span);
        if let Some(name) = ty.kind.name() {
            let span = ty.span;
            let definition = self.lookup(place.scope, name);
            self.occur(Ident { name, span }, definition);
        }
        nodes.for_each_part(ty, &mut |part| self.link_type(place, part));
    }
}

/// The parameters and result of a function or an accessor.
fn signature<'t, 's>(kind: &'t FuncKind<'s>) -> &'t ast::Func<'s> {
    match kind {
        FuncKind::Func(func) | FuncKind::Getter(func) | FuncKind::Setter(func) => func,
    }
}
