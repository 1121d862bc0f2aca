//! Facts that hold for all values of a type, whatever they are.

/// The facts that hold for all values of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Facts {
    /// Whether there may be pointers to memory: strings, lists and maps, at any depth. Such a value has to be
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
    /// The bytes that may be in memory.
    pub bits: Bits,
}

/// The bytes that a value may have in memory, apart from padding.
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
    /// The facts about integers and floats.
    pub(crate) const NUMBER: Self = Self {
        heap: false,
        text: false,
        owns: false,
        borrows: false,
        asynchronous: false,
        bits: Bits::Any,
    };

    /// The facts about a type that has a pointer, a handle or a discriminant in it and nothing else to tell.
    pub(crate) const OPAQUE: Self = Self {
        bits: Bits::Opaque,
        ..Self::NUMBER
    };

    /// The facts about values made of values for which `self` and `other` hold.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            heap: self.heap || other.heap,
            text: self.text || other.text,
            owns: self.owns || other.owns,
            borrows: self.borrows || other.borrows,
            asynchronous: self.asynchronous || other.asynchronous,
            // The order of `Bits` is from harmless to opaque: one part decides for the whole.
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
