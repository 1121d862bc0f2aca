//! Why a request has no result, as the protocol says it.

use std::fmt;

/// An error of the protocol.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Failure {
    /// The code (LSP, "Base Protocol", `ErrorCodes`).
    pub code: i32,
    /// What is wrong, for people.
    pub message: String,
}

impl Failure {
    fn new(code: i32, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
        }
    }

    /// The request can't be understood.
    pub(crate) fn params(method: &str, error: &serde_json::Error) -> Self {
        Self::new(
            -32602,
            format!("the parameters of `{method}` can't be read: {error}"),
        )
    }

    /// The server does not know the method.
    pub(crate) fn method(method: &str) -> Self {
        Self::new(
            -32601,
            format!("`{method}` is not a request that this server knows"),
        )
    }

    /// The client has not initialized the server yet.
    pub(crate) fn not_initialized() -> Self {
        Self::new(-32002, "the server waits for `initialize`")
    }

    /// The request comes at the wrong time.
    pub(crate) fn untimely(message: &str) -> Self {
        Self::new(-32600, message)
    }

    /// The request is valid, and can't be done.
    pub(crate) fn refused(message: impl Into<String>) -> Self {
        Self::new(-32803, message)
    }

    /// The client does not want the answer any more.
    #[must_use]
    pub fn cancelled() -> Self {
        Self::new(-32800, "the client cancelled the request")
    }

    /// A bug in the server.
    #[must_use]
    pub fn internal() -> Self {
        Self::new(
            -32603,
            "this is a bug in witc; its standard error says more",
        )
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}
