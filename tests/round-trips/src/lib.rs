//! Random worlds whose guests, in Rust, C and C++, give back every value that they get.
//!
//! A seed makes a world ([`make`]), which prints itself as WIT ([`model`]). For each language the bindings are generated,
//! and a guest is written against them that passes what it gets to an import, and gives back what that gives
//! ([`guest`]); both are compiled ([`build`]). The host ([`host`]) calls the guest with random values ([`values`]) and
//! sees whether they are still the same: in the import, and when they are back. A world that fails is made smaller
//! ([`shrink`]) and kept in `fixtures/round-trips`.
//!
//! Worlds with asynchronous functions, streams and futures ([`make::concurrent`]) have guests in Rust alone, and a host of their
//! own ([`concurrent`]).

pub mod build;
mod compare;
pub mod concurrent;
pub mod guest;
pub mod host;
pub mod make;
pub mod model;
mod seen;
pub mod shrink;
pub mod trip;
pub mod values;
mod wit;

pub use build::Tools;
pub use guest::{Language, Source};
pub use trip::{Failure, Stage, drive, drive_concurrent, drive_world, together};
