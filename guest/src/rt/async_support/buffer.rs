//! The elements of a write of a stream.

use super::StreamOps;
use super::block::Block;
use super::builtins::MOST;
use alloc::alloc::Layout;
use alloc::vec::Vec;
use core::fmt;
use core::mem::{ManuallyDrop, MaybeUninit};

/// How much memory lowered elements may take. More are lowered when these have been written.
const CHUNK: usize = 1 << 16;

/// Elements that are written to a stream, of which some may have been written already.
pub struct AbiBuffer<O: StreamOps> {
    /// The elements. Those before `lowered` have been moved out, if they have a lowered form of their own, and so have those
    /// before `written`.
    values: Vec<MaybeUninit<O::Payload>>,
    written: usize,
    lowered: usize,
    /// The lowered elements from `first` on.
    block: Block,
    first: usize,
    ops: O,
}

impl<O: StreamOps> AbiBuffer<O> {
    pub(super) fn new(values: Vec<O::Payload>, ops: O) -> Self {
        let mut values = ManuallyDrop::new(values);
        let (start, length, capacity) = (values.as_mut_ptr(), values.len(), values.capacity());
        Self {
            // SAFETY: these are the parts of a vector that is not used any more; both types of elements have one layout.
            values: unsafe { Vec::from_raw_parts(start.cast(), length, capacity) },
            written: 0,
            lowered: 0,
            block: Block::empty(),
            first: 0,
            ops,
        }
    }

    /// The elements that have not been written.
    #[must_use]
    pub fn into_vec(self) -> Vec<O::Payload> {
        ManuallyDrop::new(self).take()
    }

    /// The number of elements that have not been written.
    #[must_use]
    pub fn remaining(&self) -> usize {
        self.values.len() - self.written
    }

    /// Lowered elements to write, and how many they are. They stay where they are until [`AbiBuffer::advance`].
    pub(super) fn lend(&mut self) -> (*const u8, usize) {
        if self.ops.native_abi_matches_canonical_abi() {
            // SAFETY: at most all elements are written.
            let start = unsafe { self.values.as_ptr().add(self.written) };
            return (start.cast(), self.remaining().min(MOST));
        }
        let size = self.ops.elem_layout().size();
        if self.written == self.lowered {
            self.lower(size);
        }
        // SAFETY: the lowered elements start at `first`, which is not after `written`.
        let start = unsafe { self.block.start().add((self.written - self.first) * size) };
        (start, self.lowered - self.written)
    }

    /// Lowers the next elements.
    fn lower(&mut self, size: usize) {
        let most = (CHUNK / size.max(1)).clamp(1, MOST);
        let count = self.remaining().min(most);
        if self.block.size() < count * size {
            let layout = self.ops.elem_layout();
            // SAFETY: the size is at most the largest chunk, or that of one element.
            let layout = unsafe { Layout::from_size_align_unchecked(count * size, layout.align()) };
            self.block = Block::new(layout);
        }
        self.first = self.lowered;
        for index in 0..count {
            // SAFETY: the element has not been moved out, and the block has place for it.
            unsafe {
                let value = self.values.as_ptr().add(self.first + index).read();
                let place = self.block.start().add(index * size);
                self.ops.lower(value.assume_init(), place);
            }
        }
        self.lowered += count;
    }

    /// Counts elements that have been written.
    pub(super) fn advance(&mut self, count: usize) {
        if self.ops.contains_lists() {
            let size = self.ops.elem_layout().size();
            let start = self.written - self.first;
            for index in start..start + count {
                // SAFETY: the element is lowered, and the reader has taken it, but for the memory of its lists.
                unsafe { self.ops.dealloc_lists(self.block.start().add(index * size)) };
            }
        }
        self.written += count;
    }

    /// Moves the elements that have not been written out, and frees everything else.
    fn take(&mut self) -> Vec<O::Payload> {
        let size = self.ops.elem_layout().size();
        for index in self.written..self.lowered {
            // SAFETY: the element is lowered, and nobody has taken it. It goes back to where it was.
            unsafe {
                let place = self.block.start().add((index - self.first) * size);
                let value = MaybeUninit::new(self.ops.lift(place));
                self.values.as_mut_ptr().add(index).write(value);
            }
        }
        let values = core::mem::take(&mut self.values);
        self.block = Block::empty();
        let written = self.written;
        (self.written, self.lowered, self.first) = (0, 0, 0);
        without_first(values, written)
    }
}

/// A vector without its first elements, which were moved out.
fn without_first<T>(values: Vec<MaybeUninit<T>>, count: usize) -> Vec<T> {
    let mut values = ManuallyDrop::new(values);
    let (start, capacity) = (values.as_mut_ptr(), values.capacity());
    let length = values.len() - count;
    // SAFETY: these are the parts of a vector that is not used any more; the elements that are left come to its start.
    unsafe {
        core::ptr::copy(start.add(count), start, length);
        Vec::from_raw_parts(start.cast(), length, capacity)
    }
}

impl<O: StreamOps> Drop for AbiBuffer<O> {
    fn drop(&mut self) {
        drop(self.take());
    }
}

impl<O: StreamOps> fmt::Debug for AbiBuffer<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AbiBuffer")
            .field("remaining", &self.remaining())
            .finish()
    }
}
