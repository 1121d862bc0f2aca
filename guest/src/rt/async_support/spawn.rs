//! Futures that run beside the one of their task.

use super::incomplete;
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll};

/// Starts a future in the current task, which lasts until the future ends, also after it has returned its result.
///
/// # Panics
///
/// There is no current task.
pub fn spawn_local<T: 'static>(future: impl Future<Output = T> + 'static) -> JoinHandle<T> {
    let _ = future;
    incomplete()
}

/// The result of a future that [`spawn_local`] has started: `.await` it; there is none if it was cancelled. The future goes on if
/// the handle is dropped.
#[derive(Debug)]
pub struct JoinHandle<T>(PhantomData<T>);

impl<T> JoinHandle<T> {
    /// Drops the future, unless it has ended.
    pub fn cancel(&mut self) {
        incomplete()
    }
}

impl<T> Unpin for JoinHandle<T> {}

impl<T> Future for JoinHandle<T> {
    type Output = Option<T>;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<T>> {
        incomplete()
    }
}
