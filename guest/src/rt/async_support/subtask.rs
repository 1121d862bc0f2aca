//! Calls of asynchronous imports.

use super::block::Block;
use super::{builtins, orphan, polled_again, waitable};
use alloc::alloc::Layout;
use core::fmt;
use core::mem::{ManuallyDrop, replace};
use core::pin::Pin;
use core::task::{Context, Poll};

/// An asynchronous import: how its parameters are lowered and its result is lifted.
///
/// # Safety
///
/// The functions lower and lift in the way that the import at the other end expects. A value has no destructor and can be copied
/// bit by bit; a copy is used after the end of what the value borrows, but only for the functions that free and lift.
pub unsafe trait Subtask {
    /// The parameters.
    type Params;
    /// The lowered parameters.
    type ParamsLower: Copy;
    /// The result.
    type Results;

    /// The layout of the memory of a call: for the parameters, if they are passed in memory, and the result after them.
    fn abi_layout(&mut self) -> Layout;

    /// The place of the result in that memory.
    fn results_offset(&mut self) -> usize;

    /// Calls the import.
    ///
    /// # Safety
    ///
    /// The parameters are lowered and not passed yet; `results` points to memory for the result.
    unsafe fn call_import(&mut self, params: Self::ParamsLower, results: *mut u8) -> u32;

    /// Lowers the parameters.
    ///
    /// # Safety
    ///
    /// `dst` points to memory with the layout of a call.
    unsafe fn params_lower(&mut self, params: Self::Params, dst: *mut u8) -> Self::ParamsLower;

    /// Frees the lists in lowered parameters, whose handles the host has taken.
    ///
    /// # Safety
    ///
    /// The host does not read the parameters any more, and nothing else frees them.
    unsafe fn params_dealloc_lists(&mut self, lower: Self::ParamsLower);

    /// Frees the lists in lowered parameters and drops their handles, since the host has not taken them.
    ///
    /// # Safety
    ///
    /// As for [`Subtask::params_dealloc_lists`].
    unsafe fn params_dealloc_lists_and_own(&mut self, lower: Self::ParamsLower);

    /// Lifts the result.
    ///
    /// # Safety
    ///
    /// `src` points to the result of a call that has returned, which is lifted once.
    unsafe fn results_lift(&mut self, src: *mut u8) -> Self::Results;

    /// Calls the import when the future is polled for the first time. Dropping the future cancels the call.
    fn call(&mut self, params: Self::Params) -> Call<'_, Self>
    where
        Self: Sized,
    {
        Call {
            import: self,
            state: State::Start(params),
        }
    }
}

/// The states of a call. The last three are final.
const STARTED: u32 = 1;
const RETURNED: u32 = 2;
const CANCELLED_BEFORE_STARTED: u32 = 3;

/// A call of an asynchronous import.
#[must_use = "a call does nothing until it is awaited"]
pub struct Call<'a, S: Subtask> {
    import: &'a mut S,
    state: State<S>,
}

enum State<S: Subtask> {
    Start(S::Params),
    Pending(Pending<S>),
    Done,
}

/// A call that has not returned.
struct Pending<S: Subtask> {
    handle: u32,
    block: Block,
    lower: S::ParamsLower,
    /// The host has read the parameters, and their lists are freed.
    started: bool,
}

impl<S: Subtask> Unpin for Call<'_, S> {}

impl<S: Subtask> Future for Call<'_, S> {
    type Output = S::Results;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<S::Results> {
        let Self { import, state } = self.get_mut();
        let (mut status, mut pending) = match replace(state, State::Done) {
            State::Start(params) => start(*import, params),
            State::Pending(pending) => match waitable::poll(pending.handle, cx) {
                Some(status) => (status, pending),
                None => {
                    *state = State::Pending(pending);
                    return Poll::Pending;
                }
            },
            State::Done => polled_again(),
        };
        loop {
            pending.saw(*import, status);
            if status == RETURNED {
                return Poll::Ready(pending.finish(*import));
            }
            match waitable::poll(pending.handle, cx) {
                Some(next) => status = next,
                None => break,
            }
        }
        *state = State::Pending(pending);
        Poll::Pending
    }
}

/// Calls the import. Returns the state of the call.
fn start<S: Subtask>(import: &mut S, params: S::Params) -> (u32, Pending<S>) {
    let block = Block::new(import.abi_layout());
    let start = block.start();
    // SAFETY: the block has the layout of a call; it is freed only after the call has returned.
    let (lower, status) = unsafe {
        let results = start.add(import.results_offset());
        let lower = import.params_lower(params, start);
        (lower, import.call_import(lower, results))
    };
    let pending = Pending {
        handle: status >> 4,
        block,
        lower,
        started: false,
    };
    (status & 0xf, pending)
}

impl<S: Subtask> Pending<S> {
    /// Frees the lists of the parameters once the host has read them.
    fn saw(&mut self, import: &mut S, status: u32) {
        if status >= STARTED && !replace(&mut self.started, true) {
            // SAFETY: the host has read the parameters.
            unsafe { import.params_dealloc_lists(self.lower) };
        }
    }

    /// The result of a call that has returned.
    fn finish(self, import: &mut S) -> S::Results {
        // SAFETY: the call has returned, and the block is freed after that.
        let results = unsafe {
            let results = self.block.start().add(import.results_offset());
            import.results_lift(results)
        };
        drop_handle(self.handle);
        results
    }

    /// Ends a call whose result nobody waits for.
    fn cancel(mut self, mut import: ManuallyDrop<S>) {
        let mut status = waitable::arrived(self.handle).unwrap_or(0);
        if status < RETURNED {
            if !waitable::may_cancel() {
                waitable::disarm(self.handle);
                orphan::leave_call((self, import), |(call, import)| call.cancel(import));
                return;
            }
            self.saw(&mut import, status);
            waitable::leave(self.handle);
            // SAFETY: the call has not returned, was not cancelled, and is in no set.
            status = unsafe { builtins::subtask_cancel(self.handle) };
        }
        if status == CANCELLED_BEFORE_STARTED && !self.started {
            // SAFETY: the host has not taken the parameters.
            unsafe { import.params_dealloc_lists_and_own(self.lower) };
            self.started = true;
        }
        self.saw(&mut import, status);
        if status == RETURNED {
            drop(self.finish(&mut import));
        } else {
            drop_handle(self.handle);
        }
    }
}

fn drop_handle(handle: u32) {
    // A call that returns at once has no handle.
    if handle != 0 {
        waitable::forget(handle);
        // SAFETY: the call has ended, and the event that says so was received.
        unsafe { builtins::subtask_drop(handle) };
    }
}

impl<S: Subtask> Drop for Call<'_, S> {
    fn drop(&mut self) {
        if let State::Pending(pending) = replace(&mut self.state, State::Done) {
            // SAFETY: a copy may be used to free and lift.
            let import = unsafe { core::ptr::read(self.import) };
            pending.cancel(ManuallyDrop::new(import));
        }
    }
}

impl<S: Subtask> fmt::Debug for Call<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").finish_non_exhaustive()
    }
}
