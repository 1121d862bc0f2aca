//! Tests of the runtime with a host in memory: each operation in each state and context, with nothing lost and nothing left.

mod calls;
mod rules;

use super::builtins::BLOCKED;
use super::on_host::scripted as host;
use super::on_host::table;
use super::{
    FutureVtable, FutureWriteCancel, StreamReader, StreamResult, StreamVtable, StreamWriter,
    block_on, callback, future_new, start_task, stream_new,
};
use alloc::alloc::Layout;
use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;
use core::cell::Cell;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};

std::thread_local! {
    /// The number of values that exist.
    static ALIVE: Cell<i32> = const { Cell::new(0) };
}

/// A value that is counted. Its lowered form is a pointer to it, so that a value that is lost or dropped twice is noticed.
#[derive(Debug, PartialEq)]
struct Counted(u32);

impl Counted {
    fn new(number: u32) -> Self {
        ALIVE.set(ALIVE.get() + 1);
        Self(number)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        ALIVE.set(ALIVE.get() - 1);
    }
}

unsafe fn lower(value: Counted, place: *mut u8) {
    // SAFETY: the place is for a pointer.
    unsafe {
        place
            .cast::<*mut Counted>()
            .write(Box::into_raw(Box::new(value)));
    };
}

unsafe fn lift(place: *mut u8) -> Counted {
    // SAFETY: `lower` has written a pointer there.
    *unsafe { Box::from_raw(place.cast::<*mut Counted>().read()) }
}

unsafe fn dealloc_lists(_: *mut u8) {}

unsafe extern "C" fn new_numbers() -> u64 {
    table::new_stream(Layout::new::<u32>())
}

unsafe extern "C" fn new_counted() -> u64 {
    table::new_stream(Layout::new::<usize>())
}

unsafe extern "C" fn new_future() -> u64 {
    table::new_future(Layout::new::<usize>())
}

static NUMBERS: StreamVtable<u32> = StreamVtable {
    layout: Layout::new::<u32>(),
    lower: None,
    dealloc_lists: None,
    lift: None,
    start_write: table::start_write,
    start_read: table::start_read,
    cancel_write: table::cancel,
    cancel_read: table::cancel,
    drop_writable: table::drop_end,
    drop_readable: table::drop_end,
    new: new_numbers,
};

static COUNTED: StreamVtable<Counted> = StreamVtable {
    layout: Layout::new::<usize>(),
    lower: Some(lower),
    dealloc_lists: Some(dealloc_lists),
    lift: Some(lift),
    start_write: table::start_write,
    start_read: table::start_read,
    cancel_write: table::cancel,
    cancel_read: table::cancel,
    drop_writable: table::drop_end,
    drop_readable: table::drop_end,
    new: new_counted,
};

static FUTURE: FutureVtable<Counted> = FutureVtable {
    layout: Layout::new::<usize>(),
    lower,
    dealloc_lists,
    lift,
    start_write: table::start_write_one,
    start_read: table::start_read_one,
    cancel_write: table::cancel,
    cancel_read: table::cancel,
    drop_writable: table::drop_end,
    drop_readable: table::drop_end,
    new: new_future,
};

fn numbers() -> (StreamWriter<u32>, StreamReader<u32>) {
    // SAFETY: the table is for this type.
    unsafe { stream_new(&NUMBERS) }
}

fn counted() -> (StreamWriter<Counted>, StreamReader<Counted>) {
    // SAFETY: the table is for this type.
    unsafe { stream_new(&COUNTED) }
}

fn poll<F: Future>(future: Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

/// Runs a future as the call of an export, until it ends. Returns how often the task has slept.
fn task(future: impl Future<Output = ()> + 'static) -> u32 {
    host::new_context();
    let mut code = start_task(future) as u32;
    let mut slept = 0;
    while code != 0 {
        let event = if code == 1 {
            (0, 0, 0)
        } else {
            slept += 1;
            host::next_event(code >> 4).expect("the task sleeps for ever")
        };
        // SAFETY: the task has not ended.
        code = unsafe { callback(event.0, event.1, event.2) };
    }
    slept
}

/// Checks that nothing is left.
fn nothing_left(before: usize) {
    assert_eq!(ALIVE.get(), 0, "values are lost");
    assert_eq!(host::waitables(), before, "ends are left");
}

async fn both<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let (mut a, mut b) = (pin!(a), pin!(b));
    let (mut from_a, mut from_b) = (None, None);
    core::future::poll_fn(move |cx| {
        if from_a.is_none()
            && let Poll::Ready(result) = a.as_mut().poll(cx)
        {
            from_a = Some(result);
        }
        if from_b.is_none()
            && let Poll::Ready(result) = b.as_mut().poll(cx)
        {
            from_b = Some(result);
        }
        match (from_a.take(), from_b.take()) {
            (Some(a), Some(b)) => Poll::Ready((a, b)),
            (a, b) => {
                (from_a, from_b) = (a, b);
                Poll::Pending
            }
        }
    })
    .await
}

