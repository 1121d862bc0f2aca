//! The places of nodes in the lists of a file.

/// The place of a type in the [`Nodes`](super::Nodes) of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeId(pub(super) u32);

/// The places of types in the [`Nodes`](super::Nodes) of their file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeIds {
    pub(super) start: u32,
    pub(super) end: u32,
}

/// The places of a function's parameters in the [`Nodes`](super::Nodes) of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParamIds {
    pub(super) start: u32,
    pub(super) end: u32,
}
