//! Types, functions and items in a line of WIT each, as messages show them.

use witc_resolve::{
    Accessor, Function, FunctionKind, Handle, LiveTypes, Resolve, Type, TypeDef, TypeDefKind,
    TypeId, TypeOwner,
};

/// How deep types without names are written out.
// A longer line would help nobody, and types that use types twice would make it exponentially long.
const MAX_DEPTH: usize = 12;

/// The names of two types side by side. Where they are the same, each goes by its interface too.
pub(crate) fn both(old: (&Resolve, Type), new: (&Resolve, Type)) -> (String, String) {
    let (was, is) = (ty(old.0, old.1), ty(new.0, new.1));
    if was != is {
        return (was, is);
    }
    (
        format!("{was}{}", origins(old.0, old.1)),
        format!("{is}{}", origins(new.0, new.1)),
    )
}

/// How many named types are listed where a type is made of several.
const MAX_ORIGINS: usize = 3;

/// The origins of the named types that a type is made of.
fn origins(resolve: &Resolve, ty: Type) -> String {
    let mut live = LiveTypes::new();
    live.add(resolve, resolve.dealias(ty));
    // Parts come before what they are part of, so that reversed the outermost types come first.
    let named = live.iter().rev().filter_map(|id| {
        let name = resolve.types[id].name()?;
        let is_alias = resolve.types[id].kind.as_alias().is_some();
        Some(format!(
            "{name} of {}",
            home(resolve, id).filter(|_| !is_alias)?
        ))
    });
    let named: Vec<_> = named.take(MAX_ORIGINS).collect();
    if named.is_empty() {
        String::new()
    } else {
        format!(", with {}", named.join(", "))
    }
}

/// Where a type is defined: `ns:pkg/interface`, or a world.
fn home(resolve: &Resolve, id: TypeId) -> Option<String> {
    match resolve.types[id].owner {
        TypeOwner::Interface(interface) => resolve.interface_id(interface),
        TypeOwner::World(world) => Some(format!("world {}", resolve.worlds[world].name)),
        TypeOwner::None => None,
    }
}

/// A type as it is written where it is used.
pub(crate) fn ty(resolve: &Resolve, ty: Type) -> String {
    at_depth(resolve, ty, 0)
}

fn at_depth(resolve: &Resolve, ty: Type, depth: usize) -> String {
    let Some(id) = ty.id() else {
        return ty.keyword().to_owned();
    };
    let def = &resolve.types[id];
    match def.name() {
        Some(name) => name.to_string(),
        None if depth == MAX_DEPTH => "…".to_owned(),
        None => kind(resolve, &def.kind, depth + 1),
    }
}

fn kind(resolve: &Resolve, kind: &TypeDefKind, depth: usize) -> String {
    let of = |ty: Type| at_depth(resolve, ty, depth);
    let optional = |word: &str, ty: Option<Type>| match ty {
        Some(ty) => format!("{word}<{}>", of(ty)),
        None => word.to_owned(),
    };
    match kind {
        TypeDefKind::Alias(ty) => of(*ty),
        // In WIT the bare name of a resource means a handle that owns it.
        TypeDefKind::Handle(Handle::Own(id)) => of(Type::Id(*id)),
        TypeDefKind::Handle(Handle::Borrow(id)) => format!("borrow<{}>", of(Type::Id(*id))),
        TypeDefKind::Tuple(tuple) => {
            let types: Vec<_> = tuple.types.iter().map(|&ty| of(ty)).collect();
            format!("tuple<{}>", types.join(", "))
        }
        TypeDefKind::Option(ty) => format!("option<{}>", of(*ty)),
        TypeDefKind::List(ty) => format!("list<{}>", of(*ty)),
        TypeDefKind::FixedLengthList(ty, length) => format!("list<{}, {length}>", of(*ty)),
        TypeDefKind::Map(key, value) => format!("map<{}, {}>", of(*key), of(*value)),
        TypeDefKind::Result(result) => match (result.ok, result.err) {
            (None, None) => "result".to_owned(),
            (Some(ok), None) => format!("result<{}>", of(ok)),
            (ok, Some(err)) => {
                format!("result<{}, {}>", ok.map_or_else(|| "_".into(), of), of(err))
            }
        },
        TypeDefKind::Future(ty) => optional("future", *ty),
        TypeDefKind::Stream(ty) => optional("stream", *ty),
        TypeDefKind::Record(_)
        | TypeDefKind::Variant(_)
        | TypeDefKind::Enum(_)
        | TypeDefKind::Flags(_)
        | TypeDefKind::Resource => kind.describe().to_owned(),
    }
}

