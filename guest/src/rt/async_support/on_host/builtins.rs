//! The built-ins that the runtime imports in a component.

use super::channels::{join as join_set, new_pair, new_set, start};
use super::thread::CONTEXT;
use super::{channels, errors, tasks};
use crate::rt::async_support::status::Event;

pub(crate) unsafe fn context_get() -> *mut u8 {
    CONTEXT.get()
}

pub(crate) unsafe fn context_set(context: *mut u8) {
    CONTEXT.set(context);
}

pub(crate) unsafe fn set_new() -> u32 {
    new_set()
}

/// Writes what an event has besides its kind.
unsafe fn write((kind, waitable, status): Event, rest: *mut u32) -> u32 {
    // SAFETY: the callers have memory for two numbers.
    unsafe { rest.cast::<[u32; 2]>().write([waitable, status]) };
    kind
}

pub(crate) unsafe fn set_wait(set: u32, rest: *mut u32) -> u32 {
    // SAFETY: the caller's promise.
    unsafe { write(tasks::wait(set), rest) }
}

pub(crate) unsafe fn set_poll(set: u32, rest: *mut u32) -> u32 {
    // SAFETY: the caller's promise.
    unsafe { write(channels::next_event(set).unwrap_or_default(), rest) }
}

pub(crate) unsafe fn join(waitable: u32, set: u32) {
    join_set(waitable, set);
}

pub(crate) unsafe fn thread_yield() -> u32 {
    tasks::let_others_run();
    0
}

pub(crate) unsafe fn backpressure_inc() {
    tasks::backpressure(1);
}

pub(crate) unsafe fn backpressure_dec() {
    tasks::backpressure(-1);
}

pub(crate) unsafe fn unit_new() -> u64 {
    // Tests look for what is left; the streams that wake tasks stay for the next task.
    #[cfg(test)]
    super::scripted::count(-2);
    new_pair(0, false)
}

pub(crate) unsafe fn unit_read(reader: u32, place: *mut u8, count: usize) -> u32 {
    start(reader, place, count)
}

pub(crate) unsafe fn unit_write(writer: u32, place: *const u8, count: usize) -> u32 {
    start(writer, place.cast_mut(), count)
}

#[cfg(feature = "inter-task-wakeup")]
mod unit {
    use super::channels::{cancel, drop_end};

    pub(crate) unsafe fn unit_cancel_read(reader: u32) -> u32 {
        cancel(reader)
    }

    pub(crate) unsafe fn unit_cancel_write(writer: u32) -> u32 {
        cancel(writer)
    }

    pub(crate) unsafe fn unit_drop_readable(reader: u32) {
        drop_end(reader);
    }

    pub(crate) unsafe fn unit_drop_writable(writer: u32) {
        drop_end(writer);
    }
}
#[cfg(feature = "inter-task-wakeup")]
pub(crate) use unit::*;

pub(crate) unsafe fn error_context_new(text: *const u8, length: usize) -> u32 {
    // SAFETY: the caller has a text of this length there.
    errors::new(unsafe { core::slice::from_raw_parts(text, length) })
}

pub(crate) unsafe fn error_context_message(error: u32, text: *mut *mut u8) {
    // SAFETY: the caller has memory for two pointers.
    unsafe { text.cast::<[*mut u8; 2]>().write(errors::message(error)) };
}

pub(crate) unsafe fn error_context_drop(error: u32) {
    errors::drop(error);
}

#[cfg(not(test))]
mod calls {
    /// Exports are called as functions of Rust, which return to their caller.
    pub(crate) unsafe fn task_cancel() {}

    pub(crate) unsafe fn subtask_cancel(_: u32) -> u32 {
        crate::rt::not_wasm("$root", "[subtask-cancel]")
    }

    pub(crate) unsafe fn subtask_drop(_: u32) {
        crate::rt::not_wasm("$root", "[subtask-drop]")
    }
}
#[cfg(test)]
pub(crate) use super::scripted::{subtask_cancel, subtask_drop, task_cancel};
#[cfg(not(test))]
pub(crate) use calls::*;
