//! The outcome of a command.

/// The outcome of a command that could run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// There are no errors.
    Success,
    /// The input has errors, which have been reported.
    InvalidInput,
    /// A part of the input cannot be read, which has been reported.
    Unreadable,
}
