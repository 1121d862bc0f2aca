//! The readable end of a `stream`.

use super::{StreamOps, StreamResult, StreamVtable, incomplete};
use alloc::vec::Vec;
use core::fmt;
use core::pin::Pin;
use core::sync::atomic::AtomicU32;
use core::sync::atomic::Ordering::Relaxed;
use core::task::{Context, Poll};

/// The readable end of a `stream<T>`.
pub type StreamReader<T> = RawStreamReader<&'static StreamVtable<T>>;

/// The readable end of a stream with given operations.
pub struct RawStreamReader<O: StreamOps> {
    handle: AtomicU32,
    ops: O,
}

impl<O: StreamOps> RawStreamReader<O> {
    /// The reader of a handle, which it owns.
    #[doc(hidden)]
    pub fn new(handle: u32, ops: O) -> Self {
        let handle = AtomicU32::new(handle);
        Self { handle, ops }
    }

    /// Takes the handle out, to pass it on.
    #[doc(hidden)]
    pub fn take_handle(&self) -> u32 {
        self.handle.swap(u32::MAX, Relaxed)
    }

    /// The handle, which the reader still owns.
    #[doc(hidden)]
    pub fn handle(&self) -> u32 {
        self.handle.load(Relaxed)
    }

    /// Reads elements into the spare capacity of a vector. Without any, waits until there is something to read.
    pub fn read(&mut self, buf: Vec<O::Payload>) -> RawStreamRead<'_, O> {
        RawStreamRead { reader: self, buf }
    }

    /// Reads an element; nothing if the writer is dropped.
    pub async fn next(&mut self) -> Option<O::Payload> {
        incomplete()
    }

    /// Reads all elements until the writer is dropped.
    pub async fn collect(self) -> Vec<O::Payload> {
        incomplete()
    }
}

impl<O: StreamOps> fmt::Debug for RawStreamReader<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamReader")
            .field("handle", &self.handle)
            .finish()
    }
}

impl<O: StreamOps> Drop for RawStreamReader<O> {
    fn drop(&mut self) {
        let handle = self.take_handle();
        if handle != u32::MAX {
            // SAFETY: the reader owns the handle.
            unsafe { self.ops.drop_readable(handle) };
        }
    }
}

/// The read of a `stream<T>`.
pub type StreamRead<'a, T> = RawStreamRead<'a, &'static StreamVtable<T>>;

/// The read of a stream with given operations.
#[must_use = "a read does nothing until it is awaited"]
pub struct RawStreamRead<'a, O: StreamOps> {
    reader: &'a mut RawStreamReader<O>,
    buf: Vec<O::Payload>,
}

impl<O: StreamOps> RawStreamRead<'_, O> {
    /// Cancels the read. Returns the vector, with what has arrived.
    ///
    /// # Panics
    ///
    /// The read is complete or cancelled.
    pub fn cancel(self: Pin<&mut Self>) -> (StreamResult, Vec<O::Payload>) {
        let _ = (&self.reader, &self.buf);
        incomplete()
    }
}

impl<O: StreamOps> Unpin for RawStreamRead<'_, O> {}

impl<O: StreamOps> Future for RawStreamRead<'_, O> {
    type Output = (StreamResult, Vec<O::Payload>);

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        incomplete()
    }
}
