//! Rules on documentation that is missing.

use crate::codes;
use crate::context::Context;
use crate::findings::Findings;
use crate::plain::plain;
use std::collections::HashSet;
use witc_diagnostics::{Code, Span};
use witc_resolve::{Docs, Function, TypeDef, TypeId};

const CODES: [Code; 9] = [
    codes::UNDOCUMENTED_PACKAGE,
    codes::UNDOCUMENTED_WORLD,
    codes::UNDOCUMENTED_INTERFACE,
    codes::UNDOCUMENTED_TYPE,
    codes::UNDOCUMENTED_FUNCTION,
    codes::UNDOCUMENTED_FIELD,
    codes::UNDOCUMENTED_CASE,
    codes::UNDOCUMENTED_FLAG,
    codes::UNDOCUMENTED_ERROR,
];

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    if !findings.any_on(&CODES) {
        return;
    }
    let mut missing = Missing { context, findings };
    let resolve = context.resolve;
    for &id in &context.packages {
        let it = &resolve.packages[id];
        missing.of(
            &it.docs,
            codes::UNDOCUMENTED_PACKAGE,
            ("package", &it.name.to_string()),
            it.span,
        );
    }
    for &id in &context.worlds {
        let it = &resolve.worlds[id];
        missing.of(
            &it.docs,
            codes::UNDOCUMENTED_WORLD,
            ("world", &it.name),
            it.span,
        );
    }
    for &id in &context.interfaces {
        let it = &resolve.interfaces[id];
        if let Some(name) = &it.name {
            missing.of(
                &it.docs,
                codes::UNDOCUMENTED_INTERFACE,
                ("interface", name),
                it.span,
            );
        }
    }
    missing.functions_and_types();
}

/// The type of the errors of a function.
fn error(context: &Context<'_>, function: &Function) -> Option<TypeId> {
    let result = context.resolve.type_def_of(function.result?)?;
    let error = result.kind.as_result()?.err?;
    context.resolve.dealias(error).id()
}

struct Missing<'c, 'a, 'f> {
    context: &'c Context<'a>,
    findings: &'f mut Findings,
}

impl Missing<'_, '_, '_> {
    fn of(&mut self, docs: &Docs, code: Code, named: (&str, &str), span: Span) {
        if docs.text().is_none_or(|text| text.trim().is_empty()) {
            let (what, name) = named;
            let message = format!("the {what} `{name}` has no documentation");
            self.findings.warn(self.context, code, message, span);
        }
    }

    fn functions_and_types(&mut self) {
        let (context, resolve) = (self.context, self.context.resolve);
        let functions: Vec<_> = context
            .functions()
            .map(|id| &resolve.functions[id])
            .collect();
        for it in &functions {
            self.of(
                &it.docs,
                codes::UNDOCUMENTED_FUNCTION,
                ("function", plain(&it.name)),
                it.span,
            );
        }
        let errors: HashSet<TypeId> = functions
            .iter()
            .filter_map(|it| error(context, it))
            .collect();
        for id in context
            .types()
            .filter(|&id| resolve.used_from(id).is_none())
        {
            let it = &resolve.types[id];
            self.of(
                it.docs(),
                codes::UNDOCUMENTED_TYPE,
                (it.kind.describe(), it.name_or_empty()),
                it.span,
            );
            self.members(it, errors.contains(&id));
        }
    }

    fn members(&mut self, def: &TypeDef, is_error: bool) {
        if let Some(record) = def.kind.as_record() {
            for it in &record.fields {
                self.of(
                    &it.docs,
                    codes::UNDOCUMENTED_FIELD,
                    ("field", &it.name),
                    it.span,
                );
            }
        } else if let Some(flags) = def.kind.as_flags() {
            for it in &flags.flags {
                self.of(
                    &it.docs,
                    codes::UNDOCUMENTED_FLAG,
                    ("flag", &it.name),
                    it.span,
                );
            }
        }
        let variant = def.kind.as_variant().map(|it| {
            it.cases
                .iter()
                .map(|it| (&it.docs, &it.name, it.span))
                .collect()
        });
        let labels = || {
            def.kind.as_enum().map(|it| {
                it.cases
                    .iter()
                    .map(|it| (&it.docs, &it.name, it.span))
                    .collect()
            })
        };
        let cases: Vec<_> = variant.or_else(labels).unwrap_or_default();
        for (docs, name, span) in cases {
            self.of(docs, codes::UNDOCUMENTED_CASE, ("case", name), span);
            if is_error {
                self.of(docs, codes::UNDOCUMENTED_ERROR, ("error", name), span);
            }
        }
    }
}
