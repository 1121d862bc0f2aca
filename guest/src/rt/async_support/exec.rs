//! Tasks, and what they poll: the future of a call, and each that it has spawned.

use super::c_abi;
use super::global::global;
use super::sleep::Sleeper;
use alloc::alloc::{Layout, dealloc};
use core::cell::Cell;
use core::ops::Deref;
use core::ptr::{NonNull, null};
use core::sync::atomic::AtomicU32;
use core::task::Context;

/// The header of a future on the heap.
#[repr(C)]
pub(super) struct Unit {
    /// The number of wakers, queues and owners. The memory is freed when there are none.
    references: Cell<u32>,
    state: Cell<u8>,
    table: &'static UnitTable,
    /// The task; a null pointer if another runtime polls the future. It may be gone if the future has ended.
    pub(super) exec: *const Exec,
    next: Cell<*const Unit>,
    /// Told when the future has ended.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) on_end: Cell<Option<fn(&Unit)>>,
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
pub(super) const QUEUED: u8 = 1;
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
            #[cfg(not(target_arch = "wasm32"))]
            on_end: Cell::new(None),
        }
    }

    fn has(&self, state: u8) -> bool {
        self.state.get() & state != 0
    }

    pub(super) fn set(&self, state: u8) {
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
    #[cfg(feature = "async-spawn")]
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
        if ready {
            self.end();
        } else if self.has(ABORTED) {
            self.drop_future();
        }
        self.clear(POLLING);
        self.is_done()
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

    fn end(&self) {
        self.set(DONE);
        #[cfg(not(target_arch = "wasm32"))]
        if let Some(on_end) = self.on_end.get() {
            on_end(self);
        }
    }

    fn drop_future(&self) {
        // The future counts as ended while it is dropped, so that what its destructors do has no effect on it.
        self.end();
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
}

impl Deref for UnitRef {
    type Target = Unit;

    fn deref(&self) -> &Unit {
        // SAFETY: a unit lives as long as it has an owner.
        unsafe { self.0.as_ref() }
    }
}

impl Drop for UnitRef {
    #[inline(never)]
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

// The current task, unless it is one of another runtime: then the last one of this runtime below it, or a null pointer.
global!(current: *const Exec = null());

/// A task. Its future follows it in memory: this and what the future needs is all that a call allocates.
#[repr(C)]
pub(super) struct Exec {
    /// The future of the call.
    pub(super) unit: Unit,
    /// The task as other runtimes see it.
    abi: c_abi::Task,
    sleeper: Cell<Option<&'static Sleeper>>,
    pub(super) ready: Queue,
    /// The first unit that was woken while it was polled itself: it comes next after others tasks have run.
    pub(super) stop: Cell<*const Unit>,
    /// The number of waitables in the set. Atomic, since on the host other threads take them over.
    pub(super) joined: AtomicU32,
    /// The number of units that have not ended, and of waitables of other runtimes. The task ends when there are none.
    pub(super) alive: Cell<u32>,
    sleeping: Cell<bool>,
    /// Somebody else may wake the task.
    expects_wakes: Cell<bool>,
}

/// What were the current tasks of this runtime and of all.
#[cfg(not(target_arch = "wasm32"))]
pub(super) struct Saved(*const Exec, *const c_abi::Task);

#[cfg(not(target_arch = "wasm32"))]
impl Drop for Saved {
    fn drop(&mut self) {
        current(|exec| *exec = self.0);
        c_abi::set_current(self.1);
    }
}

impl Exec {
    pub(super) fn new(
        this: *const Self,
        table: &'static UnitTable,
        abi: &'static c_abi::Table,
    ) -> Self {
        Self {
            unit: Unit::new(this, table),
            abi: c_abi::Task::new(this.cast_mut().cast(), abi),
            sleeper: Cell::new(None),
            ready: Queue::new(),
            stop: Cell::new(null()),
            joined: AtomicU32::new(0),
            alive: Cell::new(1),
            sleeping: Cell::new(false),
            expects_wakes: Cell::new(false),
        }
    }

    /// The task of this runtime that a task of any runtime is, or a null pointer.
    pub(super) fn of(task: *const c_abi::Task) -> *const Self {
        let exec = current(|exec| *exec);
        // SAFETY: the task of this runtime that is current, or was before a task of another one, is valid.
        match unsafe { exec.as_ref() } {
            Some(ours) if core::ptr::eq(&raw const ours.abi, task) => exec,
            _ => null(),
        }
    }

    /// Makes this the current task while a function runs.
    pub(super) fn enter(&self, f: impl FnOnce()) {
        let before = current(|exec| core::mem::replace(exec, self));
        let outer = c_abi::set_current(&self.abi);
        f();
        c_abi::set_current(outer);
        current(|exec| *exec = before);
    }

    /// Makes that there is no current task until the result is dropped.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn leave() -> Saved {
        let exec = current(|exec| core::mem::replace(exec, null()));
        Saved(exec, c_abi::set_current(null()))
    }

    fn sleeper(&self) -> &'static Sleeper {
        let sleeper = self.sleeper.get().unwrap_or_else(Sleeper::take);
        self.sleeper.set(Some(sleeper));
        sleeper
    }

    /// The set of waitables.
    pub(super) fn set(&self) -> u32 {
        self.sleeper().set
    }

    /// Makes that the task can be woken while it sleeps.
    pub(super) fn expect_wakes(&self) {
        self.expects_wakes.set(true);
    }

    /// Queues a unit to be polled. One that wakes itself lets other tasks run before.
    pub(super) fn wake(&self, unit: UnitRef, itself: bool) {
        if itself && self.stop.get().is_null() {
            self.stop.set(&raw const *unit);
        }
        self.ready.push(unit);
        self.ring();
    }

    /// Makes the task ready to run.
    pub(super) fn wake_up(&self) {
        self.sleeping.set(false);
    }

    /// Whether something is to be polled.
    pub(super) fn is_ready(&self) -> bool {
        !self.ready.first().is_null()
    }

    /// Prepares the task to sleep. Returns the set of waitables to wait for.
    pub(super) fn sleep(&self) -> u32 {
        let sleeper = self.sleeper();
        if self.expects_wakes.get() {
            sleeper.arm();
        }
        self.sleeping.set(true);
        sleeper.set
    }

    /// Whether an event is a wake from elsewhere. If so, it is handled.
    pub(super) fn heard(&self, waitable: u32) -> bool {
        (self.sleeper.get()).is_some_and(|sleeper| sleeper.heard(waitable))
    }

    /// Gives back what a task uses that ends. Its set contains no waitables.
    pub(super) fn end(&self) {
        while let Some(unit) = self.ready.pop() {
            drop(unit);
        }
        if let Some(sleeper) = self.sleeper.take() {
            sleeper.give_back();
        }
    }

    /// Ends the sleep of the task.
    fn ring(&self) {
        if self.sleeping.get()
            && let Some(sleeper) = self.sleeper.get()
        {
            sleeper.ring();
        }
    }

    /// Adds a unit.
    pub(super) fn add(&self, unit: &Unit) {
        self.alive.set(self.alive.get() + 1);
        wake(unit);
    }

    /// Counts a unit that has ended, and drops its first owner. The unit of the call has it until the task ends.
    #[inline(never)]
    pub(super) fn remove(&self, unit: &Unit) {
        if !core::ptr::eq(unit, &self.unit) {
            drop(UnitRef::first(NonNull::from(unit)));
        }
        self.alive.set(self.alive.get() - 1);
        if self.alive.get() == 0 {
            self.ring();
        }
    }

    /// Drops the future of the call.
    pub(super) fn cancel(&self) {
        if self.unit.abort() {
            self.remove(&self.unit);
        }
    }
}
