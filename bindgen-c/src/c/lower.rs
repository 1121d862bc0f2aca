//! From values of C to flat core values.
//!
//! The parts of a variant, option or result depend on its tag: a function per type makes its flat values. All other
//! types are read where they lie. In memory nothing has to be lowered: C lays structs out as the canonical ABI does.

use crate::c::bits::{put, zero};
use crate::c::code::{Bodies, Code};
use crate::c::context::Context;
use crate::c::helpers::Role;
use crate::c::lvalue::Lvalue;
use crate::c::runtime::Helper;
use crate::c::types::{Payload, Shape, Sum, TypeRef};
use witc_bindgen_core::NameScope;
use witc_canonical_abi::{CoreType, Int, Scalar};

/// Flat values in the making.
pub(crate) struct FlatValues<'s> {
    /// Expressions, one for each flat value.
    pub(crate) values: Vec<String>,
    /// Statements that come before.
    pub(crate) before: Code,
    /// The names that are taken.
    pub(crate) locals: &'s mut NameScope,
}

impl<'s> FlatValues<'s> {
    pub(crate) fn new(locals: &'s mut NameScope) -> Self {
        Self {
            values: Vec::new(),
            before: Code::default(),
            locals,
        }
    }
}

impl<'x, 'a> Context<'x, 'a> {
    /// Adds the flat values of a value; nothing comes back if the type has no flat form, so that the value has to be
    /// passed in memory.
    pub(crate) fn lower(
        &mut self,
        ty: TypeRef,
        location: &Lvalue,
        flat: &mut FlatValues<'_>,
    ) -> Option<()> {
        let types = self.types;
        match &types[ty].shape {
            Shape::Scalar(scalar) => flat.values.push(lower_scalar(*scalar, &location.get())),
            Shape::Enum(int, _) | Shape::Flags(int, _) => {
                flat.values.push(lower_int(*int, &location.get()));
            }
            Shape::String | Shape::List(_) | Shape::Map(_) => {
                flat.values.push(location.member("ptr").get());
                flat.values.push(location.member("len").get());
            }
            Shape::Record(members) => {
                for member in members {
                    self.lower(member.ty, &location.member(&member.name), flat)?;
                }
            }
            Shape::FixedLengthList(element, length) => {
                let items = location.member("items");
                // Written out for each element: they become arguments, of which there are at most 16 (MAX_FLAT_PARAMS).
                for index in 0..*length {
                    self.lower(*element, &items.element(index), flat)?;
                }
            }
            Shape::Own(_) | Shape::Borrow(_) | Shape::ErrorContext => {
                flat.values.push(location.member("__handle").get());
            }
            Shape::Representation(_) => {
                let word = self.helpers.name(Helper::Representation);
                let pointer = location.get();
                flat.values.push(format!("({word}) (intptr_t) {pointer}"));
            }
            Shape::Future(_) | Shape::Stream(_) => {
                flat.values.push(lower_int(Int::U32, &location.get()));
            }
            Shape::Sum(sum) => self.lower_sum(ty, sum, location, flat)?,
            Shape::Alias(target) => self.lower(*target, location, flat)?,
        }
        Some(())
    }

    fn lower_sum(
        &mut self,
        ty: TypeRef,
        sum: &'x Sum<'a>,
        location: &Lvalue,
        flat: &mut FlatValues<'_>,
    ) -> Option<()> {
        let argument = match sum {
            // The slot is the member itself: a function would only hand it on.
            Sum::Variant(..) if self.is_tag_only(ty) => {
                flat.values.push(location.member("tag").get());
                return Some(());
            }
            Sum::Result(..) if self.is_tag_only(ty) => {
                flat.values.push(location.member("is_err").get());
                return Some(());
            }
            Sum::Variant(..) | Sum::Result(..) => location.address(),
            Sum::Option(_) => {
                let some = location.member("is_some").get();
                format!("{some} ? {} : NULL", location.member("val").address())
            }
        };
        self.lower_by_function(ty, sum, &argument, flat)
    }

    /// Adds the flat values of an option that is a pointer to what is in it, or null.
    pub(crate) fn lower_maybe(
        &mut self,
        ty: TypeRef,
        pointer: &str,
        flat: &mut FlatValues<'_>,
    ) -> Option<()> {
        let ty = self.types.dealias(ty);
        let sum = self.types[ty].shape.sum()?;
        self.lower_by_function(ty, sum, pointer, flat)
    }

