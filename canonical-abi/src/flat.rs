//! Flat forms: the core values that stand for a value in a call.

use crate::{CoreType, MAX_FLAT_PARAMS};
use std::fmt;
use std::ops::Deref;

// In place and `Copy`: there are as many as plans, and a vector in each would be most of the time that planning takes.
/// The types of the core values that stand for a value: 1 to [`MAX_FLAT_PARAMS`] of them. A slice in all but name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct FlatTypes {
    types: [CoreType; MAX_FLAT_PARAMS],
    len: u8,
}

impl FlatTypes {
    /// None yet.
    pub(crate) const EMPTY: Self = Self {
        types: [CoreType::I32; MAX_FLAT_PARAMS],
        len: 0,
    };

    /// A single one.
    pub(crate) fn one(ty: CoreType) -> Self {
        let mut flat = Self::EMPTY;
        flat.types[0] = ty;
        flat.len = 1;
        flat
    }

    /// A pointer and a length.
    pub(crate) fn slice() -> Self {
        let mut flat = Self::one(CoreType::Pointer);
        flat.types[1] = CoreType::Length;
        flat.len = 2;
        flat
    }

    /// These and then the others; nothing if they are too many.
    pub(crate) fn then(mut self, others: &[CoreType]) -> Option<Self> {
        let start = usize::from(self.len);
        let end = start + others.len();
        // The array has room for as many as parameters may have: more of them are no flat form.
        self.types.get_mut(start..end)?.copy_from_slice(others);
        self.len = end as u8;
        Some(self)
    }

    /// One after the other; nothing if one of them has no flat form, or they are too many together.
    pub(crate) fn concat(parts: impl IntoIterator<Item = Option<Self>>) -> Option<Self> {
        parts
            .into_iter()
            .try_fold(Self::EMPTY, |all, part| all.then(&part?))
    }

    /// `count` times the same.
    pub(crate) fn repeated(self, count: u32) -> Option<Self> {
        // Asked first: the length of a list may be billions.
        let fits = u64::from(self.len) * u64::from(count) <= MAX_FLAT_PARAMS as u64;
        fits.then(|| Self::concat((0..count).map(|_| Some(self))))
            .flatten()
    }

    /// The flat form of a variant: a discriminant and slots that any of the payloads fits in.
    pub(crate) fn variant(payloads: impl IntoIterator<Item = Option<Self>>) -> Option<Self> {
        let mut joined = Self::EMPTY;
        for payload in payloads {
            let payload = payload?;
            // Slots that several cases use hold the values of each; the longest case alone fills the last ones.
            let common = joined.len.min(payload.len);
            for (slot, &ty) in joined.types[..usize::from(common)]
                .iter_mut()
                .zip(payload.iter())
            {
                *slot = slot.join(ty);
            }
            joined = joined.then(&payload[usize::from(common)..])?;
        }
        // The discriminant is an `i32` whatever its size in memory (`flatten_variant`).
        Self::one(CoreType::I32).then(&joined)
    }
}

impl Deref for FlatTypes {
    type Target = [CoreType];

    fn deref(&self) -> &[CoreType] {
        &self.types[..usize::from(self.len)]
    }
}

impl fmt::Debug for FlatTypes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
