//! Imports that the world, or the canonical ABI, provides.

use super::analyzed::AnalyzedModule;
use super::analyzer::{Analyzer, Fields};
use crate::codes;
use crate::core_names::{self, ROOT, STANDARD};
use crate::errors::{Fallible, error, unknown_type};
use crate::named::ImportMeaning;
use crate::new::canon::Canon;
use crate::new::errors::{unknown_built_in, unknown_import, wrong_type};
use crate::new::wiring::WiredImport;
use wasmparser::{FuncType, ValType};
use witc_canonical_abi::Blocking;
use witc_diagnostics::Diagnostic;

/// The meaning of an import.
pub(super) enum Meaning {
    /// An import or built-in of the world.
    World(ImportMeaning),
    /// A built-in.
    Canon(Canon),
}

impl Analyzer<'_> {
    /// The meaning of an import's names in the world, or else in the canonical ABI.
    pub(super) fn meaning(
        &self,
        subject: &AnalyzedModule<'_, '_>,
        module: &str,
        field: &str,
    ) -> Fallible<Meaning> {
        if self.is_rejected(module) {
            let reason = "names of the legacy scheme are rejected (`--reject-legacy-names`)";
            return Err(Box::new(self.unknown(subject, module, &[field], reason)));
        }
        let candidates = self.candidates(module);
        let find = |field: &str| {
            candidates
                .iter()
                .find_map(|fields| fields.get(field))
                .copied()
        };
        // The world comes first: a name that it has counts, even if it looks like a built-in.
        if let Some(meaning) = find(field) {
            return Ok(Meaning::World(meaning));
        }
        if let Some(canon) = self.built_in(module, field, find) {
            return Ok(Meaning::Canon(canon));
        }
        if core_names::is_built_in(field) {
            return Err(Box::new(unknown_built_in(module, field)));
        }
        let reason = why_unknown(module, candidates.first().copied());
        Err(Box::new(self.unknown(subject, module, &[field], &reason)))
    }

    pub(super) fn check_canon<'a>(
        &self,
        subject: &AnalyzedModule<'_, 'a>,
        module: &str,
        field: &str,
        canon: Canon,
        found: Option<&FuncType>,
    ) -> Fallible<WiredImport<'a>> {
        let world = self.world;
        let what = format!("the import `{field}` from `{module}`");
        let wit = match canon {
            Canon::Lower(key, _) => world.describe_import(key),
            Canon::TaskReturn(key) => format!("`task.return` of {}", world.describe_export(key)),
            Canon::Channel(..) | Canon::BuiltIn(_) => "this built-in".to_owned(),
        };
        let expected = canon.ty(world).ok_or_else(unknown_type)?;
        if found != Some(&expected) {
            return Err(Box::new(wrong_type(&what, &wit, &expected, found)));
        }
        if let Canon::Lower(key, _) = canon
            // The import is in the component's world, but only because another module has it in its own.
            && subject.added.encodings.import(world, key).is_none()
        {
            return Err(Box::new(foreign_import(subject, &wit)));
        }
        Ok(WiredImport::Canon(canon))
    }

    pub(super) fn check_import<'a>(
        &self,
        subject: &AnalyzedModule<'_, 'a>,
        module: &str,
        field: &str,
        meaning: ImportMeaning,
        found: Option<&FuncType>,
    ) -> Fallible<WiredImport<'a>> {
        let world = self.world;
        let what = format!("the import `{field}` from `{module}`");
        // Where a later version stands for the interface, the import is looked up there by name.
        let vanished = || {
            Box::new(unknown_import(
                module,
                &[field],
                "a later version of the interface lacks it",
            ))
        };
        let check = |wit: &str, expected: &FuncType| match found {
            Some(found) if found == expected => Ok(()),
            _ => Err(Box::new(wrong_type(&what, wit, expected, found))),
        };
        let handle = |results: &[ValType]| FuncType::new([ValType::I32], results.iter().copied());
        Ok(match meaning {
            ImportMeaning::Function(key) => {
                let key = world.current_function(key).ok_or_else(vanished)?;
                return self.check_canon(
                    subject,
                    module,
                    field,
                    Canon::Lower(key, Blocking::Sync),
                    found,
                );
            }
            ImportMeaning::TaskReturn(key) => {
                return self.check_canon(subject, module, field, Canon::TaskReturn(key), found);
            }
            ImportMeaning::Drop(key) => {
                check("`resource.drop`", &handle(&[]))?;
                WiredImport::Drop(world.current_type(key).ok_or_else(vanished)?)
            }
            ImportMeaning::New(key) => {
                check("`resource.new`", &handle(&[ValType::I32]))?;
                // Exported interfaces are not replaced by later versions, so the key stays.
                WiredImport::New(key)
            }
            ImportMeaning::Rep(key) => {
                check("`resource.rep`", &handle(&[ValType::I32]))?;
                WiredImport::Rep(key)
            }
        })
    }
}

fn why_unknown(module: &str, fields: Option<&Fields>) -> String {
    if module == ROOT || module == STANDARD {
        return "the world has no such function among its imports".into();
    }
    let Some(fields) = fields else {
        return format!("the world imports no interface `{module}`");
    };
    let mut functions = fields.keys().map(String::as_str);
    // A long list would hide the message.
    let some: Vec<&str> = functions.by_ref().take(5).collect();
    let more = if functions.next().is_some() {
        " and more"
    } else {
        ""
    };
    format!("the world has only `{}`{more} there", some.join("`, `"))
}

fn foreign_import(subject: &AnalyzedModule<'_, '_>, function: &str) -> Diagnostic {
    let message = format!(
        "{} imports {function}, which is not in its own world",
        subject.label
    );
    error(codes::IMPORT_OF_ANOTHER_WORLD, message)
        .note("only the world of another module of this component has it, so that nothing says how strings are encoded")
        .note("embed a world that imports it in the module (`component embed`)")
}
