//! `cabi_realloc`, with which the host allocates memory of the guest for the strings and lists that it passes in.
//!
//! A component has to export it once, under exactly this name. A `#[no_mangle]` function with the name `cabi_realloc`
//! would clash if a program contains two versions of this crate, or this crate and a similar library. Therefore the
//! function here has a name with the version, and `cabi_realloc`, which calls it, is a weak symbol in a static library
//! that `build/main.rs` writes. The whole library is linked, so nothing has to refer to it; of several weak symbols,
//! the linker takes the first. This also takes precedence over the `cabi_realloc` in the C library of `wasm32-wasip2`,
//! which would use another allocator than a guest with a `#[global_allocator]`.

use super::allocate::no_memory;
use alloc::alloc::{Layout, alloc, realloc};

/// The `realloc` of the canonical ABI: returns a block of `new_size` bytes that starts with the contents of the old
/// block.
///
/// The host calls this core export while it passes arguments, before it calls the export itself. No constructors and
/// no other code of the guest may run in it.
///
/// # Safety
///
/// The caller follows the canonical ABI: `align` is a power of two; `old_size` is 0, or this function has returned
/// `old` for this size and alignment; `new_size` is 0 only if `old_size` is 0.
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
        // SAFETY: `align` is a power of two, and a size that fits in the memory does not overflow when it is rounded
        // up to it.
        let layout = unsafe { Layout::from_size_align_unchecked(new_size, align) };
        // SAFETY: the size is not 0.
        (unsafe { alloc(layout) }, layout)
    } else {
        // SAFETY: as above.
        let layout = unsafe { Layout::from_size_align_unchecked(old_size, align) };
        // SAFETY: `old` was allocated with this layout, and the new size is not 0.
        (unsafe { realloc(old, layout, new_size) }, layout)
    };
    if block.is_null() {
        no_memory(layout);
    }
    block
}
