//! Interfaces, and the types of interfaces and worlds.

use super::funcs::{self, FuncItem};
use super::gates::Attributes;
use super::names::{ComponentName, NameSet};
use super::scope::{Items, TypeScope};
use super::types::duplicate;
use super::{Absent, Entity, FastMap, Resolver, graph};
use crate::codes;
use crate::{
    Accessor, Function, FunctionId, Interface, InterfaceId, Map, Name, Named, Type, TypeDef,
    TypeDefKind, TypeOwner,
};
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::{self, File, Ident, InterfaceItem, Nodes, TypeKind};
use witc_parser::order::sort_by_key;

impl<'a, 's> Resolver<'a, 's> {
    /// Resolves an interface that has a name.
    pub(crate) fn interface(&mut self, item: &'a ast::Interface<'s>) -> Entity {
        self.no_external_id(&item.attributes, "an interface");
        let attributes = self.attributes(&item.attributes, item.name.span);
        let docs = self.docs.read(item.span.start);
        let interface = Interface {
            name: Some(item.name.name.into()),
            package: Some(self.package),
            types: Map::default(),
            functions: Map::default(),
            docs,
            stability: attributes.stability,
            span: item.name.span,
            clone_of: None,
        };
        match self.interface_body(interface, &item.items, attributes.inactive) {
            Some(id) => {
                let name = self.out.interfaces[id].name.clone().unwrap_or_default();
                self.out.packages[self.package].interfaces.insert(name, id);
                Entity::Interface(id)
            }
            None => Entity::AbsentInterface(
                attributes.inactive.map_or(Absent::Broken, Absent::Inactive),
            ),
        }
    }

