//! The numbers by which the host tells how operations and tasks go on, and those of handles.

/// What an operation returns if it has to wait for an event.
pub(super) const BLOCKED: u32 = u32::MAX;

/// How an operation of a stream or future ended: the low four bits of its status. The others are the number of elements.
pub(super) const COMPLETED: u32 = 0;
pub(super) const DROPPED: u32 = 1;
pub(super) const CANCELLED: u32 = 2;

/// The most elements of one operation.
pub(super) const MOST: usize = (1 << 28) - 1;

/// The event that is ready in a set, or that comes next: its kind, waitable and status.
pub(super) type Event = (u32, u32, u32);

/// The kind of no event.
pub(super) const NONE: u32 = 0;

/// The kind of the event that tells a task that it is cancelled.
pub(super) const TASK_CANCELLED: u32 = 6;

/// In the place of a handle that was taken out of its end.
pub(super) const TAKEN: u32 = u32::MAX;

/// The reader and the writer of a new stream or future: the canonical ABI returns both handles in one number.
#[inline]
pub(super) fn ends(both: u64) -> (u32, u32) {
    (both as u32, (both >> 32) as u32)
}
