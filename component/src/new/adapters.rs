//! Adapters, reduced to what a component needs of them.

use super::analyze::Analyzer;
use super::errors::wrong_type;
use super::options::Options;
use super::source::{OpenedModule, ReducedAdapter};
use super::wiring::{Exports, Wiring};
use crate::adapter::{Reduction, reduce};
use crate::codes;
use crate::errors::{Fallible, error};
use crate::module::CoreModule;
use std::collections::{BTreeMap, BTreeSet};
use wasmparser::{FuncType, MemoryType};
use witc_diagnostics::Diagnostic;

/// The things that a main module and its adapters share.
pub(super) struct Adapters<'m, 'a> {
    pub(super) analyzer: &'m Analyzer<'m>,
    pub(super) main: &'m OpenedModule<'a>,
    pub(super) main_wiring: &'m Wiring<'a>,
    pub(super) options: &'m Options,
}

impl<'a> Adapters<'_, 'a> {
    /// The smallest modules that do what is needed of each adapter; nothing for those that nothing is needed from.
    pub(super) fn reduce(
        &self,
        adapters: &[(&'a str, OpenedModule<'a>)],
    ) -> Result<Vec<Option<Vec<u8>>>, Vec<Diagnostic>> {
        let mut diagnostics = Vec::new();
        let mut reduced = Vec::new();
        for (number, (name, adapter)) in adapters.iter().enumerate() {
            match self.reduce_one(name, adapter, &self.needed(number)) {
                Ok(binary) => reduced.push(binary),
                Err(errors) => diagnostics.extend(errors),
            }
        }
        if diagnostics.is_empty() {
            Ok(reduced)
        } else {
            Err(diagnostics)
        }
    }

    /// The functions that the main module imports from an adapter.
    fn needed(&self, number: usize) -> BTreeMap<&'a str, &FuncType> {
        let imports = self
            .main_wiring
            .imports
            .iter()
            .flat_map(|(_, fields)| fields);
        let functions = imports.filter_map(|(_, import)| {
            let (adapter, function, ty) = import.adapter()?;
            (adapter == number).then_some((function, ty))
        });
        functions.collect()
    }

    fn reduce_one(
        &self,
        name: &str,
        adapter: &OpenedModule<'a>,
        needed: &BTreeMap<&str, &FuncType>,
    ) -> Result<Option<Vec<u8>>, Vec<Diagnostic>> {
        let mut diagnostics = Vec::new();
        let exports = self
            .analyzer
            .exports(&adapter.subject(Some(self.main)), &mut diagnostics);
        // The adapter is left out, and so is what may be wrong with it.
        if needed.is_empty() && !self.analyzer.provides_functions(&adapter.added) {
            return Ok(None);
        }
        diagnostics.extend(
            needed
                .iter()
                .filter_map(|(function, ty)| lacks(name, &adapter.module, function, ty)),
        );
        if !diagnostics.is_empty() {
            return Err(diagnostics);
        }
        // A function may be both imported by the main module and exported for the world; the set has it once.
        let keep: BTreeSet<&str> = needed.keys().copied().chain(names(&exports)).collect();
        let keep: Vec<&str> = keep.into_iter().collect();
        // `cabi_realloc_adapter` is meant for adapters alone. Without it they share the usual allocator.
        let realloc = self.main_wiring.exports.adapter_realloc();
        let realloc = realloc.filter(|_| !self.options.realloc_via_memory_grow);
        let reduction = Reduction {
            name,
            keep: &keep,
            realloc,
            debug_names: self.options.debug_names,
        };
        let reduced = reduce(&adapter.module, reduction).map_err(|diagnostic| vec![*diagnostic])?;
        Ok(Some(reduced))
    }

    /// Reads the reduced adapters again, because only what is left of them asks for imports.
    pub(super) fn open_all<'m>(
        &self,
        adapters: &[(&'a str, OpenedModule<'a>)],
        binaries: &'m [Option<Vec<u8>>],
    ) -> Result<Vec<Option<ReducedAdapter<'m>>>, Vec<Diagnostic>> {
        let pairs = adapters.iter().zip(binaries);
        let opened = pairs.map(|((name, _), binary)| {
            let binary = binary.as_ref();
            binary.map(|binary| self.open(name, binary)).transpose()
        });
        let opened: Result<_, _> = opened.collect();
        opened.map_err(|diagnostic| vec![*diagnostic])
    }

    /// Reads a reduced adapter again, and makes sure that it fits the main module's memory.
    fn open<'m>(&self, name: &str, binary: &'m [u8]) -> Fallible<ReducedAdapter<'m>> {
        let minimal = ReducedAdapter::open(binary).map_err(|malformed| {
            Box::new(error(
                codes::UNSUPPORTED_ADAPTER,
                format!("adapter `{name}` cannot be reduced: {malformed}"),
            ))
        })?;
        let exported = self.main_wiring.exports.memory.map(|(_, ty)| ty);
        // A main module that imports its memory need not export it.
        let main = exported.or(self.main_wiring.memory);
        match main
            .zip(minimal.module.memory(0))
            .and_then(|(main, own)| memories_differ(name, own, main))
        {
            Some(diagnostic) => Err(Box::new(diagnostic)),
            None => Ok(minimal),
        }
    }
}

