//! Calls of asynchronous imports.

use super::incomplete;
use alloc::alloc::Layout;

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
            params: Some(params),
        }
    }
}

/// A call of an asynchronous import.
pub struct Call<'a, S: Subtask> {
    import: &'a mut S,
    params: Option<S::Params>,
}

impl<S: Subtask> Unpin for Call<'_, S> {}

impl<S: Subtask> Future for Call<'_, S> {
    type Output = S::Results;

    fn poll(
        self: core::pin::Pin<&mut Self>,
        _: &mut core::task::Context<'_>,
    ) -> core::task::Poll<S::Results> {
        let this = self.get_mut();
        let _ = (&mut this.import, &mut this.params);
        incomplete()
    }
}
