//! The writable end of a `stream`.

use super::{AbiBuffer, StreamOps, StreamResult, StreamVtable, incomplete};
use alloc::vec::Vec;
use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll};

/// The writable end of a `stream<T>`.
pub type StreamWriter<T> = RawStreamWriter<&'static StreamVtable<T>>;

/// The writable end of a stream with given operations.
pub struct RawStreamWriter<O: StreamOps> {
    handle: u32,
    ops: O,
}

impl<O: StreamOps> RawStreamWriter<O> {
    /// The writer of a handle, which it owns.
    ///
    /// # Safety
    ///
    /// The handle is a writer of the type of `ops`, and nothing else owns it.
    #[doc(hidden)]
    pub unsafe fn new(handle: u32, ops: O) -> Self {
        Self { handle, ops }
    }

    /// The handle, which the writer still owns.
    #[doc(hidden)]
    pub fn handle(&self) -> u32 {
        self.handle
    }

    /// Writes elements, as many as the reader takes at once.
    pub fn write(&mut self, values: Vec<O::Payload>) -> RawStreamWrite<'_, O> {
        let values = AbiBuffer::new(values, self.ops.clone());
        self.write_buf(values)
    }

    /// Writes elements, as many as the reader takes at once.
    pub fn write_buf(&mut self, values: AbiBuffer<O>) -> RawStreamWrite<'_, O> {
        RawStreamWrite {
            writer: self,
            values,
        }
    }

    /// Writes all elements. Returns those that the reader has not taken before it was dropped.
    pub async fn write_all(&mut self, values: Vec<O::Payload>) -> Vec<O::Payload> {
        let _ = values;
        incomplete()
    }

    /// Writes an element. Returns it if the reader is dropped.
    pub async fn write_one(&mut self, value: O::Payload) -> Option<O::Payload> {
        let _ = value;
        incomplete()
    }
}

impl<O: StreamOps> fmt::Debug for RawStreamWriter<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamWriter")
            .field("handle", &self.handle)
            .finish()
    }
}

impl<O: StreamOps> Drop for RawStreamWriter<O> {
    fn drop(&mut self) {
        // SAFETY: the writer owns the handle.
        unsafe { self.ops.drop_writable(self.handle) };
    }
}

/// The write of a `stream<T>`.
pub type StreamWrite<'a, T> = RawStreamWrite<'a, &'static StreamVtable<T>>;

/// The write of a stream with given operations.
#[must_use = "a write does nothing until it is awaited"]
pub struct RawStreamWrite<'a, O: StreamOps> {
    writer: &'a mut RawStreamWriter<O>,
    values: AbiBuffer<O>,
}

impl<O: StreamOps> RawStreamWrite<'_, O> {
    /// Cancels the write. Returns the elements, of which some may have been written.
    ///
    /// # Panics
    ///
    /// The write is complete or cancelled.
    pub fn cancel(self: Pin<&mut Self>) -> (StreamResult, AbiBuffer<O>) {
        let _ = (&self.writer, &self.values);
        incomplete()
    }
}

impl<O: StreamOps> Unpin for RawStreamWrite<'_, O> {}

impl<O: StreamOps> Future for RawStreamWrite<'_, O> {
    type Output = (StreamResult, AbiBuffer<O>);

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        incomplete()
    }
}
