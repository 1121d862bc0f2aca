//! Wakers on the host. A waker can be sent to other threads, which must not touch a unit: it has only the unit's number.

use super::channels::ask;
use super::thread::thread;
use crate::rt::async_support::exec::{Exec, Unit, wake};
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use alloc::task::Wake;
use core::cell::{Cell, RefCell};
use core::task::Waker;

/// The address of a unit, and a number that tells it from units that had the address before.
type UnitId = (usize, u64);

std::thread_local! {
    /// The units of this thread that have run and not ended, with their numbers.
    static UNITS: RefCell<BTreeMap<usize, u64>> = const { RefCell::new(BTreeMap::new()) };
    static LAST: Cell<u64> = const { Cell::new(0) };
}

struct OnHost {
    thread: u64,
    unit: UnitId,
}

impl Wake for OnHost {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        if self.thread == thread() {
            wake_here(self.unit);
        } else {
            let unit = self.unit;
            ask(self.thread, Box::new(move || wake_here(unit)));
        }
    }
}

/// Wakes a unit of this thread, unless it has ended.
fn wake_here((address, number): UnitId) {
    // At the end of a thread the table may be gone, and the units with it.
    let known = UNITS.try_with(|units| units.borrow().get(&address) == Some(&number));
    if known == Ok(true) {
        let unit: *const Unit = core::ptr::with_exposed_provenance(address);
        // SAFETY: units are in the table from their first run until they end, and their memory stays at least as long.
        wake(unsafe { &*unit });
    }
}

/// A waker of a unit that is about to run.
pub(in crate::rt::async_support) fn of(unit: &Unit) -> Waker {
    let address = core::ptr::from_ref(unit).expose_provenance();
    let number = UNITS.with(|units| {
        *units.borrow_mut().entry(address).or_insert_with(|| {
            LAST.set(LAST.get() + 1);
            LAST.get()
        })
    });
    unit.on_end.set(Some(forget));
    if let Some(exec) = unit.exec() {
        // Nobody tells when the waker is cloned.
        exec.expect_wakes();
    }
    Waker::from(Arc::new(OnHost {
        thread: thread(),
        unit: (address, number),
    }))
}

/// A clone of a waker for a waitable in the set of a task.
pub(in crate::rt::async_support) fn keep(waker: &Waker, _: *const Exec) -> Waker {
    waker.clone()
}

/// Makes that wakers of a unit, which ends, do nothing.
fn forget(unit: &Unit) {
    let _ = UNITS.try_with(|units| units.borrow_mut().remove(&core::ptr::from_ref(unit).addr()));
}
