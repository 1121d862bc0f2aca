//! Allocation, which ends the instance if there is no memory.

use alloc::alloc::{Layout, alloc, handle_alloc_error};
#[cfg(feature = "async")]
use alloc::{boxed::Box, vec::Vec};

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

/// A value on the heap. Unlike [`Box::new`], it doesn't link what tells of a lack of memory.
#[cfg(feature = "async")]
#[inline]
pub(crate) fn boxed<T>(value: T) -> Box<T> {
    let place: *mut T = allocate(Layout::new::<T>()).cast();
    // SAFETY: the block has the layout of the value, and the box is its only owner.
    unsafe {
        place.write(value);
        Box::from_raw(place)
    }
}

/// An empty vector with place for one element, made in the same way.
#[cfg(feature = "async")]
pub(crate) fn vec_of_one<T>() -> Vec<T> {
    let place = allocate(Layout::new::<T>()).cast();
    // SAFETY: the block has the layout of an element; nothing else owns it.
    unsafe { Vec::from_raw_parts(place, 0, 1) }
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
