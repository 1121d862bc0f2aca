//! Lowering: from Rust values, which stay where they are, to flat values and memory.

use crate::code::{At, Coder, Place, atom, bytes, core_type, put_in, zero};
use crate::context::Context;
use crate::helpers::{Helper, Helpers, Op};
use crate::ty::{Mode, Style};
use crate::types::{case_names, field_names};
use witc_bindgen_core::{ModuleId, Scope, Source};
use witc_canonical_abi::{Bytes, Case, Cases, Kind, Scalar};
use witc_resolve::{Type, TypeDefKind};

/// Writes a helper that lowers.
pub(crate) fn write(
    cx: &Context<'_>,
    helpers: &mut Helpers,
    helper: Helper,
    name: &str,
    source: &mut Source,
) {
    let scope = Scope::reserving(["v", "p", "s", "e"]);
    let Helper {
        op,
        module,
        ty,
        mode,
    } = helper;
    let mut coder = Coder {
        cx,
        helpers,
        module,
        scope,
        scratch: "s",
        borrows: "",
        statements: Vec::new(),
    };
    let scratch = if cx.needs_scratch(ty) {
        ", s: &_rt::Scratch"
    } else {
        ""
    };
    let place = Place::reference("v", mode);
    let view = coder.view(ty, mode);
    let plan = cx.plan(ty);
    let (head, body) = match op {
        Op::Lower => (
            format!("(v: {view}, p: *mut u8{scratch})"),
            coder.store_body(&place, ty),
        ),
        Op::LowerFlat => {
            let types: Vec<_> = plan
                .flat
                .iter()
                .flat_map(|flat| flat.iter())
                .map(|&ty| core_type(ty))
                .collect();
            (
                format!("(v: {view}{scratch}) -> ({})", types.join(", ")),
                coder.flat_body(&place, ty),
            )
        }
        _ => (
            format!("(v: {view}{scratch}) -> (*mut u8, usize)"),
            coder.list_body(&place, ty),
        ),
    };
    source.block(format!("pub(crate) unsafe fn {name}{head}"), "", |source| {
        source.block("unsafe", "", |source| source.lines(body));
    });
}

impl Coder<'_, '_> {
    /// The type of the parameter of a helper: a reference to the value.
    fn view(&self, ty: Type, mode: Mode) -> String {
        let cx = self.cx;
        if let Type::Id(id) = cx.resolve.dealias(ty)
            && let TypeDefKind::List(element) = cx.resolve.types[id].kind
        {
            return format!(
                "&[{}]",
                cx.ty(
                    self.module,
                    element,
                    cx.part_mode(self.module, element, mode)
                )
            );
        }
        let mode = if mode.style == Style::Owned {
            cx.owned_mode(self.module, ty)
        } else {
            mode
        };
        let text = cx.ty(self.module, ty, mode);
        if text.starts_with('&') {
            text
        } else {
            format!("&{text}")
        }
    }

    /// The mode of a helper for a value in a mode: references to owned values are those to any other.
    fn helper_mode(&self, ty: Type, mode: Mode) -> Mode {
        self.cx.helper_mode(self.module, ty, mode)
    }

    fn call(&mut self, op: Op, place: &Place, ty: Type) -> String {
        let mode = self.helper_mode(ty, place.mode);
        self.helpers.call(self.cx, op, self.module, ty, mode)
    }

    fn scratch_argument(&self, ty: Type) -> String {
        if self.cx.needs_scratch(ty) {
            format!(", {}", self.scratch)
        } else {
            String::new()
        }
    }

    /// Writes a value to memory, as statements.
    pub(crate) fn store(&mut self, place: &Place, ty: Type, at: At<'_>) {
        let cx = self.cx;
        let place = &cx.settled(ty, place);
        let plan = cx.plan(ty);
        let statement = match &plan.kind {
            _ if cx.is_plain(ty) => {
                let owned = cx.owned(self.module, ty);
                format!("{} = {};", at.of(&owned), place.copied())
            }
            Kind::Enum(tag, _) => format!(
                "{} = {} as {};",
                at.of(crate::types::int(*tag)),
                place.copied(),
                crate::types::int(*tag)
            ),
            Kind::Flags(bits, _) => format!(
                "{} = {}.bits();",
                at.of(crate::types::int(*bits)),
                place.base()
            ),
            Kind::String if cx.options.raw_strings => {
                format!(
                    "_rt::put({}, _rt::lower_slice({}));",
                    at.text(),
                    place.borrowed()
                )
            }
            Kind::String => {
                format!(
                    "_rt::put({}, _rt::lower_slice({}.as_bytes()));",
                    at.text(),
                    place.base()
                )
            }
            Kind::List(_) | Kind::Map(_) => {
                format!("_rt::put({}, {});", at.text(), self.slice(place, ty))
            }
            Kind::Own(_) => format!("{} = {}.take_handle();", at.of("u32"), place.base()),
            Kind::Borrow(_) => format!("{} = {}.handle();", at.of("u32"), place.base()),
            Kind::Tuple(fields) => {
                for (index, (field, ty)) in fields.iter().zip(self.parts(ty)).enumerate() {
                    let mode = cx.payload_mode(self.module, ty, place.mode);
                    let part = Place::value(format!("{}.{index}", place.base()), mode);
                    self.store(&part, ty, at.plus(field.offset));
                }
                return;
            }
            _ => {
                let helper = self.call(Op::Lower, place, ty);
                format!(
                    "{helper}({}, {}{});",
                    place.borrowed(),
                    at.text(),
                    self.scratch_argument(ty)
                )
            }
        };
        self.statements.push(statement);
    }

