//! Signatures of functions.

use crate::context::Context;
use crate::docs;
use crate::names;
use crate::ty::{Mode, Style};
use witc_bindgen_core::{Chaining, ModuleId, Scope, Source};
use witc_resolve::{Function, FunctionKind, Handle, Param, Type, TypeDefKind, TypeId};

/// A parameter as Rust has it.
pub(crate) struct RustParam {
    /// Its name, which is its place, too.
    pub(crate) name: String,
    /// Its type in WIT.
    pub(crate) ty: Type,
    /// Its mode.
    pub(crate) mode: Mode,
    /// Whether it is the method's `self`.
    pub(crate) is_self: bool,
}

/// What a constructor gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Constructed {
    /// The resource.
    Resource,
    /// The resource, or an error.
    Fallible(Option<Type>),
}

/// The parameters of a function of a module: borrowed if it is imported, owned if it is exported.
pub(crate) fn params(
    cx: &Context<'_>,
    module: ModuleId,
    function: &Function,
    imported: bool,
) -> Vec<RustParam> {
    let mut scope = Scope::new();
    let method = matches!(function.kind, FunctionKind::Method(_));
    let param = |(index, param): (usize, &Param)| {
        if method && index == 0 {
            return RustParam {
                name: "self".to_owned(),
                ty: param.ty,
                mode: Mode::OWNED,
                is_self: true,
            };
        }
        let mode = if imported {
            cx.param_mode(module, param.ty)
        } else {
            cx.mode(module, param.ty, Style::Owned, "'_")
        };
        RustParam {
            name: scope.take(names::snake(&param.name)),
            ty: param.ty,
            mode,
            is_self: false,
        }
    };
    function.params.iter().enumerate().map(param).collect()
}

/// The head of a function, up to its body: `fn f(x: u32) -> u32`.
pub(crate) fn head(
    cx: &Context<'_>,
    module: ModuleId,
    function: &Function,
    params: &[RustParam],
    chaining: Option<Chaining>,
) -> String {
    let name = cx.function_name(module, function);
    let params: Vec<_> = params
        .iter()
        .map(|param| match (param.is_self, chaining) {
            (true, Some(Chaining::Owning)) => "self".to_owned(),
            (true, _) => "&self".to_owned(),
            (false, _) => format!("{}: {}", param.name, cx.ty(module, param.ty, param.mode)),
        })
        .collect();
    let result = match chaining {
        Some(Chaining::Owning) => " -> Self".to_owned(),
        Some(Chaining::Borrowing) => " -> &Self".to_owned(),
        None => result(cx, module, function)
            .map(|ty| format!(" -> {ty}"))
            .unwrap_or_default(),
    };
    format!("fn {name}({}){result}", params.join(", "))
}

/// The result of a function, as Rust has it.
pub(crate) fn result(cx: &Context<'_>, module: ModuleId, function: &Function) -> Option<String> {
    let Some(constructed) = constructed(cx, function) else {
        return function.result.map(|ty| cx.owned(module, ty));
    };
    Some(match constructed {
        Constructed::Resource => "Self".to_owned(),
        Constructed::Fallible(error) => {
            let error = error.map_or_else(|| "()".to_owned(), |ty| cx.owned(module, ty));
            format!("{}<Self, {error}>", cx.prelude(module, "Result"))
        }
    })
}

/// What a constructor gives; nothing if the function is none.
pub(crate) fn constructed(cx: &Context<'_>, function: &Function) -> Option<Constructed> {
    let FunctionKind::Constructor(_) = function.kind else {
        return None;
    };
    let Some(Type::Id(id)) = function.result else {
        return Some(Constructed::Resource);
    };
    Some(match cx.resolve.types[cx.resolve.definition(id)].kind {
        TypeDefKind::Result(result) => Constructed::Fallible(result.err),
        _ => Constructed::Resource,
    })
}

/// Writes what stands before a function: documentation, and deprecation if the guest is to call it.
pub(crate) fn attributes(source: &mut Source, function: &Function, called: bool) {
    source.gap();
    docs::write(source, &function.docs);
    docs::deprecated(source, &function.stability, called);
}

/// The resource that a borrowed or owned handle is of, as it is named.
pub(crate) fn handle(cx: &Context<'_>, ty: Type) -> Option<(TypeId, bool)> {
    let Type::Id(id) = cx.resolve.dealias(ty) else {
        return None;
    };
    match cx.resolve.types[id].kind {
        TypeDefKind::Handle(Handle::Own(resource)) => Some((resource, false)),
        TypeDefKind::Handle(Handle::Borrow(resource)) => Some((resource, true)),
        TypeDefKind::Resource => Some((id, false)),
        _ => None,
    }
}
