//! What generated code calls. Not for people: it changes with the generator.

#[cfg(all(feature = "realloc", target_arch = "wasm32"))]
mod realloc;

#[cfg(all(feature = "realloc", target_arch = "wasm32"))]
pub use realloc::link_cabi_realloc;

/// Nothing to link: this is no WebAssembly, or the program brings its own `cabi_realloc`.
#[cfg(not(all(feature = "realloc", target_arch = "wasm32")))]
pub fn link_cabi_realloc() {}
