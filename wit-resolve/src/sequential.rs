//! Stands in for `parallel` without the feature for threads.

use std::num::NonZeroUsize;

/// The only thread that there is.
pub(crate) struct Crew;

impl Crew {
    /// The calling thread, however many are asked for.
    pub(crate) fn of(_: NonZeroUsize) -> Self {
        Self
    }

    /// Applies `work` to each item, in order.
    pub(crate) fn map<T, R>(&self, items: Vec<T>, work: impl Fn(T) -> R) -> Vec<R> {
        items.into_iter().map(work).collect()
    }
}
