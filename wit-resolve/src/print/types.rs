//! Names and types as WIT writes them.

use super::printer::Printer;
use crate::{Handle, InterfaceId, PackageName, Type, TypeDefKind, TypeId};
use semver::Version;
use std::fmt::Write;

impl Printer<'_, '_> {
    /// The name of a type; nothing for one without a name.
    pub(crate) fn type_name(&mut self, id: TypeId) {
        if let Some(name) = self.resolve.types[id].name() {
            self.name(name);
        }
    }

    /// The path of an interface, as short as it may be here.
    pub(crate) fn path(&mut self, id: InterfaceId) {
        let resolve = self.resolve;
        let interface = &resolve.interfaces[id];
        // Interfaces of the same package go by their name, which stays right when the version is
        // raised.
        let package = interface
            .package
            .filter(|&package| Some(package) != self.package)
            .map(|package| &resolve.packages[package].name);
        if let Some(package) = package {
            self.segments(package);
            self.out.push("/");
        }
        if let Some(name) = &interface.name {
            self.name(name);
        }
        if let Some(package) = package {
            self.version(package.version.as_ref());
        }
    }

    /// The name of a package.
    pub(crate) fn package_name(&mut self, name: &PackageName) {
        self.segments(name);
        self.version(name.version.as_ref());
    }

    /// The namespaces and names of a package; several where packages are nested.
    fn segments(&mut self, package: &PackageName) {
        self.separated(package.namespace.split(':'), ":", Self::name);
        self.out.push(":");
        self.separated(package.name.split('/'), "/", Self::name);
    }

    fn version(&mut self, version: Option<&Version>) {
        if let Some(version) = version {
            let _ = write!(self.out, "@{version}");
        }
    }

    /// Items with a separator between them.
    pub(crate) fn separated<T>(
        &mut self,
        items: impl IntoIterator<Item = T>,
        separator: &str,
        mut each: impl FnMut(&mut Self, T),
    ) {
        for (index, item) in items.into_iter().enumerate() {
            if index > 0 {
                self.out.push(separator);
            }
            each(self, item);
        }
    }

    pub(crate) fn ty(&mut self, ty: Type) {
        let Some(id) = ty.id() else {
            self.out.push(ty.keyword());
            return;
        };
        let def = &self.resolve.types[id];
        if let Some(name) = def.name() {
            self.name(name);
            return;
        }
        // The bare name of a resource is an owned handle of it.
        match def.kind.as_handle().and_then(Handle::owned) {
            Some(resource) => self.type_name(resource),
            None => self.aliased(&def.kind),
        }
    }

    /// A type that takes others: `word<a, b>`.
    fn generic(&mut self, word: &str, types: &[Type]) {
        self.out.push(word);
        self.out.push("<");
        self.separated(types, ", ", |printer, &ty| printer.ty(ty));
        self.out.push(">");
    }

    /// A type that may take another one: `word`, or `word<a>`.
    fn payload(&mut self, word: &str, ty: Option<Type>) {
        match ty {
            Some(ty) => self.generic(word, &[ty]),
            None => self.out.push(word),
        }
    }

    fn handle(&mut self, word: &str, resource: TypeId) {
        self.out.push(word);
        self.out.push("<");
        self.type_name(resource);
        self.out.push(">");
    }

    /// A type as it stands after the `=` of an alias.
    pub(crate) fn aliased(&mut self, kind: &TypeDefKind) {
        match kind {
            TypeDefKind::Alias(ty) => self.ty(*ty),
            TypeDefKind::Handle(Handle::Own(id)) => self.handle("own", *id),
            TypeDefKind::Handle(Handle::Borrow(id)) => self.handle("borrow", *id),
            TypeDefKind::Tuple(tuple) => self.generic("tuple", &tuple.types),
            TypeDefKind::Option(ty) => self.generic("option", &[*ty]),
            TypeDefKind::Result(result) => match (result.ok, result.err) {
                // `result`, and `result<t>`: a missing error type is left out.
                (ok, None) => self.payload("result", ok),
                (None, Some(err)) => {
                    self.out.push("result<_, ");
                    self.ty(err);
                    self.out.push(">");
                }
                (Some(ok), Some(err)) => self.generic("result", &[ok, err]),
            },
            TypeDefKind::List(ty) => self.generic("list", &[*ty]),
            TypeDefKind::FixedLengthList(ty, length) => {
                self.out.push("list<");
                self.ty(*ty);
                let _ = write!(self.out, ", {length}>");
            }
            TypeDefKind::Map(key, value) => self.generic("map", &[*key, *value]),
            TypeDefKind::Future(ty) => self.payload("future", *ty),
            TypeDefKind::Stream(ty) => self.payload("stream", *ty),
            // A type that has a body is printed where it is defined. Only a model that was built by hand has one without a name,
            // and WIT can't say it.
            TypeDefKind::Record(_)
            | TypeDefKind::Variant(_)
            | TypeDefKind::Enum(_)
            | TypeDefKind::Flags(_)
            | TypeDefKind::Resource => self.out.push(kind.describe()),
        }
    }
}
