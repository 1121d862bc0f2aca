//! The types that are there before any is declared: scalars, the string type and the error context type.

use crate::c::types::{CType, Shape, TypeRef, Types};
use witc_canonical_abi::{Plans, Scalar};
use witc_resolve::{Type, TypeId};

/// The scalars: what WIT calls them, what C does, and the part that they have in names of other types.
const SCALARS: [(Type, Scalar, &str, &str); 12] = [
    (Type::Bool, Scalar::Bool, "bool", "bool"),
    (Type::U8, Scalar::U8, "u8", "uint8_t"),
    (Type::U16, Scalar::U16, "u16", "uint16_t"),
    (Type::U32, Scalar::U32, "u32", "uint32_t"),
    (Type::U64, Scalar::U64, "u64", "uint64_t"),
    (Type::S8, Scalar::S8, "s8", "int8_t"),
    (Type::S16, Scalar::S16, "s16", "int16_t"),
    (Type::S32, Scalar::S32, "s32", "int32_t"),
    (Type::S64, Scalar::S64, "s64", "int64_t"),
    (Type::F32, Scalar::F32, "f32", "float"),
    (Type::F64, Scalar::F64, "f64", "double"),
    // C has no `char` of 32 bits without `<uchar.h>`; wit-bindgen has the same two names, which users know.
    (Type::Char, Scalar::Char, "char32", "uint32_t"),
];

/// The built-in types, in the order that [`built_in_ref`] knows.
pub(crate) fn built_in<'a>(plans: &Plans, world: &str) -> Vec<CType<'a>> {
    let new = |ty: Type, name: String, base: String, stem: &str, shape| CType {
        name,
        base,
        stem: stem.to_owned(),
        shape,
        plan: plans.of(ty),
        // All interfaces share these, and whatever is made of these alone.
        primitive: true,
        freeable: false,
        imported_borrow: false,
        docs: None,
        free: None,
    };
    let scalars = SCALARS.map(|(ty, scalar, stem, name)| {
        let shape = Shape::Scalar(scalar);
        new(ty, name.to_owned(), stem.to_owned(), stem, shape)
    });
    let of_world = [
        (Type::String, "string", Shape::String),
        (Type::ErrorContext, "error_context", Shape::ErrorContext),
    ];
    let of_world = of_world.map(|(ty, stem, shape)| {
        let base = format!("{world}_{stem}");
        // The names of the functions of both types are reserved.
        let free = Some(format!("{base}_free"));
        CType {
            freeable: true,
            free,
            ..new(ty, format!("{base}_t"), base, stem, shape)
        }
    });
    scalars.into_iter().chain(of_world).collect()
}

/// The number of a built-in type, or the id of what is none.
pub(crate) fn built_in_ref(ty: Type) -> Result<TypeRef, TypeId> {
    Ok(match ty {
        Type::Bool => TypeRef(0),
        Type::U8 => TypeRef(1),
        Type::U16 => TypeRef(2),
        Type::U32 => TypeRef(3),
        Type::U64 => TypeRef(4),
        Type::S8 => TypeRef(5),
        Type::S16 => TypeRef(6),
        Type::S32 => TypeRef(7),
        Type::S64 => TypeRef(8),
        Type::F32 => TypeRef(9),
        Type::F64 => TypeRef(10),
        Type::Char => TypeRef(11),
        Type::String => Types::STRING,
        Type::ErrorContext => Types::ERROR_CONTEXT,
        Type::Id(id) => return Err(id),
    })
}

#[cfg(test)]
mod tests {
    use super::{SCALARS, built_in, built_in_ref};
    use crate::c::types::Types;
    use witc_canonical_abi::Plans;
    use witc_resolve::{Resolve, Type};

    #[test]
    fn built_in_types_stand_where_they_are_looked_for() {
        let plans = Plans::new(&Resolve::default());
        let all = built_in(&plans, "w");
        let scalars = SCALARS.map(|(ty, ..)| ty);
        let built_in = scalars
            .into_iter()
            .chain([Type::String, Type::ErrorContext]);
        for (index, ty) in built_in.enumerate() {
            assert_eq!(built_in_ref(ty).map(|ty| ty.0), Ok(index), "{ty:?}");
            assert_eq!(all[index].plan, plans.of(ty), "{ty:?}");
        }
        assert_eq!(all[Types::STRING.0].name, "w_string_t");
    }
}
