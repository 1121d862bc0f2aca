//! The model as WIT: read again, the text gives the same packages.
//!
//! The text is canonical: whatever a package was read from, it looks the same. Types come first, then functions, except
//! that functions keep their order among each other; what a world needs is named, whether it was written or not.

use super::Style;
use super::pieces::{Sink, whole};
use super::printer::Printer;
use crate::{
    Accessor, Docs, Function, InterfaceId, Map, PackageId, Param, Resolve, Type, TypeDefKind,
    TypeId, WorldId, WorldInterface, WorldItem, WorldKey,
};

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
    whole(|sink| packages_in_pieces(resolve, id, nested, style, sink))
}

/// Prints what [`packages`] prints, in pieces: the text of large packages need not be in memory as a whole.
pub fn packages_in_pieces(
    resolve: &Resolve,
    id: PackageId,
    nested: &[PackageId],
    style: Style,
    sink: &mut dyn FnMut(&str),
) {
    let mut printer = Printer::new(resolve, style, Some(id), sink);
    let main = &resolve.packages[id];
    printer.docs(&main.docs);
    printer.start();
    printer.out.push("package ");
    printer.package_name(&main.name);
    printer.out.push(";");
    printer.end();
    printer.package_items(id);
    for &id in nested {
        printer.gap();
        printer.package = Some(id);
        let package = &resolve.packages[id];
        printer.docs(&package.docs);
        printer.start();
        printer.out.push("package ");
        printer.package_name(&package.name);
        printer.block(|printer| printer.package_items(id));
    }
    printer.out.finish();
}

/// Prints a world alone, as it would stand in its package.
#[must_use]
pub fn world(resolve: &Resolve, id: WorldId, style: Style) -> String {
    whole(|sink: Sink<'_>| {
        let mut printer = Printer::new(resolve, style, resolve.worlds[id].package, sink);
        printer.world(id);
        printer.out.finish();
    })
}

/// Prints an interface alone, as it would stand in its package. One that is written inline in a world is called `name`.
#[must_use]
pub fn interface(resolve: &Resolve, id: InterfaceId, name: &str, style: Style) -> String {
    let interface = &resolve.interfaces[id];
    whole(|sink: Sink<'_>| {
        let mut printer = Printer::new(resolve, style, interface.package, sink);
        printer.interface(interface.name.as_deref().unwrap_or(name), id);
        printer.out.finish();
    })
}

/// Prints a type as it stands where it is used: its name, or `list<u8>` of one that has none. Resources of another package
/// have no path in it: only what is used by name stands there.
///
/// ```
/// # use witc_resolve::{Loader, print};
/// let text = "package a:b; interface i { type t = list<tuple<u8, string>>; f: func(t: t) -> option<t>; }";
/// let resolve = Loader::new().text("a.wit", text).load().resolve;
/// let (_, function) = resolve.functions.iter().next().unwrap();
/// assert_eq!(print::ty(&resolve, function.params[0].ty), "t");
/// assert_eq!(print::function(&resolve, function), "f: func(t: t) -> option<t>;");
/// ```
#[must_use]
pub fn ty(resolve: &Resolve, ty: Type) -> String {
    whole(|sink: Sink<'_>| {
        let mut printer = Printer::new(resolve, Style::default(), None, sink);
        printer.ty(ty);
        printer.out.finish();
    })
}

/// Prints a function as it stands in its interface, world or resource, with its name and signature, and without its
/// documentation and gates. The end of the line is left to the caller, as that of a type is.
#[must_use]
pub fn function(resolve: &Resolve, function: &Function) -> String {
    let mut text = whole(|sink: Sink<'_>| {
        let mut printer = Printer::new(resolve, Style::default(), None, sink);
        printer.name_and_signature(function);
        printer.out.finish();
    });
    text.truncate(text.trim_end().len());
    text
}

