//! Giving away: results of exports are written to memory with everything that they have allocated, so that they need not be
//! kept. What they allocated is freed from there (`free.rs`).

use crate::coder::{Address, Coder, Operand};
use crate::context::Context;
use crate::expr::{Expr, Statement};
use crate::head::Head;
use crate::helpers::{Helper, Helpers, Task};
use crate::lower::{flat_body, flatten, store, store_arms};
use crate::members::field_names;
use crate::mode::Mode;
use crate::rust_type::RustType;
use crate::shape::{Compound, Sequence, Shape};
use witc_bindgen_core::IndentedText;
use witc_canonical_abi::{CoreType, Entry, Field, Planned};
use witc_resolve::Type;

/// Writes a helper that gives a value away.
pub(crate) fn write<'c>(
    cx: &'c Context<'c>,
    helpers: &mut Helpers<'c>,
    helper: &Helper<'c>,
    source: &mut IndentedText,
) {
    let mut coder = coder(cx, helpers, helper);
    body(&mut coder, helper.ty);
    let head = head(&coder, helper).param("p", &RustType::bytes());
    head.define_unsafe(source, &coder.statements);
}

/// Writes a helper that gives a value away as its flat values.
pub(crate) fn write_flat<'c>(
    cx: &'c Context<'c>,
    helpers: &mut Helpers<'c>,
    helper: &Helper<'c>,
    source: &mut IndentedText,
) {
    let mut coder = coder(cx, helpers, helper);
    let slots = cx.plan_of(helper.ty).flat.as_deref().unwrap_or_default();
    flat_body(&mut coder, helper.ty, Mode::OWNED, slots, give_flat);
    let head = head(&coder, helper).result(Some(RustType::core_values(slots)));
    head.define_unsafe(source, &coder.statements);
}

/// Writes a helper that gives a list or map away, as pointer and length.
pub(crate) fn write_list<'c>(
    cx: &'c Context<'c>,
    helpers: &mut Helpers<'c>,
    helper: &Helper<'c>,
    sequence: Sequence<'c>,
    source: &mut IndentedText,
) {
    let mut coder = coder(cx, helpers, helper);
    let value = match sequence {
        Sequence::List(element) => list(&mut coder, element),
        Sequence::Map(entry) => map(&mut coder, entry),
    };
    coder.push(Statement::Value(value));
    let slice = RustType::core_values(&[CoreType::Pointer, CoreType::Length]);
    let head = head(&coder, helper).result(Some(slice));
    head.define_unsafe(source, &coder.statements);
}

fn coder<'h, 'c>(
    cx: &'c Context<'c>,
    helpers: &'h mut Helpers<'c>,
    helper: &Helper<'c>,
) -> Coder<'h, 'c> {
    Coder::new(cx, helpers, helper.module, ["v", "p", "e"])
}

fn head(coder: &Coder<'_, '_>, helper: &Helper<'_>) -> Head {
    let value = RustType::Mutable(Box::new(coder.speller().owned(helper.ty)));
    Head::new(format!("pub(crate) unsafe fn {}", helper.name)).param("v", &value)
}

/// Writes a value to memory and gives away what it has, as statements.
pub(crate) fn give(coder: &mut Coder<'_, '_>, operand: &Operand, ty: Type, at: &Address) {
    let cx = coder.cx;
    // Nothing has to outlive the value, so that it is lowered like any other.
    if !cx.facts(ty).heap {
        return store(coder, operand, ty, at);
    }
    let value = operand.borrowed_mutably();
    let put = |slice: Expr| Statement::call("_rt::put", [at.expr(), slice]);
    let statement = match Shape::of(&cx.plan_of(ty).kind) {
        Shape::String if !cx.options.raw_strings => put(Expr::call("_rt::give_string", [value])),
        Shape::String => put(Expr::call("_rt::give_vec", [value])),
        // The block of the list is what the host reads: nothing is copied.
        Shape::Sequence(_) if !cx.needs_scratch(ty) => put(Expr::call("_rt::give_vec", [value])),
        Shape::Sequence(sequence) => {
            let helper = coder.helper(Task::GiveList(sequence), ty, Mode::OWNED);
            put(Expr::call(helper, [value]))
        }
        Shape::Tuple(fields) if !cx.is_large_tuple(ty) => {
            return give_parts(coder, operand, fields, at);
        }
        Shape::Tuple(_) | Shape::Compound(_) => {
            let helper = coder.helper(Task::Give, ty, Mode::OWNED);
            Statement::call(helper, [value, at.expr()])
        }
        // These have nothing to give away.
        Shape::Scalar(_)
        | Shape::Enum(..)
        | Shape::Flags(_)
        | Shape::Owned(_)
        | Shape::Borrowed(_) => return store(coder, operand, ty, at),
    };
    coder.push(statement);
}

