//! What generated code of asynchronous functions needs besides the interface that it shares with wit-bindgen.

use super::{async_support, resource_drop};
use alloc::alloc::Layout;

/// Lowered parameters of an asynchronous import: its core values.
#[derive(Clone, Copy)]
pub struct Lowered<T>(pub T);

// SAFETY: the values are those of parameters that were given away. Nothing else has the pointers among them, so that another
// thread can use them as well as this one.
unsafe impl<T> Send for Lowered<T> {}

/// The layout of values in memory.
#[inline]
#[must_use]
pub const fn layout(size: usize, align: usize) -> Layout {
    match Layout::from_size_align(size, align) {
        Ok(layout) => layout,
        Err(_) => panic!("the generator has checked the sizes of all types"),
    }
}

/// Handles an event of the current task, with the types of a core function.
///
/// # Safety
///
/// The same as of [`async_support::callback`].
#[inline]
pub unsafe fn callback(event: i32, waitable: i32, code: i32) -> i32 {
    // SAFETY: the caller promises it.
    unsafe { async_support::callback(event as u32, waitable as u32, code as u32) as i32 }
}

/// Drops the handle of an imported resource, which asynchronous calls borrow: at once, unless a call may still have it that was
/// dropped where it could not be cancelled.
pub fn drop_lent(handle: u32, drop: fn(i32)) {
    if async_support::has_lent() {
        async_support::postpone((handle, drop), |(handle, drop)| drop_lent(handle, drop));
    } else {
        resource_drop(handle, drop);
    }
}
