//! Plans: what a value of a type is made of, where its parts lie, and what holds for it.

use crate::{Bitcast, Bytes, CoreType, FlatTypes, Layout};
use std::fmt;
use witc_resolve::{Type, TypeId};

/// The number of a [`Plan`] in its [`Plans`](crate::Plans).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanId(pub(crate) u32);

impl PlanId {
    /// The position among all plans, from 0; a plan comes after those that it is made of.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Debug for PlanId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "plan {}", self.0)
    }
}

/// Everything about the values of one type that lifting, lowering and freeing them needs.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The type, without aliases in front: the definition, where the type has one; otherwise the first of all
    /// anonymous types with this structure.
    pub ty: Type,
    /// What it is made of.
    pub kind: Kind,
    /// Its room in memory.
    pub layout: Layout,
    /// The core values that stand for it in a call; nothing if they would be more than
    /// [`MAX_FLAT_PARAMS`](crate::MAX_FLAT_PARAMS), so that it is never passed flat.
    pub flat: Option<FlatTypes>,
    /// What holds for all its values.
    pub facts: Facts,
}

/// What the values of a type are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A number, `bool` or `char`.
    Scalar(Scalar),
    /// `string`: pointer and length, the length in code units as the string encoding of the call has it.
    String,
    /// `list<t>`: pointer and number of elements, which are of this plan.
    List(PlanId),
    /// `list<t, n>`: n elements one behind the other.
    FixedLengthList(PlanId, u32),
    /// `map<k, v>`: pointer and number of entries, laid out like a list of pairs.
    Map(Entry),
    /// `record`; the fields are in the order of the definition.
    Record(Box<[Field]>),
    /// `tuple<…>`
    Tuple(Box<[Field]>),
    /// `flags`: bit `i` of an integer of this size, from the lowest, is the flag number `i`.
    Flags(Int),
    /// `enum`: an integer of this size, the number of the case.
    Enum(Int),
    /// `variant`; the cases are in the order of the definition.
    Variant(Cases),
    /// `option<t>`: case 0 without payload, case 1 with.
    Option(Cases),
    /// `result<…>`: case 0 is success, case 1 failure.
    Result(Cases),
    /// An owned handle of this resource (the definition, not an alias).
    Own(TypeId),
    /// A borrowed handle of this resource (the definition, not an alias).
    Borrow(TypeId),
    /// `future`, with its payload.
    Future(Option<PlanId>),
    /// `stream`, with its payload.
    Stream(Option<PlanId>),
    /// `error-context`
    ErrorContext,
}

impl Kind {
    /// Calls `visit` with the plan of each part, in order; for streams and futures that is what they carry.
    pub fn for_each_part(&self, visit: &mut dyn FnMut(PlanId)) {
        match self {
            Self::Record(fields) | Self::Tuple(fields) => {
                fields.iter().for_each(|field| visit(field.plan))
            }
            Self::Variant(cases) | Self::Option(cases) | Self::Result(cases) => {
                cases
                    .cases
                    .iter()
                    .filter_map(|case| case.payload)
                    .for_each(visit);
            }
            Self::List(element) | Self::FixedLengthList(element, _) => visit(*element),
            Self::Map(entry) => [entry.key.plan, entry.value.plan]
                .into_iter()
                .for_each(visit),
            Self::Future(payload) | Self::Stream(payload) => {
                payload.iter().copied().for_each(visit)
            }
            Self::Scalar(_) | Self::String | Self::Flags(_) | Self::Enum(_) => {}
            Self::Own(_) | Self::Borrow(_) | Self::ErrorContext => {}
        }
    }
}

/// A number, `bool` or `char`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scalar {
    /// `bool`: 0 is false, everything else true.
    Bool,
    /// `u8`
    U8,
    /// `u16`
    U16,
    /// `u32`
    U32,
    /// `u64`
    U64,
    /// `s8`
    S8,
    /// `s16`
    S16,
    /// `s32`
    S32,
    /// `s64`
    S64,
    /// `f32`
    F32,
    /// `f64`
    F64,
    /// `char`: a Unicode scalar value in 32 bits.
    Char,
}

impl Scalar {
    /// The size in memory, which is the alignment too.
    #[must_use]
    pub fn size(self) -> u32 {
        match self {
            Self::Bool | Self::U8 | Self::S8 => 1,
            Self::U16 | Self::S16 => 2,
            Self::U32 | Self::S32 | Self::F32 | Self::Char => 4,
            Self::U64 | Self::S64 | Self::F64 => 8,
        }
    }

