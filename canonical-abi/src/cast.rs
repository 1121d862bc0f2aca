//! How a flat value is carried in a slot of a wider or another type, which variants share between their cases.

use crate::CoreType;

/// A conversion between a flat value of a case's payload and the slot of the variant that carries it.
///
/// Each is named `<value>In<slot>`. Lowering puts the value into the slot, lifting takes it out; both are written in
/// the name. Integers widen with zeros and narrow by cutting off; floats keep their bits; a pointer keeps its
/// provenance where the language has such a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bitcast {
    /// The slot has the value's own type.
    Same,
    /// The bits of an `f32` in an `i32`.
    F32InI32,
    /// The bits of an `f32` in an `i64`.
    F32InI64,
    /// The bits of an `f32` in a length.
    F32InLength,
    /// The bits of an `f32` in a pointer.
    F32InPointer,
    /// The bits of an `f32` in what also carries pointers and 64 bits.
    F32InPointerOrI64,
    /// The bits of an `f64` in an `i64`.
    F64InI64,
    /// The bits of an `f64` in what also carries pointers.
    F64InPointerOrI64,
    /// An `i32` in an `i64`.
    I32InI64,
    /// An `i32` in a length.
    I32InLength,
    /// An `i32` in a pointer.
    I32InPointer,
    /// An `i32` in what also carries pointers and 64 bits.
    I32InPointerOrI64,
    /// An `i64` in what also carries pointers.
    I64InPointerOrI64,
    /// A length in an `i64`.
    LengthInI64,
    /// A length in a pointer.
    LengthInPointer,
    /// A length in what also carries pointers and 64 bits.
    LengthInPointerOrI64,
    /// A pointer in what also carries 64 bits.
    PointerInPointerOrI64,
}

impl Bitcast {
    /// The conversion for a value in a slot; nothing if no variant with such a value can have such a slot.
    #[must_use]
    pub fn between(value: CoreType, slot: CoreType) -> Option<Self> {
        use CoreType::{F32, F64, I32, I64, Length, Pointer, PointerOrI64};
        // A slot is never narrower than a value that it carries (`CoreType::join`), so that half of all pairs are
        // missing.
        match value {
            F32 => Self::of_f32(slot),
            F64 => match slot {
                F64 => Some(Self::Same),
                I64 => Some(Self::F64InI64),
                PointerOrI64 => Some(Self::F64InPointerOrI64),
                // The join of 64 bits with anything is 64 bits wide on every target: pointers and lengths are not.
                I32 | F32 | Pointer | Length => None,
            },
            I32 => match slot {
                I32 => Some(Self::Same),
                I64 => Some(Self::I32InI64),
                Length => Some(Self::I32InLength),
                Pointer => Some(Self::I32InPointer),
                PointerOrI64 => Some(Self::I32InPointerOrI64),
                F32 | F64 => None,
            },
            I64 => match slot {
                I64 => Some(Self::Same),
                PointerOrI64 => Some(Self::I64InPointerOrI64),
                I32 | F32 | F64 | Pointer | Length => None,
            },
            Length => match slot {
                Length => Some(Self::Same),
                I64 => Some(Self::LengthInI64),
                Pointer => Some(Self::LengthInPointer),
                PointerOrI64 => Some(Self::LengthInPointerOrI64),
                I32 | F32 | F64 => None,
            },
            Pointer => match slot {
                Pointer => Some(Self::Same),
                PointerOrI64 => Some(Self::PointerInPointerOrI64),
                I32 | I64 | F32 | F64 | Length => None,
            },
            PointerOrI64 => match slot {
                PointerOrI64 => Some(Self::Same),
                I32 | I64 | F32 | F64 | Pointer | Length => None,
            },
        }
    }

    fn of_f32(slot: CoreType) -> Option<Self> {
        match slot {
            CoreType::F32 => Some(Self::Same),
            CoreType::I32 => Some(Self::F32InI32),
            CoreType::I64 => Some(Self::F32InI64),
            CoreType::Length => Some(Self::F32InLength),
            CoreType::Pointer => Some(Self::F32InPointer),
            CoreType::PointerOrI64 => Some(Self::F32InPointerOrI64),
            CoreType::F64 => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [CoreType; 7] = [
        CoreType::I32,
        CoreType::I64,
        CoreType::F32,
        CoreType::F64,
        CoreType::Pointer,
        CoreType::Length,
        CoreType::PointerOrI64,
    ];

    #[test]
    fn every_join_can_be_undone() {
        for a in ALL {
            for b in ALL {
                let slot = a.join(b);
                assert_eq!(slot, b.join(a), "{a:?} {b:?}");
                assert!(Bitcast::between(a, slot).is_some(), "{a:?} in {slot:?}");
                for c in ALL {
                    assert_eq!(slot.join(c), a.join(b.join(c)), "{a:?} {b:?} {c:?}");
                    assert!(
                        Bitcast::between(a, slot.join(c)).is_some(),
                        "{a:?} in {:?}",
                        slot.join(c)
                    );
                }
            }
        }
    }

    #[test]
    fn nothing_is_put_where_it_does_not_fit() {
        let possible = ALL
            .iter()
            .flat_map(|&a| ALL.map(|b| Bitcast::between(a, b)));
        let different = possible.flatten().filter(|&cast| cast != Bitcast::Same);
        assert_eq!(different.count(), 16);
        assert_eq!(Bitcast::between(CoreType::I64, CoreType::I32), None);
        assert_eq!(Bitcast::between(CoreType::I32, CoreType::F32), None);
        assert_eq!(Bitcast::between(CoreType::Pointer, CoreType::I64), None);
    }
}
