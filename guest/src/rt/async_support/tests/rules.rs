//! The rules of streams and futures: each operation of an end in each state of the other one, in the order of many seeds.

use super::{ALIVE, Counted, FUTURE, both, counted, nothing_left, poll};
use crate::host_tests::{for_seeds, run, run_with_threads, start};
use crate::rt::async_support::{
    FutureReader, FutureWriteCancel, FutureWriter, StreamReader, StreamResult, StreamWriter,
    future_new, stream_new, yield_async,
};
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::pin::pin;

const SEEDS: core::ops::Range<u64> = 0..50;

/// What the writer has done when the reader acts.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Writer {
    Idle,
    /// It writes so many elements.
    Writing(u32),
    /// Its write was cancelled.
    Cancelled,
    Dropped,
}

/// What the reader does twice.
#[derive(Clone, Copy, Debug)]
enum Reading {
    Next,
    /// Into a vector with place for so many.
    Read(usize),
    /// The same, and cancels it at once.
    Cancel(usize),
}

/// How a reading ends, and with how many elements.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Ends {
    Complete(usize),
    Dropped,
    Cancelled,
    Never,
}

use Ends::{Cancelled, Complete, Dropped, Never};
use Reading::{Cancel, Next, Read};

/// What the reader does in each state of the writer, and how it ends the first time and the second.
const READS: [(Writer, Reading, [Ends; 2]); 16] = [
    (Writer::Idle, Next, [Never, Never]),
    (Writer::Idle, Read(2), [Never, Never]),
    (Writer::Idle, Cancel(2), [Cancelled, Cancelled]),
    (Writer::Writing(1), Next, [Complete(1), Never]),
    (Writer::Writing(3), Next, [Complete(1), Complete(1)]),
    (Writer::Writing(3), Read(2), [Complete(2), Complete(1)]),
    (Writer::Writing(3), Read(9), [Complete(3), Never]),
    (Writer::Writing(3), Cancel(2), [Complete(2), Complete(1)]),
    (Writer::Writing(1), Cancel(2), [Complete(1), Cancelled]),
    (Writer::Cancelled, Next, [Never, Never]),
    (Writer::Cancelled, Cancel(1), [Cancelled, Cancelled]),
    (Writer::Dropped, Next, [Dropped, Dropped]),
    (Writer::Dropped, Read(2), [Dropped, Dropped]),
    (Writer::Dropped, Read(0), [Dropped, Dropped]),
    (Writer::Dropped, Cancel(2), [Dropped, Dropped]),
    (Writer::Idle, Read(0), [Never, Never]),
];

fn values(count: u32) -> Vec<Counted> {
    (0..count).map(Counted::new).collect()
}

async fn reads(reader: &mut StreamReader<Counted>, how: Reading) -> Ends {
    let of = |(result, read): (StreamResult, Vec<Counted>)| match result {
        StreamResult::Complete(count) => {
            assert_eq!(read.len(), count);
            Complete(count)
        }
        StreamResult::Dropped => Dropped,
        StreamResult::Cancelled => Cancelled,
    };
    match how {
        Next => {
            let mut next = pin!(reader.next());
            match soon(next.as_mut()).await {
                Some(Some(_)) => Complete(1),
                Some(None) => Dropped,
                None => Never,
            }
        }
        Read(place) => {
            let mut read = pin!(reader.read(Vec::with_capacity(place)));
            soon(read.as_mut()).await.map_or(Never, of)
        }
        Cancel(place) => {
            let mut read = pin!(reader.read(Vec::with_capacity(place)));
            match poll(read.as_mut()) {
                core::task::Poll::Ready(done) => of(done),
                core::task::Poll::Pending => of(read.cancel()),
            }
        }
    }
}

/// The result of a future, if it comes while others have many turns.
async fn soon<F: Future>(mut future: core::pin::Pin<&mut F>) -> Option<F::Output> {
    for _ in 0..20 {
        if let core::task::Poll::Ready(result) = poll(future.as_mut()) {
            return Some(result);
        }
        yield_async().await;
    }
    None
}

#[test]
fn reads_end_by_the_table() {
    for (state, how, ends) in READS {
        for_seeds(SEEDS, || async move {
            let (mut writer, mut reader) = counted();
            let mut keep = None;
            match state {
                Writer::Idle => keep = Some(writer),
                Writer::Writing(count) => {
                    // A task of its own, which keeps the writer when it has written.
                    start(async move {
                        drop(writer.write_all(values(count)).await);
                        core::mem::forget(writer);
                    });
                    yield_async().await;
                }
                Writer::Cancelled => {
                    let mut write = Box::pin(writer.write(values(2)));
                    assert!(poll(write.as_mut()).is_pending());
                    let (result, rest) = write.as_mut().cancel();
                    assert_eq!((result, rest.remaining()), (StreamResult::Cancelled, 2));
                    drop((write, rest));
                    keep = Some(writer);
                }
                Writer::Dropped => drop(writer),
            }
            if let Writer::Writing(_) = state {
                // The write starts before the reader does, in every order.
                for _ in 0..20 {
                    yield_async().await;
                }
            }
            let found = [reads(&mut reader, how).await, reads(&mut reader, how).await];
            assert_eq!(found, ends, "{state:?} {how:?}");
            drop((reader, keep));
        });
        assert_eq!(ALIVE.get(), 0, "{state:?} {how:?}");
    }
}

