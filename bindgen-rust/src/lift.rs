//! Lifting: from flat values and memory to Rust values, which own what they hold from then on.
//!
//! Here are the expressions for a value where it occurs; `lift_helpers.rs` writes the functions that they call.

use crate::casts::{scalar_from_core, take_out};
use crate::channel_words;
use crate::coder::{Address, Coder};
use crate::expr::{Binary, Expr, Statement};
use crate::helpers::Task;
use crate::members::field_names;
use crate::mode::Mode;
use crate::rust_type::int;
use crate::shape::{Compound, Owned, Shape};
use witc_canonical_abi::{Bitcast, Field, Plan, PointerWidth, ResourceUse, Scalar};
use witc_resolve::Type;

/// A call of a helper.
fn call<'c>(coder: &mut Coder<'_, 'c>, task: Task<'c>, ty: Type, mut arguments: Vec<Expr>) -> Expr {
    let helper = coder.helper(task, ty, Mode::OWNED);
    if coder.cx.lends(coder.module, ty) {
        arguments.push(coder.borrows.clone());
    }
    Expr::call(helper, arguments)
}

/// An expression for the value in memory.
pub(crate) fn load(coder: &mut Coder<'_, '_>, ty: Type, at: &Address) -> Expr {
    let cx = coder.cx;
    let shape = Shape::of(&cx.plan_of(ty).kind);
    if !shape.is_scalar() && cx.is_plain(ty) {
        // It lies in memory just as Rust has it, and all its bits are valid (`plain.rs`): one read
        // is enough.
        return at.place(&coder.speller().owned(ty));
    }
    match shape {
        Shape::Scalar(scalar) => load_scalar(coder, scalar, ty, at),
        Shape::Enum(tag, _) => {
            let number = at.int(int(tag)).cast_to("i32");
            call(coder, Task::LiftFlat, ty, vec![number])
        }
        Shape::Flags(bits) => flags(coder, ty, at.int(int(bits))),
        Shape::String if cx.options.raw_strings => Expr::call("_rt::load_vec", [at.expr()]),
        Shape::String => Expr::call("_rt::load_string", [at.expr()]),
        Shape::Sequence(sequence) if sequence.is_plain(|ty| cx.is_plain(ty)) => {
            Expr::call("_rt::load_vec", [at.expr()])
        }
        Shape::Sequence(sequence) => {
            let part = |function: &str| Expr::call(function, [at.expr()]);
            let arguments = vec![part("_rt::pointer"), part("_rt::length")];
            call(coder, Task::LiftList(sequence), ty, arguments)
        }
        Shape::Owned(of) => handle(coder, ty, of, at.int("u32")),
        Shape::Borrowed(resource) => borrow(coder, resource, at.int("u32")),
        Shape::Tuple(fields) if !cx.is_large_tuple(ty) => {
            let fields = fields.iter();
            Expr::Tuple(
                fields
                    .map(|field| load(coder, field.ty, &at.plus(field.offset)))
                    .collect(),
            )
        }
        Shape::Tuple(_) | Shape::Compound(Compound::Record(_)) => {
            // A helper of a record writes to where the record goes (`lift_helpers.rs`). Here it
            // goes nowhere yet, so `_rt::lifted` gives it a place.
            let arguments = vec![at.expr(), Expr::name("o")];
            let call = call(coder, Task::Lift, ty, arguments);
            Expr::call(
                "_rt::lifted",
                [Expr::closure("o", vec![Statement::Value(call)])],
            )
        }
        Shape::Compound(Compound::Array(..) | Compound::Choice(_)) => {
            call(coder, Task::Lift, ty, vec![at.expr()])
        }
    }
}

fn load_scalar(coder: &Coder<'_, '_>, scalar: Scalar, ty: Type, at: &Address) -> Expr {
    match scalar {
        // Anything but zero is true to the canonical ABI, and only one is to Rust.
        Scalar::Bool => at.int("u8").binary(Binary::NotEqual, Expr::number(0)),
        Scalar::Char => Expr::call("_rt::char", [at.int("u32")]),
        Scalar::U8
        | Scalar::U16
        | Scalar::U32
        | Scalar::U64
        | Scalar::S8
        | Scalar::S16
        | Scalar::S32
        | Scalar::S64
        | Scalar::F32
        | Scalar::F64 => at.place(&coder.speller().owned(ty)),
    }
}

/// The destination of a value that is lifted.
pub(crate) enum Destination {
    /// To a place of its own.
    Place(Expr),
    /// To where a pointer points.
    Pointer(Expr),
}

