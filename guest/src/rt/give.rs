//! Giving away: values are written to memory in the layout of the canonical ABI, and the memory takes over what they
//! have allocated. Strings, and lists with the same layout in Rust, keep their blocks; most other lists get new
//! blocks. A value that is given away is freed later through that memory, which does not record the size of a block.
//! Therefore each block is as large as its contents.
//!
//! The functions take values by reference. These values must not be used or dropped afterwards.

use super::WitMap;
use super::allocate::{allocate, no_memory};
use super::memory::{free, length, pointer};
use super::scratch::too_large;
use alloc::alloc::{Layout, dealloc, realloc};
use alloc::string::String;
use alloc::vec::Vec;
use core::mem::ManuallyDrop;

/// Gives away a string: pointer and length.
///
/// # Safety
///
/// The value is not used or dropped afterwards.
#[inline]
pub unsafe fn give_string(text: &mut String) -> (*mut u8, usize) {
    // SAFETY: the caller promises it. The bytes do not change.
    unsafe { give_vec(text.as_mut_vec()) }
}

/// Gives away a list whose elements have the same layout in Rust and in the canonical ABI: pointer and length.
///
/// # Safety
///
/// The value is not used or dropped afterwards.
#[inline]
pub unsafe fn give_vec<T>(items: &mut Vec<T>) -> (*mut u8, usize) {
    (fitted(items).cast(), items.len())
}

/// The block of a list, shrunk to its elements.
#[inline]
fn fitted<T>(items: &mut Vec<T>) -> *mut T {
    let block = items.as_mut_ptr();
    let (length, capacity) = (items.len(), items.capacity());
    if length == capacity || size_of::<T>() == 0 {
        return block;
    }
    // SAFETY: the list has allocated the block with this layout, and does not use it any more.
    unsafe {
        shrink(
            block.cast(),
            capacity * size_of::<T>(),
            length * size_of::<T>(),
            align_of::<T>(),
        )
        .cast()
    }
}

/// Shrinks a block. The function of `Vec` for this is not used, because it pulls in the code for panics.
#[inline(never)]
unsafe fn shrink(block: *mut u8, from: usize, to: usize, align: usize) -> *mut u8 {
    // SAFETY: the block was allocated with this layout.
    let layout = unsafe { Layout::from_size_align_unchecked(from, align) };
    if to == 0 {
        // SAFETY: the block is not used any more.
        unsafe { dealloc(block, layout) };
        return core::ptr::without_provenance_mut(align);
    }
    // SAFETY: the block has this layout, and its new size is not 0.
    let smaller = unsafe { realloc(block, layout, to) };
    if smaller.is_null() {
        no_memory(layout);
    }
    smaller
}

/// Gives away a list: pointer and length. `give` gives an element away, which takes `size` bytes. The last element
/// comes first, in the order in which they are freed later, which suits allocators. If `may_reuse` is set and the
/// elements have the same size and alignment in Rust, the list keeps its block.
///
/// # Safety
///
/// The list is not used or dropped afterwards; `give` writes no more than `size` bytes.
#[inline]
pub unsafe fn give_list<T>(
    items: &mut Vec<T>,
    size: usize,
    align: usize,
    may_reuse: bool,
    give: impl Fn(&mut T, *mut u8),
) -> (*mut u8, usize) {
    let length = items.len();
    let reuse = may_reuse && const { size_of::<T>() } == size && const { align_of::<T>() } == align;
    let mut from = if reuse {
        fitted(items)
    } else {
        items.as_mut_ptr()
    };
    let start = if reuse {
        from.cast()
    } else {
        allocate_items(length, size, align)
    };
    // SAFETY: both blocks have space for all elements. If they are the same block, an element is read before it is
    // overwritten.
    unsafe {
        from = from.add(length);
        let mut to = start.add(length * size);
        while to != start {
            (from, to) = (from.sub(1), to.sub(size));
            if reuse {
                give(&mut ManuallyDrop::new(from.read()), to);
            } else {
                give(&mut *from, to);
            }
        }
        if !reuse {
            // The elements are given away; only the block is left to drop.
            items.set_len(0);
            drop(core::ptr::read(items));
        }
    }
    (start, length)
}

/// Gives away a map: pointer and length. `give` gives an entry away, which takes `size` bytes.
///
/// # Safety
///
/// The same as of [`give_list`].
#[inline]
pub unsafe fn give_map<K, V, M: WitMap<K, V> + IntoIterator<Item = (K, V)>>(
    map: &mut M,
    size: usize,
    align: usize,
    give: impl Fn(&mut K, &mut V, *mut u8),
) -> (*mut u8, usize) {
    let length = map.wit_map_len();
    let start = allocate_items(length, size, align);
    let mut to = start;
    // SAFETY: the map is not used any more.
    for (key, value) in unsafe { core::ptr::read(map) }.into_iter().take(length) {
        give(
            &mut ManuallyDrop::new(key),
            &mut ManuallyDrop::new(value),
            to,
        );
        // SAFETY: the block has space for `length` entries.
        to = unsafe { to.add(size) };
    }
    (start, length)
}

/// Gives away a fixed-length list; `give` gives an element away, which takes `size` bytes.
///
/// # Safety
///
/// As of [`give_list`]; there is room for the list.
#[inline]
pub unsafe fn give_array<T>(
    items: &mut [T],
    mut to: *mut u8,
    size: usize,
    give: impl Fn(&mut T, *mut u8),
) {
    for item in items {
        give(item, to);
        // SAFETY: the element is within the list, or one after its last.
        to = unsafe { to.add(size) };
    }
}

/// Allocates a block for this many elements of this size.
#[inline]
pub(crate) fn allocate_items(length: usize, size: usize, align: usize) -> *mut u8 {
    match Layout::from_size_align(length.saturating_mul(size), align) {
        Ok(layout) => allocate(layout),
        Err(_) => too_large(),
    }
}

/// Frees a string, or a list whose elements own nothing and take `size` bytes each.
///
/// # Safety
///
/// `at` points to one that was given away and is not used any more.
#[inline]
pub unsafe fn free_slice(at: *mut u8, size: usize, align: usize) {
    // SAFETY: the caller promises it.
    unsafe { free(pointer(at), length(at) * size, align) };
}

/// Frees a list or map; `release` frees what an element or entry owns, which takes `size` bytes.
///
/// # Safety
///
/// `at` points to one that was given away and is not used any more.
#[inline]
pub unsafe fn free_list(at: *mut u8, size: usize, align: usize, release: impl Fn(*mut u8)) {
    // SAFETY: the caller promises it.
    unsafe {
        free_each(pointer(at), length(at), size, release);
        free_slice(at, size, align);
    }
}

/// Frees what this many elements own, which take `size` bytes each. The last element comes first.
///
/// # Safety
///
/// The elements were given away and are not used any more.
#[inline]
pub unsafe fn free_each(items: *mut u8, length: usize, size: usize, release: impl Fn(*mut u8)) {
    // SAFETY: the elements are within the block.
    let mut item = unsafe { items.add(length * size) };
    while item != items {
        // SAFETY: as above.
        item = unsafe { item.sub(size) };
        release(item);
    }
}
