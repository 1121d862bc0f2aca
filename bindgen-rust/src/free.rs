//! Freeing what results of exports have allocated, from where they were written to ([`crate::give`]): what a post-return
//! function does.
//!
//! What comes last is freed first. Values are mostly made in their order, so that each block is freed next to free memory: an
//! allocator has far less to do than with holes.

use crate::code::{At, Coder, bytes};
use crate::context::Context;
use crate::helpers::{Helper, Helpers, Op};
use crate::ty::Mode;
use crate::types::int;
use witc_bindgen_core::{Scope, Source};
use witc_canonical_abi::{Bytes, Cases, Kind};
use witc_resolve::Type;

/// Writes a helper that frees.
pub(crate) fn write(
    cx: &Context<'_>,
    helpers: &mut Helpers,
    helper: Helper,
    name: &str,
    source: &mut Source,
) {
    let Helper { module, ty, .. } = helper;
    let scope = Scope::reserving(["p"]);
    let mut coder = Coder {
        cx,
        helpers,
        module,
        scope,
        scratch: "",
        borrows: "",
        statements: Vec::new(),
    };
    let body = coder.free_body(ty);
    source.block(
        format!("pub(crate) unsafe fn {name}(p: *mut u8)"),
        "",
        |source| {
            source.block("unsafe", "", |source| source.lines(body));
        },
    );
}

impl Coder<'_, '_> {
    /// Frees what a value in memory has, as statements.
    pub(crate) fn free(&mut self, ty: Type, at: At<'_>) {
        let cx = self.cx;
        if !cx.facts(ty).heap {
            return;
        }
        let statement = match &cx.plan(ty).kind {
            Kind::String => format!("_rt::free_slice({}, 1, 1);", at.text()),
            Kind::List(element) if !cx.needs_scratch(ty) => {
                let layout = cx.plans[element.plan].layout;
                format!(
                    "_rt::free_slice({}, {}, {});",
                    at.text(),
                    bytes(layout.size),
                    bytes(layout.align)
                )
            }
            Kind::Tuple(fields) => {
                for (field, ty) in fields.iter().zip(self.parts(ty)).rev() {
                    self.free(ty, at.plus(field.offset));
                }
                return;
            }
            _ => {
                let helper = self
                    .helpers
                    .call(cx, Op::Free, self.module, ty, Mode::OWNED);
                format!("{helper}({});", at.text())
            }
        };
        self.statements.push(statement);
    }

    fn free_body(&mut self, ty: Type) -> String {
        let cx = self.cx;
        let at = At {
            pointer: "p",
            offset: Bytes::ZERO,
        };
        match &cx.plan(ty).kind {
            Kind::Record(fields) => {
                for (field, ty) in fields.iter().zip(self.parts(ty)).rev() {
                    self.free(ty, at.plus(field.offset));
                }
                std::mem::take(&mut self.statements).join("\n")
            }
            Kind::FixedLengthList(element, length) => {
                let ty = element.ty;
                let size = bytes(cx.plans[element.plan].layout.size);
                self.free(ty, at);
                let closure = self.closure("p");
                format!("_rt::free_each(p, {length}, {size}, {closure});")
            }
            Kind::List(element) => {
                let layout = cx.plans[element.plan].layout;
                let ty = element.ty;
                self.free(ty, at);
                let closure = self.closure(if self.statements.is_empty() { "_" } else { "p" });
                let (size, align) = (bytes(layout.size), bytes(layout.align));
                format!("_rt::free_list(p, {size}, {align}, {closure});")
            }
            Kind::Map(entry) => {
                let (Some(key), Some(value)) = self.entry(ty) else {
                    return String::new();
                };
                self.free(value, at.plus(entry.value.offset));
                self.free(key, at.plus(entry.key.offset));
                let closure = self.closure(if self.statements.is_empty() { "_" } else { "p" });
                let (size, align) = (bytes(entry.layout.size), bytes(entry.layout.align));
                format!("_rt::free_list(p, {size}, {align}, {closure});")
            }
            Kind::Variant(cases) | Kind::Option(cases) | Kind::Result(cases) => {
                self.free_case(ty, cases, at)
            }
            _ => String::new(),
        }
    }

    /// A `match` over a discriminant, for the cases that have allocated something.
    fn free_case(&mut self, ty: Type, cases: &Cases, at: At<'_>) -> String {
        let tag = at.of(int(cases.tag));
        let mut arms = String::new();
        let mut all = true;
        for (index, payload) in self.payloads(ty).into_iter().enumerate() {
            let Some(ty) = payload.filter(|&ty| self.cx.facts(ty).heap) else {
                all = false;
                continue;
            };
            self.free(ty, at.plus(cases.payload_offset));
            let body = std::mem::take(&mut self.statements).join("\n        ");
            let number = if all && index + 1 == cases.cases.len() {
                "_".to_owned()
            } else {
                index.to_string()
            };
            arms.push_str(&format!("    {number} => {{\n        {body}\n    }}\n"));
        }
        if !arms.contains("    _ => ") {
            arms.push_str("    _ => {}\n");
        }
        format!("match {tag} {{\n{arms}}}")
    }
}
