//! The meaning of the exports of a core module.

use super::analyzed::AnalyzedModule;
use super::analyzer::Analyzer;
use super::memory::{has_memory_64, is_memory, realloc_type};
use crate::codes;
use crate::core_names::{self, AsyncExport, Special};
use crate::errors::{Fallible, error};
use crate::named::{Added, ExportMeaning, FunctionKey, NamedFunction};
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
                // Other tables are of no use to built-ins.
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
            implementation.convention.has_callback() && exports.callback(**key).is_none()
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
        let export = CoreExport { name, found };
        if let Some(special) = Special::of(name) {
            return export.special(special, subject, exports);
        }
        if self.is_rejected(name) {
            return Ok(());
        }
        let known = self.world.core_exports.get(name);
        // The world comes first: a name that it has counts, even if it looks like one of the async ABI.
        let (role, function) = match (known, core_names::async_export(name)) {
            (None, Some((role, function))) => (role, function),
            (Some(_), _) | (None, None) => (AsyncExport::Lift(Convention::Sync), name),
        };
        match self.world.core_exports.get(function) {
            Some(&meaning) => self.world_export(subject, exports, &export, role, meaning),
            None => Ok(()),
        }
    }

    /// Matches an export that the component's world knows. Exports of other modules' worlds do not concern this module.
    fn world_export<'a>(
        &self,
        subject: &AnalyzedModule<'_, 'a>,
        exports: &mut Exports<'a>,
        export: &CoreExport<'a, '_>,
        role: AsyncExport,
        meaning: ExportMeaning,
    ) -> Fallible<()> {
        let world = self.world;
        let own = &subject.added.exports;
        match meaning {
            ExportMeaning::Function(key) => {
                // Another module's world may have the same core names.
                if let Some(function) = world.exported(key).filter(|_| own.contains(&key.item)) {
                    let wit = world.describe_export(key);
                    export.implementation(exports, (key, function), role, &wit)?;
                }
            }
            ExportMeaning::PostReturn(key) => {
                // An async lift cannot have a `post-return` (CanonicalABI.md, "`canonopt` Validation").
                let is_sync = role.is_sync();
                let function = world.exported(key).filter(|_| own.contains(&key.item));
                if let Some(function) = function.filter(|_| is_sync) {
                    let expected = FuncType::new(function.lifted.ty.results().iter().copied(), []);
                    let wit = format!(
                        "the `post-return` function of {}",
                        world.describe_export(key)
                    );
                    export.check(&wit, &expected)?;
                    // A module may export a function under the names of both schemes; the first counts.
                    exports.post_returns.entry(key).or_insert(export.name);
                }
            }
            ExportMeaning::Destructor(key) => {
                // The templates of `wit-component` name destructors as if they were async functions.
                let is_function = !role.is_callback();
                let is_own = key.home.export().is_some_and(|item| own.contains(&item));
                if is_function && is_own {
                    export.check("a destructor", &FuncType::new([ValType::I32], []))?;
                    exports.destructors.entry(key).or_insert(export.name);
                }
            }
        }
        Ok(())
    }
}

/// An exported function: its name, and its type if it has one.
struct CoreExport<'a, 't> {
    name: &'a str,
    found: Option<&'t FuncType>,
}

impl<'a> CoreExport<'a, '_> {
    /// Checks that it has the type that `wit` needs.
    fn check(&self, wit: &str, expected: &FuncType) -> Fallible<()> {
        if self.found == Some(expected) {
            return Ok(());
        }
        let what = format!("the export `{}`", self.name);
        Err(Box::new(wrong_type(&what, wit, expected, self.found)))
    }

    fn special(
        &self,
        special: Special,
        subject: &AnalyzedModule<'_, 'a>,
        exports: &mut Exports<'a>,
    ) -> Fallible<()> {
        let expected = special_type(special);
        // A memory with 64-bit addresses has been accepted only because nothing of the world needs memory: then its
        // allocator is never called, and its type does not matter.
        if expected == realloc_type(ValType::I32)
            && self.found == Some(&realloc_type(ValType::I64))
            && has_memory_64(subject.module)
        {
            return Ok(());
        }
        self.check("a function of this name", &expected)?;
        exports.special.entry(special).or_insert(self.name);
        Ok(())
    }

    /// It implements a function of the world, or continues it.
    fn implementation(
        &self,
        exports: &mut Exports<'a>,
        (key, function): (FunctionKey, &NamedFunction),
        role: AsyncExport,
        wit: &str,
    ) -> Fallible<()> {
        let name = self.name;
        match role {
            // A callback is not an implementation by itself: `without_callback` looks for the pairs.
            AsyncExport::Callback => {
                self.check(&format!("the callback of {wit}"), &callback_type())?;
                exports.callbacks.entry(key).or_insert(name);
            }
            AsyncExport::Lift(convention) => {
                let implementation = Implementation { name, convention };
                self.check(wit, &implementation.ty(function))?;
                exports.functions.entry(key).or_insert(implementation);
            }
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
