//! Streams and futures in memory, and the sets of waitables: what the host of a component keeps, by the rules of the canonical
//! ABI. What traps in a component panics here.
//!
//! All threads share this host, so that an end can be used in another thread than the one that has made it.

use super::order;
use super::thread::thread;
use crate::rt::async_support::status::{BLOCKED, CANCELLED, COMPLETED, DROPPED, Event};
use alloc::boxed::Box;
use alloc::collections::{BTreeMap, VecDeque};
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::Cell;
use core::panic::Location;
use core::task::Waker;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

static HOST: Mutex<Host> = Mutex::new(Host::new());

/// Told when something has changed that another thread may wait for.
static CHANGED: Condvar = Condvar::new();

std::thread_local! {
    /// Where the program makes the next stream or future.
    static PLACE: Cell<Option<&'static Location<'static>>> = const { Cell::new(None) };
}

/// Kinds of events; one more for writers, two more for futures.
const READ: u32 = 2;

#[derive(Default)]
pub(super) struct Host {
    waitables: BTreeMap<u32, Waitable>,
    /// Numbers that can be given again: the runtime's table of waitables shall not grow for ever.
    free: Vec<u32>,
    sets: Vec<Set>,
    /// What other threads ask of a thread, by its number.
    pub(super) inboxes: BTreeMap<u64, Vec<Errand>>,
    pub(super) errors: BTreeMap<u32, String>,
    /// Who is told of events outside of sets: the runtime, when something has been polled.
    deliver: Option<Deliver>,
    /// What wakes when the host is unlocked: the code of a waker may be anybody's.
    wakers: Vec<Waker>,
}

/// What a thread is to do for another one.
pub(super) type Errand = Box<dyn FnOnce() + Send>;

/// Keeps the status of an event of a waitable that is in no set. Returns what to wake.
type Deliver = fn(u32, u32) -> Option<Waker>;

struct Set {
    thread: u64,
    /// The members with an event, in the order in which they got it.
    ready: VecDeque<u32>,
}

pub(super) struct Waitable {
    set: u32,
    pub(super) kind: Kind,
}

pub(super) enum Kind {
    End(End),
    /// A call whose states a test of the runtime sets.
    #[cfg(test)]
    Call(super::scripted::Call),
}

/// An end of a stream or future.
pub(super) struct End {
    /// The other end; 0 if it is dropped.
    other: u32,
    size: usize,
    future: bool,
    writer: bool,
    operation: Option<Operation>,
    /// How the operation has ended, until the program is told.
    event: Option<u32>,
    /// Only a drop is left.
    done: bool,
    /// Where it was made. The streams of the runtime itself have no place.
    place: Option<&'static Location<'static>>,
}

/// A read or write that is pending.
struct Operation {
    start: *mut u8,
    count: usize,
    moved: usize,
    /// The other end may still move elements.
    open: bool,
}

// SAFETY: the memory is lent to the operation until it ends, and used under the lock of the host alone.
unsafe impl Send for Operation {}

