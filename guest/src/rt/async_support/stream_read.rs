//! The readable end of a `stream`.

use super::builtins::{BLOCKED, DROPPED, MOST};
use super::read_buffer::{CHUNK, ReadBuffer};
use super::status::{TAKEN, ends};
use super::{
    RawStreamWriter, StreamOps, StreamResult, StreamVtable, background, cancelled_again, orphan,
    polled_again, waitable,
};
use alloc::vec::Vec;
use core::cell::UnsafeCell;
use core::fmt;
use core::mem::ManuallyDrop;
use core::pin::Pin;
use core::sync::atomic::AtomicU32;
use core::sync::atomic::Ordering::Relaxed;
use core::task::{Context, Poll};

/// The readable end of a `stream<T>`.
pub type StreamReader<T> = RawStreamReader<&'static StreamVtable<T>>;

/// The readable end of a stream with given operations.
pub struct RawStreamReader<O: StreamOps> {
    handle: AtomicU32,
    inner: ManuallyDrop<UnsafeCell<Inner<O>>>,
}

struct Inner<O: StreamOps> {
    handle: u32,
    /// The writer is dropped: the host accepts no further read.
    done: bool,
    /// A read is pending, into `buffer`.
    pending: bool,
    /// A read was started at some time: the table of waitables may know the handle.
    started: bool,
    ops: O,
    /// Also contains elements that have arrived while their read was dropped. The next reads return them.
    buffer: ReadBuffer<O>,
}

// SAFETY: a shared reference gives access to the handle alone, but for `take_handle`, which generated code calls on readers that
// it owns.
unsafe impl<O: StreamOps + Sync> Sync for RawStreamReader<O> where O::Payload: Sync {}

impl<O: StreamOps> RawStreamReader<O> {
    /// The reader of a handle, which it owns.
    #[doc(hidden)]
    pub fn new(handle: u32, ops: O) -> Self {
        let inner = Inner {
            handle,
            done: false,
            pending: false,
            started: false,
            ops,
            buffer: ReadBuffer::new(),
        };
        Self {
            handle: AtomicU32::new(handle),
            inner: ManuallyDrop::new(UnsafeCell::new(inner)),
        }
    }

    /// Takes the handle out, to pass it on.
    #[doc(hidden)]
    pub fn take_handle(&self) -> u32
    where
        O: 'static,
    {
        if self.handle.swap(TAKEN, Relaxed) == TAKEN {
            return TAKEN;
        }
        // SAFETY: the caller owns the reader, and its `inner` is not used any more: the drop sees that the handle is taken.
        unsafe { core::ptr::read(self.inner.get()) }.pass_on()
    }

    /// The handle, which the reader still owns.
    #[doc(hidden)]
    pub fn handle(&self) -> u32 {
        self.handle.load(Relaxed)
    }

    /// Reads elements into the spare capacity of a vector. Without any, waits until there is something to read.
    pub fn read(&mut self, buf: Vec<O::Payload>) -> RawStreamRead<'_, O> {
        let reader = self.inner.get_mut();
        let state = State::Start(buf);
        RawStreamRead { reader, state }
    }

    /// Reads an element; nothing if the writer is dropped.
    #[expect(
        clippy::should_implement_trait,
        reason = "the name is the one that wit-bindgen has"
    )]
    pub fn next(&mut self) -> impl Future<Output = Option<O::Payload>> {
        Next(self.inner.get_mut())
    }

    /// Reads all elements until the writer is dropped.
    pub async fn collect(mut self) -> Vec<O::Payload> {
        let mut all = Vec::new();
        loop {
            all.reserve(1);
            let (result, read) = self.read(all).await;
            all = read;
            if result == StreamResult::Dropped {
                return all;
            }
        }
    }

    /// Reads an element; nothing if the writer is dropped.
    #[cfg(feature = "futures-stream")]
    pub(super) fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Option<O::Payload>> {
        self.inner.get_mut().poll_next(cx)
    }

    /// Reads into the vector of a read that has not started, or goes on with it.
    #[cfg(all(feature = "futures-stream", feature = "std"))]
    pub(super) fn poll_read(
        &mut self,
        state: &mut State<O::Payload>,
        cx: &mut Context<'_>,
    ) -> Poll<(StreamResult, Vec<O::Payload>)> {
        self.inner.get_mut().poll_read(state, cx)
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
        if *self.handle.get_mut() != TAKEN {
            // SAFETY: the reader is not used any more.
            Inner::end(unsafe { ManuallyDrop::take(&mut self.inner) }.into_inner());
        }
    }
}