/// The flat values of a value, which gives away what it has.
pub(crate) fn give_flat(coder: &mut Coder<'_, '_>, operand: &Operand, ty: Type) -> Vec<Expr> {
    let cx = coder.cx;
    let plan = cx.plan_of(ty);
    if !plan.facts.heap {
        return flatten(coder, operand, ty);
    }
    let value = operand.borrowed_mutably();
    let give = match Shape::of(&plan.kind) {
        Shape::String if !cx.options.raw_strings => "_rt::give_string".to_owned(),
        Shape::String => "_rt::give_vec".to_owned(),
        Shape::Sequence(_) if !cx.needs_scratch(ty) => "_rt::give_vec".to_owned(),
        Shape::Sequence(sequence) => coder.helper(Task::GiveList(sequence), ty, Mode::OWNED),
        Shape::Tuple(fields) => {
            let parts = fields.iter().enumerate();
            let part = |index: usize| operand.field(index.to_string(), Mode::OWNED);
            return parts
                .flat_map(|(index, field)| give_flat(coder, &part(index), field.ty))
                .collect();
        }
        Shape::Compound(Compound::Array(element, length)) => {
            let part = |index| Operand::value(operand.base().index(index), Mode::OWNED);
            return (0..length)
                .flat_map(|index| give_flat(coder, &part(index), element.ty))
                .collect();
        }
        Shape::Compound(Compound::Record(_) | Compound::Choice(_)) => {
            coder.helper(Task::GiveFlat, ty, Mode::OWNED)
        }
        // These have nothing to give away.
        Shape::Scalar(_)
        | Shape::Enum(..)
        | Shape::Flags(_)
        | Shape::Owned(_)
        | Shape::Borrowed(_) => return flatten(coder, operand, ty),
    };
    // What points somewhere has a pointer and a length at least, so that there are several.
    let slots = plan.flat.as_deref().unwrap_or_default();
    coder.bind(slots.len(), Expr::call(give, [value]))
}

/// Writes the parts of a tuple to memory and gives away what they have.
fn give_parts(coder: &mut Coder<'_, '_>, operand: &Operand, fields: &[Field], at: &Address) {
    for (index, field) in fields.iter().enumerate() {
        let part = operand.field(index.to_string(), Mode::OWNED);
        give(coder, &part, field.ty, &at.plus(field.offset));
    }
}

/// The body of a helper that writes `v` to `p`.
fn body(coder: &mut Coder<'_, '_>, ty: Type) {
    let at = Address::param();
    match Shape::of(&coder.cx.plan_of(ty).kind) {
        Shape::Compound(Compound::Record(fields)) => {
            for (field, name) in fields
                .iter()
                .zip(field_names(fields.iter().map(|field| &field.name)))
            {
                let part = Operand::value(Expr::name("v").field(name), Mode::OWNED);
                give(coder, &part, field.ty, &at.plus(field.offset));
            }
        }
        Shape::Compound(Compound::Array(element, _)) => {
            let size = Expr::bytes(coder.cx.plans[element.plan].layout.size);
            give_element(coder, "e", element.ty, &at);
            let closure = coder.closure("e, p");
            let [v, p] = ["v", "p"].map(Expr::name);
            let call = Expr::call("_rt::give_array", [v, p, size, closure]);
            coder.push(Statement::Value(call));
        }
        Shape::Compound(Compound::Choice(choice)) => {
            let arms = store_arms(coder, Mode::OWNED, ty, choice, give);
            coder.push(Statement::Value(arms));
        }
        Shape::Tuple(fields) => {
            give_parts(coder, &Operand::reference("v", Mode::OWNED), fields, &at);
        }
        // These are given away where they occur.
        Shape::Scalar(_)
        | Shape::Enum(..)
        | Shape::Flags(_)
        | Shape::String
        | Shape::Sequence(_)
        | Shape::Owned(_)
        | Shape::Borrowed(_) => give_element(coder, "v", ty, &at),
    }
}

fn give_element(coder: &mut Coder<'_, '_>, name: &str, ty: Type, at: &Address) {
    give(coder, &Operand::reference(name, Mode::OWNED), ty, at);
}

/// The pointer and the length of what a list becomes.
fn list(coder: &mut Coder<'_, '_>, element: Planned) -> Expr {
    let plan = &coder.cx.plans[element.plan];
    give_element(coder, "e", element.ty, &Address::param());
    let closure = coder.closure("e, p");
    // Large elements would have to be moved out of their own way.
    let may_reuse = !Shape::of(&plan.kind).goes_in_parts();
    let [size, align] = [plan.layout.size, plan.layout.align].map(Expr::bytes);
    let may_reuse = Expr::name(may_reuse.to_string());
    Expr::call(
        "_rt::give_list",
        [Expr::name("v"), size, align, may_reuse, closure],
    )
}

/// The pointer and the length of what a map becomes.
fn map(coder: &mut Coder<'_, '_>, entry: &Entry) -> Expr {
    let at = Address::param();
    give_element(coder, "k", entry.key.ty, &at.plus(entry.key.offset));
    give_element(coder, "e", entry.value.ty, &at.plus(entry.value.offset));
    let closure = coder.closure("k, e, p");
    let [size, align] = [entry.layout.size, entry.layout.align].map(Expr::bytes);
    Expr::call("_rt::give_map", [Expr::name("v"), size, align, closure])
}
