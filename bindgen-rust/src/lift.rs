//! Lifting: from flat values and memory to Rust values, which own what they hold from then on.

use crate::code::{At, Coder, atom, bytes, core_type, take_out};
use crate::context::Context;
use crate::helpers::{Helper, Helpers, Op};
use crate::ty::{Mode, Style};
use crate::types::int;
use witc_bindgen_core::{ModuleId, Scope, Source};
use witc_canonical_abi::{Bytes, Cases, Field, Kind, Plan, PointerWidth, ResourceUse, Scalar};
use witc_resolve::{Direction, Type, TypeId, WorldItem};

/// Writes a helper that lifts.
pub(crate) fn write(
    cx: &Context<'_>,
    helpers: &mut Helpers,
    helper: Helper,
    name: &str,
    source: &mut Source,
) {
    let Helper { op, module, ty, .. } = helper;
    let scope = Scope::reserving(["p", "n", "b", "o"]);
    let mut coder = Coder {
        cx,
        helpers,
        module,
        scope,
        scratch: "",
        borrows: "b",
        statements: Vec::new(),
    };
    let lends = cx.lends(module, ty);
    let plan = cx.plan(ty);
    let (params, body) = match op {
        Op::Lift => ("p: *mut u8".to_owned(), coder.load_body(ty)),
        Op::LiftFlat => {
            let types: Vec<_> = plan
                .flat
                .iter()
                .flat_map(|flat| flat.iter().copied())
                .collect();
            let names: Vec<_> = (0..types.len()).map(|index| format!("a{index}")).collect();
            let params = names
                .iter()
                .zip(types)
                .map(|(name, ty)| format!("{name}: {}", core_type(ty)));
            (
                params.collect::<Vec<_>>().join(", "),
                coder.unflatten_body(ty, &names),
            )
        }
        _ => ("p: *mut u8, n: usize".to_owned(), coder.list_lift_body(ty)),
    };
    // Borrowed handles have a lifetime that the caller knows; those of imported resources are dropped at its end.
    let borrows = plan.facts.borrows;
    let owned = cx.ty(
        module,
        ty,
        cx.mode(module, ty, Style::Owned, if borrows { "'b" } else { "'_" }),
    );
    let generics = if borrows { "<'b>" } else { "" };
    // A record is written to where it goes, field by field: large values are not moved about.
    let (params, result) = match (op, &plan.kind) {
        (Op::Lift, Kind::Record(_)) => (format!("{params}, o: *mut {owned}"), String::new()),
        _ => (params, format!(" -> {owned}")),
    };
    let params = if lends {
        format!("{params}, b: &'b _rt::Borrows")
    } else {
        params
    };
    source.block(
        format!("pub(crate) unsafe fn {name}{generics}({params}){result}"),
        "",
        |source| {
            source.block("unsafe", "", |source| source.lines(body));
        },
    );
}

impl Coder<'_, '_> {
    fn lift_call(&mut self, op: Op, ty: Type, arguments: &str) -> String {
        let helper = self.helpers.call(self.cx, op, self.module, ty, Mode::OWNED);
        let borrows = if self.cx.lends(self.module, ty) {
            format!(", {}", self.borrows)
        } else {
            String::new()
        };
        format!("{helper}({arguments}{borrows})")
    }

    /// An expression for the value in memory.
    pub(crate) fn load(&mut self, ty: Type, at: At<'_>) -> String {
        let cx = self.cx;
        match &cx.plan(ty).kind {
            Kind::Scalar(Scalar::Bool) => format!("{} != 0", at.of("u8")),
            Kind::Scalar(Scalar::Char) => format!("_rt::char({})", at.of("u32")),
            _ if cx.is_plain(ty) => at.of(&cx.owned(self.module, ty)),
            Kind::Enum(tag, _) => {
                let value = at.of(int(*tag));
                self.lift_call(Op::LiftFlat, ty, &format!("{value} as i32"))
            }
            Kind::Flags(bits, _) => self.flags(ty, &at.of(int(*bits))),
            Kind::String if cx.options.raw_strings => format!("_rt::load_vec({})", at.text()),
            Kind::String => format!("_rt::load_string({})", at.text()),
            Kind::List(element) if cx.is_plain(element.ty) => {
                format!("_rt::load_vec({})", at.text())
            }
            Kind::List(_) | Kind::Map(_) => {
                let at = at.text();
                self.lift_call(
                    Op::LiftList,
                    ty,
                    &format!("_rt::pointer({at}), _rt::length({at})"),
                )
            }
            Kind::Own(_) => self.handle(ty, &at.of("u32")),
            Kind::Borrow(resource) => self.borrow(*resource, &at.of("u32")),
            Kind::Tuple(fields) => {
                let parts = self.parts(ty);
                let values: Vec<_> = fields
                    .iter()
                    .zip(parts)
                    .map(|(field, ty)| self.load(ty, at.plus(field.offset)))
                    .collect();
                rust_tuple(&values)
            }
            Kind::Record(_) => {
                let call = self.lift_call(Op::Lift, ty, &format!("{}, o", at.text()));
                format!("_rt::lifted(|o| {call})")
            }
            _ => self.lift_call(Op::Lift, ty, &at.text()),
        }
    }

