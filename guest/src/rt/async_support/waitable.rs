//! The table of waitables: the calls and the ends of streams and futures that wait for events.
//!
//! A waitable stays in the set of the task that has waited for it last, so that its next operation needs no call of the host. It
//! leaves the set before it is cancelled or passed on, and when that task ends.

use super::builtins::{self, BLOCKED};
use super::c_abi::{self, Callback, Kept};
use super::exec::Exec;
#[cfg(not(target_arch = "wasm32"))]
use super::on_host::wakers;
use super::sleep::Sleeper;
use super::status::NONE;
#[cfg(target_arch = "wasm32")]
use super::wakers;
use crate::rt::allocate::{allocate, boxed};
use crate::rt::memory::free;
use alloc::alloc::Layout;
use alloc::boxed::Box;
use core::ffi::c_void;
use core::mem::{replace, take};
use core::ptr::{NonNull, null, null_mut, without_provenance_mut};
use core::sync::atomic::Ordering::Relaxed;
use core::task::{Context, Waker};

/// What is known of a waitable.
struct Entry {
    /// The task whose set it is in.
    exec: *const Exec,
    /// The task of another runtime with which it is registered.
    foreign: Option<Box<Kept>>,
    /// What its next event does.
    target: Target,
    /// The complement of the status of an event that has not been asked for yet, or that of [`BLOCKED`]: 0, so that a new entry
    /// is zeros.
    event: u32,
}

/// The first variant is zeros, as the whole of a new entry is.
#[derive(Default)]
#[repr(u32)]
enum Target {
    #[default]
    None,
    /// Wakes what polls: a part of the task, or what polls the operation itself, such as a `join!`.
    Waker(Waker),
    /// Calls another runtime, to which the waitable belongs.
    Callback(Callback, *mut c_void),
}

/// What is known of each waitable, by its number. A vector would link what tells of a lack of memory, and of a wrong index.
struct Table {
    entries: NonNull<Entry>,
    count: usize,
}

impl Table {
    const EMPTY: Self = Self {
        entries: NonNull::dangling(),
        count: 0,
    };
}

#[cfg(not(target_arch = "wasm32"))]
impl Table {
    /// Takes a waitable from a task, unless another thread has done that. Returns whether it was there.
    fn leave(&mut self, waitable: u32, exec: *const Exec) -> bool {
        let entry = self.entry(waitable);
        let left = core::ptr::eq(entry.exec, exec);
        if left {
            entry.exec = null();
            count(exec, null());
        }
        left
    }
}

#[cfg(target_arch = "wasm32")]
super::global::global!(with: Table = Table::EMPTY);

// SAFETY: what an entry points to is a task, of which other threads use the number of waitables alone, and while this task has
// an entry. Other runtimes are in components only.
#[cfg(not(target_arch = "wasm32"))]
unsafe impl Send for Table {}

/// Calls a function with the table. On the host, all threads share it, since an end may be used in another one than before.
#[cfg(not(target_arch = "wasm32"))]
fn with<R>(f: impl FnOnce(&mut Table) -> R) -> R {
    static TABLE: std::sync::Mutex<Table> = std::sync::Mutex::new(Table::EMPTY);
    let table = TABLE.lock();
    f(&mut table.unwrap_or_else(std::sync::PoisonError::into_inner))
}

impl Table {
    #[inline(never)]
    fn entry(&mut self, waitable: u32) -> &mut Entry {
        let index = waitable as usize;
        if index >= self.count {
            self.grow(index);
        }
        // SAFETY: the table has so many entries.
        unsafe { self.entries.add(index).as_mut() }
    }

    /// Makes place for the entry with this index.
    #[cold]
    #[inline(never)]
    fn grow(&mut self, index: usize) {
        const SIZE: usize = size_of::<Entry>();
        let count = 2 * index + 8;
        // SAFETY: a handle is below 2^28, so that the host runs out of handles, or the guest out of memory, before the size is
        // out of range. The block has place for the entries; the old block is not used any more. Zeros are a valid entry.
        unsafe {
            let layout = Layout::from_size_align_unchecked(count * SIZE, align_of::<Entry>());
            let entries = NonNull::new_unchecked(allocate(layout).cast());
            let old = replace(&mut self.entries, entries);
            let old_count = replace(&mut self.count, count);
            entries.copy_from_nonoverlapping(old, old_count);
            entries.add(old_count).write_bytes(0, count - old_count);
            free(old.as_ptr().cast(), old_count * SIZE, align_of::<Entry>());
        }
    }
}

/// The status of an event that has come, which is asked for only once, or [`BLOCKED`].
pub(super) fn arrived(waitable: u32) -> u32 {
    with(|table| !replace(&mut table.entry(waitable).event, !BLOCKED))
}

