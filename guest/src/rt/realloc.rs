//! `cabi_realloc`, with which the host allocates in the guest's memory: the strings and lists that it passes in.
//!
//! A component has to export it under exactly this name, once. A `#[no_mangle]` function called `cabi_realloc` would clash as
//! soon as two versions of this crate, or this crate and another library of its kind, meet in a program. So the function here
//! has a name of this version's own, and `cabi_realloc`, which calls it, is a weak symbol in a static library that
//! `build/main.rs` writes. The library is linked whole, so nothing has to refer to it; of several weak symbols the first
//! serves everybody. That holds beside the C library of `wasm32-wasip2`, too, whose own `cabi_realloc` would use another
//! allocator than the guest where that has a `#[global_allocator]`.

use super::memory::no_memory;
use alloc::alloc::{Layout, alloc, realloc};

/// The canonical ABI's `realloc`: a block of `new_size` bytes that starts with the old block's contents.
///
/// It is a core export that the host calls in the middle of passing arguments, before the export that they are for. No
/// constructor and nothing else of the guest's may run in it.
///
/// # Safety
///
/// As the canonical ABI calls it: `align` is a power of two; `old_size` is 0, or `old` came from here with this size and
/// alignment; `new_size` is 0 only if `old_size` is.
#[unsafe(export_name = concat!("cabi_realloc_witc_", env!("CARGO_PKG_VERSION")))]
unsafe extern "C" fn cabi_realloc(
    old: *mut u8,
    old_size: usize,
    align: usize,
    new_size: usize,
) -> *mut u8 {
    debug_assert!(
        new_size != 0 || old_size == 0,
        "the canonical ABI never shrinks a block to nothing"
    );
    if new_size == 0 {
        return core::ptr::without_provenance_mut(align);
    }
    let (block, layout) = if old_size == 0 {
        // SAFETY: `align` is a power of two, and no size that fits into the memory overflows when rounded up to it.
        let layout = unsafe { Layout::from_size_align_unchecked(new_size, align) };
        // SAFETY: the size isn't 0.
        (unsafe { alloc(layout) }, layout)
    } else {
        // SAFETY: as above.
        let layout = unsafe { Layout::from_size_align_unchecked(old_size, align) };
        // SAFETY: `old` was allocated with this layout, and the new size isn't 0.
        (unsafe { realloc(old, layout, new_size) }, layout)
    };
    if block.is_null() {
        no_memory(layout);
    }
    block
}
