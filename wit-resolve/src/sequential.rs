//! Stands in for `parallel` without the feature for threads.

use std::num::NonZeroUsize;

/// Does the work on the only thread that there is.
pub(crate) fn with_threads<R>(_: NonZeroUsize, work: impl FnOnce() -> R) -> R {
    work()
}

/// Applies `work` to each item, in order.
pub(crate) fn map<T, R>(items: Vec<T>, work: impl Fn(T) -> R) -> Vec<R> {
    items.into_iter().map(work).collect()
}
