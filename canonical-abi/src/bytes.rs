//! Sizes, offsets and alignments, for both widths of pointers, and the layout of records and variants.
//!
//! Arithmetic saturates: what is larger than 2^32-1 bytes stays at that, far above the limit that
//! [`Plans::diagnose`](crate::Plans::diagnose) checks.

/// The width of pointers, and of lengths, in a linear memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PointerWidth {
    /// 32 bits: `wasm32` targets.
    Bits32,
    /// 64 bits: `wasm64` targets.
    Bits64,
}

// Two numbers rather than a sum of bytes and pointers: alignment and the larger of two sums cannot be computed without
// knowing the width.
/// A number of bytes, for both widths of pointers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Bytes {
    wasm32: u32,
    wasm64: u32,
}

impl Bytes {
    /// None.
    pub const ZERO: Self = Self::same(0);

    /// As many as a pointer has.
    pub const POINTER: Self = Self::new(4, 8);

    /// A number for 32-bit pointers and one for 64-bit pointers.
    #[must_use]
    pub const fn new(wasm32: u32, wasm64: u32) -> Self {
        Self { wasm32, wasm64 }
    }

    /// A number that does not depend on the width of pointers.
    #[must_use]
    pub const fn same(bytes: u32) -> Self {
        Self::new(bytes, bytes)
    }

    /// The number for one width of pointers.
    #[must_use]
    pub const fn at(self, width: PointerWidth) -> u32 {
        match width {
            PointerWidth::Bits32 => self.wasm32,
            PointerWidth::Bits64 => self.wasm64,
        }
    }

    /// The number as a sum that holds for both widths: `(b, p)` stands for `b + p × width of a pointer`.
    ///
    /// Every size, offset and alignment that a [`Plan`](crate::Plan) has is such a sum.
    #[must_use]
    pub const fn terms(self) -> (u32, u32) {
        // A pointer has 4 bytes more where it is 64 bits wide, and nothing else depends on the width.
        let pointers = self.wasm64.saturating_sub(self.wasm32) / 4;
        (
            self.wasm32.saturating_sub(pointers.saturating_mul(4)),
            pointers,
        )
    }

    /// Whether the number depends on the width of pointers.
    #[must_use]
    pub const fn varies(self) -> bool {
        self.wasm32 != self.wasm64
    }

    /// The sum.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self::new(
            self.wasm32.saturating_add(other.wasm32),
            self.wasm64.saturating_add(other.wasm64),
        )
    }

    /// The product.
    #[must_use]
    pub const fn times(self, factor: u32) -> Self {
        Self::new(
            self.wasm32.saturating_mul(factor),
            self.wasm64.saturating_mul(factor),
        )
    }

    /// The larger one, for each width.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self::new(self.wasm32.max(other.wasm32), self.wasm64.max(other.wasm64))
    }

    /// The next multiple of an alignment.
    #[must_use]
    pub fn aligned(self, align: Self) -> Self {
        // What is too large stays too large: it must not wrap to something that fits.
        let up = |n: u32, to: u32| n.checked_next_multiple_of(to).unwrap_or(u32::MAX);
        Self::new(up(self.wasm32, align.wasm32), up(self.wasm64, align.wasm64))
    }
}

/// How much room a value takes in linear memory, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Layout {
    /// Its size, a multiple of `align`: also the distance between the elements of a list.
    pub size: Bytes,
    /// Its alignment: 1, 2, 4, 8, or a pointer's width.
    pub align: Bytes,
}

impl Layout {
    /// The layout of a value that is aligned to its own size.
    pub(crate) const fn natural(size: Bytes) -> Self {
        Self { size, align: size }
    }

    /// The layout of what has a pointer and a length.
    pub(crate) const SLICE: Self = Self {
        size: Bytes::new(8, 16),
        align: Bytes::POINTER,
    };

    /// The layout of no values at all, from which a record is begun.
    pub(crate) const NOTHING: Self = Self {
        size: Bytes::ZERO,
        align: Bytes::same(1),
    };

    /// Puts a value of another layout after what is there, and gives its offset. The whole is [padded](Self::padded)
    /// when all are there.
    pub(crate) fn append(&mut self, other: Self) -> Bytes {
        // As `elem_size_record` has it: each field is aligned by itself, without reordering.
        let offset = self.size.aligned(other.align);
        self.size = offset.plus(other.size);
        self.align = self.align.max(other.align);
        offset
    }

    /// The same with its size a multiple of its alignment, so that another one can follow.
    pub(crate) fn padded(self) -> Self {
        Self {
            size: self.size.aligned(self.align),
            align: self.align,
        }
    }

    /// The layout of values of these layouts one after the other, as in a record, with the offset of each.
    pub(crate) fn record(fields: impl IntoIterator<Item = Self>) -> (Self, Vec<Bytes>) {
        let mut whole = Self::NOTHING;
        let offsets = fields.into_iter().map(|field| whole.append(field));
        let offsets = offsets.collect();
        // Padded at the end, so that elements of a list can follow each other.
        (whole.padded(), offsets)
    }

    /// The layout of a discriminant with one of several payloads after it, and the offset of the payloads.
    pub(crate) fn variant(tag: Self, payloads: impl IntoIterator<Item = Self>) -> (Self, Bytes) {
        let payload = payloads
            .into_iter()
            .fold(Self::NOTHING, |all, payload| Self {
                size: all.size.max(payload.size),
                align: all.align.max(payload.align),
            });
        // All payloads begin at the same offset, that of the one with the largest alignment (`max_case_alignment`).
        let offset = tag.size.aligned(payload.align);
        let align = tag.align.max(payload.align);
        (
            Self {
                size: offset.plus(payload.size).aligned(align),
                align,
            },
            offset,
        )
    }

    /// The layout of `length` values of this layout one after another.
    pub(crate) fn repeated(self, length: u32) -> Self {
        Self {
            // No padding in between: a size is a multiple of its alignment already.
            size: self.size.times(length),
            align: self.align,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_hold_for_both_widths() {
        for (bytes, terms) in [
            (Bytes::same(0), (0, 0)),
            (Bytes::same(24), (24, 0)),
            (Bytes::POINTER, (0, 1)),
            // { u8, pointer, u8 }
            (Bytes::new(12, 24), (0, 3)),
            // { pointer, length, u32 } up to its end
            (Bytes::new(12, 20), (4, 2)),
        ] {
            assert_eq!(bytes.terms(), terms, "{bytes:?}");
        }
    }

    #[test]
    fn arithmetic_saturates() {
        let big = Bytes::same(u32::MAX - 2);
        assert_eq!(big.plus(big), Bytes::same(u32::MAX));
        assert_eq!(big.times(7), Bytes::same(u32::MAX));
        assert_eq!(big.aligned(Bytes::same(8)), Bytes::same(u32::MAX));
    }
}
