//! Memory for what is lowered, for as long as a call takes.

use super::memory::allocate;
use alloc::alloc::{Layout, dealloc};
use core::cell::{Cell, UnsafeCell};
use core::mem::MaybeUninit;
use core::ptr::{self, null_mut};

/// How many bytes there are before anything is allocated.
const INLINE: usize = 256;

/// The alignment of every block: the largest of the canonical ABI.
const ALIGN: usize = 8;

/// Blocks of memory that are freed together. The first come out of the scratch itself, so that short lists cost no
/// allocation. It must not be moved once it has given out a block.
///
/// It is used by shared references: blocks are written while others are given out.
#[repr(C)]
pub struct Scratch {
    room: UnsafeCell<[MaybeUninit<u64>; INLINE / 8]>,
    used: Cell<usize>,
    blocks: Cell<*mut Header>,
}

/// What stands before a block that was allocated.
#[repr(C, align(8))]
struct Header {
    next: *mut Header,
    layout: Layout,
}

impl Scratch {
    /// Nothing given out yet.
    #[inline]
    pub const fn new() -> Self {
        let room = UnsafeCell::new([const { MaybeUninit::uninit() }; INLINE / 8]);
        Self { room, used: Cell::new(0), blocks: Cell::new(null_mut()) }
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

    #[inline(never)]
    fn allocate(&self, bytes: usize) -> *mut u8 {
        let size = bytes.saturating_add(size_of::<Header>());
        let Ok(layout) = Layout::from_size_align(size, ALIGN) else { too_large() };
        let header = allocate(layout).cast::<Header>();
        // SAFETY: there is room for the header, and the block behind it.
        unsafe {
            header.write(Header { next: self.blocks.get(), layout });
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
            let Header { next, layout } = ptr::read(blocks);
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