    /// Statements that write the value in memory to a place.
    fn load_into(&mut self, ty: Type, at: At<'_>, to: &str) {
        let cx = self.cx;
        let pointer = to
            .strip_prefix('*')
            .map_or_else(|| format!("&raw mut {to}"), str::to_owned);
        let statement = match &cx.plan(ty).kind {
            Kind::Scalar(_) => format!("{to} = {};", self.load(ty, at)),
            Kind::Record(fields) if cx.is_plain(ty) && moves_in_parts(cx.plan(ty), fields) => {
                let names = self.record_fields(ty);
                for ((field, name), ty) in fields.iter().zip(names).zip(self.parts(ty)) {
                    self.load_into(ty, at.plus(field.offset), &format!("{to}.{name}"));
                }
                return;
            }
            _ if cx.is_plain(ty) => format!("{to} = {};", self.load(ty, at)),
            Kind::Tuple(fields) => {
                let base = to
                    .strip_prefix('*')
                    .map_or_else(|| to.to_owned(), |pointer| format!("(*{pointer})"));
                for (index, (field, ty)) in fields.iter().zip(self.parts(ty)).enumerate() {
                    self.load_into(ty, at.plus(field.offset), &format!("{base}.{index}"));
                }
                return;
            }
            Kind::Record(_) => {
                let call = self.lift_call(Op::Lift, ty, &format!("{}, {pointer}", at.text()));
                format!("{call};")
            }
            _ => format!("{}.write({});", atom(&pointer), self.load(ty, at)),
        };
        self.statements.push(statement);
    }

    /// An expression for the value that flat values stand for.
    pub(crate) fn unflatten(&mut self, ty: Type, flat: &[String]) -> String {
        let cx = self.cx;
        let [first, rest @ ..] = flat else {
            return String::new();
        };
        match &cx.plan(ty).kind {
            Kind::Scalar(scalar) => scalar_from_core(*scalar, first),
            Kind::Enum(tag, _) if cx.is_plain(ty) => {
                format!(
                    "_rt::transmute::<{}, {}>({first} as {})",
                    int(*tag),
                    cx.owned(self.module, ty),
                    int(*tag)
                )
            }
            Kind::Flags(bits, _) => self.flags(ty, &format!("{first} as {}", int(*bits))),
            Kind::String | Kind::List(_) | Kind::Map(_) => {
                let length = rest.first().map_or("", String::as_str);
                let arguments = format!("{first}, {length}");
                match &cx.plan(ty).kind {
                    Kind::String if !cx.options.raw_strings => format!("_rt::string({arguments})"),
                    Kind::String => format!("_rt::vec({arguments})"),
                    Kind::List(element) if cx.is_plain(element.ty) => {
                        format!("_rt::vec({arguments})")
                    }
                    _ => self.lift_call(Op::LiftList, ty, &arguments),
                }
            }
            Kind::Own(_) => self.handle(ty, &format!("{first} as u32")),
            Kind::Borrow(resource) => self.borrow(*resource, &format!("{first} as u32")),
            Kind::Tuple(fields) => {
                let parts = self.parts(ty);
                let values: Vec<_> = fields
                    .iter()
                    .zip(parts)
                    .map(|(field, ty)| self.unflatten(ty, slots(cx.plan(ty), flat, field.slot)))
                    .collect();
                rust_tuple(&values)
            }
            Kind::FixedLengthList(element, length) => {
                let ty = element.ty;
                let width = cx.plan(ty).flat.map_or(1, |flat| flat.len());
                let values: Vec<_> = (0..*length as usize)
                    .map(|index| self.unflatten(ty, slots(cx.plan(ty), flat, index * width)))
                    .collect();
                format!("[{}]", values.join(", "))
            }
            _ => self.lift_call(Op::LiftFlat, ty, &flat.join(", ")),
        }
    }

