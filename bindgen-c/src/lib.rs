//! Bindings for C and C++: headers, sources, and the object file that carries the type of the world.
//!
//! [`C`] and [`Cpp`] are back ends: functions from a resolved world and options to files.

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), warn(unused_crate_dependencies))]
#![deny(clippy::wildcard_enum_match_arm)]

mod c;
pub mod codes;
mod cpp;
mod shared;

/// The CMake module `witc.cmake`, with the function `witc_generate`.
pub const CMAKE: &str = include_str!("../build/witc.cmake");

/// The Makefile fragment `witc.mk`, with the function `witc_generate`.
pub const MAKE: &str = include_str!("../build/witc.mk");

pub use c::{Autodrop, C, Encoding, Options as COptions};
pub use cpp::{ApiStyle, Cpp, Options as CppOptions, Ownership};
