//! The types of core values, with those that depend on the width of pointers, and how they join in variants.

use crate::PointerWidth;

/// The type of a core value that stands for a value, or a part of one, in a call.
///
/// Three of them depend on the width of pointers, so that one flat form serves both; [`CoreType::at`] says what they
/// are for one width. Languages with typed pointers can use the distinction to keep provenance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CoreType {
    /// `i32`
    I32,
    /// `i64`
    I64,
    /// `f32`
    F32,
    /// `f64`
    F64,
    /// A pointer: `i32` or `i64`.
    Pointer,
    /// A number of elements or code units: `i32` or `i64`.
    Length,
    /// A pointer in one case, 64 bits of something else in another: `i64`.
    PointerOrI64,
}

/// A type of WebAssembly itself, of those that the canonical ABI uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueType {
    /// `i32`
    I32,
    /// `i64`
    I64,
    /// `f32`
    F32,
    /// `f64`
    F64,
}

impl CoreType {
    /// The type for one width of pointers.
    #[must_use]
    pub fn at(self, width: PointerWidth) -> ValueType {
        match (self, width) {
            (Self::I32, _) | (Self::Pointer | Self::Length, PointerWidth::Bits32) => ValueType::I32,
            (Self::I64 | Self::PointerOrI64, _)
            | (Self::Pointer | Self::Length, PointerWidth::Bits64) => ValueType::I64,
            (Self::F32, _) => ValueType::F32,
            (Self::F64, _) => ValueType::F64,
        }
    }

    /// The narrowest type that holds values of both, as `join` of the specification has it.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        // Two floats of one type stay floats; all other pairs are carried as integers.
        if self == other {
            return self;
        }
        // `join` of the specification knows numbers alone: `i32` with `f32` is `i32`, everything else `i64`. That some
        // of them are pointers only languages care about that keep their provenance.
        if self.needs_64_bits() || other.needs_64_bits() {
            let pointer = self.has_pointer() || other.has_pointer();
            return if pointer {
                Self::PointerOrI64
            } else {
                Self::I64
            };
        }
        // Both are as wide as a pointer, which holds 32 bits on every target.
        if self.has_pointer() || other.has_pointer() {
            Self::Pointer
        } else if self == Self::Length || other == Self::Length {
            Self::Length
        } else {
            Self::I32
        }
    }

    fn needs_64_bits(self) -> bool {
        match self {
            Self::I64 | Self::F64 | Self::PointerOrI64 => true,
            Self::I32 | Self::F32 | Self::Pointer | Self::Length => false,
        }
    }

    fn has_pointer(self) -> bool {
        match self {
            Self::Pointer | Self::PointerOrI64 => true,
            Self::I32 | Self::I64 | Self::F32 | Self::F64 | Self::Length => false,
        }
    }
}
