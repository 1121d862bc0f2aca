//! Work that is shared out among threads, with rayon.
//!
//! All of it can be done by one thread as well. Then, and where the system gives no threads, no pool is made.

use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use std::num::NonZeroUsize;

/// Does the work where up to `threads` threads share it.
pub(crate) fn with_threads<R: Send>(threads: NonZeroUsize, work: impl FnOnce() -> R + Send) -> R {
    if threads == NonZeroUsize::MIN {
        return work();
    }
    match ThreadPoolBuilder::new().num_threads(threads.get()).build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}

/// Whether there are threads to share work with; outside a pool rayon would start one for the whole process.
fn is_shared() -> bool {
    rayon::current_thread_index().is_some()
}

/// Applies `work` to each item; the results are in the order of the items.
pub(crate) fn map<T: Send, R: Send>(items: Vec<T>, work: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
    if is_shared() {
        items.into_par_iter().map(work).collect()
    } else {
        items.into_iter().map(work).collect()
    }
}

/// Does two things, at the same time if there is a thread for the second.
pub(crate) fn join<A: Send, B: Send>(
    first: impl FnOnce() -> A + Send,
    second: impl FnOnce() -> B + Send,
) -> (A, B) {
    if is_shared() {
        rayon::join(first, second)
    } else {
        (first(), second())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_in_order_however_many_threads() {
        let items: Vec<usize> = (0..1000).collect();
        let doubled: Vec<usize> = (0..1000).map(|item| item * 2).collect();
        for threads in [1, 2, 3, 20] {
            let threads = NonZeroUsize::new(threads).expect("is not 0");
            let double = || map(items.clone(), |item| item * 2);
            assert_eq!(with_threads(threads, double), doubled);
            let nothing = || map(Vec::<usize>::new(), |item| item * 2);
            assert!(with_threads(threads, nothing).is_empty());
            assert_eq!(with_threads(threads, || join(|| 1, || 2)), (1, 2));
        }
    }
}
