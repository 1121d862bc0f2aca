//! Work that is shared out among threads, with rayon.
//!
//! All of it can be done by one thread as well. Then, and where the system gives no threads, no pool is made.

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::num::NonZeroUsize;

/// Threads that do a part of the work of the thread that has them.
pub(crate) struct Crew(Option<ThreadPool>);

impl Crew {
    /// As many threads as that, which take all of the work of [`Self::map`]; no more than the calling thread for one.
    pub(crate) fn of(threads: NonZeroUsize) -> Self {
        Self::start(if threads == NonZeroUsize::MIN {
            0
        } else {
            threads.get()
        })
    }

    /// So many threads that they are `threads` together with the calling one, for [`Self::join`].
    pub(crate) fn beside_caller(threads: NonZeroUsize) -> Self {
        Self::start(threads.get() - 1)
    }

    fn start(threads: usize) -> Self {
        // For rayon, no threads are as many as there are processors.
        if threads == 0 {
            return Self(None);
        }
        Self(ThreadPoolBuilder::new().num_threads(threads).build().ok())
    }

    /// Applies `work` to each item; the results are in the order of the items.
    pub(crate) fn map<T: Send, R: Send>(
        &self,
        items: Vec<T>,
        work: impl Fn(T) -> R + Sync + Send,
    ) -> Vec<R> {
        match &self.0 {
            Some(pool) => pool.install(|| items.into_par_iter().map(work).collect()),
            None => items.into_iter().map(work).collect(),
        }
    }

    /// Does one thing on the calling thread, and another beside it if there is a thread for that.
    ///
    /// What the calling thread does stays with it, unlike with `rayon::join`: the allocator keeps a store of memory for
    /// each thread, and the model would else grow in another one with each run.
    pub(crate) fn join<A, B: Send>(
        &self,
        here: impl FnOnce() -> A,
        beside: impl FnOnce() -> B + Send,
    ) -> (A, B) {
        let Some(pool) = &self.0 else {
            return (here(), beside());
        };
        let mut found = None;
        let done = pool.in_place_scope(|scope| {
            scope.spawn(|_| found = Some(beside()));
            here()
        });
        let found = found.expect("the scope ends after what it spawned");
        (done, found)
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
            for crew in [Crew::of(threads), Crew::beside_caller(threads)] {
                assert_eq!(crew.map(items.clone(), |item| item * 2), doubled);
                assert!(crew.map(Vec::<usize>::new(), |item| item * 2).is_empty());
                assert_eq!(crew.join(|| 1, || 2), (1, 2));
                let nested = || crew.map(items.clone(), |item| item * 2);
                assert_eq!(crew.join(|| 1, nested), (1, doubled.clone()));
            }
        }
    }

    #[test]
    fn the_calling_thread_keeps_its_work() {
        let here = std::thread::current().id();
        let crew = Crew::beside_caller(NonZeroUsize::new(2).expect("is not 0"));
        let (mine, other) = crew.join(
            || std::thread::current().id(),
            || std::thread::current().id(),
        );
        assert_eq!(mine, here);
        assert_ne!(other, here);
    }
}
