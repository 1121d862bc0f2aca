//! The model as JSON, in the shape that other tools of the field print it in.
//!
//! Everything refers to everything by its number in one of four lists. An import or export that is an interface
//! under its id has the key `interface-` and the interface's number.

use super::pieces::{Pieces, whole};
use crate::{
    Accessor, Docs, Function, FunctionKind, Gate, Interface, Label, Package, Resolve, Stability,
    Type, TypeDef, TypeDefKind, TypeOwner, World, WorldItem, WorldKey,
};
use std::borrow::Cow;
use std::fmt::Write;

/// Prints a [`Resolve`] as JSON.
#[must_use]
pub fn json(resolve: &Resolve) -> String {
    whole(|sink| json_in_pieces(resolve, sink))
}

/// Prints what [`json`] prints, in pieces: the text of large packages need not be in memory as a whole.
pub fn json_in_pieces(resolve: &Resolve, sink: &mut dyn FnMut(&str)) {
    let mut json = Json {
        resolve,
        out: Pieces::new(sink),
        depth: 0,
        first: true,
    };
    json.object(|json| {
        // The lists are in the order of wasm-tools, for scripts that read its output as text.
        json.key("worlds");
        json.array(resolve.worlds.iter(), |json, (_, world)| json.world(world));
        json.key("interfaces");
        json.array(resolve.interfaces.iter(), |json, (_, interface)| {
            json.interface(interface);
        });
        json.key("types");
        json.array(resolve.types.iter(), |json, (_, ty)| json.type_def(ty));
        json.key("packages");
        json.array(resolve.packages.iter(), |json, (_, package)| {
            json.package(package);
        });
    });
    json.out.finish();
}

struct Json<'r, 's> {
    resolve: &'r Resolve,
    out: Pieces<'s>,
    /// The number of arrays and objects that are open.
    depth: usize,
    /// Whether the innermost of them is still empty.
    first: bool,
}

impl Json<'_, '_> {
    fn package(&mut self, package: &Package) {
        self.object(|json| {
            json.key("name");
            json.string(&package.name.to_string());
            json.docs(&package.docs);
            json.key("interfaces");
            json.numbers(
                package
                    .interfaces
                    .iter()
                    .map(|(name, id)| (name.as_str(), id.index())),
            );
            json.key("worlds");
            json.numbers(
                package
                    .worlds
                    .iter()
                    .map(|(name, id)| (name.as_str(), id.index())),
            );
        });
    }

    fn world(&mut self, world: &World) {
        self.object(|json| {
            json.key("name");
            json.string(&world.name);
            for (side, items) in [("imports", &world.imports), ("exports", &world.exports)] {
                json.key(side);
                json.object(|json| {
                    for (key, item) in items {
                        match key {
                            WorldKey::Name(name) => json.key(name),
                            WorldKey::Interface(id) => {
                                // As wasm-tools has it: an interface under its id has no plain
                                // name.
                                json.key(&format!("interface-{}", id.index()));
                            }
                        }
                        json.object(|json| json.world_item(item));
                    }
                });
            }
            json.key("package");
            json.number_or_null(world.package.map(super::super::arena::Id::index));
            json.docs(&world.docs);
            json.stability(&world.stability);
        });
    }

    fn world_item(&mut self, item: &WorldItem) {
        match item {
            WorldItem::Interface(interface) => {
                self.key("interface");
                self.object(|json| {
                    json.key("id");
                    json.number(interface.id.index());
                    json.stability(&interface.stability);
                    json.external_id(interface.external_id.as_deref());
                    json.docs(&interface.docs);
                });
            }
            WorldItem::Function(id) => {
                self.key("function");
                self.function(&self.resolve.functions[*id]);
            }
            WorldItem::Type(id) => {
                self.key("type");
                self.number(id.index());
            }
        }
    }

    fn interface(&mut self, interface: &Interface) {
        self.object(|json| {
            json.key("name");
            json.string_or_null(interface.name.as_deref());
            json.key("types");
            json.numbers(
                interface
                    .types
                    .iter()
                    .map(|(name, id)| (name.as_str(), id.index())),
            );
            json.key("functions");
            json.object(|json| {
                for (name, id) in &interface.functions {
                    json.key(name);
                    json.function(&json.resolve.functions[*id]);
                }
            });
            json.docs(&interface.docs);
            json.stability(&interface.stability);
            json.key("package");
            json.number_or_null(interface.package.map(super::super::arena::Id::index));
            if let Some(id) = interface.clone_of {
                json.key("clone_of");
                json.number(id.index());
            }
        });
    }

