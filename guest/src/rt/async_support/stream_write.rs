//! The writable end of a `stream`.

use super::builtins::{BLOCKED, DROPPED};
use super::{
    AbiBuffer, StreamOps, StreamResult, StreamVtable, cancelled_again, orphan, polled_again,
    waitable,
};
use crate::rt::allocate::vec_of_one;
use alloc::vec::Vec;
use core::fmt;
use core::future::poll_fn;
use core::mem::{ManuallyDrop, replace, take};
use core::pin::Pin;
use core::task::{Context, Poll};

/// The writable end of a `stream<T>`.
pub type StreamWriter<T> = RawStreamWriter<&'static StreamVtable<T>>;

/// The writable end of a stream with given operations.
pub struct RawStreamWriter<O: StreamOps>(ManuallyDrop<Inner<O>>);

struct Inner<O: StreamOps> {
    handle: u32,
    /// The reader is dropped: the host accepts no further write.
    done: bool,
    ops: O,
    /// The elements of the write that is pending.
    pending: Option<AbiBuffer<O>>,
    /// An empty vector for the next element that is written alone.
    one: Vec<O::Payload>,
}

impl<O: StreamOps> RawStreamWriter<O> {
    /// The writer of a handle, which it owns.
    ///
    /// # Safety
    ///
    /// The handle is a writer of the type of `ops`, and nothing else owns it.
    #[doc(hidden)]
    pub unsafe fn new(handle: u32, ops: O) -> Self {
        Self(ManuallyDrop::new(Inner {
            handle,
            done: false,
            ops,
            pending: None,
            one: Vec::new(),
        }))
    }

    /// The handle, which the writer still owns.
    #[doc(hidden)]
    pub fn handle(&self) -> u32 {
        self.0.handle
    }

    /// Writes elements, as many as the reader takes at once.
    pub fn write(&mut self, values: Vec<O::Payload>) -> RawStreamWrite<'_, O> {
        let values = AbiBuffer::new(values, self.0.ops.clone());
        self.write_buf(values)
    }

    /// Writes elements, as many as the reader takes at once.
    pub fn write_buf(&mut self, values: AbiBuffer<O>) -> RawStreamWrite<'_, O> {
        let writer = &mut self.0;
        let state = State::Start(values);
        RawStreamWrite { writer, state }
    }

    /// Writes all elements. Returns those that the reader has not taken before it was dropped.
    pub fn write_all(&mut self, values: Vec<O::Payload>) -> impl Future<Output = Vec<O::Payload>> {
        let mut write = self.write(values);
        poll_fn(move |cx| write.writer.poll_all(&mut write.state, cx))
    }

    /// Writes an element. Returns it if the reader is dropped.
    pub fn write_one(&mut self, value: O::Payload) -> impl Future<Output = Option<O::Payload>> {
        let mut values = take(&mut self.0.one);
        if values.capacity() == 0 {
            values = vec_of_one();
        }
        // SAFETY: the vector is empty, and has place for an element.
        unsafe {
            values.as_mut_ptr().write(value);
            values.set_len(1);
        }
        let mut write = self.write(values);
        poll_fn(move |cx| {
            let rest = write.writer.poll_all(&mut write.state, cx);
            rest.map(|mut rest| {
                let unsent = rest.pop();
                write.writer.one = rest;
                unsent
            })
        })
    }
}

/// Writes whose state is with their caller.
#[cfg(feature = "futures-stream")]
impl<O: StreamOps> RawStreamWriter<O> {
    /// A write of elements that has not started.
    pub(super) fn prepare(&self, values: Vec<O::Payload>) -> State<O> {
        State::Start(AbiBuffer::new(values, self.0.ops.clone()))
    }

    /// Writes all elements. Returns those that the reader has not taken before it was dropped.
    pub(super) fn poll_all(
        &mut self,
        state: &mut State<O>,
        cx: &mut Context<'_>,
    ) -> Poll<Vec<O::Payload>> {
        self.0.poll_all(state, cx)
    }

    /// Whether the reader is known to be dropped.
    pub(super) fn is_done(&self) -> bool {
        self.0.done
    }

    /// Cancels a write. Returns the elements that were not written; none of a write that goes on.
    pub(super) fn cancel(&mut self, state: State<O>) -> Vec<O::Payload> {
        let values = match state {
            State::Start(values) => Some(values),
            State::Pending => self.0.cancel().and_then(|(_, values)| values),
            State::Done => None,
        };
        values.map_or_else(Vec::new, AbiBuffer::into_vec)
    }
}

impl<O: StreamOps> fmt::Debug for RawStreamWriter<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamWriter")
            .field("handle", &self.0.handle)
            .finish()
    }
}

impl<O: StreamOps> Drop for RawStreamWriter<O> {
    fn drop(&mut self) {
        // SAFETY: the writer is not used any more.
        Inner::end(unsafe { ManuallyDrop::take(&mut self.0) });
    }
}

impl<O: StreamOps> Inner<O> {
    /// Starts to write.
    fn start(&mut self, mut values: AbiBuffer<O>) -> u32 {
        let (start, count) = values.lend();
        // SAFETY: no write is pending, and the elements stay until this one has ended.
        let status = unsafe { self.ops.start_write(self.handle, start, count) };
        self.pending = Some(values);
        status
    }

