//! `Stub`: a type that implements everything that the world exports, without doing anything.

use crate::context::Context;
use crate::functions;
use witc_bindgen_core::{ModuleId, Source};
use witc_resolve::{Direction, Function, TypeDefKind, TypeId};

/// Writes the type.
pub(crate) fn write(cx: &Context<'_>, source: &mut Source) {
    source.gap();
    source.lines("/// Implements everything that the world exports; none of it can be called.");
    source.lines("#[derive(Debug)]\npub struct Stub;");
    for (id, module) in cx.modules.iter() {
        if id == cx.modules.root() {
            implement(cx, id, "Guest", &cx.modules.world_exports, &[], source);
        } else if module.direction == Direction::Export {
            let resources: Vec<_> = module
                .types
                .iter()
                .copied()
                .filter(|&id| matches!(cx.resolve.types[id].kind, TypeDefKind::Resource))
                .collect();
            implement(cx, id, "Guest", &module.functions, &resources, source);
            for &resource in &resources {
                implement_resource(cx, id, resource, source);
            }
        }
    }
}

fn implement(
    cx: &Context<'_>,
    module: ModuleId,
    name: &str,
    all: &[&Function],
    resources: &[TypeId],
    source: &mut Source,
) {
    let free: Vec<_> = all.iter().filter(|function| function.kind.resource().is_none()).collect();
    let mut methods = all.iter().filter(|function| !cx.skips(function));
    if methods.next().is_none() && resources.is_empty() {
        return;
    }
    block(cx, module, name, source, |source| {
        for &id in resources {
            let name = cx.type_name(module, id);
            source.lines(format!("type {name} = Stub;"));
        }
        for function in free.iter().filter(|function| !cx.skips(function)) {
            stub(cx, module, function, source);
        }
    });
}

fn implement_resource(cx: &Context<'_>, module: ModuleId, resource: TypeId, source: &mut Source) {
    let name = format!("Guest{}", cx.type_name(module, resource));
    block(cx, module, &name, source, |source| {
        let functions = cx.module(module).functions.iter();
        for function in functions.filter(|function| function.kind.resource() == Some(resource) && !cx.skips(function)) {
            stub(cx, module, function, source);
        }
    });
}

/// An `impl` in a module that sees what the module of the trait sees, so that types are called the same.
fn block(cx: &Context<'_>, module: ModuleId, name: &str, source: &mut Source, body: impl FnOnce(&mut Source)) {
    let path = cx.path(module).join("::");
    source.gap();
    source.block(format!("impl {path}::{name} for Stub"), "", body);
}

fn stub(cx: &Context<'_>, module: ModuleId, function: &Function, source: &mut Source) {
    let params = functions::params(cx, module, function, false);
    source.lines("#[allow(unused_variables)]");
    source.block(functions::head(cx, module, function, &params, None), "", |source| {
        source.lines("unreachable!()");
    });
}
