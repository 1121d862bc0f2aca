//! Rules on the signatures of functions.

use crate::codes;
use crate::context::Context;
use crate::findings::Findings;
use crate::plain::plain;
use std::cell::OnceCell;
use witc_canonical_abi::{MAX_FLAT_ASYNC_PARAMS, MAX_FLAT_PARAMS, Plans};
use witc_diagnostics::{Code, Diagnostic};
use witc_resolve::{Function, Type};

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings) {
    let plans = OnceCell::new();
    for id in context.functions() {
        let function = &context.resolve.functions[id];
        errors(context, findings, function);
        bools(context, findings, function);
        many(context, findings, function, &plans);
        if function.is_async {
            bytes(context, findings, function);
            let message = format!("`{}` is async", plain(&function.name));
            findings.warn(context, codes::NOT_SYNC, message, function.span);
        }
        for param in function.written_params() {
            crate::shapes::types::id(context, findings, &param.name, param.ty, param.span);
        }
    }
}

/// Words of documentation that say when something fails.
const OF_FAILURE: [&str; 6] = ["fail", "error", "invalid", "cannot", "trap", "denied"];

fn errors(context: &Context<'_>, findings: &mut Findings, function: &Function) {
    let result = function
        .result
        .and_then(|ty| context.resolve.type_def_of(ty));
    let Some(result) = result.and_then(|def| def.kind.as_result()) else {
        return;
    };
    let name = plain(&function.name);
    match result.err.map(|ty| context.resolve.dealias(ty)) {
        None => {
            let docs = function.docs.text().unwrap_or_default().to_lowercase();
            // Where one thing alone can go wrong, and the docs say which, nothing is missing.
            if OF_FAILURE.iter().any(|word| docs.contains(word)) {
                return;
            }
            let message = format!("the result of `{name}` does not say what went wrong");
            let found = Diagnostic::warning(codes::NO_ERROR, message, function.span);
            let note = "name an error, `result<…, my-error>`, or say in the docs when it fails";
            findings.push(context, found.note(note));
        }
        Some(ty) if ty.is_string() => {
            let message = format!("the error of `{name}` is a string, which callers can only show");
            let found = Diagnostic::warning(codes::STRING_ERROR, message, function.span);
            findings.push(
                context,
                found.note("a variant tells errors apart; one of its cases may be `other(string)`"),
            );
        }
        Some(_) => {}
    }
}

fn bools(context: &Context<'_>, findings: &mut Findings, function: &Function) {
    for pair in function.written_params().windows(2) {
        if pair
            .iter()
            .all(|param| is_bool(context.resolve.dealias(param.ty)))
        {
            let message = format!(
                "`{}` and `{}` are two `bool` side by side",
                pair[0].name, pair[1].name
            );
            let found = Diagnostic::warning(codes::TWO_BOOLS, message, pair[1].span);
            let found = found.also(pair[0].span, "the first");
            findings.push(
                context,
                found.note("a call does not show which is which: take flags, or a record"),
            );
            // One finding is enough for more of them.
            return;
        }
    }
}

fn is_bool(ty: Type) -> bool {
    match ty {
        Type::Bool => true,
        Type::U8 | Type::U16 | Type::U32 | Type::U64 => false,
        Type::S8 | Type::S16 | Type::S32 | Type::S64 => false,
        Type::F32 | Type::F64 | Type::Char | Type::String => false,
        Type::ErrorContext | Type::Id(_) => false,
    }
}

fn many(
    context: &Context<'_>,
    findings: &mut Findings,
    function: &Function,
    plans: &OnceCell<Plans>,
) {
    let (code, most): (Code, usize) = if function.is_async {
        (codes::MANY_ASYNC_PARAMS, MAX_FLAT_ASYNC_PARAMS)
    } else {
        (codes::MANY_PARAMS, MAX_FLAT_PARAMS)
    };
    // Plans of all types are made only where it may come to something.
    let least = function
        .params
        .iter()
        .map(|param| u64::from(context.facts.weight(param.ty).flat))
        .sum::<u64>();
    if least <= most as u64 || !findings.is_on(code) {
        return;
    }
    let plans = plans.get_or_init(|| Plans::new(context.resolve));
    let flat = |ty: Type| plans[plans.of(ty)].flat.as_ref().map(|flat| flat.len());
    let count = function
        .params
        .iter()
        .map(|param| flat(param.ty))
        .sum::<Option<usize>>();
    let count = match count {
        Some(count) if count <= most => return,
        Some(count) => format!("{count} values"),
        None => format!("more than {MAX_FLAT_PARAMS} values"),
    };
    let message = format!(
        "the parameters of `{}` are {count}: more than {most} go through memory",
        plain(&function.name)
    );
    findings.warn(context, code, message, function.span);
}

/// Words of documentation for what comes in one piece anyway.
const OF_PIECES: [&str; 4] = ["datagram", "message", "packet", "frame"];

fn bytes(context: &Context<'_>, findings: &mut Findings, function: &Function) {
    let resolve = context.resolve;
    let docs = function.docs.text().unwrap_or_default().to_lowercase();
    if OF_PIECES.iter().any(|word| docs.contains(word)) {
        return;
    }
    let is_bytes = |ty: Type| {
        let def = resolve.type_def_of(ty);
        let element = def.and_then(|def| def.kind.as_list());
        element.is_some_and(is_u8) && def.is_some_and(|def| !def.kind.is_fixed_length_list())
    };
    let result = function.result.and_then(|ty| {
        let success = resolve.type_def_of(ty).and_then(|def| def.kind.as_result());
        success.map_or(Some(ty), |result| result.ok)
    });
    let given = function
        .written_params()
        .iter()
        .find(|param| is_bytes(param.ty));
    let span = match (given, result.filter(|&ty| is_bytes(ty))) {
        (Some(param), _) => param.span,
        (None, Some(_)) => function.span,
        (None, None) => return,
    };
    let message = format!(
        "`{}` is async, and passes bytes in one piece",
        plain(&function.name)
    );
    let found = Diagnostic::warning(codes::BYTES_FOR_STREAM, message, span);
    findings.push(
        context,
        found.note("with `stream<u8>` neither side needs memory for all of them"),
    );
}

fn is_u8(ty: Type) -> bool {
    match ty {
        Type::U8 => true,
        Type::Bool | Type::U16 | Type::U32 | Type::U64 => false,
        Type::S8 | Type::S16 | Type::S32 | Type::S64 => false,
        Type::F32 | Type::F64 | Type::Char | Type::String => false,
        Type::ErrorContext | Type::Id(_) => false,
    }
}
