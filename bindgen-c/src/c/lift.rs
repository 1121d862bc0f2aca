//! From flat core values to values of C.
//!
//! Flat values are put where the parts of the value lie. For a variant, option or result a function per type does that.
//! In memory nothing has to be lifted: C lays structs out as the canonical ABI does.

use crate::c::adapter::Adapter;
use crate::c::core::{core_type, declare, take};
use crate::c::helpers::{Helper, Role};
use crate::c::lower::either;
use crate::c::place::Place;
use crate::c::types::{Shape, TypeRef};
use std::fmt::Write as _;
use witc_canonical_abi::{Cases, CoreType, Int, Kind, Scalar};
use witc_resolve::Direction;

impl Adapter<'_, '_> {
    /// Statements that make a value of the first flat values, which they take away.
    pub(crate) fn lift(
        &mut self,
        ty: TypeRef,
        place: &Place,
        flat: &mut &[String],
        text: &mut String,
    ) {
        let ty = self.types.behind(ty);
        match &self.types[ty].shape {
            Shape::Record(members) => {
                let members: Vec<_> = members
                    .iter()
                    .map(|m| (place.member(&m.name), m.ty))
                    .collect();
                for (member, ty) in members {
                    self.lift(ty, &member, flat, text);
                }
            }
            Shape::FixedLengthList(element, length) => {
                let (element, length) = (*element, *length);
                let items = place.member("items");
                for index in 0..length {
                    self.lift(element, &items.element(index), flat, text);
                }
            }
            Shape::String => lift_slice(&self.char_type(), place, flat, text),
            Shape::List(element) => {
                let element = self.types[*element].name.clone();
                lift_slice(&element, place, flat, text);
            }
            Shape::Map(entry, ..) => lift_slice(entry, place, flat, text),
            Shape::Own(_) | Shape::ErrorContext | Shape::Asynchronous => {
                let handle = next(flat);
                let _ = writeln!(text, "{} = {handle};", place.member("__handle").get());
            }
            Shape::Borrow(resource)
                if self.types.resource(*resource).direction == Direction::Import =>
            {
                let handle = next(flat);
                let _ = writeln!(text, "{} = {handle};", place.member("__handle").get());
            }
            Shape::Scalar(_) | Shape::Enum(_) | Shape::Flags(_) | Shape::Borrow(_) => {
                let value = self.lift_value(ty, next(flat));
                let _ = writeln!(text, "{} = {value};", place.get());
            }
            Shape::Variant(_) if self.is_tag_only(ty) => {
                let _ = writeln!(
                    text,
                    "{} = (uint8_t) {};",
                    place.member("tag").get(),
                    next(flat)
                );
            }
            Shape::Result(..) if self.is_tag_only(ty) => {
                let _ = writeln!(
                    text,
                    "{} = {} != 0;",
                    place.member("is_err").get(),
                    next(flat)
                );
            }
            Shape::Variant(_) | Shape::Option(_) | Shape::Result(..) => {
                let count = self.types.plan(ty).flat.map_or(0, |flat| flat.len());
                let function = self.lift_function(ty);
                let arguments: Vec<&str> = (0..count).map(|_| next(flat)).collect();
                let _ = writeln!(
                    text,
                    "{function}({}, {});",
                    place.address(),
                    arguments.join(", ")
                );
            }
            Shape::Alias(_) => {}
        }
    }

    /// The value of a type that is passed by value, as an expression; nothing if it takes a variable to make it.
    pub(crate) fn lift_expression(&self, ty: TypeRef, flat: &str) -> Option<String> {
        let ty = self.types.behind(ty);
        match &self.types[ty].shape {
            Shape::Borrow(resource)
                if self.types.resource(*resource).direction == Direction::Import =>
            {
                None
            }
            Shape::Scalar(_) | Shape::Enum(_) | Shape::Flags(_) | Shape::Borrow(_) => {
                Some(self.lift_value(ty, flat))
            }
            _ => None,
        }
    }

    fn lift_value(&self, ty: TypeRef, flat: &str) -> String {
        match (&self.types.plan(ty).kind, &self.types[ty].shape) {
            (_, Shape::Borrow(resource)) => {
                let rep = self
                    .types
                    .resource(*resource)
                    .rep
                    .as_deref()
                    .unwrap_or("void");
                format!("({rep} *) (intptr_t) {flat}")
            }
            (Kind::Scalar(Scalar::Bool), _) => format!("{flat} != 0"),
            (Kind::Scalar(Scalar::S32 | Scalar::S64 | Scalar::F32 | Scalar::F64), _) => {
                flat.to_owned()
            }
            (Kind::Scalar(_), _) => format!("({}) {flat}", self.types[ty].name),
            (Kind::Enum(int, _) | Kind::Flags(int, _), _) => format!("({}) {flat}", int_type(*int)),
            _ => flat.to_owned(),
        }
    }

