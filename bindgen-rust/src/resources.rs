//! Resources: the types of their handles, and the traits of what exported ones are made of.

use crate::docs;
use crate::expr::{Expr, Statement};
use crate::functions;
use crate::module::{CoreExport, CoreImport, Implementor, ModuleWriter};
use crate::names;
use witc_canonical_abi::{CoreType, Names, ResourceIntrinsic, Scheme};
use witc_resolve::{Function, TypeId};

/// Writes the type of the handles of an imported resource.
pub(crate) fn write_imported(writer: &mut ModuleWriter<'_, '_>, id: TypeId) {
    let name = handle_type(writer, id);
    // An imported resource has no representation here: a guest can only hold its handles and drop
    // them.
    let drop = intrinsic(writer, id, ResourceIntrinsic::ImportedDrop, "drop");
    let mut parts = vec![name, drop];
    if writer.cx.lends_to_tasks() {
        parts.push("lent".to_owned());
    }
    Statement::call("_rt::handle_type!", parts.into_iter().map(Expr::name))
        .line()
        .write(&mut writer.source);
}

/// Writes the types of the handles of an exported resource.
pub(crate) fn write_exported(writer: &mut ModuleWriter<'_, '_>, id: TypeId) {
    let name = handle_type(writer, id);
    let new = intrinsic(writer, id, ResourceIntrinsic::ExportedNew, "new");
    let rep = intrinsic(writer, id, ResourceIntrinsic::ExportedRep, "rep");
    let drop = intrinsic(writer, id, ResourceIntrinsic::ExportedDrop, "drop");
    let (borrow, guest) = (
        writer.cx.borrow_name(writer.module, id),
        writer.cx.guest_name(writer.module, id),
    );
    let parts = [&name, &borrow, &guest, &new, &rep, &drop].map(Expr::name);
    Statement::call("_rt::exported_resource!", parts)
        .line()
        .write(&mut writer.source);
    let cx = writer.cx;
    let symbol = Names::new(cx.resolve, Scheme::Legacy).destructor(cx.key(writer.module), id);
    let path = cx.path(writer.module).join("::");
    writer.exports.push(CoreExport {
        symbol,
        path: format!("{path}::{name}::dtor"),
        implementor: Some(Implementor::Resource { module: path, name }),
        params: vec![CoreType::Pointer],
        result: None,
    });
}

fn handle_type(writer: &mut ModuleWriter<'_, '_>, id: TypeId) -> String {
    let def = &writer.cx.resolve.types[id];
    let name = writer.cx.type_name(writer.module, id);
    writer.source.gap();
    docs::write(&mut writer.source, def.docs());
    docs::deprecated(
        &mut writer.source,
        &def.stability,
        writer.cx.is_called(writer.module),
    );
    writer
        .source
        .lines("#[derive(Debug)]\n#[repr(transparent)]");
    writer
        .source
        .block(format!("pub struct {name}"), "", |source| {
            source.lines(format!("handle: _rt::Handle<{name}>,"));
        });
    writer.source.gap();
    name
}

/// Imports a built-in of a resource; gives its name.
fn intrinsic(
    writer: &mut ModuleWriter<'_, '_>,
    id: TypeId,
    intrinsic: ResourceIntrinsic,
    verb: &str,
) -> String {
    let cx = writer.cx;
    let word = names::word(cx.resolve.types[id].name_or_empty());
    let name = writer.symbol(verb, &word);
    let import =
        Names::new(cx.resolve, Scheme::Legacy).resource(cx.key(writer.module), id, intrinsic);
    let (param, result) = intrinsic.signature();
    writer.imports.push(CoreImport {
        module: import.module,
        link: import.field,
        name: name.clone(),
        params: vec![param],
        result,
    });
    name
}

/// Writes the trait of what an exported resource is made of.
pub(crate) fn write_trait(writer: &mut ModuleWriter<'_, '_>, id: TypeId, methods: &[&Function]) {
    let cx = writer.cx;
    let module = writer.module;
    let name = cx.type_name(module, id);
    writer.source.gap();
    docs::write_text(
        &mut writer.source,
        &format!("What a [`{name}`] is made of."),
    );
    writer.source.block(
        format!("pub trait {}: _rt::Resource", cx.guest_name(module, id)),
        "",
        |source| {
            // The hooks are for guests that keep resources elsewhere than in a box, as wit-bindgen
            // lets them.
            docs::write_text(source, HOOK_IN);
            source.lines("#[doc(hidden)]");
            source.block(
                "unsafe fn resource_into_raw_(val: Self::Rep) -> *mut Self::Rep",
                "",
                |source| {
                    source.lines("_rt::into_raw(val)");
                },
            );
            source.gap();
            docs::write_text(source, HOOK_OUT);
            source.lines("#[doc(hidden)]");
            source.block(
                "unsafe fn resource_from_raw_(handle: *mut Self::Rep) -> Self::Rep",
                "",
                |source| {
                    source.lines("unsafe { _rt::from_raw(handle) }");
                },
            );
            for function in methods {
                functions::declare(cx, module, function, source);
            }
        },
    );
}

const HOOK_IN: &str = "Puts what is kept where it stays for the life of the resource.

# Safety

Whoever overrides this overrides `resource_from_raw_`, too: it gets the pointer back.";

const HOOK_OUT: &str = "Takes back what `resource_into_raw_` put somewhere.

# Safety

The pointer came from there, and comes back once.";
