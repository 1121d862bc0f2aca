//! The readable end of a `future`.

use super::{FutureOps, FutureVtable, incomplete};
use core::fmt;
use core::pin::Pin;
use core::sync::atomic::AtomicU32;
use core::sync::atomic::Ordering::Relaxed;
use core::task::{Context, Poll};

/// The readable end of a `future<T>`: `.await` it for the value.
pub type FutureReader<T> = RawFutureReader<&'static FutureVtable<T>>;

/// The readable end of a future with given operations.
pub struct RawFutureReader<O: FutureOps> {
    handle: AtomicU32,
    ops: O,
}

impl<O: FutureOps> RawFutureReader<O> {
    /// The reader of a handle, which it owns.
    ///
    /// # Safety
    ///
    /// The handle is a reader of the type of `ops`, and nothing else owns it.
    #[doc(hidden)]
    pub unsafe fn new(handle: u32, ops: O) -> Self {
        let handle = AtomicU32::new(handle);
        Self { handle, ops }
    }

    /// Takes the handle out, to pass it on.
    #[doc(hidden)]
    pub fn take_handle(&self) -> u32 {
        self.handle.swap(u32::MAX, Relaxed)
    }
}

impl<O: FutureOps> IntoFuture for RawFutureReader<O> {
    type Output = O::Payload;
    type IntoFuture = RawFutureRead<O>;

    fn into_future(self) -> RawFutureRead<O> {
        RawFutureRead { reader: Some(self) }
    }
}

impl<O: FutureOps> fmt::Debug for RawFutureReader<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FutureReader")
            .field("handle", &self.handle)
            .finish()
    }
}

impl<O: FutureOps> Drop for RawFutureReader<O> {
    fn drop(&mut self) {
        let handle = self.handle.load(Relaxed);
        if handle != u32::MAX {
            // SAFETY: the reader owns the handle.
            unsafe { self.ops.drop_readable(handle) };
        }
    }
}

/// The read of a `future<T>`.
pub type FutureRead<T> = RawFutureRead<&'static FutureVtable<T>>;

/// The read of a future with given operations.
#[must_use = "a read does nothing until it is awaited"]
pub struct RawFutureRead<O: FutureOps> {
    reader: Option<RawFutureReader<O>>,
}

impl<O: FutureOps> RawFutureRead<O> {
    /// Cancels the read. Returns the value if it has arrived already, and the reader otherwise.
    ///
    /// # Panics
    ///
    /// The read is complete or cancelled.
    pub fn cancel(self: Pin<&mut Self>) -> Result<O::Payload, RawFutureReader<O>> {
        incomplete()
    }
}

impl<O: FutureOps> Unpin for RawFutureRead<O> {}

impl<O: FutureOps> Future for RawFutureRead<O> {
    type Output = O::Payload;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<O::Payload> {
        let _ = &self.reader;
        incomplete()
    }
}
