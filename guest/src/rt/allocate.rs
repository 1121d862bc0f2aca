//! Allocation, which ends the instance if there is no memory.

use alloc::alloc::{Layout, alloc, handle_alloc_error};

/// Allocates a block; one without bytes is only a pointer. If there is no memory, the instance ends.
#[inline]
pub(crate) fn allocate(layout: Layout) -> *mut u8 {
    if layout.size() == 0 {
        return core::ptr::without_provenance_mut(layout.align());
    }
    // SAFETY: the size is not 0.
    let block = unsafe { alloc(layout) };
    if block.is_null() {
        no_memory(layout);
    }
    block
}

/// Ends the instance because there is no memory. Only debug builds have a message: its code would be most of that of a
/// small guest.
#[cold]
pub(crate) fn no_memory(layout: Layout) -> ! {
    if cfg!(debug_assertions) {
        handle_alloc_error(layout);
    }
    super::abort()
}
