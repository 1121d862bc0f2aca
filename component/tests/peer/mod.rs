//! The peer's packages: its test cases, read where its source lies, and its resolved model turned into ours.

#![allow(dead_code, reason = "every test uses a part of it")]

use std::path::{Path, PathBuf};
use wit_parser as peer;
use witc_parser::Span;
use witc_resolve as ours;

/// The folder of a peer's published source.
pub(crate) fn source(package: &str) -> PathBuf {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
    let registries = home.expect("a home folder").join("registry/src");
    let registries =
        std::fs::read_dir(&registries).unwrap_or_else(|e| panic!("{}: {e}", registries.display()));
    let mut folders = registries.flatten().map(|registry| registry.path().join(package));
    folders.find(|folder| folder.is_dir()).unwrap_or_else(|| panic!("the source of {package} is not here"))
}

/// The packages that stand in a folder of test cases: `.wit` files, and folders.
pub(crate) fn cases(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut cases: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir() || path.extension().is_some_and(|extension| extension == "wit"))
        .filter(|path| path.file_name().is_none_or(|name| name != "parse-fail"))
        .collect();
    cases.sort();
    cases
}

/// Loads a package with the peer; nothing for the few cases that want a feature of it which is off here.
pub(crate) fn load(path: &Path) -> Option<(peer::Resolve, peer::PackageId)> {
    let mut resolve = peer::Resolve::default();
    resolve.features.insert("active".into());
    let package = if path.is_dir() {
        resolve.push_dir(path).map(|(package, _)| package)
    } else {
        resolve.push_file(path)
    };
    Some((resolve, package.ok()?))
}

/// The peer's resolved model in ours. Ids are the same in both, but for those of functions.
pub(crate) fn convert(from: &peer::Resolve) -> ours::Resolve {
    let mut to = ours::Resolve::default();
    for (_, package) in &from.packages {
        let id = to.packages.alloc(ours::Package {
            name: name(&package.name),
            docs: docs(&package.docs),
            interfaces: package
                .interfaces
                .iter()
                .map(|(name, id)| (name.into(), interface_id(*id)))
                .collect(),
            worlds: package.worlds.iter().map(|(name, id)| (name.into(), world_id(*id))).collect(),
            span: Span::NONE,
        });
        to.package_names.insert(name(&package.name), id);
    }
    for (_, def) in &from.types {
        to.types.alloc(type_def(def));
    }
    for (_, interface) in &from.interfaces {
        let functions =
            interface.functions.iter().map(|(name, f)| (name.into(), to.functions.alloc(function(f))));
        let functions = functions.collect();
        to.interfaces.alloc(ours::Interface {
            name: interface.name.as_deref().map(Into::into),
            package: interface.package.map(package_id),
            types: interface.types.iter().map(|(name, id)| (name.into(), type_id(*id))).collect(),
            functions,
            docs: docs(&interface.docs),
            stability: stability(&interface.stability),
            span: Span::NONE,
            clone_of: None,
        });
    }
    for (_, world) in &from.worlds {
        let mut items = |items: &peer::IndexMap<peer::WorldKey, peer::WorldItem>| {
            items.iter().map(|(key, item)| (world_key(key), world_item(&mut to, item))).collect()
        };
        let (imports, exports) = (items(&world.imports), items(&world.exports));
        to.worlds.alloc(ours::World {
            name: (&*world.name).into(),
            package: world.package.map(package_id),
            imports,
            exports,
            docs: docs(&world.docs),
            stability: stability(&world.stability),
            span: Span::NONE,
        });
    }
    to
}

pub(crate) fn package_id(id: peer::PackageId) -> ours::PackageId {
    ours::Id::from_index(id.index())
}

pub(crate) fn world_id(id: peer::WorldId) -> ours::WorldId {
    ours::Id::from_index(id.index())
}

fn interface_id(id: peer::InterfaceId) -> ours::InterfaceId {
    ours::Id::from_index(id.index())
}

fn type_id(id: peer::TypeId) -> ours::TypeId {
    ours::Id::from_index(id.index())
}

fn name(name: &peer::PackageName) -> ours::PackageName {
    ours::PackageName {
        namespace: (&*name.namespace).into(),
        name: (&*name.name).into(),
        version: name.version.clone(),
    }
}

fn docs(docs: &peer::Docs) -> ours::Docs {
    docs.contents.as_deref().map(ours::Docs::new).unwrap_or_default()
}

fn stability(stability: &peer::Stability) -> ours::Stability {
    match stability.clone() {
        peer::Stability::Unknown => ours::Stability::default(),
        peer::Stability::Unstable { feature, deprecated } => {
            ours::Stability::gated(ours::Gate::Unstable { feature: feature.into(), deprecated })
        }
        peer::Stability::Stable { since, deprecated } => {
            ours::Stability::gated(ours::Gate::Since { since, deprecated })
        }
    }
}

fn world_key(key: &peer::WorldKey) -> ours::WorldKey {
    match key {
        peer::WorldKey::Name(name) => ours::WorldKey::Name(name.into()),
        peer::WorldKey::Interface(id) => ours::WorldKey::Interface(interface_id(*id)),
    }
}

fn world_item(to: &mut ours::Resolve, item: &peer::WorldItem) -> ours::WorldItem {
    match item {
        peer::WorldItem::Interface { id, stability: gate, external_id, docs: text, .. } => {
            ours::WorldItem::Interface(ours::WorldInterface {
                id: interface_id(*id),
                docs: docs(text),
                stability: stability(gate),
                external_id: external_id.as_deref().map(Into::into),
                span: Span::NONE,
            })
        }
        peer::WorldItem::Function(f) => ours::WorldItem::Function(to.functions.alloc(function(f))),
        peer::WorldItem::Type { id, .. } => ours::WorldItem::Type(type_id(*id)),
    }
}

