//! Interfaces and their functions.

use super::accessors;
use super::entity::{Absent, Entity};
use super::func_item::{Form, FuncItem};
use super::members::NameSet;
use super::reports::duplicate;
use super::scope::{TypeItems, TypeScope, methods_of};
use super::session::Resolver;
use crate::codes;
use crate::{
    Accessor, FastMap, Function, FunctionId, Interface, InterfaceId, Map, Name, TypeOwner,
};
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::{self, InterfaceItem};

impl<'a, 's> Resolver<'a, 's> {
    /// Resolves an interface that has a name.
    pub(crate) fn interface(&mut self, item: &'a ast::Interface<'s>) -> Entity {
        self.no_external_id(&item.attributes, "an interface");
        let attributes = self.attributes(&item.attributes);
        self.check_item_name(item.name.name, item.name.span);
        let docs = self.here.docs.read(item.span.start);
        let interface = Interface {
            name: Some(item.name.name.into()),
            package: Some(self.here.package),
            types: Map::default(),
            functions: Map::default(),
            docs,
            stability: attributes.stability,
            span: item.name.span,
            clone_of: None,
        };
        match self.interface_body(interface, &item.items, attributes.inactive) {
            Some(id) => {
                let name = self.out.model.interfaces[id]
                    .name
                    .clone()
                    .unwrap_or_default();
                self.out.model.packages[self.here.package]
                    .interfaces
                    .insert(name, id);
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
        let (dropped, uses) = (self.here.dropped, self.out.uses);
        self.here.dropped |= inactive.is_some();
        let id = (!self.here.dropped).then(|| self.out.model.interfaces.alloc(interface));
        // An inline interface is resolved in the middle of its world, whose names come back after
        // it.
        let outer = std::mem::replace(
            &mut self.here.types,
            TypeScope::new(TypeItems::Interface(items)),
        );
        let owner = id.map_or(TypeOwner::None, TypeOwner::Interface);
        if let (Some(gate), false) = (inactive, dropped) {
            self.check_gated_types(gate, "interface");
        }
        self.scope_types(owner);
        let mut names = std::mem::take(&mut self.here.item_names);
        self.name_types(&mut names);
        let functions = self.functions(items, &mut names);
        names.clear();
        self.here.item_names = names;
        let scope = std::mem::replace(&mut self.here.types, outer);
        self.here.dropped = dropped;
        let id = id?;
        if scope.is_incomplete {
            self.names.incomplete_interfaces.insert(id, ());
        }
        self.names.absent_types.extend(
            scope
                .absent
                .iter()
                .map(|(name, (absent, _))| ((id, *name), *absent)),
        );
        let interface = &mut self.out.model.interfaces[id];
        interface.types = scope.types;
        interface.functions = functions;
        self.check_interface_limits(id, uses);
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
            InterfaceItem::Type(def) => methods_of(def).len(),
            InterfaceItem::Use(_) | InterfaceItem::Broken(_) => 0,
        };
        // Counted first: the map of a large interface is never moved.
        let count = items.iter().map(count_in).sum();
        let mut functions = Map::with_capacity(count);
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
                    // Of two types of one name, the functions of the second would be those of the
                    // first.
                    if self.is_shadowed(def) {
                        continue;
                    }
                    for method in methods_of(def) {
                        let item = FuncItem::of_resource(def.name, method);
                        self.add_function(item, names, &mut functions, &mut setters);
                    }
                }
            }
        }
        // The getter may be what could not be read.
        if !self.here.types.is_incomplete && !has_unclear_function(items) {
            self.check_setters(&setters);
        }
        if !setters.is_empty() {
            let all = &self.out.model.functions;
            accessors::place_setters(&mut functions, |id| {
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
        // Before its name is looked at: the types of a function of a taken name may be wrong as
        // well.
        let id = self.function(&item);
        if !self.define_function(&item, names) {
            return;
        }
        if item.form.accessor().is_some() {
            accessors.push(item);
        }
        if let Some(id) = id {
            functions.insert(self.out.model.functions[id].name.clone(), id);
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
        let name = item.name;
        let diagnostic = if item.form == Form::Constructor {
            let message = format!("the resource `{}` has two constructors", name.name);
            Diagnostic::error(codes::DUPLICATE_NAME, message, name.span)
                .also(span, "the first one")
                .note("make the others static functions: `new-from: static func(…) -> …`")
        // `[method]a.a` and `a` are one name in a component (`Explainer.md`, "Name Uniqueness").
        } else if item.resource.is_some_and(|resource| resource.span == span) {
            let message = format!(
                "a function of the resource `{}` can't have the resource's name",
                first.name
            );
            Diagnostic::error(codes::DUPLICATE_NAME, message, name.span).also(span, "the resource")
        } else {
            duplicate(codes::DUPLICATE_NAME, "item", name, first.name, span)
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
            if !getters.contains_key(&accessors::getter_of(&setter.full_name())) {
                self.report_no_getter(setter);
            }
        }
    }
}

/// Whether the name or kind of a function could not be read.
fn has_unclear_function(items: &[InterfaceItem<'_>]) -> bool {
    items.iter().any(|item| match item {
        InterfaceItem::Func(func) => func.name.is_missing() || func.kind.is_unclear(),
        InterfaceItem::Type(def) => methods_of(def).iter().any(|method| match &method.kind {
            ast::ResourceFuncKind::Method(name, kind)
            | ast::ResourceFuncKind::Static(name, kind) => name.is_missing() || kind.is_unclear(),
            ast::ResourceFuncKind::Constructor(..) => false,
        }),
        InterfaceItem::Use(_) | InterfaceItem::Broken(_) => false,
    })
}
