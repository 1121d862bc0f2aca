//! What the C and the C++ back end share.

pub(crate) mod comment;
pub(crate) mod core;
pub(crate) mod keywords;
pub(crate) mod object;
pub(crate) mod unsupported;