#[test]
fn a_stream_has_an_end_that_stays() {
    task(async {
        let (mut writer, mut reader) = numbers();
        let write = async move {
            assert_eq!(writer.write_all(vec![1, 2, 3]).await, []);
        };
        let read = async move {
            for expected in [1, 2, 3] {
                assert_eq!(reader.next().await, Some(expected));
            }
            for _ in 0..3 {
                assert_eq!(reader.next().await, None);
            }
        };
        both(write, read).await;
    });
    nothing_left(0);
}

#[test]
fn what_the_reader_does_not_take_comes_back() {
    task(async {
        let (mut writer, mut reader) = counted();
        let write = async move {
            let values = (0..5).map(Counted::new).collect();
            let rest = writer.write_all(values).await;
            assert_eq!(rest, [3, 4].map(Counted::new));
            let again = writer.write_one(Counted::new(7)).await;
            assert_eq!(again, Some(Counted::new(7)));
        };
        let read = async move {
            let (result, read) = reader.read(Vec::with_capacity(3)).await;
            assert_eq!(result, StreamResult::Complete(3));
            assert_eq!(read, [0, 1, 2].map(Counted::new));
        };
        both(write, read).await;
    });
    nothing_left(0);
}

#[test]
fn a_dropped_read_is_cancelled_in_a_task() {
    task(async {
        let (mut writer, mut reader) = counted();
        assert!(poll(pin!(reader.read(vec![Counted::new(9)]))).is_pending());
        assert!(poll(pin!(reader.next())).is_pending());
        assert_eq!(host::cancelled(), 2);
        let (_, next) = both(writer.write_one(Counted::new(1)), reader.next()).await;
        assert_eq!(next, Some(Counted::new(1)));
    });
    nothing_left(0);
}

#[test]
fn a_read_that_is_dropped_elsewhere_is_continued() {
    task(async {
        let (mut writer, mut reader) = counted();
        let mut first = Vec::with_capacity(3);
        first.push(Counted::new(9));
        host::synchronously(|| assert!(poll(pin!(reader.read(first))).is_pending()));
        assert_eq!(host::cancelled(), 0);
        assert_eq!(ALIVE.get(), 0);
        let values = vec![Counted::new(1), Counted::new(2)];
        assert_eq!(writer.write_all(values).await, []);
        assert_eq!(reader.next().await, Some(Counted::new(1)));
        let (result, read) = reader.read(Vec::with_capacity(4)).await;
        assert_eq!(result, StreamResult::Complete(1));
        assert_eq!(read, [Counted::new(2)]);
    });
    nothing_left(0);
}

#[test]
fn numbers_that_arrive_after_the_drop_are_read() {
    task(async {
        let (mut writer, mut reader) = numbers();
        let mut first = Vec::with_capacity(8);
        first.extend([7, 8]);
        host::synchronously(|| assert!(poll(pin!(reader.read(first))).is_pending()));
        assert_eq!(writer.write_all(vec![1, 2, 3]).await, []);
        drop(writer);
        assert_eq!(reader.collect().await, [1, 2, 3]);
    });
    nothing_left(0);
}

#[test]
fn ends_that_are_dropped_elsewhere_are_ended_by_the_next_task() {
    let (mut writer, mut other) = (None, None);
    host::synchronously(|| {
        let (w, mut r) = counted();
        assert!(poll(pin!(r.next())).is_pending());
        drop(r);
        writer = Some(w);
        let (mut w, r) = counted();
        assert!(poll(pin!(w.write(vec![Counted::new(1)]))).is_pending());
        drop(w);
        other = Some(r);
    });
    assert_eq!(host::waitables(), 4);
    task(async {});
    assert_eq!(host::waitables(), 2);
    assert_eq!(host::cancelled(), 2);
    task(async move {
        drop((writer, other));
    });
    nothing_left(0);
}

