//! The writer of a stream as a `Sink`.

use super::super::{RawStreamWriter, StreamOps, StreamVtable};
use super::unsent::{Gone, Unsent};
use alloc::vec::Vec;
use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll};

/// The writer of a `stream<T>` as a `Sink`.
pub type StreamWriterSink<T> = RawStreamWriterSink<&'static StreamVtable<T>>;

/// The writer of a stream with given operations as a `Sink`.
///
/// Elements that are sent while others are being written are written together after those, up to 64 KiB. To close it drops the
/// writer, which ends the stream; dropping it without that ends the stream as well, and loses what has not been flushed.
pub struct RawStreamWriterSink<O: StreamOps>(Unsent<O>);

/// The reader of a stream is dropped, or the sink was closed: it takes no further element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StreamClosed(());

impl fmt::Display for StreamClosed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the stream takes no more elements")
    }
}

impl core::error::Error for StreamClosed {}

impl<O: StreamOps> RawStreamWriterSink<O> {
    /// A sink whose elements a writer writes.
    #[must_use]
    pub fn new(writer: RawStreamWriter<O>) -> Self {
        Self(Unsent::new(writer))
    }

    /// The writer, unless the sink was closed, and the elements that the reader has not taken.
    ///
    /// Where blocking is illegal, a write that has not ended goes on with its elements, and these do not come back.
    #[must_use]
    pub fn into_inner(self) -> (Option<RawStreamWriter<O>>, Vec<O::Payload>) {
        self.0.end()
    }
}

impl<O: StreamOps> RawStreamWriter<O> {
    /// The writer as a `Sink`.
    #[must_use]
    pub fn into_sink(self) -> RawStreamWriterSink<O> {
        RawStreamWriterSink::new(self)
    }
}

impl<O: StreamOps> Unpin for RawStreamWriterSink<O> {}

fn closed(result: Result<(), Gone>) -> Result<(), StreamClosed> {
    result.map_err(|Gone| StreamClosed(()))
}

impl<O: StreamOps> futures_sink::Sink<O::Payload> for RawStreamWriterSink<O> {
    type Error = StreamClosed;

    fn poll_ready(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Result<(), StreamClosed>> {
        self.0.poll_room(cx).map(closed)
    }

    fn start_send(mut self: Pin<&mut Self>, element: O::Payload) -> Result<(), StreamClosed> {
        self.0.extend([element]);
        Ok(())
    }

    fn poll_flush(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Result<(), StreamClosed>> {
        self.0.poll(cx).map(closed)
    }

    fn poll_close(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Result<(), StreamClosed>> {
        self.0.poll_close(cx).map(closed)
    }
}

impl<O: StreamOps> fmt::Debug for RawStreamWriterSink<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamWriterSink").finish_non_exhaustive()
    }
}
