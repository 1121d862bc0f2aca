//! The functions that lift values, each written once for its type.

use crate::coder::{Address, Coder};
use crate::context::Context;
use crate::expr::{Arm, Expr, Statement};
use crate::head::Head;
use crate::helpers::{Helper, Helpers};
use crate::lift::{Destination, FlatValues, load, load_fields, load_into, unflatten};
use crate::members::{case_names, field_names};
use crate::mode::Mode;
use crate::rust_type::{Lifetime, RustType, int};
use crate::shape::{Choice, Compound, Sequence, Shape};
use witc_bindgen_core::IndentedText;
use witc_canonical_abi::{Bitcast, Entry, Plan, Planned};
use witc_resolve::{Name, Type};

/// Writes a helper that reads a value from memory.
pub(crate) fn write<'c>(
    cx: &'c Context<'c>,
    helpers: &mut Helpers<'c>,
    helper: &Helper<'c>,
    source: &mut IndentedText,
) {
    let mut coder = coder(cx, helpers, helper);
    let head = head(cx, helper).param("p", &RustType::bytes());
    let shape = Shape::of(&cx.plan_of(helper.ty).kind);
    let body = memory_body(&mut coder, helper.ty, shape);
    let owned = owned(&coder, helper.ty);
    let head = match shape {
        // A record is written to where it goes, field by field: large values are not moved about.
        Shape::Tuple(_) | Shape::Compound(Compound::Record(_)) => head.param("o", &owned.pointer()),
        Shape::Compound(Compound::Array(..) | Compound::Choice(_))
        | Shape::Scalar(_)
        | Shape::Enum(..)
        | Shape::Flags(_)
        | Shape::String
        | Shape::Sequence(_)
        | Shape::Owned(_)
        | Shape::Borrowed(_) => head.result(Some(owned)),
    };
    define(cx, helper, head, &body, source);
}

/// Writes a helper that makes a value of its flat values.
pub(crate) fn write_flat<'c>(
    cx: &'c Context<'c>,
    helpers: &mut Helpers<'c>,
    helper: &Helper<'c>,
    source: &mut IndentedText,
) {
    let mut coder = coder(cx, helpers, helper);
    let plan = cx.plan_of(helper.ty);
    let body = flat_body(&mut coder, helper.ty, plan);
    let head = head(cx, helper)
        .core_params(plan.flat.as_deref().unwrap_or_default())
        .result(Some(owned(&coder, helper.ty)));
    define(cx, helper, head, &[Statement::Value(body)], source);
}

/// Writes a helper that makes a list or map of `n` elements at `p`.
pub(crate) fn write_list<'c>(
    cx: &'c Context<'c>,
    helpers: &mut Helpers<'c>,
    helper: &Helper<'c>,
    sequence: Sequence<'c>,
    source: &mut IndentedText,
) {
    let mut coder = coder(cx, helpers, helper);
    let body = match sequence {
        Sequence::List(element) => list(&mut coder, element),
        Sequence::Map(entry) => map(&mut coder, entry),
    };
    let head = head(cx, helper)
        .param("p", &RustType::bytes())
        .param("n", &RustType::path("usize"))
        .result(Some(owned(&coder, helper.ty)));
    define(cx, helper, head, &[Statement::Value(body)], source);
}

fn coder<'h, 'c>(
    cx: &'c Context<'c>,
    helpers: &'h mut Helpers<'c>,
    helper: &Helper<'c>,
) -> Coder<'h, 'c> {
    Coder::new(cx, helpers, helper.module, ["p", "n", "b", "o"])
}

/// Borrowed handles have a lifetime that the caller knows; those of imported resources are dropped at its end.
fn head(cx: &Context<'_>, helper: &Helper<'_>) -> Head {
    let generics = if cx.facts(helper.ty).borrows {
        format!("<{}>", Lifetime::Call.name())
    } else {
        String::new()
    };
    Head::new(format!("pub(crate) unsafe fn {}{generics}", helper.name))
}

/// Writes a helper, whose last parameter is what keeps borrowed handles, if it needs that.
fn define(
    cx: &Context<'_>,
    helper: &Helper<'_>,
    head: Head,
    body: &[Statement],
    source: &mut IndentedText,
) {
    let head = if cx.lends(helper.module, helper.ty) {
        let borrows = RustType::path("_rt::Borrows").reference(Lifetime::Call);
        head.param("b", &borrows)
    } else {
        head
    };
    head.define_unsafe(source, body);
}

/// The type of what a helper lifts.
fn owned(coder: &Coder<'_, '_>, ty: Type) -> RustType {
    let lifetime = if coder.cx.facts(ty).borrows {
        Lifetime::Call
    } else {
        Lifetime::Elided
    };
    coder.speller().owned_for(ty, lifetime)
}