    /// Resolves what is in an interface; nothing if the interface is not there.
    pub(crate) fn interface_body(
        &mut self,
        interface: Interface,
        items: &'a [InterfaceItem<'s>],
        inactive: Option<Span>,
    ) -> Option<InterfaceId> {
        let dropped = self.dropped;
        self.dropped |= inactive.is_some();
        let id = (!self.dropped).then(|| self.out.interfaces.alloc(interface));
        let outer = std::mem::replace(&mut self.types, TypeScope::new(Items::Interface(items)));
        let owner = id.map_or(TypeOwner::None, TypeOwner::Interface);
        if let (Some(gate), false) = (inactive, dropped) {
            self.check_gated_types(gate, "interface");
        }
        self.scope_types(owner);
        let mut names = std::mem::take(&mut self.names);
        self.name_types(&mut names);
        let functions = self.functions(items, &mut names);
        names.clear();
        self.names = names;
        let scope = std::mem::replace(&mut self.types, outer);
        self.dropped = dropped;
        let id = id?;
        if scope.has_holes {
            self.with_holes.insert(id, ());
        }
        self.absent_types.extend(
            scope
                .absent
                .iter()
                .map(|(name, (absent, _))| ((id, *name), *absent)),
        );
        let interface = &mut self.out.interfaces[id];
        interface.types = scope.types;
        interface.functions = functions;
        Some(id)
    }

    /// The functions of an interface, those of its resources among them, in order.
    fn functions(
        &mut self,
        items: &'a [InterfaceItem<'s>],
        names: &mut NameSet<'s>,
    ) -> Map<Name, FunctionId> {
        let count_in = |item: &InterfaceItem<'_>| match item {
            InterfaceItem::Func(_) => 1,
            InterfaceItem::Type(ast::TypeDef {
                kind: ast::TypeDefKind::Resource(methods),
                ..
            }) => methods.len(),
            _ => 0,
        };
        let count = items.iter().map(count_in).sum();
        let mut functions = Map::with_capacity_and_hasher(count, Default::default());
        let mut setters = Vec::new();
        for item in items {
            match item {
                InterfaceItem::Use(_) | InterfaceItem::Broken(_) => {}
                InterfaceItem::Func(func) => {
                    let item = FuncItem::freestanding(
                        func.span.start,
                        &func.attributes,
                        func.name,
                        &func.kind,
                    );
                    self.add_function(item, names, &mut functions, &mut setters);
                }
                InterfaceItem::Type(def) => {
                    let ast::TypeDefKind::Resource(methods) = &def.kind else {
                        continue;
                    };
                    if self.is_shadowed(def) {
                        continue;
                    }
                    for method in methods {
                        let item = FuncItem::of_resource(def.name, method);
                        self.add_function(item, names, &mut functions, &mut setters);
                    }
                }
            }
        }
        if !self.types.has_holes && !has_unclear_function(items) {
            self.check_setters(&setters);
        }
        if !setters.is_empty() {
            let all = &self.out.functions;
            funcs::place_setters(&mut functions, |id| {
                let function: &Function = &all[*id];
                function
                    .accessor
                    .map(|accessor| (function.name.clone(), accessor == Accessor::Set))
            });
        }
        functions
    }

    fn add_function(
        &mut self,
        item: FuncItem<'a, 's>,
        names: &mut NameSet<'s>,
        functions: &mut Map<Name, FunctionId>,
        accessors: &mut Vec<FuncItem<'a, 's>>,
    ) {
        let id = self.function(&item);
        if !self.define_function(&item, names) {
            return;
        }
        if item.form.accessor().is_some() {
            accessors.push(item);
        }
        if let Some(id) = id {
            functions.insert(self.out.functions[id].name.clone(), id);
        }
    }

    /// Enters a function's name, unless it is taken.
    pub(crate) fn define_function(
        &mut self,
        item: &FuncItem<'a, 's>,
        names: &mut NameSet<'s>,
    ) -> bool {
        if item.name.is_missing() || item.func.is_unclear {
            return false;
        }
        let Err((first, span)) = names.add(item.component_name(), item.name.span) else {
            return true;
        };
        let diagnostic = match item.form {
            funcs::Form::Constructor => {
                let message = format!("the resource `{}` has two constructors", item.name.name);
                Diagnostic::error(codes::DUPLICATE_NAME, message, item.name.span)
                    .also(span, "the first one")
                    .note("further ones can be static functions: `new-from: static func(…) -> …`")
            }
            _ if item.resource.is_some_and(|resource| resource.span == span) => {
                let message = format!(
                    "a function of the resource `{}` can't have the resource's name",
                    first.name
                );
                Diagnostic::error(codes::DUPLICATE_NAME, message, item.name.span)
                    .also(span, "the resource")
            }
            _ => duplicate(codes::DUPLICATE_NAME, "item", item.name, first.name, span),
        };
        self.report(diagnostic);
        false
    }

    /// Checks that each setter has a getter.
    fn check_setters(&mut self, accessors: &[FuncItem<'a, 's>]) {
        let is = |item: &&FuncItem<'a, 's>, accessor| item.form.accessor() == Some(accessor);
        let getters: FastMap<Name, ()> = accessors
            .iter()
            .filter(|item| is(item, Accessor::Get))
            .map(|item| (item.full_name(), ()))
            .collect();
        for setter in accessors.iter().filter(|item| is(item, Accessor::Set)) {
            if !getters.contains_key(&funcs::getter_of(&setter.full_name())) {
                self.report_no_getter(setter);
            }
        }
    }

    /// Whether the scope's type of a definition's name is another one.
    pub(crate) fn is_shadowed(&self, def: &ast::TypeDef<'_>) -> bool {
        self.types
            .types
            .get(def.name.name)
            .is_some_and(|&id| self.out.types[id].span != def.name.span)
    }

    /// Enters the names of the scope's types.
    pub(crate) fn name_types(&mut self, names: &mut NameSet<'s>) {
        let items = self.types.items;
        let used = items
            .uses()
            .flat_map(|item| &item.names)
            .map(|name| name.rename.unwrap_or(name.name));
        let mut seen: FastMap<&str, ()> = FastMap::default();
        for name in used
            .chain(items.definitions().map(|def| def.name))
            .filter(|name| !name.is_missing())
        {
            let Err((first, span)) = names.add(ComponentName::plain(name.name), name.span) else {
                continue;
            };
            // The same name twice has been reported.
            if first.name != name.name && seen.insert(name.name, ()).is_none() {
                self.report(duplicate(
                    codes::DUPLICATE_NAME,
                    "type",
                    name,
                    first.name,
                    span,
                ));
            }
        }
    }

    /// Resolves the types of an interface or world: first what `use` brings in, then the definitions, each after
    /// those that it is made of.
    pub(crate) fn scope_types(&mut self, owner: TypeOwner) {
        for item in self.types.items.uses() {
            self.use_types(item, owner);
        }
        let definitions: Vec<&'a ast::TypeDef<'s>> = self.types.items.definitions().collect();
        let last_use = self.types.items.uses().last();
        if let (Some(first), Some(last_use)) = (definitions.first(), last_use)
            && first.span < last_use.span
        {
            // A definition may wait for a `use` behind it, and others overtake it.
            self.scope_types_in_order(&definitions, 0, owner);
            return;
        }
        self.types.in_text_order = true;
        for (index, def) in definitions.iter().enumerate() {
            let diagnostics = self.diagnostics.len();
            self.define_type(def, owner);
            if std::mem::take(&mut self.types.looks_ahead) {
                // A name whose definition is still to come: the rest is put in order first.
                self.diagnostics.truncate(diagnostics);
                self.types.unknown.retain(|_, index| *index < diagnostics);
                self.types.in_text_order = false;
                self.scope_types_in_order(&definitions, index, owner);
                return;
            }
        }
        self.types.in_text_order = false;
    }

    /// Resolves the definitions from `done` on in the order in which they need one another.
    fn scope_types_in_order(
        &mut self,
        definitions: &[&'a ast::TypeDef<'s>],
        done: usize,
        owner: TypeOwner,
    ) {
        // What `use` brings in takes part, as it stands among the definitions in the text.
        let nodes = self.type_nodes(definitions);
        let mut index_of: FastMap<&str, usize> = FastMap::default();
        for (index, (name, _)) in nodes.iter().enumerate() {
            index_of.entry(name).or_insert(index);
        }
        let mut needs: Vec<Vec<(usize, Span)>> = Vec::with_capacity(nodes.len());
        for (_, def) in &nodes {
            let mut found = Vec::new();
            if let Some(def) = def {
                let def = definitions[*def];
                for_each_name(self.nodes_at(def.span), def, &mut |name, span| {
                    found.extend(index_of.get(name).map(|&index| (index, span)));
                });
            }
            needs.push(found);
        }
        let edges: Vec<Vec<usize>> = needs
            .iter()
            .map(|needs| needs.iter().map(|&(index, _)| index).collect())
            .collect();
        let order = graph::order(&edges);
        for cycle in &order.cycles {
            self.report_type_cycle(&nodes, &needs, cycle);
        }
        for &index in order.cycles.iter().flatten() {
            if let (name, Some(def)) = nodes[index] {
                self.types
                    .absent
                    .insert(name, (Absent::Broken, definitions[def].name.span));
            }
        }
        for index in order.nodes.into_iter().chain(order.blocked) {
            if let Some(def) = nodes[index].1
                && def >= done
            {
                self.define_type(definitions[def], owner);
            }
        }
    }

    /// The names of the scope's types in the order of the text, those that are defined with their index.
    fn type_nodes(&self, definitions: &[&'a ast::TypeDef<'s>]) -> Vec<(&'s str, Option<usize>)> {
        let used = self
            .types
            .items
            .uses()
            .flat_map(|item| &item.names)
            .map(|name| name.rename.unwrap_or(name.name));
        let used = used.map(|name| (name.span, name.name, None));
        let defined = definitions
            .iter()
            .enumerate()
            .map(|(index, def)| (def.name.span, def.name.name, Some(index)));
        let mut nodes: Vec<_> = used.chain(defined).collect();
        sort_by_key(&mut nodes, |&(span, ..)| span);
        nodes
            .into_iter()
            .map(|(_, name, index)| (name, index))
            .collect()
    }

    fn report_type_cycle(
        &mut self,
        nodes: &[(&'s str, Option<usize>)],
        needs: &[Vec<(usize, Span)>],
        cycle: &[usize],
    ) {
        let need = |position: usize| {
            let (from, to) = (cycle[position], cycle[(position + 1) % cycle.len()]);
            let span = needs[from]
                .iter()
                .find(|need| need.0 == to)
                .map_or(Span::NONE, |need| need.1);
            (nodes[from].0, nodes[to].0, span)
        };
        let (first, second, span) = need(0);
        let message = format!("the type `{first}` holds itself");
        let mut diagnostic = Diagnostic::error(codes::TYPE_CYCLE, message, span);
        if cycle.len() > 1 {
            diagnostic = diagnostic.label(format!("`{first}` holds `{second}`"));
        }
        for position in 1..cycle.len() {
            let (from, to, span) = need(position);
            diagnostic = diagnostic.also(span, format!("`{from}` holds `{to}`"));
        }
        let note = "WIT has no recursive types: keep the values in a list and refer to them by index, or make one a resource";
        self.report(diagnostic.note(note));
    }

    /// Resolves a definition and enters it in the scope.
    fn define_type(&mut self, def: &'a ast::TypeDef<'s>, owner: TypeOwner) {
        let Attributes {
            stability,
            external_id,
            inactive,
        } = self.attributes(&def.attributes, def.name.span);
        let name = def.name.name;
        let dropped = self.dropped;
        self.dropped |= inactive.is_some();
        let kind = self.definition(def, &stability);
        let gone = std::mem::replace(&mut self.dropped, dropped) || inactive.is_some();
        if self.types.looks_ahead {
            return;
        }
        if self.is_taken(def.name) {
            return;
        }
        let Some(kind) = kind.filter(|_| !gone) else {
            let absent = inactive.map_or(Absent::Broken, Absent::Inactive);
            self.types.absent.insert(name, (absent, def.name.span));
            return;
        };
        let docs = self.docs.read(def.span.start);
        let name = Name::from(name);
        let span = def.name.span;
        let named = Some(Box::new(Named {
            name: name.clone(),
            docs,
            external_id,
        }));
        let id = self.define(TypeDef {
            kind,
            owner,
            stability,
            span,
            named,
        });
        self.types.types.insert(name, id);
    }

    /// Whether the scope has a type of this name, which is a mistake.
    fn is_taken(&mut self, name: Ident<'s>) -> bool {
        if name.is_missing() {
            return true;
        }
        let first = match self.types.types.get(name.name) {
            Some(&id) => Some(self.out.types[id].span),
            None => self.types.absent.get(name.name).map(|absent| absent.1),
        };
        if let Some(first) = first {
            self.report(duplicate(
                codes::DUPLICATE_NAME,
                "type",
                name,
                name.name,
                first,
            ));
        }
        first.is_some()
    }

    /// Enters what a `use` brings in.
    fn use_types(&mut self, item: &'a ast::Use<'s>, owner: TypeOwner) {
        let Attributes {
            stability,
            external_id,
            inactive,
        } = self.attributes(&item.attributes, item.path.name.span);
        let dropped = self.dropped;
        self.dropped |= inactive.is_some();
        let ahead =
            |resolver: &Self, name: Ident<'s>| resolver.used_ahead.get(&name.span.start).copied();
        let is_known = !item.names.is_empty()
            && item
                .names
                .iter()
                .all(|used| ahead(self, used.name).is_some());
        let interface = if is_known {
            None
        } else {
            self.interface_of(&item.path)
        };
        let mut before: Option<Ident<'s>> = None;
        for used in &item.names {
            // Behind a name that no comma ends it may be its new name: the parser has reported that.
            let last = before.replace(used.rename.unwrap_or(used.name));
            let unclear =
                last.is_some_and(|last| !self.is_comma_between(last.span, used.name.span));
            let target = ahead(self, used.name).or_else(|| {
                interface
                    .filter(|&id| {
                        !unclear || self.out.interfaces[id].types.contains_key(used.name.name)
                    })
                    .and_then(|interface| self.used_type(interface, used.name))
            });
            let name = used.rename.unwrap_or(used.name);
            if self.is_taken(name) {
                continue;
            }
            let Some(target) = target.filter(|_| !self.dropped) else {
                let absent = inactive.map_or(Absent::Broken, Absent::Inactive);
                self.types.absent.insert(name.name, (absent, name.span));
                continue;
            };
            let own = Name::from(name.name);
            let named = Named {
                external_id: external_id.clone(),
                ..own.clone().into()
            };
            let id = self.define(TypeDef {
                kind: TypeDefKind::Alias(Type::Id(target)),
                owner,
                stability: stability.clone(),
                span: used.name.span,
                named: Some(Box::new(named)),
            });
            self.types.types.insert(own, id);
        }
        self.dropped = dropped;
    }

    /// Whether the text between two names has a comma.
    fn is_comma_between(&self, first: Span, second: Span) -> bool {
        self.text_between(first.end, second.start).contains(',')
    }

    /// The file of what is being resolved that has `place`.
    fn file_at(&self, place: u32) -> Option<&'a File<'s>> {
        let part = self.tree.get(self.part)?;
        Some(
            part.further
                .iter()
                .find(|file| file.span.contains(place))
                .unwrap_or(&part.file),
        )
    }

    /// The nodes that what stands at `span` refers to.
    pub(crate) fn nodes_at(&self, span: Span) -> &'a Nodes<'s> {
        static NONE: Nodes<'static> = Nodes::new();
        self.file_at(span.start).map_or(&NONE, |file| &file.nodes)
    }

    /// The text between two places of a file of what is being resolved.
    pub(crate) fn text_between(&self, start: u32, end: u32) -> &'s str {
        let Some(file) = self.file_at(start) else {
            return "";
        };
        let base = file.span.start;
        let range = start.saturating_sub(base) as usize..end.saturating_sub(base) as usize;
        file.text.get(range).unwrap_or_default()
    }

    /// Reports types without a gate in an interface or world that is behind a feature which is not active: they would
    /// belong to nothing.
    pub(crate) fn check_gated_types(&mut self, gate: Span, what: &str) {
        let is_unstable = |attributes: &[ast::Attribute<'_>]| {
            attributes.iter().any(|attribute| match &attribute.kind {
                ast::AttributeKind::Unstable(feature) => {
                    !self.options.features.is_active(feature.name)
                }
                _ => false,
            })
        };
        let items = self.types.items;
        let used = items
            .uses()
            .filter(|item| !is_unstable(&item.attributes))
            .flat_map(|item| &item.names)
            .map(|name| name.rename.unwrap_or(name.name));
        let defined = items
            .definitions()
            .filter(|def| !is_unstable(&def.attributes))
            .map(|def| def.name);
        let mut open = used.chain(defined);
        let Some(first) = open.next() else { return };
        let others: Vec<Span> = open.map(|name| name.span).take(4).collect();
        let message = format!(
            "the type `{}` is always there, but its {what} is behind a feature that is not active",
            first.name
        );
        let mut diagnostic =
            Diagnostic::error(codes::UNGATED_TYPE, message, first.span).also(gate, "the feature");
        for other in others {
            diagnostic = diagnostic.also(other, "this one as well");
        }
        self.report(diagnostic.note(format!(
            "put the same `@unstable` before each type of the {what}"
        )));
    }
}

