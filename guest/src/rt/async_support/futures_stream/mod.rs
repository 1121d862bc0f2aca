//! The ends of streams as the traits of the crate `futures`: `Stream` and `Sink`, and for bytes `AsyncRead`, `AsyncBufRead` and
//! `AsyncWrite`.

#[cfg(feature = "std")]
mod bytes;
// Without `std` the crate has no traits.
#[cfg(not(feature = "std"))]
use futures_io as _;
mod elements;
mod sink;
mod unsent;

#[cfg(feature = "std")]
pub use bytes::{RawStreamReaderBytes, RawStreamWriterBytes, StreamReaderBytes, StreamWriterBytes};
pub use elements::{RawStreamReaderStream, StreamReaderStream};
pub use sink::{RawStreamWriterSink, StreamClosed, StreamWriterSink};
