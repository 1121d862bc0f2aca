//! Work that is shared out among threads, with rayon.
//!
//! All of it can be done by one thread as well. Then, and where the system gives no threads, no pool is made.

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::collections::BTreeMap;
use std::iter::Enumerate;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::vec;

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

    /// So many threads that they are `threads` together with the calling one, for [`Self::map_ahead`].
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

    /// Applies `work` to each item, ahead of `take`, which gets the results in the order of the items, on the calling
    /// thread; it ends all of it with nothing. Of the results that wait for their turn the calling thread made at most
    /// `ahead`, and the others as many.
    ///
    /// What `take` builds stays with the calling thread, unlike in `rayon::join`: the allocator keeps a store of memory
    /// for each thread, and the model would else grow in another one with each run.
    pub(crate) fn map_ahead<T: Send, R: Send>(
        &self,
        items: Vec<T>,
        ahead: usize,
        work: impl Fn(T) -> R + Sync,
        mut take: impl FnMut(R) -> Option<()>,
    ) -> Option<()> {
        let Some(pool) = &self.0 else {
            return items.into_iter().try_for_each(|item| take(work(item)));
        };
        let count = items.len();
        let queue = Queue::new(items, work);
        let (sender, receiver) = mpsc::channel();
        pool.in_place_scope_fifo(|scope| {
            let start = || {
                let (queue, sender) = (&queue, sender.clone());
                // A panic is sent as well: the calling thread would else wait for ever.
                let run = move || catch_unwind(AssertUnwindSafe(|| queue.work()));
                // Nobody receives after the end.
                scope.spawn_fifo(move |_| drop(sender.send(run())));
            };
            (0..ahead).for_each(|_| start());
            // Results before their turn, and whether this thread made them.
            let mut early = BTreeMap::new();
            let done = (0..count).try_for_each(|next| {
                let (result, is_own) = loop {
                    if let Some(found) = early.remove(&next) {
                        break found;
                    }
                    let (done, is_own) = match receiver.try_recv() {
                        Ok(done) => (done, false),
                        // There is better to do than to wait, if not too much is early already.
                        Err(_) if early.len() < ahead && !queue.is_empty() => {
                            (Ok(queue.work()), true)
                        }
                        Err(_) => (receiver.recv().expect("a sender is here"), false),
                    };
                    let done = done.unwrap_or_else(|panic| resume_unwind(panic));
                    early.extend(done.map(|(number, result)| (number, (result, is_own))));
                };
                // The others have as many orders as ever: one more for what this thread made would let them run away.
                if !is_own {
                    start();
                }
                take(result)
            });
            queue.clear();
            done
        })
    }
}

/// Items that threads take one after the other, and the work on each.
struct Queue<T, W> {
    items: Mutex<Enumerate<vec::IntoIter<T>>>,
    work: W,
}

impl<T, R, W: Fn(T) -> R> Queue<T, W> {
    fn new(items: Vec<T>, work: W) -> Self {
        Self {
            items: Mutex::new(items.into_iter().enumerate()),
            work,
        }
    }

    /// The items that nobody has taken. A panic elsewhere can't have left them half changed.
    fn items(&self) -> MutexGuard<'_, Enumerate<vec::IntoIter<T>>> {
        self.items.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The number of the next item, and the result of the work on it; nothing if there is none.
    fn work(&self) -> Option<(usize, R)> {
        let (number, item) = self.items().next()?;
        Some((number, (self.work)(item)))
    }

    fn is_empty(&self) -> bool {
        self.items().len() == 0
    }

    fn clear(&self) {
        self.items().by_ref().for_each(drop);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn crews() -> impl Iterator<Item = Crew> {
        let numbers = [1, 2, 3, 20].into_iter().filter_map(NonZeroUsize::new);
        numbers.flat_map(|threads| [Crew::of(threads), Crew::beside_caller(threads)])
    }

    #[test]
    fn results_are_in_order_however_many_threads() {
        let items: Vec<usize> = (0..1000).collect();
        let doubled: Vec<usize> = (0..1000).map(|item| item * 2).collect();
        for crew in crews() {
            assert_eq!(crew.map(items.clone(), |item| item * 2), doubled);
            assert!(crew.map(Vec::<usize>::new(), |item| item * 2).is_empty());
            let here = std::thread::current().id();
            let mut taken = Vec::new();
            let take = |item| {
                assert_eq!(std::thread::current().id(), here);
                taken.push(item);
                Some(())
            };
            assert!(
                crew.map_ahead(items.clone(), 4, |item| item * 2, take)
                    .is_some()
            );
            assert_eq!(taken, doubled);
        }
    }

    #[test]
    fn work_is_only_a_little_ahead_and_ends() {
        for crew in crews() {
            let (started, mut taken) = (AtomicUsize::new(0), 0);
            let work = |item: usize| {
                started.fetch_add(1, Ordering::Relaxed);
                item
            };
            let take = |item: usize| {
                assert!(started.load(Ordering::Relaxed) <= item + 1 + 2 * 4);
                taken += 1;
                (item < 500).then_some(())
            };
            assert!(crew.map_ahead((0..1000).collect(), 4, work, take).is_none());
            assert_eq!(taken, 501);
        }
    }

    #[test]
    fn panics_arrive() {
        for crew in crews() {
            let work = |item: usize| assert_ne!(item, 50);
            let run =
                AssertUnwindSafe(|| crew.map_ahead((0..100).collect(), 4, work, |()| Some(())));
            assert!(catch_unwind(run).is_err());
        }
    }
}
