//! Calls of asynchronous imports.

use super::block::Block;
use super::builtins::{self, BLOCKED};
use super::linker::Linker;
use super::{orphan, polled_again, waitable};
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
        let () = Linker::<Self>::KNOWS_ASYNC;
        Call {
            import: self,
            state: State::Start(params),
        }
    }
}

/// The states of a call as the host tells them. Those from [`RETURNED`] on are final.
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
    Pending(Pending<S::ParamsLower>),
    Done,
}

/// A call that has not returned.
struct Pending<L> {
    raw: Raw,
    lower: L,
}

/// What a call has that does not depend on its types.
struct Raw {
    handle: u32,
    status: u32,
    /// The host has read the parameters, and their lists are freed.
    freed: bool,
    block: Block,
}

impl<S: Subtask> Unpin for Call<'_, S> {}

impl<S: Subtask> Future for Call<'_, S> {
    type Output = S::Results;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<S::Results> {
        let Self { import, state } = self.get_mut();
        if let State::Start(_) = state
            && let State::Start(params) = replace(state, State::Done)
        {
            *state = State::Pending(start(*import, params));
        }
        let State::Pending(pending) = state else {
            polled_again()
        };
        let returned = pending.raw.poll(cx);
        pending.free_read(*import);
        if !returned {
            return Poll::Pending;
        }
        let result = pending.lift(*import);
        pending.raw.drop_handle();
        // Frees the block.
        *state = State::Done;
        Poll::Ready(result)
    }
}

/// Calls the import.
fn start<S: Subtask>(import: &mut S, params: S::Params) -> Pending<S::ParamsLower> {
    let block = Block::new(import.abi_layout());
    let start = block.start();
    // SAFETY: the block has the layout of a call; it is freed only after the call has returned.
    let (lower, status) = unsafe {
        let results = start.add(import.results_offset());
        let lower = import.params_lower(params, start);
        (lower, import.call_import(lower, results))
    };
    let raw = Raw {
        handle: status >> 4,
        status: status & 0xf,
        freed: false,
        block,
    };
    Pending { raw, lower }
}

impl Raw {
    /// Whether the call has returned.
    #[inline(never)]
    fn poll(&mut self, cx: &Context<'_>) -> bool {
        while self.status != RETURNED {
            match waitable::poll(self.handle, cx) {
                BLOCKED => return false,
                status => self.status = status,
            }
        }
        true
    }

    /// Cancels the call. Returns whether it has ended: where blocking is illegal, one that has not returned goes on.
    #[inline(never)]
    fn cancel(&mut self) -> bool {
        // An event may only say that the call has started.
        while self.status < RETURNED {
            // SAFETY: the call has not returned and was not cancelled.
            match unsafe { waitable::cancel(self.handle, |call| builtins::subtask_cancel(call)) } {
                BLOCKED => return false,
                status => self.status = status,
            }
        }
        true
    }

    #[inline(never)]
    fn drop_handle(&self) {
        // A call that returns at once has no handle.
        if self.handle != 0 {
            waitable::forget(self.handle);
            // SAFETY: the call has ended, and the event that says so was received.
            unsafe { builtins::subtask_drop(self.handle) };
        }
    }
}

impl<L: Copy> Pending<L> {
    /// Frees the lists of the parameters once the host has read them.
    fn free_read(&mut self, import: &mut impl Subtask<ParamsLower = L>) {
        if self.raw.status >= STARTED && !replace(&mut self.raw.freed, true) {
            // SAFETY: the host has read the parameters.
            unsafe { import.params_dealloc_lists(self.lower) };
        }
    }

    /// The result of a call that has returned.
    fn lift<S: Subtask<ParamsLower = L>>(&self, import: &mut S) -> S::Results {
        // SAFETY: the call has returned, and the block is freed after that.
        unsafe {
            let results = self.raw.block.start().add(import.results_offset());
            import.results_lift(results)
        }
    }
}

/// Ends a call whose result nobody waits for.
fn cancel<S: Subtask>((mut pending, mut import): (Pending<S::ParamsLower>, ManuallyDrop<S>)) {
    if !pending.raw.cancel() {
        return orphan::leave_call((pending, import), cancel);
    }
    if pending.raw.status == CANCELLED_BEFORE_STARTED && !replace(&mut pending.raw.freed, true) {
        // SAFETY: the host has not taken the parameters.
        unsafe { import.params_dealloc_lists_and_own(pending.lower) };
    }
    pending.free_read(&mut *import);
    if pending.raw.status == RETURNED {
        drop(pending.lift(&mut *import));
    }
    pending.raw.drop_handle();
}

impl<S: Subtask> Drop for Call<'_, S> {
    fn drop(&mut self) {
        if let State::Pending(_) = self.state
            && let State::Pending(pending) = replace(&mut self.state, State::Done)
        {
            // SAFETY: a copy may be used to free and lift.
            let import = unsafe { core::ptr::read(self.import) };
            cancel((pending, ManuallyDrop::new(import)));
        }
    }
}

impl<S: Subtask> fmt::Debug for Call<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").finish_non_exhaustive()
    }
}