/// How many elements come back to the writer: the reader reads so many and is dropped.
#[test]
fn what_was_not_read_comes_back() {
    for written in 0..5 {
        for read in 0..5 {
            for_seeds(SEEDS, || async move {
                let (mut writer, mut reader) = counted();
                let write = start(async move {
                    let rest = writer.write_all(values(written)).await;
                    let more = writer.write_one(Counted::new(9)).await;
                    (rest.len() as u32, more.is_some())
                });
                for _ in 0..read.min(written) {
                    assert!(reader.next().await.is_some());
                }
                drop(reader);
                let rest = written.saturating_sub(read);
                assert_eq!(write.await, Some((rest, true)));
            });
            nothing_left(0);
        }
    }
}

fn future() -> (FutureWriter<Counted>, FutureReader<Counted>) {
    // SAFETY: the table is for this type.
    unsafe { future_new(|| Counted::new(0), &FUTURE) }
}

#[test]
fn futures_have_a_value_in_every_order() {
    for_seeds(SEEDS, || async {
        let (writer, reader) = future();
        let (sent, value) = both(writer.write(Counted::new(1)), reader.into_future()).await;
        assert_eq!((sent.is_ok(), value), (true, Counted::new(1)));

        // A task that is dropped before it has written.
        let (writer, reader) = future();
        start(async move { drop(writer) });
        assert_eq!(reader.await, Counted::new(0));

        // One whose write is dropped.
        let (writer, reader) = future();
        let mut write = Box::pin(writer.write(Counted::new(1)));
        assert!(poll(write.as_mut()).is_pending());
        drop(write);
        assert_eq!(reader.await, Counted::new(0));

        // Nobody reads.
        let (writer, reader) = future();
        let write = start(writer.write(Counted::new(1)));
        drop(reader);
        let error = write
            .await
            .expect("nobody cancels")
            .expect_err("nobody reads");
        assert_eq!(error.value, Counted::new(1));

        // A read that is cancelled is read again.
        let (writer, reader) = future();
        let mut read = Box::pin(reader.into_future());
        assert!(poll(read.as_mut()).is_pending());
        let reader = read.as_mut().cancel().expect_err("there is no value");
        let write = start(writer.write(Counted::new(2)));
        assert_eq!(reader.await, Counted::new(2));
        assert!(write.await.expect("nobody cancels").is_ok());
    });
    nothing_left(0);
}

#[test]
fn a_cancelled_write_was_sent_or_comes_back() {
    for_seeds(SEEDS, || async {
        let (writer, reader) = future();
        let read = start(reader.into_future());
        let mut write = Box::pin(writer.write(Counted::new(1)));
        let mut sent = false;
        if poll(write.as_mut()).is_pending() {
            match write.as_mut().cancel() {
                FutureWriteCancel::AlreadySent => sent = true,
                FutureWriteCancel::Cancelled(value, _) => assert_eq!(value, Counted::new(1)),
                FutureWriteCancel::Dropped(_) => panic!("the reader is there"),
            }
        } else {
            sent = true;
        }
        drop(write);
        assert_eq!(read.await, Some(Counted::new(u32::from(sent))));
    });
    nothing_left(0);
}

#[test]
fn elements_keep_their_order_in_every_order() {
    let orders: Vec<Vec<u32>> = SEEDS
        .map(|seed| {
            run(seed, async {
                let seen = alloc::rc::Rc::new(core::cell::RefCell::new(Vec::new()));
                let (mut writer, mut reader) = counted();
                let by = alloc::rc::Rc::clone(&seen);
                start(async move {
                    for number in 0..4 {
                        by.borrow_mut().push(number);
                        writer.write_one(Counted::new(number)).await;
                    }
                });
                for number in 0..4 {
                    seen.borrow_mut().push(10 + number);
                    assert_eq!(reader.next().await, Some(Counted::new(number)));
                }
                seen.take()
            })
        })
        .collect();
    let mut different = orders.clone();
    different.sort();
    different.dedup();
    assert!(
        different.len() > 1,
        "seeds give different orders: {orders:?}"
    );
    nothing_left(0);
}

/// Ends that go to and fro between threads, also while they wait.
#[test]
fn threads_share_ends() {
    fn is_send<T: Send>(value: T) -> T {
        value
    }
    for round in 0..200_u32 {
        // SAFETY: the table is for this type.
        let (mut writer, mut reader): (StreamWriter<u32>, StreamReader<u32>) =
            unsafe { stream_new(&super::NUMBERS) };
        // It has waited here, and goes on elsewhere.
        run_with_threads(async {
            let mut read = pin!(reader.next());
            assert!(poll(read.as_mut()).is_pending());
        });
        let thread = std::thread::spawn(move || {
            run_with_threads(async {
                let mut sum = 0;
                while let Some(number) = is_send(reader.next()).await {
                    sum += number;
                }
                sum
            })
        });
        run_with_threads(async {
            for number in 0..round % 8 {
                assert_eq!(is_send(writer.write_one(number)).await, None);
            }
        });
        drop(writer);
        let sum = thread.join().expect("the other end is fine");
        assert_eq!(sum, (0..round % 8).sum());
    }
}

/// A waker that another thread uses: it only has the number of what it wakes.
#[test]
fn threads_wake_each_other() {
    for _ in 0..100 {
        let (sender, receiver) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            let waker: core::task::Waker = receiver.recv().expect("the waker comes");
            let again = waker.clone();
            drop(waker);
            again.wake();
        });
        let mut first = true;
        run_with_threads(core::future::poll_fn(move |cx| {
            if core::mem::replace(&mut first, false) {
                sender
                    .send(cx.waker().clone())
                    .expect("the thread is there");
                core::task::Poll::Pending
            } else {
                core::task::Poll::Ready(())
            }
        }));
        thread.join().expect("the thread is fine");
    }
}
