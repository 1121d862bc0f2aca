//! The input of `component new`: modules, adapters, and how the component is to be made.

use witc_resolve::{Resolve, WorldId};
use witc_type_section::StringEncoding;

/// A core module, and what it is made for besides what its own type sections say.
#[derive(Clone, Copy, Debug)]
pub struct Module<'a> {
    /// The module, in the binary format.
    pub bytes: &'a [u8],
    /// A world that it is made for, with the encoding of its strings.
    pub world: Option<(&'a Resolve, WorldId, StringEncoding)>,
}

/// A module that translates what another one imports to interfaces of the component model.
#[derive(Clone, Copy, Debug)]
pub struct Adapter<'a> {
    /// The name of the module that it stands for, such as `wasi_snapshot_preview1`.
    pub name: &'a str,
    /// The adapter.
    pub module: Module<'a>,
}

/// How a component is to be made.
#[derive(Clone, Debug)]
pub struct Options {
    /// Imports that get other names: the old ones with the new.
    pub import_names: Vec<(String, String)>,
    /// Whether one import stands for all compatible versions of an interface.
    pub merge_imports: bool,
    /// Whether names of interfaces say of a version only what compatibility depends on.
    pub canonical_names: bool,
    /// Whether core names of the legacy scheme count for nothing.
    pub reject_legacy_names: bool,
    /// Whether adapters allocate by growing the memory, whatever the main module exports.
    pub realloc_via_memory_grow: bool,
    /// Whether the component and generated modules have sections with names for people.
    pub debug_names: bool,
    /// Whether shims call through references (`return_call_ref`) rather than a table.
    pub return_call_ref: bool,
    /// Whether the component is validated.
    pub validate: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            import_names: Vec::new(),
            merge_imports: true,
            canonical_names: false,
            reject_legacy_names: false,
            realloc_via_memory_grow: false,
            debug_names: true,
            return_call_ref: false,
            validate: true,
        }
    }
}
