//! The functions that bindings call which wit-bindgen has written to a file: a guest with such a file works with this
//! crate without changes. Bindings of this project do not need it.

use super::allocate::allocate;
use super::memory::free;
use alloc::alloc::Layout;

/// A block with lowered values, which is freed with this value.
pub struct Cleanup {
    block: *mut u8,
    layout: Layout,
}

impl Cleanup {
    /// A block, and the value that frees it; a null pointer and nothing for a block without bytes.
    #[must_use]
    pub fn new(layout: Layout) -> (*mut u8, Option<Self>) {
        if layout.size() == 0 {
            return (core::ptr::null_mut(), None);
        }
        let block = allocate(layout);
        (block, Some(Self { block, layout }))
    }

    /// Gives up the ownership of the block without freeing it.
    pub fn forget(self) {
        core::mem::forget(self);
    }
}

impl Drop for Cleanup {
    fn drop(&mut self) {
        // SAFETY: the block was allocated with this layout, and nothing else frees it.
        unsafe { free(self.block, self.layout.size(), self.layout.align()) };
    }
}

/// Does nothing: the library with `cabi_realloc` is always linked.
pub fn maybe_link_cabi_realloc() {}
