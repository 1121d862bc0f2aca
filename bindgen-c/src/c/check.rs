//! The worlds and options that the C back end refuses, or warns of.

use crate::c::Options;
use crate::codes;
use crate::shared::unmatched::unmatched_interfaces;
use std::collections::HashSet;
use witc_bindgen_core::{FunctionName, ModuleId, Modules};
use witc_canonical_abi::{Kind, PlanId, Plans};
use witc_diagnostics::Diagnostic;
use witc_resolve::Function;

/// Errors that keep bindings from being written, and warnings.
pub(crate) fn check(modules: &Modules<'_>, plans: &Plans, options: &Options) -> Vec<Diagnostic> {
    let mut diagnostics = plans.diagnose(modules.resolve);
    let names: Vec<_> = modules.functions().map(|(_, name)| name).collect();
    diagnostics.extend(options.async_filters().check(&names));
    // A limit of this option alone: without it the guest drops the handles itself, before it frees the list.
    if options.drops_borrows() {
        let filters = options.async_filters();
        // Async functions drop what they are lent themselves: when they have returned, they may not be done.
        let exports = modules
            .functions()
            .filter(|(_, name)| name.direction.is_export() && !filters.picks(*name));
        let refuse =
            |(module, name): (_, FunctionName<'_>)| autodrop(modules, plans, module, name.function);
        diagnostics.extend(exports.filter_map(refuse));
    }
    diagnostics.extend(renames(modules, options));
    diagnostics
}

/// An error for a function that is passed borrowed handles in a list: when it has returned, it has freed the list, and the
/// handles in it are out of reach.
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
        // One error for each function: whichever parameter it names, the answer is the same.
        .find(|param| search.lends(plans.of(param.ty), false))?;
    let message = format!(
        "the parameter `{}` has borrowed handles in a list, which `--autodrop-borrows=yes` cannot drop",
        param.name
    );
    let diagnostic = Diagnostic::error(codes::AUTODROP_IN_LIST, message, param.span)
        .note(
            "the function frees the list before it returns, and the handles are dropped after that",
        )
        .note("leave the option out, and drop the handles in the function");
    Some(diagnostic)
}

struct Search<'x, 'a> {
    modules: &'x Modules<'a>,
    plans: &'x Plans,
    module: ModuleId,
    /// The plans that were looked into, each with whether it was in a list.
    seen: HashSet<(PlanId, bool)>,
}

impl Search<'_, '_> {
    /// Whether a value may have a borrowed handle of an imported resource in a list or map; `listed` if it is in one.
    fn lends(&mut self, id: PlanId, listed: bool) -> bool {
        let plan = &self.plans[id];
        // Each plan is searched at most twice, in a list and outside: without this a type made of another one twice,
        // and that of a third one twice, and so on, takes exponential time.
        if !plan.facts.borrows || !self.seen.insert((id, listed)) {
            return false;
        }
        let listed = match &plan.kind {
            Kind::Borrow(resource) => {
                // A borrowed handle of the guest's own resource is a pointer to its representation: nothing is to be
                // dropped.
                let role = self.modules.role(self.module, resource.definition);
                return listed && !role.is_implemented();
            }
            Kind::List(_) | Kind::Map(_) => true,
            // An array is a part of the struct that it is in, and is not freed by itself: only lists and maps count.
            Kind::FixedLengthList(..) | Kind::Record(_) | Kind::Tuple(_) => listed,
            Kind::Variant(_) | Kind::Option(_) | Kind::Result(_) => listed,
            Kind::Scalar(_) | Kind::String | Kind::Flags(..) | Kind::Enum(..) => return false,
            // A borrowed handle cannot be sent through a channel.
            Kind::Own(_) | Kind::Future(_) | Kind::Stream(_) | Kind::ErrorContext => return false,
        };
        let mut parts = Vec::new();
        plan.kind.for_each_part(&mut |part| parts.push(part.plan));
        parts.into_iter().any(|part| self.lends(part, listed))
    }
}

/// A warning for each new name of an interface that the world does not have.
fn renames(modules: &Modules<'_>, options: &Options) -> Vec<Diagnostic> {
    let interfaces = modules.iter().filter_map(|(_, module)| module.interface);
    let names: Vec<String> = interfaces
        .map(|(key, _)| modules.resolve.extern_name(key))
        .collect();
    let message = |name: &str| {
        format!("`--rename` names the interface `{name}`, which the world does not have")
    };
    unmatched_interfaces(codes::RENAME_UNMATCHED, &options.rename.0, &names, message)
}
