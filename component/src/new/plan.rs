//! What the component will be made of, before any of it is encoded.

use super::Options;
use super::canon::Canon;
use super::errors::error;
use super::live::Live;
use super::names::{Special, TABLE};
use super::shims::{self, Shims};
use super::wiring::{Import, Part, Wiring};
use crate::codes;
use crate::world::{Added, Encodings, FunctionKey, Needs, World};
use witc_canonical_abi::Convention;
use witc_diagnostics::Diagnostic;
use witc_resolve::Direction;

/// A core module of the component.
#[derive(Debug)]
pub(super) struct PartPlan<'a> {
    /// `main`, or the adapter's name.
    pub(super) name: &'a str,
    /// What its imports and exports mean.
    pub(super) wiring: Wiring<'a>,
    /// The exports of the world that it provides.
    pub(super) exports: &'a [u32],
    /// How it encodes strings.
    pub(super) encodings: &'a Encodings,
}

impl<'a> PartPlan<'a> {
    pub(super) fn new(name: &'a str, added: &'a Added, wiring: Wiring<'a>) -> Self {
        Self {
            name,
            wiring,
            exports: &added.exports,
            encodings: &added.encodings,
        }
    }
}

/// What the component will be made of.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    /// What it imports and exports.
    pub(super) world: &'a World,
    /// How it is to be made.
    pub(super) options: &'a Options,
    /// Its core modules, the main one first.
    pub(super) parts: Vec<PartPlan<'a>>,
    /// The parts that adapters became; nothing for those that nothing is needed from.
    pub(super) adapters: Vec<Option<Part>>,
    /// What is needed of the world's imports.
    pub(super) live: Live,
    /// What is imported before it can exist.
    pub(super) shims: Shims<'a>,
}

impl<'a> Plan<'a> {
    /// Completes the plan.
    ///
    /// # Errors
    ///
    /// Says which functions need a memory or a `realloc` that no module has.
    pub(super) fn new(
        world: &'a World,
        options: &'a Options,
        parts: Vec<PartPlan<'a>>,
        adapters: Vec<Option<Part>>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let live = super::live::find(world, parts.iter().map(|part| &part.wiring));
        let mut plan = Self {
            world,
            options,
            parts,
            adapters,
            live,
            shims: Shims::default(),
        };
        let diagnostics = plan.unmet_needs();
        if !diagnostics.is_empty() {
            return Err(diagnostics);
        }
        plan.shims = shims::collect(&plan);
        Ok(plan)
    }