    fn lower_by_function(
        &mut self,
        ty: TypeRef,
        sum: &'x Sum<'a>,
        argument: &str,
        flat: &mut FlatValues<'_>,
    ) -> Option<()> {
        let slots = self.types.plan(ty).flat?;
        let function = self.lower_function(ty, sum, &slots)?;
        let local = flat.locals.take("flat");
        let result = self.helpers.flat(&slots, &mut self.symbols);
        flat.before
            .line(format!("const {result} {local} = {function}({argument});"));
        let values = (0..slots.len()).map(|index| format!("{local}.s{index}"));
        flat.values.extend(values);
        Some(())
    }

    /// The function that makes flat values of a variant, option or result. That of an option takes a pointer to what is in
    /// it, or null: so a parameter that is such a pointer needs no option first.
    fn lower_function(
        &mut self,
        ty: TypeRef,
        sum: &'x Sum<'a>,
        slots: &[CoreType],
    ) -> Option<String> {
        if let Some(known) = self.helpers.known(Role::Lower, ty) {
            return Some(known);
        }
        let name = self.type_function(ty, "lower");
        let result = self.helpers.flat(slots, &mut self.symbols);
        // A case may use fewer slots than there are: the rest is 0 in the ABI (`lower_flat_variant`), not
        // indeterminate.
        let zeros: Vec<&str> = slots.iter().copied().map(zero).collect();
        let mut body = Code::default();
        body.line(format!("{result} f = {{{}}};", zeros.join(", ")));
        let param = match sum {
            Sum::Option(some) => some.ty,
            Sum::Variant(..) | Sum::Result(..) => ty,
        };
        body.append(self.lower_body(sum)?);
        body.line("return f;");
        let param = self.type_name(param);
        let head = format!("static {result} {name}(const {param} *v)");
        self.helpers
            .add(Role::Lower, ty, name.clone(), &head, &body);
        Some(name)
    }

    /// Statements that fill the slots of `f` from the value that `v` points to.
    fn lower_body(&mut self, sum: &'x Sum<'a>) -> Option<Code> {
        let value = Lvalue::pointee("v");
        let val = value.member("val");
        let mut body = Code::default();
        match sum {
            Sum::Option(some) => {
                let mut then = Code::from("f.s0 = 1;".to_owned());
                then.append(self.lower_case(some, &value)?);
                body.branch("v", then, Code::default());
            }
            Sum::Result(ok, err) => {
                body.line("f.s0 = v->is_err;");
                let mut part = |payload: &Option<Payload<'_>>, name: &str| match payload {
                    Some(payload) => self.lower_case(payload, &val.member(name)),
                    None => Some(Code::default()),
                };
                let (ok, err) = (part(ok, "ok")?, part(err, "err")?);
                body.branch("v->is_err", err, ok);
            }
            Sum::Variant(tag, cases) => {
                body.line(format!("f.s0 = {};", lower_int(*tag, "v->tag")));
                let mut bodies = Vec::new();
                for (index, case) in cases.iter().enumerate() {
                    if let Some((name, payload)) = &case.member {
                        bodies.push((index, self.lower_case(payload, &val.member(name))?));
                    }
                }
                // In braces: a payload that is a variant itself declares a variable, which C before C23 forbids after a
                // label.
                body.switch("v->tag", bodies, Bodies::Braced);
            }
        }
        Some(body)
    }

    /// Statements that put a payload into the slots.
    fn lower_case(&mut self, payload: &Payload<'_>, location: &Lvalue) -> Option<Code> {
        // Each case is a block of the function, which sees nothing but its parameter and its result.
        let mut scope = NameScope::reserving(["v", "f"]);
        let mut flat = FlatValues::new(&mut scope);
        self.lower(payload.ty, location, &mut flat)?;
        let FlatValues { values, before, .. } = flat;
        let mut code = before;
        for (index, (value, &cast)) in values.iter().zip(payload.casts).enumerate() {
            let value = put(cast, value, &mut self.helpers);
            // Slot 0 is the tag.
            code.line(format!("f.s{} = {value};", index + 1));
        }
        Some(code)
    }

    /// Whether the tag is all that there is to a variant or result.
    pub(crate) fn is_tag_only(&self, ty: TypeRef) -> bool {
        self.types.plan(ty).flat.is_some_and(|flat| flat.len() == 1)
    }
}

/// An integer as a core value. One of 32 bits is cast: compilers warn where its sign changes.
fn lower_int(int: Int, value: &str) -> String {
    match int {
        Int::U8 | Int::U16 => value.to_owned(),
        Int::U32 => format!("(int32_t) {value}"),
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
