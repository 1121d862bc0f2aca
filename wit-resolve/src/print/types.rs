//! Names and types as WIT writes them.

use super::printer::Printer;
use crate::{Handle, InterfaceId, Name, Type, TypeDefKind, TypeId};
use witc_parser::escaped;

impl Printer<'_> {
    pub(crate) fn name(&self, id: TypeId) -> String {
        self.resolve.types[id]
            .name()
            .map_or_else(String::new, |name| escaped(name).into_owned())
    }

    /// The path of an interface, as short as it may be here.
    pub(crate) fn path(&self, id: InterfaceId) -> String {
        let interface = &self.resolve.interfaces[id];
        let name: &Name = interface.name.as_ref().unwrap_or(const { &Name::new() });
        match interface.package {
            // Interfaces of the same package go by their name, which stays right when the version
            // is raised.
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

    pub(crate) fn ty(&self, ty: Type) -> String {
        let Some(id) = ty.id() else {
            return ty.keyword().to_owned();
        };
        let def = &self.resolve.types[id];
        if def.name().is_some() {
            return self.name(id);
        }
        // The bare name of a resource is an owned handle of it.
        match def.kind.as_handle().and_then(Handle::owned) {
            Some(resource) => self.name(resource),
            None => self.aliased(&def.kind),
        }
    }

    pub(crate) fn payload(&self, word: &str, ty: Option<Type>) -> String {
        ty.map_or_else(|| word.to_owned(), |ty| format!("{word}<{}>", self.ty(ty)))
    }

    /// A type as it stands after the `=` of an alias.
    pub(crate) fn aliased(&self, kind: &TypeDefKind) -> String {
        match kind {
            TypeDefKind::Alias(ty) => self.ty(*ty),
            TypeDefKind::Handle(Handle::Own(id)) => format!("own<{}>", self.name(*id)),
            TypeDefKind::Handle(Handle::Borrow(id)) => format!("borrow<{}>", self.name(*id)),
            TypeDefKind::Tuple(tuple) => {
                let types: Vec<String> = tuple.types.iter().map(|&ty| self.ty(ty)).collect();
                format!("tuple<{}>", types.join(", "))
            }
            TypeDefKind::Option(ty) => format!("option<{}>", self.ty(*ty)),
            TypeDefKind::Result(result) => match (result.ok, result.err) {
                // `result`, and `result<t>`: a missing error type is left out.
                (ok, None) => self.payload("result", ok),
                (None, Some(err)) => format!("result<_, {}>", self.ty(err)),
                (Some(ok), Some(err)) => format!("result<{}, {}>", self.ty(ok), self.ty(err)),
            },
            TypeDefKind::List(ty) => format!("list<{}>", self.ty(*ty)),
            TypeDefKind::FixedLengthList(ty, length) => format!("list<{}, {length}>", self.ty(*ty)),
            TypeDefKind::Map(key, value) => format!("map<{}, {}>", self.ty(*key), self.ty(*value)),
            TypeDefKind::Future(ty) => self.payload("future", *ty),
            TypeDefKind::Stream(ty) => self.payload("stream", *ty),
            // A type that has a body is printed where it is defined. Only a model that was built by hand has one without a name,
            // and WIT can't say it.
            TypeDefKind::Record(_)
            | TypeDefKind::Variant(_)
            | TypeDefKind::Enum(_)
            | TypeDefKind::Flags(_)
            | TypeDefKind::Resource => kind.describe().to_owned(),
        }
    }
}

/// The name of a package as WIT writes it.
pub(crate) fn package_name(name: &crate::PackageName) -> String {
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
