//! The model as WIT: read again, the text gives the same packages.
//!
//! The text is canonical: whatever a package was read from, it looks the same. Types come first, then functions, except
//! that functions keep their order among each other; what a world needs is named, whether it was written or not.

use super::types::package_name;
use super::{Style, printer::Printer};
use crate::{
    Accessor, Docs, Function, InterfaceId, Map, PackageId, Resolve, Type, TypeDefKind, TypeId,
    WorldId, WorldInterface, WorldItem, WorldKey,
};
use witc_parser::escaped;

/// Lines are broken where they would be longer, in characters.
const WIDTH: usize = 100;

/// Prints a package, without those that it depends on.
///
/// ```
/// use witc_resolve::{Loader, print};
///
/// let loaded = Loader::new().text("a.wit", "package my:app;interface log{write:func(text:string);}").load();
/// let text = print::package(&loaded.resolve, loaded.main[0], print::Style::default());
/// assert_eq!(text, "package my:app;\n\ninterface log {\n    write: func(text: string);\n}\n");
/// ```
#[must_use]
pub fn package(resolve: &Resolve, id: PackageId, style: Style) -> String {
    packages(resolve, id, &[], style)
}

/// Prints a package, and others nested in the same text.
#[must_use]
pub fn packages(resolve: &Resolve, id: PackageId, nested: &[PackageId], style: Style) -> String {
    let mut printer = Printer::new(resolve, style, Some(id));
    let main = &resolve.packages[id];
    printer.docs(&main.docs);
    printer.line(&format!("package {};", package_name(&main.name)));
    printer.package_items(id);
    for &id in nested {
        printer.gap();
        printer.package = Some(id);
        let package = &resolve.packages[id];
        printer.docs(&package.docs);
        let head = format!("package {}", package_name(&package.name));
        printer.block(&head, |printer| printer.package_items(id));
    }
    printer.out
}

/// Prints a world alone, as it would stand in its package.
#[must_use]
pub fn world(resolve: &Resolve, id: WorldId, style: Style) -> String {
    let mut printer = Printer::new(resolve, style, resolve.worlds[id].package);
    printer.world(id);
    printer.out
}

/// Prints an interface alone, as it would stand in its package. One that is written inline in a world is called `name`.
#[must_use]
pub fn interface(resolve: &Resolve, id: InterfaceId, name: &str, style: Style) -> String {
    let interface = &resolve.interfaces[id];
    let mut printer = Printer::new(resolve, style, interface.package);
    printer.interface(interface.name.as_deref().unwrap_or(name), id);
    printer.out
}