    fn function(&mut self, function: &Function) {
        self.object(|json| {
            json.key("name");
            json.string(&function.name);
            json.key("kind");
            json.function_kind(function);
            json.key("params");
            json.array(function.params.iter(), |json, param| {
                json.object(|json| {
                    json.key("name");
                    json.string(&param.name);
                    json.key("type");
                    json.ty(Some(param.ty));
                });
            });
            if let Some(result) = function.result {
                json.key("result");
                json.ty(Some(result));
            }
            json.docs(&function.docs);
            json.stability(&function.stability);
            json.external_id(function.external_id.as_deref());
        });
    }

    fn function_kind(&mut self, function: &Function) {
        let kind = match function.kind {
            FunctionKind::Freestanding => "freestanding",
            FunctionKind::Method(_) => "method",
            FunctionKind::Static(_) => "static",
            FunctionKind::Constructor(_) => "constructor",
        };
        // The words of wasm-tools, and for accessors, which it does not have, words like them.
        let of_accessor = |word: &'static str| match function.kind.is_freestanding() {
            true => Cow::Borrowed(word),
            false => format!("{kind}-{word}").into(),
        };
        let kind = match function.accessor {
            None if function.is_async => format!("async-{kind}").into(),
            None => Cow::Borrowed(kind),
            Some(Accessor::Get) => of_accessor("getter"),
            Some(Accessor::Set) => of_accessor("setter"),
        };
        match function.kind.resource() {
            None => self.string(&kind),
            Some(id) => self.object(|json| {
                json.key(&kind);
                json.number(id.index());
            }),
        }
    }

    fn type_def(&mut self, ty: &TypeDef) {
        self.object(|json| {
            json.key("name");
            json.string_or_null(ty.name().map(|name| &**name));
            json.key("kind");
            json.type_kind(&ty.kind);
            json.key("owner");
            match ty.owner {
                TypeOwner::None => json.raw("null"),
                TypeOwner::World(id) => json.numbers([("world", id.index())].into_iter()),
                TypeOwner::Interface(id) => json.numbers([("interface", id.index())].into_iter()),
            }
            json.docs(ty.docs());
            json.stability(&ty.stability);
            json.external_id(ty.external_id());
        });
    }

    fn type_kind(&mut self, kind: &TypeDefKind) {
        let word = kind.describe();
        match kind {
            TypeDefKind::Resource => self.string(word),
            TypeDefKind::Alias(ty) | TypeDefKind::Option(ty) | TypeDefKind::List(ty) => {
                self.tagged(word, |json| json.ty(Some(*ty)));
            }
            TypeDefKind::Future(ty) | TypeDefKind::Stream(ty) => {
                self.tagged(word, |json| json.ty(*ty));
            }
            TypeDefKind::Record(record) => {
                self.members(word, "fields", &record.fields, |json, field| {
                    json.member(&field.name, Some(Some(field.ty)), &field.docs);
                });
            }
            TypeDefKind::Variant(variant) => {
                self.members(word, "cases", &variant.cases, |json, case| {
                    json.member(&case.name, Some(case.ty), &case.docs);
                });
            }
            TypeDefKind::Enum(cases) => self.members(word, "cases", &cases.cases, Self::label),
            TypeDefKind::Flags(flags) => self.members(word, "flags", &flags.flags, Self::label),
            TypeDefKind::Tuple(tuple) => {
                self.members(word, "types", &tuple.types, |json, ty| json.ty(Some(*ty)));
            }
            TypeDefKind::Handle(handle) => self.tagged("handle", |json| {
                json.numbers([(word, handle.resource().index())].into_iter());
            }),
            TypeDefKind::Result(result) => self.tagged(word, |json| {
                json.object(|json| {
                    json.key("ok");
                    json.ty(result.ok);
                    json.key("err");
                    json.ty(result.err);
                });
            }),
            TypeDefKind::Map(key, value) => self.tagged(word, |json| {
                json.array([*key, *value].into_iter(), |json, ty| json.ty(Some(ty)));
            }),
            TypeDefKind::FixedLengthList(ty, length) => {
                self.tagged("fixed-length-list", |json| {
                    json.array(
                        // A pair of a type and a number: `array` takes items of one kind, so `None`
                        // stands for the type.
                        [None, Some(*length)].into_iter(),
                        |json, length| match length {
                            None => json.ty(Some(*ty)),
                            Some(length) => json.number(length as usize),
                        },
                    );
                });
            }
        }
    }

    /// An object of one entry, whose key says what it is.
    fn tagged(&mut self, key: &str, contents: impl FnOnce(&mut Self)) {
        self.object(|json| {
            json.key(key);
            contents(json);
        });
    }

    fn label(&mut self, label: &Label) {
        self.member(&label.name, None, &label.docs);
    }

    fn members<T>(
        &mut self,
        word: &str,
        key: &str,
        members: &[T],
        mut each: impl FnMut(&mut Self, &T),
    ) {
        self.tagged(word, |json| {
            json.tagged(key, |json| json.array(members.iter(), &mut each));
        });
    }

    fn member(&mut self, name: &str, ty: Option<Option<Type>>, docs: &Docs) {
        self.object(|json| {
            json.key("name");
            json.string(name);
            if let Some(ty) = ty {
                json.key("type");
                json.ty(ty);
            }
            json.docs(docs);
        });
    }

    fn ty(&mut self, ty: Option<Type>) {
        match ty {
            None => self.raw("null"),
            Some(ty) => match ty.id() {
                Some(id) => self.number(id.index()),
                None => self.string(ty.keyword()),
            },
        }
    }

    fn docs(&mut self, docs: &Docs) {
        if let Some(text) = docs.text() {
            self.key("docs");
            self.object(|json| {
                json.key("contents");
                json.string(text);
            });
        }
    }

    fn stability(&mut self, stability: &Stability) {
        let Some(gate) = stability.gate() else { return };
        self.key("stability");
        self.object(|json| {
            json.key(if stability.is_since() {
                "stable"
            } else {
                "unstable"
            });
            json.object(|json| {
                match gate {
                    Gate::Since { since, .. } => {
                        json.key("since");
                        json.string(&since.to_string());
                    }
                    Gate::Unstable { feature, .. } => {
                        json.key("feature");
                        json.string(feature);
                    }
                }
                if let Some(deprecated) = stability.deprecated() {
                    json.key("deprecated");
                    json.string(&deprecated.to_string());
                }
            });
        });
    }

    fn external_id(&mut self, id: Option<&str>) {
        if let Some(id) = id {
            self.key("external_id");
            self.string(id);
        }
    }

    // The parts of JSON.

    fn object(&mut self, contents: impl FnOnce(&mut Self)) {
        self.nest("{", "}", contents);
    }

    fn array<T>(&mut self, items: impl Iterator<Item = T>, mut each: impl FnMut(&mut Self, T)) {
        self.nest("[", "]", |json| {
            for item in items {
                json.next();
                each(json, item);
            }
        });
    }

    fn nest(&mut self, open: &str, close: &str, contents: impl FnOnce(&mut Self)) {
        self.out.push(open);
        self.depth += 1;
        self.first = true;
        contents(self);
        self.depth -= 1;
        if !self.first {
            self.line();
        }
        self.first = false;
        self.out.push(close);
    }

    fn next(&mut self) {
        if !self.first {
            self.out.push(",");
        }
        self.first = false;
        self.line();
    }

    fn line(&mut self) {
        self.out.push("\n");
        self.out.pass_on();
        self.out.indent(self.depth * 2);
    }

    fn key(&mut self, key: &str) {
        self.next();
        self.string(key);
        self.out.push(": ");
    }

    fn numbers<'n>(&mut self, entries: impl Iterator<Item = (&'n str, usize)>) {
        self.object(|json| {
            for (key, number) in entries {
                json.key(key);
                json.number(number);
            }
        });
    }

    fn number(&mut self, number: usize) {
        let _ = write!(self.out, "{number}");
    }

    fn number_or_null(&mut self, number: Option<usize>) {
        match number {
            Some(number) => self.number(number),
            None => self.raw("null"),
        }
    }

    fn string_or_null(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.string(text),
            None => self.raw("null"),
        }
    }

    fn raw(&mut self, text: &str) {
        self.out.push(text);
    }

    fn string(&mut self, text: &str) {
        self.out.push("\"");
        let mut rest = text;
        // All that is escaped is ASCII, so that the text around it stays whole.
        while let Some(at) = rest.bytes().position(is_escaped) {
            self.out.push(&rest[..at]);
            match rest.as_bytes()[at] {
                b'"' => self.out.push("\\\""),
                b'\\' => self.out.push("\\\\"),
                b'\n' => self.out.push("\\n"),
                b'\r' => self.out.push("\\r"),
                b'\t' => self.out.push("\\t"),
                // Control characters must be escaped (RFC 8259, section 7); all else may stand as
                // it is.
                byte => {
                    let _ = write!(self.out, "\\u{byte:04x}");
                }
            }
            rest = &rest[at + 1..];
        }
        self.out.push(rest);
        self.out.push("\"");
    }
}

/// Whether a byte can't stand in a string of JSON as it is.
fn is_escaped(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}
