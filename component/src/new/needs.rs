//! Needs of a planned component that no module meets: a memory, an allocator, a table.

use super::canon::Canon;
use super::part::CorePart;
use super::plan::{ComponentPlan, PartPlan};
use crate::codes;
use crate::core_names::TABLE;
use crate::errors::error;
use crate::named::Needs;
use witc_diagnostics::Diagnostic;
use witc_resolve::Direction;

/// A function that a module imports or exports: what messages call it, what it needs, and what allocates for it.
type Needing<'a> = (String, (Needs, Option<&'a str>));

/// A diagnostic for each kind of need that a module has and that is not met.
pub(super) fn unmet_needs(plan: &ComponentPlan<'_>) -> Vec<Diagnostic> {
    let main = &plan.part(CorePart::MAIN).wiring.exports;
    let has_memory = plan.imports_memory() || main.memory.is_some();
    let mut diagnostics = Vec::new();
    for (id, part) in plan.parts() {
        let module = if id == CorePart::MAIN {
            "the module".to_owned()
        } else {
            format!("adapter `{}`", part.name)
        };
        // An adapter that imports the memory needs it for all that it does, so one diagnostic is enough.
        if id != CorePart::MAIN && part.wiring.memory.is_some() && !has_memory {
            diagnostics.push(no_memory(&module, 0));
            continue;
        }
        let all = needing(plan, id, part);
        // Of several functions that lack the same thing, the first is named and the others are counted.
        let lacking = |lacks: &dyn Fn(Needs, Option<&str>) -> bool| {
            let mut functions = all
                .iter()
                .filter(|(_, (needs, realloc))| lacks(*needs, *realloc));
            let (first, _) = functions.next()?;
            Some((first.as_str(), functions.count()))
        };
        let memory = lacking(&|needs, _| !has_memory && needs.contains(Needs::MEMORY));
        diagnostics.extend(memory.map(|(function, others)| no_memory(function, others)));
        let realloc =
            lacking(&|needs, realloc| needs.contains(Needs::REALLOC) && realloc.is_none());
        diagnostics.extend(realloc.map(|(function, others)| no_realloc(&module, function, others)));
        let table = lacking(&|needs, _| !main.table && needs.contains(Needs::TABLE));
        diagnostics.extend(table.map(|(function, _)| no_table(function)));
    }
    diagnostics
}

/// The functions that a module imports or exports, imports first.
fn needing<'p>(plan: &ComponentPlan<'p>, id: CorePart, part: &PartPlan<'p>) -> Vec<Needing<'p>> {
    let world = plan.world;
    let imports = part.wiring.imports.iter().flat_map(|(_, fields)| fields);
    let imported = imports.filter_map(|(field, import)| {
        let canon = import.canon()?;
        let name = match canon {
            Canon::Lower(key, _) => world.describe_import(key),
            Canon::TaskReturn(_) | Canon::Channel(..) | Canon::BuiltIn(_) => {
                format!("the built-in `{field}`")
            }
        };
        Some((name, plan.making(id, canon)))
    });
    let exports = part
        .exports
        .iter()
        .flat_map(|&item| world.function_keys(Direction::Export, item));
    let exported = exports.map(|key| (world.describe_export(key), plan.lifting(id, key)));
    imported.chain(exported).collect()
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
        .note("values with strings or lists need memory when they come in, and that function allocates it: `(func (export \"cabi_realloc\") (param i32 i32 i32 i32) (result i32))`")
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
