//! The same work on many items, shared out among threads.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
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
    let mut results: Vec<Option<R>> = items.iter().map(|_| None).collect();
    // Each thread takes the next item that nobody has taken.
    let items = Mutex::new(items.into_iter().enumerate());
    let next = || items.lock().unwrap_or_else(PoisonError::into_inner).next();
    let run = || {
        std::iter::from_fn(next)
            .map(|(index, item)| (index, work(item)))
            .collect::<Vec<_>>()
    };
    let done = thread::scope(|scope| {
        // Where the system gives no more threads, those that there are do all of it.
        let spawn = |_| thread::Builder::new().spawn_scoped(scope, run).ok();
        let others: Vec<_> = (0..others).filter_map(spawn).collect();
        let mut done = run();
        for other in others {
            done.extend(
                other
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            );
        }
        done
    });
    for (index, result) in done {
        results[index] = Some(result);
    }
    results.into_iter().flatten().collect()
}

/// Makes something of each item and uses it, in the order of the items, until `consume` says that it is enough.
///
/// Other threads make ahead, a little, so that there is never much that waits; and what `consume` throws away goes back
/// to them.
pub(crate) fn pipeline<T: Sync, P: Send, W: Send>(
    threads: NonZeroUsize,
    items: &[T],
    produce: impl Fn(&T) -> P + Sync,
    mut consume: impl FnMut(P) -> ControlFlow<(), Option<W>>,
) {
    if threads.get() == 1 || items.len() < 2 {
        let _ = items
            .iter()
            .try_for_each(|item| consume(produce(item)).map_continue(drop));
        return;
    }
    let line = Line {
        state: Mutex::new(State::new(items.len())),
        changed: Condvar::new(),
        items: items.len(),
        ahead: 4 * threads.get(),
    };
    thread::scope(|scope| {
        for _ in 1..threads.get().min(items.len()) {
            let run = || {
                let _end = line.ends_with_panic();
                while let Some(index) = line.next_to_make() {
                    line.put(index, produce(&items[index]));
                }
            };
            // Where the system gives no more threads, those that there are do all of it.
            let _ = thread::Builder::new().spawn_scoped(scope, run);
        }
        let _end = line.ends_with_panic();
        // What this thread has made while it waited; never much.
        let mut own: Vec<usize> = Vec::new();
        for index in 0..items.len() {
            let (made, is_own) = loop {
                match line.take(index) {
                    Taken::Made(made) => break (made, own.contains(&index)),
                    Taken::ToMake(other) => {
                        own.retain(|&made| made > index);
                        own.push(other);
                        line.put(other, produce(&items[other]));
                    }
                    Taken::Ended => return,
                }
            };
            match consume(made) {
                // Memory is given back best where it was taken.
                ControlFlow::Continue(waste) => line.used(waste.filter(|_| !is_own)),
                ControlFlow::Break(()) => return line.end(),
            }
        }
    });
}

/// What threads that make and one that uses have in common.
struct Line<P, W> {
    state: Mutex<State<P, W>>,
    changed: Condvar,
    items: usize,
    /// How many may be made before they are used.
    ahead: usize,
}

struct State<P, W> {
    /// The first item that nobody has begun with.
    next: usize,
    /// How many have been used.
    used: usize,
    /// What waits for its use, by item.
    made: Vec<Option<P>>,
    waste: Vec<W>,
    ended: bool,
}

/// What the thread that uses has to do.
enum Taken<P> {
    Made(P),
    /// It has to wait, and makes this one meanwhile.
    ToMake(usize),
    Ended,
}

impl<P, W> State<P, W> {
    fn new(items: usize) -> Self {
        let made = std::iter::repeat_with(|| None).take(items).collect();
        Self {
            next: 0,
            used: 0,
            made,
            waste: Vec::new(),
            ended: false,
        }
    }

    /// An item to begin with, if one may be.
    fn begin(&mut self, items: usize, ahead: usize) -> Option<usize> {
        let may_begin = self.next < items.min(self.used + ahead);
        may_begin.then(|| {
            self.next += 1;
            self.next - 1
        })
    }
}

impl<P, W> Line<P, W> {
    fn lock(&self) -> MutexGuard<'_, State<P, W>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, state: MutexGuard<'a, State<P, W>>) -> MutexGuard<'a, State<P, W>> {
        self.changed
            .wait(state)
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// The next item that a thread makes, once it may; nothing at the end.
    fn next_to_make(&self) -> Option<usize> {
        let mut state = self.lock();
        loop {
            let waste = std::mem::take(&mut state.waste);
            if !waste.is_empty() {
                drop(state);
                drop(waste);
                state = self.lock();
            } else if state.ended || state.next == self.items {
                return None;
            } else if let Some(index) = state.begin(self.items, self.ahead) {
                return Some(index);
            } else {
                state = self.wait(state);
            }
        }
    }

    fn put(&self, index: usize, made: P) {
        self.lock().made[index] = Some(made);
        self.changed.notify_all();
    }

    fn take(&self, index: usize) -> Taken<P> {
        let mut state = self.lock();
        loop {
            if let Some(made) = state.made[index].take() {
                return Taken::Made(made);
            } else if state.ended {
                return Taken::Ended;
            } else if let Some(other) = state.begin(self.items, self.ahead) {
                return Taken::ToMake(other);
            }
            state = self.wait(state);
        }
    }

    fn used(&self, waste: Option<W>) {
        let mut state = self.lock();
        state.used += 1;
        state.waste.extend(waste);
        self.changed.notify_all();
    }

    /// Lets nobody wait any longer.
    fn end(&self) {
        self.lock().ended = true;
        self.changed.notify_all();
    }

    /// Ends the work of all threads when one panics, which would let the others wait for ever.
    fn ends_with_panic(&self) -> impl Drop {
        struct OnPanic<'a, P, W>(&'a Line<P, W>);
        impl<P, W> Drop for OnPanic<'_, P, W> {
            fn drop(&mut self) {
                if thread::panicking() {
                    self.0.end();
                }
            }
        }
        OnPanic(self)
    }
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

    /// What a pipeline of so many threads uses of 1000 items, up to `last`.
    fn used(threads: usize, last: usize) -> Vec<usize> {
        let items: Vec<usize> = (0..1000).collect();
        let mut used = Vec::new();
        let threads = NonZeroUsize::new(threads).expect("is not 0");
        pipeline(
            threads,
            &items,
            |item| item * 2,
            |made| {
                used.push(made);
                if made == 2 * last {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(Some(vec![made]))
                }
            },
        );
        used
    }

    #[test]
    fn a_pipeline_keeps_the_order_and_ends_early() {
        let doubled: Vec<usize> = (0..1000).map(|item| item * 2).collect();
        for threads in [1, 2, 3, 8] {
            assert_eq!(used(threads, 2000), doubled);
            for last in [0, 1, 17, 998, 999] {
                assert_eq!(used(threads, last), doubled[..=last]);
            }
        }
    }

    #[test]
    fn a_panic_ends_a_pipeline() {
        for (makes, uses) in [(500, 2000), (2000, 500), (0, 2000), (2000, 0)] {
            let run = || {
                let items: Vec<usize> = (0..1000).collect();
                let threads = NonZeroUsize::new(3).expect("is not 0");
                let produce = |&item: &usize| if item == makes { panic!("makes") } else { item };
                let consume = |item| {
                    if item == uses {
                        panic!("uses")
                    } else {
                        ControlFlow::Continue(Some(item))
                    }
                };
                pipeline(threads, &items, produce, consume);
            };
            assert!(std::panic::catch_unwind(run).is_err());
        }
    }
}
