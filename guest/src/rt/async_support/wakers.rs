//! Wakers in a component, which has one thread: pointers to units.

use super::exec::{Exec, Unit, UnitRef, wake};
use core::mem::ManuallyDrop;
use core::ptr::NonNull;
use core::task::{RawWaker, RawWakerVTable, Waker};

/// A waker of a unit that is about to run. It is not dropped, since it has no reference of its own.
#[inline]
pub(super) fn of(unit: &Unit) -> ManuallyDrop<Waker> {
    // SAFETY: the table is the one for pointers to units.
    let waker = unsafe { Waker::new(core::ptr::from_ref(unit).cast(), &WAKER) };
    ManuallyDrop::new(waker)
}

/// A clone of a waker for a waitable in the set of a task. Only the task itself wakes a part of it through such a waker,
/// so that it need not expect wakes from elsewhere.
pub(super) fn keep(waker: &Waker, exec: *const Exec) -> Waker {
    if core::ptr::eq(waker.vtable(), &WAKER) {
        let unit: *const Unit = waker.data().cast();
        // SAFETY: wakers with this table have a pointer to a unit, and are owners.
        unsafe {
            if (*unit).exec == exec {
                core::mem::forget(UnitRef::new(&*unit));
                return Waker::new(waker.data(), &WAKER);
            }
        }
    }
    waker.clone()
}

static WAKER: RawWakerVTable = RawWakerVTable::new(clone, wake_owned, wake_by_ref, drop_waker);

// SAFETY (of all blocks): the pointer of a waker with this table is one to a unit that exists.

#[allow(clippy::undocumented_unsafe_blocks)]
unsafe fn clone(unit: *const ()) -> RawWaker {
    let unit: &Unit = unsafe { &*unit.cast() };
    if let Some(exec) = unit.exec() {
        // From now on somebody else may wake the task.
        exec.expect_wakes();
    }
    core::mem::forget(UnitRef::new(unit));
    RawWaker::new(core::ptr::from_ref(unit).cast(), &WAKER)
}

#[allow(clippy::undocumented_unsafe_blocks)]
unsafe fn wake_owned(unit: *const ()) {
    unsafe {
        wake_by_ref(unit);
        drop_waker(unit);
    }
}

#[allow(clippy::undocumented_unsafe_blocks)]
unsafe fn wake_by_ref(unit: *const ()) {
    wake(unsafe { &*unit.cast() });
}

#[allow(clippy::undocumented_unsafe_blocks)]
unsafe fn drop_waker(unit: *const ()) {
    drop(UnitRef::first(unsafe {
        NonNull::new_unchecked(unit.cast_mut().cast())
    }));
}
