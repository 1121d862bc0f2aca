//! Results of exports: where they are between the return of an export and its post-return function.
//!
//! An instance is not entered between the two (`CanonicalABI.md`, `canon lift`), so that one place serves all exports.

use super::give::allocate_items;
use super::memory::{length, pointer, put};
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::UnsafeCell;
use core::mem::{ManuallyDrop, MaybeUninit};

/// How many bytes the common place has: as many as the generator puts there, on machines of 64 bits as well.
const ROOM: usize = 1024;

/// The place.
#[repr(C, align(8))]
struct Place(UnsafeCell<[MaybeUninit<u8>; ROOM]>);

// SAFETY: an instance has one thread that enters exports, and does so one after the other.
unsafe impl Sync for Place {}

static PLACE: Place = Place(UnsafeCell::new([const { MaybeUninit::uninit() }; ROOM]));

/// Room for a result. There is one such room: it is written after the export has run.
#[inline]
pub fn area<const SIZE: usize>() -> *mut u8 {
    const { assert!(SIZE <= ROOM) };
    PLACE.0.get().cast()
}

/// Room for a result that is too large for that. It is freed when the result was read.
#[inline]
pub fn own_area(size: usize, align: usize) -> *mut u8 {
    allocate_items(1, size, align)
}

/// A string, or a list whose elements Rust lays out as the canonical ABI does.
pub trait List {
    /// Its elements.
    type Element;

    /// What it is made of.
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

/// Keeps a list until [`release_list`]: pointer and length, and behind them what else it takes to free it.
#[inline]
pub fn keep_list<L: List>(list: L) -> *mut u8 {
    let mut list = ManuallyDrop::new(list.into_vec());
    let place: *mut u8 = PLACE.0.get().cast();
    // SAFETY: there is room for all three, and nobody else uses it now.
    unsafe {
        put(place, (list.as_mut_ptr().cast(), list.len()));
        place.cast::<usize>().add(2).write(list.capacity());
    }
    place
}

/// Frees a list that was kept.
///
/// # Safety
///
/// `area` is what [`keep_list`] gave for a list of this type, and is released once.
#[inline]
pub unsafe fn release_list<L: List>(area: *mut u8) {
    // SAFETY: as promised.
    unsafe {
        let capacity = *area.cast::<usize>().add(2);
        drop(Vec::<L::Element>::from_raw_parts(
            pointer(area).cast(),
            length(area),
            capacity,
        ));
    }
}
