//! What the C++ back end refuses, and what it warns of.

use crate::cpp::Options;
use crate::shared::unsupported;
use witc_bindgen_core::{Filters, Modules};
use witc_canonical_abi::Plans;
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::Direction;

/// Everything that stands against writing bindings, and warnings.
pub(crate) fn check(modules: &Modules<'_>, plans: &Plans, options: &Options) -> Vec<Diagnostic> {
    let mut diagnostics = plans.diagnose(modules.resolve);
    let none = Filters::default();
    let filters = unsupported::Filters {
        asynchronous: &none,
        synchronous: &options.sync,
    };
    diagnostics.extend(unsupported::asynchronous(modules, filters));
    diagnostics.extend(unused_with(modules, options));
    diagnostics
}

/// Headers for interfaces that the world does not import.
fn unused_with(modules: &Modules<'_>, options: &Options) -> Vec<Diagnostic> {
    let imports = modules
        .iter()
        .filter(|(_, module)| module.direction == Direction::Import);
    let keys = imports.filter_map(|(_, module)| module.interface);
    let names: Vec<String> = keys
        .map(|(key, _)| modules.resolve.extern_name(key))
        .collect();
    let unmatched = options
        .with
        .0
        .iter()
        .filter(|(name, _)| !names.contains(name));
    let describe = |(name, _): &(String, String)| {
        let message = format!("`with` names `{name}`, which the world does not import");
        let diagnostic =
            Diagnostic::warning(witc_bindgen_core::codes::UNUSED_WITH, message, Span::NONE);
        let versioned = names
            .iter()
            .find(|other| other.split('@').next() == name.split('@').next());
        match versioned {
            Some(name) => diagnostic.note(format!("it imports `{name}`")),
            None => diagnostic,
        }
    };
    unmatched.map(describe).collect()
}
