//! Handles that were lent to an export.

use super::resource::{from_raw, into_raw};
use core::cell::Cell;
use core::ptr::null_mut;

/// The borrowed handles of imported resources that an export has received. They are dropped when it returns.
pub struct Borrows(Cell<*mut Lent>);

/// A borrowed handle, the next one, and the function that drops it.
#[repr(C)]
struct Lent<T = ()> {
    next: *mut Lent,
    drop: unsafe fn(*mut Lent),
    handle: T,
}

impl Borrows {
    /// An empty one.
    #[inline]
    pub const fn new() -> Self {
        Self(Cell::new(null_mut()))
    }

    /// Lends a handle for as long as this value lives.
    pub fn lend<T: 'static>(&self, handle: T) -> &T {
        let lent = into_raw(Lent {
            next: self.0.get(),
            drop: drop_lent::<T>,
            handle,
        });
        self.0.set(lent.cast());
        // SAFETY: the handle is dropped with `self`, and nothing else returns it.
        unsafe { &(*lent).handle }
    }
}

/// Lifted once more to be released, though they are not lent to this function.
#[cfg(feature = "async")]
impl Borrows {
    /// Ends without dropping the handles.
    pub fn forget(self) {
        let mut lent = self.0.get();
        while !lent.is_null() {
            // SAFETY: all types of handles are a `Handle` and nothing else, which is empty with this number.
            unsafe {
                (*lent.cast::<Lent<u32>>()).handle = u32::MAX;
                lent = (*lent).next;
            }
        }
    }
}

unsafe fn drop_lent<T>(lent: *mut Lent) {
    // SAFETY: the caller has a handle of this type.
    drop(unsafe { from_raw(lent.cast::<Lent<T>>()) });
}

impl Drop for Borrows {
    fn drop(&mut self) {
        let mut lent = self.0.get();
        while !lent.is_null() {
            // SAFETY: each handle has its own function, and is dropped once.
            unsafe {
                let next = (*lent).next;
                ((*lent).drop)(lent);
                lent = next;
            }
        }
    }
}

impl Default for Borrows {
    fn default() -> Self {
        Self::new()
    }
}
