//! The built-in functions of the canonical ABI that the runtime imports.

#[cfg(target_arch = "wasm32")]
mod root {
    crate::rt::import! {
        "$root";
        "[context-get-0]" fn context_get() -> *mut u8;
        "[context-set-0]" fn context_set(*mut u8);
        "[waitable-set-new]" fn set_new() -> u32;
        "[waitable-set-wait]" fn set_wait(u32, *mut u32) -> u32;
        "[waitable-set-poll]" fn set_poll(u32, *mut u32) -> u32;
        "[waitable-join]" fn join(u32, u32);
        "[subtask-cancel]" fn subtask_cancel(u32) -> u32;
        "[subtask-drop]" fn subtask_drop(u32);
        "[thread-yield]" fn thread_yield() -> u32;
        "[backpressure-inc]" fn backpressure_inc();
        "[backpressure-dec]" fn backpressure_dec();
        "[stream-new-unit]" fn unit_new() -> u64;
        "[async-lower][stream-read-unit]" fn unit_read(u32, *mut u8, usize) -> u32;
        "[async-lower][stream-write-unit]" fn unit_write(u32, *const u8, usize) -> u32;
        "[error-context-new-utf8]" fn error_context_new(*const u8, usize) -> u32;
        "[error-context-debug-message-utf8]" fn error_context_message(u32, *mut *mut u8);
        "[error-context-drop]" fn error_context_drop(u32);
    }
}

#[cfg(all(target_arch = "wasm32", feature = "inter-task-wakeup"))]
mod unit {
    crate::rt::import! {
        "$root";
        "[stream-cancel-read-unit]" fn unit_cancel_read(u32) -> u32;
        "[stream-cancel-write-unit]" fn unit_cancel_write(u32) -> u32;
        "[stream-drop-readable-unit]" fn unit_drop_readable(u32);
        "[stream-drop-writable-unit]" fn unit_drop_writable(u32);
    }
}

#[cfg(target_arch = "wasm32")]
mod export {
    crate::rt::import! {
        "[export]$root";
        "[task-cancel]" fn task_cancel();
    }
}

#[cfg(target_arch = "wasm32")]
pub(super) use export::task_cancel;
#[cfg(target_arch = "wasm32")]
pub(super) use root::*;
#[cfg(all(target_arch = "wasm32", feature = "inter-task-wakeup"))]
pub(super) use unit::*;

#[cfg(not(target_arch = "wasm32"))]
pub(super) use super::on_host::builtins::*;

pub(super) use super::status::{BLOCKED, CANCELLED, COMPLETED, DROPPED, Event, MOST};

/// Blocks until a waitable of the set has an event.
pub(super) fn wait(set: u32) -> Event {
    let mut rest = [0; 2];
    // SAFETY: the function writes two numbers.
    let kind = unsafe { set_wait(set, rest.as_mut_ptr()) };
    (kind, rest[0], rest[1])
}

/// The event of a waitable of the set, if there is one.
pub(super) fn poll(set: u32) -> Event {
    let mut rest = [0; 2];
    // SAFETY: the function writes two numbers.
    let kind = unsafe { set_poll(set, rest.as_mut_ptr()) };
    (kind, rest[0], rest[1])
}

/// Whether the code that runs belongs to a task of an asynchronous export: the runtime has set its context. Other code, that of
/// a synchronous export or a destructor, may not block.
pub(super) fn in_task() -> bool {
    // SAFETY: the function has no conditions.
    unsafe { !context_get().is_null() }
}
