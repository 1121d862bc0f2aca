//! Lowering: from Rust values, which stay where they are, to flat values and memory.

use crate::casts::{put_in, scalar_to_core, zero};
use crate::coder::{Address, Coder, Operand};
use crate::context::Context;
use crate::expr::{Arm, Binary, Expr, Statement};
use crate::head::Head;
use crate::helpers::{Helper, Helpers, Task};
use crate::members::field_names;
use crate::mode::{Mode, Style};
use crate::rust_type::{RustType, int};
use crate::shape::{Choice, Compound, Owned, Sequence, Shape};
use witc_bindgen_core::IndentedText;
use witc_canonical_abi::{Case, CoreType, Entry, Field, Planned};
use witc_resolve::Type;

/// Writes a helper that writes a value to memory.
pub(crate) fn write<'c>(
    cx: &'c Context<'c>,
    helpers: &mut Helpers<'c>,
    helper: &Helper<'c>,
    source: &mut IndentedText,
) {
    let mut coder = coder(cx, helpers, helper);
    memory_body(&mut coder, helper.ty, helper.mode);
    let head = head(&coder, helper).param("p", &RustType::bytes());
    define(&coder, helper, head, source);
}

/// Writes a helper that gives the flat values of a value.
pub(crate) fn write_flat<'c>(
    cx: &'c Context<'c>,
    helpers: &mut Helpers<'c>,
    helper: &Helper<'c>,
    source: &mut IndentedText,
) {
    let mut coder = coder(cx, helpers, helper);
    let slots = cx.plan_of(helper.ty).flat.as_deref().unwrap_or_default();
    flat_body(&mut coder, helper.ty, helper.mode, slots, flatten);
    let head = head(&coder, helper).result(Some(RustType::core_values(slots)));
    define(&coder, helper, head, source);
}

/// Writes a helper that gives pointer and length of a list or map.
pub(crate) fn write_list<'c>(
    cx: &'c Context<'c>,
    helpers: &mut Helpers<'c>,
    helper: &Helper<'c>,
    sequence: Sequence<'c>,
    source: &mut IndentedText,
) {
    let mut coder = coder(cx, helpers, helper);
    let value = match sequence {
        Sequence::List(element) => list(&mut coder, element, helper.mode),
        Sequence::Map(entry) => map(&mut coder, entry, helper.mode),
    };
    coder.push(Statement::Value(value));
    let slice = RustType::core_values(&[CoreType::Pointer, CoreType::Length]);
    let head = head(&coder, helper).result(Some(slice));
    define(&coder, helper, head, source);
}

fn coder<'h, 'c>(
    cx: &'c Context<'c>,
    helpers: &'h mut Helpers<'c>,
    helper: &Helper<'c>,
) -> Coder<'h, 'c> {
    Coder::new(cx, helpers, helper.module, ["v", "p", "s", "e"])
}

fn head(coder: &Coder<'_, '_>, helper: &Helper<'_>) -> Head {
    let head = Head::new(format!("pub(crate) unsafe fn {}", helper.name));
    head.param("v", &view(coder, helper.ty, helper.mode))
}

/// Writes a helper, whose last parameter is the scratch, if it needs that.
fn define(coder: &Coder<'_, '_>, helper: &Helper<'_>, head: Head, source: &mut IndentedText) {
    let head = if coder.cx.needs_scratch(helper.ty) {
        head.param("s", &RustType::path("&_rt::Scratch"))
    } else {
        head
    };
    head.define_unsafe(source, &coder.statements);
}

/// The type of the parameter of a helper: a reference to the value.
fn view(coder: &Coder<'_, '_>, ty: Type, mode: Mode) -> RustType {
    let cx = coder.cx;
    let speller = coder.speller();
    if let Some(element) = Shape::of(&cx.plan(ty).kind).list_element() {
        let mode = mode.part(cx, coder.module, element.ty);
        return RustType::Slice(Box::new(speller.ty(element.ty, mode))).viewed();
    }
    match mode.style {
        Style::Owned => speller.owned(ty).viewed(),
        Style::Top | Style::Borrowed => speller.ty(ty, mode).viewed(),
    }
}