impl Host {
    const fn new() -> Self {
        Self {
            waitables: BTreeMap::new(),
            free: Vec::new(),
            sets: Vec::new(),
            inboxes: BTreeMap::new(),
            errors: BTreeMap::new(),
            deliver: None,
            wakers: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, kind: Kind) -> u32 {
        let next = self.waitables.len() as u32 + 1;
        let number = self.free.pop().unwrap_or(next);
        #[cfg(test)]
        super::scripted::count(1);
        self.waitables.insert(number, Waitable { set: 0, kind });
        number
    }

    pub(super) fn remove(&mut self, waitable: u32) {
        #[cfg(test)]
        super::scripted::count(-1);
        self.waitables.remove(&waitable);
        self.free.push(waitable);
    }

    pub(super) fn get(&mut self, waitable: u32) -> &mut Waitable {
        (self.waitables.get_mut(&waitable)).expect("the waitable exists")
    }

    fn end(&mut self, waitable: u32) -> &mut End {
        match &mut self.get(waitable).kind {
            Kind::End(end) => end,
            #[cfg(test)]
            Kind::Call(_) => panic!("{waitable} is a call"),
        }
    }

    /// Tells an end how its operation has ended. A drop replaces an earlier success.
    fn notify(&mut self, waitable: u32, how: u32) {
        let end = self.end(waitable);
        end.event = Some(how);
        self.announce(waitable);
    }

    /// Makes an event of a waitable known to its set. Without a set, it goes to whoever polls, in whatever executor.
    pub(super) fn announce(&mut self, waitable: u32) {
        let set = self.get(waitable).set;
        if set != 0 {
            let ready = &mut self.sets[set as usize - 1].ready;
            if !ready.contains(&waitable) {
                ready.push_back(waitable);
            }
        } else if let Some(deliver) = self.deliver
            && let Some((_, _, status)) = self.take(waitable)
        {
            self.wakers.extend(deliver(waitable, status));
        }
    }

    /// Takes the event of a waitable.
    pub(super) fn take(&mut self, waitable: u32) -> Option<Event> {
        let (kind, status) = match &mut self.get(waitable).kind {
            Kind::End(end) => end.take()?,
            #[cfg(test)]
            Kind::Call(call) => call.take()?,
        };
        Some((kind, waitable, status))
    }

    /// Starts an operation of an end.
    fn start(&mut self, waitable: u32, start: *mut u8, count: usize) -> u32 {
        let end = self.end(waitable);
        assert!(end.operation.is_none(), "an operation is pending");
        assert!(!end.done, "the end is done");
        let (other, future, writer, size) = (end.other, end.future, end.writer, end.size);
        if other == 0 {
            end.done = true;
            return DROPPED;
        }
        if let Some(there) = self.end(other).operation.as_mut().filter(|it| it.open) {
            let moved = count.min(there.count - there.moved);
            let both_empty = writer && count == 0 && there.count == 0;
            if there.moved < there.count || both_empty {
                // SAFETY: both operations have memory for so many elements, after those that were moved before.
                unsafe { there.copy(start, moved * size, there.moved * size, writer) };
                there.moved += moved;
                there.open = !future;
                if moved > 0 {
                    self.notify(other, COMPLETED);
                    self.end(waitable).done = future;
                }
                return if future {
                    COMPLETED
                } else {
                    (moved as u32) << 4
                };
            }
            there.open = false;
            self.notify(other, COMPLETED);
        }
        self.end(waitable).operation = Some(Operation {
            start,
            count,
            moved: 0,
            open: true,
        });
        BLOCKED
    }

    /// Cancels an operation. Returns [`BLOCKED`] if its event was delivered, or another thread is about to do that.
    fn cancel(&mut self, waitable: u32) -> u32 {
        assert_eq!(self.get(waitable).set, 0, "the waitable is in a set");
        let end = self.end(waitable);
        if end.operation.is_none() {
            return BLOCKED;
        }
        end.event.get_or_insert(CANCELLED);
        self.take(waitable)
            .map_or(CANCELLED, |(_, _, status)| status)
    }

    fn drop_end(&mut self, waitable: u32) {
        let end = self.end(waitable);
        assert!(end.operation.is_none(), "an operation is pending");
        assert!(
            !(end.future && end.writer) || end.done,
            "nothing was written"
        );
        let other = end.other;
        self.leave(waitable);
        self.remove(waitable);
        if other != 0 {
            let there = self.end(other);
            there.other = 0;
            if let Some(operation) = there.operation.as_mut().filter(|it| it.open) {
                operation.open = false;
                self.notify(other, DROPPED);
            }
        }
    }

    /// Takes a waitable out of its set.
    fn leave(&mut self, waitable: u32) {
        let set = core::mem::take(&mut self.get(waitable).set);
        if set != 0 {
            self.sets[set as usize - 1]
                .ready
                .retain(|&it| it != waitable);
        }
    }

    fn join(&mut self, waitable: u32, set: u32, thread: u64) {
        let before = self.get(waitable).set;
        // A task that ends does not know that another thread has taken an end over in this moment.
        let is_ours = before == 0 || self.sets[before as usize - 1].thread == thread;
        if set == 0 && !is_ours {
            return;
        }
        self.leave(waitable);
        self.get(waitable).set = set;
        let has_event = match &self.get(waitable).kind {
            Kind::End(end) => end.event.is_some(),
            #[cfg(test)]
            Kind::Call(call) => call.event.is_some(),
        };
        if set != 0 && has_event {
            self.announce(waitable);
        }
    }

    /// Whether a set has an event.
    pub(super) fn has_event(&self, set: u32) -> bool {
        !self.sets[set as usize - 1].ready.is_empty()
    }

    /// The next event of a set, of which the order picks one.
    fn poll(&mut self, set: u32) -> Option<Event> {
        let ready = &mut self.sets[set as usize - 1].ready;
        let picked = order::pick(ready.len());
        let waitable = ready.remove(picked)?;
        self.take(waitable)
    }
}

impl End {
    fn take(&mut self) -> Option<(u32, u32)> {
        let how = self.event.take()?;
        let moved = self.operation.take().map_or(0, |operation| operation.moved);
        self.done |= how == DROPPED || (self.future && how == COMPLETED);
        let kind = READ + u32::from(self.writer) + if self.future { 2 } else { 0 };
        let count = if self.future { 0 } else { moved as u32 };
        Some((kind, how | count << 4))
    }

