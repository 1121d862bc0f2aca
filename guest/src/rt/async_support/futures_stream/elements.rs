//! The reader of a stream as a `Stream` of the crate `futures`.

use super::super::{RawStreamReader, StreamOps, StreamVtable};
use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll};

/// The elements of a `stream<T>`.
pub type StreamReaderStream<T> = RawStreamReaderStream<&'static StreamVtable<T>>;

/// The elements of a stream with given operations.
pub struct RawStreamReaderStream<O: StreamOps> {
    reader: RawStreamReader<O>,
}

impl<O: StreamOps> RawStreamReaderStream<O> {
    /// The elements that a reader reads.
    #[must_use]
    pub fn new(reader: RawStreamReader<O>) -> Self {
        Self { reader }
    }

    /// The reader. If an element is being read, the next read of the reader continues that.
    #[must_use]
    pub fn into_inner(self) -> Option<RawStreamReader<O>> {
        Some(self.reader)
    }
}

impl<O: StreamOps> RawStreamReader<O> {
    /// The elements as a `Stream`.
    #[must_use]
    pub fn into_stream(self) -> RawStreamReaderStream<O> {
        RawStreamReaderStream::new(self)
    }
}

impl<O: StreamOps> Unpin for RawStreamReaderStream<O> {}

impl<O: StreamOps> futures_core::Stream for RawStreamReaderStream<O> {
    type Item = O::Payload;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<O::Payload>> {
        self.reader.poll_next(cx)
    }
}

impl<O: StreamOps> fmt::Debug for RawStreamReaderStream<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamReaderStream")
            .field("reader", &self.reader)
            .finish()
    }
}