/// A call of a helper for a value.
fn call<'c>(
    coder: &mut Coder<'_, 'c>,
    task: Task<'c>,
    operand: &Operand,
    ty: Type,
    at: Option<&Address>,
) -> Expr {
    let mode = helper_mode(coder, ty, operand.mode);
    let helper = coder.helper(task, ty, mode);
    let mut arguments = vec![operand.borrowed()];
    arguments.extend(at.map(Address::expr));
    if coder.cx.needs_scratch(ty) {
        arguments.push(coder.scratch.clone());
    }
    Expr::call(helper, arguments)
}

/// The mode in which a helper takes a value: a reference to an owned value is one, wherever it came from.
fn helper_mode(coder: &Coder<'_, '_>, ty: Type, mode: Mode) -> Mode {
    if borrows_differently(coder, ty, mode) {
        mode.elided()
    } else {
        Mode::OWNED
    }
}

/// Whether a reference to a value in this mode is one to something else than an owned value.
fn borrows_differently(coder: &Coder<'_, '_>, ty: Type, mode: Mode) -> bool {
    let (cx, module) = (coder.cx, coder.module);
    if mode.lifetime.is_none() || mode.style == Style::Owned {
        return false;
    }
    let speller = coder.speller();
    // What lends handles has a lifetime in either form, so that both are called the same.
    let lends_memory = |ty: Type, mode: Mode| {
        let facts = cx.facts(ty);
        mode.style == Style::Borrowed && facts.borrows && facts.heap
    };
    let differs = |ty: Type, mode: Mode| {
        lends_memory(ty, mode) || speller.ty(ty, mode.elided()) != speller.owned(ty)
    };
    let part = |ty: Type| differs(ty, mode.part(cx, module, ty));
    match Shape::of(&cx.plan(ty).kind) {
        Shape::Sequence(Sequence::List(element)) => part(element.ty),
        Shape::Sequence(Sequence::Map(entry)) => part(entry.key.ty) || part(entry.value.ty),
        Shape::Scalar(_) | Shape::String => false,
        Shape::Enum(..)
        | Shape::Flags(_)
        | Shape::Owned(_)
        | Shape::Borrowed(_)
        | Shape::Tuple(_)
        | Shape::Compound(_) => !mode.is_reference(cx, ty) && differs(ty, mode),
    }
}

/// The value as it is: a named type of which only the top is borrowed is a reference to a value that owns what it holds.
fn settled(coder: &Coder<'_, '_>, ty: Type, operand: &Operand) -> Operand {
    if operand.mode.is_reference(coder.cx, ty) {
        operand.behind_reference(Mode::OWNED)
    } else {
        operand.clone()
    }
}

/// Writes a value to memory, as statements.
pub(crate) fn store(coder: &mut Coder<'_, '_>, operand: &Operand, ty: Type, at: &Address) {
    let cx = coder.cx;
    let operand = &settled(coder, ty, operand);
    let speller = coder.speller();
    let whole = || Statement::Assign(at.place(&speller.owned(ty)), operand.copied());
    let put = |slice: Expr| Statement::call("_rt::put", [at.expr(), slice]);
    // Plain values lie in memory as in Rust, so that they are copied whole.
    if cx.is_plain(ty) {
        return coder.push(whole());
    }
    let statement = match Shape::of(&cx.plan_of(ty).kind) {
        Shape::Scalar(_) => whole(),
        Shape::Enum(tag, _) => {
            Statement::Assign(at.int(int(tag)), operand.copied().cast_to(int(tag)))
        }
        Shape::Flags(bits) => {
            Statement::Assign(at.int(int(bits)), operand.base().method("bits", []))
        }
        Shape::String if cx.options.raw_strings => put(slice_of(operand.borrowed())),
        Shape::String => put(slice_of(operand.base().method("as_bytes", []))),
        Shape::Sequence(sequence) => put(slice(coder, operand, ty, sequence)),
        Shape::Owned(of) => Statement::Assign(at.int("u32"), owned(operand, of)),
        Shape::Borrowed(_) => Statement::Assign(at.int("u32"), operand.base().method("handle", [])),
        Shape::Tuple(fields) if !cx.is_large_tuple(ty) => {
            return store_parts(coder, operand, fields, at);
        }
        Shape::Tuple(_) | Shape::Compound(_) => {
            Statement::Do(call(coder, Task::Lower, operand, ty, Some(at)))
        }
    };
    coder.push(statement);
}