    /// The type of the core value; what is narrower than that is extended as its sign says.
    #[must_use]
    pub fn core_type(self) -> CoreType {
        match self {
            Self::U64 | Self::S64 => CoreType::I64,
            Self::F32 => CoreType::F32,
            Self::F64 => CoreType::F64,
            _ => CoreType::I32,
        }
    }
}

/// The size of a discriminant or a set of flags. Flat it is an `i32` whatever its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Int {
    /// 8 bits.
    U8,
    /// 16 bits.
    U16,
    /// 32 bits.
    U32,
}

impl Int {
    /// The size in memory in bytes, which is the alignment too.
    #[must_use]
    pub fn size(self) -> u32 {
        match self {
            Self::U8 => 1,
            Self::U16 => 2,
            Self::U32 => 4,
        }
    }

    /// What tells `cases` cases apart.
    pub(crate) fn discriminant(cases: usize) -> Self {
        match cases {
            0..=0x100 => Self::U8,
            0x101..=0x1_0000 => Self::U16,
            _ => Self::U32,
        }
    }

    /// What holds `flags` flags.
    pub(crate) fn flags(flags: usize) -> Self {
        match flags {
            0..=8 => Self::U8,
            9..=16 => Self::U16,
            _ => Self::U32,
        }
    }
}

/// A field of a record or tuple, or one half of a map's entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The plan of its values.
    pub plan: PlanId,
    /// Where it lies in memory, from the start of the whole.
    pub offset: Bytes,
    /// The first of its flat values among those of the whole; of no meaning if the whole has no flat form.
    pub slot: usize,
}

/// An entry of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key, at the start.
    pub key: Field,
    /// The value behind it.
    pub value: Field,
    /// The room of both together: the distance between entries is its size.
    pub layout: Layout,
}

/// The cases of a variant, option or result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cases {
    /// The size of the discriminant, which lies at offset 0; flat it is slot 0.
    pub tag: Int,
    /// Where payloads lie in memory; flat they begin in slot 1.
    pub payload_offset: Bytes,
    /// The cases, by the discriminant's value.
    pub cases: Box<[Case]>,
}

/// A case of a variant, option or result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The plan of its payload.
    pub payload: Option<PlanId>,
    /// For each flat value of the payload, how the slot carries it (the first in slot 1, and so on); empty if the
    /// whole has no flat form.
    pub casts: Box<[Bitcast]>,
}

/// What holds for all values of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Facts {
    /// Whether there may be memory behind pointers: strings, lists and maps, at any depth. Such a value has to be
    /// freed, and lowering it may allocate.
    pub heap: bool,
    /// Whether there may be strings, so that it matters how they are encoded.
    pub text: bool,
    /// Whether there may be handles that are dropped when they are not passed on: owned ones, and those of
    /// streams, futures and error contexts.
    pub owns: bool,
    /// Whether there may be borrowed handles.
    pub borrows: bool,
    /// Whether there may be streams or futures.
    pub asynchronous: bool,
    /// What the bytes in memory may be.
    pub bits: Bits,
}

/// What the bytes of a value in memory may be, apart from padding.
///
/// A struct of a language with C's rules for structs, with the same fields in the same order, lies in memory just
/// as a record or tuple does. Where that is how a back end lays out the elements of a list, and their bits are
/// [`Bits::Any`], the list can be passed and taken over without a copy; where they are [`Bits::Some`] it can be
/// passed so, and taken over if the language agrees with what [`Bits::Some`] says or whoever lowered it is trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bits {
    /// Anything: integers and floats, and records, tuples and fixed-length lists of them.
    Any,
    /// Not everything is a value, but nothing points elsewhere: `bool`, `char`, enums, flags, and what has them in it.
    Some,
    /// A pointer or a handle is among them, or a discriminant decides.
    Opaque,
}

impl Facts {
    /// What holds for integers and floats.
    pub(crate) const NUMBER: Self = Self {
        heap: false,
        text: false,
        owns: false,
        borrows: false,
        asynchronous: false,
        bits: Bits::Any,
    };

    /// What holds for values made of values for which `self` and `other` hold.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            heap: self.heap || other.heap,
            text: self.text || other.text,
            owns: self.owns || other.owns,
            borrows: self.borrows || other.borrows,
            asynchronous: self.asynchronous || other.asynchronous,
            bits: self.bits.max(other.bits),
        }
    }

    pub(crate) fn with_bits(self, bits: Bits) -> Self {
        Self {
            bits: self.bits.max(bits),
            ..self
        }
    }
}