fn function(function: &peer::Function) -> ours::Function {
    use ours::{Accessor::Get, Accessor::Set, FunctionKind as Our};
    use peer::FunctionKind as Their;
    let (kind, accessor) = match function.kind {
        Their::Freestanding | Their::AsyncFreestanding => (Our::Freestanding, None),
        Their::Getter => (Our::Freestanding, Some(Get)),
        Their::Setter => (Our::Freestanding, Some(Set)),
        Their::Method(id) | Their::AsyncMethod(id) => (Our::Method(type_id(id)), None),
        Their::MethodGetter(id) => (Our::Method(type_id(id)), Some(Get)),
        Their::MethodSetter(id) => (Our::Method(type_id(id)), Some(Set)),
        Their::Static(id) | Their::AsyncStatic(id) => (Our::Static(type_id(id)), None),
        Their::StaticGetter(id) => (Our::Static(type_id(id)), Some(Get)),
        Their::StaticSetter(id) => (Our::Static(type_id(id)), Some(Set)),
        Their::Constructor(id) => (Our::Constructor(type_id(id)), None),
    };
    let param =
        |param: &peer::Param| ours::Param { name: (&*param.name).into(), ty: ty(param.ty), span: Span::NONE };
    ours::Function {
        name: (&*function.name).into(),
        kind,
        accessor,
        is_async: function.kind.is_async(),
        params: function.params.iter().map(param).collect(),
        result: function.result.map(ty),
        docs: docs(&function.docs),
        stability: stability(&function.stability),
        external_id: function.external_id.as_deref().map(Into::into),
        span: Span::NONE,
    }
}

fn type_def(def: &peer::TypeDef) -> ours::TypeDef {
    ours::TypeDef {
        name: def.name.as_deref().map(Into::into),
        kind: kind(&def.kind),
        owner: match def.owner {
            peer::TypeOwner::World(id) => ours::TypeOwner::World(world_id(id)),
            peer::TypeOwner::Interface(id) => ours::TypeOwner::Interface(interface_id(id)),
            peer::TypeOwner::None => ours::TypeOwner::None,
        },
        docs: docs(&def.docs),
        stability: stability(&def.stability),
        external_id: def.external_id.as_deref().map(Into::into),
        span: Span::NONE,
    }
}

fn kind(kind: &peer::TypeDefKind) -> ours::TypeDefKind {
    use ours::TypeDefKind as Our;
    use peer::TypeDefKind as Their;
    let span = Span::NONE;
    let label = |name: &str, text: &peer::Docs| ours::Label { name: name.into(), docs: docs(text), span };
    match kind {
        Their::Record(record) => {
            let field = |f: &peer::Field| ours::Field {
                name: (&*f.name).into(),
                ty: ty(f.ty),
                docs: docs(&f.docs),
                span,
            };
            Our::Record(ours::Record { fields: record.fields.iter().map(field).collect() })
        }
        Their::Variant(variant) => {
            let case = |c: &peer::Case| ours::Case {
                name: (&*c.name).into(),
                ty: c.ty.map(ty),
                docs: docs(&c.docs),
                span,
            };
            Our::Variant(ours::Variant { cases: variant.cases.iter().map(case).collect() })
        }
        Their::Enum(cases) => {
            Our::Enum(ours::Enum { cases: cases.cases.iter().map(|c| label(&c.name, &c.docs)).collect() })
        }
        Their::Flags(flags) => {
            Our::Flags(ours::Flags { flags: flags.flags.iter().map(|f| label(&f.name, &f.docs)).collect() })
        }
        Their::Resource => Our::Resource,
        Their::Handle(peer::Handle::Own(id)) => Our::Handle(ours::Handle::Own(type_id(*id))),
        Their::Handle(peer::Handle::Borrow(id)) => Our::Handle(ours::Handle::Borrow(type_id(*id))),
        Their::Tuple(tuple) => {
            Our::Tuple(ours::Tuple { types: tuple.types.iter().copied().map(ty).collect() })
        }
        Their::Option(some) => Our::Option(ty(*some)),
        Their::Result(result) => {
            Our::Result(ours::ResultType { ok: result.ok.map(ty), err: result.err.map(ty) })
        }
        Their::List(element) => Our::List(ty(*element)),
        Their::Map(key, value) => Our::Map(ty(*key), ty(*value)),
        Their::FixedLengthList(element, length) => Our::FixedLengthList(ty(*element), *length),
        Their::Future(payload) => Our::Future(payload.map(ty)),
        Their::Stream(payload) => Our::Stream(payload.map(ty)),
        Their::Type(target) => Our::Alias(ty(*target)),
        Their::Unknown => unreachable!("resolved packages have no unknown types"),
    }
}

fn ty(ty: peer::Type) -> ours::Type {
    use ours::Type as Our;
    use peer::Type as Their;
    match ty {
        Their::Bool => Our::Bool,
        Their::U8 => Our::U8,
        Their::U16 => Our::U16,
        Their::U32 => Our::U32,
        Their::U64 => Our::U64,
        Their::S8 => Our::S8,
        Their::S16 => Our::S16,
        Their::S32 => Our::S32,
        Their::S64 => Our::S64,
        Their::F32 => Our::F32,
        Their::F64 => Our::F64,
        Their::Char => Our::Char,
        Their::String => Our::String,
        Their::ErrorContext => Our::ErrorContext,
        Their::Id(id) => Our::Id(type_id(id)),
    }
}
