//! Giving away: results of exports are written to memory with everything that they have allocated, so that they need not be
//! kept. What they allocated is freed from there ([`crate::free`]).

use crate::code::{At, Coder, Place, bytes};
use crate::context::Context;
use crate::helpers::{Helper, Helpers, Op};
use crate::ty::Mode;
use witc_bindgen_core::{Scope, Source};
use witc_canonical_abi::{Bytes, Kind};
use witc_resolve::Type;

/// Writes a helper that gives away.
pub(crate) fn write(
    cx: &Context<'_>,
    helpers: &mut Helpers,
    helper: Helper,
    name: &str,
    source: &mut Source,
) {
    let Helper { op, module, ty, .. } = helper;
    let scope = Scope::reserving(["v", "p", "e"]);
    let mut coder = Coder {
        cx,
        helpers,
        module,
        scope,
        scratch: "",
        borrows: "",
        statements: Vec::new(),
    };
    let owned = cx.owned(module, ty);
    let (head, body) = match op {
        Op::Give => (
            format!("(v: &mut {owned}, p: *mut u8)"),
            coder.give_body(ty),
        ),
        _ => (
            format!("(v: &mut {owned}) -> (*mut u8, usize)"),
            coder.give_list_body(ty),
        ),
    };
    source.block(format!("pub(crate) unsafe fn {name}{head}"), "", |source| {
        source.block("unsafe", "", |source| source.lines(body));
    });
}

impl Coder<'_, '_> {
    /// Writes a value to memory and gives away what it has, as statements.
    pub(crate) fn give(&mut self, place: &Place, ty: Type, at: At<'_>) {
        let cx = self.cx;
        if !cx.facts(ty).heap {
            return self.store(place, ty, at);
        }
        let value = place.borrowed_mutably();
        let statement = match &cx.plan(ty).kind {
            Kind::String if !cx.options.raw_strings => {
                format!("_rt::put({}, _rt::give_string({value}));", at.text())
            }
            Kind::String | Kind::List(_) if !cx.needs_scratch(ty) => {
                format!("_rt::put({}, _rt::give_vec({value}));", at.text())
            }
            Kind::List(_) | Kind::Map(_) => {
                let helper = self
                    .helpers
                    .call(cx, Op::GiveList, self.module, ty, Mode::OWNED);
                format!("_rt::put({}, {helper}({value}));", at.text())
            }
            Kind::Tuple(fields) => {
                for (index, (field, ty)) in fields.iter().zip(self.parts(ty)).enumerate() {
                    let part = Place::value(format!("{}.{index}", place.base()), Mode::OWNED);
                    self.give(&part, ty, at.plus(field.offset));
                }
                return;
            }
            _ => {
                let helper = self
                    .helpers
                    .call(cx, Op::Give, self.module, ty, Mode::OWNED);
                format!("{helper}({value}, {});", at.text())
            }
        };
        self.statements.push(statement);
    }

    /// The body of a helper that writes `v` to `p`.
    fn give_body(&mut self, ty: Type) -> String {
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
                    self.give(
                        &Place::value(format!("v.{name}"), Mode::OWNED),
                        ty,
                        at.plus(field.offset),
                    );
                }
                std::mem::take(&mut self.statements).join("\n")
            }
            Kind::FixedLengthList(element, _) => {
                let ty = element.ty;
                let size = bytes(cx.plans[element.plan].layout.size);
                self.give(&Place::reference("e", Mode::OWNED), ty, at);
                let closure = self.closure("e, p");
                format!("_rt::give_array(v, p, {size}, {closure})")
            }
            Kind::Variant(cases) | Kind::Option(cases) | Kind::Result(cases) => {
                let place = Place::reference("v", Mode::OWNED);
                self.store_arms(&place, ty, cases, Self::give)
            }
            _ => String::new(),
        }
    }

    /// The body of a helper that gives pointer and length of what `v` has become.
    fn give_list_body(&mut self, ty: Type) -> String {
        let cx = self.cx;
        let at = At {
            pointer: "p",
            offset: Bytes::ZERO,
        };
        match &cx.plan(ty).kind {
            Kind::List(element) => {
                let layout = cx.plans[element.plan].layout;
                let ty = element.ty;
                self.give(&Place::reference("e", Mode::OWNED), ty, at);
                let closure = self.closure("e, p");
                let (size, align) = (bytes(layout.size), bytes(layout.align));
                // Large elements would have to be moved out of their own way.
                let may_reuse = !matches!(cx.plan(ty).kind, Kind::Record(_) | Kind::Tuple(_));
                format!("_rt::give_list(v, {size}, {align}, {may_reuse}, {closure})")
            }
            Kind::Map(entry) => {
                let (Some(key), Some(value)) = self.entry(ty) else {
                    return String::new();
                };
                self.give(
                    &Place::reference("k", Mode::OWNED),
                    key,
                    at.plus(entry.key.offset),
                );
                self.give(
                    &Place::reference("e", Mode::OWNED),
                    value,
                    at.plus(entry.value.offset),
                );
                let closure = self.closure("k, e, p");
                let (size, align) = (bytes(entry.layout.size), bytes(entry.layout.align));
                format!("_rt::give_map(v, {size}, {align}, {closure})")
            }
            _ => String::new(),
        }
    }
}
