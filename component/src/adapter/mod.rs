//! Adapters: modules that are reduced to what a component needs of them, and get a stack of their own.
//!
//! An adapter has no memory of its own but uses that of the main module. So it cannot have data or tables either, and
//! its stack is memory that it has to allocate before it runs: with the main module's allocator if that can be called
//! so early, or else by growing the memory.

mod definitions;
mod encode;
mod indices;
mod reach;
mod reduction;
mod stack;

use crate::codes;
use crate::errors::{Fallible, error};
pub(crate) use reduction::Reduction;

use crate::module::CoreModule;
use definitions::Definitions;
use witc_diagnostics::Diagnostic;

/// The smallest module that has the exports that are kept.
pub(crate) fn reduce(module: &CoreModule<'_>, reduction: Reduction<'_>) -> Fallible<Vec<u8>> {
    let mut definitions =
        Definitions::read(module).map_err(|reason| unsupported(reduction.name, &reason))?;
    definitions
        .exports
        // Exports are the roots of what is needed, so they are cut down before the search.
        .retain(|export| reduction.keep.contains(&export.name));
    let reached =
        reach::from_exports(&definitions).map_err(|reason| unsupported(reduction.name, &reason))?;
    encode::encode(&definitions, &reached, reduction)
        .map_err(|reason| unsupported(reduction.name, &reason))
}

fn unsupported(name: &str, reason: &str) -> Box<Diagnostic> {
    let message = format!("adapter `{name}` cannot become part of a component: {reason}");
    Box::new(error(codes::UNSUPPORTED_ADAPTER, message).note(
        "adapters are made for the purpose: they import the memory, and have no data, tables and start function; \
         for WASI 0.1 they come with wasmtime as `wasi_snapshot_preview1.*.wasm`",
    ))
}
