//! Rust bindings and runtime for WebAssembly components: witc::generate!
