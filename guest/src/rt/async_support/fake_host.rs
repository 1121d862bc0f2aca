//! A host for tests, with sets, calls, streams and futures in memory. What traps in a component panics here.
//!
//! Each thread has its own host.

use super::builtins::{BLOCKED, CANCELLED, COMPLETED, DROPPED, Event};
use alloc::boxed::Box;
use alloc::collections::{BTreeMap, VecDeque};
use core::cell::RefCell;
use core::ptr::null_mut;

std::thread_local! {
    static HOST: RefCell<Host> = RefCell::new(Host::default());
}

/// Kinds of events.
pub(super) const SUBTASK: u32 = 1;
const STREAM: u32 = 2;

#[derive(Default)]
struct Host {
    last: u32,
    waitables: BTreeMap<u32, Waitable>,
    sets: u32,
    context: usize,
    synchronous: bool,
    /// What happens while the guest blocks.
    script: VecDeque<Box<dyn FnOnce()>>,
    cancelled: u32,
}

/// A call, or the end of a stream or future.
struct Waitable {
    set: u32,
    event: Option<(u32, u32)>,
    kind: Kind,
}

enum Kind {
    Call { resolved: bool, on_cancel: u32 },
    End(End),
}

#[derive(Clone, Copy)]
struct End {
    /// The other end; 0 if it is dropped.
    other: u32,
    size: usize,
    future: bool,
    writer: bool,
    /// The memory of the operation that is pending.
    buffer: Option<(*mut u8, usize)>,
    /// Only a drop is left.
    done: bool,
}

fn host<R>(f: impl FnOnce(&mut Host) -> R) -> R {
    HOST.with(|host| f(&mut host.borrow_mut()))
}

impl Host {
    fn add(&mut self, kind: Kind) -> u32 {
        self.last += 1;
        let waitable = Waitable {
            set: 0,
            event: None,
            kind,
        };
        self.waitables.insert(self.last, waitable);
        self.last
    }

    fn get(&mut self, waitable: u32) -> &mut Waitable {
        (self.waitables.get_mut(&waitable)).expect("the waitable exists")
    }

    fn end(&mut self, waitable: u32) -> &mut End {
        match &mut self.get(waitable).kind {
            Kind::End(end) => end,
            Kind::Call { .. } => panic!("{waitable} is a call"),
        }
    }

    /// Tells an end how its operation has ended.
    fn notify(&mut self, waitable: u32, status: u32) {
        let kind = STREAM + u32::from(self.end(waitable).writer);
        let kind = kind + if self.end(waitable).future { 2 } else { 0 };
        self.get(waitable).event = Some((kind, status));
    }

    /// Delivers an event.
    fn take(&mut self, waitable: u32) -> Option<Event> {
        let found = self.get(waitable);
        let (kind, status) = found.event.take()?;
        match &mut found.kind {
            Kind::Call { resolved, .. } => *resolved = status >= 2,
            Kind::End(end) => {
                end.buffer = None;
                end.done |= finished(end, status);
            }
        }
        Some((kind, waitable, status))
    }

    /// Starts an operation.
    fn start(&mut self, waitable: u32, start: *mut u8, count: usize) -> u32 {
        assert!(
            self.get(waitable).event.is_none(),
            "an operation is pending"
        );
        let end = *self.end(waitable);
        assert!(end.buffer.is_none(), "an operation is pending");
        assert!(!end.done, "the end is done");
        if end.other == 0 {
            self.end(waitable).done = true;
            return DROPPED;
        }
        let other = *self.end(end.other);
        let ready = self.get(end.other).event.is_none();
        let Some((there, available)) = other.buffer.filter(|_| ready) else {
            self.end(waitable).buffer = Some((start, count));
            return BLOCKED;
        };
        let moved = count.min(available);
        let (from, to) = if end.writer {
            (start, there)
        } else {
            (there, start)
        };
        // SAFETY: both operations have memory for so many elements.
        unsafe { core::ptr::copy_nonoverlapping(from, to, moved * end.size) };
        let status = if end.future {
            COMPLETED
        } else {
            (moved as u32) << 4
        };
        self.notify(end.other, status);
        self.end(waitable).done = end.future;
        status
    }

