//! Printing what was resolved.

mod json;
mod wit;

pub use json::json;
pub use wit::{Style, interface, package, packages, world};
