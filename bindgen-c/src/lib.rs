//! Bindings for C and C++: headers, sources, and the object file that carries the type of the world.
//!
//! [`C`] is a back end: a function from a resolved world and options to files.

mod c;
mod shared;

pub use c::{Autodrop, C, Encoding, Options as COptions};
