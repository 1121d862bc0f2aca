//! From a resolved package to component types: the world of a type section, and whole packages.

#[cfg(feature = "binary")]
mod docs;
#[cfg(feature = "binary")]
mod json;
mod names;
#[cfg(feature = "binary")]
mod package;
mod space;
mod types;
mod world;

use witc_diagnostics::Diagnostic;

pub use names::InterfaceNames;
#[cfg(feature = "binary")]
pub(crate) use package::DOCS_SECTION;
#[cfg(feature = "binary")]
pub use package::encode_package;

pub(crate) use world::WorldType;

/// What is encoded, or why it can't be.
pub(crate) type Result<T, E = Box<Diagnostic>> = std::result::Result<T, E>;
