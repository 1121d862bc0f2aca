//! A replacement for the macro `bitflags!` without the crate of that name: the part that generated code and most
//! guests need.

/// Declares a type for a set of flags.
#[doc(hidden)]
#[macro_export]
macro_rules! __witc_bitflags {
    (
        $(#[$attribute:meta])*
        $vis:vis struct $name:ident: $bits:ty {
            $($(#[$flag_attribute:meta])* const $flag:ident = $value:expr;)*
        }
    ) => {
        $(#[$attribute])*
        $vis struct $name {
            bits: $bits,
        }

        impl $name {
            $($(#[$flag_attribute])* pub const $flag: Self = Self { bits: $value };)*

            /// No flags.
            pub const fn empty() -> Self {
                Self { bits: 0 }
            }

            /// All flags.
            pub const fn all() -> Self {
                Self { bits: 0 $(| Self::$flag.bits)* }
            }

            /// The bits of the flags.
            pub const fn bits(&self) -> $bits {
                self.bits
            }

            /// The flags with these bits, and the bits that are not flags.
            pub const fn from_bits_retain(bits: $bits) -> Self {
                Self { bits }
            }

            /// Whether all of these flags are set.
            pub const fn contains(&self, other: Self) -> bool {
                self.bits & other.bits == other.bits
            }

            /// Whether no flag is set.
            pub const fn is_empty(&self) -> bool {
                self.bits == 0
            }
        }

        impl $crate::rt::ops::BitOr for $name {
            type Output = Self;

            fn bitor(self, other: Self) -> Self {
                Self { bits: self.bits | other.bits }
            }
        }

        impl $crate::rt::ops::BitAnd for $name {
            type Output = Self;

            fn bitand(self, other: Self) -> Self {
                Self { bits: self.bits & other.bits }
            }
        }

        impl $crate::rt::ops::BitXor for $name {
            type Output = Self;

            fn bitxor(self, other: Self) -> Self {
                Self { bits: self.bits ^ other.bits }
            }
        }
    };
}

pub use crate::__witc_bitflags as bitflags;