    /// The function that makes a value of a type.
    fn lift_function(&mut self, ty: TypeRef) -> String {
        if let Some(known) = self.helpers.known(Role::Lift, ty) {
            return known;
        }
        let name = self.type_function(ty, "lift");
        let slots: Vec<CoreType> = self
            .types
            .plan(ty)
            .flat
            .map_or_else(Vec::new, |flat| flat.to_vec());
        let params = slots.iter().enumerate();
        let params: Vec<String> = params
            .map(|(index, &slot)| declare(core_type(slot), &format!("s{index}")))
            .collect();
        let body = self.lift_body(ty);
        let (of, params) = (&self.types[ty].name, params.join(", "));
        let text = format!("static void {name}({of} *v, {params}) {{\n{body}}}\n");
        self.helpers.add(Role::Lift, ty, name.clone(), text);
        name
    }

    fn lift_body(&mut self, ty: TypeRef) -> String {
        let plan = self.types.plan(ty);
        let (Kind::Variant(plans) | Kind::Option(plans) | Kind::Result(plans)) = &plan.kind else {
            return String::new();
        };
        let val = Place::behind("v").member("val");
        match &self.types[ty].shape {
            Shape::Option(some) => {
                let some = *some;
                let text = self.lift_case(1, Some((some, val)), plans);
                format!("    v->is_some = s0 != 0;\n    if (s0) {{\n{text}    }}\n")
            }
            Shape::Result(ok, err) => {
                let ok = ok.map(|ok| (ok, val.member("ok")));
                let err = err.map(|err| (err, val.member("err")));
                let (ok, err) = (self.lift_case(0, ok, plans), self.lift_case(1, err, plans));
                format!("    v->is_err = s0 != 0;\n{}", either("s0", &err, &ok))
            }
            Shape::Variant(cases) => {
                let payload = |(name, ty): &(String, TypeRef)| (*ty, val.member(name));
                let payloads: Vec<_> = cases
                    .iter()
                    .map(|case| case.member.as_ref().map(payload))
                    .collect();
                let mut body = format!(
                    "    v->tag = ({}) s0;\n    switch (s0) {{\n",
                    int_type(plans.tag)
                );
                for (index, payload) in payloads.into_iter().enumerate() {
                    if payload.is_some() {
                        let text = self.lift_case(index, payload, plans);
                        let _ = write!(body, "    case {index}:\n{text}        break;\n");
                    }
                }
                body.push_str("    }\n");
                body
            }
            _ => String::new(),
        }
    }

    /// Statements that take a payload out of the slots.
    fn lift_case(
        &mut self,
        index: usize,
        payload: Option<(TypeRef, Place)>,
        plans: &Cases,
    ) -> String {
        let (Some((ty, place)), Some(case)) = (payload, plans.cases.get(index)) else {
            return String::new();
        };
        let slots = case.casts.iter().enumerate();
        let values: Vec<String> = slots
            .map(|(slot, &cast)| take(cast, &format!("s{}", slot + 1), &mut self.helpers))
            .collect();
        let mut text = String::new();
        self.lift(ty, &place, &mut values.as_slice(), &mut text);
        text.lines()
            .map(|line| format!("        {line}\n"))
            .collect()
    }

    /// The type in which a representation is passed; it holds a pointer on every machine.
    pub(crate) fn rep_type(&mut self) -> &'static str {
        self.helpers.name(Helper::Rep)
    }
}

/// Takes the next flat value. There always is one: the plan that they were made for says how many there are.
fn next<'f>(flat: &mut &'f [String]) -> &'f str {
    match flat.split_first() {
        Some((first, rest)) => {
            *flat = rest;
            first
        }
        None => "0",
    }
}

fn lift_slice(element: &str, place: &Place, flat: &mut &[String], text: &mut String) {
    let (ptr, len) = (next(flat), next(flat));
    let _ = writeln!(text, "{} = ({element} *) {ptr};", place.member("ptr").get());
    let _ = writeln!(text, "{} = {len};", place.member("len").get());
}

/// The unsigned integer of this size.
pub(crate) fn int_type(int: Int) -> &'static str {
    match int {
        Int::U8 => "uint8_t",
        Int::U16 => "uint16_t",
        Int::U32 => "uint32_t",
    }
}