    fn flags(&self, ty: Type, bits: &str) -> String {
        let Type::Id(id) = ty else {
            return String::new();
        };
        format!(
            "{}::from_bits_retain({bits})",
            self.cx.type_path(self.module, id, "")
        )
    }

    fn handle(&self, ty: Type, handle: &str) -> String {
        format!("{}::from_handle({handle})", self.cx.owned(self.module, ty))
    }

    /// A borrowed handle: of an exported resource it is the representation; of an imported one a handle that is to be
    /// dropped before the export returns.
    fn borrow(&self, resource: ResourceUse, handle: &str) -> String {
        let named = resource.named;
        if self.cx.is_exported_resource(self.module, named) {
            let path = self.cx.borrow_path(self.module, named);
            format!("{path}::lift(_rt::from_exposed(({handle}) as usize))")
        } else {
            let path = self.cx.type_path(self.module, named, "");
            format!("{}.lend({path}::from_handle({handle}))", self.borrows)
        }
    }

    /// The body of a helper that reads from `p`.
    fn load_body(&mut self, ty: Type) -> String {
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
                    self.load_into(ty, at.plus(field.offset), &format!("(*o).{name}"));
                }
                std::mem::take(&mut self.statements).join("\n")
            }
            Kind::FixedLengthList(element, _) => {
                let size = bytes(cx.plans[element.plan].layout.size);
                let ty = element.ty;
                let value = self.load(ty, at);
                format!("_rt::lift_array(p, {size}, |p| {value})")
            }
            Kind::Variant(cases) | Kind::Option(cases) | Kind::Result(cases) => {
                let at = at.plus(cases.payload_offset);
                let tag = At {
                    pointer: "p",
                    offset: Bytes::ZERO,
                }
                .of(int(cases.tag));
                self.cases(ty, cases, &tag, |coder, ty, _| coder.load(ty, at))
            }
            _ => String::new(),
        }
    }

    /// The body of a helper that takes the flat values of these names.
    fn unflatten_body(&mut self, ty: Type, names: &[String]) -> String {
        let cx = self.cx;
        match &cx.plan(ty).kind {
            Kind::Record(fields) => {
                let parts = self.parts(ty);
                let values = fields
                    .iter()
                    .zip(parts)
                    .map(|(field, ty)| self.unflatten(ty, slots(cx.plan(ty), names, field.slot)))
                    .collect();
                self.literal(ty, values)
            }
            Kind::Variant(cases) | Kind::Option(cases) | Kind::Result(cases) => {
                self.cases(ty, cases, "a0", |coder, ty, index| {
                    let casts = cases.cases[index].casts.iter();
                    let values: Vec<_> = casts
                        .zip(&names[1..])
                        .map(|(&cast, name)| take_out(cast, name))
                        .collect();
                    coder.unflatten(ty, &values)
                })
            }
            Kind::Enum(..) => {
                let patterns = self.patterns(ty, Mode::OWNED);
                let last = patterns.len().saturating_sub(1);
                let arms = patterns.iter().enumerate().map(|(index, pattern)| {
                    let number = if index == last {
                        "_".to_owned()
                    } else {
                        index.to_string()
                    };
                    format!("    {number} => {pattern},\n")
                });
                format!("match a0 {{\n{}}}", arms.collect::<String>())
            }
            _ => String::new(),
        }
    }

    /// A record, of the values of its fields.
    fn literal(&self, ty: Type, values: Vec<String>) -> String {
        let fields = self.record_fields(ty).into_iter().zip(values);
        let fields: String = fields
            .map(|(name, value)| format!("    {name}: {value},\n"))
            .collect();
        format!(
            "{} {{\n{fields}}}",
            self.cx.nominal(self.module, ty, Mode::OWNED)
        )
    }

    /// A `match` over a discriminant. The canonical ABI has made sure that it is one, so that the last needs no test.
    fn cases(
        &mut self,
        ty: Type,
        cases: &Cases,
        tag: &str,
        mut payload: impl FnMut(&mut Self, Type, usize) -> String,
    ) -> String {
        let patterns = self.patterns(ty, Mode::OWNED);
        let is_result = matches!(self.cx.plan(ty).kind, Kind::Result(_));
        let last = cases.cases.len().saturating_sub(1);
        let mut text = format!("match {tag} {{\n");
        let payloads = self.payloads(ty);
        for (index, (pattern, ty)) in patterns.iter().zip(payloads).enumerate() {
            let value = match ty {
                Some(ty) => format!("({})", payload(self, ty, index)),
                None if is_result => "(())".to_owned(),
                None => String::new(),
            };
            let number = if index == last {
                "_".to_owned()
            } else {
                index.to_string()
            };
            text.push_str(&format!("    {number} => {pattern}{value},\n"));
        }
        text.push('}');
        text
    }

    /// The body of a helper that makes a list or map of `n` elements at `p`.
    fn list_lift_body(&mut self, ty: Type) -> String {
        let cx = self.cx;
        let at = At {
            pointer: "p",
            offset: Bytes::ZERO,
        };
        match &cx.plan(ty).kind {
            Kind::List(element) => {
                let layout = cx.plans[element.plan].layout;
                let ty = element.ty;
                self.load_into(ty, at, "*o");
                let lifetime = if cx.plan(ty).facts.borrows {
                    "'b"
                } else {
                    "'_"
                };
                let owned = cx.ty(
                    self.module,
                    ty,
                    cx.mode(self.module, ty, Style::Owned, lifetime),
                );
                let closure = self.closure(&format!("p, o: *mut {owned}"));
                let whole = !matches!(cx.plan(ty).kind, Kind::Record(_) | Kind::Tuple(_));
                let (size, align) = (bytes(layout.size), bytes(layout.align));
                format!("_rt::lift_list(p, n, {size}, {align}, {whole}, {closure})")
            }
            Kind::Map(entry) => {
                let (Some(key), Some(value)) = self.entry(ty) else {
                    return String::new();
                };
                let key = self.load(key, at.plus(entry.key.offset));
                let value = self.load(value, at.plus(entry.value.offset));
                let (size, align) = (bytes(entry.layout.size), bytes(entry.layout.align));
                format!("_rt::lift_map(p, n, {size}, {align}, |p| ({key}, {value}))")
            }
            _ => String::new(),
        }
    }
}

