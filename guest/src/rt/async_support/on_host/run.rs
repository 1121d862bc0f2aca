//! Runs of tests: a future, and all that it starts, in an order.

use super::order;
use super::tasks::{self, Run, replace_run};
use super::thread::InContext;
use crate::rt::async_support::exec::{Exec, Saved};
use crate::rt::async_support::task::block_on;
use core::mem::replace;
use core::ptr::null_mut;

/// Makes a run the current one of the thread until it is dropped, also by a panic, which leaves tasks without an end.
struct Current {
    before: Run,
    order: Option<u64>,
    _current: Saved,
    _context: InContext,
}

impl Current {
    fn enter(seed: Option<u64>, threads: bool) -> Self {
        Self {
            before: replace_run(Run::new(seed, threads)),
            order: order::replace(seed),
            _current: Exec::leave(),
            _context: InContext::enter(null_mut()),
        }
    }
}

impl Drop for Current {
    fn drop(&mut self) {
        order::replace(self.order);
        let before = replace(&mut self.before, Run::new(None, false));
        // Tasks that have not started drop what they were given, which may come back here.
        drop(replace_run(before));
    }
}

/// Runs a future, and all that it starts, to the end.
pub(crate) fn run<T>(seed: Option<u64>, threads: bool, future: impl Future<Output = T>) -> T {
    let _current = Current::enter(seed, threads);
    let result = block_on(future);
    tasks::finish();
    result
}
