//! Printing what was resolved.

pub mod json;
