//! The elements of a write of a stream.

use super::StreamOps;
use alloc::vec::Vec;
use core::fmt;

/// Elements that are written to a stream, of which some may have been written already.
pub struct AbiBuffer<O: StreamOps> {
    values: Vec<O::Payload>,
    ops: O,
}

impl<O: StreamOps> AbiBuffer<O> {
    pub(super) fn new(values: Vec<O::Payload>, ops: O) -> Self {
        Self { values, ops }
    }

    /// The elements that have not been written.
    #[must_use]
    pub fn into_vec(self) -> Vec<O::Payload> {
        drop(self.ops);
        self.values
    }

    /// The number of elements that have not been written.
    #[must_use]
    pub fn remaining(&self) -> usize {
        self.values.len()
    }
}

impl<O: StreamOps> fmt::Debug for AbiBuffer<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AbiBuffer")
            .field("remaining", &self.remaining())
            .finish()
    }
}
