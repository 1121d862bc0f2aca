//! The numbers that values are made of: scalars, and the integers of discriminants and flags.

use crate::CoreType;

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
            // WebAssembly has no narrower integers.
            Self::Bool | Self::Char => CoreType::I32,
            Self::U8 | Self::U16 | Self::U32 => CoreType::I32,
            Self::S8 | Self::S16 | Self::S32 => CoreType::I32,
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

    /// The smallest that tells `cases` cases apart.
    #[must_use]
    pub fn discriminant(cases: usize) -> Self {
        match cases {
            // 256 cases have the numbers 0 to 255.
            0..=0x100 => Self::U8,
            0x101..=0x1_0000 => Self::U16,
            _ => Self::U32,
        }
    }

    /// The smallest that holds `flags` flags.
    #[must_use]
    pub fn flags(flags: usize) -> Self {
        match flags {
            // A bit for each (`alignment_flags`); the resolver refuses more than 32 of them.
            0..=8 => Self::U8,
            9..=16 => Self::U16,
            _ => Self::U32,
        }
    }
}
