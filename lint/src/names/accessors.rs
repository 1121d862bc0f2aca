//! The rule on getters and setters that are plain functions.

use crate::codes;
use crate::context::Context;
use crate::findings::Findings;
use witc_diagnostics::Diagnostic;
use witc_resolve::Function;

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    if !findings.is_on(codes::GETTER_AND_SETTER) {
        return;
    }
    for &id in &context.interfaces {
        let functions = &context.resolve.interfaces[id].functions;
        for function in context.resolve.functions_of(id) {
            // Functions of resources alone: a property of an interface is a variable for all to share.
            let Some((before, property)) = split(function) else {
                continue;
            };
            let setter = functions.get(&*format!("{before}set-{property}"));
            let Some(setter) = setter.map(|&id| &context.resolve.functions[id]) else {
                continue;
            };
            if is_pair(function, setter) {
                let message = format!("`get-{property}` and `set-{property}` are a property");
                let found = Diagnostic::warning(codes::GETTER_AND_SETTER, message, function.span);
                let found = found.also(setter.span, "the setter");
                let note = format!(
                    "accessors say so: `{property}: get() -> …;` and `{property}: set(value: …);`"
                );
                findings.push(context, found.note(note));
            }
        }
    }
}

/// What stands before `get-x` in the full name of a method, and `x`.
fn split(function: &Function) -> Option<(&str, &str)> {
    if !function.kind.is_method() || function.accessor.is_some() {
        return None;
    }
    let (before, property) = function.name.split_once(".get-")?;
    Some((&function.name[..before.len() + 1], property))
}

/// Whether one gives what the other takes, and neither does more.
fn is_pair(getter: &Function, setter: &Function) -> bool {
    let taken = match setter.written_params() {
        [value] => value.ty,
        _ => return false,
    };
    let plain = !getter.is_async && !setter.is_async && setter.accessor.is_none();
    plain
        && getter.written_params().is_empty()
        && setter.result.is_none()
        && getter.result == Some(taken)
}
