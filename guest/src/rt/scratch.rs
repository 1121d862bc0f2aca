//! Memory for what is lowered, for as long as a call takes.

use super::memory::allocate;
use alloc::alloc::{Layout, dealloc};
use core::cell::{Cell, UnsafeCell};
use core::mem::MaybeUninit;
use core::ptr::{self, null_mut};

/// How many bytes there are before anything is allocated.
const INLINE: usize = 256;

/// How many bytes are allocated at least, and how many beyond what is asked for at most.
const LEAST: usize = 1 << 10;
const MOST: usize = 1 << 16;

/// The alignment of every block: the largest of the canonical ABI.
const ALIGN: usize = 8;

/// Blocks of memory that are freed together. The first come out of the scratch itself, so that short lists cost no
/// allocation, and of what is allocated many lists have a part. It must not be moved once it has given out a block.
///
/// It is used by shared references: blocks are written while others are given out.
#[repr(C)]
pub struct Scratch {
    room: UnsafeCell<[MaybeUninit<u64>; INLINE / 8]>,
    used: Cell<usize>,
    blocks: Cell<*mut Header>,
}

/// What stands before the memory that was allocated, blocks of which are given out one after the other.
#[repr(C, align(8))]
struct Header {
    next: *mut Header,
    layout: Layout,
    used: usize,
}

impl Scratch {
    /// Nothing given out yet.
    #[inline]
    pub const fn new() -> Self {
        let room = UnsafeCell::new([const { MaybeUninit::uninit() }; INLINE / 8]);
        Self {
            room,
            used: Cell::new(0),
            blocks: Cell::new(null_mut()),
        }
    }

    /// A block for `length` elements of `size` bytes, which are aligned to `align`. A block for none is just a pointer.
    #[inline]
    pub fn block(&self, length: usize, size: usize, align: usize) -> *mut u8 {
        let start = (self.used.get() + align - 1) & !(align - 1);
        // What does not fit into the memory does not fit into the address space of it either.
        let bytes = length.saturating_mul(size);
        if bytes <= INLINE.saturating_sub(start) {
            self.used.set(start + bytes);
            // SAFETY: `start` is at most at the end of the room.
            unsafe { self.room.get().cast::<u8>().add(start.min(INLINE)) }
        } else {
            self.allocate(bytes)
        }
    }

    /// A block of memory that was allocated: out of what is left of the newest, or of more, which grows with what is needed.
    #[inline(never)]
    fn allocate(&self, bytes: usize) -> *mut u8 {
        let newest = self.blocks.get();
        let mut next_size = LEAST;
        if !newest.is_null() {
            // SAFETY: headers live as long as the scratch does, and nobody else refers to them.
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
        // SAFETY: there is room for the header, and the block behind it.
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
        // SAFETY: each was allocated with the layout that it names, and is freed once.
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
