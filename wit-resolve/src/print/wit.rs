//! The model as WIT: read again, the text gives the same packages.
//!
//! The text is canonical: whatever a package was read from, it looks the same. Types come first, then functions, except
//! that functions keep their order among each other; what a world needs is named, whether it was written or not.

use crate::{
    Accessor, Docs, Function, FunctionKind, Gate, Handle, InterfaceId, Map, Name, PackageId,
    Resolve, Stability, Type, TypeDef, TypeDefKind, TypeId, WorldId, WorldInterface, WorldItem,
    WorldKey,
};
use std::fmt::Write;
use witc_parser::escaped;

/// Lines are broken where they would be longer, in characters.
const WIDTH: usize = 100;

/// How WIT is printed.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Whether documentation is printed.
    pub docs: bool,
}

impl Default for Style {
    fn default() -> Self {
        Self { docs: true }
    }
}

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

struct Printer<'r> {
    resolve: &'r Resolve,
    style: Style,
    out: String,
    indent: usize,
    /// Whether a line is to be left free before the next one of the same block.
    gap: bool,
    /// The package whose interfaces go by their bare names.
    package: Option<PackageId>,
}

impl<'r> Printer<'r> {
    fn new(resolve: &'r Resolve, style: Style, package: Option<PackageId>) -> Self {
        Self {
            resolve,
            style,
            out: String::new(),
            indent: 0,
            gap: false,
            package,
        }
    }

    // Lines.

