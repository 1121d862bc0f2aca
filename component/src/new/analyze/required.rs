//! The functions of its world that a core module has to implement.

use super::analyzed::AnalyzedModule;
use super::analyzer::Analyzer;
use crate::codes;
use crate::core_names;
use crate::errors::error;
use crate::module::CoreModule;
use crate::named::{ExportMeaning, FunctionKey};
use crate::new::wiring::Exports;
use std::collections::{HashMap, HashSet};
use witc_diagnostics::Diagnostic;
use witc_resolve::Direction;

/// Why a function is not exported, usually, in the language that the module says it was written in.
fn usual_cause(module: &CoreModule<'_>) -> &'static str {
    let producers = module.producers();
    // rustc and clang both say it.
    let is = |language: &str| producers.languages().any(|name| name.starts_with(language));
    if is("Rust") {
        "usually the macro that exports the implementation was not called: `export!(Type)`"
    } else if is("C") {
        "usually the source file of the bindings was not compiled and linked with the rest, or is that of another world"
    } else {
        "usually what exports the implementation was not called (in Rust: `export!(Type)`), or not linked (in C and C++: the \
         source file of the bindings)"
    }
}

impl Analyzer<'_> {
    /// Says which functions of its world a module does not implement.
    pub(super) fn require(
        &self,
        subject: &AnalyzedModule<'_, '_>,
        exports: &Exports<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let world = self.world;
        let own = subject.added.exports.iter();
        let keys: Vec<_> = own
            .flat_map(|&item| world.function_keys(Direction::Export, item))
            .collect();
        let mut missing = keys
            .iter()
            .filter(|&key| !exports.functions.contains_key(key))
            .peekable();
        if missing.peek().is_none() {
            return;
        }
        // Exports that are there with the wrong type have been reported already.
        let told: HashSet<FunctionKey> = subject
            .module
            .exports
            .iter()
            .filter_map(|e| self.named_by(e.name))
            .collect();
        let missing: Vec<_> = missing.filter(|key| !told.contains(key)).collect();
        // If nothing is there, the cause is one, and so is the diagnostic.
        let none = missing.len() == keys.len() && keys.len() > 1;
        let mut core_names: HashMap<ExportMeaning, &str, foldhash::fast::RandomState> =
            HashMap::default();
        for (name, &export) in &world.core_exports {
            // Legacy names are registered first, so messages have those.
            core_names.entry(export).or_insert(name);
        }
        for &&key in missing.iter().take(if none { 1 } else { missing.len() }) {
            let name = core_names
                .get(&ExportMeaning::Function(key))
                .copied()
                .unwrap_or_default();
            let mut message = format!(
                "{} does not export `{name}`, which implements {}",
                subject.label,
                world.describe_export(key)
            );
            if none {
                message += &format!(
                    ", nor any other of the {} functions of its world",
                    keys.len()
                );
            }
            let mut missing = error(codes::MISSING_CORE_EXPORT, message);
            if let Some(function) = world.exported(key) {
                missing = missing.note(format!("its core type has to be `{}`", function.lifted.ty));
            }
            diagnostics.push(missing.note(usual_cause(subject.module)));
        }
    }

    /// The function that an export of this name implements, in whichever way.
    pub(super) fn named_by(&self, name: &str) -> Option<FunctionKey> {
        if self.is_rejected(name) {
            return None;
        }
        let exports = &self.world.core_exports;
        let meaning = exports
            .get(name)
            .or_else(|| exports.get(core_names::async_export(name)?.1));
        meaning?.function()
    }
}