/// The number of the handle that a value owns.
fn owned(operand: &Operand, of: Owned) -> Expr {
    let method = match of {
        // It leaves an empty handle in the value, so that dropping it after the call drops nothing.
        Owned::Resource | Owned::Reader(..) => "take_handle",
        // It only looks: whoever passes an error context keeps it.
        Owned::ErrorContext => "handle",
    };
    operand.base().method(method, [])
}

/// Writes the parts of a tuple to memory.
fn store_parts(coder: &mut Coder<'_, '_>, operand: &Operand, fields: &[Field], at: &Address) {
    for (index, field) in fields.iter().enumerate() {
        let mode = operand.mode.payload(coder.cx, coder.module, field.ty);
        let part = operand.field(index.to_string(), mode);
        store(coder, &part, field.ty, &at.plus(field.offset));
    }
}

/// The pointer and the length of a list that Rust lays out as it has to be.
fn slice_of(list: Expr) -> Expr {
    Expr::call("_rt::lower_slice", [list])
}

/// The pointer and the length of a list or map, as one expression.
fn slice<'c>(
    coder: &mut Coder<'_, 'c>,
    operand: &Operand,
    ty: Type,
    sequence: Sequence<'c>,
) -> Expr {
    if coder.cx.needs_scratch(ty) {
        call(coder, Task::LowerList(sequence), operand, ty, None)
    } else {
        slice_of(operand.borrowed())
    }
}

/// The flat values of a value.
pub(crate) fn flatten(coder: &mut Coder<'_, '_>, operand: &Operand, ty: Type) -> Vec<Expr> {
    let cx = coder.cx;
    let operand = &settled(coder, ty, operand);
    let plan = cx.plan_of(ty);
    let method = |name: &str| operand.base().method(name, []);
    match Shape::of(&plan.kind) {
        Shape::Scalar(scalar) => vec![scalar_to_core(scalar, operand.copied())],
        Shape::Enum(..) => vec![operand.copied().cast_to("i32")],
        Shape::Flags(_) => vec![method("bits").cast_to("i32")],
        Shape::String => vec![method("as_ptr").method("cast_mut", []), method("len")],
        Shape::Sequence(Sequence::List(_)) if !cx.needs_scratch(ty) => {
            let pointer = method("as_ptr").method("cast_mut", []);
            vec![pointer.method("cast::<u8>", []), method("len")]
        }
        Shape::Sequence(sequence) => {
            let slice = slice(coder, operand, ty, sequence);
            coder.bind(2, slice)
        }
        Shape::Owned(of) => vec![owned(operand, of).cast_to("i32")],
        Shape::Borrowed(_) => vec![method("handle").cast_to("i32")],
        Shape::Tuple(fields) => {
            let mut flat = Vec::new();
            for (index, field) in fields.iter().enumerate() {
                let mode = operand.mode.payload(cx, coder.module, field.ty);
                let part = operand.field(index.to_string(), mode);
                flat.extend(flatten(coder, &part, field.ty));
            }
            flat
        }
        Shape::Compound(Compound::Array(element, length)) => {
            let mode = operand.mode.part(cx, coder.module, element.ty);
            let mut flat = Vec::new();
            for index in 0..length {
                let part = Operand::value(operand.base().index(index), mode);
                flat.extend(flatten(coder, &part, element.ty));
            }
            flat
        }
        Shape::Compound(Compound::Record(_) | Compound::Choice(_)) => {
            let call = call(coder, Task::LowerFlat, operand, ty, None);
            match plan.flat.as_deref().unwrap_or_default() {
                [_] => vec![call],
                slots => coder.bind(slots.len(), call),
            }
        }
    }
}

