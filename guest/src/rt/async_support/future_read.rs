//! The readable end of a `future`.

use super::block::Block;
use super::builtins::{BLOCKED, CANCELLED};
use super::status::{TAKEN, ends};
use super::{
    FutureOps, FutureVtable, RawFutureWriter, background, cancelled_again, orphan, polled_again,
    waitable,
};
use core::cell::UnsafeCell;
use core::fmt;
use core::future::poll_fn;
use core::mem::ManuallyDrop;
use core::pin::Pin;
use core::sync::atomic::AtomicU32;
use core::sync::atomic::Ordering::Relaxed;
use core::task::{Context, Poll};

/// The readable end of a `future<T>`: `.await` it for the value.
pub type FutureReader<T> = RawFutureReader<&'static FutureVtable<T>>;

/// The readable end of a future with given operations.
pub struct RawFutureReader<O: FutureOps> {
    handle: AtomicU32,
    inner: ManuallyDrop<UnsafeCell<Inner<O>>>,
}

struct Inner<O: FutureOps> {
    ops: O,
    /// The memory for the value, while a read is pending.
    pending: Option<Block>,
    /// Other threads get the value with this.
    #[cfg(not(target_arch = "wasm32"))]
    value: core::marker::PhantomData<O::Payload>,
}

// SAFETY: a shared reference gives access to the handle alone, but for `take_handle`, which generated code calls on readers that
// it owns.
unsafe impl<O: FutureOps + Sync> Sync for RawFutureReader<O> {}

impl<O: FutureOps> RawFutureReader<O> {
    /// The reader of a handle, which it owns.
    ///
    /// # Safety
    ///
    /// The handle is a reader of the type of `ops`, and nothing else owns it.
    #[doc(hidden)]
    pub unsafe fn new(handle: u32, ops: O) -> Self {
        let inner = Inner {
            ops,
            pending: None,
            #[cfg(not(target_arch = "wasm32"))]
            value: core::marker::PhantomData,
        };
        Self {
            handle: AtomicU32::new(handle),
            inner: ManuallyDrop::new(UnsafeCell::new(inner)),
        }
    }

    /// Takes the handle out, to pass it on. The host does not accept one whose value has arrived or whose read is pending: then a
    /// new one takes its place.
    #[doc(hidden)]
    pub fn take_handle(&self) -> u32
    where
        O: 'static,
    {
        let handle = self.handle.swap(TAKEN, Relaxed);
        if handle == TAKEN {
            return TAKEN;
        }
        // SAFETY: the caller owns the reader, and its `inner` is not used any more: the drop sees that the handle is taken.
        let mut inner = unsafe { core::ptr::read(self.inner.get()) };
        let value = inner.cancel(handle);
        if value.is_none() && inner.pending.is_none() {
            // No read was started, or it was cancelled: the table of waitables does not know the handle. Its number must not be
            // looked up: code that frees lowered parameters makes readers of handles that were passed on already, whose numbers
            // may be those of other waitables by now.
            return handle;
        }
        let (reader, writer) = ends(inner.ops.new());
        background::finish(forward(inner, handle, value, writer));
        reader
    }

    fn inner(&mut self) -> (u32, &mut Inner<O>) {
        (self.handle.load(Relaxed), self.inner.get_mut())
    }

    /// Ends the read that is pending, if there is one. Returns the value if it has arrived already.
    fn cancel(&mut self) -> Option<O::Payload> {
        let (handle, inner) = self.inner();
        inner.cancel(handle)
    }
}

impl<O: FutureOps> Inner<O> {
    /// The status of the read, which is started unless one is pending.
    fn poll(&mut self, handle: u32, cx: &mut Context<'_>) -> Poll<u32> {
        if self.pending.is_none() {
            let block = Block::new(self.ops.elem_layout());
            // SAFETY: no read is pending, and the block is freed only after this one.
            let status = unsafe { self.ops.start_read(handle, block.start()) };
            self.pending = Some(block);
            if status != BLOCKED {
                return Poll::Ready(status);
            }
        }
        match waitable::poll(handle, cx) {
            BLOCKED => Poll::Pending,
            status => Poll::Ready(status),
        }
    }

    /// The value that has been read.
    fn lift(&mut self, block: &Block) -> O::Payload {
        // SAFETY: the read is complete.
        unsafe { self.ops.lift(block.start()) }
    }

    /// Ends the read that is pending, if there is one, unless that is illegal. Returns the value if it has arrived.
    fn cancel(&mut self, handle: u32) -> Option<O::Payload> {
        let block = self.pending.take()?;
        // SAFETY: the read is pending.
        let status = unsafe { waitable::cancel(handle, |handle| self.ops.cancel_read(handle)) };
        if status == BLOCKED {
            self.pending = Some(block);
            return None;
        }
        (status & 0xf != CANCELLED).then(|| self.lift(&block))
    }

    fn drop_handle(&mut self, handle: u32) {
        waitable::forget(handle);
        // SAFETY: the reader owns the handle, and no read is pending.
        unsafe { self.ops.drop_readable(handle) };
    }

    /// Drops the reader.
    fn end((mut inner, handle): (Self, u32)) {
        drop(inner.cancel(handle));
        if inner.pending.is_some() {
            return orphan::leave((inner, handle), Self::end);
        }
        inner.drop_handle(handle);
    }
}

/// Writes the value of a reader, which may have arrived already, to another future.
async fn forward<O: FutureOps + 'static>(
    mut from: Inner<O>,
    handle: u32,
    value: Option<O::Payload>,
    to: u32,
) {
    let value = match value {
        Some(value) => value,
        None => {
            poll_fn(|cx| from.poll(handle, cx)).await;
            let block = from.pending.take().unwrap_or_else(|| polled_again());
            from.lift(&block)
        }
    };
    from.drop_handle(handle);
    // SAFETY: the writer is new, and one of this type.
    let writer = unsafe { RawFutureWriter::new(to, from.ops) };
    // If nobody reads it, nobody misses it.
    drop(writer.write(value).await);
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
        if handle != TAKEN {
            // SAFETY: `inner` is not used any more.
            let inner = unsafe { ManuallyDrop::take(&mut self.inner) }.into_inner();
            Inner::end((inner, handle));
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
    /// Where blocking is illegal, a read that has not ended goes on; the next read of the reader continues it.
    ///
    /// # Panics
    ///
    /// The read is complete or cancelled.
    pub fn cancel(mut self: Pin<&mut Self>) -> Result<O::Payload, RawFutureReader<O>> {
        let Some(mut reader) = self.reader.take() else {
            cancelled_again()
        };
        reader.cancel().ok_or(reader)
    }
}

impl<O: FutureOps> Unpin for RawFutureRead<O> {}

impl<O: FutureOps> Future for RawFutureRead<O> {
    type Output = O::Payload;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<O::Payload> {
        let Some(reader) = &mut self.reader else {
            polled_again()
        };
        let (handle, inner) = reader.inner();
        if inner.poll(handle, cx).is_pending() {
            return Poll::Pending;
        }
        // The only status that a reader is told is that the value is there.
        let Some(block) = inner.pending.take() else {
            polled_again()
        };
        let value = inner.lift(&block);
        // Drops the handle.
        self.reader = None;
        Poll::Ready(value)
    }
}

impl<O: FutureOps> fmt::Debug for RawFutureRead<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FutureRead")
            .field("reader", &self.reader)
            .finish()
    }
}
