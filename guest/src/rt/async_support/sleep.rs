//! Sets of waitables, and how a task that sleeps is woken by another one.

use super::builtins::{self, BLOCKED};
use super::global::global;
use super::status::ends;
use crate::rt::allocate::boxed;
use alloc::boxed::Box;
use core::cell::Cell;
use core::ptr::without_provenance_mut;

// The first set that no task uses now.
global!(idle: Option<&'static Sleeper> = None);

/// A set of waitables that a task sleeps on. Most tasks need one only for a while, so that it is kept for the next task.
///
/// A stream of `()` wakes the task from elsewhere: the set contains its reader, with a read that is pending, and a write to it
/// is an event. It exists if a task has ever needed it.
pub(super) struct Sleeper {
    pub(super) set: u32,
    reader: Cell<u32>,
    writer: Cell<u32>,
    /// A read is pending.
    armed: Cell<bool>,
    /// The read has been written to, but its event has not come yet.
    rung: Cell<bool>,
    next: Cell<Option<&'static Self>>,
}

impl Sleeper {
    /// A set that contains nothing but the reader.
    pub(super) fn take() -> &'static Self {
        idle(|idle| {
            if let Some(first) = *idle {
                *idle = first.next.get();
                return first;
            }
            Box::leak(boxed(Self {
                // SAFETY: the function has no conditions.
                set: unsafe { builtins::set_new() },
                reader: Cell::new(0),
                writer: Cell::new(0),
                armed: Cell::new(false),
                rung: Cell::new(false),
                next: Cell::new(None),
            }))
        })
    }

    /// Keeps the set for the next task. It contains nothing but the reader.
    pub(super) fn give_back(&'static self) {
        idle(|idle| self.next.set(idle.replace(self)));
    }

    /// Makes that [`Sleeper::ring`] causes an event.
    pub(super) fn arm(&self) {
        if self.armed.get() {
            return;
        }
        if self.reader.get() == 0 {
            // SAFETY: the function has no conditions.
            let (reader, writer) = ends(unsafe { builtins::unit_new() });
            self.reader.set(reader);
            self.writer.set(writer);
            // SAFETY: both exist.
            unsafe { builtins::join(self.reader.get(), self.set) };
        }
        // SAFETY: no read is pending; one of `()` needs no memory.
        let status =
            unsafe { builtins::unit_read(self.reader.get(), without_provenance_mut(1), 1) };
        self.armed.set(status == BLOCKED);
    }

    /// Causes an event, if the stream is armed.
    pub(super) fn ring(&self) {
        if self.armed.get() && !self.rung.replace(true) {
            // SAFETY: no write is pending, since each meets a read; one of `()` needs no memory.
            unsafe { builtins::unit_write(self.writer.get(), without_provenance_mut(1), 1) };
        }
    }

    /// Whether an event is the one of the stream. If so, it is handled.
    pub(super) fn heard(&self, waitable: u32) -> bool {
        let heard = waitable == self.reader.get();
        if heard {
            self.armed.set(false);
            self.rung.set(false);
        }
        heard
    }
}
