//! Rust guests of the WebAssembly Component Model: [`generate!`] turns a WIT world into Rust, and this crate contains the
//! runtime of the generated code.
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
//! and `cargo build --target wasm32-wasip2` makes a component from it.
//!
//! # In place of wit-bindgen
//!
//! A guest that is written for wit-bindgen needs only another line in its `Cargo.toml`. The name and the features of the
//! dependency stay the same:
//!
//! ```toml
//! [dependencies]
//! wit-bindgen = { package = "witc", version = "0.1" }
//! ```
//!
//! # Asynchronous functions
//!
//! An `async func` that is imported is a `pub async fn`. It takes its parameters by value, except for borrowed handles; nothing
//! happens until it is polled, and dropping its future cancels the call. One that is exported is an `async fn` of the trait. The
//! option `sync` of [`generate!`] binds some or all of them as ordinary functions.
//!
//! `wit_stream::new` and `wit_future::new`, beside the bindings, make the two ends of a stream or a future of the types that the
//! world has:
//!
//! ```ignore
//! async fn count(n: u32) -> StreamReader<u32> {
//!     let (mut writer, reader) = wit_stream::new();
//!     // Goes on after `count` has returned the reader.
//!     witc::spawn_local(async move {
//!         writer.write_all((0..n).collect()).await;
//!     });
//!     reader
//! }
//! ```
//!
//! - After the end of a stream each read says that it has ended, and each write returns what was not written.
//! - The writer of a future that is dropped without a value writes the default that `wit_future::new` was given.
//! - Operations that are dropped in a synchronous function, where nothing may block, are ended by the next asynchronous call. A
//!   handle that was lent to such a call is dropped after it. If one is cancelled there that has not ended, it goes on.
//! - `spawn_local` needs a task: it panics in a synchronous export.
//! - `block_on` also waits for what was started in it, such as the write of a default. What the task that it blocks has started
//!   goes on after it.
//! - wasmtime ends the instance if both ends of a stream or future are used in one component, unless it carries numbers or nothing;
//!   and, in version 48, if a call returns or a read is written after the synchronous export or the task that has started it, and if
//!   a task takes an operation over for which another one waits at the same moment.
//!
//! # Tests on the host
//!
//! With the option `host_tests`, `cargo test` tests a guest on the machine that builds it. Each imported interface then has
//! a trait `Mock` with its functions, and a function `mock`, which installs a value of a type with that trait in place of the
//! imports, for the thread of the test. For the functions that the world imports itself, both are at the root.
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
//! A mock implements only the functions that a test needs; any other function panics with its name when it is called. For
//! a resource `blob` there is a trait `MockBlob` with its methods: `Blob::from(value)` makes a resource from any value that
//! implements it, and the functions `new_blob` and `blob_…` of `Mock` implement the constructor and the static functions.
//! Resources that the guest exports behave as in a component; `borrow` gives a borrowed handle for an export that takes one.
//!
//! ## Asynchronous functions on the host
//!
//! Exports, streams and futures work on the host as they do in a component, with the same runtime. For an async import the
//! function of a mock is an `async fn`, unless handles are borrowed inside of lists or records; each call of one is a task of its
//! own, and ends when the guest drops its future. `block_on` runs a test, first come first served. The functions of
//! `host_tests` run one in the order of a seed:
//!
//! ```ignore
//! impl example::plugin::web::Mock for Web {
//!     async fn fetch(&self, url: String) -> StreamReader<String> {
//!         let (mut writer, reader) = wit_stream::new();
//!         let lines = self.pages[&url].clone();
//!         witc::spawn_local(async move { writer.write_all(lines).await });
//!         reader
//!     }
//! }
//!
//! #[test]
//! fn it_counts_lines_in_every_order() {
//!     example::plugin::web::mock(Web::default());
//!     host_tests::for_seeds(0..100, || async {
//!         assert_eq!(Plugin::count("first".into()).await, 3);
//!     });
//! }
//!
//! #[test]
//! fn it_is_cancelled_wherever_it_waits() {
//!     let web = example::plugin::web::mock(Web::default());
//!     for n in 0..10 {
//!         host_tests::run(7, host_tests::cancel_at(n, Plugin::count("first".into())));
//!         assert_eq!(web.open_pages(), 0);
//!     }
//! }
//! ```
//!
//! A seed decides which of the tasks and of the futures in one that can go on goes on next, whether a call of a mock returns at
//! once, and which event comes first; the same seed gives the same order. If nothing can go on, the test fails, and is told what
//! each task waits for: `a read of the stream that was made at src/lib.rs:20:46`.
//!
//! # Features
//!
//! | feature | | |
//! |---|---|---|
//! | `macros` | default | [`generate!`] |
//! | `realloc` | default | `cabi_realloc`, with which the host allocates memory of the guest; without it, define your own |
//! | `std` | default | `std::error::Error` for error types; without it, the crate needs only `core` and `alloc` |
//! | `bitflags` | default | flags use the crate `bitflags`; without it, they have constants, `\|`, `&` and `^` |
//! | `macro-string` | default | `concat!`, `env!`, `include_str!`, `include!` and `stringify!` in strings of [`generate!`] |
//! | `binary` | | [`generate!`] also reads WIT packages in binary form |
//! | `async` | default | the runtime of asynchronous functions, streams and futures; a guest without them pays nothing |
//! | `async-spawn` | | `spawn_local` |
//! | `futures-stream` | | the ends of streams as the traits of the crate `futures`: `into_stream`, `into_sink`; for bytes `into_async_read`, `into_async_write` |
//! | `inter-task-wakeup` | | `UnitStreamOps`; tasks wake each other without this feature |
//! | `rustc-dep-of-std` | | nothing: published crates name it |

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), warn(unused_crate_dependencies))]
#![no_std]

