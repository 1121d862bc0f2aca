//! The same work on many items, shared out among threads.

use std::num::NonZeroUsize;
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;

/// What `work` makes of each item, in the order of the items, by up to as many threads as `threads` says.
pub(crate) fn map<T: Send, R: Send>(
    threads: NonZeroUsize,
    items: Vec<T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let others = threads.get().min(items.len()).saturating_sub(1);
    if others == 0 {
        return items.into_iter().map(work).collect();
    }
    // Each thread takes the next item that nobody has taken.
    let items = Mutex::new(items.into_iter().enumerate());
    let next = || items.lock().unwrap_or_else(PoisonError::into_inner).next();
    let run = || std::iter::from_fn(next).map(|(index, item)| (index, work(item))).collect::<Vec<_>>();
    let mut done = thread::scope(|scope| {
        // Where the system gives no more threads, those that there are do all of it.
        let spawn = |_| thread::Builder::new().spawn_scoped(scope, run).ok();
        let others: Vec<_> = (0..others).filter_map(spawn).collect();
        let mut done = run();
        for other in others {
            done.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Calls `work` with what it throws away its waste with: into another thread if more than one may run.
pub(crate) fn with_dropper<T: Send, R>(threads: NonZeroUsize, work: impl FnOnce(&dyn Fn(T)) -> R) -> R {
    let (waste, receiver) = mpsc::channel::<T>();
    thread::scope(|scope| {
        if threads.get() > 1 {
            // Without the thread there is no receiver.
            drop(thread::Builder::new().spawn_scoped(scope, || receiver.into_iter().for_each(drop)));
        } else {
            drop(receiver);
        }
        let result = work(&|item| drop(waste.send(item)));
        drop(waste);
        result
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_in_order_however_many_threads() {
        let items: Vec<usize> = (0..1000).collect();
        let doubled: Vec<usize> = (0..1000).map(|item| item * 2).collect();
        for threads in [1, 2, 3, 2000] {
            let threads = NonZeroUsize::new(threads).expect("is not 0");
            assert_eq!(map(threads, items.clone(), |item| item * 2), doubled);
            assert!(map(threads, Vec::<usize>::new(), |item| item * 2).is_empty());
        }
    }
}
