//! Bytes that are no core module.

use std::fmt;

/// Bytes that are no core module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Malformed {
    /// Where, in bytes.
    pub(crate) at: usize,
    /// The thing that is there.
    pub(crate) what: &'static str,
}

impl Malformed {
    /// The thing where a module was expected, if it is a component.
    pub(crate) const COMPONENT: &'static str = "a component";
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.what, self.at)
    }
}
