//! The ends of a `stream<u8>` as `AsyncRead`, `AsyncBufRead` and `AsyncWrite`.

use super::super::stream_read::State;
use super::super::{RawStreamReader, RawStreamWriter, StreamOps, StreamResult, StreamVtable};
use super::unsent::{Gone, Unsent};
use alloc::vec::Vec;
use core::fmt;
use core::mem::take;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::io;

/// How many bytes a read asks for.
const CHUNK: usize = 1 << 16;

/// The reader of a `stream<u8>` as `AsyncRead` and `AsyncBufRead`.
pub type StreamReaderBytes = RawStreamReaderBytes<&'static StreamVtable<u8>>;

/// The writer of a `stream<u8>` as `AsyncWrite`.
pub type StreamWriterBytes = RawStreamWriterBytes<&'static StreamVtable<u8>>;

/// The reader of a stream of bytes as `AsyncRead` and `AsyncBufRead`.
///
/// The host writes into a buffer of 64 KiB. `AsyncBufRead` gives access to it; `AsyncRead` copies from it.
pub struct RawStreamReaderBytes<O: StreamOps<Payload = u8>> {
    reader: RawStreamReader<O>,
    /// The bytes that have arrived. The first ones may have been consumed.
    buffer: Vec<u8>,
    consumed: usize,
    /// The read that is pending: the reader has the buffer then.
    state: State<u8>,
}

impl<O: StreamOps<Payload = u8>> RawStreamReaderBytes<O> {
    /// The bytes that a reader reads.
    #[must_use]
    pub fn new(reader: RawStreamReader<O>) -> Self {
        Self {
            reader,
            buffer: Vec::new(),
            consumed: 0,
            state: State::Done,
        }
    }

    /// The reader, and the bytes that have arrived and were not consumed. If bytes are being read, the next read of the reader
    /// continues that.
    #[must_use]
    pub fn into_inner(mut self) -> (RawStreamReader<O>, Vec<u8>) {
        self.buffer.drain(..self.consumed);
        (self.reader, self.buffer)
    }

    /// Waits until there are bytes in the buffer, or the writer is dropped.
    fn poll_fill(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        while self.consumed == self.buffer.len() {
            if let State::Done = self.state {
                let mut buffer = take(&mut self.buffer);
                buffer.clear();
                buffer.reserve(CHUNK);
                self.consumed = 0;
                self.state = State::Start(buffer);
            }
            let (result, buffer) = ready!(self.reader.poll_read(&mut self.state, cx));
            self.buffer = buffer;
            match result {
                StreamResult::Dropped => break,
                StreamResult::Complete(_) | StreamResult::Cancelled => {}
            }
        }
        Poll::Ready(())
    }
}

impl<O: StreamOps<Payload = u8>> RawStreamReader<O> {
    /// The bytes as `AsyncRead` and `AsyncBufRead`.
    #[must_use]
    pub fn into_async_read(self) -> RawStreamReaderBytes<O> {
        RawStreamReaderBytes::new(self)
    }
}

impl<O: StreamOps<Payload = u8>> Unpin for RawStreamReaderBytes<O> {}

impl<O: StreamOps<Payload = u8>> futures_io::AsyncBufRead for RawStreamReaderBytes<O> {
    fn poll_fill_buf(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<&[u8]>> {
        let this = self.get_mut();
        ready!(this.poll_fill(cx));
        Poll::Ready(Ok(&this.buffer[this.consumed..]))
    }

    fn consume(mut self: Pin<&mut Self>, count: usize) {
        // More than there are would skip bytes that come later.
        self.consumed = self.buffer.len().min(self.consumed + count);
    }
}

impl<O: StreamOps<Payload = u8>> futures_io::AsyncRead for RawStreamReaderBytes<O> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        to: &mut [u8],
    ) -> Poll<io::Result<usize>> {
        if to.is_empty() {
            return Poll::Ready(Ok(0));
        }
        ready!(self.poll_fill(cx));
        let there = &self.buffer[self.consumed..];
        let count = there.len().min(to.len());
        to[..count].copy_from_slice(&there[..count]);
        self.consumed += count;
        Poll::Ready(Ok(count))
    }
}

impl<O: StreamOps<Payload = u8>> fmt::Debug for RawStreamReaderBytes<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamReaderBytes")
            .field("reader", &self.reader)
            .finish_non_exhaustive()
    }
}

/// The writer of a stream of bytes as `AsyncWrite`.
///
/// Bytes are copied to a buffer of at most 64 KiB while those before are being written. To close it drops the writer, which ends
/// the stream; dropping it without that ends the stream as well, and loses what has not been flushed. If the reader is dropped,
/// writing fails with [`io::ErrorKind::BrokenPipe`].
pub struct RawStreamWriterBytes<O: StreamOps<Payload = u8>>(Unsent<O>);

impl<O: StreamOps<Payload = u8>> RawStreamWriterBytes<O> {
    /// Bytes that a writer writes.
    #[must_use]
    pub fn new(writer: RawStreamWriter<O>) -> Self {
        Self(Unsent::new(writer))
    }

    /// The writer, unless it was closed, and the bytes that the reader has not taken.
    ///
    /// Where blocking is illegal, a write that has not ended goes on with its bytes, and these do not come back.
    #[must_use]
    pub fn into_inner(self) -> (Option<RawStreamWriter<O>>, Vec<u8>) {
        self.0.end()
    }
}

impl<O: StreamOps<Payload = u8>> RawStreamWriter<O> {
    /// The writer as `AsyncWrite`.
    #[must_use]
    pub fn into_async_write(self) -> RawStreamWriterBytes<O> {
        RawStreamWriterBytes::new(self)
    }
}

impl<O: StreamOps<Payload = u8>> Unpin for RawStreamWriterBytes<O> {}

fn broken(result: Result<(), Gone>) -> io::Result<()> {
    result.map_err(|Gone| io::ErrorKind::BrokenPipe.into())
}

impl<O: StreamOps<Payload = u8>> futures_io::AsyncWrite for RawStreamWriterBytes<O> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        ready!(self.0.poll_room(cx).map(broken))?;
        let count = bytes.len().min(self.0.room());
        self.0.extend(bytes[..count].iter().copied());
        // The write starts now, if there is none. If the reader is gone, the next call tells.
        let _ = self.0.poll(cx);
        Poll::Ready(Ok(count))
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.poll(cx).map(broken)
    }

    fn poll_close(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.poll_close(cx).map(broken)
    }
}

impl<O: StreamOps<Payload = u8>> fmt::Debug for RawStreamWriterBytes<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamWriterBytes").finish_non_exhaustive()
    }
}
