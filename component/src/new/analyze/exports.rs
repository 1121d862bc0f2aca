//! What the exports of a core module mean.

use super::analyzed::AnalyzedModule;
use super::analyzer::Analyzer;
use super::memory::{has_memory_64, is_memory, realloc_type};
use crate::codes;
use crate::core_names::{self, AsyncExport, Special};
use crate::errors::{Fallible, error};
use crate::named::{Added, ExportMeaning, Home};
use crate::new::errors::wrong_type;
use crate::new::wiring::{Exports, Implementation, callback_type};
use wasmparser::{ExternalKind, FuncType, ValType};
use witc_canonical_abi::Convention;
use witc_diagnostics::Diagnostic;
use witc_resolve::Direction;

impl Analyzer<'_> {
    /// Matches exports alone.
    pub(crate) fn exports<'a>(
        &self,
        subject: &AnalyzedModule<'_, 'a>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Exports<'a> {
        let mut exports = Exports::default();
        for export in &subject.module.exports {
            if is_memory(export) {
                if exports.memory.is_some() {
                    let message = format!("{} exports two memories for values", subject.label);
                    diagnostics.push(
                        error(codes::SEVERAL_MEMORIES, message).note("export `memory` alone"),
                    );
                }
                exports.memory = subject
                    .module
                    .memory(export.index)
                    .map(|ty| (export.name, ty));
            } else if export.kind == ExternalKind::Table {
                exports.table |= export.name == core_names::TABLE;
            } else if let ExternalKind::Func | ExternalKind::FuncExact = export.kind {
                let found = subject.module.export_type(export);
                if let Err(diagnostic) = self.export(subject, &mut exports, export.name, found) {
                    diagnostics.push(*diagnostic);
                }
            }
        }
        diagnostics.extend(self.without_callback(subject, &exports));
        exports
    }

    /// A diagnostic for each function that nothing continues.
    fn without_callback(
        &self,
        subject: &AnalyzedModule<'_, '_>,
        exports: &Exports<'_>,
    ) -> Vec<Diagnostic> {
        let functions = exports.functions.iter().filter(|(key, implementation)| {
            implementation.convention == Convention::Async && exports.callback(**key).is_none()
        });
        let told = functions.map(|(&key, Implementation { name, .. })| {
            let function = self.world.describe_export(key);
            let message = format!("{} exports `{name}` without `[callback]{name}`", subject.label);
            error(codes::MISSING_CORE_EXPORT, message)
                .note(format!("{function} is implemented so that it is continued by that callback, of the core type `{}`", callback_type()))
                .note("bindings bring it along; what blocks on its own stack is `[async-lift-stackful]…`, and has none")
        });
        told.collect()
    }

    /// Whether there are functions among the exports of a world.
    pub(crate) fn provides_functions(&self, added: &Added) -> bool {
        added.exports.iter().any(|&item| {
            self.world
                .function_keys(Direction::Export, item)
                .next()
                .is_some()
        })
    }

    fn export<'a>(
        &self,
        subject: &AnalyzedModule<'_, 'a>,
        exports: &mut Exports<'a>,
        name: &'a str,
        found: Option<&FuncType>,
    ) -> Fallible<()> {
        let world = self.world;
        let what = format!("the export `{name}`");
        let check = |wit: &str, expected: &FuncType| match found {
            Some(found) if found == expected => Ok(()),
            _ => Err(Box::new(wrong_type(&what, wit, expected, found))),
        };
        if let Some(special) = Special::of(name) {
            let expected = special_type(special);
            // What allocates a memory with 64-bit addresses is never called: nothing of the world needs memory.
            if expected == realloc_type(ValType::I32)
                && found == Some(&realloc_type(ValType::I64))
                && has_memory_64(subject.module)
            {
                return Ok(());
            }
            check("a function of this name", &expected)?;
            exports.special.entry(special).or_insert(name);
            return Ok(());
        }
        let is_own = |item: u32| subject.added.exports.contains(&item);
        if self.is_rejected(name) {
            return Ok(());
        }
        let (part, function) = match (world.core_exports.get(name), core_names::async_export(name))
        {
            (None, Some((part, function))) => (part, function),
            _ => (AsyncExport::Lift(Convention::Sync), name),
        };
        let Some(&meaning) = world.core_exports.get(function) else {
            return Ok(());
        };
        match meaning {
            ExportMeaning::Function(key) if is_own(key.item) => {
                let Some(function) = world.exported(key) else {
                    return Ok(());
                };
                let wit = world.describe_export(key);
                match part {
                    AsyncExport::Callback => {
                        check(&format!("what continues {wit}"), &callback_type())?;
                        exports.callbacks.entry(key).or_insert(name);
                    }
                    AsyncExport::Lift(convention) => {
                        let implementation = Implementation { name, convention };
                        check(&wit, &implementation.ty(function))?;
                        exports.functions.entry(key).or_insert(implementation);
                    }
                }
            }
            ExportMeaning::PostReturn(key) if is_own(key.item) && function == name => {
                let Some(function) = world.exported(key) else {
                    return Ok(());
                };
                let expected = FuncType::new(function.lifted.ty.results().iter().copied(), []);
                check(
                    &format!("what follows {}", world.describe_export(key)),
                    &expected,
                )?;
                exports.post_returns.entry(key).or_insert(name);
            }
            // Some templates call them as if they were async functions.
            ExportMeaning::Destructor(key)
                if part != AsyncExport::Callback
                    && matches!(key.home, Home::Export(item) if is_own(item)) =>
            {
                check("a destructor", &FuncType::new([ValType::I32], []))?;
                exports.destructors.entry(key).or_insert(name);
            }
            _ => {}
        }
        Ok(())
    }
}

fn special_type(special: Special) -> FuncType {
    match special {
        Special::Realloc
        | Special::ImportRealloc
        | Special::ExportRealloc
        | Special::AdapterRealloc => realloc_type(ValType::I32),
        Special::Initialize => FuncType::new([], []),
        Special::TaskHook => FuncType::new([ValType::I32], []),
    }
}
