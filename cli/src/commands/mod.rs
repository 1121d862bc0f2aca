//! The subcommands, one file for each.

mod bindings;
pub(crate) mod c;
pub(crate) mod check;
pub(crate) mod cmake_dir;
pub(crate) mod completions;
pub(crate) mod component;
pub(crate) mod cpp;
pub(crate) mod diff;
pub(crate) mod doc;
pub(crate) mod explain;
pub(crate) mod fmt;
pub(crate) mod graph;
pub(crate) mod lint;
pub(crate) mod lsp;
pub(crate) mod markdown;
mod pages;
pub(crate) mod plug;
pub(crate) mod rust;
pub(crate) mod schema;
