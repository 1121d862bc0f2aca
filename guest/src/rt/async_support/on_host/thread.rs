//! What a thread has for itself: a number, and the context of its current task.

use core::cell::Cell;
use core::ptr::null_mut;
use core::sync::atomic::{AtomicU64, Ordering::Relaxed};

std::thread_local! {
    static THREAD: u64 = {
        static LAST: AtomicU64 = AtomicU64::new(0);
        LAST.fetch_add(1, Relaxed)
    };
    /// The context of the current task.
    pub(super) static CONTEXT: Cell<*mut u8> = const { Cell::new(null_mut()) };
}

/// The number of this thread.
pub(super) fn thread() -> u64 {
    // A waker may come here at the end of a thread. No thread has this number, so that nothing is woken.
    THREAD.try_with(|&thread| thread).unwrap_or(u64::MAX)
}

/// Makes a context the current one until it is dropped.
pub(in crate::rt::async_support) struct InContext(*mut u8);

impl InContext {
    pub(super) fn enter(context: *mut u8) -> Self {
        Self(CONTEXT.replace(context))
    }
}

impl Drop for InContext {
    fn drop(&mut self) {
        CONTEXT.set(self.0);
    }
}
