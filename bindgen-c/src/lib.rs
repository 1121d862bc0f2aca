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

pub use c::{Autodrop, C, Encoding, Options as COptions};
pub use cpp::{ApiStyle, Cpp, Options as CppOptions, Ownership};
