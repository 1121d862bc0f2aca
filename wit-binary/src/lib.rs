//! WIT in binary form: packages encoded and decoded, type sections and the worlds of components decoded.
//!
//! [`encode_package`] writes a package as a component; [`decode`](decode()) reads packages in that form and the worlds of
//! components, [`decode_type_section`] the world of a core module. [`instances()`] says how a component is put together:
//! which components in it have code, and where each takes its imports from. [`parse`] gives the tree of a component's
//! items to those who look at more than that.
//!
//! wasmparser's validator has no part in this crate: guests whose WIT is binary compile it, and the validator would
//! take longer than all the rest.

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), warn(unused_crate_dependencies))]
#![deny(clippy::wildcard_enum_match_arm)]

pub mod codes;
mod decode;
mod docs;
mod encode;
mod error;
mod instances;
pub mod parse;

pub use decode::{
    Decoded, component_to_wit, decode, decode_to_packages, decode_to_wit, decode_type_section,
    is_package, type_section_component,
};
pub use encode::encode_package;
pub use error::not_wit;
pub use instances::{CodeInstance, CoreModuleInfo, Export, Instances, Link, Origin, instances};
pub use witc_type_section::{InterfaceNames, Result, StringEncoding};
