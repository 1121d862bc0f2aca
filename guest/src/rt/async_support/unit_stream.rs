//! Streams without elements' contents, which need no declaration in WIT.

use super::{RawStreamReader, RawStreamWriter, StreamOps, builtins};
use alloc::alloc::Layout;

/// The operations of streams of `()`: such a stream counts.
#[derive(Debug, Clone, Copy)]
pub struct UnitStreamOps;

impl UnitStreamOps {
    /// Makes a stream.
    #[allow(clippy::new_ret_no_self)] // The name is the one that wit-bindgen has.
    #[must_use]
    #[cfg_attr(not(target_arch = "wasm32"), track_caller)]
    pub fn new() -> (RawStreamWriter<Self>, RawStreamReader<Self>) {
        // SAFETY: these are the operations of the type `()`.
        unsafe { super::raw_stream_new(Self) }
    }
}

// SAFETY: an element has no bytes.
unsafe impl StreamOps for UnitStreamOps {
    type Payload = ();

    fn new(&mut self) -> u64 {
        // SAFETY: the function has no conditions.
        unsafe { builtins::unit_new() }
    }

    fn elem_layout(&self) -> Layout {
        Layout::new::<()>()
    }

    fn native_abi_matches_canonical_abi(&self) -> bool {
        true
    }

    fn contains_lists(&self) -> bool {
        false
    }

    unsafe fn lower(&mut self, (): (), _: *mut u8) {}

    unsafe fn dealloc_lists(&mut self, _: *mut u8) {}

    unsafe fn lift(&mut self, _: *mut u8) {}

    unsafe fn start_write(&mut self, stream: u32, val: *const u8, amt: usize) -> u32 {
        // SAFETY: the caller's promise.
        unsafe { builtins::unit_write(stream, val, amt) }
    }

    unsafe fn start_read(&mut self, stream: u32, val: *mut u8, amt: usize) -> u32 {
        // SAFETY: the caller's promise.
        unsafe { builtins::unit_read(stream, val, amt) }
    }

    unsafe fn cancel_read(&mut self, stream: u32) -> u32 {
        // SAFETY: the caller's promise.
        unsafe { builtins::unit_cancel_read(stream) }
    }

    unsafe fn cancel_write(&mut self, stream: u32) -> u32 {
        // SAFETY: the caller's promise.
        unsafe { builtins::unit_cancel_write(stream) }
    }

    unsafe fn drop_readable(&mut self, stream: u32) {
        // SAFETY: the caller's promise.
        unsafe { builtins::unit_drop_readable(stream) };
    }

    unsafe fn drop_writable(&mut self, stream: u32) {
        // SAFETY: the caller's promise.
        unsafe { builtins::unit_drop_writable(stream) };
    }
}
