//! Tasks: calls of asynchronous exports, and what code in them asks of the host.

use super::incomplete;

/// Starts the task of a call of an asynchronous export: the future returns the result to the host. Returns the code with
/// which the export returns.
pub fn start_task(task: impl Future<Output = ()> + 'static) -> i32 {
    let _ = task;
    incomplete()
}

/// Handles an event of the current task. Returns the code with which the callback returns.
///
/// # Safety
///
/// Only the callback of an export whose task [`start_task`] has started may call it, with the event that the host passes.
pub unsafe fn callback(event: u32, waitable: u32, code: u32) -> u32 {
    let _ = (event, waitable, code);
    incomplete()
}

/// Runs a future to its end, and blocks the current task meanwhile.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    let _ = future;
    incomplete()
}

/// Lets other tasks run, and blocks the current one meanwhile. Returns whether to go on: `false` if the caller of this task has
/// cancelled it.
pub fn yield_blocking() -> bool {
    incomplete()
}

/// Lets other tasks run before the current one goes on.
pub async fn yield_async() {
    incomplete()
}

/// Asks the host not to start further calls of exports, until [`backpressure_dec`] takes this back.
pub fn backpressure_inc() {
    incomplete()
}

/// Takes back one call of [`backpressure_inc`].
pub fn backpressure_dec() {
    incomplete()
}

/// Tells the host that the task is cancelled when it is dropped, unless [`TaskCancelOnDrop::forget`] is called before.
#[derive(Debug)]
pub struct TaskCancelOnDrop(());

impl TaskCancelOnDrop {
    /// A guard of the current task.
    #[allow(clippy::new_without_default)] // A default would be a second way to make one.
    #[must_use]
    pub fn new() -> Self {
        Self(())
    }

    /// Ends the guard: the task returns a result.
    pub fn forget(self) {
        core::mem::forget(self);
    }
}

impl Drop for TaskCancelOnDrop {
    fn drop(&mut self) {
        incomplete();
    }
}
