//! Conversions between the types that a world defines twice: as imported and exported, or with and without streams.

use super::role::Role;
use super::rust::Speller;
use super::source::Source;
use witc_resolve::{InterfaceId, Type, TypeDefKind, TypeId};

/// The types of an interface in a module.
struct Side<'s> {
    interface: InterfaceId,
    module: &'s str,
}

/// The implementations that a guest needs for the types of its world.
pub(super) fn conversions(source: &Source, role: Role) -> String {
    let [exported, imported] = role.spellers(source);
    let [echo, types, plain] = ["echo", "types", "plain"].map(|name| {
        source
            .interface(name)
            .expect("worlds that are concurrent have it")
    });
    let is_local = !defined(source, echo).is_empty();
    let side = |speller: &Speller<'_>| {
        if is_local {
            Side {
                interface: echo,
                module: speller.side,
            }
        } else {
            Side {
                interface: types,
                module: "test::trip::types",
            }
        }
    };
    let (exports, imports) = (side(&exported), side(&imported));
    let plain = Side {
        interface: plain,
        module: exported.plain,
    };
    let mut text = resources(source, types);
    match role {
        Role::Front => {
            text += &all(source, &plain, &imports, turn);
            text += &all(source, &imports, &plain, read);
        }
        Role::Trip => {
            text += &all(source, &exports, &imports, turn);
            // Where types are not there twice this is the same once more.
            if is_local {
                text += &all(source, &imports, &exports, turn);
            }
        }
        Role::Back => {
            text += &all(source, &plain, &exports, turn);
            text += &all(source, &exports, &plain, read);
            text += &all(source, &exports, &exports, turn);
        }
    }
    if role != Role::Trip && source.channels().1 {
        text += &DONE.replace("PLAIN", plain.module);
    }
    text
}

/// The types that an interface defines itself, but for resources and other names of types, which are those types in Rust.
fn defined(source: &Source, interface: InterfaceId) -> Vec<TypeId> {
    let resolve = &source.loaded.resolve;
    let types = resolve.interfaces[interface].types.values().copied();
    // What stands for a future without a type has implementations of its own.
    let types = types.filter(|id| resolve.types[*id].name_or_empty() != "done");
    types
        .filter(|id| value(source, *id, "", "", "").is_some())
        .collect()
}

/// Implementations for all types of a side.
fn all(
    source: &Source,
    from: &Side<'_>,
    to: &Side<'_>,
    each: fn(&Source, TypeId, &str, &str) -> Option<String>,
) -> String {
    let types = defined(source, from.interface).into_iter();
    types
        .filter_map(|id| {
            let name = source.loaded.resolve.types[id]
                .name_or_empty()
                .to_uppercase();
            let [from, to] = [from, to].map(|side| format!("{}::{name}", side.module));
            each(source, id, &from, &to)
        })
        .collect()
}

/// The implementations for the resources of the host, which are there once.
fn resources(source: &Source, types: InterfaceId) -> String {
    let resolve = &source.loaded.resolve;
    let types = resolve.interfaces[types].types.values();
    let resources = types.filter(|id| resolve.types[**id].kind.is_resource());
    resources
        .map(|id| {
            let name = resolve.types[*id].name_or_empty().to_uppercase();
            format!("same!(test::trip::types::{name});\n")
        })
        .collect()
}

fn lifetime(source: &Source, id: TypeId) -> &'static str {
    if source.facts(Type::Id(id)).borrows {
        "<'b>"
    } else {
        ""
    }
}

/// Another form of a type, with new streams.
fn turn(source: &Source, id: TypeId, from: &str, to: &str) -> Option<String> {
    let of = lifetime(source, id);
    let body = value(source, id, from, to, ".turn(work)")?;
    Some(format!(
        "
impl<'b> Turn<{to}{of}> for {from}{of} {{
    fn turn(self, work: &mut Vec<Work>) -> {to}{of} {{
        {body}
    }}
}}
"
    ))
}

/// Another form of a type, without streams.
fn read(source: &Source, id: TypeId, from: &str, to: &str) -> Option<String> {
    let of = lifetime(source, id);
    let body = value(source, id, from, to, ".read().await")?;
    Some(format!(
        "
impl<'b> Read<{to}{of}> for {from}{of} {{
    fn read<'r>(self) -> Reading<'r, {to}{of}>
    where
        Self: 'r,
        {to}{of}: 'r,
    {{
        Box::pin(async move {{
            {body}
        }})
    }}
}}
"
    ))
}

/// An expression for `self` in another form, each part of which is had by `how`; nothing for what is not defined by name in Rust.
fn value(source: &Source, id: TypeId, from: &str, to: &str, how: &str) -> Option<String> {
    Some(match &source.loaded.resolve.types[id].kind {
        TypeDefKind::Record(record) => {
            let fields = record.fields.iter();
            let fields: String = fields
                .map(|field| format!("{0}: self.{0}{how}, ", field.name))
                .collect();
            format!("{to} {{ {fields}}}")
        }
        TypeDefKind::Variant(variant) => {
            let cases = variant.cases.iter();
            let cases: String = cases
                .map(|case| {
                    let name = case.name.to_uppercase();
                    match case.ty {
                        Some(_) => format!("{from}::{name}(it) => {to}::{name}(it{how}), "),
                        None => format!("{from}::{name} => {to}::{name}, "),
                    }
                })
                .collect();
            format!("match self {{ {cases}}}")
        }
        // There is nothing in these: they differ in the names of their types.
        TypeDefKind::Enum(_) | TypeDefKind::Flags(_) => "cast(self)".to_owned(),
        TypeDefKind::Alias(_)
        | TypeDefKind::Resource
        | TypeDefKind::Handle(_)
        | TypeDefKind::Tuple(_)
        | TypeDefKind::Option(_)
        | TypeDefKind::Result(_)
        | TypeDefKind::List(_)
        | TypeDefKind::FixedLengthList(..)
        | TypeDefKind::Map(..)
        | TypeDefKind::Future(_)
        | TypeDefKind::Stream(_) => return None,
    })
}

/// A future without a type, which gives that it is done.
const DONE: &str = "
impl<T: wit_future::FuturePayload + futures::Unit + Turn<T>> Turn<FutureReader<T>> for PLAIN::Done {
    fn turn(self, work: &mut Vec<Work>) -> FutureReader<T> {
        futures::later_given(async { T::UNIT }, work)
    }
}

impl<T: wit_future::FuturePayload + futures::Unit> Read<PLAIN::Done> for FutureReader<T> {
    fn read<'r>(self) -> Reading<'r, PLAIN::Done> {
        Box::pin(async move {
            self.await;
            PLAIN::Done::Done
        })
    }
}
";
