//! What the C and the C++ back end share.

pub(crate) mod calls;
pub(crate) mod choice;
pub(crate) mod comment;
pub(crate) mod keywords;
pub(crate) mod names;
pub(crate) mod object;
pub(crate) mod spelling;
pub(crate) mod unmatched;
pub(crate) mod unsupported;
