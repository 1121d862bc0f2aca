//! Values in linear memory as the canonical ABI lays them out: strings, lists, and what has neither layout nor rules of
//! its own in generated code.
//!
//! Lifting takes values over: what was allocated for them belongs to the guest from then on. Lowering borrows: what is
//! lowered stays where it is, and only what Rust lays out otherwise is written anew, into a [`Scratch`].

use super::Scratch;
use alloc::alloc::{Layout, dealloc};
use alloc::string::String;
use alloc::vec::Vec;

/// The size of a pointer, and of a length, in bytes.
pub const POINTER: usize = size_of::<usize>();

/// Room for a value, aligned for every type of the canonical ABI.
#[repr(C, align(8))]
pub struct Area<const SIZE: usize>([core::mem::MaybeUninit<u8>; SIZE]);

impl<const SIZE: usize> Area<SIZE> {
    /// Room that says nothing yet.
    #[inline]
    pub const fn new() -> Self {
        Self([const { core::mem::MaybeUninit::uninit() }; SIZE])
    }

    /// Where it is. It must not be moved while that matters.
    #[inline]
    pub fn at(&mut self) -> *mut u8 {
        self.0.as_mut_ptr().cast()
    }
}

impl<const SIZE: usize> Default for Area<SIZE> {
    fn default() -> Self {
        Self::new()
    }
}

/// The pointer of a string, list or map.
///
/// # Safety
///
/// At `at` there is one.
#[inline]
pub unsafe fn pointer(at: *const u8) -> *mut u8 {
    // SAFETY: as promised.
    unsafe { *at.cast::<*mut u8>() }
}

/// The length of a string, list or map.
///
/// # Safety
///
/// At `at` there is one.
#[inline]
pub unsafe fn length(at: *const u8) -> usize {
    // SAFETY: as promised.
    unsafe { *at.cast::<usize>().add(1) }
}

/// Writes the pointer and the length of a string, list or map.
///
/// # Safety
///
/// At `at` there is room for them.
#[inline]
pub unsafe fn put(at: *mut u8, (pointer, length): (*mut u8, usize)) {
    // SAFETY: as promised.
    unsafe {
        at.cast::<*mut u8>().write(pointer);
        at.cast::<usize>().add(1).write(length);
    }
}

/// Lowers a string, or a list whose elements Rust lays out as the canonical ABI does: they stay where they are.
#[inline]
pub fn lower_slice<T>(items: &[T]) -> (*mut u8, usize) {
    (items.as_ptr().cast_mut().cast(), items.len())
}

/// Lifts a `char`.
///
/// # Safety
///
/// It is a Unicode scalar value. The canonical ABI traps otherwise.
#[inline]
pub unsafe fn char(bits: u32) -> char {
    // SAFETY: as promised; checked when debugging.
    unsafe { core::char::from_u32_unchecked(bits) }
}

/// Lifts a string from its flat values.
///
/// # Safety
///
/// They are those of UTF-8 text that the canonical ABI allocated for this.
#[inline]
pub unsafe fn string(pointer: *mut u8, length: usize) -> String {
    // SAFETY: as promised.
    let bytes = unsafe { vec(pointer, length) };
    if cfg!(debug_assertions) {
        return String::from_utf8(bytes).expect("the canonical ABI passes strings as UTF-8");
    }
    // SAFETY: as promised.
    unsafe { String::from_utf8_unchecked(bytes) }
}

/// Lifts a string from memory.
///
/// # Safety
///
/// At `at` there is one; see [`string`].
#[inline]
pub unsafe fn load_string(at: *const u8) -> String {
    // SAFETY: as promised.
    unsafe { string(pointer(at), length(at)) }
}

/// Lifts a list whose elements Rust lays out as the canonical ABI does, from its flat values: it is taken over as it is.
///
/// # Safety
///
/// They are those of a list of such elements that the canonical ABI allocated for this.
#[inline]
pub unsafe fn vec<T>(pointer: *mut u8, length: usize) -> Vec<T> {
    debug_assert!(!pointer.is_null(), "the canonical ABI never passes a null pointer");
    // SAFETY: the block was allocated for `length` elements of this size and alignment, and if for none, the pointer is
    // not null all the same.
    unsafe { Vec::from_raw_parts(pointer.cast(), length, length) }
}

/// Lifts a list whose elements Rust lays out as the canonical ABI does, from memory.
///
/// # Safety
///
/// At `at` there is one; see [`vec`].
#[inline]
pub unsafe fn load_vec<T>(at: *const u8) -> Vec<T> {
    // SAFETY: as promised.
    unsafe { vec(pointer(at), length(at)) }
}

/// Lifts a list from its flat values; `lift` does so with an element, of which each takes `size` bytes.
///
/// # Safety
///
/// They are those of a list of such elements that the canonical ABI allocated for this.
#[inline]
pub unsafe fn lift_list<T>(
    pointer: *mut u8,
    length: usize,
    size: usize,
    align: usize,
    lift: impl Fn(*mut u8) -> T,
) -> Vec<T> {
    // Where Rust needs as much room for an element, the block serves again: an element is read whole before its room is
    // written.
    if const { size_of::<T>() } == size && const { align_of::<T>() } == align {
        for index in 0..length {
            // SAFETY: the element is within the block.
            unsafe {
                let at = pointer.add(index * size);
                at.cast::<T>().write(lift(at));
            }
        }
        // SAFETY: the block now is one of `length` elements of this size and alignment.
        return unsafe { vec(pointer, length) };
    }
    let mut items = Vec::with_capacity(length);
    let start: *mut T = items.as_mut_ptr();
    for index in 0..length {
        // SAFETY: the element is within either block.
        unsafe { start.add(index).write(lift(pointer.add(index * size))) };
    }
    // SAFETY: all of them are written; the canonical ABI's block isn't needed any more.
    unsafe {
        items.set_len(length);
        free(pointer, length * size, align);
    }
    items
}

/// Lifts a fixed-length list from memory; `lift` does so with an element, of which each takes `size` bytes.
///
/// # Safety
///
/// At `at` there is one.
#[inline]
pub unsafe fn lift_array<T, const LENGTH: usize>(
    at: *mut u8,
    size: usize,
    lift: impl Fn(*mut u8) -> T,
) -> [T; LENGTH] {
    // SAFETY: the element is within the list.
    core::array::from_fn(|index| lift(unsafe { at.add(index * size) }))
}

/// Lowers a list: writes a block into the scratch; `lower` does so with an element, of which each takes `size` bytes.
///
/// # Safety
///
/// `lower` writes no more than that.
#[inline]
pub unsafe fn lower_list<'a, T: 'a>(
    items: impl IntoIterator<Item = T>,
    length: usize,
    size: usize,
    align: usize,
    scratch: &Scratch,
    lower: impl Fn(T, *mut u8, &Scratch),
) -> (*mut u8, usize) {
    let start = scratch.block(length, size, align);
    let mut at = start;
    for item in items {
        lower(item, at, scratch);
        // SAFETY: there are `length` items, and room for as many.
        at = unsafe { at.add(size) };
    }
    (start, length)
}

/// Frees a block that the canonical ABI allocated; one without bytes is none.
///
/// # Safety
///
/// It was allocated with this size and alignment, and isn't used any more.
#[inline]
pub unsafe fn free(block: *mut u8, size: usize, align: usize) {
    if size != 0 {
        // SAFETY: as promised.
        unsafe { dealloc(block, Layout::from_size_align_unchecked(size, align)) };
    }
}
