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
//! # Tests on the host
//!
//! With the option `host_tests` a guest is tested as any other program, by `cargo test`, on the machine that builds it. Each
//! imported interface has a trait `Mock` there, with its functions, and a function `mock` that lets a value of a type with
//! that trait stand in for the imports, in the thread of the test. What the world imports by itself has both at the root.
//!
//! ```ignore
//! #[derive(Default)]
//! struct Diary(RefCell<Vec<String>>);
//!
//! impl example::plugin::log::Mock for Diary {
//!     fn write(&self, line: &str) {
//!         self.0.borrow_mut().push(line.into());
//!     }
//! }
//!
//! #[test]
//! fn it_writes_a_line() {
//!     let diary = example::plugin::log::mock(Diary::default());
//!     <Plugin as Guest>::run();
//!     assert_eq!(*diary.0.borrow(), ["running"]);
//! }
//! ```
//!
//! What a test does not need, a mock does not implement; it panics with the name of the function where it is called after
//! all. For a resource `blob` there is a trait `MockBlob` with its methods: `Blob::from(value)` makes a resource of any value
//! that has it, and the functions `new_blob` and `blob_…` of `Mock` stand for constructor and statics. Resources that the
//! guest exports live as they do in a component; `borrow` gives what an export takes that borrows one.
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
//! | `binary` | | WIT packages in binary form where [`generate!`] reads WIT |
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

/// What an exported resource is made of, and how that is kept.
///
/// Every type that holds no references can be the inside of a resource; it is kept as an `Option` of itself. The functions
/// `resource_into_raw_` and `resource_from_raw_` of the trait `Guest…` of a resource say where: a guest that has a place
/// of its own for it, an arena say, overrides both.
pub mod resource {
    pub use crate::rt::{Resource, ResourceRep};
}

// The procedural macro behind `generate!`, which has to be within reach of `$crate`.
#[cfg(feature = "macros")]
#[doc(hidden)]
pub use witc_bindgen_macro::generate as __generate;
