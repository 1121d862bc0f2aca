//! The memory for results of exports, between the return of an export and its post-return function.
//!
//! The host does not enter an instance between the two (`CanonicalABI.md`, `canon lift`), so that all exports can
//! share one area.

use super::give::allocate_items;
use super::memory::{length, pointer, put};
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::UnsafeCell;
use core::mem::{ManuallyDrop, MaybeUninit};

/// The size of the shared area in bytes: the largest result that the generator puts there, also with 64-bit pointers.
const ROOM: usize = 1024;

/// The shared area.
#[repr(C, align(8))]
struct Place(UnsafeCell<[MaybeUninit<u8>; ROOM]>);

// SAFETY: only one thread enters the exports of an instance, one at a time.
unsafe impl Sync for Place {}

static PLACE: Place = Place(UnsafeCell::new([const { MaybeUninit::uninit() }; ROOM]));

/// The shared area for a result. It is written after the export has run.
#[inline]
pub fn area<const SIZE: usize>() -> *mut u8 {
    const { assert!(SIZE <= ROOM) };
    PLACE.0.get().cast()
}

/// Memory for a result that is too large for the shared area. It is freed after the result is read.
#[inline]
pub fn own_area(size: usize, align: usize) -> *mut u8 {
    allocate_items(1, size, align)
}

/// A string, or a list whose elements have the same layout in Rust.
pub trait List {
    /// The elements.
    type Element;

    /// The list as a `Vec`, with the same block.
    fn into_vec(self) -> Vec<Self::Element>;
}

impl<T> List for Vec<T> {
    type Element = T;

    #[inline]
    fn into_vec(self) -> Self {
        self
    }
}

impl List for String {
    type Element = u8;

    #[inline]
    fn into_vec(self) -> Vec<u8> {
        self.into_bytes()
    }
}

/// Keeps a list until [`release_list`]: writes pointer and length, and after them the capacity, which freeing it needs.
#[inline]
pub fn keep_list<L: List>(list: L) -> *mut u8 {
    let mut list = ManuallyDrop::new(list.into_vec());
    let place: *mut u8 = PLACE.0.get().cast();
    // SAFETY: the area has space for all three, and nothing else uses it now.
    unsafe {
        put(place, (list.as_mut_ptr().cast(), list.len()));
        place.cast::<usize>().add(2).write(list.capacity());
    }
    place
}

/// Frees a list that is kept.
///
/// # Safety
///
/// `area` is from [`keep_list`] for a list of this type, and is released only once.
#[inline]
pub unsafe fn release_list<L: List>(area: *mut u8) {
    // SAFETY: the caller promises it.
    unsafe {
        let capacity = *area.cast::<usize>().add(2);
        drop(Vec::<L::Element>::from_raw_parts(
            pointer(area).cast(),
            length(area),
            capacity,
        ));
    }
}