impl Printer<'_> {
    fn package_items(&mut self, id: PackageId) {
        let package = &self.resolve.packages[id];
        for (name, &id) in &package.interfaces {
            self.gap();
            self.interface(name, id);
        }
        for &id in package.worlds.values() {
            self.gap();
            self.world(id);
        }
    }

    fn interface(&mut self, name: &str, id: InterfaceId) {
        let interface = &self.resolve.interfaces[id];
        self.docs(&interface.docs);
        self.stability(&interface.stability);
        self.block(&format!("interface {}", escaped(name)), |printer| {
            printer.interface_items(id);
        });
    }

    fn interface_items(&mut self, id: InterfaceId) {
        let interface = &self.resolve.interfaces[id];
        let types: Vec<TypeId> = interface.types.values().copied().collect();
        let functions: Vec<&Function> = self.resolve.functions_of(id).collect();
        self.items(&types, &functions);
    }

    /// Types and functions. A resource brings its functions with it, so that functions which stand before those have
    /// to come before the resource.
    fn items(&mut self, types: &[TypeId], functions: &[&Function]) {
        let mut of_resource: Map<TypeId, (usize, Vec<&Function>)> = Map::default();
        for (position, function) in functions.iter().enumerate() {
            if let Some(resource) = function.kind.resource() {
                of_resource
                    .get_or_insert_with(resource, || (position, Vec::new()))
                    .1
                    .push(function);
            }
        }
        // First: what follows refers to the types that they bring in.
        self.uses(types);
        let all = functions.iter().enumerate();
        let mut freestanding = all
            .filter(|(_, function)| function.kind.resource().is_none())
            .peekable();
        for &id in types
            .iter()
            .filter(|&&id| self.resolve.used_from(id).is_none())
        {
            let (first, methods) = of_resource
                .get(&id)
                .map_or((0, &[][..]), |(first, methods)| (*first, methods));
            while let Some((_, function)) = freestanding.next_if(|(position, _)| *position < first)
            {
                self.function(function);
            }
            self.type_def(id, methods);
        }
        self.gap();
        freestanding.for_each(|(_, function)| self.function(function));
    }

    /// The `use` items: neighbours of the same interface and the same attributes are one.
    fn uses(&mut self, types: &[TypeId]) {
        let used: Vec<(TypeId, InterfaceId)> = types
            .iter()
            .filter_map(|&id| self.resolve.used_from(id).map(|from| (id, from)))
            .collect();
        let attributes = |id: TypeId| {
            let ty = &self.resolve.types[id];
            (&ty.stability, ty.external_id())
        };
        // Only neighbours are joined: types keep their order when the text is read again.
        for group in used.chunk_by(|a, b| a.1 == b.1 && attributes(a.0) == attributes(b.0)) {
            let Some(&(first, from)) = group.first() else {
                continue;
            };
            let ty = &self.resolve.types[first];
            self.stability(&ty.stability);
            self.external_id(ty.external_id());
            let names: Vec<String> = group.iter().map(|&(id, _)| self.used_name(id)).collect();
            let line = format!("use {}.{{{}}};", self.path(from), names.join(", "));
            self.line(&line);
        }
    }

    /// `a`, or `a as b`.
    fn used_name(&self, id: TypeId) -> String {
        let name = self.name(id);
        let target = self.resolve.types[id].kind.as_alias().and_then(Type::id);
        match target.map(|target| self.name(target)) {
            Some(original) if original != name => format!("{original} as {name}"),
            Some(_) | None => name,
        }
    }

    fn type_def(&mut self, id: TypeId, functions: &[&Function]) {
        let ty = &self.resolve.types[id];
        let is_block = ty.kind.is_nominal();
        if is_block || self.has_head(ty.docs(), &ty.stability) {
            self.gap();
        }
        self.docs(ty.docs());
        self.stability(&ty.stability);
        self.external_id(ty.external_id());
        let name = self.name(id);
        match &ty.kind {
            TypeDefKind::Record(record) => self.block(&format!("record {name}"), |printer| {
                for field in &record.fields {
                    let ty = printer.ty(field.ty);
                    printer.member(&field.docs, &format!("{}: {ty}", escaped(&field.name)));
                }
            }),
            TypeDefKind::Variant(variant) => self.block(&format!("variant {name}"), |printer| {
                for case in &variant.cases {
                    let payload = case
                        .ty
                        .map_or_else(String::new, |ty| format!("({})", printer.ty(ty)));
                    printer.member(&case.docs, &format!("{}{payload}", escaped(&case.name)));
                }
            }),
            TypeDefKind::Enum(cases) => self.labels(&format!("enum {name}"), &cases.cases),
            TypeDefKind::Flags(flags) => self.labels(&format!("flags {name}"), &flags.flags),
            TypeDefKind::Resource if functions.is_empty() => {
                self.line(&format!("resource {name};"));
            }
            TypeDefKind::Resource => self.block(&format!("resource {name}"), |printer| {
                functions
                    .iter()
                    .for_each(|function| printer.function(function));
            }),
            kind @ (TypeDefKind::Alias(_)
            | TypeDefKind::Handle(_)
            | TypeDefKind::Tuple(_)
            | TypeDefKind::Option(_)
            | TypeDefKind::Result(_)
            | TypeDefKind::List(_)
            | TypeDefKind::FixedLengthList(..)
            | TypeDefKind::Map(..)
            | TypeDefKind::Future(_)
            | TypeDefKind::Stream(_)) => {
                let line = format!("type {name} = {};", self.aliased(kind));
                self.line(&line);
            }
        }
        if is_block {
            self.gap();
        }
    }

    fn labels(&mut self, head: &str, labels: &[crate::Label]) {
        self.block(head, |printer| {
            for label in labels {
                printer.member(&label.docs, &escaped(&label.name));
            }
        });
    }

    fn member(&mut self, docs: &Docs, text: &str) {
        self.docs(docs);
        self.line(&format!("{text},"));
    }

    fn function(&mut self, function: &Function) {
        if self.has_head(&function.docs, &function.stability) {
            self.gap();
        }
        self.docs(&function.docs);
        self.stability(&function.stability);
        self.external_id(function.external_id.as_deref());
        let head = if function.kind.is_constructor() {
            String::new()
        } else {
            format!("{}: ", escaped(function.item_name()))
        };
        self.signature(&head, function);
    }

    /// `head`, the function's type and `;`, on several lines if one is not enough.
    fn signature(&mut self, head: &str, function: &Function) {
        let params: Vec<String> = function
            .written_params()
            .iter()
            .map(|param| format!("{}: {}", escaped(&param.name), self.ty(param.ty)))
            .collect();
        let is_static = if function.kind.is_static() {
            "static "
        } else {
            ""
        };
        let is_async = if function.is_async { "async " } else { "" };
        let word = match function.accessor {
            None if function.kind.is_constructor() => "constructor",
            None => "func",
            Some(Accessor::Get) => "get",
            Some(Accessor::Set) => "set",
        };
        let start = format!("{head}{is_static}{is_async}{word}(");
        let result = match self.result(function) {
            Some(result) => format!(") -> {result};"),
            None => ");".to_owned(),
        };
        let line = format!("{start}{}{result}", params.join(", "));
        // A line without parameters has nothing to be broken at.
        if self.indent * 4 + line.chars().count() <= WIDTH || params.is_empty() {
            self.line(&line);
            return;
        }
        self.line(&start);
        self.indent += 1;
        params
            .iter()
            .for_each(|param| self.line(&format!("{param},")));
        self.indent -= 1;
        self.line(&result);
    }

    /// The result as it is written: that of a constructor is the resource, and then it is not.
    fn result(&self, function: &Function) -> Option<String> {
        let result = function.result?;
        let types = &self.resolve.types;
        let is_handle = result
            .id()
            .is_some_and(|id| types[id].kind.as_handle().is_some());
        // A `result` of the handle has to be written, the bare handle must not be.
        let is_implied = function.kind.is_constructor() && is_handle;
        (!is_implied).then(|| self.ty(result))
    }

    fn world(&mut self, id: WorldId) {
        let world = &self.resolve.worlds[id];
        self.docs(&world.docs);
        self.stability(&world.stability);
        self.block(&format!("world {}", escaped(&world.name)), |printer| {
            // The order in which the resolver sorts imports, so that printing and reading again
            // changes nothing.
            for (key, item) in &world.imports {
                if let Some(interface) = item.interface() {
                    printer.world_interface("import", key, interface);
                }
            }
            printer.world_types(id);
            for item in world.imports.values() {
                let function = item.function().map(|id| &printer.resolve.functions[id]);
                if let Some(function) = function.filter(|it| it.kind.is_freestanding()) {
                    printer.world_function("import", function);
                }
            }
            for (key, item) in &world.exports {
                match item {
                    WorldItem::Interface(interface) => {
                        printer.world_interface("export", key, interface);
                    }
                    WorldItem::Function(id) => {
                        printer.world_function("export", &printer.resolve.functions[*id]);
                    }
                    // Worlds do not export types.
                    WorldItem::Type(_) => {}
                }
            }
        });
    }

    fn world_types(&mut self, id: WorldId) {
        let types: Vec<TypeId> = self.resolve.world_types(id).map(|(id, _)| id).collect();
        let functions = self.resolve.worlds[id]
            .imports
            .values()
            .filter_map(|item| Some(&self.resolve.functions[item.function()?]));
        let functions: Vec<&Function> = functions
            .filter(|function| function.kind.resource().is_some())
            .collect();
        self.items(&types, &functions);
    }

    fn world_interface(&mut self, verb: &str, key: &WorldKey, item: &WorldInterface) {
        let interface = &self.resolve.interfaces[item.id];
        let is_inline = interface.name.is_none();
        // An inline interface has its documentation itself; that of a named one is at its
        // definition, and the import has its own.
        let docs = if is_inline {
            &interface.docs
        } else {
            &item.docs
        };
        if is_inline || self.has_head(docs, &item.stability) {
            self.gap();
        }
        self.docs(docs);
        self.stability(&item.stability);
        self.external_id(item.external_id.as_deref());
        let head = match key {
            WorldKey::Interface(_) => format!("{verb} "),
            WorldKey::Name(name) => format!("{verb} {}: ", escaped(name)),
        };
        if is_inline {
            self.block(&format!("{head}interface"), |printer| {
                printer.interface_items(item.id);
            });
            self.gap();
        } else {
            let line = format!("{head}{};", self.path(item.id));
            self.line(&line);
        }
    }

    fn world_function(&mut self, verb: &str, function: &Function) {
        if self.has_head(&function.docs, &function.stability) {
            self.gap();
        }
        self.docs(&function.docs);
        self.stability(&function.stability);
        self.external_id(function.external_id.as_deref());
        let head = format!("{verb} {}: ", escaped(function.item_name()));
        self.signature(&head, function);
    }
}
