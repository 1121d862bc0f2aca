//! Imported functions.

use crate::code::{At, Coder, Place, bytes};
use crate::functions::{self, RustParam};
use crate::lower::indent;
use crate::mock;
use crate::module::{CoreImport, ModuleWriter};
use crate::names;
use crate::ty::Mode;
use witc_bindgen_core::{Chaining, FunctionName, Scope};
use witc_canonical_abi::{Bytes, Convention, Names, Parameters, Return, Scheme, Side};
use witc_resolve::{Direction, Function};

/// Writes an imported function.
pub(crate) fn write(writer: &mut ModuleWriter<'_, '_>, function: &Function) {
    let cx = writer.cx;
    let interface = cx.key(writer.module);
    let params = functions::params(cx, writer.module, function, true);
    let chaining = cx.options.chainable_methods.chaining(FunctionName {
        resolve: cx.resolve,
        direction: Direction::Import,
        interface,
        function,
    });
    let name = writer.symbol("import", &names::symbol(function));
    let body = body(writer, function, &params, &name, chaining);
    let head = functions::head(cx, writer.module, function, &params, chaining);
    functions::attributes(&mut writer.source, function, true);
    let on_host = mock::call(cx, writer.module, function, &params, chaining);
    writer.source.block(format!("pub {head}"), "", |source| {
        if let Some(call) = on_host {
            source.lines(mock::ON_HOST);
            source.lines(format!("{{\n{}\n}}", indent(&call)));
            source.lines(mock::IN_COMPONENT);
        }
        source.block("unsafe", "", |source| source.lines(body));
    });
    let signature = cx.plans.signature(function, Side::Import, Convention::Sync);
    let import =
        Names::new(cx.resolve, Scheme::Legacy).import(interface, function, Convention::Sync);
    writer.imports.push(CoreImport {
        module: import.module,
        link: import.field,
        name,
        params: signature.params,
        result: signature.result,
    });
}

/// The statements that lower the parameters, call, and lift the result.
fn body(
    writer: &mut ModuleWriter<'_, '_>,
    function: &Function,
    params: &[RustParam],
    import: &str,
    chaining: Option<Chaining>,
) -> String {
    let cx = writer.cx;
    let module = writer.module;
    let mut scope = Scope::reserving(params.iter().map(|param| param.name.clone()));
    let scratch = scope.take("scratch");
    let area = scope.take("args");
    let result = scope.take("ret");
    let scratch_argument = format!("&{scratch}");
    let signature = cx.plans.signature(function, Side::Import, Convention::Sync);
    let mut lines = Vec::new();
    if params.iter().any(|param| cx.needs_scratch(param.ty)) {
        lines.push(format!("let {scratch} = _rt::Scratch::new();"));
    }
    let helpers = &mut *writer.helpers;
    let mut coder = Coder {
        cx,
        helpers,
        module,
        scope,
        scratch: &scratch_argument,
        borrows: "",
        statements: Vec::new(),
    };
    let mut arguments = Vec::new();
    match &signature.parameters {
        Parameters::Flat(_) => {
            for param in params {
                coder.flatten(&place(&coder, param), param.ty, &mut arguments);
            }
        }
        Parameters::Spilled(spill) => {
            lines.push(format!(
                "let mut {area} = _rt::Area::<{{ {} }}>::new();",
                bytes(spill.layout.size)
            ));
            lines.push(format!("let {area} = {area}.at();"));
            for (param, &offset) in params.iter().zip(&spill.offsets) {
                coder.store(
                    &place(&coder, param),
                    param.ty,
                    At {
                        pointer: &area,
                        offset,
                    },
                );
            }
            arguments.push(area.clone());
        }
    }
    if let Return::OutPointer(layout) = signature.returns {
        coder.statements.push(format!(
            "let mut {result} = _rt::Area::<{{ {} }}>::new();",
            bytes(layout.size)
        ));
        coder
            .statements
            .push(format!("let {result} = {result}.at();"));
        arguments.push(result.clone());
    }
    let call = format!("{import}({})", arguments.join(", "));
    let value = match (signature.returns, function.result) {
        (Return::OutPointer(_), Some(ty)) => {
            coder.statements.push(format!("{call};"));
            coder.load(
                ty,
                At {
                    pointer: &result,
                    offset: Bytes::ZERO,
                },
            )
        }
        (Return::Flat, Some(ty)) => {
            coder.statements.push(format!("let {result} = {call};"));
            coder.unflatten(ty, std::slice::from_ref(&result))
        }
        _ if chaining.is_some() => {
            coder.statements.push(format!("{call};"));
            "self".to_owned()
        }
        _ => format!("{call};"),
    };
    lines.append(&mut coder.statements);
    lines.push(indent(&value).trim_start().to_owned());
    lines.join("\n")
}

/// Where a parameter is.
fn place(coder: &Coder<'_, '_>, param: &RustParam) -> Place {
    let text = if param.is_self {
        "self".to_owned()
    } else {
        param.name.clone()
    };
    if param.is_self {
        return Place::reference(text, Mode::OWNED);
    }
    let is_slice = coder
        .cx
        .ty(coder.module, param.ty, param.mode)
        .starts_with('&')
        && !coder.cx.is_reference(param.ty, param.mode);
    if is_slice {
        Place::reference(text, param.mode)
    } else {
        Place::value(text, param.mode)
    }
}
