//! What was dropped while an operation was pending, where blocking is illegal: in synchronous exports and destructors.
//!
//! Its operation cannot be cancelled there, and the host may still read or write its memory. It therefore lives on until the next
//! task can end it.

use super::builtins;
use super::global::global;
use alloc::boxed::Box;
use core::ptr::null_mut;

// The first orphan.
global!(orphans: *mut Orphan = null_mut());

/// The next orphan, and the function that ends this one and frees it.
#[repr(C)]
pub(super) struct Orphan<T = ()> {
    next: *mut Orphan,
    end: unsafe fn(*mut Orphan),
    value: T,
    finish: fn(T),
}

/// Keeps a value until a task that may block calls `finish` with it.
pub(super) fn leave<T>(value: T, finish: fn(T)) {
    let orphan = Box::into_raw(Box::new(Orphan {
        next: null_mut(),
        end: end::<T>,
        value,
        finish,
    }));
    orphans(|first| {
        // SAFETY: the orphan is new.
        unsafe { (*orphan).next = *first };
        *first = orphan.cast();
    });
}

/// Ends all orphans, if the current task may block.
#[inline]
pub(super) fn reap() {
    if orphans(|first| !first.is_null()) && builtins::in_task() {
        reap_all();
    }
}

#[cold]
fn reap_all() {
    let mut orphan = orphans(|first| core::mem::replace(first, null_mut()));
    while !orphan.is_null() {
        // SAFETY: the list is no longer reachable from elsewhere, and each orphan ends with its own function.
        unsafe {
            let next = (*orphan).next;
            ((*orphan).end)(orphan);
            orphan = next;
        }
    }
}

unsafe fn end<T>(orphan: *mut Orphan) {
    // SAFETY: `leave` has boxed one of this type.
    let orphan = unsafe { Box::from_raw(orphan.cast::<Orphan<T>>()) };
    let Orphan { value, finish, .. } = *orphan;
    finish(value);
}