impl Destination {
    fn place(&self) -> Expr {
        match self {
            Self::Place(place) => place.clone(),
            Self::Pointer(pointer) => pointer.clone().deref(),
        }
    }

    fn pointer(&self) -> Expr {
        match self {
            Self::Place(place) => place.clone().raw_mutable(),
            Self::Pointer(pointer) => pointer.clone(),
        }
    }

    fn field(&self, name: impl Into<String>) -> Self {
        Self::Place(self.place().field(name))
    }
}

/// Statements that write the value in memory to where it goes.
pub(crate) fn load_into(coder: &mut Coder<'_, '_>, ty: Type, at: &Address, to: &Destination) {
    let cx = coder.cx;
    let plan = cx.plan_of(ty);
    let shape = Shape::of(&plan.kind);
    if cx.is_plain(ty) {
        match shape.record() {
            Some(fields) if moves_in_parts(plan, fields) => load_fields(coder, fields, at, to),
            Some(_) | None => {
                let value = load(coder, ty, at);
                coder.push(Statement::Assign(to.place(), value));
            }
        }
        return;
    }
    let statement = match shape {
        Shape::Scalar(_) => Statement::Assign(to.place(), load(coder, ty, at)),
        Shape::Tuple(fields) if !cx.is_large_tuple(ty) => {
            return load_fields(coder, fields, at, to);
        }
        Shape::Tuple(_) | Shape::Compound(Compound::Record(_)) => {
            let arguments = vec![at.expr(), to.pointer()];
            Statement::Do(call(coder, Task::Lift, ty, arguments))
        }
        Shape::Enum(..)
        | Shape::Flags(_)
        | Shape::String
        | Shape::Sequence(_)
        | Shape::Owned(_)
        | Shape::Borrowed(_)
        | Shape::Compound(Compound::Array(..) | Compound::Choice(_)) => {
            let value = load(coder, ty, at);
            // `write` rather than an assignment, which would drop what is in the place: there is
            // nothing yet.
            Statement::Do(to.pointer().method("write", [value]))
        }
    };
    coder.push(statement);
}

pub(crate) fn load_fields(
    coder: &mut Coder<'_, '_>,
    fields: &[Field],
    at: &Address,
    to: &Destination,
) {
    for (field, name) in fields
        .iter()
        .zip(field_names(fields.iter().map(|field| &field.name)))
    {
        load_into(coder, field.ty, &at.plus(field.offset), &to.field(name));
    }
}

/// Whether a plain record goes to its place part by part. What is moved in one piece of more than a register lies in memory
/// until it is used; parts don't have to. Large ones are for memory anyway, and moving them would be much code.
fn moves_in_parts(plan: &Plan, fields: &[Field]) -> bool {
    const PARTS: usize = 4;
    let size = plan.layout.size.at(PointerWidth::Bits32) as usize;
    (size_of::<u64>() + 1..=PARTS * size_of::<u64>()).contains(&size) && fields.len() <= PARTS
}

/// Flat values, by their slots.
#[derive(Clone, Copy)]
pub(crate) struct FlatValues<'f> {
    from: FlatSource<'f>,
    /// The slot that counts as the first.
    first: usize,
}

