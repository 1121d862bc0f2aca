//! What is written through a `Sink` or `AsyncWrite` and has not reached the reader.

use super::super::stream_write::State;
use super::super::{RawStreamWriter, StreamOps};
use alloc::vec::Vec;
use core::mem::{replace, take};
use core::task::{Context, Poll, ready};

/// How much memory elements may take that wait for the write before theirs.
const MOST: usize = 1 << 16;

/// The reader of a stream is dropped: it takes no further element.
#[derive(Debug)]
pub(super) struct Gone;

/// A writer, with elements that are collected while others are written.
pub(super) struct Unsent<O: StreamOps> {
    /// Nothing after the end was announced.
    writer: Option<RawStreamWriter<O>>,
    /// The elements of the next write.
    next: Vec<O::Payload>,
    /// The write that is pending.
    state: State<O>,
}

impl<O: StreamOps> Unsent<O> {
    pub(super) const fn new(writer: RawStreamWriter<O>) -> Self {
        Self {
            writer: Some(writer),
            next: Vec::new(),
            state: State::Done,
        }
    }

    /// How many elements can be collected besides those that are.
    pub(super) fn room(&self) -> usize {
        let most = (MOST / size_of::<O::Payload>().max(1)).max(1);
        most - self.next.len().min(most)
    }

    /// Collects elements, for which there is room.
    pub(super) fn extend(&mut self, elements: impl IntoIterator<Item = O::Payload>) {
        self.next.extend(elements);
    }

    /// Writes what is collected, as far as the reader takes it now. Ready when all is written.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Gone>> {
        let Some(writer) = &mut self.writer else {
            return Poll::Ready(Err(Gone));
        };
        loop {
            if let State::Done = self.state {
                if writer.is_done() {
                    return Poll::Ready(Err(Gone));
                }
                if self.next.is_empty() {
                    return Poll::Ready(Ok(()));
                }
                self.state = writer.prepare(take(&mut self.next));
            }
            let mut rest = ready!(writer.poll_all(&mut self.state, cx));
            if rest.is_empty() && self.next.is_empty() {
                // Its memory is used again.
                self.next = rest;
            } else {
                // The reader is gone. What it has not taken stays in order, for `end`.
                rest.append(&mut self.next);
                self.next = rest;
            }
        }
    }

    /// Waits until there is room for an element.
    pub(super) fn poll_room(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Gone>> {
        match self.poll(cx) {
            Poll::Pending if self.room() > 0 => Poll::Ready(Ok(())),
            other => other,
        }
    }

    /// Writes what is collected, and drops the writer.
    pub(super) fn poll_close(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Gone>> {
        if self.writer.is_some() {
            let result = ready!(self.poll(cx));
            self.writer = None;
            return Poll::Ready(result);
        }
        Poll::Ready(Ok(()))
    }

    /// The writer, unless it was closed, and what it has not written. A write that cannot be cancelled here goes on with its
    /// elements.
    pub(super) fn end(mut self) -> (Option<RawStreamWriter<O>>, Vec<O::Payload>) {
        let state = replace(&mut self.state, State::Done);
        let rest = self.writer.as_mut().map(|writer| writer.cancel(state));
        let mut unsent = rest.unwrap_or_default();
        unsent.append(&mut self.next);
        (self.writer, unsent)
    }
}
