//! A task that blocks its thread.

use super::thread::{CONTEXT, InContext};
use crate::rt::async_support::exec::{Exec, Saved};

/// Prepares this thread for a task that blocks it; dropping the result takes that back, also if the task panics. Outside of other
/// tasks the context is that of the task, so that operations can be cancelled.
pub(in crate::rt::async_support) fn blocking(task: *mut u8) -> (InContext, Saved) {
    let context = CONTEXT.get();
    let context = if context.is_null() { task } else { context };
    (InContext::enter(context), Exec::leave())
}
