//! The memory that a reader of a stream lends to the host, and the elements in it.

use super::StreamOps;
use super::block::Block;
use crate::rt::allocate::vec_of_one;
use alloc::alloc::Layout;
use alloc::vec::Vec;
use core::mem::MaybeUninit;

/// How much memory a read may lend for elements that have to be lifted. There may be more elements in the next read.
pub(super) const CHUNK: usize = 1 << 16;

/// A vector whose spare capacity is filled.
///
/// It lives in the reader, not in the future of a read: the host may still write to it when that is gone.
pub(super) struct ReadBuffer<O: StreamOps> {
    values: Vec<O::Payload>,
    /// The number of elements that the user of the read has put into the vector. If the read is dropped, they are dropped, and
    /// `offset` is where the elements after them are.
    offset: usize,
    /// Memory for lowered elements. It is kept for the next read.
    block: Block,
}

impl<O: StreamOps> ReadBuffer<O> {
    pub(super) const fn new() -> Self {
        Self {
            values: Vec::new(),
            offset: 0,
            block: Block::empty(),
        }
    }

    /// Makes this the vector to fill. The one before is empty.
    pub(super) fn put(&mut self, values: Vec<O::Payload>) {
        self.offset = values.len();
        self.values = values;
    }

    /// Whether nothing has arrived that was not taken out.
    pub(super) fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Takes the vector out.
    pub(super) fn take(&mut self) -> Vec<O::Payload> {
        self.offset = 0;
        core::mem::take(&mut self.values)
    }

    /// Makes place for an element in an empty buffer.
    pub(super) fn reserve_one(&mut self) {
        if self.values.capacity() == 0 {
            self.values = vec_of_one();
        }
    }

    /// Memory for at most so many elements, and for how many.
    pub(super) fn lend(&mut self, ops: &O, most: usize) -> (*mut u8, usize) {
        let spare = (self.values.capacity() - self.values.len()).min(most);
        if ops.native_abi_matches_canonical_abi() {
            let start = self.values.spare_capacity_mut().as_mut_ptr();
            return (start.cast(), spare);
        }
        let layout = ops.elem_layout();
        let count = spare.min((CHUNK / layout.size().max(1)).max(1));
        let size = count * layout.size();
        if self.block.size() < size {
            // SAFETY: the size is at most that of the largest chunk, or that of one element.
            let layout = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
            self.block = Block::new(layout);
        }
        (self.block.start(), count)
    }

    /// Adds elements that the host has written.
    pub(super) fn arrive(&mut self, ops: &mut O, count: usize) {
        let length = self.values.len();
        if ops.native_abi_matches_canonical_abi() {
            // SAFETY: the host has written so many elements after the first `offset` of the vector.
            unsafe {
                if length != self.offset {
                    // Those before were dropped.
                    let start = self.values.as_mut_ptr();
                    core::ptr::copy(start.add(self.offset), start, count);
                }
                self.values.set_len(length + count);
            }
        } else {
            let size = ops.elem_layout().size();
            for index in 0..count {
                // SAFETY: the host has written so many elements, and the vector has place for them: it was for them that their
                // memory was lent.
                unsafe {
                    let value = ops.lift(self.block.start().add(index * size));
                    let place = self.values.as_mut_ptr().add(length + index);
                    place.write(value);
                    self.values.set_len(length + index + 1);
                }
            }
        }
        self.offset = self.values.len();
    }

    /// Drops the elements that the user of a read has put into the vector, since the read is dropped. The memory stays.
    pub(super) fn forget_first(&mut self) {
        self.values.clear();
    }

    /// Takes those elements out in a vector of their own.
    pub(super) fn take_first(&mut self) -> Vec<O::Payload> {
        self.values.drain(..).collect()
    }

    /// Takes out an element that has arrived.
    pub(super) fn pop(&mut self) -> Option<O::Payload> {
        if self.values.is_empty() {
            return None;
        }
        let mut first = MaybeUninit::uninit();
        // SAFETY: there is an element, and place for one.
        unsafe {
            self.move_first(first.as_mut_ptr(), 1);
            Some(first.assume_init())
        }
    }

    /// Moves elements that have arrived to the spare capacity of a vector. Returns how many, unless there are none.
    pub(super) fn move_to(&mut self, to: &mut Vec<O::Payload>) -> Option<usize> {
        if self.values.is_empty() {
            return None;
        }
        let count = self.values.len().min(to.capacity() - to.len());
        let length = to.len();
        // SAFETY: there are so many elements, and there is place for them after those that are there.
        unsafe {
            self.move_first(to.as_mut_ptr().add(length), count);
            to.set_len(length + count);
        }
        Some(count)
    }

    /// Moves the first elements that have arrived.
    ///
    /// # Safety
    ///
    /// There are so many, and `to` has place for them.
    unsafe fn move_first(&mut self, to: *mut O::Payload, count: usize) {
        let start = self.values.as_mut_ptr();
        let rest = self.values.len() - count;
        // SAFETY: the elements that are moved out no longer belong to the vector, and the others move to its start.
        unsafe {
            core::ptr::copy_nonoverlapping(start, to, count);
            core::ptr::copy(start.add(count), start, rest);
            self.values.set_len(rest);
        }
        self.offset = rest;
    }
}