/// The names of exports that mean something.
fn names<'a>(exports: &Exports<'a>) -> impl Iterator<Item = &'a str> {
    let functions = exports
        .functions
        .values()
        .map(|implementation| &implementation.name);
    let functions = functions
        .chain(exports.post_returns.values())
        .chain(exports.callbacks.values());
    let others = exports.destructors.values().chain(exports.special.values());
    functions
        .chain(others)
        .copied()
        .chain(exports.memory.map(|(name, _)| name))
        .collect::<Vec<_>>()
        .into_iter()
}

fn lacks(
    name: &str,
    adapter: &CoreModule<'_>,
    function: &str,
    expected: &FuncType,
) -> Option<Diagnostic> {
    let Some(export) = adapter
        .exports
        .iter()
        .find(|export| export.name == function)
    else {
        let message = format!(
            "adapter `{name}` does not export `{function}`, which the module imports from it"
        );
        let note = "the module was made for a later version of what the adapter provides, or for something else \
                    of that name";
        return Some(error(codes::ADAPTER_LACKS_EXPORT, message).note(note));
    };
    // Nothing has checked the two types against each other: one is in the main module, the other in the
    // adapter.
    let found = adapter.export_type(export);
    if found == Some(expected) {
        return None;
    }
    let what = format!("the export `{function}` of adapter `{name}`");
    Some(wrong_type(
        &what,
        "the import of the module",
        expected,
        found,
    ))
}

/// A diagnostic if the memory that an adapter imports cannot be that of the main module.
fn memories_differ(name: &str, adapter: MemoryType, main: MemoryType) -> Option<Diagnostic> {
    let addresses = |ty: MemoryType| if ty.memory64 { 64 } else { 32 };
    // A damaged binary can have any number there, and a shift by 64 would panic.
    let page = |ty: MemoryType| 1u64 << ty.page_size_log2.unwrap_or(16).min(63);
    if addresses(adapter) != addresses(main) {
        let (adapter, main) = (addresses(adapter), addresses(main));
        let message = format!(
            "the memory that adapter `{name}` imports has {adapter}-bit addresses, the module's has {main}-bit addresses"
        );
        return Some(
            error(codes::MEMORY_64, message)
                .note("build the module for a target with 32-bit addresses"),
        );
    }
    let (adapter, main) = (page(adapter), page(main));
    if adapter == main {
        return None;
    }
    let message = format!(
        "the memory that adapter `{name}` imports has pages of {adapter} bytes, the module's has pages of {main}"
    );
    Some(
        error(codes::PAGE_SIZES_DIFFER, message)
            .note("use an adapter that is made for this page size"),
    )
}
