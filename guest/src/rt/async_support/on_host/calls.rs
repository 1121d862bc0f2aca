//! Calls that are tasks of their own: those of asynchronous functions of mocks, and exports that a test starts.

use super::channels::ask;
use super::thread::thread;
use super::{order, tasks};
use crate::rt::async_support::task::{callback, start_task};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use core::fmt;
use core::panic::Location;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The result of a call, and what waits for it.
struct Slot<T>(Mutex<State<T>>);

struct State<T> {
    result: Option<T>,
    ended: bool,
    waker: Option<Waker>,
}

impl<T> Slot<T> {
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn end(&self, result: Option<T>) {
        let mut state = self.lock();
        if !core::mem::replace(&mut state.ended, true) {
            state.result = result;
        }
        let waker = state.waker.take();
        drop(state);
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

/// Ends a call, also one that is cancelled.
struct End<T>(Arc<Slot<T>>);

impl<T> Drop for End<T> {
    fn drop(&mut self) {
        self.0.end(None);
    }
}

/// A call that is a task of its own, of the thread that has made it.
struct Task<T> {
    slot: Arc<Slot<T>>,
    thread: u64,
    number: u64,
    polled: bool,
}

impl<T: 'static> Task<T> {
    fn new(name: String, export: bool, future: impl Future<Output = T> + 'static) -> Self {
        let slot = Arc::new(Slot(Mutex::new(State {
            result: None,
            ended: false,
            waker: None,
        })));
        let end = End(Arc::clone(&slot));
        let start = Box::new(move || {
            start_task(async move {
                let result = future.await;
                end.0.end(Some(result));
            })
        });
        Self {
            slot,
            thread: thread(),
            // SAFETY: the context is that of a task that has not ended, and is not running.
            number: tasks::add(name, export, start, |(kind, waitable, status)| unsafe {
                callback(kind, waitable, status)
            }),
            polled: false,
        }
    }
}

impl<T> Task<T> {
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<T>> {
        let mut state = self.slot.lock();
        if state.ended {
            return Poll::Ready(state.result.take());
        }
        state.waker = Some(cx.waker().clone());
        Poll::Pending
    }

    /// The callee runs at once, as in a component, and may return. With a seed it may be late.
    fn start(&self) {
        if !order::is_random() || order::pick(2) == 0 {
            tasks::start_now(self.number);
        }
    }

    fn cancel(&self) {
        if self.slot.lock().ended {
            return;
        }
        if self.thread == thread() {
            tasks::cancel(self.number);
        } else {
            let number = self.number;
            ask(self.thread, Box::new(move || tasks::cancel(number)));
        }
    }
}

/// A call of an asynchronous function of a mock. Dropping it cancels the call.
#[must_use = "a call does nothing until it is awaited"]
pub struct Call<T>(Task<T>);

/// Calls an asynchronous function of a mock.
pub fn call<T: 'static>(function: &str, future: impl Future<Output = T> + 'static) -> Call<T> {
    let name = alloc::format!("the mock of `{function}`");
    Call(Task::new(name, false, future))
}

impl<T> Unpin for Call<T> {}

impl<T> Future for Call<T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        let task = &mut self.0;
        if !core::mem::replace(&mut task.polled, true) && task.thread == thread() {
            task.start();
        }
        task.poll(cx)
            .map(|result| result.expect("only the caller cancels a call"))
    }
}

impl<T> Drop for Call<T> {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

impl<T> fmt::Debug for Call<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").finish_non_exhaustive()
    }
}

/// A call of an export that was started: `.await` it for the result; there is none if it was cancelled. The call goes on if this
/// is dropped.
pub struct Started<T>(Task<T>);

/// Starts a call of an export as a task of its own.
#[track_caller]
pub(crate) fn start<T: 'static>(export: impl Future<Output = T> + 'static) -> Started<T> {
    let name = alloc::format!("the call that was started at {}", Location::caller());
    let task = Task::new(name, true, export);
    task.start();
    Started(task)
}

impl<T> Started<T> {
    /// Cancels the call, unless it has ended.
    pub fn cancel(&mut self) {
        self.0.cancel();
    }
}

impl<T> Unpin for Started<T> {}

impl<T> Future for Started<T> {
    type Output = Option<T>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        self.0.poll(cx)
    }
}

impl<T> fmt::Debug for Started<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Started").finish_non_exhaustive()
    }
}