/// A function: `f: func(a: u32) -> string`.
pub(crate) fn function(resolve: &Resolve, function: &Function) -> String {
    let params = function.written_params().iter();
    let params: Vec<_> = params
        .map(|param| format!("{}: {}", param.name, ty(resolve, param.ty)))
        .collect();
    let is_constructor = function.kind.is_constructor();
    let head = if is_constructor {
        String::new()
    } else {
        format!("{}: ", function.item_name())
    };
    let is_static = if function.kind.is_static() {
        "static "
    } else {
        ""
    };
    let is_async = if function.is_async { "async " } else { "" };
    let word = match (is_constructor, function.accessor) {
        (true, _) => "constructor",
        (_, None) => "func",
        (_, Some(Accessor::Get)) => "get",
        (_, Some(Accessor::Set)) => "set",
    };
    let result = function
        .result
        // Only a constructor that may fail has a result in WIT; otherwise it is the resource, and goes without
        // saying.
        .filter(|&result| !is_constructor || !is_handle(resolve, result));
    let result = result.map_or_else(String::new, |result| format!(" -> {}", ty(resolve, result)));
    format!(
        "{head}{is_static}{is_async}{word}({}){result}",
        params.join(", ")
    )
}

fn is_handle(resolve: &Resolve, ty: Type) -> bool {
    ty.id()
        .is_some_and(|id| resolve.types[id].kind.as_handle().is_some())
}

/// Where a `use` takes a type from.
fn used_from(resolve: &Resolve, def: &TypeDef) -> Option<String> {
    let target = def.kind.as_alias()?.id()?;
    // An alias that keeps the name comes from `use`.
    home(resolve, target).filter(|_| def.name() == resolve.types[target].name())
}

/// A definition: `record point { x: u32, y: u32 }`.
pub(crate) fn definition(resolve: &Resolve, def: &TypeDef) -> String {
    let name = def.name().map_or("_", |name| name);
    if let Some(home) = used_from(resolve, def) {
        return format!("use {name} from {home}");
    }
    let block =
        |word: &str, parts: Vec<String>| format!("{word} {name} {{ {} }}", parts.join(", "));
    match &def.kind {
        TypeDefKind::Record(record) => {
            let fields = record
                .fields
                .iter()
                .map(|field| format!("{}: {}", field.name, ty(resolve, field.ty)));
            block("record", fields.collect())
        }
        TypeDefKind::Variant(variant) => {
            let cases = variant.cases.iter().map(|case| match case.ty {
                Some(payload) => format!("{}({})", case.name, ty(resolve, payload)),
                None => case.name.to_string(),
            });
            block("variant", cases.collect())
        }
        TypeDefKind::Enum(cases) => block(
            "enum",
            cases
                .cases
                .iter()
                .map(|case| case.name.to_string())
                .collect(),
        ),
        TypeDefKind::Flags(flags) => block(
            "flags",
            flags
                .flags
                .iter()
                .map(|flag| flag.name.to_string())
                .collect(),
        ),
        TypeDefKind::Resource => format!("resource {name}"),
        TypeDefKind::Alias(_)
        | TypeDefKind::Handle(_)
        | TypeDefKind::Tuple(_)
        | TypeDefKind::Option(_)
        | TypeDefKind::Result(_)
        | TypeDefKind::List(_)
        | TypeDefKind::FixedLengthList(..)
        | TypeDefKind::Map(..)
        | TypeDefKind::Future(_)
        | TypeDefKind::Stream(_) => format!("type {name} = {}", kind(resolve, &def.kind, 0)),
    }
}

/// The words for a function in messages: `` function `f` ``, `` method `f` of resource `r` ``.
pub(crate) fn function_name(function: &Function, resolve: &Resolve) -> String {
    let resource = |id: TypeId| resolve.types[id].name().map_or("_", |name| name);
    let name = function.item_name();
    let accessor = match function.accessor {
        None => "",
        Some(Accessor::Get) => "getter ",
        Some(Accessor::Set) => "setter ",
    };
    match function.kind {
        // The word for the accessor already says what it is.
        FunctionKind::Freestanding if function.accessor.is_some() => format!("{accessor}`{name}`"),
        FunctionKind::Freestanding => format!("function `{name}`"),
        FunctionKind::Method(id) => {
            format!("method {accessor}`{name}` of resource `{}`", resource(id))
        }
        FunctionKind::Static(id) => {
            format!(
                "static function {accessor}`{name}` of resource `{}`",
                resource(id)
            )
        }
        FunctionKind::Constructor(id) => format!("the constructor of resource `{}`", resource(id)),
    }
}

/// The words for a type in messages: `` record `point` ``.
pub(crate) fn type_name(def: &TypeDef) -> String {
    format!(
        "{} `{}`",
        def.kind.describe(),
        def.name().map_or("_", |name| name)
    )
}
