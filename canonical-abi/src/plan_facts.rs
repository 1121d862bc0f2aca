//! The facts about the values of each kind.

use crate::{Bits, Facts, Kind, Plan, Scalar};

/// The facts about values of a kind, whose parts have these plans.
pub(crate) fn facts(kind: &Kind, plans: &[Plan]) -> Facts {
    // Parts have their facts already, so that this looks one level deep.
    let opaque = Facts::OPAQUE;
    let mut parts = Facts::NUMBER;
    kind.for_each_part(&mut |part| parts = parts.and(plans[part.plan.index()].facts));
    match kind {
        Kind::Scalar(scalar) => facts_of_scalar(*scalar),
        // Bits above the last flag, and numbers above the last case, mean nothing.
        Kind::Flags(..) | Kind::Enum(..) => Facts::NUMBER.with_bits(Bits::Some),
        Kind::String => Facts {
            heap: true,
            text: true,
            ..opaque
        },
        // The elements lie elsewhere, but have to be freed and dropped with the list: their facts count for it.
        Kind::List(_) | Kind::Map(_) => Facts {
            heap: true,
            ..parts.and(opaque)
        },
        Kind::FixedLengthList(..) | Kind::Record(_) | Kind::Tuple(_) => parts,
        // What a payload's bytes may be depends on the discriminant.
        Kind::Variant(_) | Kind::Option(_) | Kind::Result(_) => parts.and(opaque),
        Kind::Own(_) | Kind::ErrorContext => Facts {
            owns: true,
            ..opaque
        },
        Kind::Borrow(_) => Facts {
            borrows: true,
            ..opaque
        },
        // What a channel carries is not part of the value: only the handle of the readable end is.
        Kind::Future(_) | Kind::Stream(_) => Facts {
            owns: true,
            asynchronous: true,
            ..opaque
        },
    }
}

/// The facts about values of a scalar type.
fn facts_of_scalar(scalar: Scalar) -> Facts {
    match scalar {
        // 0 and 1 alone, and no surrogates: not all bits are a value.
        Scalar::Bool | Scalar::Char => Facts::NUMBER.with_bits(Bits::Some),
        Scalar::U8 | Scalar::U16 | Scalar::U32 | Scalar::U64 => Facts::NUMBER,
        Scalar::S8 | Scalar::S16 | Scalar::S32 | Scalar::S64 => Facts::NUMBER,
        Scalar::F32 | Scalar::F64 => Facts::NUMBER,
    }
}