    fn line(&mut self, text: &str) {
        if std::mem::take(&mut self.gap) && !self.out.is_empty() && !self.out.ends_with("{\n") {
            self.out.push('\n');
        }
        for _ in 0..self.indent {
            self.out.push_str("    ");
        }
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// Leaves a line free if something stands before it and behind it in the block.
    fn gap(&mut self) {
        self.gap = true;
    }

    /// Prints `head { contents }`, on one line if there are no contents.
    fn block(&mut self, head: &str, contents: impl FnOnce(&mut Self)) {
        self.line(&format!("{head} {{"));
        let start = self.out.len();
        self.indent += 1;
        contents(self);
        self.indent -= 1;
        self.gap = false;
        if self.out.len() == start {
            self.out.pop();
            self.out.push_str("}\n");
        } else {
            self.line("}");
        }
    }

    fn docs(&mut self, docs: &Docs) {
        let Some(text) = docs.text().filter(|_| self.style.docs) else {
            return;
        };
        if text.is_empty() {
            self.line("///");
        }
        for line in text.split('\n') {
            match line.trim_end() {
                "" if text.is_empty() => {}
                "" => self.line("///"),
                line => self.line(&format!("/// {line}")),
            }
        }
    }

    fn stability(&mut self, stability: &Stability) {
        match stability.gate() {
            None => return,
            Some(Gate::Since { since, .. }) => self.line(&format!("@since(version = {since})")),
            Some(Gate::Unstable { feature, .. }) => {
                self.line(&format!("@unstable(feature = {})", escaped(feature)));
            }
        }
        if let Some(deprecated) = stability.deprecated() {
            self.line(&format!("@deprecated(version = {deprecated})"));
        }
    }

    fn external_id(&mut self, id: Option<&str>) {
        let Some(id) = id else { return };
        let mut text = String::from("@external-id(\"");
        for c in id.chars() {
            match c {
                '"' | '\\' => text.extend(['\\', c]),
                '\n' => text.push_str("\\n"),
                '\r' => text.push_str("\\r"),
                '\t' => text.push_str("\\t"),
                // What a text file may not hold, or what would not be seen.
                c if c.is_control() || !c.is_ascii() && !c.is_alphanumeric() => {
                    let _ = write!(text, "\\u{{{:x}}}", c as u32);
                }
                c => text.push(c),
            }
        }
        text.push_str("\")");
        self.line(&text);
    }

    // Items.

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
            printer.interface_items(id)
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
                    .entry(resource)
                    .or_insert((position, Vec::new()))
                    .1
                    .push(function);
            }
        }
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
        let original = match self.resolve.types[id].kind {
            TypeDefKind::Alias(Type::Id(target)) => self.name(target),
            _ => name.clone(),
        };
        if name == original {
            name
        } else {
            format!("{original} as {name}")
        }
    }

    fn type_def(&mut self, id: TypeId, functions: &[&Function]) {
        let ty = &self.resolve.types[id];
        let is_block = !matches!(ty.kind, TypeDefKind::Alias(_)) && ty.kind.is_nominal();
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
                self.line(&format!("resource {name};"))
            }
            TypeDefKind::Resource => self.block(&format!("resource {name}"), |printer| {
                functions
                    .iter()
                    .for_each(|function| printer.function(function));
            }),
            kind => {
                let line = format!("type {name} = {};", self.kind(kind, ty));
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

    fn has_head(&self, docs: &Docs, stability: &Stability) -> bool {
        docs.text().is_some() && self.style.docs || stability.gate().is_some()
    }

    fn function(&mut self, function: &Function) {
        if self.has_head(&function.docs, &function.stability) {
            self.gap();
        }
        self.docs(&function.docs);
        self.stability(&function.stability);
        self.external_id(function.external_id.as_deref());
        let head = match function.kind {
            FunctionKind::Constructor(_) => String::new(),
            _ => format!("{}: ", escaped(function.item_name())),
        };
        self.signature(&head, function);
    }

    /// `head`, the function's type and `;`, on several lines if one is not enough.
    fn signature(&mut self, head: &str, function: &Function) {
        let skip = usize::from(matches!(function.kind, FunctionKind::Method(_)));
        let params: Vec<String> = function.params[skip..]
            .iter()
            .map(|param| format!("{}: {}", escaped(&param.name), self.ty(param.ty)))
            .collect();
        let is_static = if matches!(function.kind, FunctionKind::Static(_)) {
            "static "
        } else {
            ""
        };
        let is_async = if function.is_async { "async " } else { "" };
        let word = match (function.kind, function.accessor) {
            (FunctionKind::Constructor(_), _) => "constructor",
            (_, None) => "func",
            (_, Some(Accessor::Get)) => "get",
            (_, Some(Accessor::Set)) => "set",
        };
        let start = format!("{head}{is_static}{is_async}{word}(");
        let result = match self.result(function) {
            Some(result) => format!(") -> {result};"),
            None => ");".to_owned(),
        };
        let line = format!("{start}{}{result}", params.join(", "));
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
        if let (FunctionKind::Constructor(_), Type::Id(id)) = (function.kind, result)
            && matches!(self.resolve.types[id].kind, TypeDefKind::Handle(_))
        {
            return None;
        }
        Some(self.ty(result))
    }

    fn world(&mut self, id: WorldId) {
        let world = &self.resolve.worlds[id];
        self.docs(&world.docs);
        self.stability(&world.stability);
        self.block(&format!("world {}", escaped(&world.name)), |printer| {
            for (key, item) in &world.imports {
                match item {
                    WorldItem::Interface(interface) => {
                        printer.world_interface("import", key, interface)
                    }
                    WorldItem::Function(_) | WorldItem::Type(_) => {}
                }
            }
            printer.world_types(id);
            for item in world.imports.values() {
                if let WorldItem::Function(id) = item
                    && printer.resolve.functions[*id].kind.resource().is_none()
                {
                    printer.world_function("import", &printer.resolve.functions[*id]);
                }
            }
            for (key, item) in &world.exports {
                match item {
                    WorldItem::Interface(interface) => {
                        printer.world_interface("export", key, interface)
                    }
                    WorldItem::Function(id) => {
                        printer.world_function("export", &printer.resolve.functions[*id]);
                    }
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
            .filter_map(|item| match item {
                WorldItem::Function(id) => Some(&self.resolve.functions[*id]),
                _ => None,
            });
        let functions: Vec<&Function> = functions
            .filter(|function| function.kind.resource().is_some())
            .collect();
        self.items(&types, &functions);
    }

    fn world_interface(&mut self, verb: &str, key: &WorldKey, item: &WorldInterface) {
        let interface = &self.resolve.interfaces[item.id];
        let is_inline = interface.name.is_none();
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
                printer.interface_items(item.id)
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

    // Names and types.

    fn name(&self, id: TypeId) -> String {
        self.resolve.types[id]
            .name()
            .map_or_else(String::new, |name| escaped(name).into_owned())
    }

    /// The path of an interface, as short as it may be here.
    fn path(&self, id: InterfaceId) -> String {
        let interface = &self.resolve.interfaces[id];
        let name: &Name = interface.name.as_ref().unwrap_or(const { &Name::new() });
        match interface.package {
            Some(package) if Some(package) != self.package => {
                let package = &self.resolve.packages[package].name;
                let version = package
                    .version
                    .as_ref()
                    .map_or_else(String::new, |version| format!("@{version}"));
                let (namespace, package) = (
                    segments(&package.namespace, ':'),
                    segments(&package.name, '/'),
                );
                format!("{namespace}:{package}/{}{version}", escaped(name))
            }
            _ => escaped(name).into_owned(),
        }
    }

    fn ty(&self, ty: Type) -> String {
        let Type::Id(id) = ty else {
            return ty.keyword().to_owned();
        };
        let def = &self.resolve.types[id];
        if def.name().is_some() {
            self.name(id)
        } else {
            self.kind(&def.kind, def)
        }
    }

    fn payload(&self, word: &str, ty: Option<Type>) -> String {
        ty.map_or_else(|| word.to_owned(), |ty| format!("{word}<{}>", self.ty(ty)))
    }

    fn kind(&self, kind: &TypeDefKind, def: &TypeDef) -> String {
        match kind {
            TypeDefKind::Alias(ty) => self.ty(*ty),
            TypeDefKind::Handle(Handle::Own(id)) if def.name().is_none() => self.name(*id),
            TypeDefKind::Handle(Handle::Own(id)) => format!("own<{}>", self.name(*id)),
            TypeDefKind::Handle(Handle::Borrow(id)) => format!("borrow<{}>", self.name(*id)),
            TypeDefKind::Tuple(tuple) => {
                let types: Vec<String> = tuple.types.iter().map(|&ty| self.ty(ty)).collect();
                format!("tuple<{}>", types.join(", "))
            }
            TypeDefKind::Option(ty) => format!("option<{}>", self.ty(*ty)),
            TypeDefKind::Result(result) => match (result.ok, result.err) {
                (ok, None) => self.payload("result", ok),
                (None, Some(err)) => format!("result<_, {}>", self.ty(err)),
                (Some(ok), Some(err)) => format!("result<{}, {}>", self.ty(ok), self.ty(err)),
            },
            TypeDefKind::List(ty) => format!("list<{}>", self.ty(*ty)),
            TypeDefKind::FixedLengthList(ty, length) => format!("list<{}, {length}>", self.ty(*ty)),
            TypeDefKind::Map(key, value) => format!("map<{}, {}>", self.ty(*key), self.ty(*value)),
            TypeDefKind::Future(ty) => self.payload("future", *ty),
            TypeDefKind::Stream(ty) => self.payload("stream", *ty),
            TypeDefKind::Record(_)
            | TypeDefKind::Variant(_)
            | TypeDefKind::Enum(_)
            | TypeDefKind::Flags(_)
            | TypeDefKind::Resource => def.name().map_or_else(String::new, ToString::to_string),
        }
    }
}

fn package_name(name: &crate::PackageName) -> String {
    let version = name
        .version
        .as_ref()
        .map_or_else(String::new, |version| format!("@{version}"));
    format!(
        "{}:{}{version}",
        segments(&name.namespace, ':'),
        segments(&name.name, '/')
    )
}

/// A name, or several that are nested, each with `%` if it is a keyword.
fn segments(name: &str, separator: char) -> String {
    let segments: Vec<_> = name.split(separator).map(escaped).collect();
    segments.join(separator.encode_utf8(&mut [0; 4]))
}
