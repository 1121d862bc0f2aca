//! The worlds and options that the C++ back end refuses, or warns of.

use crate::cpp::Options;
use crate::shared::unmatched::unmatched_interfaces;
use witc_bindgen_core::{Modules, codes};
use witc_canonical_abi::Plans;
use witc_diagnostics::Diagnostic;

/// Errors that keep bindings from being written, and warnings.
pub(crate) fn check(modules: &Modules<'_>, plans: &Plans, options: &Options) -> Vec<Diagnostic> {
    let mut diagnostics = plans.diagnose(modules.resolve);
    let functions: Vec<_> = modules.functions().map(|(_, name)| name).collect();
    diagnostics.extend(options.async_filters().check(&functions));
    diagnostics.extend(unused_with(modules, options));
    diagnostics
}

/// A warning for each header of an interface that the world does not import.
fn unused_with(modules: &Modules<'_>, options: &Options) -> Vec<Diagnostic> {
    let imports = modules
        .iter()
        .filter(|(_, module)| module.direction.is_import());
    let names: Vec<String> = imports
        .filter_map(|(_, module)| module.interface)
        .map(|(key, _)| modules.resolve.extern_name(key))
        .collect();
    let message = |name: &str| {
        format!("`--with` names the interface `{name}`, which the world does not import")
    };
    unmatched_interfaces(codes::UNUSED_WITH, &options.with.0, &names, message)
}
