//! The parts of the runtime that a source file gets only if it needs them. They are files of their own in
//! `runtime/c`.

/// A function or type of the runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Helper {
    /// The bits of a `float`.
    F32Bits,
    /// The `float` of these bits.
    F32FromBits,
    /// The bits of a `double`.
    F64Bits,
    /// The `double` of these bits.
    F64FromBits,
    /// The type in which the representation of a resource is passed; it holds a pointer on every machine.
    Representation,
}

impl Helper {
    /// All of them, in the order in which they are written.
    pub(crate) const ALL: [Self; 5] = [
        Self::F32Bits,
        Self::F32FromBits,
        Self::F64Bits,
        Self::F64FromBits,
        Self::Representation,
    ];

    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::F32Bits => "witc_f32_bits",
            Self::F32FromBits => "witc_f32_from_bits",
            Self::F64Bits => "witc_f64_bits",
            Self::F64FromBits => "witc_f64_from_bits",
            Self::Representation => "witc_rep_t",
        }
    }

    /// Its text.
    pub(crate) fn source(self) -> &'static str {
        match self {
            Self::F32Bits => include_str!("../runtime/c/f32_bits.c"),
            Self::F32FromBits => include_str!("../runtime/c/f32_from_bits.c"),
            Self::F64Bits => include_str!("../runtime/c/f64_bits.c"),
            Self::F64FromBits => include_str!("../runtime/c/f64_from_bits.c"),
            Self::Representation => include_str!("../runtime/c/rep.h"),
        }
    }
}
