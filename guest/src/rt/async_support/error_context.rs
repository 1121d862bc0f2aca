//! `error-context`: the reason of an error, which the host keeps.

use super::incomplete;
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
        let _ = debug_message;
        incomplete()
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
    #[must_use]
    pub fn debug_message(&self) -> String {
        incomplete()
    }
}

impl Debug for ErrorContext {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorContext")
            .field("debug_message", &self.debug_message())
            .finish()
    }
}

impl Display for ErrorContext {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.debug_message(), f)
    }
}

impl core::error::Error for ErrorContext {}

impl Drop for ErrorContext {
    fn drop(&mut self) {
        incomplete();
    }
}
