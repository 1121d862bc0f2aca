//! The core modules of a component by number.

/// One of the core modules that a component is made of: 0 is the main one, the others are adapters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct CorePart(pub(super) usize);

impl CorePart {
    /// The module that the component is made from.
    pub(super) const MAIN: Self = Self(0);
}
