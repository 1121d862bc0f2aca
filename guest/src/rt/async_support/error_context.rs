//! `error-context`: the reason of an error, which the host keeps.

use super::builtins;
use alloc::string::String;
use core::fmt::{self, Debug, Display, Formatter};

/// The reason of an error, for people to read.
#[derive(PartialEq, Eq)]
pub struct ErrorContext {
    handle: u32,
}

impl ErrorContext {
    /// A context with this message.
    #[must_use]
    pub fn new(debug_message: &str) -> Self {
        // SAFETY: the text exists during the call.
        let handle =
            unsafe { builtins::error_context_new(debug_message.as_ptr(), debug_message.len()) };
        Self { handle }
    }

    /// The context of a handle, which it owns.
    #[doc(hidden)]
    #[must_use]
    pub fn from_handle(handle: u32) -> Self {
        Self { handle }
    }

    /// The handle, which the context still owns.
    #[doc(hidden)]
    #[must_use]
    pub fn handle(&self) -> u32 {
        self.handle
    }

    /// The message; the host may have changed it.
    // Inline, as all that has a `String` here: what drops one in this crate would be used for each vector of a guest, which rustc
    // otherwise drops in place.
    #[inline]
    #[must_use]
    pub fn debug_message(&self) -> String {
        let mut text = [core::ptr::null_mut(); 2];
        // SAFETY: the function allocates the text with `cabi_realloc`, and writes where it is.
        unsafe {
            builtins::error_context_message(self.handle, text.as_mut_ptr());
            crate::rt::string(text[0], text[1].addr())
        }
    }
}

impl Debug for ErrorContext {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorContext")
            .field("debug_message", &self.debug_message())
            .finish()
    }
}

impl Display for ErrorContext {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.debug_message(), f)
    }
}

impl core::error::Error for ErrorContext {}

impl Drop for ErrorContext {
    fn drop(&mut self) {
        // SAFETY: this value owns the handle.
        unsafe { builtins::error_context_drop(self.handle) };
    }
}
