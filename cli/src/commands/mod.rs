//! The subcommands, one file for each.

mod bindings;
pub(crate) mod c;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod component;
pub(crate) mod cpp;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod fmt;
pub(crate) mod graph;
pub(crate) mod lsp;
pub(crate) mod plug;
pub(crate) mod rust;
