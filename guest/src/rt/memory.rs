//! Values in linear memory as the canonical ABI lays them out: strings, lists, and what has neither layout nor rules of
//! its own in generated code.
//!
//! Lifting takes values over: what was allocated for them belongs to the guest from then on. Lowering borrows: what is
//! lowered stays where it is, and only what Rust lays out otherwise is written anew, into a [`Scratch`].

use super::Scratch;
use alloc::alloc::{Layout, alloc, dealloc, handle_alloc_error};
use alloc::string::String;
use alloc::vec::Vec;

/// The size of a pointer, and of a length, in bytes.
pub const POINTER: usize = size_of::<usize>();

/// Room for a value, aligned for every type of the canonical ABI.
#[repr(C, align(8))]
pub struct Area<const SIZE: usize>(core::mem::MaybeUninit<[u8; SIZE]>);

impl<const SIZE: usize> Area<SIZE> {
    /// Room that says nothing yet.
    #[inline]
    pub const fn new() -> Self {
        Self(core::mem::MaybeUninit::uninit())
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

/// A block of memory; one without bytes is just a pointer. Where there is no memory, the instance ends.
#[inline]
pub(crate) fn allocate(layout: Layout) -> *mut u8 {
    if layout.size() == 0 {
        return core::ptr::without_provenance_mut(layout.align());
    }
    // SAFETY: the size isn't 0.
    let block = unsafe { alloc(layout) };
    if block.is_null() {
        no_memory(layout);
    }
    block
}

/// Ends the instance because there is no memory. The machinery of a message would be most of a small guest's code, and is
/// left to debugging.
#[cold]
pub(crate) fn no_memory(layout: Layout) -> ! {
    if cfg!(debug_assertions) {
        handle_alloc_error(layout);
    }
    super::abort()
}

/// A value that is written where `lift` is told to, and so is not moved about.
///
/// # Safety
///
/// `lift` writes it.
#[inline(always)]
pub unsafe fn lifted<T>(lift: impl FnOnce(*mut T)) -> T {
    let mut value = core::mem::MaybeUninit::uninit();
    lift(value.as_mut_ptr());
    // SAFETY: as promised.
    unsafe { value.assume_init() }
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
    debug_assert!(
        !pointer.is_null(),
        "the canonical ABI never passes a null pointer"
    );
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

/// Lifts a list from its flat values; `lift` reads an element, of which each takes `size` bytes, and writes it where it is told
/// to; whole elements are read before they are written.
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
    whole: bool,
    lift: impl Fn(*mut u8, *mut T),
) -> Vec<T> {
    // Where Rust needs as much room for an element, the block serves again: an element is read whole before its room is
    // written.
    let in_place = const { size_of::<T>() } == size && const { align_of::<T>() } == align;
    let start: *mut T = if in_place {
        pointer.cast()
    } else {
        allocate_array(length)
    };
    let (mut from, mut to) = (pointer, start);
    for _ in 0..length {
        // SAFETY: the element is within either block.
        unsafe {
            if in_place && !whole {
                to.write(lifted(|to| lift(from, to)));
            } else {
                lift(from, to);
            }
            (from, to) = (from.add(size), to.add(1));
        }
    }
    // SAFETY: the block is one of `length` elements, all of them written; the canonical ABI's, if that is another, isn't needed
    // any more.
    unsafe {
        if !in_place {
            free(pointer, length * size, align);
        }
        vec(start.cast(), length)
    }
}

/// A block for values of Rust.
#[inline]
fn allocate_array<T>(length: usize) -> *mut T {
    match Layout::array::<T>(length) {
        Ok(layout) => allocate(layout).cast(),
        Err(_) => super::scratch::too_large(),
    }
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
