//! WIT and component binaries: type sections, encoding and decoding.
//!
//! With the feature `tools` also what makes components of core modules: `new` and its
//! adapters. A guest's build does without it, and so without the validator.

mod string_encoding;

pub use string_encoding::{StringEncoding, UnknownEncoding};
