//! What tests of the runtime tell the host in memory: states of calls, and where the guest may not block.

use super::channels::{self, Kind, host};
use super::thread::CONTEXT;
use crate::rt::async_support::status::Event;
use alloc::boxed::Box;
use alloc::collections::VecDeque;
use core::cell::{Cell, RefCell};
use core::ptr::null_mut;

pub(in crate::rt::async_support) use super::builtins::context_get;

std::thread_local! {
    static SYNCHRONOUS: Cell<bool> = const { Cell::new(false) };
    static CANCELLED: Cell<u32> = const { Cell::new(0) };
    /// The number of calls and ends that this thread has made and not dropped.
    static EXISTING: Cell<isize> = const { Cell::new(0) };
    /// What happens while the guest blocks.
    static SCRIPT: RefCell<VecDeque<Box<dyn FnOnce()>>> = const { RefCell::new(VecDeque::new()) };
}

/// A call whose states a test sets.
pub(super) struct Call {
    resolved: bool,
    /// The status of the call if it is cancelled.
    on_cancel: u32,
    pub(super) event: Option<u32>,
}

impl Call {
    pub(super) fn take(&mut self) -> Option<(u32, u32)> {
        const SUBTASK: u32 = 1;
        let status = self.event.take()?;
        self.resolved = status >= 2;
        Some((SUBTASK, status))
    }
}

pub(super) fn count(change: isize) {
    EXISTING.set(EXISTING.get() + change);
}

pub(super) fn on_cancel() {
    assert!(!SYNCHRONOUS.get(), "cannot block a synchronous task");
    CANCELLED.set(CANCELLED.get() + 1);
}

pub(super) fn on_block() {
    assert!(!SYNCHRONOUS.get(), "cannot block a synchronous task");
    let next = SCRIPT.with(|script| script.borrow_mut().pop_front());
    if let Some(next) = next {
        next();
    }
}

/// Runs code as a synchronous export does that is called meanwhile.
pub(in crate::rt::async_support) fn synchronously<R>(f: impl FnOnce() -> R) -> R {
    SYNCHRONOUS.set(true);
    let before = CONTEXT.replace(null_mut());
    let result = f();
    SYNCHRONOUS.set(false);
    CONTEXT.set(before);
    result
}

/// Does something when the guest blocks.
pub(in crate::rt::async_support) fn when_blocked(f: impl FnOnce() + 'static) {
    SCRIPT.with(|script| script.borrow_mut().push_back(Box::new(f)));
}

/// The number of calls and ends that exist.
pub(in crate::rt::async_support) fn waitables() -> usize {
    EXISTING.get() as usize
}

/// The number of operations that were cancelled.
pub(in crate::rt::async_support) fn cancelled() -> u32 {
    CANCELLED.get()
}

/// Makes a call that is pending, and whose status is this one if it is cancelled.
pub(in crate::rt::async_support) fn new_call(on_cancel: u32) -> u32 {
    let call = Call {
        resolved: false,
        on_cancel,
        event: None,
    };
    host(|host| host.add(Kind::Call(call)))
}

fn with_call<R>(call: u32, f: impl FnOnce(&mut Call) -> R) -> R {
    host(|host| match &mut host.get(call).kind {
        Kind::Call(call) => f(call),
        Kind::End(_) => panic!("{call} is no call"),
    })
}

/// Tells the guest the status of a call.
pub(in crate::rt::async_support) fn call_is(call: u32, status: u32) {
    with_call(call, |call| call.event = Some(status));
    host(|host| host.announce(call));
}

/// Starts an operation of an end.
pub(in crate::rt::async_support) fn start(end: u32, start: *mut u8, count: usize) -> u32 {
    channels::start(end, start, count)
}

/// The next event of a set, if there is one.
pub(in crate::rt::async_support) fn next_event(set: u32) -> Option<Event> {
    channels::next_event(set)
}

/// Starts the context of a new task.
pub(in crate::rt::async_support) fn new_context() {
    CONTEXT.set(null_mut());
}

/// Goes back to the context of a task.
pub(in crate::rt::async_support) fn enter(context: *mut u8) {
    CONTEXT.set(context);
}

pub(crate) unsafe fn task_cancel() {
    CANCELLED.set(CANCELLED.get() + 1);
}

pub(crate) unsafe fn subtask_cancel(call: u32) -> u32 {
    on_cancel();
    with_call(call, |call| {
        assert!(
            !core::mem::replace(&mut call.resolved, true),
            "the call has ended"
        );
        match call.event.take() {
            Some(status) if status >= 2 => status,
            _ => call.on_cancel,
        }
    })
}

pub(crate) unsafe fn subtask_drop(call: u32) {
    let resolved = with_call(call, |call| call.resolved);
    assert!(resolved, "the call has not ended");
    host(|host| host.remove(call));
}