impl<O: StreamOps> Inner<O> {
    /// Starts to read at most so many elements into the buffer.
    fn start(&mut self, most: usize) -> u32 {
        let (start, count) = self.buffer.lend(&self.ops, most);
        // SAFETY: no read is pending, and the memory stays until this one has ended.
        let status = unsafe { self.ops.start_read(self.handle, start, count) };
        self.pending = true;
        self.started = true;
        status
    }

    /// Ends the read with a status. The elements are in the buffer.
    fn done(&mut self, status: u32) -> StreamResult {
        self.pending = false;
        self.done |= status & 0xf == DROPPED;
        let result = StreamResult::of(status);
        self.buffer.arrive(&mut self.ops, result.count());
        result
    }

    /// Waits for a read that was dropped where it could not be cancelled.
    fn poll_dropped(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if self.pending {
            match waitable::poll(self.handle, cx) {
                BLOCKED => return Poll::Pending,
                status => drop(self.done(status)),
            }
        }
        Poll::Ready(())
    }

    /// Reads an element.
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Option<O::Payload>> {
        loop {
            if self.poll_dropped(cx).is_pending() {
                return Poll::Pending;
            }
            if let Some(element) = self.buffer.pop() {
                return Poll::Ready(Some(element));
            }
            if self.done {
                return Poll::Ready(None);
            }
            self.buffer.reserve_one();
            let status = self.start(1);
            if status != BLOCKED {
                self.done(status);
            }
        }
    }

    /// Reads into the vector of a read that has not started, or goes on with it.
    #[inline]
    fn poll_read(
        &mut self,
        state: &mut State<O::Payload>,
        cx: &mut Context<'_>,
    ) -> Poll<(StreamResult, Vec<O::Payload>)> {
        let mut status = BLOCKED;
        match core::mem::replace(state, State::Pending) {
            State::Start(mut buf) => {
                if self.poll_dropped(cx).is_pending() {
                    *state = State::Start(buf);
                    return Poll::Pending;
                }
                let moved = self.buffer.move_to(&mut buf);
                if moved.is_some() || self.done {
                    *state = State::Done;
                    let result = moved.map_or(StreamResult::Dropped, StreamResult::Complete);
                    return Poll::Ready((result, buf));
                }
                self.buffer.put(buf);
                status = self.start(MOST);
            }
            State::Pending => {}
            State::Done => polled_again(),
        }
        if status == BLOCKED {
            status = waitable::poll(self.handle, cx);
        }
        if status == BLOCKED {
            return Poll::Pending;
        }
        *state = State::Done;
        let result = self.done(status);
        Poll::Ready((result, self.buffer.take()))
    }

    /// Cancels the read that is pending. Where that is illegal, one that has not ended goes on, and there is no result.
    fn cancel(&mut self) -> Option<StreamResult> {
        let ops = &mut self.ops;
        // SAFETY: a read is pending.
        let status = unsafe { waitable::cancel(self.handle, |handle| ops.cancel_read(handle)) };
        (status != BLOCKED).then(|| self.done(status))
    }

    /// Cancels the read that is pending, if there is one, unless that is illegal: then the next read continues it.
    fn abandon(&mut self) {
        if self.pending {
            self.buffer.forget_first();
            self.cancel();
        }
    }

    /// Drops the reader.
    fn end(mut self) {
        self.abandon();
        if self.pending {
            return orphan::leave(self, Self::end);
        }
        waitable::forget(self.handle);
        // SAFETY: the reader owns the handle, and no read is pending.
        unsafe { self.ops.drop_readable(self.handle) };
    }

