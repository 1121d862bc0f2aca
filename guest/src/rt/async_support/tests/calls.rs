//! Calls of imports, ended in each state.

use super::{Counted, FUTURE, NUMBERS, host, lift, lower, nothing_left, poll, task};
use crate::rt::async_support::{FutureReader, StreamReader, Subtask};
use alloc::alloc::Layout;
use alloc::boxed::Box;
use core::cell::Cell;
use core::pin::pin;

std::thread_local! {
    /// The lowered parameter and the place of the result of the last call.
    static PARAMETER: Cell<*mut Counted> = const { Cell::new(core::ptr::null_mut()) };
    static RESULT: Cell<*mut u8> = const { Cell::new(core::ptr::null_mut()) };
}

const STARTING: u32 = 0;
const STARTED: u32 = 1;
const RETURNED: u32 = 2;
const BEFORE_STARTED: u32 = 3;
const BEFORE_RETURNED: u32 = 4;

/// An import that takes a handle and returns one.
struct Import {
    state: u32,
    call: u32,
}

// SAFETY: the functions belong together, and a copy does nothing else.
unsafe impl Subtask for Import {
    type Params = Counted;
    type ParamsLower = *mut Counted;
    type Results = Counted;

    fn abi_layout(&mut self) -> Layout {
        Layout::new::<usize>()
    }

    fn results_offset(&mut self) -> usize {
        0
    }

    unsafe fn call_import(&mut self, params: *mut Counted, results: *mut u8) -> u32 {
        PARAMETER.set(params);
        RESULT.set(results);
        if self.state != STARTING {
            take_parameter();
        }
        if self.state == RETURNED {
            return_result();
        }
        self.state | self.call << 4
    }

    unsafe fn params_lower(&mut self, value: Counted, _: *mut u8) -> *mut Counted {
        Box::into_raw(Box::new(value))
    }

    /// As if there were a list and a reader of each kind. The host has taken their handles, and has given the number to the call.
    unsafe fn params_dealloc_lists(&mut self, _: *mut Counted) {
        let stream = StreamReader::new(self.call, &NUMBERS);
        assert_eq!(stream.take_handle(), self.call);
        // SAFETY: the reader is not used.
        let future = unsafe { FutureReader::new(self.call, &FUTURE) };
        assert_eq!(future.take_handle(), self.call);
    }

    unsafe fn params_dealloc_lists_and_own(&mut self, _: *mut Counted) {
        take_parameter();
    }

    unsafe fn results_lift(&mut self, place: *mut u8) -> Counted {
        // SAFETY: the call has returned.
        unsafe { lift(place) }
    }
}

/// Does what the host does when a call starts.
fn take_parameter() {
    let parameter = PARAMETER.replace(core::ptr::null_mut());
    assert!(!parameter.is_null(), "the parameter is taken once");
    // SAFETY: it is the box of the last call, taken once.
    drop(unsafe { Box::from_raw(parameter) });
}

/// Does what the host does when a call returns.
fn return_result() {
    // SAFETY: it is the place of the last call, which is pending.
    unsafe { lower(Counted::new(8), RESULT.get()) };
}

fn pending(state: u32, on_cancel: u32) -> Import {
    let call = host::new_call(on_cancel);
    Import { state, call }
}

#[test]
fn a_call_returns_at_once() {
    let mut import = Import {
        state: RETURNED,
        call: 0,
    };
    task(async move {
        assert_eq!(import.call(Counted::new(1)).await, Counted::new(8));
    });
    nothing_left(0);
}

#[test]
fn a_call_starts_and_returns_later() {
    let mut import = pending(STARTING, BEFORE_STARTED);
    task(async move {
        let handle = import.call;
        let mut call = pin!(import.call(Counted::new(1)));
        assert!(poll(call.as_mut()).is_pending());
        take_parameter();
        host::call_is(handle, STARTED);
        super::super::yield_async().await;
        assert!(poll(call.as_mut()).is_pending());
        return_result();
        host::call_is(handle, RETURNED);
        assert_eq!(call.await, Counted::new(8));
    });
    nothing_left(0);
}

#[test]
fn a_call_that_is_never_polled_drops_its_parameters() {
    let mut import = pending(STARTING, BEFORE_STARTED);
    drop(import.call(Counted::new(1)));
    assert_eq!(super::ALIVE.get(), 0);
}

#[test]
fn a_call_is_cancelled_before_it_starts() {
    let mut import = pending(STARTING, BEFORE_STARTED);
    task(async move {
        assert!(poll(pin!(import.call(Counted::new(1)))).is_pending());
        assert_eq!(host::cancelled(), 1);
    });
    nothing_left(0);
}

#[test]
fn a_call_is_cancelled_before_it_returns() {
    let mut import = pending(STARTED, BEFORE_RETURNED);
    task(async move {
        assert!(poll(pin!(import.call(Counted::new(1)))).is_pending());
    });
    nothing_left(0);
}

#[test]
fn a_call_that_has_started_unseen_is_cancelled() {
    let mut import = pending(STARTING, BEFORE_RETURNED);
    task(async move {
        let handle = import.call;
        let mut call = Box::pin(import.call(Counted::new(1)));
        assert!(poll(call.as_mut()).is_pending());
        take_parameter();
        host::call_is(handle, STARTED);
        super::super::yield_async().await;
        drop(call);
    });
    nothing_left(0);
}

#[test]
fn a_call_that_has_returned_unseen_drops_its_result() {
    for delivered in [false, true] {
        let mut import = pending(STARTED, RETURNED);
        task(async move {
            let handle = import.call;
            let mut call = Box::pin(import.call(Counted::new(1)));
            assert!(poll(call.as_mut()).is_pending());
            return_result();
            host::call_is(handle, RETURNED);
            if delivered {
                super::super::yield_async().await;
            }
            drop(call);
        });
        nothing_left(0);
    }
}

#[test]
fn a_call_that_is_dropped_elsewhere_is_ended_by_the_next_task() {
    for (state, on_cancel) in [(STARTING, BEFORE_STARTED), (STARTED, BEFORE_RETURNED)] {
        let mut import = pending(state, on_cancel);
        let before = host::cancelled();
        host::synchronously(|| {
            assert!(poll(pin!(import.call(Counted::new(1)))).is_pending());
        });
        assert_eq!(host::cancelled(), before);
        task(async {});
        assert_eq!(host::cancelled(), before + 1);
        nothing_left(0);
    }
}
