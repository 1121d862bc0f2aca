//! Rules on types that have names.

use crate::codes;
use crate::context::Context;
use crate::findings::Findings;
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{Type, TypeDef, TypeId};

/// A record with more values than this is large.
const LARGE: u64 = 64;

/// A type with more nodes than this explodes.
const EXPLODING: u64 = 20_000;

/// About so many bytes of code lift or lower a node.
const BYTES_PER_NODE: u64 = 32;

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    for ty in context.types() {
        let def = &context.resolve.types[ty];
        if let Some(record) = def.kind.as_record() {
            for field in &record.fields {
                id(context, findings, &field.name, field.ty, field.span);
            }
        }
        payloads(context, findings, def);
        size(context, findings, ty, def);
    }
}

fn payloads(context: &Context<'_>, findings: &mut Findings, def: &TypeDef) {
    let cases = def
        .kind
        .as_variant()
        .map_or(&[][..], |variant| &variant.cases);
    if cases.len() > 1 && cases.iter().all(|case| case.ty.is_none()) {
        let message = format!("no case of `{}` holds a value", def.name_or_empty());
        let found = Diagnostic::warning(codes::VARIANT_WITHOUT_PAYLOADS, message, def.span);
        findings.push(
            context,
            found.note("an `enum` says so, and is a plain number in many languages"),
        );
    }
}

fn size(context: &Context<'_>, findings: &mut Findings, ty: TypeId, def: &TypeDef) {
    let weight = context.facts.weight(Type::Id(ty));
    if weight.nodes <= LARGE {
        return;
    }
    let name = def.name_or_empty();
    let is_first = |most: u64| {
        let mut parts_fit = true;
        def.kind
            .for_each_type(&mut |part| parts_fit &= context.facts.weight(part).nodes <= most);
        parts_fit
    };
    if weight.nodes > EXPLODING {
        if is_first(EXPLODING) {
            let bytes = weight.nodes.saturating_mul(BYTES_PER_NODE);
            let message = format!("written out, `{name}` has {} parts", weight.nodes);
            let found = Diagnostic::warning(codes::EXPLODING_TYPE, message, def.span);
            let note = format!(
                "generators that lift and lower it inline write about {bytes} bytes for each function that takes one"
            );
            findings.push(context, found.note(note));
        }
    } else if def.kind.as_record().is_some() && is_first(LARGE) {
        let message = format!("a value of the record `{name}` is {} values", weight.nodes);
        let found = Diagnostic::warning(codes::LARGE_RECORD, message, def.span);
        findings.push(
            context,
            found.note("each call copies all of them: a resource would keep them in one place"),
        );
    }
}

/// Looks at a parameter or field that may be an id.
pub(crate) fn id(context: &Context<'_>, findings: &mut Findings, name: &str, ty: Type, span: Span) {
    if (name == "id" || name.ends_with("-id")) && is_u64(context.resolve.dealias(ty)) {
        let message = format!("`{name}` is an id of 64 bits");
        let found = Diagnostic::warning(codes::U64_ID, message, span);
        let note = "it is a `bigint` in JavaScript, and no JSON number keeps all of it: a resource, a string or `u32` does not have to be";
        findings.push(context, found.note(note));
    }
}

fn is_u64(ty: Type) -> bool {
    match ty {
        Type::U64 => true,
        Type::Bool | Type::U8 | Type::U16 | Type::U32 => false,
        Type::S8 | Type::S16 | Type::S32 | Type::S64 => false,
        Type::F32 | Type::F64 | Type::Char | Type::String => false,
        Type::ErrorContext | Type::Id(_) => false,
    }
}
