//! Names of core imports and exports that do not stand in the world's tables: special exports, and those of the async
//! ABI.

use witc_canonical_abi::Convention;

/// The prefix of all names of the standard scheme.
pub(crate) const STANDARD: &str = "cm32p2";

/// The module from which functions of the world itself are imported, in the legacy scheme.
pub(crate) const ROOT: &str = "$root";

/// The module from which adapters import what the main module exports.
pub(crate) const MAIN_MODULE: &str = "__main_module__";

/// An export with a meaning of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Special {
    /// Allocates, for everything that has no allocator of its own.
    Realloc,
    /// Allocates what imports return.
    ImportRealloc,
    /// Allocates what exports take.
    ExportRealloc,
    /// Allocates for adapters.
    AdapterRealloc,
    /// Is called before anything else.
    Initialize,
    /// Is called when tasks start and end.
    TaskHook,
}

impl Special {
    /// The meaning of a function's name.
    pub(crate) fn of(name: &str) -> Option<Self> {
        Some(match name {
            "cabi_realloc" | "canonical_abi_realloc" | "cm32p2_realloc" => Self::Realloc,
            "cabi_import_realloc" => Self::ImportRealloc,
            "cabi_export_realloc" => Self::ExportRealloc,
            "cabi_realloc_adapter" => Self::AdapterRealloc,
            "_initialize" | "cm32p2_initialize" => Self::Initialize,
            "__wasm_task_hook" => Self::TaskHook,
            _ => return None,
        })
    }
}

/// Whether a memory of this name is the one that holds values.
pub(crate) fn is_memory(name: &str) -> bool {
    matches!(name, "memory" | "cm32p2_memory")
}

/// The table of functions of a module, as linkers call it.
pub(crate) const TABLE: &str = "__indirect_function_table";

/// Whether the field has the look of a built-in of the async ABI.
pub(crate) fn is_built_in(field: &str) -> bool {
    // Beginnings alone, so that built-ins of other drafts of the ABI are known for what they are and get a
    // message of their own.
    const BUILT_INS: [&str; 12] = [
        "[async-lower]",
        "[task-",
        "[subtask-",
        "[stream-",
        "[future-",
        "[waitable-",
        "[backpressure-",
        "[context-",
        "[error-context-",
        "[thread-",
        "[cancellable]",
        "[yield]",
    ];
    BUILT_INS.iter().any(|built_in| field.starts_with(built_in))
}

/// The role of an export for a function by the async ABI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AsyncExport {
    /// It implements the function.
    Lift(Convention),
    /// It continues the function.
    Callback,
}

impl AsyncExport {
    /// Whether it implements the function synchronously.
    pub(crate) fn is_sync(self) -> bool {
        match self {
            Self::Lift(convention) => convention.is_sync(),
            Self::Callback => false,
        }
    }

    /// Whether it continues a function that another export implements.
    pub(crate) fn is_callback(self) -> bool {
        match self {
            Self::Lift(_) => false,
            Self::Callback => true,
        }
    }
}

/// The role of an export by the async ABI, and the name of the function that it has it for.
pub(crate) fn async_export(name: &str) -> Option<(AsyncExport, &str)> {
    let parts = [
        ("[async-lift]", AsyncExport::Lift(Convention::Async)),
        (
            "[async-lift-stackful]",
            AsyncExport::Lift(Convention::AsyncStackful),
        ),
        ("[callback][async-lift]", AsyncExport::Callback),
    ];
    parts
        .into_iter()
        .find_map(|(prefix, what)| Some((what, name.strip_prefix(prefix)?)))
}
