//! Shapes of types that rules are about, wherever the types are written.

use witc_resolve::{Resolve, Type, TypeDefKind};

/// A shape that a rule is about.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    /// An option of an option.
    OptionOfOption,
    /// A list of pairs with strings for keys.
    Pairs,
    /// A tuple of one type.
    TupleOfOne,
    /// A stream or future.
    Channel,
}

/// The shape of a kind, without its parts.
pub(crate) fn shape(resolve: &Resolve, kind: &TypeDefKind) -> Option<Shape> {
    let of = |ty: Type| resolve.type_def_of(ty).map(|def| &def.kind);
    match kind {
        TypeDefKind::Option(ty) => of(*ty)
            .and_then(TypeDefKind::as_option)
            .map(|_| Shape::OptionOfOption),
        TypeDefKind::List(ty) => {
            let tuple = ty.id().and_then(|id| as_tuple(&resolve.types[id].kind))?;
            // A name of the key would say more than that it is a string.
            matches!(tuple, [key, _] if key.is_string()).then_some(Shape::Pairs)
        }
        TypeDefKind::Tuple(tuple) => (tuple.types.len() == 1).then_some(Shape::TupleOfOne),
        TypeDefKind::Future(_) | TypeDefKind::Stream(_) => Some(Shape::Channel),
        TypeDefKind::Alias(_)
        | TypeDefKind::Record(_)
        | TypeDefKind::Variant(_)
        | TypeDefKind::Enum(_)
        | TypeDefKind::Flags(_)
        | TypeDefKind::Resource
        | TypeDefKind::Handle(_)
        | TypeDefKind::Result(_)
        | TypeDefKind::FixedLengthList(..)
        | TypeDefKind::Map(..) => None,
    }
}

fn as_tuple(kind: &TypeDefKind) -> Option<&[Type]> {
    match kind {
        TypeDefKind::Tuple(tuple) => Some(&tuple.types),
        TypeDefKind::Alias(_)
        | TypeDefKind::Record(_)
        | TypeDefKind::Variant(_)
        | TypeDefKind::Enum(_)
        | TypeDefKind::Flags(_)
        | TypeDefKind::Resource
        | TypeDefKind::Handle(_)
        | TypeDefKind::Option(_)
        | TypeDefKind::Result(_)
        | TypeDefKind::List(_)
        | TypeDefKind::FixedLengthList(..)
        | TypeDefKind::Map(..)
        | TypeDefKind::Future(_)
        | TypeDefKind::Stream(_) => None,
    }
}
