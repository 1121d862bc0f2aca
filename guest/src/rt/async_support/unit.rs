//! What is polled on its own: the future of a task, and each that it has spawned.

use super::task::Exec;
use alloc::alloc::{Layout, dealloc};
use core::cell::Cell;
use core::ops::Deref;
use core::ptr::{NonNull, null};
use core::task::{Context, RawWaker, RawWakerVTable, Waker};

/// The header of a future on the heap.
#[repr(C)]
pub(super) struct Unit {
    /// The number of wakers, queues and owners. The memory is freed when there are none.
    references: Cell<u32>,
    state: Cell<u8>,
    table: &'static UnitTable,
    /// The task; a null pointer if another runtime polls the future. It may be gone if the future has ended.
    exec: *const Exec,
    next: Cell<*const Unit>,
}

/// How the future behind a header is polled and dropped.
pub(super) struct UnitTable {
    /// Polls the future. Drops it and returns true if it is ready.
    pub(super) poll: unsafe fn(*const Unit, &mut Context<'_>) -> bool,
    /// Drops the future before its end.
    pub(super) abort: unsafe fn(*const Unit),
    /// The layout of header and future.
    pub(super) layout: Layout,
}

/// The unit is in the queue of its task.
const QUEUED: u8 = 1;
/// The future has ended or was dropped.
const DONE: u8 = 2;
/// The future is being polled.
const POLLING: u8 = 4;
/// The future was aborted while it was polled, and is dropped right after.
const ABORTED: u8 = 8;

impl Unit {
    /// A header with one owner.
    pub(super) const fn new(exec: *const Exec, table: &'static UnitTable) -> Self {
        Self {
            references: Cell::new(1),
            state: Cell::new(0),
            table,
            exec,
            next: Cell::new(null()),
        }
    }

    fn has(&self, state: u8) -> bool {
        self.state.get() & state != 0
    }

    fn set(&self, state: u8) {
        self.state.set(self.state.get() | state);
    }

    fn clear(&self, state: u8) {
        self.state.set(self.state.get() & !state);
    }

    /// Whether the future has ended or was dropped.
    pub(super) fn is_done(&self) -> bool {
        self.has(DONE)
    }

    /// The task, if the future has not ended.
    pub(super) fn exec(&self) -> Option<&Exec> {
        if self.is_done() {
            return None;
        }
        // SAFETY: a task lives until all its futures have ended.
        unsafe { self.exec.as_ref() }
    }

    /// Tells the task that the future has ended. The task owned it.
    pub(super) fn ended(&self) {
        // SAFETY: the task is told once, before it ends.
        if let Some(exec) = unsafe { self.exec.as_ref() } {
            exec.remove(self);
        }
    }

    /// Polls the future, unless it has ended. Returns whether it has ended now.
    pub(super) fn poll(&self, cx: &mut Context<'_>) -> bool {
        if self.is_done() {
            return false;
        }
        self.set(POLLING);
        // SAFETY: the table is that of the future, which exists and is not being polled.
        let ready = unsafe { (self.table.poll)(self, cx) };
        self.clear(POLLING);
        if ready {
            self.set(DONE);
        } else if self.has(ABORTED) {
            self.drop_future();
        }
        self.is_done()
    }

    /// Polls the future with a waker of its own. Returns whether it has ended now.
    pub(super) fn run(&self) -> bool {
        // SAFETY: the table is the one for pointers to units. The waker is not dropped, since it has no reference of its own.
        let waker = unsafe { Waker::new(core::ptr::from_ref(self).cast(), &WAKER) };
        let waker = core::mem::ManuallyDrop::new(waker);
        self.poll(&mut Context::from_waker(&waker))
    }

    /// Drops the future before its end. Returns whether it has ended now: one that is being polled ends after that.
    pub(super) fn abort(&self) -> bool {
        if self.is_done() {
            return false;
        }
        if self.has(POLLING) {
            self.set(ABORTED);
            return false;
        }
        self.drop_future();
        true
    }

    fn drop_future(&self) {
        // The future counts as ended while it is dropped, so that what its destructors do has no effect on it.
        self.set(DONE);
        // SAFETY: the table is that of the future, which exists and is not being polled.
        unsafe { (self.table.abort)(self) };
    }
}

/// An owner of a unit.
pub(super) struct UnitRef(NonNull<Unit>);

impl UnitRef {
    /// Another owner.
    pub(super) fn new(unit: &Unit) -> Self {
        unit.references.set(unit.references.get() + 1);
        Self(NonNull::from(unit))
    }

    /// The first owner of a new unit.
    pub(super) fn first(unit: NonNull<Unit>) -> Self {
        Self(unit)
    }

    /// The unit of a waker, if it is one of this task.
    pub(super) fn of(waker: &Waker, exec: *const Exec) -> *const Unit {
        if !core::ptr::eq(waker.vtable(), &WAKER) {
            return null();
        }
        let unit: *const Unit = waker.data().cast();
        // SAFETY: wakers with this table have a pointer to a unit.
        let of = unsafe { (*unit).exec };
        if of == exec { unit } else { null() }
    }

    pub(super) fn is(&self, unit: *const Unit) -> bool {
        core::ptr::eq(self.0.as_ptr(), unit)
    }
}

impl Deref for UnitRef {
    type Target = Unit;

    fn deref(&self) -> &Unit {
        // SAFETY: a unit lives as long as it has an owner.
        unsafe { self.0.as_ref() }
    }
}

impl Drop for UnitRef {
    fn drop(&mut self) {
        let left = self.references.get() - 1;
        self.references.set(left);
        if left == 0 {
            let layout = self.table.layout;
            // SAFETY: the future has ended, and this was the last owner.
            unsafe { dealloc(self.0.as_ptr().cast(), layout) };
        }
    }
}

/// Makes that the future is polled again.
pub(super) fn wake(unit: &Unit) {
    if unit.has(QUEUED) {
        return;
    }
    if let Some(exec) = unit.exec() {
        unit.set(QUEUED);
        exec.wake(UnitRef::new(unit), unit.has(POLLING));
    }
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
    drop(unsafe { UnitRef(NonNull::new_unchecked(unit.cast_mut().cast())) });
}

/// Units that wait to be polled, first come first served.
pub(super) struct Queue {
    first: Cell<*const Unit>,
    last: Cell<*const Unit>,
}

impl Queue {
    pub(super) const fn new() -> Self {
        Self {
            first: Cell::new(null()),
            last: Cell::new(null()),
        }
    }

    pub(super) fn first(&self) -> *const Unit {
        self.first.get()
    }

    pub(super) fn push(&self, unit: UnitRef) {
        unit.next.set(null());
        let pointer: *const Unit = unit.0.as_ptr();
        // The queue keeps the reference.
        core::mem::forget(unit);
        let last = self.last.replace(pointer);
        // SAFETY: the queue owns its units.
        match unsafe { last.as_ref() } {
            Some(last) => last.next.set(pointer),
            None => self.first.set(pointer),
        }
    }

    pub(super) fn pop(&self) -> Option<UnitRef> {
        let first = NonNull::new(self.first.get().cast_mut())?;
        let unit = UnitRef(first);
        unit.clear(QUEUED);
        self.first.set(unit.next.get());
        if self.first.get().is_null() {
            self.last.set(null());
        }
        Some(unit)
    }
}
