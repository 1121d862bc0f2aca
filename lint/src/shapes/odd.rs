//! Rules on types that are written where they are needed: options of options, lists of pairs, tuples of one type.

use crate::codes;
use crate::context::Context;
use crate::findings::Findings;
use crate::shape::{Shape, shape};
use witc_diagnostics::{Code, Diagnostic, Span};
use witc_resolve::{Type, TypeId};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    for id in context.functions() {
        let function = &context.resolve.functions[id];
        // Pairs that are meant are told of.
        let docs = function.docs.text().unwrap_or_default();
        if ["pair", "duplicate", "order"]
            .iter()
            .any(|word| docs.contains(word))
        {
            continue;
        }
        for param in function.written_params() {
            place(context, findings, param.ty, param.span);
        }
        if let Some(result) = function.result {
            place(context, findings, result, function.span);
        }
    }
    for id in context.types().filter(|&id| context.facts.is_odd(id)) {
        let def = &context.resolve.types[id];
        if let Some(shape) = shape(context.resolve, &def.kind) {
            report(context, findings, shape, def.span);
        }
        if let Some(record) = def.kind.as_record() {
            record
                .fields
                .iter()
                .for_each(|field| place(context, findings, field.ty, field.span));
        } else if let Some(variant) = def.kind.as_variant() {
            for case in &variant.cases {
                if let Some(ty) = case.ty {
                    place(context, findings, ty, case.span);
                }
            }
        } else {
            def.kind
                .for_each_type(&mut |part| place(context, findings, part, def.span));
        }
    }
}

/// Looks at a type at a place, down to the first names.
fn place(context: &Context<'_>, findings: &mut Findings, ty: Type, span: Span) {
    let Some(id) = ty.id().filter(|&id| is_here(context, id)) else {
        return;
    };
    let kind = &context.resolve.types[id].kind;
    if let Some(shape) = shape(context.resolve, kind) {
        report(context, findings, shape, span);
    }
    kind.for_each_type(&mut |part| place(context, findings, part, span));
}

/// Whether a type has no name, and something to find in it.
fn is_here(context: &Context<'_>, id: TypeId) -> bool {
    context.facts.is_odd(id) && context.resolve.types[id].named.is_none()
}

fn report(context: &Context<'_>, findings: &mut Findings, shape: Shape, span: Span) {
    let (code, message, note): (Code, &str, &str) = match shape {
        Shape::OptionOfOption => (
            codes::OPTION_OF_OPTION,
            "this is an option of an option",
            "many languages have one nothing only: a variant names the three cases",
        ),
        Shape::Pairs => (
            codes::PAIRS_FOR_MAP,
            "this is a list of pairs with strings for keys",
            "if no key comes twice and the order does not matter, `map<string, …>` says so",
        ),
        Shape::TupleOfOne => (
            codes::TUPLE_OF_ONE,
            "this is a tuple of one type",
            "the type alone says the same",
        ),
        Shape::Channel => (
            codes::NOT_SYNC,
            "there is a stream or future here",
            "a world that is to stay synchronous can't have any",
        ),
    };
    findings.push(context, Diagnostic::warning(code, message, span).note(note));
}
