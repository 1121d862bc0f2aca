//! Functions that a core module imports before what they stand for can exist, as data.
//!
//! An import that reads or writes memory needs the memory of the module that imports it, which is there only once the
//! module is instantiated. So a shim module comes first: its functions call through a table that is empty at that
//! time, and that the fix-up module fills in the end.

use super::canon::Canon;
use super::part::CorePart;
use indexmap::IndexMap;
use wasm_encoder::{GlobalType, HeapType, RefType, TableType};
use wasmparser::FuncType;

/// The name of the shim module's table.
pub(super) const TABLE: &str = "$imports";

/// The name of the memory that the shim module has if the main module imports its own.
pub(super) const MEMORY: &str = "$memory";

/// The names of the functions that read and set the base of thread-local storage.
pub(super) const TLS_BASE: [&str; 2] = ["$get-tls-base", "$set-tls-base"];

/// The function that a shim stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum ShimKind<'a> {
    /// A function of the canonical ABI, made for a module.
    Canon(CorePart, Canon),
    /// A function of the adapter with this number.
    Adapter(usize, &'a str),
    /// An export of a module that destroys a resource's representation.
    Destructor(CorePart, &'a str),
    /// An export of a module that allocates memory.
    Realloc(CorePart, &'a str),
}

/// A shim: its core type, and its name for people. In the shim module it goes by its number.
#[derive(Clone, Debug)]
pub(super) struct Shim {
    pub(super) ty: FuncType,
    pub(super) name: String,
}

/// The shims of a component.
pub(super) type Shims<'a> = IndexMap<ShimKind<'a>, Shim, foldhash::fast::RandomState>;

/// The name of the global that holds the target of the shim with this number, where shims go without a table.
pub(super) fn global_name(number: usize) -> String {
    format!("g{number}")
}

/// The type of the table, which holds a function for each shim.
pub(super) fn table_type(shims: usize) -> TableType {
    let size = shims as u64;
    TableType {
        element_type: RefType::FUNCREF,
        minimum: size,
        maximum: Some(size),
        table64: false,
        shared: false,
    }
}

/// The type of the global that holds the target of a shim of this type.
pub(super) fn global_type(ty: u32) -> GlobalType {
    let val_type = RefType {
        nullable: false,
        heap_type: HeapType::Concrete(ty),
    }
    .into();
    GlobalType {
        val_type,
        mutable: true,
        shared: false,
    }
}
