//! Core modules as data: what they import and export, with types; code and data stay where they are.

mod core_module;
mod malformed;
mod producers;
mod rewrite;
mod sections;

pub(crate) use core_module::CoreModule;
pub(crate) use malformed::Malformed;
pub(crate) use producers::Producers;
pub(crate) use sections::{CUSTOM, HEADER, custom_name, leb128};
