//! The heads of functions as bindings have them, for documentation.

use witc_resolve::Direction;

/// The head of a function as the bindings of a language have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The side of the world that the function is on.
    pub direction: Direction,
    /// The name under which the world has its interface; nothing for a function of the world itself.
    pub interface: Option<String>,
    /// Its full name in WIT ([`Function::name`](witc_resolve::Function::name)).
    pub function: String,
    /// The head, formatted, without the body and without a semicolon.
    pub text: String,
}
