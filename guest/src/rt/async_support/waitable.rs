//! The table of waitables: the calls and the ends of streams and futures that wait for events.
//!
//! A waitable stays in the set of the task that has waited for it last, so that its next operation needs no call of the host. It
//! leaves the set before it is cancelled or passed on, and when that task ends.

use super::builtins::{self, BLOCKED, Event};
use super::c_abi::{self, Callback, Kept};
use super::exec::{Exec, Unit, UnitRef, wake};
use super::global::global;
use alloc::vec::Vec;
use core::ffi::c_void;
use core::mem::{replace, take};
use core::ptr::{null, without_provenance_mut};
use core::task::{Context, Waker};

/// What is known of a waitable.
struct Entry {
    /// The task whose set it is in.
    exec: *const Exec,
    /// What its next event does.
    target: Target,
    /// The status of an event that has not been asked for yet, or [`BLOCKED`].
    status: u32,
}

#[derive(Default)]
enum Target {
    #[default]
    None,
    /// Polls this part of the task.
    Unit(UnitRef),
    /// Wakes what polls the operation itself, such as a `join!`.
    Waker(Waker),
    /// Calls another runtime, to which the waitable belongs.
    Callback(Callback, *mut c_void),
}

/// The task of another runtime with which a waitable is registered.
struct Foreign {
    waitable: u32,
    task: Kept,
}

impl Entry {
    const NONE: Self = Self {
        exec: null(),
        target: Target::None,
        status: BLOCKED,
    };
}

/// The waitables.
struct Table {
    /// What is known of each, by its number.
    entries: Vec<Entry>,
    /// Those that are registered with the tasks of other runtimes.
    foreign: Vec<Foreign>,
}

global!(with: Table = Table { entries: Vec::new(), foreign: Vec::new() });

impl Table {
    fn entry(&mut self, waitable: u32) -> &mut Entry {
        let index = waitable as usize;
        if index >= self.entries.len() {
            self.entries.resize_with(index + 1, || Entry::NONE);
        }
        &mut self.entries[index]
    }

    /// Puts a waitable into the set of a task, as far as the table is concerned.
    fn moves(&mut self, waitable: u32, exec: *const Exec) {
        let before = replace(&mut self.entry(waitable).exec, exec);
        // SAFETY: a task that ends leaves the table before.
        unsafe {
            if let Some(exec) = before.as_ref() {
                exec.joined.set(exec.joined.get() - 1);
            }
            if let Some(exec) = exec.as_ref() {
                exec.joined.set(exec.joined.get() + 1);
            }
        }
    }
}

/// The status of an event that has come, which is asked for only once.
pub(super) fn arrived(waitable: u32) -> Option<u32> {
    with(|table| {
        let entry = table.entries.get_mut(waitable as usize)?;
        let status = replace(&mut entry.status, BLOCKED);
        (status != BLOCKED).then_some(status)
    })
}

/// The status of an event that has come. Until then, the event wakes whoever polls.
pub(super) fn poll(waitable: u32, cx: &Context<'_>) -> Option<u32> {
    let status = arrived(waitable);
    if status.is_none() {
        register(waitable, cx);
    }
    status
}

/// Makes that the next event of a waitable wakes whoever polls, and that the current task waits for it.
fn register(waitable: u32, cx: &Context<'_>) {
    let task = c_abi::current();
    let exec = Exec::of(task);
    let unit = UnitRef::of(cx.waker(), exec);
    if is_registered(waitable, exec, unit) {
        return;
    }
    // SAFETY: the waker of a part of the task is valid while that is polled.
    let target = match unsafe { unit.as_ref() } {
        Some(unit) => Target::Unit(UnitRef::new(unit)),
        // What clones a waker may be code of others, so it runs before the table is borrowed, and so does its drop, after.
        None => Target::Waker(cx.waker().clone()),
    };
    let before = with(|table| replace(&mut table.entry(waitable).target, target));
    drop(before);
    // SAFETY: a current task is valid.
    match unsafe { exec.as_ref() } {
        Some(exec) => join(waitable, exec),
        None if !task.is_null() => join_foreign(waitable, task),
        None => {}
    }
}

fn is_registered(waitable: u32, exec: *const Exec, unit: *const Unit) -> bool {
    !unit.is_null()
        && with(|table| match table.entry(waitable) {
            Entry {
                exec: joined,
                target: Target::Unit(target),
                ..
            } => *joined == exec && target.is(unit),
            Entry { .. } => false,
        })
}

/// Puts a waitable into the set of a task of this runtime.
fn join(waitable: u32, exec: &Exec) {
    let there = with(|table| core::ptr::eq(table.entry(waitable).exec, exec));
    if !there {
        leave_foreign(waitable);
        with(|table| table.moves(waitable, exec));
        // SAFETY: both exist.
        unsafe { builtins::join(waitable, exec.set()) };
    }
}

