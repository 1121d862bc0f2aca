//! Exported functions: traits for the guest to implement, and the functions that the `export!` macro exports.

use crate::code::{At, Coder, Place, bytes, core_type};
use crate::context::Context;
use crate::functions::{self, Constructed, RustParam};
use crate::lower::indent;
use crate::module::{CoreExport, ModuleWriter};
use crate::names;
use crate::resource;
use crate::stubs;
use crate::ty::Mode;
use witc_bindgen_core::Scope;
use witc_canonical_abi::{
    Bytes, Convention, Kind, Layout, Names, Parameters, PointerWidth, Return, Scheme, Side,
    Signature,
};
use witc_resolve::{Function, Type, TypeDefKind, TypeId};

/// Results up to this size, in bytes, are returned in a place that all exports share.
const SHARED_AREA: u32 = 512;

/// Writes the traits and functions for what a module exports.
pub(crate) fn write(writer: &mut ModuleWriter<'_, '_>, functions: &[&Function]) {
    let cx = writer.cx;
    let functions: Vec<_> = functions
        .iter()
        .copied()
        .filter(|function| !cx.skips(function))
        .collect();
    let root = writer.module == cx.modules.root();
    let is_resource = |id: &TypeId| matches!(cx.resolve.types[*id].kind, TypeDefKind::Resource);
    let resources: Vec<_> = match root {
        true => Vec::new(),
        false => cx
            .module(writer.module)
            .types
            .iter()
            .copied()
            .filter(is_resource)
            .collect(),
    };
    if functions.is_empty() && resources.is_empty() {
        return;
    }
    guest_trait(writer, &functions, &resources);
    for &id in &resources {
        let methods: Vec<_> = functions
            .iter()
            .copied()
            .filter(|function| function.kind.resource() == Some(id))
            .collect();
        resource::write_trait(writer, id, &methods);
    }
    if cx.options.stubs {
        stubs::implement(writer, &functions, &resources);
    }
    for function in functions {
        write_function(writer, function);
    }
}

/// Writes the trait of an interface, or of the world.
fn guest_trait(writer: &mut ModuleWriter<'_, '_>, all: &[&Function], resources: &[TypeId]) {
    let cx = writer.cx;
    let module = writer.module;
    let what = match cx.key(module) {
        Some(key) => format!("the interface `{}`", cx.resolve.extern_name(key)),
        None => format!("the world `{}`", cx.modules.world.name),
    };
    writer.public.push("Guest".to_owned());
    writer.source.gap();
    writer.source.lines(format!("/// What implements {what}."));
    writer.source.block("pub trait Guest", "", |source| {
        for &id in resources {
            let name = cx.type_name(module, id);
            source.lines(format!("/// What a [`{name}`] is made of."));
            source.lines(format!("type {name}: {};", cx.guest_name(module, id)));
        }
        for function in all
            .iter()
            .filter(|function| function.kind.resource().is_none())
        {
            functions::attributes(source, function, false);
            let params = functions::params(cx, module, function, false);
            source.lines(format!(
                "{};",
                functions::head(cx, module, function, &params, None)
            ));
        }
    });
}

