//! Memory that the host reads or writes while an operation is pending.

use crate::rt::allocate::allocate;
use crate::rt::memory::free;
use alloc::alloc::Layout;

/// A block of memory. It is never part of a future, which can end before an operation does.
pub(super) struct Block {
    start: *mut u8,
    layout: Layout,
}

// SAFETY: the block has one owner.
unsafe impl Send for Block {}
// SAFETY: a shared reference gives no access to the contents but by unsafe code.
unsafe impl Sync for Block {}

impl Block {
    /// A block without bytes.
    pub(super) const fn empty() -> Self {
        Self {
            start: core::ptr::without_provenance_mut(8),
            layout: Layout::new::<()>(),
        }
    }

    pub(super) fn new(layout: Layout) -> Self {
        let start = allocate(layout);
        Self { start, layout }
    }

    pub(super) fn start(&self) -> *mut u8 {
        self.start
    }

    pub(super) fn size(&self) -> usize {
        self.layout.size()
    }
}

impl Drop for Block {
    fn drop(&mut self) {
        // SAFETY: the block was allocated with this layout; one without bytes is not freed.
        unsafe { free(self.start, self.layout.size(), self.layout.align()) };
    }
}