    fn cancel(&mut self, waitable: u32) -> u32 {
        assert!(!self.synchronous, "cannot block a synchronous task");
        assert_eq!(self.get(waitable).set, 0, "the waitable is in a set");
        self.cancelled += 1;
        assert!(
            self.end(waitable).buffer.is_some(),
            "no operation is pending"
        );
        match self.take(waitable) {
            Some((_, _, status)) => status,
            None => {
                self.end(waitable).buffer = None;
                CANCELLED
            }
        }
    }

    fn drop_end(&mut self, waitable: u32) {
        let end = *self.end(waitable);
        assert!(end.buffer.is_none(), "an operation is pending");
        assert!(
            !(end.future && end.writer) || end.done,
            "nothing was written"
        );
        self.waitables.remove(&waitable);
        if end.other != 0 && self.waitables.contains_key(&end.other) {
            self.end(end.other).other = 0;
            if self.end(end.other).buffer.is_some() && self.get(end.other).event.is_none() {
                self.notify(end.other, DROPPED);
            }
        }
    }

    fn poll(&mut self, set: u32) -> Option<Event> {
        let members = self.waitables.iter();
        let mut ready =
            members.filter(|(_, waitable)| waitable.set == set && waitable.event.is_some());
        let waitable = *ready.next()?.0;
        self.take(waitable)
    }
}

fn finished(end: &End, status: u32) -> bool {
    let how = status & 0xf;
    how == DROPPED || (end.future && how == COMPLETED)
}

// What tests do.

/// Runs code as a synchronous export does that is called meanwhile.
pub(super) fn synchronously<R>(f: impl FnOnce() -> R) -> R {
    let before = host(|host| {
        host.synchronous = true;
        core::mem::replace(&mut host.context, 0)
    });
    let result = f();
    host(|host| (host.synchronous, host.context) = (false, before));
    result
}

/// Does something when the guest blocks.
pub(super) fn when_blocked(f: impl FnOnce() + 'static) {
    host(|host| host.script.push_back(Box::new(f)));
}

/// The number of calls and ends that exist.
pub(super) fn waitables() -> usize {
    host(|host| host.waitables.len())
}

/// The number of operations that were cancelled.
pub(super) fn cancelled() -> u32 {
    host(|host| host.cancelled)
}

/// Makes a stream or future. The lower half of the number is the reader.
pub(super) fn new_pair(size: usize, future: bool) -> u64 {
    host(|host| {
        let end = |other, writer| {
            Kind::End(End {
                other,
                size,
                future,
                writer,
                buffer: None,
                done: false,
            })
        };
        let reader = host.add(end(host.last + 2, false));
        let writer = host.add(end(reader, true));
        u64::from(reader) | u64::from(writer) << 32
    })
}

/// Starts an operation of an end.
pub(super) fn start(waitable: u32, start: *mut u8, count: usize) -> u32 {
    host(|host| host.start(waitable, start, count))
}

/// Cancels the operation of an end.
pub(super) fn cancel(waitable: u32) -> u32 {
    host(|host| host.cancel(waitable))
}

/// Drops an end.
pub(super) fn drop_end(waitable: u32) {
    host(|host| host.drop_end(waitable));
}

/// Makes a call that is pending, and whose status is this one if it is cancelled.
pub(super) fn new_call(on_cancel: u32) -> u32 {
    host(|host| {
        host.add(Kind::Call {
            resolved: false,
            on_cancel,
        })
    })
}

/// Tells the guest the status of a call.
pub(super) fn call_is(call: u32, status: u32) {
    host(|host| host.get(call).event = Some((SUBTASK, status)));
}

/// The next event of a set, if there is one.
pub(super) fn next_event(set: u32) -> Option<Event> {
    host(|host| host.poll(set))
}

/// Starts the context of a new task.
pub(super) fn new_context() {
    host(|host| host.context = 0);
}

