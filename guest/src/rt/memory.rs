//! Values in linear memory in the layout of the canonical ABI: strings, lists, and other values that all generated
//! code treats in the same way.
//!
//! Lifting takes ownership: the memory of the values belongs to the guest afterwards. Lowering borrows: values stay
//! where they are, and only those with another layout in Rust are copied, into a [`Scratch`].

use super::Scratch;
use super::allocate::allocate;
use alloc::alloc::{Layout, dealloc};
use alloc::string::String;
use alloc::vec::Vec;

/// The size of a pointer, and of a length, in bytes.
pub const POINTER: usize = size_of::<usize>();

/// Uninitialized memory for a value, aligned for every type of the canonical ABI.
#[repr(C, align(8))]
pub struct Area<const SIZE: usize>(core::mem::MaybeUninit<[u8; SIZE]>);

impl<const SIZE: usize> Area<SIZE> {
    /// Memory that is not initialized.
    #[inline]
    pub const fn new() -> Self {
        Self(core::mem::MaybeUninit::uninit())
    }

    /// The address. The area must not be moved while the address is in use.
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

/// The value that `lift` writes to an address, so that large values are not moved.
///
/// # Safety
///
/// `lift` initializes the value.
#[inline(always)]
pub unsafe fn lifted<T>(lift: impl FnOnce(*mut T)) -> T {
    let mut value = core::mem::MaybeUninit::uninit();
    lift(value.as_mut_ptr());
    // SAFETY: the caller promises it.
    unsafe { value.assume_init() }
}

/// The pointer of a string, list or map.
///
/// # Safety
///
/// `at` points to one.
#[inline]
pub unsafe fn pointer(at: *const u8) -> *mut u8 {
    // SAFETY: the caller promises it.
    unsafe { *at.cast::<*mut u8>() }
}

/// The length of a string, list or map.
///
/// # Safety
///
/// `at` points to one.
#[inline]
pub unsafe fn length(at: *const u8) -> usize {
    // SAFETY: the caller promises it.
    unsafe { *at.cast::<usize>().add(1) }
}

/// Writes the pointer and the length of a string, list or map.
///
/// # Safety
///
/// `at` points to space for them.
#[inline]
pub unsafe fn put(at: *mut u8, (pointer, length): (*mut u8, usize)) {
    // SAFETY: the caller promises it.
    unsafe {
        at.cast::<*mut u8>().write(pointer);
        at.cast::<usize>().add(1).write(length);
    }
}

/// Lowers a string, or a list whose elements have the same layout in Rust: they stay where they are.
#[inline]
pub fn lower_slice<T>(items: &[T]) -> (*mut u8, usize) {
    (items.as_ptr().cast_mut().cast(), items.len())
}

/// Lifts a `char`.
///
/// # Safety
///
/// The bits are a Unicode scalar value. The canonical ABI traps otherwise.
#[inline]
pub unsafe fn char(bits: u32) -> char {
    // SAFETY: the caller promises it; debug builds check it.
    unsafe { core::char::from_u32_unchecked(bits) }
}

/// Lifts a string from its flat values.
///
/// # Safety
///
/// The values are those of UTF-8 text that the canonical ABI has allocated for this.
#[inline]
pub unsafe fn string(pointer: *mut u8, length: usize) -> String {
    // SAFETY: the caller promises it.
    let bytes = unsafe { vec(pointer, length) };
    if cfg!(debug_assertions) {
        return String::from_utf8(bytes).expect("the canonical ABI passes strings as UTF-8");
    }
    // SAFETY: the caller promises it.
    unsafe { String::from_utf8_unchecked(bytes) }
}

/// Lifts a string from memory.
///
/// # Safety
///
/// `at` points to one; see [`string`].
#[inline]
pub unsafe fn load_string(at: *const u8) -> String {
    // SAFETY: the caller promises it.
    unsafe { string(pointer(at), length(at)) }
}

/// Lifts a list whose elements have the same layout in Rust, from its flat values: its block becomes the block of the
/// `Vec`.
///
/// # Safety
///
/// The values are those of a list of such elements that the canonical ABI has allocated for this.
#[inline]
pub unsafe fn vec<T>(pointer: *mut u8, length: usize) -> Vec<T> {
    debug_assert!(
        !pointer.is_null(),
        "the canonical ABI never passes a null pointer"
    );
    // SAFETY: the block was allocated for `length` elements of this size and alignment. The pointer is not null, even
    // if there are none.
    unsafe { Vec::from_raw_parts(pointer.cast(), length, length) }
}

/// Lifts a list whose elements have the same layout in Rust, from memory.
///
/// # Safety
///
/// `at` points to one; see [`vec`].
#[inline]
pub unsafe fn load_vec<T>(at: *const u8) -> Vec<T> {
    // SAFETY: the caller promises it.
    unsafe { vec(pointer(at), length(at)) }
}

/// Lifts a list from its flat values; `lift` reads an element, which takes `size` bytes, and writes the lifted element
/// to an address. It reads the whole element before it writes.
///
/// # Safety
///
/// The values are those of a list of such elements that the canonical ABI has allocated for this.
#[inline]
pub unsafe fn lift_list<T>(
    pointer: *mut u8,
    length: usize,
    size: usize,
    align: usize,
    whole: bool,
    lift: impl Fn(*mut u8, *mut T),
) -> Vec<T> {
    // If elements have the same size and alignment in Rust, the block is reused: an element is read completely before
    // it is overwritten.
    let in_place = const { size_of::<T>() } == size && const { align_of::<T>() } == align;
    let start: *mut T = if in_place {
        pointer.cast()
    } else {
        allocate_array(length)
    };
    let (mut from, mut to) = (pointer, start);
    for _ in 0..length {
        // SAFETY: the element is within both blocks.
        unsafe {
            if in_place && !whole {
                to.write(lifted(|to| lift(from, to)));
            } else {
                lift(from, to);
            }
            (from, to) = (from.add(size), to.add(1));
        }
    }
    // SAFETY: the block has `length` elements, which are all initialized. If the block of the canonical ABI is another
    // one, it is not used any more.
    unsafe {
        if !in_place {
            free(pointer, length * size, align);
        }
        vec(start.cast(), length)
    }
}

/// Allocates a block for values in the layout of Rust.
#[inline]
fn allocate_array<T>(length: usize) -> *mut T {
    match Layout::array::<T>(length) {
        Ok(layout) => allocate(layout).cast(),
        Err(_) => super::scratch::too_large(),
    }
}

/// Lifts a fixed-length list from memory; `lift` lifts an element, which takes `size` bytes.
///
/// # Safety
///
/// `at` points to one.
#[inline]
pub unsafe fn lift_array<T, const LENGTH: usize>(
    at: *mut u8,
    size: usize,
    lift: impl Fn(*mut u8) -> T,
) -> [T; LENGTH] {
    // SAFETY: the element is within the list.
    core::array::from_fn(|index| lift(unsafe { at.add(index * size) }))
}

/// Lowers a list to a block of the scratch; `lower` lowers an element, which takes `size` bytes.
///
/// # Safety
///
/// `lower` writes no more than `size` bytes.
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
        // SAFETY: there are `length` items, and the block has space for them.
        at = unsafe { at.add(size) };
    }
    (start, length)
}

/// Frees a block that the canonical ABI has allocated. A block without bytes is not freed.
///
/// # Safety
///
/// The block was allocated with this size and alignment, and is not used any more.
#[inline]
pub unsafe fn free(block: *mut u8, size: usize, align: usize) {
    if size != 0 {
        // SAFETY: the caller promises it.
        unsafe { dealloc(block, Layout::from_size_align_unchecked(size, align)) };
    }
}
