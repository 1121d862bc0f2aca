//! New streams and futures.

use super::status::ends;
use super::{
    FutureOps, FutureReader, FutureVtable, FutureWriter, RawFutureReader, RawFutureWriter,
    RawStreamReader, RawStreamWriter, StreamOps, StreamReader, StreamVtable, StreamWriter,
};

/// Makes a future. The writer writes the value of `default` if it is dropped before it has written.
///
/// # Safety
///
/// The table is that of the type `T`.
#[cfg_attr(not(target_arch = "wasm32"), track_caller)]
pub unsafe fn future_new<T>(
    default: fn() -> T,
    vtable: &'static FutureVtable<T>,
) -> (FutureWriter<T>, FutureReader<T>) {
    // SAFETY: the caller's promise.
    let (writer, reader) = unsafe { raw_future_new(vtable) };
    (FutureWriter::new(writer, default), reader)
}

/// Makes a future whose writer has no default: it must write.
///
/// # Safety
///
/// The operations are those of the type of the value.
#[cfg_attr(not(target_arch = "wasm32"), track_caller)]
pub unsafe fn raw_future_new<O: FutureOps + Clone>(
    mut ops: O,
) -> (RawFutureWriter<O>, RawFutureReader<O>) {
    #[cfg(not(target_arch = "wasm32"))]
    super::on_host::made_here();
    let (reader, writer) = ends(ops.new());
    // SAFETY: both are new.
    unsafe {
        (
            RawFutureWriter::new(writer, ops.clone()),
            RawFutureReader::new(reader, ops),
        )
    }
}

/// Makes a stream.
///
/// # Safety
///
/// The table is that of the type `T`.
#[cfg_attr(not(target_arch = "wasm32"), track_caller)]
pub unsafe fn stream_new<T>(
    vtable: &'static StreamVtable<T>,
) -> (StreamWriter<T>, StreamReader<T>) {
    // SAFETY: the caller's promise.
    unsafe { raw_stream_new(vtable) }
}

/// Makes a stream with given operations.
///
/// # Safety
///
/// The operations are those of the type of the elements.
#[cfg_attr(not(target_arch = "wasm32"), track_caller)]
pub unsafe fn raw_stream_new<O: StreamOps>(mut ops: O) -> (RawStreamWriter<O>, RawStreamReader<O>) {
    #[cfg(not(target_arch = "wasm32"))]
    super::on_host::made_here();
    let (reader, writer) = ends(ops.new());
    // SAFETY: both are new.
    let writer = unsafe { RawStreamWriter::new(writer, ops.clone()) };
    (writer, RawStreamReader::new(reader, ops))
}
