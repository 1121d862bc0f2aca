//! Types in words, for messages about them.

use super::pool::{Compound, Owner, Pool, Ty};
use wasm_encoder::PrimitiveValType;
use witc_resolve::Name;

/// A type as messages call it: by its name and where that is from, or by what it is made of.
pub(super) fn describe(types: &Pool, ty: Ty) -> String {
    match ty {
        Ty::Primitive(primitive) => format!("`{}`", primitive_name(primitive)),
        Ty::Named(name) => {
            let named = types.named(name);
            match &named.owner {
                Owner::Interface(id) => format!("`{}` of `{id}`", named.name),
                Owner::Same | Owner::World => format!("`{}`", named.name),
            }
        }
        Ty::Compound(index) => match types.structure(index) {
            Compound::Record(fields) => {
                format!("a record of {}", list(fields.iter().map(|(name, _)| name)))
            }
            Compound::Variant(cases) => {
                format!("a variant of {}", list(cases.iter().map(|(name, _)| name)))
            }
            Compound::Enum(labels) => format!("an enum of {}", list(labels.iter())),
            Compound::Flags(labels) => format!("flags {}", list(labels.iter())),
            Compound::Tuple(parts) => format!("a tuple of {}", parts.len()),
            Compound::Option(_) => "an option".to_owned(),
            Compound::Result(..) => "a result".to_owned(),
            Compound::List(_) => "a list".to_owned(),
            Compound::FixedLengthList(_, length) => format!("a list of the length {length}"),
            Compound::Map(..) => "a map".to_owned(),
            Compound::Own(name) => describe(types, Ty::Named(*name)),
            Compound::Borrow(name) => format!("a borrow of {}", describe(types, Ty::Named(*name))),
            Compound::Future(_) => "a future".to_owned(),
            Compound::Stream(_) => "a stream".to_owned(),
        },
    }
}

fn list<'n>(names: impl Iterator<Item = &'n Name>) -> String {
    names
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

fn primitive_name(primitive: PrimitiveValType) -> &'static str {
    match primitive {
        PrimitiveValType::Bool => "bool",
        PrimitiveValType::S8 => "s8",
        PrimitiveValType::U8 => "u8",
        PrimitiveValType::S16 => "s16",
        PrimitiveValType::U16 => "u16",
        PrimitiveValType::S32 => "s32",
        PrimitiveValType::U32 => "u32",
        PrimitiveValType::S64 => "s64",
        PrimitiveValType::U64 => "u64",
        PrimitiveValType::F32 => "f32",
        PrimitiveValType::F64 => "f64",
        PrimitiveValType::Char => "char",
        PrimitiveValType::String => "string",
        PrimitiveValType::ErrorContext => "error-context",
    }
}