/// The body of a helper that writes `v` to `p`.
fn memory_body(coder: &mut Coder<'_, '_>, ty: Type, mode: Mode) {
    let cx = coder.cx;
    let at = Address::param();
    match Shape::of(&cx.plan_of(ty).kind) {
        Shape::Compound(Compound::Record(fields)) => {
            for (field, name) in fields
                .iter()
                .zip(field_names(fields.iter().map(|field| &field.name)))
            {
                let mode = mode.part(cx, coder.module, field.ty);
                let part = Operand::value(Expr::name("v").field(name), mode);
                store(coder, &part, field.ty, &at.plus(field.offset));
            }
        }
        Shape::Compound(Compound::Array(element, _)) => {
            let mode = mode.part(cx, coder.module, element.ty);
            let size = Expr::bytes(cx.plans[element.plan].layout.size);
            let offset = Expr::name("i").binary(Binary::Times, size);
            let at = Address::of(Expr::name("p").method("add", [offset]));
            store(coder, &Operand::reference("e", mode), element.ty, &at);
            let body = coder.take();
            let each = Expr::name("v").method("iter", []).method("enumerate", []);
            coder.push(Statement::For("(i, e)".to_owned(), each, body));
        }
        Shape::Compound(Compound::Choice(choice)) => {
            let arms = store_arms(coder, mode, ty, choice, store);
            coder.push(Statement::Value(arms));
        }
        Shape::Tuple(fields) => {
            let operand = settled(coder, ty, &Operand::reference("v", mode));
            store_parts(coder, &operand, fields, &at);
        }
        // These are written where they occur.
        Shape::Scalar(_)
        | Shape::Enum(..)
        | Shape::Flags(_)
        | Shape::String
        | Shape::Sequence(_)
        | Shape::Owned(_)
        | Shape::Borrowed(_) => store(coder, &Operand::reference("v", mode), ty, &at),
    }
}

/// The body of a helper that gives the flat values of `v`; `flatten` gives those of its parts.
pub(crate) fn flat_body(
    coder: &mut Coder<'_, '_>,
    ty: Type,
    mode: Mode,
    slots: &[CoreType],
    mut flatten: impl FnMut(&mut Coder<'_, '_>, &Operand, Type) -> Vec<Expr>,
) {
    let cx = coder.cx;
    let value = match Shape::of(&cx.plan_of(ty).kind) {
        Shape::Compound(Compound::Record(fields)) => {
            let mut flat = Vec::new();
            for (field, name) in fields
                .iter()
                .zip(field_names(fields.iter().map(|field| &field.name)))
            {
                let mode = mode.part(cx, coder.module, field.ty);
                let part = Operand::value(Expr::name("v").field(name), mode);
                flat.extend(flatten(coder, &part, field.ty));
            }
            one_or_tuple(flat)
        }
        Shape::Compound(Compound::Choice(choice)) => {
            arms(coder, mode, ty, choice, |coder, index, case, payload| {
                let mut flat = vec![Expr::number(index)];
                if let Some((operand, ty)) = payload {
                    let values = flatten(coder, operand, ty);
                    let casts = case.casts.iter().zip(values);
                    flat.extend(casts.map(|(&cast, value)| put_in(cast, value)));
                }
                // A case with fewer flat values than others leaves slots empty; the canonical ABI
                // does not look at them, but they need a value.
                let unused = slots.iter().skip(flat.len());
                flat.extend(unused.map(|&ty| zero(ty)));
                coder.push(Statement::Value(one_or_tuple(flat)));
            })
        }
        // These are made where they occur.
        Shape::Compound(Compound::Array(..))
        | Shape::Scalar(_)
        | Shape::Enum(..)
        | Shape::Flags(_)
        | Shape::String
        | Shape::Sequence(_)
        | Shape::Owned(_)
        | Shape::Borrowed(_)
        | Shape::Tuple(_) => {
            let flat = flatten(coder, &Operand::reference("v", mode), ty);
            one_or_tuple(flat)
        }
    };
    coder.push(Statement::Value(value));
}

/// One value, or several in parentheses.
pub(crate) fn one_or_tuple(mut values: Vec<Expr>) -> Expr {
    match values.pop() {
        Some(one) if values.is_empty() => one,
        last => {
            values.extend(last);
            Expr::Tuple(values)
        }
    }
}

