//! The guest in Rust.

use super::Source;
use crate::model::Place;
use std::fmt::Write as _;
use witc_resolve::{Function, Handle, Type, TypeDefKind, TypeId};

/// The text of the guest.
pub(super) fn source(source: &Source) -> String {
    let mut text = HEAD.to_owned();
    for (place, head) in [
        (
            Place::Echo,
            "impl exports::test::trip::echo::Guest for Trip {\n",
        ),
        (
            Place::World,
            "impl Guest for Trip {\n    fn live() -> u64 {\n        allocations::live()\n    }\n",
        ),
        (Place::Things, ITEM),
    ] {
        // The world has a function in any case.
        if place != Place::World && source.functions().all(|(_, is)| is != place) {
            continue;
        }
        text.push_str(head);
        for (function, _) in source.functions().filter(|(_, is)| *is == place) {
            text.push_str(&body(source, function, place));
        }
        text.push_str("}\n");
    }
    text + "export!(Trip);\n"
}

/// The guest's resource, and the start of the functions with it.
const ITEM: &str = "\
struct Item(Box<u32>);

impl exports::test::trip::things::GuestItem for Item {
    fn new(number: u32) -> Self {
        Self(Box::new(number))
    }
    fn number(&self) -> u32 {
        *self.0
    }
}

impl exports::test::trip::things::Guest for Trip {
    type Item = Item;
";

const HEAD: &str = "\
//! Passes on what it gets.
#![allow(unused)]

mod allocations;
mod trip;

use trip::*;

struct Trip;

/// Another name for a value: imports and exports have types that differ in nothing else.
fn cast<A, B>(a: A) -> B {
    assert!(size_of::<A>() == size_of::<B>() && align_of::<A>() == align_of::<B>());
    let a = core::mem::ManuallyDrop::new(a);
    // SAFETY: the definitions of both types are the same, and the compiler lays them out alike.
    unsafe { core::mem::transmute_copy(&*a) }
}

";

fn body(source: &Source, function: &Function, place: Place) -> String {
    let exported = Speller {
        source,
        side: "exports::test::trip::echo",
        plain: "",
    };
    let imported = Speller {
        source,
        side: "test::trip::echo",
        plain: "",
    };
    let name = &function.name;
    let params: Vec<_> = function
        .params
        .iter()
        .map(|param| format!("{}: {}", param.name, exported.ty(param.ty)))
        .collect();
    let result = function
        .result
        .map_or_else(String::new, |ty| format!(" -> {}", exported.ty(ty)));
    let mut text = format!("    fn {name}({}){result} {{\n", params.join(", "));
    if place == Place::Things {
        let _ = writeln!(text, "        {}\n    }}", kept(source, function));
        return text;
    }
    for param in function
        .params
        .iter()
        // Only types that are defined in the interface itself are there twice.
        .filter(|param| exported.ty(param.ty) != imported.ty(param.ty))
    {
        let _ = writeln!(
            text,
            "        let {0}: {1} = cast({0});",
            param.name,
            imported.ty(param.ty)
        );
    }
    let arguments: Vec<_> = function
        .params
        .iter()
        .map(|param| argument(source, param.ty, &param.name))
        .collect();
    let import = if place == Place::World {
        name.to_string()
    } else {
        format!("test::trip::echo::{name}")
    };
    let call = format!("{import}({})", arguments.join(", "));
    let _ = match function.result {
        Some(ty) if exported.ty(ty) != imported.ty(ty) => {
            writeln!(text, "        cast({call})\n    }}")
        }
        _ => writeln!(text, "        {call}\n    }}"),
    };
    text
}

/// The result of a function that calls no import: the parameters that lend nothing.
fn kept(source: &Source, function: &Function) -> String {
    let kept = function
        .params
        .iter()
        .filter(|param| !source.facts(param.ty).borrows);
    // A handle that was lent has to be gone at the end of the call, so it can't be given back.
    let kept: Vec<_> = kept.map(|param| param.name.to_string()).collect();
    // One value is not in a tuple, as the result of WIT is not.
    if kept.len() == 1 {
        kept.concat()
    } else {
        format!("({})", kept.join(", "))
    }
}

/// The argument of an import for a value in `place`: the value itself where it holds nothing, or gives handles away.
pub(super) fn argument(source: &Source, ty: Type, place: &str) -> String {
    let facts = source.facts(ty);
    let resolve = &source.loaded.resolve;
    let id = resolve.dealias(ty).id();
    let is_list = id.is_some_and(|id| resolve.types[id].kind.as_list().is_some());
    // A list that lends handles is a slice, also where it gives handles away.
    let lends = facts.borrows && is_list;
    let is_whole = (facts.owns && !lends) || !(facts.heap || facts.borrows);
    if is_whole {
        place.to_owned()
    } else {
        lent(source, ty, place)
    }
}

/// The same for what holds something, or is a part of it: then whatever has a name is a reference, small or not.
fn lent(source: &Source, ty: Type, place: &str) -> String {
    let resolve = &source.loaded.resolve;
    let named = matches!(ty, Type::Id(id) if resolve.types[id].name().is_some());
    let id = match resolve.dealias(ty) {
        Type::Id(id) => id,
        Type::String => return format!("&*{place}"),
        _ if named => return format!("&{place}"),
        _ => return place.to_owned(),
    };
    let payload = |ty: Option<Type>| match ty {
        Some(ty) => lent(source, ty, "(*it)"),
        None => "()".to_owned(),
    };
    match &resolve.types[id].kind {
        TypeDefKind::List(_) => format!("&*{place}"),
        TypeDefKind::Map(..) => format!("&{place}"),
        // A borrowed handle is a reference already.
        TypeDefKind::Handle(_) => place.to_owned(),
        _ if named => format!("&{place}"),
        TypeDefKind::Tuple(tuple) => {
            let parts = tuple.types.iter().enumerate();
            let parts: String = parts
                .map(|(at, &ty)| lent(source, ty, &format!("{place}.{at}")) + ", ")
                .collect();
            format!("({parts})")
        }
        TypeDefKind::Option(some) => {
            format!(
                "match &{place} {{ Some(it) => Some({}), None => None }}",
                payload(Some(*some))
            )
        }
        TypeDefKind::Result(result) => {
            format!(
                "match &{place} {{ Ok(it) => Ok({}), Err(it) => Err({}) }}",
                payload(result.ok),
                payload(result.err)
            )
        }
        TypeDefKind::Alias(_)
        | TypeDefKind::Record(_)
        | TypeDefKind::Variant(_)
        | TypeDefKind::Enum(_)
        | TypeDefKind::Flags(_)
        | TypeDefKind::Resource
        | TypeDefKind::FixedLengthList(..)
        | TypeDefKind::Future(_)
        | TypeDefKind::Stream(_) => format!("{place}.clone()"),
    }
}

/// The handle of the guest's resource.
const ITEM_PATH: &str = "exports::test::trip::things::Item";

/// Writes types; those of the interface with the functions are the ones of one side.
pub(super) struct Speller<'s> {
    pub(super) source: &'s Source,
    /// The module of the interface with the functions.
    pub(super) side: &'static str,
    /// That of the interface without streams and futures.
    pub(super) plain: &'static str,
}