/// Whether the name or kind of a function could not be read.
fn has_unclear_function(items: &[InterfaceItem<'_>]) -> bool {
    items.iter().any(|item| match item {
        InterfaceItem::Func(func) => func.name.is_missing() || func.kind.is_unclear(),
        InterfaceItem::Type(def) => match &def.kind {
            ast::TypeDefKind::Resource(methods) => {
                methods.iter().any(|method| match &method.kind {
                    ast::ResourceFuncKind::Method(name, kind)
                    | ast::ResourceFuncKind::Static(name, kind) => {
                        name.is_missing() || kind.is_unclear()
                    }
                    ast::ResourceFuncKind::Constructor(..) => false,
                })
            }
            _ => false,
        },
        _ => false,
    })
}

/// Calls `visit` with each name in a definition that stands for a type.
fn for_each_name<'s>(
    nodes: &Nodes<'s>,
    def: &ast::TypeDef<'s>,
    visit: &mut dyn FnMut(&'s str, Span),
) {
    match &def.kind {
        ast::TypeDefKind::Alias(ty) => names_in(nodes, ty, visit),
        ast::TypeDefKind::Record(fields) => fields
            .iter()
            .for_each(|field| names_in(nodes, &field.ty, visit)),
        ast::TypeDefKind::Variant(cases) => {
            cases
                .iter()
                .filter_map(|case| case.ty.as_ref())
                .for_each(|ty| names_in(nodes, ty, visit));
        }
        ast::TypeDefKind::Enum(_) | ast::TypeDefKind::Flags(_) | ast::TypeDefKind::Resource(_) => {}
    }
}

fn names_in<'s>(nodes: &Nodes<'s>, ty: &ast::Type<'s>, visit: &mut dyn FnMut(&'s str, Span)) {
    let mut inside = |id| names_in(nodes, &nodes[id], visit);
    match ty.kind {
        TypeKind::Name(name) => visit(name, ty.span),
        TypeKind::Own(inner)
        | TypeKind::Borrow(inner)
        | TypeKind::List(inner)
        | TypeKind::Option(inner)
        | TypeKind::FixedLengthList(inner, _) => inside(inner),
        TypeKind::Map(key, value) => [key, value].into_iter().for_each(inside),
        TypeKind::Tuple(types) => nodes[types]
            .iter()
            .for_each(|ty| names_in(nodes, ty, visit)),
        TypeKind::Result(ok, err) => [ok, err].into_iter().flatten().for_each(inside),
        TypeKind::Stream(inner) | TypeKind::Future(inner) => inner.into_iter().for_each(inside),
        _ => {}
    }
}
