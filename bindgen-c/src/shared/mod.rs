//! The parts that the back ends of C and C++ share.

pub(crate) mod calls;
pub(crate) mod channels;
pub(crate) mod comment;
pub(crate) mod keywords;
pub(crate) mod names;
pub(crate) mod object;
pub(crate) mod spelling;
pub(crate) mod unmatched;
