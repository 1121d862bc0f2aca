//! What `parallel` does with threads, without the feature for them.

use std::num::NonZeroUsize;

/// What `work` makes of each item, in the order of the items.
pub(crate) fn map<T, R>(_: NonZeroUsize, items: Vec<T>, work: impl Fn(T) -> R) -> Vec<R> {
    items.into_iter().map(work).collect()
}