impl Printer<'_, '_> {
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
        self.start();
        self.out.push("interface ");
        self.name(name);
        self.block(|printer| printer.interface_items(id));
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
            self.start();
            self.out.push("use ");
            self.path(from);
            self.out.push(".{");
            self.separated(group, ", ", |printer, &(id, _)| printer.used_name(id));
            self.out.push("};");
            self.end();
        }
    }

    /// `a`, or `a as b`.
    fn used_name(&mut self, id: TypeId) {
        let types = &self.resolve.types;
        let target = types[id].kind.as_alias().and_then(Type::id);
        let target = target.filter(|&target| types[target].name() != types[id].name());
        if let Some(target) = target {
            self.type_name(target);
            self.out.push(" as ");
        }
        self.type_name(id);
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
        self.start();
        self.out
            .push(if is_block { ty.kind.describe() } else { "type" });
        self.out.push(" ");
        self.type_name(id);
        self.type_body(&ty.kind, functions);
        if is_block {
            self.gap();
        }
    }

    /// Writes what follows a type's name.
    fn type_body(&mut self, kind: &TypeDefKind, functions: &[&Function]) {
        match kind {
            TypeDefKind::Record(record) => self.block(|printer| {
                for field in &record.fields {
                    printer.member(&field.docs, &field.name, |printer| {
                        printer.out.push(": ");
                        printer.ty(field.ty);
                    });
                }
            }),
            TypeDefKind::Variant(variant) => self.block(|printer| {
                for case in &variant.cases {
                    printer.member(&case.docs, &case.name, |printer| {
                        if let Some(ty) = case.ty {
                            printer.out.push("(");
                            printer.ty(ty);
                            printer.out.push(")");
                        }
                    });
                }
            }),
            TypeDefKind::Enum(cases) => self.labels(&cases.cases),
            TypeDefKind::Flags(flags) => self.labels(&flags.flags),
            TypeDefKind::Resource if functions.is_empty() => {
                self.out.push(";");
                self.end();
            }
            TypeDefKind::Resource => self.block(|printer| {
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
                self.out.push(" = ");
                self.aliased(kind);
                self.out.push(";");
                self.end();
            }
        }
    }

    fn labels(&mut self, labels: &[crate::Label]) {
        self.block(|printer| {
            for label in labels {
                printer.member(&label.docs, &label.name, |_| {});
            }
        });
    }

    /// A member of a type: its name, and what `rest` prints.
    fn member(&mut self, docs: &Docs, name: &str, rest: impl FnOnce(&mut Self)) {
        self.docs(docs);
        self.start();
        self.name(name);
        rest(self);
        self.out.push(",");
        self.end();
    }

    fn function(&mut self, function: &Function) {
        if self.has_head(&function.docs, &function.stability) {
            self.gap();
        }
        self.docs(&function.docs);
        self.stability(&function.stability);
        self.external_id(function.external_id.as_deref());
        self.start();
        self.name_and_signature(function);
    }

    fn name_and_signature(&mut self, function: &Function) {
        if !function.kind.is_constructor() {
            self.name(function.item_name());
            self.out.push(": ");
        }
        self.signature(function);
    }

    /// The function's type and `;`, on several lines if one is not enough.
    fn signature(&mut self, function: &Function) {
        let word = match function.accessor {
            None if function.kind.is_constructor() => "constructor",
            None => "func",
            Some(Accessor::Get) => "get",
            Some(Accessor::Set) => "set",
        };
        if function.kind.is_static() {
            self.out.push("static ");
        }
        if function.is_async {
            self.out.push("async ");
        }
        self.out.push(word);
        self.out.push("(");
        let params = function.written_params();
        let before = self.out.len();
        self.separated(params, ", ", Self::param);
        self.result(function);
        // Most signatures fit, so that those that do not are printed twice. A line without
        // parameters has nothing to be broken at.
        if self.width() > WIDTH && !params.is_empty() {
            self.out.truncate(before);
            self.end();
            self.indent += 1;
            for param in params {
                self.start();
                self.param(param);
                self.out.push(",");
                self.end();
            }
            self.indent -= 1;
            self.start();
            self.result(function);
        }
        self.end();
    }

    fn param(&mut self, param: &Param) {
        self.name(&param.name);
        self.out.push(": ");
        self.ty(param.ty);
    }

    /// What comes after the parameters. The result of a constructor is the resource, and then it is not written.
    fn result(&mut self, function: &Function) {
        self.out.push(")");
        let types = &self.resolve.types;
        let is_handle = |ty: &Type| {
            ty.id()
                .is_some_and(|id| types[id].kind.as_handle().is_some())
        };
        // A `result` of the handle has to be written, the bare handle must not be.
        let is_constructor = function.kind.is_constructor();
        if let Some(result) = function
            .result
            .filter(|ty| !(is_constructor && is_handle(ty)))
        {
            self.out.push(" -> ");
            self.ty(result);
        }
        self.out.push(";");
    }

    fn world(&mut self, id: WorldId) {
        let world = &self.resolve.worlds[id];
        self.docs(&world.docs);
        self.stability(&world.stability);
        self.start();
        self.out.push("world ");
        self.name(&world.name);
        self.block(|printer| {
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
        self.start();
        self.out.push(verb);
        self.out.push(" ");
        if let Some(name) = key.name() {
            self.name(name);
            self.out.push(": ");
        }
        if is_inline {
            self.out.push("interface");
            self.block(|printer| printer.interface_items(item.id));
            self.gap();
        } else {
            self.path(item.id);
            self.out.push(";");
            self.end();
        }
    }

    fn world_function(&mut self, verb: &str, function: &Function) {
        if self.has_head(&function.docs, &function.stability) {
            self.gap();
        }
        self.docs(&function.docs);
        self.stability(&function.stability);
        self.external_id(function.external_id.as_deref());
        self.start();
        self.out.push(verb);
        self.out.push(" ");
        self.name(function.item_name());
        self.out.push(": ");
        self.signature(function);
    }
}