    /// The pointer and the length of a list or map, as one expression.
    fn slice(&mut self, place: &Place, ty: Type) -> String {
        if !self.cx.needs_scratch(ty) {
            return format!("_rt::lower_slice({})", place.borrowed());
        }
        let helper = self.call(Op::LowerList, place, ty);
        format!(
            "{helper}({}{})",
            place.borrowed(),
            self.scratch_argument(ty)
        )
    }

    /// The flat values of a value.
    pub(crate) fn flatten(&mut self, place: &Place, ty: Type, flat: &mut Vec<String>) {
        let cx = self.cx;
        let place = &cx.settled(ty, place);
        let plan = cx.plan(ty);
        match &plan.kind {
            Kind::Scalar(scalar) => flat.push(scalar_to_core(*scalar, &place.copied())),
            Kind::Enum(..) => flat.push(format!("{} as i32", place.copied())),
            Kind::Flags(..) => flat.push(format!("{}.bits() as i32", place.base())),
            Kind::String => {
                flat.push(format!("{}.as_ptr().cast_mut()", place.base()));
                flat.push(format!("{}.len()", place.base()));
            }
            Kind::List(_) if !cx.needs_scratch(ty) => {
                flat.push(format!("{}.as_ptr().cast_mut().cast::<u8>()", place.base()));
                flat.push(format!("{}.len()", place.base()));
            }
            Kind::List(_) | Kind::Map(_) => {
                let slice = self.slice(place, ty);
                self.bind(2, slice, flat);
            }
            Kind::Own(_) => flat.push(format!("{}.take_handle() as i32", place.base())),
            Kind::Borrow(_) => flat.push(format!("{}.handle() as i32", place.base())),
            Kind::Tuple(fields) => {
                for (index, ty) in self.parts(ty).into_iter().enumerate().take(fields.len()) {
                    let mode = cx.payload_mode(self.module, ty, place.mode);
                    self.flatten(
                        &Place::value(format!("{}.{index}", place.base()), mode),
                        ty,
                        flat,
                    );
                }
            }
            Kind::FixedLengthList(element, length) => {
                let ty = element.ty;
                let mode = cx.part_mode(self.module, ty, place.mode);
                for index in 0..*length {
                    self.flatten(
                        &Place::value(format!("{}[{index}]", place.base()), mode),
                        ty,
                        flat,
                    );
                }
            }
            _ => {
                let helper = self.call(Op::LowerFlat, place, ty);
                let call = format!(
                    "{helper}({}{})",
                    place.borrowed(),
                    self.scratch_argument(ty)
                );
                let count = plan.flat.map_or(0, |flat| flat.len());
                if count == 1 {
                    flat.push(call)
                } else {
                    self.bind(count, call, flat)
                }
            }
        }
    }

    /// Binds the parts of a tuple to names.
    fn bind(&mut self, count: usize, tuple: String, flat: &mut Vec<String>) {
        let names: Vec<_> = (0..count).map(|_| self.fresh()).collect();
        self.statements
            .push(format!("let ({}) = {tuple};", names.join(", ")));
        flat.extend(names);
    }

    /// A name for a variable.
    pub(crate) fn fresh(&mut self) -> String {
        let name = (0..)
            .map(|index| format!("a{index}"))
            .find(|name| !self.scope.has(name));
        self.scope.take(name.unwrap_or_default())
    }