    /// What the end waits for, in words.
    fn describe(&self) -> Option<String> {
        let place = self.place?;
        self.operation.as_ref().filter(|it| it.open)?;
        let verb = if self.writer {
            "a write to"
        } else {
            "a read of"
        };
        let what = if self.future { "future" } else { "stream" };
        Some(alloc::format!("{verb} the {what} that was made at {place}"))
    }
}

impl Operation {
    /// Copies elements between this operation and the one of the other end, which starts at `start`.
    ///
    /// # Safety
    ///
    /// There are so many bytes at `start`, and at this operation after the first `skip`.
    unsafe fn copy(&self, start: *mut u8, bytes: usize, skip: usize, from_start: bool) {
        // SAFETY: the caller's promise; two operations never share memory.
        unsafe {
            let here = self.start.add(skip);
            let (from, to) = if from_start {
                (start, here)
            } else {
                (here, start)
            };
            core::ptr::copy_nonoverlapping(from, to, bytes);
        }
    }
}

/// The host, for this thread alone until it is dropped. A panic is a failed test, and leaves the host in order.
fn lock() -> MutexGuard<'static, Host> {
    HOST.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Calls a function with the host. Then wakes whoever waits for what it has done.
pub(super) fn host<R>(f: impl FnOnce(&mut Host) -> R) -> R {
    let mut host = lock();
    let result = f(&mut host);
    let wakers = core::mem::take(&mut host.wakers);
    drop(host);
    CHANGED.notify_all();
    wakers.into_iter().for_each(Waker::wake);
    result
}

/// Blocks this thread until a function finds what it waits for.
pub(super) fn block_until(found: impl Fn(&mut Host) -> bool) {
    let host = CHANGED.wait_while(lock(), |host| !found(host));
    drop(host);
}

/// Notes where the program makes the next stream or future.
#[track_caller]
pub(in crate::rt::async_support) fn made_here() {
    PLACE.set(Some(Location::caller()));
}

/// Makes a stream or future with elements of a size. The lower half of the number is the reader.
pub(super) fn new_pair(size: usize, future: bool) -> u64 {
    let place = PLACE.take();
    let end = |other, writer| {
        Kind::End(End {
            other,
            size,
            future,
            writer,
            operation: None,
            event: None,
            done: false,
            place,
        })
    };
    host(|host| {
        let reader = host.add(end(0, false));
        let writer = host.add(end(reader, true));
        host.end(reader).other = writer;
        u64::from(reader) | u64::from(writer) << 32
    })
}

/// Starts an operation of an end.
pub(super) fn start(waitable: u32, start: *mut u8, count: usize) -> u32 {
    host(|host| host.start(waitable, start, count))
}

/// Sets who is told of events outside of sets.
pub(in crate::rt::async_support) fn deliver_with(deliver: Deliver) {
    lock().deliver = Some(deliver);
}

/// Asks a thread to do something.
pub(super) fn ask(thread: u64, errand: Errand) {
    host(|host| host.inboxes.entry(thread).or_default().push(errand));
}

/// Cancels the operation of an end.
pub(super) fn cancel(waitable: u32) -> u32 {
    #[cfg(test)]
    super::scripted::on_cancel();
    host(|host| host.cancel(waitable))
}

/// Drops an end.
pub(super) fn drop_end(waitable: u32) {
    host(|host| host.drop_end(waitable));
}

/// Makes a set of waitables, for this thread.
pub(super) fn new_set() -> u32 {
    host(|host| {
        host.sets.push(Set {
            thread: thread(),
            ready: VecDeque::new(),
        });
        host.sets.len() as u32
    })
}

/// Puts a waitable into a set, or into none.
pub(super) fn join(waitable: u32, set: u32) {
    let thread = thread();
    host(|host| host.join(waitable, set, thread));
}

/// The next event of a set, if there is one.
pub(super) fn next_event(set: u32) -> Option<Event> {
    host(|host| host.poll(set))
}

/// What the members of a set wait for, in words.
pub(super) fn describe(set: u32) -> Vec<String> {
    host(|host| {
        let members = host.waitables.values().filter(|it| it.set == set);
        let words = members.filter_map(|waitable| match &waitable.kind {
            Kind::End(end) => end.describe(),
            #[cfg(test)]
            Kind::Call(_) => None,
        });
        words.collect()
    })
}
