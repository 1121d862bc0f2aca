//! The parts that the binding generators of witc share: the shape of a back end, its options, names and output files.
//!
//! A back end is a function from a resolved world and its options to files and diagnostics: [`Backend::generate`].
//! It reads the resolved model alone, touches no file, and never panics. Front ends, the command line and the macro of
//! the guest crate, learn from [`Backend::OPTIONS`] what can be set, and set it with [`Options::set`]; nothing about an
//! option is written anywhere else.

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), warn(unused_crate_dependencies))]
#![deny(clippy::wildcard_enum_match_arm)]

mod backend;
mod choices;
pub mod codes;
mod docs;
mod files;
mod filter;
mod hash;
mod indented_text;
mod modules;
mod names;
mod once_each;
mod options;
mod perspective;
mod signature;

pub use backend::{Backend, Input, Output};
pub use docs::doc_text;
pub use files::{Files, OwnMember};
pub use filter::{Chaining, Filters, FunctionName, binds_async};
pub use hash::fingerprint;
pub use indented_text::IndentedText;
pub use modules::{Module, ModuleId, Modules};
pub use names::NameScope;
pub use once_each::once_each;
pub use options::{
    Attributes, Given, OptionKind, OptionSpec, OptionValue, Options, Pairs, Paths, SetError,
    Setting,
};
pub use perspective::{Perspective, Role};
pub use signature::Signature;
