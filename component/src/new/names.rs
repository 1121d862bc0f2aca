//! Names of core imports and exports that do not stand in the world's tables: special exports, and what is reserved
//! for async.

/// What all names of the standard scheme start with.
pub(super) const STANDARD: &str = "cm32p2";

/// The module from which adapters import what the main module exports.
pub(crate) const MAIN_MODULE: &str = "__main_module__";

/// An export with a meaning of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Special {
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
    pub(super) fn of(name: &str) -> Option<Self> {
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
pub(super) fn is_memory(name: &str) -> bool {
    matches!(name, "memory" | "cm32p2_memory")
}

/// Whether the field is a built-in of the async ABI.
pub(super) fn is_async_import(module: &str, field: &str) -> bool {
    const BUILT_INS: [&str; 11] = [
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
    ];
    let stack = module == "env" && matches!(field, "__wasm_get_stack_pointer" | "__wasm_set_stack_pointer");
    stack || BUILT_INS.iter().any(|built_in| field.starts_with(built_in))
}

/// The name of the function that an export implements by the async ABI.
pub(super) fn async_export(name: &str) -> Option<&str> {
    let name = name.strip_prefix("[callback]").unwrap_or(name);
    name.strip_prefix("[async-lift]").or_else(|| name.strip_prefix("[async-lift-stackful]"))
}