    /// A core module of the component.
    pub(super) fn part(&self, part: Part) -> &PartPlan<'a> {
        &self.parts[part.0]
    }

    /// All core modules with their numbers.
    pub(super) fn parts(&self) -> impl Iterator<Item = (Part, &PartPlan<'a>)> {
        self.parts
            .iter()
            .enumerate()
            .map(|(index, part)| (Part(index), part))
    }

    /// Whether the main module imports its memory, which then is there before any module is instantiated.
    pub(super) fn imports_memory(&self) -> bool {
        self.part(Part::MAIN).wiring.memory.is_some()
    }

    /// What the main module wants to have called when tasks start and end.
    pub(super) fn task_hook(&self) -> Option<&'a str> {
        self.part(Part::MAIN)
            .wiring
            .exports
            .special(Special::TaskHook)
    }

    /// Whether a function of the canonical ABI can be there before the module that imports it.
    pub(super) fn is_direct(&self, part: Part, needs: Needs) -> bool {
        let wants = needs.intersection(Needs::MEMORY | Needs::REALLOC | Needs::TABLE);
        if wants.contains(Needs::TABLE) {
            return false;
        }
        // Adapters come after the main module, so that its memory is there, but not what allocates in theirs.
        wants.is_empty()
            || self.imports_memory()
            || part != Part::MAIN && !wants.contains(Needs::REALLOC)
    }

    /// What a function of the canonical ABI needs, and what allocates for it in the module that imports it.
    pub(super) fn making(&self, part: Part, canon: Canon) -> (Needs, Option<&'a str>) {
        let needs = canon.needs(self.world);
        let realloc = self.part(part).wiring.exports.import_realloc();
        (needs, realloc.filter(|_| needs.contains(Needs::REALLOC)))
    }

    /// What an exported function needs, and what allocates for it in the module that implements it.
    pub(super) fn lifting(&self, part: Part, key: FunctionKey) -> (Needs, Option<&'a str>) {
        let exports = &self.part(part).wiring.exports;
        let needs = self.world.exported(key).map_or(Needs::empty(), |function| {
            match exports
                .functions
                .get(&key)
                .map(|implementation| implementation.convention)
            {
                Some(Convention::Async | Convention::AsyncStackful) => {
                    function.by_async.lifted.needs
                }
                Some(Convention::Sync) | None => function.lifted.needs,
            }
        });
        (
            needs,
            exports
                .export_realloc()
                .filter(|_| needs.contains(Needs::REALLOC)),
        )
    }

    fn unmet_needs(&self) -> Vec<Diagnostic> {
        let has_memory =
            self.imports_memory() || self.part(Part::MAIN).wiring.exports.memory.is_some();
        let mut diagnostics = Vec::new();
        for (id, part) in self.parts() {
            let imports = part.wiring.imports.iter().flat_map(|(_, fields)| fields);
            let imported = imports.filter_map(|(field, import)| match import {
                Import::Canon(Canon::Lower(key, blocking)) => {
                    let needs = self.making(id, Canon::Lower(*key, *blocking));
                    Some((self.world.describe_import(*key), needs))
                }
                Import::Canon(canon) => {
                    Some((format!("the built-in `{field}`"), self.making(id, *canon)))
                }
                _ => None,
            });
            let exports = part
                .exports
                .iter()
                .flat_map(|&item| self.world.function_keys(Direction::Export, item));
            let exported =
                exports.map(|key| (self.world.describe_export(key), self.lifting(id, key)));
            let all: Vec<_> = imported.chain(exported).collect();
            let module = if id == Part::MAIN {
                "the module".to_owned()
            } else {
                format!("adapter `{}`", part.name)
            };
            if id != Part::MAIN && part.wiring.memory.is_some() && !has_memory {
                diagnostics.push(no_memory(&module, 0));
                continue;
            }
            let mut memory = all
                .iter()
                .filter(|(_, (needs, _))| !has_memory && needs.contains(Needs::MEMORY));
            if let Some((function, _)) = memory.next() {
                diagnostics.push(no_memory(function, memory.count()));
            }
            let lacks = |needs: Needs, realloc: Option<&str>| {
                needs.contains(Needs::REALLOC) && realloc.is_none()
            };
            let mut realloc = all
                .iter()
                .filter(|(_, (needs, realloc))| lacks(*needs, *realloc));
            if let Some((function, _)) = realloc.next() {
                diagnostics.push(no_realloc(&module, function, realloc.count()));
            }
            let has_table = self.part(Part::MAIN).wiring.exports.table;
            let mut table = all
                .iter()
                .filter(|(_, (needs, _))| !has_table && needs.contains(Needs::TABLE));
            if let Some((function, _)) = table.next() {
                diagnostics.push(no_table(function));
            }
        }
        diagnostics
    }
}

fn no_memory(function: &str, others: usize) -> Diagnostic {
    let message = format!(
        "the module does not export a memory named `memory`, which {function}{} needs",
        and(others)
    );
    error(codes::MISSING_MEMORY, message)
        .note("strings, lists and large values are passed in memory; linkers export it, in text write `(memory (export \"memory\") 1)`")
}

fn no_realloc(module: &str, function: &str, others: usize) -> Diagnostic {
    let message = format!(
        "{module} does not export a function named `cabi_realloc`, which {function}{} needs",
        and(others)
    );
    error(codes::MISSING_REALLOC, message)
        .note("what comes in with a string or list in it needs memory, and that function allocates it: `(func (export \"cabi_realloc\") (param i32 i32 i32 i32) (result i32))`")
        .note("bindings bring it along; usually their runtime was not linked, or the linker dropped the function")
}

fn no_table(function: &str) -> Diagnostic {
    let message =
        format!("the module does not export a table named `{TABLE}`, which {function} needs");
    error(codes::MISSING_MEMORY, message).note(
        "threads start with a function of that table; linkers export it with `--export-table`",
    )
}

fn and(others: usize) -> String {
    match others {
        0 => String::new(),
        1 => " (and one more function)".into(),
        _ => format!(" (and {others} more functions)"),
    }
}