/// The status of an event that has come. Until then, which [`BLOCKED`] tells, the event wakes whoever polls.
#[inline(never)]
pub(super) fn poll(waitable: u32, cx: &Context<'_>) -> u32 {
    let status = arrived(waitable);
    if status == BLOCKED {
        #[cfg(not(target_arch = "wasm32"))]
        super::on_host::deliver_with(deliver_later);
        register(waitable, cx.waker());
        // Meanwhile another thread may have ended the operation.
        #[cfg(not(target_arch = "wasm32"))]
        return arrived(waitable);
    }
    status
}

/// Makes that the next event of a waitable wakes whoever polls, and that the current task waits for it.
fn register(waitable: u32, waker: &Waker) {
    let task = c_abi::current();
    let exec = Exec::of(task);
    // What clones a waker may be code of others, so it runs before the table is borrowed, and so does its drop, after.
    aim(waitable, Target::Waker(wakers::keep(waker, exec)));
    if !exec.is_null() {
        moves(waitable, exec, true);
    } else if !task.is_null() {
        join_foreign(waitable, task);
    }
}

/// Sets what the next event of a waitable does.
fn aim(waitable: u32, target: Target) {
    drop(with(|table| {
        replace(&mut table.entry(waitable).target, target)
    }));
}

/// Puts a waitable into the set of a task of this runtime, or of none. The host is told, unless it knows.
#[inline(never)]
fn moves(waitable: u32, exec: *const Exec, tell: bool) {
    let (before, foreign) = with(|table| {
        let entry = table.entry(waitable);
        let before = replace(&mut entry.exec, exec);
        #[cfg(not(target_arch = "wasm32"))]
        count(before, exec);
        (before, entry.foreign.take())
    });
    if let Some(task) = foreign {
        unregister(&task, waitable);
    }
    if before == exec {
        return;
    }
    #[cfg(target_arch = "wasm32")]
    count(before, exec);
    // SAFETY: the task is the current one. The waitable exists.
    unsafe {
        let set = exec.as_ref().map_or(0, Exec::set);
        if tell {
            builtins::join(waitable, set);
        }
    }
}

/// Counts a waitable that goes from one task to another. On the host the table is locked, so that no task ends meanwhile.
#[inline]
fn count(before: *const Exec, now: *const Exec) {
    // SAFETY: a task that ends leaves the table before.
    unsafe {
        if let Some(before) = before.as_ref() {
            (before.joined).store(before.joined.load(Relaxed) - 1, Relaxed);
        }
        if let Some(now) = now.as_ref() {
            now.joined.store(now.joined.load(Relaxed) + 1, Relaxed);
        }
    }
}

#[cold]
#[inline(never)]
fn unregister(task: &Kept, waitable: u32) {
    task.unregister(waitable);
}

/// Registers a waitable with the current task, one of another runtime.
#[cold]
#[inline(never)]
fn join_foreign(waitable: u32, task: *const c_abi::Task) {
    // SAFETY: a current task is valid.
    let context = unsafe { c_abi::Task::context(task) };
    let there = with(|table| {
        (table.entry(waitable).foreign.as_ref()).is_some_and(|task| task.context == context)
    });
    if !there {
        moves(waitable, null(), true);
        let data = without_provenance_mut(waitable as usize);
        // SAFETY: the task is the current one. The callback finds the waitable by its number.
        let task = unsafe {
            c_abi::Task::register(task, waitable, event_elsewhere, data);
            c_abi::Task::keep(task)
        };
        let task = Some(boxed(task));
        // There is none before: `moves` has taken it.
        core::mem::forget(with(|table| {
            replace(&mut table.entry(waitable).foreign, task)
        }));
    }
}

/// Handles an event that the task of another runtime has received; it has removed the callback.
unsafe extern "C" fn event_elsewhere(waitable: *mut c_void, status: u32) {
    let waitable = waitable.addr() as u32;
    drop(with(|table| table.entry(waitable).foreign.take()));
    deliver(waitable, status);
}

/// Takes a waitable out of every set, before it is cancelled or passed on. A status that has come stays.
pub(super) fn leave(waitable: u32) {
    moves(waitable, null(), true);
    disarm(waitable);
}

/// Makes that the next event of a waitable wakes nobody.
#[inline(never)]
pub(super) fn disarm(waitable: u32) {
    aim(waitable, Target::None);
}

/// Removes a waitable from the table, before it is dropped: that takes it out of the host's sets.
pub(super) fn forget(waitable: u32) {
    // The ends that are never waited for need no entry.
    if with(|table| (waitable as usize) < table.count) {
        moves(waitable, null(), false);
        disarm(waitable);
        arrived(waitable);
    }
}

/// Whether an operation may be cancelled here: that blocks until the other side has agreed.
///
/// The task of another runtime does not tell where its code runs. That runtime cancels everywhere.
#[inline(never)]
pub(super) fn may_cancel() -> bool {
    builtins::in_task() || {
        let task = c_abi::current();
        !task.is_null() && Exec::of(task).is_null()
    }
}

