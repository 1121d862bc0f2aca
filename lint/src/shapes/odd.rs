//! Rules on types that are written where they are needed: options of options, lists of pairs, tuples of one type.

use crate::codes;
use crate::context::Context;
use crate::findings::Findings;
use witc_diagnostics::{Code, Diagnostic, Span};
use witc_resolve::{Resolve, Type, TypeDefKind, TypeId};

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

/// A shape that a rule is about.
#[derive(Clone, Copy)]
enum Shape {
    OptionOfOption,
    Pairs,
    TupleOfOne,
    Channel,
}

/// Whether a kind, without its parts, is of such a shape.
pub(crate) fn is_odd(resolve: &Resolve, kind: &TypeDefKind) -> bool {
    shape(resolve, kind).is_some()
}

fn shape(resolve: &Resolve, kind: &TypeDefKind) -> Option<Shape> {
    let of = |ty: Type| resolve.type_def_of(ty).map(|def| &def.kind);
    match kind {
        TypeDefKind::Option(ty) => of(*ty)
            .filter(|kind| is_option(kind))
            .map(|_| Shape::OptionOfOption),
        TypeDefKind::List(ty) => {
            let tuple = ty.id().and_then(|id| as_tuple(&resolve.types[id].kind))?;
            // A name of the key would say more than that it is a string.
            matches!(tuple, [key, _] if key.is_string()).then_some(Shape::Pairs)
        }
        TypeDefKind::Tuple(tuple) => (tuple.types.len() == 1).then_some(Shape::TupleOfOne),
        TypeDefKind::Future(_) | TypeDefKind::Stream(_) => Some(Shape::Channel),
        TypeDefKind::Alias(_)
        | TypeDefKind::Record(_)
        | TypeDefKind::Variant(_)
        | TypeDefKind::Enum(_)
        | TypeDefKind::Flags(_)
        | TypeDefKind::Resource
        | TypeDefKind::Handle(_)
        | TypeDefKind::Result(_)
        | TypeDefKind::FixedLengthList(..)
        | TypeDefKind::Map(..) => None,
    }
}

fn is_option(kind: &TypeDefKind) -> bool {
    match kind {
        TypeDefKind::Option(_) => true,
        TypeDefKind::Alias(_)
        | TypeDefKind::Record(_)
        | TypeDefKind::Variant(_)
        | TypeDefKind::Enum(_)
        | TypeDefKind::Flags(_)
        | TypeDefKind::Resource
        | TypeDefKind::Handle(_)
        | TypeDefKind::Tuple(_)
        | TypeDefKind::Result(_)
        | TypeDefKind::List(_)
        | TypeDefKind::FixedLengthList(..)
        | TypeDefKind::Map(..)
        | TypeDefKind::Future(_)
        | TypeDefKind::Stream(_) => false,
    }
}

fn as_tuple(kind: &TypeDefKind) -> Option<&[Type]> {
    match kind {
        TypeDefKind::Tuple(tuple) => Some(&tuple.types),
        TypeDefKind::Alias(_)
        | TypeDefKind::Record(_)
        | TypeDefKind::Variant(_)
        | TypeDefKind::Enum(_)
        | TypeDefKind::Flags(_)
        | TypeDefKind::Resource
        | TypeDefKind::Handle(_)
        | TypeDefKind::Option(_)
        | TypeDefKind::Result(_)
        | TypeDefKind::List(_)
        | TypeDefKind::FixedLengthList(..)
        | TypeDefKind::Map(..)
        | TypeDefKind::Future(_)
        | TypeDefKind::Stream(_) => None,
    }
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
