//! From flat core values to values of C.
//!
//! Flat values are put where the parts of the value lie. For a variant, option or result a function per type does that.
//! In memory nothing has to be lifted: C lays structs out as the canonical ABI does.

use crate::c::bits::take;
use crate::c::code::{Bodies, Code};
use crate::c::context::Context;
use crate::c::helpers::{Role, slot};
use crate::c::lvalue::Lvalue;
use crate::c::types::{Payload, Shape, Sum, TypeRef};
use crate::shared::spelling::int_type;
use witc_canonical_abi::{CoreType, Scalar};

impl<'x, 'a> Context<'x, 'a> {
    /// Adds statements that make a value of the first flat values, which they take away; nothing comes back if there are
    /// not enough of them, so that the value has to be in memory.
    pub(crate) fn lift(
        &mut self,
        ty: TypeRef,
        location: &Lvalue,
        flat: &mut &[String],
        code: &mut Code,
    ) -> Option<()> {
        let types = self.types;
        let mut assign = |to: Lvalue, value: &str| code.line(format!("{} = {value};", to.get()));
        match &types[ty].shape {
            Shape::Scalar(_)
            | Shape::Enum(..)
            | Shape::Flags(..)
            | Shape::Representation(_)
            | Shape::Future(_)
            | Shape::Stream(_) => {
                let value = self.lift_expression(ty, next(flat)?)?;
                assign(location.clone(), &value);
            }
            Shape::Own(_) | Shape::Borrow(_) | Shape::ErrorContext => {
                assign(location.member("__handle"), next(flat)?);
            }
            Shape::String => lift_slice(self.texts().code_unit(), location, flat, code)?,
            Shape::List(element) => lift_slice(&types[*element].name, location, flat, code)?,
            Shape::Map(entry) => lift_slice(&entry.name, location, flat, code)?,
            Shape::Record(members) => {
                for member in members {
                    self.lift(member.ty, &location.member(&member.name), flat, code)?;
                }
            }
            Shape::FixedLengthList(element, length) => {
                let items = location.member("items");
                // Written out for each element, since parameters cannot be indexed; there are at most 16
                // (MAX_FLAT_PARAMS).
                for index in 0..*length {
                    self.lift(*element, &items.element(index), flat, code)?;
                }
            }
            Shape::Sum(sum) => self.lift_sum(ty, sum, location, flat, code)?,
            Shape::Alias(target) => self.lift(*target, location, flat, code)?,
        }
        Some(())
    }

    fn lift_sum(
        &mut self,
        ty: TypeRef,
        sum: &'x Sum<'a>,
        location: &Lvalue,
        flat: &mut &[String],
        code: &mut Code,
    ) -> Option<()> {
        match sum {
            // A function for one assignment would be longer than the assignment.
            Sum::Variant(tag, _) if self.is_tag_only(ty) => {
                let (to, tag) = (location.member("tag").get(), int_type(*tag));
                code.line(format!("{to} = ({tag}) {};", next(flat)?));
            }
            Sum::Result(..) if self.is_tag_only(ty) => {
                let to = location.member("is_err").get();
                code.line(format!("{to} = {} != 0;", next(flat)?));
            }
            Sum::Variant(..) | Sum::Option(_) | Sum::Result(..) => {
                let slots = self.types.plan(ty).flat?;
                let function = self.lift_function(ty, sum, &slots)?;
                let mut arguments = vec![location.address()];
                for _ in 0..slots.len() {
                    arguments.push(next(flat)?.to_owned());
                }
                code.line(format!("{function}({});", arguments.join(", ")));
            }
        }
        Some(())
    }

    /// The value of a type that is passed by value, as an expression; nothing if it takes a variable to make it.
    pub(crate) fn lift_expression(&self, ty: TypeRef, flat: &str) -> Option<String> {
        let name = &self.types[ty].name;
        match &self.types[ty].shape {
            Shape::Scalar(scalar) => Some(lift_scalar(*scalar, name, flat)),
            Shape::Enum(int, _) | Shape::Flags(int, _) => {
                Some(format!("({}) {flat}", int_type(*int)))
            }
            Shape::Representation(representation) => {
                // By way of an integer of a pointer's width: compilers warn where the widths differ.
                Some(format!("({} *) (intptr_t) {flat}", representation.name))
            }
            Shape::Future(_) | Shape::Stream(_) => Some(format!("({name}) {flat}")),
            Shape::Alias(target) => self.lift_expression(*target, flat),
            Shape::String
            | Shape::ErrorContext
            | Shape::Record(_)
            | Shape::Sum(_)
            | Shape::List(_)
            | Shape::FixedLengthList(..)
            | Shape::Map(_)
            | Shape::Own(_)
            | Shape::Borrow(_) => None,
        }
    }