/// Ends an operation: returns the status of an event that has come, or cancels the operation. Where that is illegal and the
/// operation has not ended, it goes on, which [`BLOCKED`] tells.
///
/// # Safety
///
/// The operation is pending and has not been cancelled; `cancel` is the function that cancels it.
pub(super) unsafe fn cancel(waitable: u32, cancel: impl FnOnce(u32) -> u32) -> u32 {
    let status = arrived(waitable);
    if status != BLOCKED {
        return status;
    }
    if may_cancel() {
        leave(waitable);
        let status = cancel(waitable);
        // An event that comes in this moment from another thread is found here.
        #[cfg(not(target_arch = "wasm32"))]
        if status == BLOCKED {
            loop {
                match arrived(waitable) {
                    BLOCKED => std::thread::yield_now(),
                    status => return status,
                }
            }
        }
        return status;
    }
    disarm(waitable);
    // The task in whose set it is may be about to be told: then the host has promised it the event.
    if with(|table| table.entry(waitable).exec.is_null()) {
        return ask(waitable);
    }
    BLOCKED
}

/// The status of an event that no task has been told of, or [`BLOCKED`]. The waitable is in no set.
#[cold]
#[inline(never)]
fn ask(waitable: u32) -> u32 {
    let sleeper = Sleeper::take();
    // SAFETY: the waitable exists, and so does the set.
    unsafe { builtins::join(waitable, sleeper.set) };
    let status = loop {
        match builtins::poll(sleeper.set) {
            (NONE, ..) => break BLOCKED,
            (_, found, status) if found == waitable => break status,
            (_, other, _) => drop(sleeper.heard(other)),
        }
    };
    // SAFETY: the waitable exists.
    unsafe { builtins::join(waitable, 0) };
    sleeper.give_back();
    status
}

/// Handles an event.
pub(super) fn deliver(waitable: u32, status: u32) {
    let target = with(|table| {
        let entry = table.entry(waitable);
        entry.event = !status;
        take(&mut entry.target)
    });
    match target {
        Target::None => {}
        Target::Waker(waker) => waker.wake(),
        Target::Callback(callback, data) => {
            leave_callback(waitable);
            // SAFETY: the pointer was registered for this function, and this is its only event.
            unsafe { callback(data, status) };
        }
    }
}

/// Keeps the status of an event of a waitable that is in no set. Returns what to wake.
#[cfg(not(target_arch = "wasm32"))]
fn deliver_later(waitable: u32, status: u32) -> Option<Waker> {
    with(|table| {
        let entry = table.entry(waitable);
        entry.event = !status;
        match take(&mut entry.target) {
            Target::Waker(waker) => Some(waker),
            Target::None | Target::Callback(..) => None,
        }
    })
}

/// Registers a callback of another runtime. Returns the pointer that was registered before.
pub(super) fn register_callback(
    exec: &Exec,
    waitable: u32,
    callback: Callback,
    data: *mut c_void,
) -> *mut c_void {
    let target = Target::Callback(callback, data);
    let before = with(|table| replace(&mut table.entry(waitable).target, target));
    if let Target::Callback(_, data) = before {
        return data;
    }
    exec.alive.set(exec.alive.get() + 1);
    moves(waitable, exec, true);
    null_mut()
}

/// Removes a callback of another runtime. Returns its pointer.
pub(super) fn unregister_callback(waitable: u32) -> *mut c_void {
    let target = with(|table| take(&mut table.entry(waitable).target));
    match target {
        Target::Callback(_, data) => {
            leave_callback(waitable);
            data
        }
        Target::None | Target::Waker(_) => null_mut(),
    }
}

/// Takes a waitable of another runtime out of the table and out of its set. The task no longer waits for it.
#[cold]
#[inline(never)]
fn leave_callback(waitable: u32) {
    with(|table| {
        let entry = table.entry(waitable);
        entry.event = !BLOCKED;
        // SAFETY: a task that ends leaves the table before.
        if let Some(exec) = unsafe { entry.exec.as_ref() } {
            exec.alive.set(exec.alive.get() - 1);
        }
    });
    moves(waitable, null(), true);
}

/// Takes all waitables out of the set of a task that ends.
pub(super) fn leave_all(exec: &Exec) {
    let mut waitable = 0;
    while exec.joined.load(Relaxed) > 0 {
        #[cfg(target_arch = "wasm32")]
        if with(|table| core::ptr::eq(table.entry(waitable).exec, exec)) {
            moves(waitable, null(), true);
        }
        #[cfg(not(target_arch = "wasm32"))]
        if with(|table| table.leave(waitable, exec)) {
            // SAFETY: the waitable exists.
            unsafe { builtins::join(waitable, 0) };
        }
        waitable += 1;
    }
}
