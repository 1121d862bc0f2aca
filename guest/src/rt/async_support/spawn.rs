//! Futures that the program starts beside the one of its task.

use super::background::{self, UnitOf};
use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll};

/// Starts a future in the current task, which lasts until the future ends, also after it has returned its result.
///
/// # Panics
///
/// There is no current task.
pub fn spawn_local<T: 'static>(future: impl Future<Output = T> + 'static) -> JoinHandle<T> {
    match background::spawn(future) {
        Ok(unit) => {
            // The handle may be used by other tasks.
            unit.expect_wakes();
            JoinHandle(unit)
        }
        Err(_) => no_task(),
    }
}

#[cold]
fn no_task() -> ! {
    panic!("`spawn_local` needs a task: call it in an asynchronous export or in `block_on`")
}

/// The result of a future that [`spawn_local`] has started: `.await` it; there is none if it was cancelled. The future goes on if
/// the handle is dropped.
pub struct JoinHandle<T>(UnitOf<T>);

// SAFETY: a component has one thread.
#[cfg(target_arch = "wasm32")]
unsafe impl<T: Send> Send for JoinHandle<T> {}
// SAFETY: as above.
#[cfg(target_arch = "wasm32")]
unsafe impl<T: Send> Sync for JoinHandle<T> {}

impl<T> JoinHandle<T> {
    /// Drops the future, unless it has ended.
    pub fn cancel(&mut self) {
        self.0.abort();
    }
}

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinHandle")
            .field("done", &self.0.join().unit.is_done())
            .finish()
    }
}

impl<T> Unpin for JoinHandle<T> {}

impl<T> Future for JoinHandle<T> {
    type Output = Option<T>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        let join = self.0.join();
        let result = join.result.take();
        if result.is_some() || join.unit.is_done() {
            return Poll::Ready(result);
        }
        drop(join.waker.replace(Some(cx.waker().clone())));
        Poll::Pending
    }
}
