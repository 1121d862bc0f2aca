//! What the C back end refuses.

use crate::c::Options;
use crate::shared::unsupported;
use std::collections::HashSet;
use witc_bindgen_core::Modules;
use witc_canonical_abi::{Kind, PlanId, Plans};
use witc_parser::{Code, Diagnostic, Span};
use witc_resolve::{Direction, Function, WorldKey};

/// Everything that stands against writing bindings, and warnings.
pub(crate) fn check(modules: &Modules<'_>, plans: &Plans, options: &Options) -> Vec<Diagnostic> {
    let mut diagnostics = plans.diagnose(modules.resolve);
    let filters = unsupported::Filters { asynchronous: &options.async_, synchronous: &options.sync };
    diagnostics.extend(unsupported::asynchronous(modules, plans, filters));
    if options.autodrop_borrows.0 {
        let exports = exported_functions(modules);
        diagnostics.extend(exports.into_iter().filter_map(|function| autodrop(plans, function)));
    }
    diagnostics.extend(renames(modules, options));
    diagnostics
}

fn exported_functions<'a>(modules: &Modules<'a>) -> Vec<&'a Function> {
    let exported = modules.iter().filter(|(_, module)| module.direction == Direction::Export);
    let of_modules = exported.flat_map(|(_, module)| module.functions.iter().copied());
    modules.world_exports.iter().copied().chain(of_modules).collect()
}

/// Borrowed handles behind a pointer are out of reach when the function that got them has returned.
fn autodrop(plans: &Plans, function: &Function) -> Option<Diagnostic> {
    let mut search = Search { plans, seen: HashSet::new() };
    let param = function.params.iter().find(|param| search.lends_in_list(plans.of(param.ty)))?;
    let message = format!("parameter `{}` has borrowed handles in a list", param.name);
    let diagnostic = Diagnostic::error(Code::AUTODROP_IN_LIST, message, param.span)
        .note("with `--autodrop-borrows=yes` they would have to be dropped after the function has freed the list")
        .note("leave the option out, and drop the handles in the function");
    Some(diagnostic)
}

struct Search<'x> {
    plans: &'x Plans,
    seen: HashSet<PlanId>,
}

impl Search<'_> {
    /// Whether a value may have a list or map in it with borrowed handles. Of which resource does not matter: of one
    /// that the guest implements there is nothing to drop, but handles of others may come the same way.
    fn lends_in_list(&mut self, id: PlanId) -> bool {
        let plan = &self.plans[id];
        if !plan.facts.borrows || !self.seen.insert(id) {
            return false;
        }
        match &plan.kind {
            Kind::List(_) | Kind::Map(_) => true,
            Kind::FixedLengthList(element, _) => self.lends_in_list(*element),
            Kind::Record(fields) | Kind::Tuple(fields) => {
                fields.iter().any(|field| self.lends_in_list(field.plan))
            }
            Kind::Variant(cases) | Kind::Option(cases) | Kind::Result(cases) => {
                cases.cases.iter().filter_map(|case| case.payload).any(|payload| self.lends_in_list(payload))
            }
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
    let unmatched = options.rename.0.iter().filter(|(from, _)| !names.contains(from));
    let describe = |(from, _): &(String, String)| {
        let message = format!("`--rename` names an interface `{from}` that the world does not have");
        let diagnostic = Diagnostic::warning(Code::RENAME_UNMATCHED, message, Span::NONE);
        let versioned = names.iter().find(|name| name.split('@').next() == from.split('@').next());
        match versioned {
            Some(name) => diagnostic.note(format!("it has `{name}`")),
            None => diagnostic,
        }
    };
    unmatched.map(describe).collect()
}
