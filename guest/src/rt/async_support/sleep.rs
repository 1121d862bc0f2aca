//! Sets of waitables, and how a task that sleeps is woken by another one.

use super::builtins::{self, BLOCKED};
use super::global::global;
use alloc::vec::Vec;
use core::ptr::without_provenance_mut;

// Sets that no task uses now.
global!(idle: Vec<Sleeper> = Vec::new());

/// A set of waitables that a task sleeps on. Most tasks need one only for a while, so that they are kept for the next task.
///
/// A stream of `()` wakes the task from elsewhere: the set contains its reader, with a read that is pending, and a write to it
/// is an event. It exists if a task has ever needed it.
#[derive(Clone, Copy)]
pub(super) struct Sleeper {
    set: u32,
    reader: u32,
    writer: u32,
    /// A read is pending.
    armed: bool,
    /// The read has been written to, but its event has not come yet.
    rung: bool,
}

impl Sleeper {
    pub(super) const fn none() -> Self {
        Self {
            set: 0,
            reader: 0,
            writer: 0,
            armed: false,
            rung: false,
        }
    }

    /// The set.
    pub(super) fn set(&mut self) -> u32 {
        if self.set == 0 {
            *self = idle(Vec::pop).unwrap_or_else(|| Self {
                // SAFETY: the function has no conditions.
                set: unsafe { builtins::set_new() },
                ..Self::none()
            });
        }
        self.set
    }

    /// Keeps the set for the next task. The set contains nothing but the reader.
    pub(super) fn give_back(&mut self) {
        if self.set != 0 {
            let sleeper = core::mem::replace(self, Self::none());
            idle(|idle| idle.push(sleeper));
        }
    }

    /// Makes that [`Sleeper::ring`] causes an event.
    pub(super) fn arm(&mut self) {
        let set = self.set();
        if self.reader == 0 {
            // SAFETY: the function has no conditions.
            let ends = unsafe { builtins::unit_new() };
            (self.reader, self.writer) = (ends as u32, (ends >> 32) as u32);
            // SAFETY: both exist.
            unsafe { builtins::join(self.reader, set) };
        }
        if !self.armed {
            // SAFETY: no read is pending; one of `()` needs no memory.
            let status = unsafe { builtins::unit_read(self.reader, without_provenance_mut(1), 1) };
            self.armed = status == BLOCKED;
        }
    }

    /// Causes an event, if the stream is armed.
    pub(super) fn ring(&mut self) {
        if self.armed && !self.rung {
            self.rung = true;
            // SAFETY: no write is pending, since each meets a read; one of `()` needs no memory.
            unsafe { builtins::unit_write(self.writer, without_provenance_mut(1), 1) };
        }
    }

    /// Whether an event is the one of the stream. If so, it is handled.
    pub(super) fn heard(&mut self, waitable: u32) -> bool {
        let heard = waitable == self.reader;
        if heard {
            (self.armed, self.rung) = (false, false);
        }
        heard
    }
}