/// Writes what is called for an exported function, and after it if the result leaves something behind.
fn write_function(writer: &mut ModuleWriter<'_, '_>, function: &Function) {
    let cx = writer.cx;
    let module = writer.module;
    let signature = cx.plans.signature(function, Side::Export, Convention::Sync);
    let word = names::symbol(function);
    let name = writer.symbol("export", &word);
    let bound = match function.kind.resource() {
        Some(id) => cx.guest_name(module, id),
        None => "Guest",
    };
    let body = body(writer, function, &signature);
    let release = release(writer, function, &signature);
    let params: Vec<_> = signature
        .params
        .iter()
        .enumerate()
        .map(|(index, &ty)| format!("a{index}: {}", core_type(ty)))
        .collect();
    let result = signature
        .result
        .map(|ty| format!(" -> {}", core_type(ty)))
        .unwrap_or_default();
    writer.source.gap();
    writer.source.lines("#[doc(hidden)]");
    let head = format!(
        "pub unsafe fn {name}<_T: {bound}>({}){result}",
        params.join(", ")
    );
    writer.source.block(head, "", |source| {
        source.block("unsafe", "", |source| source.lines(body))
    });
    let implementor = implementor(writer, function);
    let path = cx.path(module).join("::");
    let all = Names::new(cx.resolve, Scheme::Legacy);
    writer.exports.push(CoreExport {
        symbol: all.export(cx.key(module), function, Convention::Sync),
        target: format!("{path}::{name}::<{implementor}>"),
        params: signature.params,
        result: signature.result,
    });
    if !release.is_empty() {
        let name = writer.symbol("post", &word);
        writer.source.gap();
        writer.source.lines("#[doc(hidden)]");
        writer
            .source
            .block(format!("pub unsafe fn {name}(p: *mut u8)"), "", |source| {
                source.block("unsafe", "", |source| source.lines(release.join("\n")));
            });
        writer.exports.push(CoreExport {
            symbol: all.post_return(cx.key(module), function),
            target: format!("{path}::{name}"),
            params: signature.result.into_iter().collect(),
            result: None,
        });
    }
}

/// The type that the exported function is generic over, as the `export!` macro finds it.
fn implementor(writer: &ModuleWriter<'_, '_>, function: &Function) -> String {
    let path = writer.cx.path(writer.module).join("::");
    match function.kind.resource() {
        Some(id) => format!(
            "<{{T}} as {{P}}::{path}::Guest>::{}",
            writer.cx.type_name(writer.module, id)
        ),
        None => "{T}".to_owned(),
    }
}

/// The statements that release a result when it was read; none if it leaves nothing behind.
fn release(
    writer: &mut ModuleWriter<'_, '_>,
    function: &Function,
    signature: &Signature,
) -> Vec<String> {
    let (Return::Pointer(layout), Some(ty)) = (signature.returns, function.result) else {
        return Vec::new();
    };
    let (cx, module, helpers) = (writer.cx, writer.module, &mut *writer.helpers);
    if is_plain_list(cx, ty) {
        return vec![format!("_rt::release_list::<{}>(p);", cx.owned(module, ty))];
    }
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
    coder.free(
        ty,
        At {
            pointer: "p",
            offset: Bytes::ZERO,
        },
    );
    if is_large(layout) {
        coder.statements.push(format!(
            "_rt::free(p, {}, {});",
            bytes(layout.size),
            bytes(layout.align)
        ));
    }
    coder.statements
}

/// Whether a result has a place of its own.
fn is_large(layout: Layout) -> bool {
    layout.size.at(PointerWidth::Bits32) > SHARED_AREA
}

/// Whether a type is a string, or a list whose elements Rust lays out as the canonical ABI does.
fn is_plain_list(cx: &Context<'_>, ty: Type) -> bool {
    matches!(cx.plan(ty).kind, Kind::String | Kind::List(_)) && !cx.needs_scratch(ty)
}

fn body(writer: &mut ModuleWriter<'_, '_>, function: &Function, signature: &Signature) -> String {
    let cx = writer.cx;
    let module = writer.module;
    let scope = Scope::reserving((0..signature.params.len()).map(|index| format!("a{index}")));
    let helpers = &mut *writer.helpers;
    let mut coder = Coder {
        cx,
        helpers,
        module,
        scope,
        scratch: "s",
        borrows: "borrows",
        statements: Vec::new(),
    };
    let mut lines = Vec::new();
    if !cx.options.disable_run_ctors_once_workaround {
        lines.push("_rt::run_ctors_once();".to_owned());
    }
    let params = functions::params(cx, module, function, false);
    let flat = matches!(signature.parameters, Parameters::Flat(_));
    if params
        .iter()
        .any(|param| cx.lends(module, param.ty) && !(flat && is_lent_alone(&coder, param)))
    {
        lines.push("let borrows = &_rt::Borrows::new();".to_owned());
    }
    let arguments = arguments(&mut coder, &params, signature);
    let name = cx.function_name(module, function);
    let call = format!("_T::{name}({})", arguments.join(", "));
    finish(&mut coder, function, signature, call);
    lines.append(&mut coder.statements);
    lines.join("\n")
}