/// Goes back to the context of a task.
pub(super) fn enter(context: *mut u8) {
    host(|host| host.context = context.expose_provenance());
}

// What the runtime imports.

pub(super) unsafe fn context_get() -> *mut u8 {
    core::ptr::with_exposed_provenance_mut(host(|host| host.context))
}

pub(super) unsafe fn context_set(context: *mut u8) {
    enter(context);
}

pub(super) unsafe fn set_new() -> u32 {
    host(|host| {
        host.sets += 1;
        host.sets
    })
}

pub(super) unsafe fn set_wait(set: u32, rest: *mut u32) -> u32 {
    assert!(
        !host(|host| host.synchronous),
        "cannot block a synchronous task"
    );
    loop {
        // SAFETY: the caller's promise.
        let kind = unsafe { set_poll(set, rest) };
        if kind != 0 {
            return kind;
        }
        let next = host(|host| host.script.pop_front());
        next.expect("deadlock: nothing happens any more")();
    }
}

pub(super) unsafe fn set_poll(set: u32, rest: *mut u32) -> u32 {
    let (kind, waitable, status) = next_event(set).unwrap_or_default();
    // SAFETY: the caller has memory for two numbers.
    unsafe { rest.cast::<[u32; 2]>().write([waitable, status]) };
    kind
}

pub(super) unsafe fn join(waitable: u32, set: u32) {
    host(|host| host.get(waitable).set = set);
}

pub(super) unsafe fn subtask_cancel(call: u32) -> u32 {
    host(|host| {
        assert!(!host.synchronous, "cannot block a synchronous task");
        host.cancelled += 1;
        let found = host.get(call);
        assert_eq!(found.set, 0, "the waitable is in a set");
        let Kind::Call {
            resolved,
            on_cancel,
        } = &mut found.kind
        else {
            panic!("{call} is no call");
        };
        assert!(!core::mem::replace(resolved, true), "the call has ended");
        match found.event.take() {
            Some((_, status)) if status >= 2 => status,
            _ => *on_cancel,
        }
    })
}

pub(super) unsafe fn subtask_drop(call: u32) {
    host(|host| {
        let resolved = matches!(host.get(call).kind, Kind::Call { resolved: true, .. });
        assert!(resolved, "the call has not ended");
        host.waitables.remove(&call);
    });
}

pub(super) unsafe fn thread_yield() -> u32 {
    0
}

pub(super) unsafe fn backpressure_inc() {}

pub(super) unsafe fn backpressure_dec() {}

pub(super) unsafe fn task_cancel() {
    host(|host| host.cancelled += 1);
}

pub(super) unsafe fn unit_new() -> u64 {
    new_pair(0, false)
}

pub(super) unsafe fn unit_read(reader: u32, place: *mut u8, count: usize) -> u32 {
    start(reader, place, count)
}

pub(super) unsafe fn unit_write(writer: u32, place: *const u8, count: usize) -> u32 {
    start(writer, place.cast_mut(), count)
}

#[cfg(feature = "inter-task-wakeup")]
pub(super) unsafe fn unit_cancel_read(reader: u32) -> u32 {
    cancel(reader)
}

#[cfg(feature = "inter-task-wakeup")]
pub(super) unsafe fn unit_cancel_write(writer: u32) -> u32 {
    cancel(writer)
}

#[cfg(feature = "inter-task-wakeup")]
pub(super) unsafe fn unit_drop_readable(reader: u32) {
    drop_end(reader);
}

#[cfg(feature = "inter-task-wakeup")]
pub(super) unsafe fn unit_drop_writable(writer: u32) {
    drop_end(writer);
}

pub(super) unsafe fn error_context_new(_: *const u8, _: usize) -> u32 {
    1
}

pub(super) unsafe fn error_context_message(_: u32, text: *mut *mut u8) {
    // SAFETY: the caller has memory for two pointers.
    unsafe {
        text.cast::<[*mut u8; 2]>()
            .write([core::ptr::without_provenance_mut(1), null_mut()]);
    };
}

pub(super) unsafe fn error_context_drop(_: u32) {}