    /// The function that makes a value of a variant, option or result.
    fn lift_function(
        &mut self,
        ty: TypeRef,
        sum: &'x Sum<'a>,
        slots: &[CoreType],
    ) -> Option<String> {
        if let Some(known) = self.helpers.known(Role::Lift, ty) {
            return Some(known);
        }
        let name = self.type_function(ty, "lift");
        let mut params = vec![format!("{} *v", self.type_name(ty))];
        params.extend(slots.iter().enumerate().map(|(index, &ty)| slot(index, ty)));
        let body = self.lift_body(sum)?;
        let head = format!("static void {name}({})", params.join(", "));
        self.helpers.add(Role::Lift, ty, name.clone(), &head, &body);
        Some(name)
    }

    /// Statements that fill the value that `v` points to from the slots.
    fn lift_body(&mut self, sum: &'x Sum<'a>) -> Option<Code> {
        let val = Lvalue::pointee("v").member("val");
        let mut body = Code::default();
        match sum {
            Sum::Option(some) => {
                body.line("v->is_some = s0 != 0;");
                // Only then do the other slots mean anything: in the other case they are 0 (`lower_flat_variant`).
                body.branch("s0", self.lift_case(some, &val)?, Code::default());
            }
            Sum::Result(ok, err) => {
                body.line("v->is_err = s0 != 0;");
                let mut part = |payload: &Option<Payload<'_>>, name: &str| match payload {
                    Some(payload) => self.lift_case(payload, &val.member(name)),
                    None => Some(Code::default()),
                };
                let (ok, err) = (part(ok, "ok")?, part(err, "err")?);
                body.branch("s0", err, ok);
            }
            Sum::Variant(tag, cases) => {
                body.line(format!("v->tag = ({}) s0;", int_type(*tag)));
                let mut bodies = Vec::new();
                for (index, case) in cases.iter().enumerate() {
                    if let Some((name, payload)) = &case.member {
                        // Cases without payload have no label: nothing is to be taken out of the slots.
                        bodies.push((index, self.lift_case(payload, &val.member(name))?));
                    }
                }
                body.switch("s0", bodies, Bodies::Plain);
            }
        }
        Some(body)
    }

    /// Statements that take a payload out of the slots.
    fn lift_case(&mut self, payload: &Payload<'_>, location: &Lvalue) -> Option<Code> {
        let slots = payload.casts.iter().enumerate();
        let values: Vec<String> = slots
            // Slot 0 is the tag; the payload begins after it.
            .map(|(slot, &cast)| take(cast, &format!("s{}", slot + 1), &mut self.helpers))
            .collect();
        let mut code = Code::default();
        self.lift(payload.ty, location, &mut values.as_slice(), &mut code)?;
        Some(code)
    }
}

/// Takes the next flat value.
fn next<'f>(flat: &mut &'f [String]) -> Option<&'f str> {
    let (first, rest) = flat.split_first()?;
    *flat = rest;
    Some(first)
}

fn lift_slice(
    element: &str,
    location: &Lvalue,
    flat: &mut &[String],
    code: &mut Code,
) -> Option<()> {
    // Elements in memory are the values of C themselves: the list is taken over as it is.
    let (ptr, len) = (location.member("ptr").get(), location.member("len").get());
    code.line(format!("{ptr} = ({element} *) {};", next(flat)?));
    code.line(format!("{len} = {};", next(flat)?));
    Some(())
}

/// A scalar of the C type `name`. What has the type of the core value needs no cast.
fn lift_scalar(scalar: Scalar, name: &str, flat: &str) -> String {
    match scalar {
        Scalar::Bool => format!("{flat} != 0"),
        Scalar::S32 | Scalar::S64 | Scalar::F32 | Scalar::F64 => flat.to_owned(),
        Scalar::U8
        | Scalar::U16
        | Scalar::U32
        | Scalar::U64
        | Scalar::S8
        | Scalar::S16
        | Scalar::Char => format!("({name}) {flat}"),
    }
}
