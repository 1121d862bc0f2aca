//! The state of the runtime that all tasks of the instance share.

use super::orphan::Orphan;
use super::sleep::Sleeper;
use super::waitable::{Entry, Foreign};
use alloc::vec::Vec;
use core::cell::UnsafeCell;
use core::ptr::null_mut;

/// The state of the runtime.
pub(super) struct Instance {
    /// What is known of each waitable, by its number.
    pub(super) entries: Vec<Entry>,
    /// The waitables that are registered with the tasks of other runtimes.
    pub(super) foreign: Vec<Foreign>,
    /// Sets of waitables that no task uses now.
    pub(super) idle: Vec<Sleeper>,
    /// What has to be ended by a task that may block.
    pub(super) orphans: *mut Orphan,
}

impl Instance {
    const fn new() -> Self {
        Self {
            entries: Vec::new(),
            foreign: Vec::new(),
            idle: Vec::new(),
            orphans: null_mut(),
        }
    }
}

struct Shared(UnsafeCell<Instance>);

// SAFETY: a component has one thread; elsewhere each thread has its own.
unsafe impl Sync for Shared {}

#[cfg(target_arch = "wasm32")]
static INSTANCE: Shared = Shared(UnsafeCell::new(Instance::new()));

#[cfg(all(not(target_arch = "wasm32"), feature = "std"))]
std::thread_local! {
    static INSTANCE: Shared = const { Shared(UnsafeCell::new(Instance::new())) };
}

/// Calls a function with the state. The function runs no code of others: that could come back here.
#[inline]
pub(super) fn with<R>(f: impl FnOnce(&mut Instance) -> R) -> R {
    #[cfg(target_arch = "wasm32")]
    // SAFETY: there is one thread, and `f` does not call this function.
    return f(unsafe { &mut *INSTANCE.0.get() });
    #[cfg(all(not(target_arch = "wasm32"), feature = "std"))]
    // SAFETY: the state belongs to this thread, and `f` does not call this function.
    return INSTANCE.with(|instance| f(unsafe { &mut *instance.0.get() }));
    // Without threads to tell apart there is no state: nothing but a component has waitables.
    #[cfg(not(any(target_arch = "wasm32", feature = "std")))]
    return f(&mut Instance::new());
}