/// The body of a helper that reads from `p`.
fn memory_body(coder: &mut Coder<'_, '_>, ty: Type, shape: Shape<'_>) -> Vec<Statement> {
    let at = Address::param();
    let value = match shape {
        Shape::Tuple(fields) | Shape::Compound(Compound::Record(fields)) => {
            let to = Destination::Pointer(Expr::name("o"));
            load_fields(coder, fields, &at, &to);
            return coder.take();
        }
        Shape::Compound(Compound::Array(element, _)) => {
            let size = Expr::bytes(coder.cx.plans[element.plan].layout.size);
            let value = load(coder, element.ty, &at);
            let closure = Expr::closure("p", vec![Statement::Value(value)]);
            Expr::call("_rt::lift_array", [Expr::name("p"), size, closure])
        }
        Shape::Compound(Compound::Choice(choice)) => {
            let tag = at.int(int(choice.cases.tag));
            let at = at.plus(choice.cases.payload_offset);
            choose(coder, ty, choice, tag, |coder, payload, _| {
                load(coder, payload.ty, &at)
            })
        }
        // These are read where they occur.
        Shape::Scalar(_)
        | Shape::Enum(..)
        | Shape::Flags(_)
        | Shape::String
        | Shape::Sequence(_)
        | Shape::Owned(_)
        | Shape::Borrowed(_) => load(coder, ty, &at),
    };
    vec![Statement::Value(value)]
}

/// The body of a helper that takes flat values.
fn flat_body(coder: &mut Coder<'_, '_>, ty: Type, plan: &Plan) -> Expr {
    let flat = FlatValues::PARAMS;
    match Shape::of(&plan.kind) {
        Shape::Compound(Compound::Record(fields)) => {
            let names = field_names(fields.iter().map(|field| &field.name));
            let values = names.into_iter().zip(fields);
            let values = values
                .map(|(name, field)| (name, unflatten(coder, field.ty, flat.from(field.slot))))
                .collect();
            Expr::Record(coder.speller().nominal(ty, Mode::OWNED), values)
        }
        Shape::Compound(Compound::Choice(choice)) => {
            choose(coder, ty, choice, flat.value(0), |coder, payload, casts| {
                unflatten(coder, payload.ty, FlatValues::payload(casts))
            })
        }
        Shape::Enum(_, cases) => enumerate(coder, ty, cases, flat.value(0)),
        // These are made where they occur.
        Shape::Compound(Compound::Array(..))
        | Shape::Scalar(_)
        | Shape::Flags(_)
        | Shape::String
        | Shape::Sequence(_)
        | Shape::Owned(_)
        | Shape::Borrowed(_)
        | Shape::Tuple(_) => unflatten(coder, ty, flat),
    }
}

/// The case of an enum that a number stands for.
fn enumerate(coder: &Coder<'_, '_>, ty: Type, cases: &[Name], number: Expr) -> Expr {
    let path = coder.speller().nominal(ty, Mode::OWNED);
    let names = case_names(cases).into_iter().enumerate();
    let arms = names.map(|(index, name)| {
        Arm::value(
            case_number(index, cases.len()),
            Expr::name(format!("{path}::{name}")),
        )
    });
    Expr::Match(Box::new(number), arms.collect())
}

/// The pattern for a discriminant. The canonical ABI has made sure that it is one, so that the last needs no test.
fn case_number(index: usize, count: usize) -> String {
    if index + 1 == count {
        "_".to_owned()
    } else {
        index.to_string()
    }
}

/// A `match` over a discriminant.
fn choose(
    coder: &mut Coder<'_, '_>,
    ty: Type,
    choice: Choice<'_>,
    tag: Expr,
    mut payload: impl FnMut(&mut Coder<'_, '_>, Planned, &[Bitcast]) -> Expr,
) -> Expr {
    let paths = coder.case_paths(ty, choice, Mode::OWNED);
    let cases = &choice.cases.cases;
    let mut arms = Vec::with_capacity(cases.len());
    for (index, (case, path)) in cases.iter().zip(paths).enumerate() {
        let value = match case.payload {
            Some(part) => Expr::call(path, [payload(coder, part, &case.casts)]),
            None if choice.has_units() => Expr::call(path, [Expr::Tuple(Vec::new())]),
            None => Expr::name(path),
        };
        arms.push(Arm::value(case_number(index, cases.len()), value));
    }
    Expr::Match(Box::new(tag), arms)
}

/// The elements of a list, each read into the place where it stays.
fn list(coder: &mut Coder<'_, '_>, element: Planned) -> Expr {
    let plan = &coder.cx.plans[element.plan];
    let to = Destination::Pointer(Expr::name("o"));
    load_into(coder, element.ty, &Address::param(), &to);
    let pointer = owned(coder, element.ty).pointer();
    // The type of `o` is written out: Rust does not know the elements' type yet where the closure
    // calls a method of `o`.
    let closure = coder.closure(&format!("p, o: {pointer}"));
    let whole = !Shape::of(&plan.kind).goes_in_parts();
    let [size, align] = [plan.layout.size, plan.layout.align].map(Expr::bytes);
    let [p, n] = ["p", "n"].map(Expr::name);
    Expr::call(
        "_rt::lift_list",
        [p, n, size, align, Expr::name(whole.to_string()), closure],
    )
}

/// The entries of a map.
fn map(coder: &mut Coder<'_, '_>, entry: &Entry) -> Expr {
    let at = Address::param();
    let parts = [&entry.key, &entry.value];
    let parts = parts.map(|part| load(coder, part.ty, &at.plus(part.offset)));
    let closure = Expr::closure("p", vec![Statement::Value(Expr::Tuple(parts.to_vec()))]);
    let [size, align] = [entry.layout.size, entry.layout.align].map(Expr::bytes);
    let [p, n] = ["p", "n"].map(Expr::name);
    Expr::call("_rt::lift_map", [p, n, size, align, closure])
}
