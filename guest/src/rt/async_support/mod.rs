//! The runtime of asynchronous functions, streams and futures.
//!
//! Its types and functions are those that bindings of wit-bindgen 0.63 refer to, so that a file with such bindings works
//! with this crate without changes.

mod background;
mod block;
mod buffer;
mod builtins;
mod c_abi;
mod error_context;
mod exec;
mod future;
mod future_read;
mod future_write;
#[cfg(feature = "futures-stream")]
mod futures_stream;
mod global;
mod linker;
#[cfg(not(target_arch = "wasm32"))]
pub mod on_host;
mod orphan;
mod pairs;
mod read_buffer;
mod sleep;
#[cfg(feature = "async-spawn")]
mod spawn;
mod status;
mod stream;
mod stream_read;
mod stream_write;
mod subtask;
mod task;
#[cfg(test)]
mod tests;
mod turn;
#[cfg(feature = "inter-task-wakeup")]
mod unit_stream;
mod waitable;
#[cfg(target_arch = "wasm32")]
mod wakers;

pub use buffer::AbiBuffer;
pub use error_context::ErrorContext;
pub use future::{FutureOps, FutureVtable};
pub use future_read::{FutureRead, FutureReader, RawFutureRead, RawFutureReader};
pub use future_write::{
    FutureWrite, FutureWriteCancel, FutureWriteError, FutureWriter, RawFutureWrite,
    RawFutureWriteCancel, RawFutureWriter,
};
#[cfg(all(feature = "futures-stream", feature = "std"))]
pub use futures_stream::{
    RawStreamReaderBytes, RawStreamWriterBytes, StreamReaderBytes, StreamWriterBytes,
};
#[cfg(feature = "futures-stream")]
pub use futures_stream::{
    RawStreamReaderStream, RawStreamWriterSink, StreamClosed, StreamReaderStream, StreamWriterSink,
};
pub(super) use orphan::{has_lent, leave as postpone};
pub use pairs::{future_new, raw_future_new, raw_stream_new, stream_new};
#[cfg(feature = "async-spawn")]
pub use spawn::{JoinHandle, spawn_local};
pub use stream::{StreamOps, StreamResult, StreamVtable};
pub use stream_read::{RawStreamRead, RawStreamReader, StreamRead, StreamReader};
pub use stream_write::{RawStreamWrite, RawStreamWriter, StreamWrite, StreamWriter};
pub use subtask::Subtask;
pub use task::{
    TaskCancelOnDrop, backpressure_dec, backpressure_inc, block_on, callback, start_task,
    yield_async, yield_blocking,
};
#[cfg(feature = "inter-task-wakeup")]
pub use unit_stream::UnitStreamOps;

/// Ends a program that cancels an operation after its end.
#[cold]
fn cancelled_again() -> ! {
    panic!("the operation has ended: it cannot be cancelled again")
}

/// Ends a program that polls an operation after its end. Only debug builds have a message: every program that awaits something
/// contains this function, and the code that prints would be most of a small guest.
#[cold]
fn polled_again() -> ! {
    if cfg!(debug_assertions) {
        panic!("the operation has ended: it cannot be polled again");
    }
    super::abort()
}
