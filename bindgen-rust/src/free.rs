//! Freeing what results of exports have allocated, from where they were written to (`give.rs`): what a post-return function
//! does.
//!
//! The last part is freed first. Values are mostly made in their order, so that each block is freed next to free memory, and the
//! allocator has far less to do than with gaps.

use crate::coder::{Address, Coder};
use crate::context::Context;
use crate::expr::{Arm, Expr, Statement};
use crate::head::Head;
use crate::helpers::{Helper, Helpers, Task};
use crate::mode::Mode;
use crate::rust_type::{RustType, int};
use crate::shape::{Choice, Compound, Sequence, Shape};
use witc_bindgen_core::IndentedText;
use witc_canonical_abi::{Field, Layout};
use witc_resolve::Type;

/// Writes a helper that frees what a value has.
pub(crate) fn write<'c>(
    cx: &'c Context<'c>,
    helpers: &mut Helpers<'c>,
    helper: &Helper<'c>,
    source: &mut IndentedText,
) {
    let mut coder = Coder::new(cx, helpers, helper.module, ["p"]);
    body(&mut coder, helper.ty);
    define(helper, &coder.statements, source);
}

/// Writes a helper that frees a list or map and what it has.
pub(crate) fn write_list<'c>(
    cx: &'c Context<'c>,
    helpers: &mut Helpers<'c>,
    helper: &Helper<'c>,
    sequence: Sequence<'c>,
    source: &mut IndentedText,
) {
    let mut coder = Coder::new(cx, helpers, helper.module, ["p"]);
    let at = Address::param();
    let layout = match sequence {
        Sequence::List(element) => {
            free(&mut coder, element.ty, &at);
            cx.plans[element.plan].layout
        }
        Sequence::Map(entry) => {
            // The value comes first: the last part is freed first (above).
            for part in [&entry.value, &entry.key] {
                free(&mut coder, part.ty, &at.plus(part.offset));
            }
            entry.layout
        }
    };
    let closure = element_closure(&mut coder);
    let [size, align] = sizes(layout);
    let call = Statement::call("_rt::free_list", [Expr::name("p"), size, align, closure]);
    define(helper, &[call], source);
}

fn define(helper: &Helper<'_>, body: &[Statement], source: &mut IndentedText) {
    Head::new(format!("pub(crate) unsafe fn {}", helper.name))
        .param("p", &RustType::bytes())
        .define_unsafe(source, body);
}

/// A closure that frees an element.
fn element_closure(coder: &mut Coder<'_, '_>) -> Expr {
    let param = if coder.statements.is_empty() {
        "_"
    } else {
        "p"
    };
    coder.closure(param)
}

fn sizes(layout: Layout) -> [Expr; 2] {
    [layout.size, layout.align].map(Expr::bytes)
}

/// Frees what a value in memory has, as statements.
pub(crate) fn free(coder: &mut Coder<'_, '_>, ty: Type, at: &Address) {
    let cx = coder.cx;
    if !cx.facts(ty).heap {
        return;
    }
    let free_slice =
        |[size, align]: [Expr; 2]| Statement::call("_rt::free_slice", [at.expr(), size, align]);
    let statement = match Shape::of(&cx.plan_of(ty).kind) {
        Shape::String => free_slice([Expr::number(1), Expr::number(1)]),
        Shape::Sequence(Sequence::List(element)) if !cx.needs_scratch(ty) => {
            free_slice(sizes(cx.plans[element.plan].layout))
        }
        Shape::Sequence(sequence) => {
            let helper = coder.helper(Task::FreeList(sequence), ty, Mode::OWNED);
            Statement::call(helper, [at.expr()])
        }
        Shape::Tuple(fields) if !cx.is_large_tuple(ty) => {
            return free_fields(coder, fields, at);
        }
        Shape::Tuple(_) | Shape::Compound(_) => {
            let helper = coder.helper(Task::Free, ty, Mode::OWNED);
            Statement::call(helper, [at.expr()])
        }
        // These have no memory.
        Shape::Scalar(_)
        | Shape::Enum(..)
        | Shape::Flags(_)
        | Shape::Owned(_)
        | Shape::Borrowed(_) => return,
    };
    coder.push(statement);
}

fn free_fields(coder: &mut Coder<'_, '_>, fields: &[Field], at: &Address) {
    for field in fields.iter().rev() {
        free(coder, field.ty, &at.plus(field.offset));
    }
}

/// The body of a helper that frees what the value at `p` has.
fn body(coder: &mut Coder<'_, '_>, ty: Type) {
    let at = Address::param();
    match Shape::of(&coder.cx.plan_of(ty).kind) {
        Shape::Tuple(fields) | Shape::Compound(Compound::Record(fields)) => {
            free_fields(coder, fields, &at);
        }
        Shape::Compound(Compound::Array(element, length)) => {
            let size = Expr::bytes(coder.cx.plans[element.plan].layout.size);
            free(coder, element.ty, &at);
            let closure = element_closure(coder);
            let arguments = [Expr::name("p"), Expr::number(length), size, closure];
            coder.push(Statement::call("_rt::free_each", arguments));
        }
        Shape::Compound(Compound::Choice(choice)) => {
            let arms = free_case(coder, choice, &at);
            coder.push(Statement::Value(arms));
        }
        // These are freed where they occur.
        Shape::Scalar(_)
        | Shape::Enum(..)
        | Shape::Flags(_)
        | Shape::String
        | Shape::Sequence(_)
        | Shape::Owned(_)
        | Shape::Borrowed(_) => free(coder, ty, &at),
    }
}

/// A `match` over a discriminant, for the cases that have allocated something.
fn free_case(coder: &mut Coder<'_, '_>, choice: Choice<'_>, at: &Address) -> Expr {
    let cases = &choice.cases.cases;
    let mut arms = Vec::new();
    for (index, case) in cases.iter().enumerate() {
        let payload = case.payload.filter(|part| coder.cx.facts(part.ty).heap);
        let Some(payload) = payload else { continue };
        free(coder, payload.ty, &at.plus(choice.cases.payload_offset));
        // Where all cases own memory, the last needs no test.
        let is_rest = arms.len() == index && index + 1 == cases.len();
        let pattern = if is_rest {
            "_".to_owned()
        } else {
            index.to_string()
        };
        let body = coder.take();
        arms.push(Arm { pattern, body });
    }
    if arms.len() < cases.len() {
        arms.push(Arm {
            pattern: "_".to_owned(),
            body: Vec::new(),
        });
    }
    Expr::Match(Box::new(at.int(int(choice.cases.tag))), arms)
}