    /// The types of the parts of a record or tuple, as they are declared.
    pub(crate) fn parts(&self, ty: Type) -> Vec<Type> {
        let Type::Id(id) = self.cx.resolve.dealias(ty) else {
            return Vec::new();
        };
        match &self.cx.resolve.types[id].kind {
            TypeDefKind::Record(record) => record.fields.iter().map(|field| field.ty).collect(),
            TypeDefKind::Tuple(tuple) => tuple.types.to_vec(),
            _ => Vec::new(),
        }
    }

    /// The payloads of a variant, option or result, as they are declared.
    pub(crate) fn payloads(&self, ty: Type) -> Vec<Option<Type>> {
        let Type::Id(id) = self.cx.resolve.dealias(ty) else {
            return Vec::new();
        };
        match &self.cx.resolve.types[id].kind {
            TypeDefKind::Variant(variant) => variant.cases.iter().map(|case| case.ty).collect(),
            TypeDefKind::Option(ty) => vec![None, Some(*ty)],
            TypeDefKind::Result(result) => vec![result.ok, result.err],
            _ => Vec::new(),
        }
    }

    /// The patterns for the cases of a variant, option or result, up to the payload.
    pub(crate) fn patterns(&self, ty: Type, mode: Mode) -> Vec<String> {
        let prelude = |name| self.cx.prelude(self.module, name);
        let Type::Id(id) = self.cx.resolve.dealias(ty) else {
            return Vec::new();
        };
        match &self.cx.resolve.types[id].kind {
            TypeDefKind::Option(_) => vec![prelude("None"), prelude("Some")],
            TypeDefKind::Result(_) => vec![prelude("Ok"), prelude("Err")],
            TypeDefKind::Variant(variant) => {
                let path = self.cx.nominal(self.module, ty, mode);
                let names = case_names(variant.cases.iter().map(|case| case.name.as_str()));
                names
                    .into_iter()
                    .map(|name| format!("{path}::{name}"))
                    .collect()
            }
            TypeDefKind::Enum(en) => {
                let path = self.cx.nominal(self.module, ty, mode);
                let names = case_names(en.cases.iter().map(|case| case.name.as_str()));
                names
                    .into_iter()
                    .map(|name| format!("{path}::{name}"))
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// The body of a helper that writes `v` to `p`.
    fn store_body(&mut self, place: &Place, ty: Type) -> String {
        let cx = self.cx;
        let at = At {
            pointer: "p",
            offset: Bytes::ZERO,
        };
        match &cx.plan(ty).kind {
            Kind::Record(fields) => {
                for ((field, name), ty) in fields
                    .iter()
                    .zip(self.record_fields(ty))
                    .zip(self.parts(ty))
                {
                    let mode = cx.part_mode(self.module, ty, place.mode);
                    self.store(
                        &Place::value(format!("v.{name}"), mode),
                        ty,
                        at.plus(field.offset),
                    );
                }
                self.statements.join("\n")
            }
            Kind::FixedLengthList(element, _) => {
                let ty = element.ty;
                let mode = cx.part_mode(self.module, ty, place.mode);
                let pointer = format!(
                    "p.add(i * {})",
                    atom(&bytes(cx.plans[element.plan].layout.size))
                );
                self.store(
                    &Place::reference("e", mode),
                    ty,
                    At {
                        pointer: &pointer,
                        offset: Bytes::ZERO,
                    },
                );
                format!(
                    "for (i, e) in v.iter().enumerate() {{\n{}\n}}",
                    indent(&self.statements.join("\n"))
                )
            }
            Kind::Variant(cases) | Kind::Option(cases) | Kind::Result(cases) => {
                self.store_arms(place, ty, cases, Self::store)
            }
            _ => String::new(),
        }
    }

    /// The body of a helper that gives the flat values of `v`.
    fn flat_body(&mut self, place: &Place, ty: Type) -> String {
        let cx = self.cx;
        let Some(slots) = cx.plan(ty).flat else {
            return String::new();
        };
        match &cx.plan(ty).kind {
            Kind::Record(_) => {
                let mut flat = Vec::new();
                for (name, ty) in self.record_fields(ty).into_iter().zip(self.parts(ty)) {
                    let mode = cx.part_mode(self.module, ty, place.mode);
                    self.flatten(&Place::value(format!("v.{name}"), mode), ty, &mut flat);
                }
                self.statements.push(tuple(&flat));
                std::mem::take(&mut self.statements).join("\n")
            }
            Kind::Variant(cases) | Kind::Option(cases) | Kind::Result(cases) => {
                self.arms(place, ty, cases, |coder, index, case, payload| {
                    let mut flat = vec![index.to_string()];
                    if let Some((place, ty)) = payload {
                        let mut values = Vec::new();
                        coder.flatten(place, ty, &mut values);
                        flat.extend(
                            case.casts
                                .iter()
                                .zip(values)
                                .map(|(&cast, value)| put_in(cast, &value)),
                        );
                    }
                    flat.extend(slots[flat.len()..].iter().map(|&ty| zero(ty).to_owned()));
                    coder.statements.push(tuple(&flat));
                    std::mem::take(&mut coder.statements).join("\n")
                })
            }
            _ => String::new(),
        }
    }

    /// A `match` over the cases of `v` that writes it to `p`.
    pub(crate) fn store_arms(
        &mut self,
        place: &Place,
        ty: Type,
        cases: &Cases,
        mut store: impl FnMut(&mut Self, &Place, Type, At<'_>),
    ) -> String {
        let at = At {
            pointer: "p",
            offset: Bytes::ZERO,
        };
        self.arms(place, ty, cases, |coder, index, case, payload| {
            let tag = at.of(crate::types::int(cases.tag));
            let mut statements = vec![format!("{tag} = {index};")];
            if let (Some(_), Some((place, ty))) = (case.payload, payload) {
                store(coder, place, ty, at.plus(cases.payload_offset));
            }
            statements.append(&mut coder.statements);
            statements.join("\n")
        })
    }

    /// A `match` over the cases of `v`.
    fn arms(
        &mut self,
        place: &Place,
        ty: Type,
        cases: &Cases,
        mut arm: impl FnMut(&mut Self, usize, &Case, Option<(&Place, Type)>) -> String,
    ) -> String {
        let patterns = self.patterns(ty, place.mode);
        let named = matches!(self.cx.plan(ty).kind, Kind::Variant(_));
        let mut text = String::from("match v {\n");
        let payloads = self.payloads(ty);
        for (index, ((case, pattern), payload)) in
            cases.cases.iter().zip(patterns).zip(payloads).enumerate()
        {
            let scope = self.scope.clone();
            let payload = payload.map(|ty| {
                let mode = if named {
                    self.cx.part_mode(self.module, ty, place.mode)
                } else {
                    self.cx.payload_mode(self.module, ty, place.mode)
                };
                (Place::reference("e", mode), ty)
            });
            let is_result = matches!(self.cx.plan(ty).kind, Kind::Result(_));
            let binding = match &payload {
                Some(_) => "(e)",
                None if is_result => "(())",
                None => "",
            };
            let body = arm(
                self,
                index,
                case,
                payload.as_ref().map(|(place, ty)| (place, *ty)),
            );
            self.scope = scope;
            text.push_str(&indent(&format!("{pattern}{binding} => {}", block(&body))));
            text.push('\n');
        }
        text.push('}');
        text
    }

    /// The body of a helper that gives pointer and length of `v`.
    fn list_body(&mut self, place: &Place, ty: Type) -> String {
        let cx = self.cx;
        let at = At {
            pointer: "p",
            offset: Bytes::ZERO,
        };
        match &cx.plan(ty).kind {
            Kind::List(element) => {
                let layout = cx.plans[element.plan].layout;
                let ty = element.ty;
                let mode = cx.part_mode(self.module, ty, place.mode);
                self.store(&Place::reference("e", mode), ty, at);
                let s = if cx.needs_scratch(ty) { "s" } else { "_" };
                let closure = self.closure(&format!("e, p, {s}"));
                let (size, align) = (bytes(layout.size), bytes(layout.align));
                format!("_rt::lower_list(v, v.len(), {size}, {align}, s, {closure})")
            }
            Kind::Map(entry) => {
                let (key, value) = self.entry(ty);
                let (Some(key), Some(value)) = (key, value) else {
                    return String::new();
                };
                let modes = [key, value].map(|ty| cx.part_mode(self.module, ty, place.mode));
                self.store(
                    &Place::reference("k", modes[0]),
                    key,
                    at.plus(entry.key.offset),
                );
                self.store(
                    &Place::reference("e", modes[1]),
                    value,
                    at.plus(entry.value.offset),
                );
                let s = if cx.needs_scratch(key) || cx.needs_scratch(value) {
                    "s"
                } else {
                    "_"
                };
                let closure = self.closure(&format!("(k, e), p, {s}"));
                let (size, align) = (bytes(entry.layout.size), bytes(entry.layout.align));
                format!(
                    "_rt::lower_list(v, _rt::WitMap::wit_map_len(v), {size}, {align}, s, {closure})"
                )
            }
            _ => String::new(),
        }
    }

    /// A closure of the statements that are there.
    pub(crate) fn closure(&mut self, params: &str) -> String {
        let body = std::mem::take(&mut self.statements);
        match body.as_slice() {
            [one] => format!("|{params}| {}", one.trim_end_matches(';')),
            _ => format!("|{params}| {{\n{}\n}}", indent(&body.join("\n"))),
        }
    }

    /// The key and the value of a map.
    pub(crate) fn entry(&self, ty: Type) -> (Option<Type>, Option<Type>) {
        let Type::Id(id) = self.cx.resolve.dealias(ty) else {
            return (None, None);
        };
        match self.cx.resolve.types[id].kind {
            TypeDefKind::Map(key, value) => (Some(key), Some(value)),
            _ => (None, None),
        }
    }

    /// The names of the fields of a record.
    pub(crate) fn record_fields(&self, ty: Type) -> Vec<String> {
        let Type::Id(id) = self.cx.resolve.dealias(ty) else {
            return Vec::new();
        };
        match &self.cx.resolve.types[id].kind {
            TypeDefKind::Record(record) => field_names(&record.fields),
            _ => Vec::new(),
        }
    }
}

impl Context<'_> {
    /// Whether lowering a value of a type writes lists or maps anew.
    pub(crate) fn needs_scratch(&self, ty: Type) -> bool {
        self.scratch[self.plan_id(ty).index()]
    }

    /// A place as what it is: what a reference to a named type points to owns what it holds.
    fn settled(&self, ty: Type, place: &Place) -> Place {
        if self.is_reference(ty, place.mode) {
            place.behind_reference(Mode::OWNED)
        } else {
            place.clone()
        }
    }

    /// Whether a type in this mode is a reference to an owned value, as named types are of which only the top is borrowed.
    pub(crate) fn is_reference(&self, ty: Type, mode: Mode) -> bool {
        let named = matches!(ty, Type::Id(id) if self.resolve.types[id].name().is_some());
        named && mode.style == Style::Top && mode.lifetime.is_some()
    }

    /// The mode in which a helper takes a value: a reference to an owned value is one, wherever it came from.
    pub(crate) fn helper_mode(&self, module: ModuleId, ty: Type, mode: Mode) -> Mode {
        if self.borrows_differently(module, ty, mode) {
            mode.elided()
        } else {
            Mode::OWNED
        }
    }

    /// Whether what is behind a reference to a value in this mode is something else than an owned value.
    fn borrows_differently(&self, module: ModuleId, ty: Type, mode: Mode) -> bool {
        let Type::Id(id) = ty else { return false };
        if mode.lifetime.is_none() || mode.style == Style::Owned {
            return false;
        }
        let differs =
            |ty: Type, mode: Mode| self.ty(module, ty, mode.elided()) != self.owned(module, ty);
        let part = |ty: Type| differs(ty, self.part_mode(module, ty, mode));
        match self.resolve.types[self.resolve.definition(id)].kind {
            TypeDefKind::List(ty) => part(ty),
            TypeDefKind::Map(key, value) => part(key) || part(value),
            _ if self.resolve.types[id].name().is_some() && mode.style == Style::Top => false,
            _ => differs(ty, mode),
        }
    }

    /// The path of a declared type, for its constructor, its cases, its patterns.
    pub(crate) fn nominal(&self, module: ModuleId, ty: Type, mode: Mode) -> String {
        let Type::Id(id) = ty else {
            return String::new();
        };
        let (view, id) = self.through(module, id);
        let suffix = match mode.style {
            _ if !self.twice(view, id) => "",
            Style::Owned | Style::Top => "Result",
            Style::Borrowed => "Param",
        };
        self.path_of(module, view, id, suffix)
    }
}

/// The flat value of a scalar.
fn scalar_to_core(scalar: Scalar, value: &str) -> String {
    match scalar {
        Scalar::F32 | Scalar::F64 | Scalar::S32 | Scalar::S64 => value.to_owned(),
        Scalar::U64 => format!("{value} as i64"),
        _ => format!("{value} as i32"),
    }
}

/// One value, or several in parentheses.
fn tuple(values: &[String]) -> String {
    match values {
        [one] => one.clone(),
        _ => format!("({})", values.join(", ")),
    }
}

/// Statements in braces, or one expression without.
fn block(body: &str) -> String {
    if body.is_empty() {
        "{}".to_owned()
    } else if !body.contains('\n') && !body.ends_with(';') {
        format!("{body},")
    } else {
        format!("{{\n{}\n}}", indent(body))
    }
}

/// Lines, one level deeper.
pub(crate) fn indent(text: &str) -> String {
    text.lines()
        .map(|line| {
            if line.is_empty() {
                String::new()
            } else {
                format!("    {line}")
            }
        })
        .collect::<Vec<_>>()
        .join("\n")
}
