//! Words of tests on the host: the conditions of code for them, and names in their messages.

use crate::context::Context;
use witc_bindgen_core::ModuleId;
use witc_resolve::Function;

/// The condition for code that tests on the host use.
pub(crate) const ON_HOST: &str = "#[cfg(not(target_arch = \"wasm32\"))]";
/// The condition for code in a component.
pub(crate) const IN_COMPONENT: &str = "#[cfg(target_arch = \"wasm32\")]";

/// The name of a function with that of its interface.
pub(crate) fn full_name(cx: &Context<'_>, module: ModuleId, function: &Function) -> String {
    match cx.key(module) {
        Some(key) => format!("{}#{}", cx.resolve.extern_name(key), function.name),
        None => function.name.to_string(),
    }
}