/// Registers a waitable with the current task, one of another runtime.
fn join_foreign(waitable: u32, task: *const c_abi::Task) {
    // SAFETY: a current task is valid.
    let context = unsafe { c_abi::Task::context(task) };
    let there = with(|table| {
        (table.foreign.iter())
            .any(|foreign| foreign.waitable == waitable && foreign.task.context == context)
    });
    if !there {
        leave_set(waitable);
        leave_foreign(waitable);
        let data = without_provenance_mut(waitable as usize);
        // SAFETY: the task is the current one. The callback finds the waitable by its number.
        let task = unsafe {
            c_abi::Task::register(task, waitable, event_elsewhere, data);
            c_abi::Task::keep(task)
        };
        with(|table| table.foreign.push(Foreign { waitable, task }));
    }
}

/// Handles an event that the task of another runtime has received; it has removed the callback.
unsafe extern "C" fn event_elsewhere(waitable: *mut c_void, status: u32) {
    let waitable = waitable.addr() as u32;
    drop(take_foreign(waitable));
    deliver((0, waitable, status));
}

fn take_foreign(waitable: u32) -> Option<Foreign> {
    with(|table| {
        let index = (table.foreign.iter()).position(|foreign| foreign.waitable == waitable)?;
        Some(table.foreign.swap_remove(index))
    })
}

fn leave_foreign(waitable: u32) {
    if let Some(foreign) = take_foreign(waitable) {
        foreign.task.unregister(waitable);
    }
}

/// Takes a waitable out of the set of its task.
fn leave_set(waitable: u32) {
    let joined = with(|table| {
        let joined = !table.entry(waitable).exec.is_null();
        table.moves(waitable, null());
        joined
    });
    if joined {
        // SAFETY: the waitable exists.
        unsafe { builtins::join(waitable, 0) };
    }
}

/// Takes a waitable out of every set, before it is cancelled or passed on. A status that has come stays.
pub(super) fn leave(waitable: u32) {
    leave_set(waitable);
    leave_foreign(waitable);
    disarm(waitable);
}

/// Makes that the next event of a waitable wakes nobody.
pub(super) fn disarm(waitable: u32) {
    let target = with(|table| take(&mut table.entry(waitable).target));
    drop(target);
}

/// Removes a waitable from the table, before it is dropped: that takes it out of the host's sets.
pub(super) fn forget(waitable: u32) {
    leave_foreign(waitable);
    let entry = with(|table| {
        if waitable as usize >= table.entries.len() {
            return Entry::NONE;
        }
        table.moves(waitable, null());
        replace(table.entry(waitable), Entry::NONE)
    });
    drop(entry);
}

/// Whether an operation may be cancelled here: that blocks until the other side has agreed.
///
/// The task of another runtime does not tell where its code runs. That runtime cancels everywhere.
pub(super) fn may_cancel() -> bool {
    let task = c_abi::current();
    builtins::in_task() || (!task.is_null() && Exec::of(task).is_null())
}

/// Ends an operation: returns the status of an event that has come, or cancels the operation. The current task may block.
///
/// # Safety
///
/// The operation is pending and has not been cancelled; `cancel` is the function that cancels it.
pub(super) unsafe fn cancel(waitable: u32, cancel: impl FnOnce(u32) -> u32) -> u32 {
    arrived(waitable).unwrap_or_else(|| {
        leave(waitable);
        cancel(waitable)
    })
}

/// Handles an event.
pub(super) fn deliver((_, waitable, status): Event) {
    let target = with(|table| {
        let entry = table.entry(waitable);
        entry.status = status;
        take(&mut entry.target)
    });
    match target {
        Target::None => {}
        Target::Unit(unit) => wake(&unit),
        Target::Waker(waker) => waker.wake(),
        Target::Callback(callback, data) => {
            leave_callback(waitable);
            // SAFETY: the pointer was registered for this function, and this is its only event.
            unsafe { callback(data, status) };
        }
    }
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
    let before = match before {
        Target::Callback(_, data) => return data,
        Target::None | Target::Unit(_) | Target::Waker(_) => core::ptr::null_mut(),
    };
    exec.alive.set(exec.alive.get() + 1);
    join(waitable, exec);
    before
}

/// Removes a callback of another runtime. Returns its pointer.
pub(super) fn unregister_callback(waitable: u32) -> *mut c_void {
    let target = with(|table| take(&mut table.entry(waitable).target));
    match target {
        Target::Callback(_, data) => {
            leave_callback(waitable);
            data
        }
        Target::None | Target::Unit(_) | Target::Waker(_) => core::ptr::null_mut(),
    }
}

/// Takes a waitable of another runtime out of the table and out of its set. The task no longer waits for it.
fn leave_callback(waitable: u32) {
    with(|table| {
        let entry = table.entry(waitable);
        entry.status = BLOCKED;
        // SAFETY: a task that ends leaves the table before.
        if let Some(exec) = unsafe { entry.exec.as_ref() } {
            exec.alive.set(exec.alive.get() - 1);
        }
    });
    leave_set(waitable);
}

/// Takes all waitables out of the set of a task that ends.
pub(super) fn leave_all(exec: &Exec) {
    let mut waitable = 0;
    while exec.joined.get() > 0 {
        let joined = with(|table| core::ptr::eq(table.entry(waitable).exec, exec));
        if joined {
            leave_set(waitable);
        }
        waitable += 1;
    }
}
