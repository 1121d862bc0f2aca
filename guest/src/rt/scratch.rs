//! Memory for lowered values during a call.

use super::allocate::allocate;
use alloc::alloc::{Layout, dealloc};
use core::cell::{Cell, UnsafeCell};
use core::mem::MaybeUninit;
use core::ptr::{self, null_mut};

/// The number of bytes that are available without an allocation.
const INLINE: usize = 256;

/// The smallest size of an allocation, and the most that one allocates in addition to what is needed.
const LEAST: usize = 1 << 10;
const MOST: usize = 1 << 16;

/// The alignment of every block: the largest of the canonical ABI.
const ALIGN: usize = 8;

/// Blocks of memory that are freed together. The first blocks are in the scratch itself, so that short lists need no
/// allocation; later ones share allocations. The scratch must not be moved after it has returned a block.
///
/// Its methods take shared references, since blocks are written while others are requested.
#[repr(C)]
pub struct Scratch {
    room: UnsafeCell<[MaybeUninit<u64>; INLINE / 8]>,
    used: Cell<usize>,
    blocks: Cell<*mut Header>,
}

/// The header of an allocation, from which blocks are taken one after the other.
#[repr(C, align(8))]
struct Header {
    next: *mut Header,
    layout: Layout,
    used: usize,
}

impl Scratch {
    /// A scratch without blocks.
    #[inline]
    pub const fn new() -> Self {
        let room = UnsafeCell::new([const { MaybeUninit::uninit() }; INLINE / 8]);
        Self {
            room,
            used: Cell::new(0),
            blocks: Cell::new(null_mut()),
        }
    }

    /// A block for `length` elements of `size` bytes and alignment `align`. A block for none is only a pointer.
    #[inline]
    pub fn block(&self, length: usize, size: usize, align: usize) -> *mut u8 {
        let start = (self.used.get() + align - 1) & !(align - 1);
        // What does not fit into the memory does not fit into the address space of it either.
        let bytes = length.saturating_mul(size);
        if bytes <= INLINE.saturating_sub(start) {
            self.used.set(start + bytes);
            // SAFETY: `start` is within the space or at its end.
            unsafe { self.room.get().cast::<u8>().add(start.min(INLINE)) }
        } else {
            self.allocate(bytes)
        }
    }

    /// A block in an allocation: in the rest of the newest one, or in a new one, whose size grows with the need.
    #[inline(never)]
    fn allocate(&self, bytes: usize) -> *mut u8 {
        let newest = self.blocks.get();
        let mut next_size = LEAST;
        if !newest.is_null() {
            // SAFETY: headers live as long as the scratch, and nothing else refers to them.
            let header = unsafe { &mut *newest };
            let (start, size) = (header.used, header.layout.size());
            if bytes <= size.saturating_sub(start) {
                header.used = start + bytes.next_multiple_of(ALIGN);
                // SAFETY: the block is within the memory.
                return unsafe { newest.cast::<u8>().add(start) };
            }
            next_size = size.saturating_mul(2).min(MOST);
        }
        let size = bytes.saturating_add(size_of::<Header>()).max(next_size);
        let Ok(layout) = Layout::from_size_align(size, ALIGN) else {
            too_large()
        };
        let header = allocate(layout).cast::<Header>();
        let used = size_of::<Header>() + bytes.next_multiple_of(ALIGN);
        // SAFETY: the allocation has space for the header, and for the block after it.
        unsafe {
            header.write(Header {
                next: newest,
                layout,
                used,
            });
            self.blocks.set(header);
            header.add(1).cast()
        }
    }
}

impl Default for Scratch {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Scratch {
    #[inline]
    fn drop(&mut self) {
        let blocks = self.blocks.get();
        if !blocks.is_null() {
            free(blocks);
        }
    }
}

#[inline(never)]
fn free(mut blocks: *mut Header) {
    while !blocks.is_null() {
        // SAFETY: each header contains the layout that it was allocated with, and is freed once.
        unsafe {
            let Header { next, layout, .. } = ptr::read(blocks);
            dealloc(blocks.cast(), layout);
            blocks = next;
        }
    }
}

#[cold]
pub(crate) fn too_large() -> ! {
    if cfg!(debug_assertions) {
        panic!("a list is too large for the memory");
    }
    super::abort()
}

#[cfg(test)]
mod tests {
    use super::{LEAST, MOST, Scratch};
    use alloc::vec::Vec;
    use core::slice;

    #[test]
    fn blocks_are_aligned_and_apart() {
        let scratch = Scratch::new();
        let lengths = (0..200).map(|number| number * 7 % 100);
        let lengths = lengths
            .chain([LEAST, MOST, 2 * MOST, 1])
            .chain((0..200).map(|number| number * 13 % 400));
        let blocks: Vec<_> = lengths
            .enumerate()
            .map(|(number, length)| {
                let align = [1, 2, 4, 8][number % 4];
                let block = scratch.block(length, align, align);
                assert!(block.addr().is_multiple_of(align));
                // SAFETY: the block is as large as was asked for.
                unsafe { block.write_bytes(number as u8, length * align) };
                (block, length * align)
            })
            .collect();
        for (number, (block, bytes)) in blocks.into_iter().enumerate() {
            // SAFETY: the scratch still lives, and all of the block was written.
            let bytes = unsafe { slice::from_raw_parts(block, bytes) };
            assert!(bytes.iter().all(|&byte| byte == number as u8), "{number}");
        }
    }

    #[test]
    fn many_lists_share_what_is_allocated() {
        let scratch = Scratch::new();
        for _ in 0..1000 {
            scratch.block(20, 8, 4);
        }
        let mut chunks = 0;
        let mut header = scratch.blocks.get();
        while !header.is_null() {
            chunks += 1;
            // SAFETY: the headers are the scratch's, which still lives.
            header = unsafe { (*header).next };
        }
        // 1 KiB, 2 KiB, and so on up to 64 KiB, and 64 KiB once more: 160 kB take up no more.
        assert_eq!(chunks, 8);
    }
}
