//! Type sections: the world of a core module in binary form, as linkers keep it and component tools read it.
//!
//! [`TypeSection`] encodes the world; a linker or `component new` makes a component of it and the module:
//!
//! ```
//! # fn bindings(resolve: &witc_resolve::Resolve, world: witc_resolve::WorldId) -> Result<(), Box<witc_diagnostics::Diagnostic>> {
//! use witc_type_section::{TypeSection, type_section_name};
//!
//! let content = TypeSection::default().encode(resolve, world)?;
//! let name = type_section_name(resolve, world, &content, "");
//! println!("#[link_section = {name:?}] static _T: [u8; {}] = {content:?};", content.len());
//! # Ok(())
//! # }
//! ```
//!
//! Languages that cannot write custom sections in their sources get an object file, [`section_object`].
//!
//! Every guest that is built with the macro compiles this crate, so it needs no reader of binaries and has no features.
//! [`WorldType`] and [`wrapped_world`] are what packages in binary form are made of.

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), warn(unused_crate_dependencies))]
#![deny(clippy::wildcard_enum_match_arm)]

pub mod codes;
mod error;
mod names;
mod object;
mod section;
mod space;
mod types;
mod world;

pub use error::Result;
pub use names::InterfaceNames;
pub use object::section_object;
pub use section::{
    ENCODING_SECTION, ENCODING_VERSION, TYPE_SECTION_PREFIX, TypeSection, producers,
    type_section_name, wrapped_world,
};
pub use types::primitive_type;
pub use witc_canonical_abi::{StringEncoding, UnknownEncoding};
pub use world::WorldType;
