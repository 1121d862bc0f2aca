//! Rules on names that say again what is said around them.

use crate::codes;
use crate::context::Context;
use crate::findings::Findings;
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::TypeDef;

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    for id in context.types() {
        cases(context, findings, &context.resolve.types[id]);
    }
    for &id in &context.interfaces {
        let interface = &context.resolve.interfaces[id];
        let package = context
            .package(interface.package)
            .map(|package| &package.name);
        let Some((name, package)) = interface.name.as_ref().zip(package) else {
            continue;
        };
        if *name == package.name {
            let message = format!("the interface `{name}` is called like its package");
            let found = Diagnostic::warning(codes::INTERFACE_LIKE_PACKAGE, message, interface.span);
            let note = format!(
                "`{package}` says it twice wherever it is named: what is it within the package?"
            );
            findings.push(context, found.note(note));
        }
    }
}

fn cases(context: &Context<'_>, findings: &mut Findings, def: &TypeDef) {
    let cases: Vec<(&str, Span)> = if let Some(variant) = def.kind.as_variant() {
        variant
            .cases
            .iter()
            .map(|it| (&*it.name, it.span))
            .collect()
    } else if let Some(cases) = def.kind.as_enum() {
        cases.cases.iter().map(|it| (&*it.name, it.span)).collect()
    } else if let Some(flags) = def.kind.as_flags() {
        flags.flags.iter().map(|it| (&*it.name, it.span)).collect()
    } else {
        return;
    };
    let name = def.name_or_empty();
    let repeats = |case: &str| {
        case.strip_prefix(name)
            .is_some_and(|rest| rest.starts_with('-'))
    };
    let mut repeated = cases.into_iter().filter(|(case, _)| repeats(case));
    let Some((first, span)) = repeated.next() else {
        return;
    };
    let more = match repeated.count() {
        0 => String::new(),
        count => format!(", and so do {count} more"),
    };
    let message = format!("the case `{first}` repeats the name of its type{more}");
    let found =
        Diagnostic::warning(codes::CASE_REPEATS_TYPE, message, span).also(def.span, "the type");
    findings.push(
        context,
        found.note("bindings put the name of the type before it where the language needs that"),
    );
}