#[test]
fn a_reader_is_passed_on_in_every_state() {
    task(async {
        let (mut writer, mut reader) = numbers();
        assert!(poll(pin!(reader.next())).is_pending());
        let handle = reader.take_handle();
        drop(reader);
        let mut reader = StreamReader::new(handle, &NUMBERS);
        let (_, next) = both(writer.write_one(5), reader.next()).await;
        assert_eq!(next, Some(5));
        drop(writer);
        assert_eq!(reader.next().await, None);
        let mut finished = StreamReader::new(reader.take_handle(), &NUMBERS);
        assert_eq!(finished.next().await, None);
        let (mut writer, mut reader) = numbers();
        let handle = host::synchronously(|| {
            assert!(poll(pin!(reader.next())).is_pending());
            reader.take_handle()
        });
        // What the read still gets is passed on.
        let mut reader = StreamReader::new(handle, &NUMBERS);
        let (_, next) = both(writer.write_one(6), reader.next()).await;
        assert_eq!(next, Some(6));
        drop(writer);
        assert_eq!(reader.next().await, None);
    });
    task(async {});
    nothing_left(0);
}

#[test]
fn an_unwritten_future_gets_the_default() {
    let read = task(async {
        // SAFETY: the table is for this type.
        let (writer, reader) = unsafe { future_new(|| Counted::new(3), &FUTURE) };
        drop(writer);
        assert_eq!(reader.await, Counted::new(3));
        // SAFETY: as above.
        let (writer, reader) = unsafe { future_new(|| Counted::new(3), &FUTURE) };
        let mut write = Box::pin(writer.write(Counted::new(4)));
        assert!(poll(write.as_mut()).is_pending());
        drop(write);
        assert_eq!(reader.await, Counted::new(3));
    });
    assert!(read <= 2);
    nothing_left(0);
}

#[test]
fn a_future_that_is_dropped_elsewhere_gets_the_default_as_well() {
    let mut reader = None;
    host::synchronously(|| {
        // SAFETY: the table is for this type.
        let (writer, r) = unsafe { future_new(|| Counted::new(3), &FUTURE) };
        let mut write = Box::pin(writer.write(Counted::new(4)));
        assert!(poll(write.as_mut()).is_pending());
        drop(write);
        reader = Some(r);
    });
    task(async move {
        let reader = reader.take().expect("the reader is there");
        assert_eq!(reader.await, Counted::new(3));
    });
    nothing_left(0);
}

#[test]
fn a_cancelled_write_comes_back() {
    task(async {
        // SAFETY: the table is for this type.
        let (writer, reader) = unsafe { future_new(|| Counted::new(3), &FUTURE) };
        let mut write = Box::pin(writer.write(Counted::new(4)));
        assert!(poll(write.as_mut()).is_pending());
        let FutureWriteCancel::Cancelled(value, writer) = write.as_mut().cancel() else {
            panic!("nobody has read");
        };
        assert_eq!(value, Counted::new(4));
        drop(reader);
        let error = writer.write(value).await.expect_err("the reader is gone");
        assert_eq!(error.value, Counted::new(4));
    });
    nothing_left(0);
}

#[test]
fn block_on_waits_for_what_comes_from_outside() {
    let (mut writer, reader) = numbers();
    let handle = writer.handle();
    let mut value = 5_u32;
    let from = (&raw mut value).expose_provenance();
    host::when_blocked(move || {
        let from = core::ptr::with_exposed_provenance_mut(from);
        assert_ne!(host::start(handle, from, 1), BLOCKED);
    });
    host::new_context();
    let mut reader = reader;
    assert_eq!(block_on(reader.next()), Some(5));
    drop(reader);
    assert_eq!(block_on(writer.write_one(6)), Some(6));
    drop(writer);
    nothing_left(0);
}

#[test]
fn wakers_work_across_tasks() {
    std::thread_local! {
        static WAKER: Cell<Option<Waker>> = const { Cell::new(None) };
    }
    host::new_context();
    let mut first = true;
    let code = start_task(core::future::poll_fn(move |cx| {
        if core::mem::replace(&mut first, false) {
            WAKER.set(Some(cx.waker().clone()));
            Poll::Pending
        } else {
            Poll::Ready(())
        }
    })) as u32;
    assert_eq!(code & 0xf, 2);
    assert_eq!(host::next_event(code >> 4), None);
    // SAFETY: the function has no conditions.
    let context = unsafe { host::context_get() };
    host::synchronously(|| WAKER.take().expect("the task has run").wake());
    let event = host::next_event(code >> 4).expect("the task is woken");
    host::enter(context);
    // SAFETY: the task has not ended.
    assert_eq!(unsafe { callback(event.0, event.1, event.2) }, 0);
    nothing_left(0);
}
