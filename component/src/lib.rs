//! Components made of core modules and of other components.
//!
//! [`new`] makes a component of a core module and adapters; [`embed`] puts worlds into core modules, and reads them back;
//! [`plug`] satisfies the imports of a component with the exports of others; [`transform`] makes worlds of other worlds.
//! The result shares its bytes with the input: it is a [`Binary`], a list of pieces.

#![deny(clippy::wildcard_enum_match_arm)]
#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), warn(unused_crate_dependencies))]

mod adapter;
mod binary;
pub mod codes;
mod core_names;
pub mod embed;
mod errors;
mod module;
mod named;
pub mod new;
pub mod plug;
pub mod transform;
mod type_sections;
mod types;
mod validate;

pub use binary::Binary;
pub use validate::{Extent, validate};
pub use witc_canonical_abi::{Convention, Scheme};
pub use witc_type_section::{InterfaceNames, StringEncoding, TypeSection};
