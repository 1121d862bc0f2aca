//! The memory through which values pass.

use super::analyzed::AnalyzedModule;
use super::analyzer::Analyzer;
use crate::codes;
use crate::core_names;
use crate::errors::error;
use crate::module::CoreModule;
use wasmparser::{ExternalKind, FuncType, TypeRef, ValType};
use witc_diagnostics::Diagnostic;

impl Analyzer<'_> {
    /// A diagnostic if values would have to pass through a memory with 64-bit addresses.
    pub(super) fn memory_64(&self, subject: &AnalyzedModule<'_, '_>) -> Option<Diagnostic> {
        if !has_memory_64(subject.module) {
            return None;
        }
        // A component without values in memory does not care about its addresses.
        let function = self.world.needing_memory()?;
        let message = format!(
            "the memory of {} has 64-bit addresses, and {function} needs memory",
            subject.label
        );
        Some(error(codes::MEMORY_64, message).note(
            "values pass between components by way of memories with 32-bit addresses: build for a target such as \
             `wasm32-wasip2`",
        ))
    }
}

/// Whether this is the memory through which values pass.
pub(super) fn is_memory(export: &wasmparser::Export<'_>) -> bool {
    export.kind == ExternalKind::Memory && core_names::is_memory(export.name)
}

/// Whether this is how a module imports the memory through which values pass.
pub(super) fn is_main_memory(import: &wasmparser::Import<'_>) -> bool {
    (import.module, import.name) == ("env", "memory")
}

/// The type of an allocator of a memory with such addresses.
pub(super) fn realloc_type(address: ValType) -> FuncType {
    FuncType::new([address; 4], [address])
}

/// Whether the memory that values would pass through has 64-bit addresses.
pub(super) fn has_memory_64(module: &CoreModule<'_>) -> bool {
    let exported = module.exports.iter().filter(|export| is_memory(export));
    let exported = exported.filter_map(|export| module.memory(export.index));
    let imported = module.imports.iter().filter_map(|import| match import.ty {
        TypeRef::Memory(ty) => is_main_memory(import).then_some(ty),
        TypeRef::Func(_)
        | TypeRef::FuncExact(_)
        | TypeRef::Table(_)
        | TypeRef::Global(_)
        | TypeRef::Tag(_) => None,
    });
    exported.chain(imported).any(|ty| ty.memory64)
}
