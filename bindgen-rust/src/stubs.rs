//! `Stub`: a type that implements everything that the world exports, without doing anything.

use crate::functions::{self, Use};
use crate::module::ModuleWriter;
use witc_bindgen_core::IndentedText;
use witc_resolve::{Function, TypeId};

/// Writes the type.
pub(crate) fn declare(source: &mut IndentedText) {
    source.gap();
    source.lines("/// Implements everything that the world exports; none of it can be called.");
    source.lines("#[allow(dead_code)]\n#[derive(Debug)]\npub struct Stub;");
}

/// Implements the traits of a module for it.
pub(crate) fn implement(
    writer: &mut ModuleWriter<'_, '_>,
    functions: &[&Function],
    resources: &[TypeId],
) {
    let root = writer.cx.to_root(writer.module);
    let is_free = |function: &&Function| function.kind.resource().is_none();
    let free: Vec<_> = functions.iter().copied().filter(is_free).collect();
    block(
        writer,
        &free,
        &format!("impl Guest for {root}Stub"),
        resources,
    );
    for &id in resources {
        let head = format!(
            "impl {} for {root}Stub",
            writer.cx.guest_name(writer.module, id)
        );
        let methods = writer.functions(Some(id));
        block(writer, &methods, &head, &[]);
    }
}

fn block(
    writer: &mut ModuleWriter<'_, '_>,
    functions: &[&Function],
    head: &str,
    resources: &[TypeId],
) {
    let cx = writer.cx;
    let module = writer.module;
    writer.source.gap();
    writer.source.block(head, "", |source| {
        for &id in resources {
            source.lines(format!(
                "type {} = {}Stub;",
                cx.type_name(module, id),
                cx.to_root(module)
            ));
        }
        for function in functions {
            let params = functions::params(cx, module, function, Use::Implemented);
            source.gap();
            functions::head(cx, module, Use::Implemented, function, &params, None)
                .define(source, |source| source.lines("unreachable!()"));
        }
    });
}
