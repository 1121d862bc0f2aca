//! What the C back end refuses.

use crate::c::Options;
use crate::codes;
use crate::shared::unsupported;
use std::collections::HashSet;
use witc_bindgen_core::{ModuleId, Modules};
use witc_canonical_abi::{Kind, PlanId, Plans};
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{Direction, Function, WorldKey};

/// Everything that stands against writing bindings, and warnings.
pub(crate) fn check(modules: &Modules<'_>, plans: &Plans, options: &Options) -> Vec<Diagnostic> {
    let mut diagnostics = plans.diagnose(modules.resolve);
    let filters = unsupported::Filters {
        asynchronous: &options.async_,
        synchronous: &options.sync,
    };
    diagnostics.extend(unsupported::asynchronous(modules, filters));
    diagnostics.extend(built_ins(options));
    if options.autodrop_borrows.0 {
        let exports = exported_functions(modules);
        let refuse = |(module, function)| autodrop(modules, plans, module, function);
        diagnostics.extend(exports.into_iter().filter_map(refuse));
    }
    diagnostics.extend(renames(modules, options));
    diagnostics
}

/// Functions that are asked for and would be missing.
fn built_ins(options: &Options) -> impl Iterator<Item = Diagnostic> {
    let asked = [
        (options.generate_async_helpers, "generate-async-helpers"),
        (
            options.generate_threading_helpers,
            "generate-threading-helpers",
        ),
    ];
    asked
        .into_iter()
        .filter(|(asked, _)| *asked)
        .map(|(_, option)| {
            let message =
                format!("`--{option}` asks for functions that bindings for C do not have yet");
            Diagnostic::error(codes::BUILT_INS_IN_C, message, Span::NONE)
        })
}

fn exported_functions<'a>(modules: &Modules<'a>) -> Vec<(ModuleId, &'a Function)> {
    let exported = modules
        .iter()
        .filter(|(_, module)| module.direction == Direction::Export);
    let of_modules = exported
        .flat_map(|(id, module)| module.functions.iter().map(move |&function| (id, function)));
    modules
        .world_exports
        .iter()
        .map(|&function| (modules.root(), function))
        .chain(of_modules)
        .collect()
}

/// Borrowed handles behind a pointer are out of reach when the function that got them has returned.
fn autodrop(
    modules: &Modules<'_>,
    plans: &Plans,
    module: ModuleId,
    function: &Function,
) -> Option<Diagnostic> {
    let mut search = Search {
        modules,
        plans,
        module,
        seen: HashSet::new(),
    };
    let param = function
        .params
        .iter()
        .find(|param| search.lends(plans.of(param.ty), false))?;
    let message = format!("parameter `{}` has borrowed handles in a list", param.name);
    let diagnostic = Diagnostic::error(codes::AUTODROP_IN_LIST, message, param.span)
        .note("with `--autodrop-borrows=yes` they would have to be dropped after the function has freed the list")
        .note("leave the option out, and drop the handles in the function");
    Some(diagnostic)
}

struct Search<'x, 'a> {
    modules: &'x Modules<'a>,
    plans: &'x Plans,
    module: ModuleId,
    /// What was looked into, and whether it was in a list.
    seen: HashSet<(PlanId, bool)>,
}

impl Search<'_, '_> {
    /// Whether a value may have a borrowed handle of an imported resource in a list or map; `listed` if it is in one.
    fn lends(&mut self, id: PlanId, listed: bool) -> bool {
        let plan = &self.plans[id];
        if !plan.facts.borrows || !self.seen.insert((id, listed)) {
            return false;
        }
        match &plan.kind {
            Kind::Borrow(resource) => {
                listed && self.modules.side(self.module, resource.definition) == Direction::Import
            }
            Kind::List(element) => self.lends(element.plan, true),
            Kind::Map(entry) => {
                self.lends(entry.key.plan, true) || self.lends(entry.value.plan, true)
            }
            Kind::FixedLengthList(element, _) => self.lends(element.plan, listed),
            Kind::Record(fields) | Kind::Tuple(fields) => {
                fields.iter().any(|field| self.lends(field.plan, listed))
            }
            Kind::Variant(cases) | Kind::Option(cases) | Kind::Result(cases) => cases
                .cases
                .iter()
                .filter_map(|case| case.payload)
                .any(|payload| self.lends(payload.plan, listed)),
            _ => false,
        }
    }
}

/// Names for interfaces that the world does not have.
fn renames(modules: &Modules<'_>, options: &Options) -> Vec<Diagnostic> {
    let resolve = modules.resolve;
    let names: Vec<String> = modules
        .iter()
        .filter_map(|(_, module)| module.interface)
        .map(|(key, _): (&WorldKey, _)| resolve.extern_name(key))
        .collect();
    let unmatched = options
        .rename
        .0
        .iter()
        .filter(|(from, _)| !names.contains(from));
    let describe = |(from, _): &(String, String)| {
        let message =
            format!("`--rename` names an interface `{from}` that the world does not have");
        let diagnostic = Diagnostic::warning(codes::RENAME_UNMATCHED, message, Span::NONE);
        let versioned = names
            .iter()
            .find(|name| name.split('@').next() == from.split('@').next());
        match versioned {
            Some(name) => diagnostic.note(format!("it has `{name}`")),
            None => diagnostic,
        }
    };
    unmatched.map(describe).collect()
}
