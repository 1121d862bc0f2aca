//! The functions of the tables of streams and futures.

use super::channels;
use alloc::alloc::Layout;

/// Makes a stream.
#[must_use]
pub fn new_stream(element: Layout) -> u64 {
    channels::new_pair(element.size(), false)
}

/// Makes a future.
#[must_use]
pub fn new_future(value: Layout) -> u64 {
    channels::new_pair(value.size(), true)
}

/// Starts to read elements of a stream.
///
/// # Safety
///
/// `place` is for so many elements, until the operation ends.
pub unsafe extern "C" fn start_read(reader: u32, place: *mut u8, count: usize) -> u32 {
    channels::start(reader, place, count)
}

/// Starts to write elements of a stream.
///
/// # Safety
///
/// `place` has so many elements, until the operation ends.
pub unsafe extern "C" fn start_write(writer: u32, place: *const u8, count: usize) -> u32 {
    channels::start(writer, place.cast_mut(), count)
}

/// Starts to read the value of a future.
///
/// # Safety
///
/// `place` is for a value, until the operation ends.
pub unsafe extern "C" fn start_read_one(reader: u32, place: *mut u8) -> u32 {
    channels::start(reader, place, 1)
}

/// Starts to write the value of a future.
///
/// # Safety
///
/// `place` has a value, until the operation ends.
pub unsafe extern "C" fn start_write_one(writer: u32, place: *const u8) -> u32 {
    channels::start(writer, place.cast_mut(), 1)
}

/// Cancels the operation of an end.
///
/// # Safety
///
/// The end has an operation.
pub unsafe extern "C" fn cancel(end: u32) -> u32 {
    channels::cancel(end)
}

/// Drops an end.
///
/// # Safety
///
/// Nothing else owns the end, and it has no operation.
pub unsafe extern "C" fn drop_end(end: u32) {
    channels::drop_end(end);
}
