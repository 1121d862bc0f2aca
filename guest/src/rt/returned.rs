//! Results of exports: where they are between the return of an export and its post-return function.
//!
//! A result is lowered as an argument is: strings, and lists that Rust lays out as the canonical ABI does, stay where
//! they are. So the value itself has to live until whoever called has read it. An instance is not entered between the
//! two (`CanonicalABI.md`, `canon lift`), so that one place serves all exports.

use super::Area;
use super::memory::{allocate, length, pointer, put};
use alloc::alloc::Layout;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::UnsafeCell;
use core::mem::{ManuallyDrop, MaybeUninit};
use core::ptr;

/// How many bytes the common place has.
const ROOM: usize = 768;

/// The place.
#[repr(C, align(8))]
struct Place(UnsafeCell<[MaybeUninit<u8>; ROOM]>);

// SAFETY: an instance has one thread that enters exports, and does so one after the other.
unsafe impl Sync for Place {}

static PLACE: Place = Place(UnsafeCell::new([const { MaybeUninit::uninit() }; ROOM]));

/// Room for a result that leaves nothing behind. There is one such room: it is written after the export has run.
#[inline]
pub fn area<const SIZE: usize>() -> *mut u8 {
    const { assert!(SIZE <= ROOM) };
    PLACE.0.get().cast()
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
        drop(Vec::<L::Element>::from_raw_parts(pointer(area).cast(), length(area), capacity));
    }
}

/// A result with all that it needs: its scratch, or `()` if it needs none.
#[repr(C)]
struct Returned<R, S, const SIZE: usize> {
    area: Area<SIZE>,
    scratch: S,
    value: R,
}

impl<R, S, const SIZE: usize> Returned<R, S, SIZE> {
    /// Whether the common place suffices.
    const FITS: bool = size_of::<Self>() <= ROOM && align_of::<Self>() <= align_of::<Place>();

    fn place() -> *mut Self {
        if Self::FITS { PLACE.0.get().cast() } else { allocate(Layout::new::<Self>()).cast() }
    }
}

/// Keeps a result until [`release`], and lowers it with `lower` into `SIZE` bytes. That is where the pointer points.
#[inline]
pub fn keep<R, S: Default, const SIZE: usize>(value: R, lower: impl FnOnce(&R, *mut u8, &S)) -> *mut u8 {
    let place = Returned::<R, S, SIZE>::place();
    // SAFETY: the place is large enough, and nobody else uses it now.
    unsafe {
        (&raw mut (*place).value).write(value);
        (&raw mut (*place).scratch).write(S::default());
        lower(&(*place).value, place.cast(), &(*place).scratch);
    }
    place.cast()
}

/// Drops a result that was kept.
///
/// # Safety
///
/// `area` is what [`keep`] gave for a result and a scratch of these types and this size, and is released once.
#[inline]
pub unsafe fn release<R, S, const SIZE: usize>(area: *mut u8) {
    let place = area.cast::<Returned<R, S, SIZE>>();
    if Returned::<R, S, SIZE>::FITS {
        // SAFETY: as promised.
        unsafe { ptr::drop_in_place(place) }
    } else {
        // SAFETY: as promised, and then it was allocated as a box is.
        drop(unsafe { Box::from_raw(place) });
    }
}