    /// Ends the write with a status.
    fn done(&mut self, status: u32) -> (StreamResult, Option<AbiBuffer<O>>) {
        self.done |= status & 0xf == DROPPED;
        let result = StreamResult::of(status);
        let mut values = self.pending.take();
        if let Some(values) = &mut values {
            values.advance(result.count());
        }
        (result, values)
    }

    /// Writes the elements of a write that has not started, or goes on with it.
    #[inline]
    fn poll_write(
        &mut self,
        state: &mut State<O>,
        cx: &mut Context<'_>,
    ) -> Poll<(StreamResult, AbiBuffer<O>)> {
        let mut status = BLOCKED;
        match replace(state, State::Pending) {
            State::Start(values) => {
                // A write that was dropped where it could not be cancelled comes first.
                if self.pending.is_some() {
                    let status = waitable::poll(self.handle, cx);
                    if status == BLOCKED {
                        *state = State::Start(values);
                        return Poll::Pending;
                    }
                    drop(self.done(status));
                }
                if self.done {
                    *state = State::Done;
                    return Poll::Ready((StreamResult::Dropped, values));
                }
                status = self.start(values);
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
        let (result, values) = self.done(status);
        Poll::Ready((result, values.unwrap_or_else(|| polled_again())))
    }

    /// Writes all elements, if need be by further writes. Returns those that the reader has not taken before it was dropped.
    fn poll_all(&mut self, state: &mut State<O>, cx: &mut Context<'_>) -> Poll<Vec<O::Payload>> {
        loop {
            if let State::Start(values) = &*state
                && values.remaining() == 0
                && let State::Start(values) = replace(state, State::Done)
            {
                return Poll::Ready(values.into_vec());
            }
            match self.poll_write(state, cx) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready((StreamResult::Dropped, rest)) => {
                    return Poll::Ready(rest.into_vec());
                }
                Poll::Ready((StreamResult::Complete(_) | StreamResult::Cancelled, rest)) => {
                    *state = State::Start(rest);
                }
            }
        }
    }

    /// Cancels the write that is pending. Where that is illegal, one that has not ended goes on, and there is no result.
    fn cancel(&mut self) -> Option<(StreamResult, Option<AbiBuffer<O>>)> {
        let ops = &mut self.ops;
        // SAFETY: a write is pending.
        let status = unsafe { waitable::cancel(self.handle, |handle| ops.cancel_write(handle)) };
        (status != BLOCKED).then(|| self.done(status))
    }

    /// Cancels the write that is pending, if there is one, unless that is illegal: then the next write waits for it.
    fn abandon(&mut self) {
        if self.pending.is_some() {
            drop(self.cancel());
        }
    }

    /// Drops the writer.
    fn end(mut self) {
        self.abandon();
        if self.pending.is_some() {
            return orphan::leave(self, Self::end);
        }
        waitable::forget(self.handle);
        // SAFETY: the writer owns the handle, and no write is pending.
        unsafe { self.ops.drop_writable(self.handle) };
    }
}

/// The write of a `stream<T>`.
pub type StreamWrite<'a, T> = RawStreamWrite<'a, &'static StreamVtable<T>>;

/// The write of a stream with given operations.
#[must_use = "a write does nothing until it is awaited"]
pub struct RawStreamWrite<'a, O: StreamOps> {
    writer: &'a mut Inner<O>,
    state: State<O>,
}

/// How far a write is.
pub(super) enum State<O: StreamOps> {
    Start(AbiBuffer<O>),
    /// The writer has the elements.
    Pending,
    Done,
}

impl<O: StreamOps> RawStreamWrite<'_, O> {
    /// Cancels the write. Returns the elements, of which some may have been written.
    ///
    /// Where blocking is illegal, a write that has not ended goes on with the elements, and none come back.
    ///
    /// # Panics
    ///
    /// The write is complete or cancelled.
    pub fn cancel(self: Pin<&mut Self>) -> (StreamResult, AbiBuffer<O>) {
        let Self { writer, state } = self.get_mut();
        match replace(state, State::Done) {
            State::Start(values) => (StreamResult::Cancelled, values),
            State::Pending => match writer.cancel() {
                Some((result, values)) => (result, values.unwrap_or_else(|| polled_again())),
                None => {
                    let none = AbiBuffer::new(Vec::new(), writer.ops.clone());
                    (StreamResult::Cancelled, none)
                }
            },
            State::Done => cancelled_again(),
        }
    }
}

impl<O: StreamOps> Unpin for RawStreamWrite<'_, O> {}

impl<O: StreamOps> Future for RawStreamWrite<'_, O> {
    type Output = (StreamResult, AbiBuffer<O>);

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let Self { writer, state } = self.get_mut();
        writer.poll_write(state, cx)
    }
}

impl<O: StreamOps> Drop for RawStreamWrite<'_, O> {
    fn drop(&mut self) {
        if let State::Pending = self.state {
            self.writer.abandon();
        }
    }
}

impl<O: StreamOps> fmt::Debug for RawStreamWrite<'_, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamWrite")
            .field("handle", &self.writer.handle)
            .finish_non_exhaustive()
    }
}
