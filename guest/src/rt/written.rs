//! What bindings call that wit-bindgen wrote into a file: a guest that has such a file among its sources runs on this crate as
//! it is. Bindings of this project don't need it.

use super::memory::{allocate, free};
use alloc::alloc::Layout;

/// A block that values were lowered into, and that is freed with this.
pub struct Cleanup {
    block: *mut u8,
    layout: Layout,
}

impl Cleanup {
    /// A block, and what frees it; a null pointer, and nothing to free, for one without bytes.
    #[must_use]
    pub fn new(layout: Layout) -> (*mut u8, Option<Self>) {
        if layout.size() == 0 {
            return (core::ptr::null_mut(), None);
        }
        let block = allocate(layout);
        (block, Some(Self { block, layout }))
    }

    /// Leaves the block to somebody else.
    pub fn forget(self) {
        core::mem::forget(self);
    }
}

impl Drop for Cleanup {
    fn drop(&mut self) {
        // SAFETY: the block was allocated with this layout, and nobody else frees it.
        unsafe { free(self.block, self.layout.size(), self.layout.align()) };
    }
}

/// Does nothing: the library with `cabi_realloc` is linked whole.
pub fn maybe_link_cabi_realloc() {}
