//! From values of C to flat core values.
//!
//! What a variant, option or result is made of depends on its tag: a function per type makes its flat values. All other
//! types are read where they lie. In memory nothing has to be lowered: C lays structs out as the canonical ABI does.

use crate::c::adapter::Adapter;
use crate::c::core::put;
use crate::c::helpers::Role;
use crate::c::place::Place;
use crate::c::types::{Shape, TypeRef};
use std::fmt::Write as _;
use witc_bindgen_core::Scope;
use witc_canonical_abi::{Cases, CoreType, Int, Kind, Scalar};

/// Flat values in the making.
pub(crate) struct Flat<'s> {
    /// Expressions, one for each flat value.
    pub(crate) values: Vec<String>,
    /// Statements that come before.
    pub(crate) before: String,
    /// The names that are taken.
    pub(crate) locals: &'s mut Scope,
}

impl<'s> Flat<'s> {
    pub(crate) fn new(locals: &'s mut Scope) -> Self {
        Self {
            values: Vec::new(),
            before: String::new(),
            locals,
        }
    }
}

impl Adapter<'_, '_> {
    /// Adds the flat values of a value.
    pub(crate) fn lower(&mut self, ty: TypeRef, place: &Place, flat: &mut Flat<'_>) {
        let ty = self.types.behind(ty);
        match &self.types[ty].shape {
            Shape::Scalar(scalar) => flat.values.push(lower_scalar(*scalar, &place.get())),
            Shape::String | Shape::List(_) | Shape::Map(..) => {
                flat.values.push(place.member("ptr").get());
                flat.values.push(place.member("len").get());
            }
            Shape::Record(members) => {
                let members: Vec<_> = members
                    .iter()
                    .map(|m| (place.member(&m.name), m.ty))
                    .collect();
                for (member, ty) in members {
                    self.lower(ty, &member, flat);
                }
            }
            Shape::FixedLengthList(element, length) => {
                let (element, length) = (*element, *length);
                let items = place.member("items");
                for index in 0..length {
                    self.lower(element, &items.element(index), flat);
                }
            }
            Shape::Enum(_) | Shape::Flags(_) => flat.values.push(self.lower_int(ty, &place.get())),
            Shape::Own(_) | Shape::Borrow(_) | Shape::ErrorContext | Shape::Asynchronous => {
                flat.values.push(place.member("__handle").get());
            }
            Shape::Variant(_) if self.is_tag_only(ty) => {
                flat.values.push(place.member("tag").get())
            }
            Shape::Result(..) if self.is_tag_only(ty) => {
                flat.values.push(place.member("is_err").get())
            }
            Shape::Option(_) => {
                let some = place.member("is_some").get();
                let payload = format!("{some} ? {} : NULL", place.member("val").address());
                self.lower_by_function(ty, &payload, flat);
            }
            Shape::Variant(_) | Shape::Result(..) => {
                self.lower_by_function(ty, &place.address(), flat)
            }
            Shape::Alias(_) => {}
        }
    }

    /// Adds the flat values of an option that is a pointer to what is in it, or null.
    pub(crate) fn lower_maybe(&mut self, ty: TypeRef, pointer: &str, flat: &mut Flat<'_>) {
        self.lower_by_function(self.types.behind(ty), pointer, flat);
    }

    fn lower_by_function(&mut self, ty: TypeRef, argument: &str, flat: &mut Flat<'_>) {
        let types = self.types.plan(ty).flat;
        let Some(types) = types.as_deref() else {
            return;
        };
        let function = self.lower_function(ty, types);
        let local = flat.locals.take("flat");
        let result = self.helpers.flat(types, &mut self.types.symbols);
        let _ = writeln!(
            flat.before,
            "const {result} {local} = {function}({argument});"
        );
        flat.values
            .extend((0..types.len()).map(|index| format!("{local}.s{index}")));
    }

    /// The function that makes flat values of a type.
    fn lower_function(&mut self, ty: TypeRef, slots: &[CoreType]) -> String {
        if let Some(known) = self.helpers.known(Role::Lower, ty) {
            return known;
        }
        let name = self.type_function(ty, "lower");
        let result = self.helpers.flat(slots, &mut self.types.symbols);
        let (param, body) = self.lower_body(ty);
        let zeros: Vec<&str> = slots.iter().map(|slot| zero(*slot)).collect();
        let zeros = zeros.join(", ");
        let text = format!(
            "static {result} {name}(const {param} *v) {{\n    {result} f = {{{zeros}}};\n{body}    return f;\n}}\n"
        );
        self.helpers.add(Role::Lower, ty, name.clone(), text);
        name
    }

