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
    block(
        writer,
        functions,
        None,
        &format!("impl Guest for {root}Stub"),
        resources,
    );
    for &id in resources {
        let head = format!(
            "impl {} for {root}Stub",
            writer.cx.guest_name(writer.module, id)
        );
        block(writer, functions, Some(id), &head, &[]);
    }
}

fn block(
    writer: &mut ModuleWriter<'_, '_>,
    functions: &[&Function],
    of: Option<TypeId>,
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
        for function in functions
            .iter()
            .filter(|function| function.kind.resource() == of)
        {
            let params = functions::params(cx, module, function, Use::Implemented);
            source.gap();
            functions::head(cx, module, "", function, &params, None)
                .define(source, |source| source.lines("unreachable!()"));
        }
    });
}
