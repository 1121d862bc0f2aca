//! The writable end of a `future`.

use super::{FutureOps, FutureVtable, incomplete};
use core::error::Error;
use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll};

/// The writable end of a `future<T>`. If it is dropped before it has written, it writes a default.
pub struct FutureWriter<T: 'static> {
    raw: RawFutureWriter<&'static FutureVtable<T>>,
    default: fn() -> T,
}

impl<T> FutureWriter<T> {
    pub(super) fn new(raw: RawFutureWriter<&'static FutureVtable<T>>, default: fn() -> T) -> Self {
        Self { raw, default }
    }

    /// Writes the value.
    pub fn write(self, value: T) -> FutureWrite<T> {
        FutureWrite {
            raw: self.raw.write(value),
            default: self.default,
        }
    }
}

impl<T> fmt::Debug for FutureWriter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FutureWriter")
            .field("handle", &self.raw.handle)
            .finish()
    }
}

/// The write of a `future<T>`. If it is dropped before it is complete, it is cancelled, and a default is written instead.
#[must_use = "a write does nothing until it is awaited"]
pub struct FutureWrite<T: 'static> {
    raw: RawFutureWrite<&'static FutureVtable<T>>,
    default: fn() -> T,
}

/// What became of a write that was cancelled.
#[derive(Debug)]
pub enum FutureWriteCancel<T: 'static> {
    /// The reader has read the value already.
    AlreadySent,
    /// The reader is dropped. The value comes back.
    Dropped(T),
    /// The value has not been read. It comes back, with the writer.
    Cancelled(T, FutureWriter<T>),
}

impl<T: 'static> FutureWrite<T> {
    /// Cancels the write.
    ///
    /// # Panics
    ///
    /// The write is complete or cancelled.
    pub fn cancel(self: Pin<&mut Self>) -> FutureWriteCancel<T> {
        let this = self.get_mut();
        match Pin::new(&mut this.raw).cancel() {
            RawFutureWriteCancel::AlreadySent => FutureWriteCancel::AlreadySent,
            RawFutureWriteCancel::Dropped(value) => FutureWriteCancel::Dropped(value),
            RawFutureWriteCancel::Cancelled(value, raw) => {
                FutureWriteCancel::Cancelled(value, FutureWriter::new(raw, this.default))
            }
        }
    }
}

impl<T: 'static> Unpin for FutureWrite<T> {}

impl<T: 'static> Future for FutureWrite<T> {
    type Output = Result<(), FutureWriteError<T>>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.get_mut().raw).poll(cx)
    }
}

/// The reader of a future was dropped before it had read the value.
pub struct FutureWriteError<T> {
    /// The value that was not sent.
    pub value: T,
}

impl<T> fmt::Debug for FutureWriteError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FutureWriteError").finish_non_exhaustive()
    }
}

impl<T> fmt::Display for FutureWriteError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the reader of the future was dropped")
    }
}

impl<T> Error for FutureWriteError<T> {}

/// The writable end of a future with given operations.
pub struct RawFutureWriter<O: FutureOps> {
    handle: u32,
    ops: O,
}

impl<O: FutureOps> RawFutureWriter<O> {
    /// Writes the value.
    pub fn write(self, value: O::Payload) -> RawFutureWrite<O> {
        RawFutureWrite {
            start: Some((self, value)),
        }
    }

    /// Writes the value in the background: the task goes on until the value is read or the reader is dropped.
    pub fn write_and_forget(self, value: O::Payload)
    where
        O: 'static,
    {
        let _ = (self.handle, self.ops, value);
        incomplete()
    }
}

impl<O: FutureOps> fmt::Debug for RawFutureWriter<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawFutureWriter")
            .field("handle", &self.handle)
            .finish()
    }
}

/// The write of a future with given operations.
#[must_use = "a write does nothing until it is awaited"]
pub struct RawFutureWrite<O: FutureOps> {
    start: Option<(RawFutureWriter<O>, O::Payload)>,
}

/// What became of a write that was cancelled.
pub enum RawFutureWriteCancel<O: FutureOps> {
    /// The reader has read the value already.
    AlreadySent,
    /// The reader is dropped. The value comes back.
    Dropped(O::Payload),
    /// The value has not been read. It comes back, with the writer.
    Cancelled(O::Payload, RawFutureWriter<O>),
}

impl<O: FutureOps> fmt::Debug for RawFutureWriteCancel<O>
where
    O::Payload: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AlreadySent => f.write_str("AlreadySent"),
            Self::Dropped(value) => f.debug_tuple("Dropped").field(value).finish(),
            Self::Cancelled(value, writer) => f
                .debug_tuple("Cancelled")
                .field(value)
                .field(writer)
                .finish(),
        }
    }
}

impl<O: FutureOps> RawFutureWrite<O> {
    /// Cancels the write.
    ///
    /// # Panics
    ///
    /// The write is complete or cancelled.
    pub fn cancel(self: Pin<&mut Self>) -> RawFutureWriteCancel<O> {
        incomplete()
    }
}

impl<O: FutureOps> Unpin for RawFutureWrite<O> {}

impl<O: FutureOps> Future for RawFutureWrite<O> {
    type Output = Result<(), FutureWriteError<O::Payload>>;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        let _ = &self.start;
        incomplete()
    }
}