    /// What the function's parameter points to, and what it does.
    fn lower_body(&mut self, ty: TypeRef) -> (String, String) {
        let plan = self.types.plan(ty);
        let (Kind::Variant(plans) | Kind::Option(plans) | Kind::Result(plans)) = &plan.kind else {
            return (self.types[ty].name.clone(), String::new());
        };
        let place = Place::behind("v");
        match &self.types[ty].shape {
            Shape::Option(some) => {
                let some = *some;
                let text = self.lower_case(1, Some((some, place)), plans, "        ");
                (
                    self.types[some].name.clone(),
                    format!("    if (v) {{\n        f.s0 = 1;\n{text}    }}\n"),
                )
            }
            Shape::Result(ok, err) => {
                let val = place.member("val");
                let ok = ok.map(|ok| (ok, val.member("ok")));
                let err = err.map(|err| (err, val.member("err")));
                let (ok, err) = (
                    self.lower_case(0, ok, plans, "        "),
                    self.lower_case(1, err, plans, "        "),
                );
                let name = self.types[ty].name.clone();
                (
                    name,
                    format!("    f.s0 = v->is_err;\n{}", either("v->is_err", &err, &ok)),
                )
            }
            Shape::Variant(cases) => {
                let val = place.member("val");
                let payload = |name: &str, ty| (ty, val.member(name));
                let payloads: Vec<_> = cases
                    .iter()
                    .map(|case| case.member.as_ref().map(|(name, ty)| payload(name, *ty)))
                    .collect();
                let tag = if plans.tag == Int::U32 {
                    "(int32_t) v->tag"
                } else {
                    "v->tag"
                };
                let mut body = format!("    f.s0 = {tag};\n    switch (v->tag) {{\n");
                for (index, payload) in payloads.into_iter().enumerate() {
                    if payload.is_some() {
                        let text = self.lower_case(index, payload, plans, "        ");
                        let _ =
                            write!(body, "    case {index}: {{\n{text}        break;\n    }}\n");
                    }
                }
                body.push_str("    }\n");
                (self.types[ty].name.clone(), body)
            }
            _ => (self.types[ty].name.clone(), String::new()),
        }
    }

    /// Statements that put a payload into the slots.
    fn lower_case(
        &mut self,
        index: usize,
        payload: Option<(TypeRef, Place)>,
        plans: &Cases,
        indent: &str,
    ) -> String {
        let (Some((ty, place)), Some(case)) = (payload, plans.cases.get(index)) else {
            return String::new();
        };
        let mut scope = Scope::reserving(["v", "f"]);
        let mut flat = Flat::new(&mut scope);
        self.lower(ty, &place, &mut flat);
        let mut text: String = flat
            .before
            .lines()
            .map(|line| format!("{indent}{line}\n"))
            .collect();
        for (slot, (value, &cast)) in flat.values.iter().zip(&*case.casts).enumerate() {
            let value = put(cast, value, &mut self.helpers);
            let _ = writeln!(text, "{indent}f.s{} = {value};", slot + 1);
        }
        text
    }

    /// An enum's or flags' integer as a core value.
    fn lower_int(&self, ty: TypeRef, value: &str) -> String {
        match self.types.plan(ty).kind {
            Kind::Enum(Int::U32, _) | Kind::Flags(Int::U32, _) => format!("(int32_t) {value}"),
            _ => value.to_owned(),
        }
    }

    /// Whether the tag is all that there is to a variant or result.
    pub(crate) fn is_tag_only(&self, ty: TypeRef) -> bool {
        self.types.plan(ty).flat.is_some_and(|flat| flat.len() == 1)
    }

    /// The name of the function that does something with a type in the source file alone.
    pub(crate) fn type_function(&mut self, ty: TypeRef, what: &str) -> String {
        let name = &self.types[ty].name;
        let name = format!("{}_{what}", name.strip_suffix("_t").unwrap_or(name));
        self.types.symbols.take(name)
    }
}

fn lower_scalar(scalar: Scalar, value: &str) -> String {
    match scalar {
        Scalar::U32 | Scalar::Char => format!("(int32_t) {value}"),
        Scalar::U64 => format!("(int64_t) {value}"),
        Scalar::Bool
        | Scalar::U8
        | Scalar::U16
        | Scalar::S8
        | Scalar::S16
        | Scalar::S32
        | Scalar::S64
        | Scalar::F32
        | Scalar::F64 => value.to_owned(),
    }
}

fn zero(ty: CoreType) -> &'static str {
    if ty == CoreType::Pointer { "NULL" } else { "0" }
}

/// An `if` with what is not empty.
pub(crate) fn either(condition: &str, yes: &str, no: &str) -> String {
    match (yes.is_empty(), no.is_empty()) {
        (true, true) => String::new(),
        (false, true) => format!("    if ({condition}) {{\n{yes}    }}\n"),
        (true, false) => format!("    if (!{condition}) {{\n{no}    }}\n"),
        (false, false) => format!("    if ({condition}) {{\n{yes}    }} else {{\n{no}    }}\n"),
    }
}
