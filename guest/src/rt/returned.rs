//! Results of exports: where they are between the return of an export and its post-return function.
//!
//! A result is lowered as an argument is: strings, and lists that Rust lays out as the canonical ABI does, stay where
//! they are. So the value itself has to live until whoever called has read it. An instance is not entered between the
//! two (`CanonicalABI.md`, `canon lift`), so that one place serves all exports.

use super::{Area, Scratch};
use alloc::boxed::Box;
use core::cell::UnsafeCell;
use core::mem::MaybeUninit;
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

/// A result with all that it needs.
#[repr(C)]
struct Returned<R, const SIZE: usize> {
    area: Area<SIZE>,
    scratch: Scratch,
    value: R,
}

impl<R, const SIZE: usize> Returned<R, SIZE> {
    /// Whether the common place suffices.
    const FITS: bool = size_of::<Self>() <= ROOM && align_of::<Self>() <= align_of::<Place>();

    fn place() -> *mut Self {
        if Self::FITS { PLACE.0.get().cast() } else { Box::into_raw(Box::<Self>::new_uninit()).cast() }
    }
}

/// Keeps a result until [`release`], and lowers it with `lower` into `SIZE` bytes. That is where the pointer points.
#[inline]
pub fn keep<R, const SIZE: usize>(value: R, lower: impl FnOnce(&R, *mut u8, &Scratch)) -> *mut u8 {
    let place = Returned::<R, SIZE>::place();
    // SAFETY: the place is large enough, and nobody else uses it now.
    unsafe {
        (&raw mut (*place).value).write(value);
        (&raw mut (*place).scratch).write(Scratch::new());
        lower(&(*place).value, place.cast(), &(*place).scratch);
    }
    place.cast()
}

/// Drops a result that was kept.
///
/// # Safety
///
/// `area` is what [`keep`] gave for a result of this type and size, and is released once.
#[inline]
pub unsafe fn release<R, const SIZE: usize>(area: *mut u8) {
    let place = area.cast::<Returned<R, SIZE>>();
    if Returned::<R, SIZE>::FITS {
        // SAFETY: as promised.
        unsafe { ptr::drop_in_place(place) }
    } else {
        // SAFETY: as promised, and then it was put into a box.
        drop(unsafe { Box::from_raw(place) });
    }
}
