//! Giving away: values are written to memory as the canonical ABI lays them out, together with what they have allocated.
//! Strings, and lists that Rust lays out as the canonical ABI does, keep the blocks that they have; other lists mostly get new ones.
//! What was given away is freed from that memory, which is all that there is to know of it; so blocks are as large as what is
//! in them.
//!
//! What is given away is behind a reference, and must neither be used nor dropped afterwards.

use super::WitMap;
use super::memory::{allocate, free, length, no_memory, pointer};
use super::scratch::too_large;
use alloc::alloc::{Layout, dealloc, realloc};
use alloc::string::String;
use alloc::vec::Vec;
use core::mem::ManuallyDrop;

/// Gives away a string: pointer and length.
///
/// # Safety
///
/// It is not used or dropped any more.
#[inline]
pub unsafe fn give_string(text: &mut String) -> (*mut u8, usize) {
    // SAFETY: as promised. The bytes stay what they are.
    unsafe { give_vec(text.as_mut_vec()) }
}

/// Gives away a list whose elements Rust lays out as the canonical ABI does: pointer and length.
///
/// # Safety
///
/// It is not used or dropped any more.
#[inline]
pub unsafe fn give_vec<T>(items: &mut Vec<T>) -> (*mut u8, usize) {
    (fitted(items).cast(), items.len())
}

/// The block of a list without room behind the elements.
#[inline]
fn fitted<T>(items: &mut Vec<T>) -> *mut T {
    let block = items.as_mut_ptr();
    let (length, capacity) = (items.len(), items.capacity());
    if length == capacity || size_of::<T>() == 0 {
        return block;
    }
    // SAFETY: the list has allocated it so, and does not use it any more.
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

/// Makes a block smaller. What `Vec` has for that brings the machinery of panics along.
#[inline(never)]
unsafe fn shrink(block: *mut u8, from: usize, to: usize, align: usize) -> *mut u8 {
    // SAFETY: whoever allocated the block has made sure of it.
    let layout = unsafe { Layout::from_size_align_unchecked(from, align) };
    if to == 0 {
        // SAFETY: it is used no more.
        unsafe { dealloc(block, layout) };
        return core::ptr::without_provenance_mut(align);
    }
    // SAFETY: it has this layout, and keeps some bytes.
    let smaller = unsafe { realloc(block, layout, to) };
    if smaller.is_null() {
        no_memory(layout);
    }
    smaller
}

/// Gives away a list: pointer and length. `give` does so with an element, of which each takes `size` bytes; the last comes
/// first, as when they are freed, so that an allocator sees blocks come and go in turn. If it may, and elements take as much
/// room in Rust, the block of the list serves again.
///
/// # Safety
///
/// The list is not used or dropped any more; `give` writes no more than `size` bytes.
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
    // SAFETY: there is room for all elements in either block. Where that is the same, an element is read before its room is
    // written.
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
            // The elements are given away; the block is dropped here and nowhere else.
            items.set_len(0);
            drop(core::ptr::read(items));
        }
    }
    (start, length)
}

/// Gives away a map: pointer and length. `give` does so with an entry, of which each takes `size` bytes.
///
/// # Safety
///
/// As of [`give_list`].
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
        // SAFETY: there is room for `length` entries.
        to = unsafe { to.add(size) };
    }
    (start, length)
}

/// Gives away a fixed-length list; `give` does so with an element, of which each takes `size` bytes.
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
        // SAFETY: the element is within the list, or behind its last.
        to = unsafe { to.add(size) };
    }
}

/// A block for so many elements of this size.
#[inline]
pub(crate) fn allocate_items(length: usize, size: usize, align: usize) -> *mut u8 {
    match Layout::from_size_align(length.saturating_mul(size), align) {
        Ok(layout) => allocate(layout),
        Err(_) => too_large(),
    }
}

/// Frees a string, or a list whose elements have nothing, of which each takes `size` bytes.
///
/// # Safety
///
/// At `at` there is one that was given away, and is not used any more.
#[inline]
pub unsafe fn free_slice(at: *mut u8, size: usize, align: usize) {
    // SAFETY: as promised.
    unsafe { free(pointer(at), length(at) * size, align) };
}

/// Frees a list or map; `release` frees what an element or entry has, of which each takes `size` bytes.
///
/// # Safety
///
/// At `at` there is one that was given away, and is not used any more.
#[inline]
pub unsafe fn free_list(at: *mut u8, size: usize, align: usize, release: impl Fn(*mut u8)) {
    // SAFETY: as promised.
    unsafe {
        free_each(pointer(at), length(at), size, release);
        free_slice(at, size, align);
    }
}

/// Frees what so many elements have, of which each takes `size` bytes: that of the last first.
///
/// # Safety
///
/// They were given away, and are not used any more.
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
