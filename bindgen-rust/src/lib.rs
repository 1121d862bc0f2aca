//! Rust bindings for WIT worlds

mod options;

pub use options::{Options, Ownership};
