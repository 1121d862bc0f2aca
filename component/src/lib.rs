//! WIT and component binaries: type sections, encoding and decoding.
//!
//! [`TypeSection`] encodes the world of a core module; a linker or `component new` makes a component of both:
//!
//! ```
//! # fn bindings(resolve: &witc_resolve::Resolve, world: witc_resolve::WorldId) -> Result<(), Box<witc_diagnostics::Diagnostic>> {
//! use witc_component::{TypeSection, type_section_name};
//!
//! let content = TypeSection::default().encode(resolve, world)?;
//! let name = type_section_name(resolve, world, &content, "");
//! println!("#[link_section = {name:?}] static _T: [u8; {}] = {content:?};", content.len());
//! # Ok(())
//! # }
//! ```
//!
//! What can't have sections in its source gets an object file, [`section_object`].
//!
//! With the feature `binary` also packages as binaries, both ways; with the feature `tools` also what makes components of
//! core modules, `new` and its adapters, and what tells whether components fit, compares, draws and puts them together:
//! `targets`, `diff`, `graph`, `plug`. A guest's build does without them, and so without the validator.

#[cfg(feature = "tools")]
mod adapter;
#[cfg(feature = "tools")]
mod binary;
pub mod codes;
#[cfg(feature = "tools")]
mod compare;
#[cfg(feature = "binary")]
mod decode;
#[cfg(feature = "tools")]
pub mod diff;
#[cfg(feature = "tools")]
pub mod embed;
mod encode;
#[cfg(feature = "tools")]
pub mod graph;
#[cfg(feature = "tools")]
mod module;
#[cfg(feature = "tools")]
pub mod new;
mod object;
#[cfg(feature = "tools")]
pub mod plug;
mod section;
mod string_encoding;
#[cfg(feature = "tools")]
pub mod targets;
#[cfg(feature = "tools")]
pub mod transform;
#[cfg(feature = "tools")]
mod world;

#[cfg(feature = "tools")]
pub use binary::Binary;
#[cfg(feature = "tools")]
pub use compare::{Change, ChangeKind, Class, Definition, Item, Part, join_sources, moved};
#[cfg(feature = "binary")]
pub use decode::{Decoded, decode, decode_to_packages, decode_to_wit, decode_type_section};
pub use encode::InterfaceNames;
#[cfg(feature = "binary")]
pub use encode::encode_package;
pub use object::section_object;
pub use section::{TYPE_SECTION_PREFIX, TypeSection, type_section_name};
pub use string_encoding::{StringEncoding, UnknownEncoding};
#[cfg(feature = "tools")]
pub use witc_canonical_abi::{Convention, Scheme};
