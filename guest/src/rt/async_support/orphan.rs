//! What was dropped while an operation was pending, where blocking is illegal: in synchronous exports and destructors.
//!
//! Its operation cannot be cancelled there, and the host may still read or write its memory. It therefore lives on until the next
//! task can end it.

use super::builtins;
use super::global::global;
use crate::rt::allocate::boxed;
use alloc::boxed::Box;
use core::ptr::null_mut;

// The first orphan.
global!(orphans: *mut Orphan = null_mut());

// The number of calls among them. Each may have borrowed handles.
global!(calls: u32 = 0);

/// The next orphan, and the function that ends this one and frees it.
#[repr(C)]
pub(super) struct Orphan<T = ()> {
    next: *mut Orphan,
    end: unsafe fn(*mut Orphan),
    value: T,
    finish: fn(T),
}

/// Keeps a call until a task that may block calls `finish` with it, and what it may have borrowed as well.
pub(super) fn leave_call<T>(call: T, finish: fn(T)) {
    calls(|count| *count += 1);
    leave((call, finish), |(call, finish)| {
        finish(call);
        calls(|count| *count -= 1);
    });
}

/// Whether a call that is kept may have borrowed handles.
pub(in crate::rt) fn has_lent() -> bool {
    calls(|count| *count > 0)
}

/// Keeps a value until a task that may block calls `finish` with it.
pub(in crate::rt) fn leave<T>(value: T, finish: fn(T)) {
    let orphan = Box::into_raw(boxed(Orphan {
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
    loop {
        let mut orphan = orphans(|first| core::mem::replace(first, null_mut()));
        if orphan.is_null() {
            break;
        }
        while !orphan.is_null() {
            // SAFETY: the list is no longer reachable from elsewhere, and each orphan ends with its own function.
            unsafe {
                let next = (*orphan).next;
                ((*orphan).end)(orphan);
                orphan = next;
            }
        }
        // A handle is left again if it comes before the call that has borrowed it. All calls have ended now.
    }
}

unsafe fn end<T>(orphan: *mut Orphan) {
    // SAFETY: `leave` has boxed one of this type.
    let orphan = unsafe { Box::from_raw(orphan.cast::<Orphan<T>>()) };
    let Orphan { value, finish, .. } = *orphan;
    finish(value);
}