impl Speller<'_> {
    /// The type that owns what it holds.
    pub(super) fn ty(&self, ty: Type) -> String {
        let primitive = match self.source.loaded.resolve.dealias(ty) {
            Type::Id(id) => return self.defined(id),
            Type::Char => "char",
            Type::String => "String",
            Type::S8 => "i8",
            Type::S16 => "i16",
            Type::S32 => "i32",
            Type::S64 => "i64",
            Type::ErrorContext => "ErrorContext",
            other => other.keyword(),
        };
        primitive.to_owned()
    }

    fn defined(&self, id: TypeId) -> String {
        let resolve = &self.source.loaded.resolve;
        let optional = |ty: Option<Type>| ty.map_or_else(|| "()".to_owned(), |ty| self.ty(ty));
        match &resolve.types[id].kind {
            TypeDefKind::List(ty) => format!("Vec<{}>", self.ty(*ty)),
            TypeDefKind::FixedLengthList(ty, length) => format!("[{}; {length}]", self.ty(*ty)),
            TypeDefKind::Map(key, value) => {
                format!(
                    "std::collections::BTreeMap<{}, {}>",
                    self.ty(*key),
                    self.ty(*value)
                )
            }
            TypeDefKind::Option(ty) => format!("Option<{}>", self.ty(*ty)),
            TypeDefKind::Result(result) => {
                format!("Result<{}, {}>", optional(result.ok), optional(result.err))
            }
            TypeDefKind::Tuple(tuple) => {
                format!(
                    "({})",
                    tuple
                        .types
                        .iter()
                        .map(|&ty| self.ty(ty) + ", ")
                        .collect::<String>()
                )
            }
            TypeDefKind::Handle(Handle::Own(resource)) => {
                self.nominal(resolve.definition(*resource))
            }
            TypeDefKind::Handle(Handle::Borrow(resource)) => {
                let resource = self.nominal(resolve.definition(*resource));
                if resource == ITEM_PATH {
                    format!("{ITEM_PATH}Borrow<'_>")
                } else {
                    format!("&{resource}")
                }
            }
            TypeDefKind::Record(_)
            | TypeDefKind::Variant(_)
            | TypeDefKind::Enum(_)
            | TypeDefKind::Flags(_)
            | TypeDefKind::Resource
            | TypeDefKind::Alias(_) => self.nominal(id),
            TypeDefKind::Future(payload) => format!("FutureReader<{}>", optional(*payload)),
            TypeDefKind::Stream(payload) => format!("StreamReader<{}>", optional(*payload)),
        }
    }

    fn nominal(&self, id: TypeId) -> String {
        let def = &self.source.loaded.resolve.types[id];
        let name = def.name_or_empty();
        if name == "item" {
            return ITEM_PATH.to_owned();
        }
        let module = match self.source.interface_of(def.owner) {
            Some("echo") => self.side,
            Some("plain") => self.plain,
            _ => "test::trip::types",
        };
        let lifetime = if self.source.facts(Type::Id(id)).borrows {
            "<'_>"
        } else {
            ""
        };
        let (first, rest) = name.split_at(1);
        format!("{module}::{}{rest}{lifetime}", first.to_uppercase())
    }
}