    /// The handle of a reader that is passed on. The host does not accept one whose writer is dropped or whose read is pending,
    /// and what has arrived is in this component: then a new one takes its place.
    fn pass_on(mut self) -> u32
    where
        O: 'static,
    {
        self.abandon();
        let is_rest = !self.pending && self.buffer.is_empty();
        if is_rest && !self.done {
            // Code that frees lowered parameters makes readers of handles that were passed on already. Their numbers may be those
            // of other waitables by now, which have to stay where they are.
            if self.started {
                waitable::leave(self.handle);
                waitable::forget(self.handle);
            }
            return self.handle;
        }
        let (reader, writer) = ends(self.ops.new());
        // SAFETY: the writer is new, and one of this type.
        let writer = unsafe { RawStreamWriter::new(writer, self.ops.clone()) };
        if is_rest {
            drop(writer);
            self.end();
        } else {
            background::finish(forward(self, writer));
        }
        reader
    }
}

/// Writes what a reader still gets to another stream.
async fn forward<O: StreamOps>(from: Inner<O>, mut to: RawStreamWriter<O>) {
    let most = (CHUNK / from.ops.elem_layout().size().max(1)).max(1);
    let mut from = RawStreamReader {
        handle: AtomicU32::new(from.handle),
        inner: ManuallyDrop::new(UnsafeCell::new(from)),
    };
    loop {
        let (result, values) = from.read(Vec::with_capacity(most)).await;
        let unsent = to.write_all(values).await;
        if result == StreamResult::Dropped || !unsent.is_empty() {
            return;
        }
    }
}

/// The read of one element. Not an `async` function: that would be larger, and panic if it were polled after its end.
struct Next<'a, O: StreamOps>(&'a mut Inner<O>);

impl<O: StreamOps> Future for Next<'_, O> {
    type Output = Option<O::Payload>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<O::Payload>> {
        self.0.poll_next(cx)
    }
}

impl<O: StreamOps> Drop for Next<'_, O> {
    fn drop(&mut self) {
        self.0.abandon();
    }
}

/// The read of a `stream<T>`.
pub type StreamRead<'a, T> = RawStreamRead<'a, &'static StreamVtable<T>>;

/// The read of a stream with given operations.
#[must_use = "a read does nothing until it is awaited"]
pub struct RawStreamRead<'a, O: StreamOps> {
    reader: &'a mut Inner<O>,
    state: State<O::Payload>,
}

/// How far a read is.
pub(super) enum State<T> {
    Start(Vec<T>),
    /// The reader has the vector.
    Pending,
    Done,
}

impl<O: StreamOps> RawStreamRead<'_, O> {
    /// Cancels the read. Returns the vector, with what has arrived.
    ///
    /// Where blocking is illegal, a read that has not ended goes on; the next read of the reader continues it.
    ///
    /// # Panics
    ///
    /// The read is complete or cancelled.
    pub fn cancel(self: Pin<&mut Self>) -> (StreamResult, Vec<O::Payload>) {
        let Self { reader, state } = self.get_mut();
        match core::mem::replace(state, State::Done) {
            State::Start(buf) => (StreamResult::Cancelled, buf),
            State::Pending => match reader.cancel() {
                Some(result) => (result, reader.buffer.take()),
                None => (StreamResult::Cancelled, reader.buffer.take_first()),
            },
            State::Done => cancelled_again(),
        }
    }
}

impl<O: StreamOps> Unpin for RawStreamRead<'_, O> {}

impl<O: StreamOps> Future for RawStreamRead<'_, O> {
    type Output = (StreamResult, Vec<O::Payload>);

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let Self { reader, state } = self.get_mut();
        reader.poll_read(state, cx)
    }
}

impl<O: StreamOps> Drop for RawStreamRead<'_, O> {
    fn drop(&mut self) {
        if let State::Pending = self.state {
            self.reader.abandon();
        }
    }
}

impl<O: StreamOps> fmt::Debug for RawStreamRead<'_, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamRead")
            .field("handle", &self.reader.handle)
            .finish_non_exhaustive()
    }
}
