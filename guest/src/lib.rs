//! Rust bindings and runtime for WebAssembly components: witc::generate!

#![no_std]

#[allow(unused_extern_crates)] // Not every choice of features needs it.
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[doc(hidden)]
pub mod rt;