impl Context<'_> {
    /// Whether values of a type hold borrowed handles of imported resources, as an export of this module gets them.
    pub(crate) fn lends(&self, module: ModuleId, ty: Type) -> bool {
        if !self.facts(ty).borrows {
            return false;
        }
        self.modules[module].direction == Direction::Import || self.lends[self.plan_id(ty).index()]
    }

    /// Whether the world exports the interface of a resource.
    pub(crate) fn exports_resource(&self, resource: TypeId) -> bool {
        let witc_resolve::TypeOwner::Interface(owner) = self.resolve.types[resource].owner else {
            return false;
        };
        self.modules
            .world
            .exports
            .values()
            .any(|item| matches!(item, WorldItem::Interface(item) if item.id == owner))
    }
}

/// Whether a plain record goes to its place part by part. What is moved in one piece of more than a register lies in memory
/// until it is used; parts don't have to. Large ones are for memory anyway, and moving them would be much code.
fn moves_in_parts(plan: &Plan, fields: &[Field]) -> bool {
    const PARTS: usize = 4;
    let size = plan.layout.size.at(PointerWidth::Bits32) as usize;
    (size_of::<u64>() + 1..=PARTS * size_of::<u64>()).contains(&size) && fields.len() <= PARTS
}

/// The flat values of a part that begin at a slot.
fn slots<'f>(plan: &Plan, flat: &'f [String], slot: usize) -> &'f [String] {
    let count = plan.flat.map_or(0, |flat| flat.len());
    flat.get(slot..slot + count).unwrap_or_default()
}

/// The scalar of a flat value.
fn scalar_from_core(scalar: Scalar, value: &str) -> String {
    match scalar {
        Scalar::S32 | Scalar::S64 | Scalar::F32 | Scalar::F64 => value.to_owned(),
        Scalar::Bool => format!("{value} != 0"),
        Scalar::Char => format!("_rt::char({value} as u32)"),
        Scalar::U8 => format!("{value} as u8"),
        Scalar::U16 => format!("{value} as u16"),
        Scalar::U32 => format!("{value} as u32"),
        Scalar::U64 => format!("{value} as u64"),
        Scalar::S8 => format!("{value} as i8"),
        Scalar::S16 => format!("{value} as i16"),
    }
}

/// A tuple of values.
fn rust_tuple(values: &[String]) -> String {
    if let [one] = values {
        format!("({one},)")
    } else {
        format!("({})", values.join(", "))
    }
}