/// A `match` over the cases of `v` that writes it to `p`.
pub(crate) fn store_arms(
    coder: &mut Coder<'_, '_>,
    mode: Mode,
    ty: Type,
    choice: Choice<'_>,
    mut store: impl FnMut(&mut Coder<'_, '_>, &Operand, Type, &Address),
) -> Expr {
    let at = Address::param();
    let tag = at.int(int(choice.cases.tag));
    let payload_at = at.plus(choice.cases.payload_offset);
    arms(coder, mode, ty, choice, |coder, index, _, payload| {
        coder.push(Statement::Assign(tag.clone(), Expr::number(index)));
        if let Some((operand, ty)) = payload {
            store(coder, operand, ty, &payload_at);
        }
    })
}

/// A `match` over the cases of `v`.
fn arms(
    coder: &mut Coder<'_, '_>,
    mode: Mode,
    ty: Type,
    choice: Choice<'_>,
    mut arm: impl FnMut(&mut Coder<'_, '_>, usize, &Case, Option<(&Operand, Type)>),
) -> Expr {
    let paths = coder.case_paths(ty, choice, mode);
    let mut arms = Vec::new();
    for (index, (case, path)) in choice.cases.cases.iter().zip(paths).enumerate() {
        // Each arm has its own variables.
        let (scope, variables) = (coder.scope.clone(), coder.variables);
        let payload = case.payload.map(|payload| {
            let mode = if choice.borrows_inside() {
                mode.payload(coder.cx, coder.module, payload.ty)
            } else {
                mode.part(coder.cx, coder.module, payload.ty)
            };
            (Operand::reference("e", mode), payload.ty)
        });
        let pattern = match &payload {
            Some(_) => format!("{path}(e)"),
            None if choice.has_units() => format!("{path}(())"),
            None => path,
        };
        // The arm is written as a body of its own; the statements so far come back after it.
        let before = coder.take();
        arm(
            coder,
            index,
            case,
            payload.as_ref().map(|(operand, ty)| (operand, *ty)),
        );
        let body = std::mem::replace(&mut coder.statements, before);
        (coder.scope, coder.variables) = (scope, variables);
        arms.push(Arm { pattern, body });
    }
    Expr::Match(Box::new(Expr::name("v")), arms)
}

/// The pointer and the length of a list, whose elements are written anew.
fn list(coder: &mut Coder<'_, '_>, element: Planned, mode: Mode) -> Expr {
    let cx = coder.cx;
    let mode = mode.part(cx, coder.module, element.ty);
    let operand = Operand::reference("e", mode);
    store(coder, &operand, element.ty, &Address::param());
    let scratch = scratch_param(cx.needs_scratch(element.ty));
    let closure = coder.closure(&format!("e, p, {scratch}"));
    let layout = cx.plans[element.plan].layout;
    let length = Expr::name("v").method("len", []);
    lower_list(
        length,
        [layout.size, layout.align].map(Expr::bytes),
        closure,
    )
}

/// The pointer and the length of a map, whose entries are written anew.
fn map(coder: &mut Coder<'_, '_>, entry: &Entry, mode: Mode) -> Expr {
    let cx = coder.cx;
    for (name, part) in [("k", &entry.key), ("e", &entry.value)] {
        let mode = mode.part(cx, coder.module, part.ty);
        let operand = Operand::reference(name, mode);
        store(
            coder,
            &operand,
            part.ty,
            &Address::param().plus(part.offset),
        );
    }
    let needed = cx.needs_scratch(entry.key.ty) || cx.needs_scratch(entry.value.ty);
    let closure = coder.closure(&format!("(k, e), p, {}", scratch_param(needed)));
    let length = Expr::call("_rt::WitMap::wit_map_len", [Expr::name("v")]);
    let layout = [entry.layout.size, entry.layout.align].map(Expr::bytes);
    lower_list(length, layout, closure)
}

fn scratch_param(needed: bool) -> &'static str {
    if needed { "s" } else { "_" }
}

fn lower_list(length: Expr, [size, align]: [Expr; 2], closure: Expr) -> Expr {
    let [v, s] = ["v", "s"].map(Expr::name);
    Expr::call("_rt::lower_list", [v, length, size, align, s, closure])
}
