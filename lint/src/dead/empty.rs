//! Rules on interfaces and worlds with nothing in them.

use crate::codes;
use crate::context::Context;
use crate::findings::Findings;

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    for &id in &context.interfaces {
        let it = &context.resolve.interfaces[id];
        if it.types.is_empty() && it.functions.is_empty() {
            let name = it.name.as_ref().map_or_else(
                || "this interface".to_owned(),
                |name| format!("the interface `{name}`"),
            );
            let message = format!("{name} has nothing in it");
            findings.warn(context, codes::EMPTY_INTERFACE, message, it.span);
        }
    }
    for &id in &context.worlds {
        let it = &context.resolve.worlds[id];
        if it.imports.is_empty() && it.exports.is_empty() {
            let message = format!("the world `{}` has nothing in it", it.name);
            findings.warn(context, codes::EMPTY_WORLD, message, it.span);
        }
    }
}
