//! How an adapter is to be reduced.

/// How an adapter is to be reduced.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reduction<'a> {
    /// The adapter's name.
    pub(crate) name: &'a str,
    /// The exports that are kept.
    pub(crate) keep: &'a [&'a str],
    /// The main module's export that the adapter allocates with, if it may.
    pub(crate) realloc: Option<&'a str>,
    /// Whether the names of functions and globals are kept.
    pub(crate) debug_names: bool,
}
