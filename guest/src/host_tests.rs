//! Tests of asynchronous guests on the machine that builds them: runs in an order that can be repeated.
//!
//! A run is a future, the test, and all tasks that it leads to: what it spawns, calls of mocks, and exports that it starts as
//! tasks of their own. The seed decides which of those that can go on goes on next. A run ends when all of them have ended; if
//! nothing can go on before that, it panics, and the message says what everything waits for.
//!
//! ```
//! use witc::host_tests;
//!
//! let sum = host_tests::run(7, async {
//!     let one = host_tests::start(async { 1 });
//!     let two = host_tests::start(async { 2 });
//!     one.await.unwrap_or(0) + two.await.unwrap_or(0)
//! });
//! assert_eq!(sum, 3);
//! ```
//!
//! [`block_on`](crate::block_on) runs a future as well, first come first served, and leaves tasks that others have started for the
//! next one.

use crate::rt::async_support::on_host;
pub use crate::rt::async_support::on_host::Started;
use core::pin::Pin;
use core::task::{Context, Poll};

/// Runs a test in the order of a seed.
///
/// # Panics
///
/// Nothing can go on, and something has not ended.
pub fn run<T>(seed: u64, test: impl Future<Output = T>) -> T {
    on_host::run(Some(seed), false, test)
}

/// Runs a test once in the order of each seed. If one fails, standard error has the seed, with which [`run`] fails as well.
pub fn for_seeds<F: Future<Output = ()>>(
    seeds: impl IntoIterator<Item = u64>,
    mut test: impl FnMut() -> F,
) {
    for seed in seeds {
        let tell = Tell(seed);
        run(seed, test());
        core::mem::forget(tell);
    }
}

/// Runs a test of which other threads have a part: ends of its streams and futures, or wakers. Without an event it waits for
/// them, and so knows no deadlock.
pub fn run_with_threads<T>(test: impl Future<Output = T>) -> T {
    on_host::run(None, true, test)
}

/// Tells which seed has failed when it is dropped.
struct Tell(u64);

impl Drop for Tell {
    fn drop(&mut self) {
        std::eprintln!("the order of seed {} fails", self.0);
    }
}

/// Starts a call of an export as a task of its own, as the host of a component does. It does not start before
/// [`backpressure_inc`](crate::backpressure_inc) is taken back.
///
/// Without this, a call is a part of the task that awaits it.
#[track_caller]
pub fn start<T: 'static>(export: impl Future<Output = T> + 'static) -> Started<T> {
    on_host::start(export)
}

/// Cancels a call when it waits for the n-th time, or before it starts if that is 0: then there is no result.
pub fn cancel_at<T>(n: usize, call: impl Future<Output = T>) -> impl Future<Output = Option<T>> {
    CancelAt {
        left: n,
        call: Some(alloc::boxed::Box::pin(call)),
    }
}

struct CancelAt<F> {
    left: usize,
    call: Option<Pin<alloc::boxed::Box<F>>>,
}

impl<F: Future> Future for CancelAt<F> {
    type Output = Option<F::Output>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<F::Output>> {
        if self.left > 0
            && let Some(call) = &mut self.call
        {
            if let Poll::Ready(result) = call.as_mut().poll(cx) {
                self.call = None;
                return Poll::Ready(Some(result));
            }
            self.left -= 1;
        }
        if self.left > 0 {
            return Poll::Pending;
        }
        self.call = None;
        Poll::Ready(None)
    }
}
