//! What both ends of a stream have in common.

use crate::host::{Channel, Operation};
use crate::model::{Around, Impossible, Said};

/// The numbers that a side gives to its values.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Numbers(pub(crate) u32);

impl Numbers {
    pub(crate) fn take(&mut self, count: u32) -> Vec<u32> {
        self.0 += count;
        (self.0 - count..self.0).collect()
    }
}

/// An operation of the subject on its end.
#[derive(Debug)]
pub(crate) struct Live {
    /// One of one element or of all, which an asynchronous function does.
    pub(crate) plain: bool,
    /// The host has been asked for it; otherwise one that was dropped comes first.
    pub(crate) started: bool,
    /// What a write still has to write.
    pub(crate) values: Vec<u32>,
}

/// What both ends have in common.
#[derive(Debug)]
pub(crate) struct Core {
    pub(crate) channel: Channel,
    pub(crate) live: Option<Live>,
    /// An operation of the host has been started, and the subject does not know yet how it has ended.
    pub(crate) pending: bool,
    /// How it has ended, of which the task was told.
    pub(crate) told: Option<Operation>,
    /// A task is told of the event.
    pub(crate) in_set: bool,
    /// The other end is dropped, as far as is known.
    pub(crate) done: bool,
    /// The end was dropped, or passed on.
    pub(crate) gone: bool,
    /// It was dropped with an operation that could not be cancelled.
    pub(crate) orphan: bool,
    /// The last operation has ended, and could be misused.
    pub(crate) ended: bool,
}

impl Core {
    pub(crate) fn new() -> Self {
        Self {
            channel: Channel::default(),
            live: None,
            pending: false,
            told: None,
            in_set: false,
            done: false,
            gone: false,
            orphan: false,
            ended: false,
        }
    }

    /// Whether a step is possible: one that needs an operation, or one that needs the end alone.
    pub(crate) fn check(&self, needs_operation: bool) -> Result<(), Impossible> {
        if self.gone {
            return Err(Impossible::EndIsConsumed);
        }
        match (needs_operation, self.live.is_some()) {
            (true, false) => Err(Impossible::NoOperation),
            (false, true) => Err(Impossible::EndIsBusy),
            _ => Ok(()),
        }
    }

    pub(crate) fn check_cancel(&self) -> Result<(), Impossible> {
        match &self.live {
            Some(live) if live.plain => Err(Impossible::NoCancel),
            _ => Ok(()),
        }
    }

    pub(crate) fn misuse(&self) -> Result<Said, Impossible> {
        if self.ended {
            Ok(Said::Misuse)
        } else {
            Err(Impossible::NoOperation)
        }
    }
}

/// What all come to at the end.
#[derive(Default)]
pub(crate) struct Finish {
    pub(crate) mine: Vec<String>,
    pub(crate) there: Vec<String>,
    pub(crate) kept: Vec<String>,
}

impl Finish {
    pub(crate) fn all(self) -> Vec<String> {
        [self.mine, self.there, self.kept].concat()
    }
}

/// In a task.
pub(crate) const BLOCKING: Around = Around { may_block: true };