/// The origin of flat values.
#[derive(Clone, Copy)]
enum FlatSource<'f> {
    /// The parameters `a0`, `a1`, … of the function.
    Params,
    /// The only one, by its name.
    Result(&'f str),
    /// The parameters from `a1` on, which carry the payload of a case so.
    Payload(&'f [Bitcast]),
}

impl<'f> FlatValues<'f> {
    /// The parameters `a0`, `a1`, … of the function.
    pub(crate) const PARAMS: Self = Self {
        from: FlatSource::Params,
        first: 0,
    };

    /// The result of a call, which is the only value.
    pub(crate) fn result(name: &'f str) -> Self {
        Self {
            from: FlatSource::Result(name),
            first: 0,
        }
    }

    /// The parameters from `a1` on, which carry the payload of a case.
    pub(crate) fn payload(casts: &'f [Bitcast]) -> Self {
        Self {
            from: FlatSource::Payload(casts),
            first: 0,
        }
    }

    /// The values from a slot on.
    pub(crate) fn from(self, slot: usize) -> Self {
        Self {
            first: self.first + slot,
            ..self
        }
    }

    /// The value in a slot.
    pub(crate) fn value(self, slot: usize) -> Expr {
        let slot = self.first + slot;
        match self.from {
            FlatSource::Params => Expr::name(format!("a{slot}")),
            FlatSource::Result(name) => Expr::name(name),
            FlatSource::Payload(casts) => {
                let param = Expr::name(format!("a{}", slot + 1));
                take_out(casts.get(slot).copied().unwrap_or(Bitcast::Same), param)
            }
        }
    }

    /// All values of a type.
    fn values(self, plan: &Plan) -> Vec<Expr> {
        (0..width(plan)).map(|slot| self.value(slot)).collect()
    }
}

/// The number of flat values of a type that is passed flat.
fn width(plan: &Plan) -> usize {
    plan.flat.map_or(0, |flat| flat.len())
}

/// An expression for the value that flat values stand for.
pub(crate) fn unflatten(coder: &mut Coder<'_, '_>, ty: Type, flat: FlatValues<'_>) -> Expr {
    let cx = coder.cx;
    let plan = cx.plan_of(ty);
    let first = || flat.value(0);
    match Shape::of(&plan.kind) {
        Shape::Scalar(scalar) => scalar_from_core(scalar, first()),
        // The canonical ABI has checked that the number is a case, so that no `match` is needed.
        Shape::Enum(tag, _) if cx.is_plain(ty) => {
            let owned = coder.speller().owned(ty);
            let transmute = format!("_rt::transmute::<{}, {owned}>", int(tag));
            Expr::call(transmute, [first().cast_to(int(tag))])
        }
        Shape::Flags(bits) => flags(coder, ty, first().cast_to(int(bits))),
        Shape::String if cx.options.raw_strings => Expr::call("_rt::vec", flat.values(plan)),
        Shape::String => Expr::call("_rt::string", flat.values(plan)),
        Shape::Sequence(sequence) if sequence.is_plain(|ty| cx.is_plain(ty)) => {
            Expr::call("_rt::vec", flat.values(plan))
        }
        Shape::Sequence(sequence) => call(coder, Task::LiftList(sequence), ty, flat.values(plan)),
        Shape::Owned(of) => handle(coder, ty, of, first().cast_to("u32")),
        Shape::Borrowed(resource) => borrow(coder, resource, first().cast_to("u32")),
        Shape::Tuple(fields) => {
            let fields = fields.iter();
            Expr::Tuple(
                fields
                    .map(|field| unflatten(coder, field.ty, flat.from(field.slot)))
                    .collect(),
            )
        }
        Shape::Compound(Compound::Array(element, length)) => {
            let width = width(&cx.plans[element.plan]);
            let slots = (0..length as usize).map(|index| index * width);
            Expr::Array(
                slots
                    .map(|slot| unflatten(coder, element.ty, flat.from(slot)))
                    .collect(),
            )
        }
        Shape::Enum(..) | Shape::Compound(Compound::Record(_) | Compound::Choice(_)) => {
            call(coder, Task::LiftFlat, ty, flat.values(plan))
        }
    }
}

fn flags(coder: &Coder<'_, '_>, ty: Type, bits: Expr) -> Expr {
    let path = coder.speller().owned(ty);
    Expr::call(format!("{path}::from_bits_retain"), [bits])
}

/// The value that owns a handle.
fn handle(coder: &Coder<'_, '_>, ty: Type, of: Owned, handle: Expr) -> Expr {
    let speller = coder.speller();
    match of {
        Owned::Resource | Owned::ErrorContext => {
            let path = speller.owned(ty);
            Expr::call(format!("{path}::from_handle"), [handle])
        }
        Owned::Reader(channel, payload) => {
            let payload = speller.payload(payload.map(|payload| payload.ty));
            let reader = channel_words::reader(coder.cx, coder.module, channel);
            Expr::call(format!("{reader}::<{payload}>"), [handle])
        }
    }
}

/// A borrowed handle: of an exported resource it is the representation; of an imported one a handle that is to be
/// dropped before the export returns.
fn borrow(coder: &Coder<'_, '_>, resource: ResourceUse, handle: Expr) -> Expr {
    let speller = coder.speller();
    if coder.cx.is_exported_resource(coder.module, resource.named) {
        let path = speller.borrow_path(resource.named);
        let pointer = Expr::call("_rt::from_exposed", [handle.cast_to("usize")]);
        Expr::call(format!("{path}::lift"), [pointer])
    } else {
        let path = speller.type_path(resource.named);
        let owned = Expr::call(format!("{path}::from_handle"), [handle]);
        coder.borrows.clone().method("lend", [owned])
    }
}