/// Whether a parameter is a borrowed handle of an imported resource and nothing else.
fn is_lent_alone(coder: &Coder<'_, '_>, param: &RustParam) -> bool {
    matches!(coder.cx.plan(param.ty).kind, Kind::Borrow(_))
        && coder.cx.lends(coder.module, param.ty)
}

/// Lifts the parameters.
fn arguments(
    coder: &mut Coder<'_, '_>,
    params: &[RustParam],
    signature: &Signature,
) -> Vec<String> {
    let mut arguments = Vec::new();
    for (index, param) in params.iter().enumerate() {
        let value = match &signature.parameters {
            Parameters::Flat(starts) => {
                let count = coder.cx.plan(param.ty).flat.map_or(0, |flat| flat.len());
                let flat: Vec<_> = (starts[index]..starts[index] + count)
                    .map(|slot| format!("a{slot}"))
                    .collect();
                if is_lent_alone(coder, param) {
                    lend(coder, param, &flat)
                } else {
                    coder.unflatten(param.ty, &flat)
                }
            }
            Parameters::Spilled(spill) => {
                let value = coder.load(
                    param.ty,
                    At {
                        pointer: "a0",
                        offset: spill.offsets[index],
                    },
                );
                let name = coder.scope.take(format!("p{index}"));
                coder
                    .statements
                    .push(format!("let {name} = {};", indent(&value).trim_start()));
                name
            }
        };
        arguments.push(if param.is_self {
            format!("{value}.get::<_T>()")
        } else {
            value
        });
    }
    if let Parameters::Spilled(spill) = &signature.parameters {
        let Layout { size, align } = spill.layout;
        coder
            .statements
            .push(format!("_rt::free(a0, {}, {});", bytes(size), bytes(align)));
    }
    arguments
}

/// A borrowed handle of an imported resource, which is dropped when the export returns.
fn lend(coder: &mut Coder<'_, '_>, param: &RustParam, flat: &[String]) -> String {
    let Some((resource, _)) = functions::handle(coder.cx, param.ty) else {
        return String::new();
    };
    let path = coder.cx.type_path(coder.module, resource, "");
    let name = coder.fresh();
    coder.statements.push(format!(
        "let {name} = {path}::from_handle({} as u32);",
        flat.join(", ")
    ));
    format!("&{name}")
}

/// Calls, and lowers the result.
fn finish(coder: &mut Coder<'_, '_>, function: &Function, signature: &Signature, call: String) {
    let cx = coder.cx;
    let Some(ty) = function.result else {
        coder.statements.push(format!("{call};"));
        return;
    };
    let call = match (
        functions::constructed(cx, function),
        function.kind.resource(),
    ) {
        (Some(constructed), Some(id)) => {
            let name = cx.type_name(coder.module, id);
            match constructed {
                Constructed::Resource => format!("{name}::new({call})"),
                Constructed::Fallible(_) => format!("{call}.map({name}::new)"),
            }
        }
        _ => call,
    };
    let Return::Pointer(layout) = signature.returns else {
        let mut flat = Vec::new();
        coder.statements.push(format!("let ret = {call};"));
        coder.flatten(&Place::value("ret", Mode::OWNED), ty, &mut flat);
        coder.statements.extend(flat);
        return;
    };
    if is_plain_list(cx, ty) {
        coder.statements.push(format!("_rt::keep_list({call})"));
        return;
    }
    if cx.facts(ty).heap {
        coder
            .statements
            .push(format!("let mut ret = _rt::ManuallyDrop::new({call});"));
        coder.statements.push("let ret = &mut *ret;".to_owned());
    } else {
        coder.statements.push(format!("let ret = &{call};"));
    }
    let (size, align) = (bytes(layout.size), bytes(layout.align));
    coder.statements.push(match is_large(layout) {
        true => format!("let p = _rt::own_area({size}, {align});"),
        false => format!("let p = _rt::area::<{{ {size} }}>();"),
    });
    coder.give(
        &Place::reference("ret", Mode::OWNED),
        ty,
        At {
            pointer: "p",
            offset: Bytes::ZERO,
        },
    );
    coder.statements.push("p".to_owned());
}
