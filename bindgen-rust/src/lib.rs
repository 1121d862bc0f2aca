//! Rust bindings for WIT worlds
