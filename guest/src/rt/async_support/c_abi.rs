//! The C ABI by which the runtimes in one component know each other: other versions of this crate, wit-bindgen, a libc.
//!
//! The function `wasip3_task_set` keeps a pointer to the current task of whichever runtime. It is a weak symbol, of which there
//! is one in a program; see `build/object.rs` for this crate's.

use alloc::boxed::Box;
use core::ffi::c_void;

/// The version that this crate implements.
const VERSION: u32 = 3;

/// Called when a waitable has an event, with the pointer that was registered and the status.
pub(super) type Callback = unsafe extern "C" fn(*mut c_void, u32);

/// Registers a callback for the next event of a waitable. Returns the pointer that was registered before.
type Register = unsafe extern "C" fn(*mut c_void, u32, Callback, *mut c_void) -> *mut c_void;

/// Removes the callback of a waitable. Returns its pointer.
type Unregister = unsafe extern "C" fn(*mut c_void, u32) -> *mut c_void;

/// Starts a future beside a task.
pub(super) type Spawn = unsafe fn(*mut c_void, Box<dyn Future<Output = ()>>);

/// A task, as other runtimes see it. The last field exists since version 2.
#[repr(C)]
pub(super) struct Task {
    version: u32,
    context: *mut c_void,
    register: Register,
    unregister: Unregister,
    table: &'static Table,
}

/// The functions of a task since version 2: they can be called with a clone of its context when it is not the current one.
#[repr(C)]
pub(super) struct Table {
    pub(super) register: Register,
    pub(super) unregister: Unregister,
    pub(super) clone: unsafe extern "C" fn(*mut c_void) -> *mut c_void,
    pub(super) drop: unsafe extern "C" fn(*mut c_void),
    /// Since version 3.
    pub(super) spawn: Option<Spawn>,
}

impl Task {
    /// A task of this runtime.
    pub(super) const fn new(context: *mut c_void, table: &'static Table) -> Self {
        Self {
            version: VERSION,
            context,
            register: table.register,
            unregister: table.unregister,
            table,
        }
    }

    /// The context.
    ///
    /// Like all functions here it takes a pointer: a task of version 1 is shorter than the type.
    ///
    /// # Safety
    ///
    /// The pointer is to a task of some version.
    pub(super) unsafe fn context(task: *const Self) -> *mut c_void {
        // SAFETY: all versions have the field.
        unsafe { (*task).context }
    }

    /// Registers a callback for the next event of a waitable.
    ///
    /// # Safety
    ///
    /// The task is the current one, and the callback may be called with the pointer.
    pub(super) unsafe fn register(
        task: *const Self,
        waitable: u32,
        callback: Callback,
        data: *mut c_void,
    ) {
        // SAFETY: all versions have the fields.
        unsafe { ((*task).register)((*task).context, waitable, callback, data) };
    }

    /// A context that stays valid until `drop`, and the functions for it.
    ///
    /// # Safety
    ///
    /// The task is the current one.
    pub(super) unsafe fn keep(task: *const Self) -> Kept {
        // SAFETY: the table is there since version 2.
        unsafe {
            let mut kept = Kept {
                context: (*task).context,
                unregister: (*task).unregister,
                table: None,
            };
            if (*task).version >= 2 {
                let table = (*task).table;
                kept.context = (table.clone)(kept.context);
                kept.table = Some(table);
            }
            kept
        }
    }

    /// The function that starts a future beside the task.
    ///
    /// # Safety
    ///
    /// As for [`Task::context`].
    #[cfg(feature = "async-spawn")]
    pub(super) unsafe fn spawn(task: *const Self) -> Option<Spawn> {
        // SAFETY: the table has the function since version 3.
        unsafe {
            if (*task).version < 3 {
                None
            } else {
                (*task).table.spawn
            }
        }
    }
}

/// The task of another runtime, kept for a waitable that is registered with it.
pub(super) struct Kept {
    pub(super) context: *mut c_void,
    unregister: Unregister,
    /// The functions for a context that was cloned.
    table: Option<&'static Table>,
}

impl Kept {
    /// Removes the callback of a waitable.
    pub(super) fn unregister(&self, waitable: u32) {
        // SAFETY: the context is valid: it was cloned, or its version does not know more than the current task.
        unsafe { (self.unregister)(self.context, waitable) };
    }
}

impl Drop for Kept {
    #[inline(never)]
    fn drop(&mut self) {
        if let Some(table) = self.table {
            // SAFETY: the context was cloned.
            unsafe { (table.drop)(self.context) };
        }
    }
}

#[cfg(target_arch = "wasm32")]
unsafe extern "C" {
    #[allow(
        improper_ctypes,
        reason = "version 3 of the interface has a function of Rust, which only runtimes in Rust call"
    )]
    fn wasip3_task_set(task: *const Task) -> *const Task;
}

/// Makes a task the current one, or none. Returns the one before.
#[cfg(target_arch = "wasm32")]
#[inline]
pub(super) fn set_current(task: *const Task) -> *const Task {
    // SAFETY: the function only keeps the pointer, and each task is replaced before it ends.
    unsafe { wasip3_task_set(task) }
}

/// Makes a task the current one, or none. Returns the one before.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn set_current(task: *const Task) -> *const Task {
    std::thread_local! {
        static CURRENT: core::cell::Cell<*const Task> = const { core::cell::Cell::new(core::ptr::null()) };
    }
    CURRENT.replace(task)
}

/// The current task, or a null pointer.
pub(super) fn current() -> *const Task {
    let task = set_current(core::ptr::null());
    set_current(task);
    task
}
