//! Rust guests of the WebAssembly Component Model: [`generate!`] turns a WIT world into Rust, and this crate has what the
//! generated code needs at run time.
//!
//! A guest is a library of the crate type `cdylib` that depends on this crate, with WIT in a folder `wit` beside its
//! `Cargo.toml`:
//!
//! ```toml
//! [lib]
//! crate-type = ["cdylib"]
//!
//! [dependencies]
//! witc = "0.1"
//! ```
//!
//! For the world `world plugin { export length: func(s: string) -> u32; }` the program is
//!
//! ```ignore
//! witc::generate!();
//!
//! struct Plugin;
//!
//! impl Guest for Plugin {
//!     fn length(s: String) -> u32 {
//!         s.len() as u32
//!     }
//! }
//!
//! export!(Plugin);
//! ```
//!
//! and `cargo build --target wasm32-wasip2` makes a component of it.
//!
//! # In the place of wit-bindgen
//!
//! A guest that was written for wit-bindgen needs one other line in its `Cargo.toml`; it keeps the name and the features
//! that it had:
//!
//! ```toml
//! [dependencies]
//! wit-bindgen = { package = "witc", version = "0.1" }
//! ```
//!
//! # Features
//!
//! | feature | | |
//! |---|---|---|
//! | `macros` | default | [`generate!`] |
//! | `realloc` | default | `cabi_realloc`, with which the host allocates in the guest; without it, bring your own |
//! | `std` | default | `std::error::Error` for error types; without it, the crate needs `core` and `alloc` alone |
//! | `bitflags` | default | flags are made by the `bitflags` crate; without it they have constants, `\|`, `&` and `^` |
//! | `macro-string` | default | `concat!`, `env!`, `include_str!`, `include!` and `stringify!` in strings of [`generate!`] |
//! | `async`, `async-spawn`, `futures-stream`, `inter-task-wakeup` | | accepted; asynchronous bindings are yet to come |

#![no_std]

#[allow(unused_extern_crates)] // Not every choice of features needs it.
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[cfg(feature = "macros")]
mod generate;

#[doc(hidden)]
pub mod rt;

// The procedural macro behind `generate!`, which has to be within reach of `$crate`.
#[cfg(feature = "macros")]
#[doc(hidden)]
pub use witc_bindgen_macro::generate as __generate;