#[allow(unused_extern_crates)] // Not every set of features needs it.
extern crate alloc;
// Streams and futures on the host are shared by its threads.
#[cfg(any(feature = "std", all(feature = "async", not(target_arch = "wasm32"))))]
extern crate std;

#[cfg(feature = "macros")]
mod generate;

#[cfg(all(feature = "async", not(target_arch = "wasm32")))]
pub mod host_tests;

#[doc(hidden)]
pub mod rt;

#[cfg(feature = "inter-task-wakeup")]
pub use rt::async_support::UnitStreamOps;
#[cfg(feature = "async")]
pub use rt::async_support::{
    AbiBuffer, ErrorContext, FutureOps, FutureRead, FutureReader, FutureWrite, FutureWriteCancel,
    FutureWriteError, FutureWriter, RawFutureRead, RawFutureReader, RawFutureWrite,
    RawFutureWriter, RawStreamRead, RawStreamReader, RawStreamWrite, RawStreamWriter, StreamOps,
    StreamRead, StreamReader, StreamResult, StreamWrite, StreamWriter, backpressure_dec,
    backpressure_inc, block_on, yield_async, yield_blocking,
};
#[cfg(feature = "async-spawn")]
pub use rt::async_support::{JoinHandle, spawn_local};

// Files that were written for the crate `wit-bindgen-rt`, as cargo-component did, look for these at the root; `spawn` is
// what `spawn_local` was called in wit-bindgen 0.40 to 0.57.
#[cfg(feature = "async")]
#[doc(hidden)]
pub use rt::async_support;
#[cfg(feature = "async-spawn")]
#[doc(hidden)]
pub use rt::async_support::spawn_local as spawn;
#[doc(hidden)]
pub use rt::{bitflags, maybe_link_cabi_realloc, run_ctors_once};

/// The values of exported resources, and how they are stored.
///
/// Every type without references can be the value of a resource; it is stored as an `Option` of itself. The functions
/// `resource_into_raw_` and `resource_from_raw_` of the trait `Guest…` of a resource decide where: a guest that has
/// its own place for it, such as an arena, overrides both.
pub mod resource {
    pub use crate::rt::{Resource, ResourceRep};
}

// The procedural macro behind `generate!`, which needs a path that starts with `$crate`.
#[cfg(feature = "macros")]
#[doc(hidden)]
pub use witc_bindgen_macro::generate as __generate;
