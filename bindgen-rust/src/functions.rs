//! Signatures of functions, as Rust has them.

use crate::context::Context;
use crate::docs;
use crate::head::Head;
use crate::mode::{Mode, Style};
use crate::names;
use crate::rust_type::{Lifetime, RustType};
use crate::spell::Speller;
use witc_bindgen_core::{Chaining, IndentedText, ModuleId, NameScope};
use witc_resolve::{Direction, Function, FunctionKind, Type};

/// A parameter as Rust has it.
pub(crate) struct RustParam {
    /// Its name.
    pub(crate) name: String,
    /// Its type in WIT.
    pub(crate) ty: Type,
    /// Its mode.
    pub(crate) mode: Mode,
    /// Whether it is the method's `self`.
    pub(crate) is_self: bool,
}

/// The result of a constructor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Constructed {
    /// The resource.
    Resource,
    /// The resource, or an error.
    Fallible(Option<Type>),
}

/// Whether a function is called or implemented here, which decides what its parameters own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// It is imported: parameters borrow, unless it is async.
    Called,
    /// It is exported: parameters are given away.
    Implemented,
}

impl Use {
    /// The side of the world that a function of this use is on.
    fn direction(self) -> Direction {
        match self {
            Self::Called => Direction::Import,
            Self::Implemented => Direction::Export,
        }
    }
}

/// The parameters of a function of a module.
pub(crate) fn params(
    cx: &Context<'_>,
    module: ModuleId,
    function: &Function,
    as_used: Use,
) -> Vec<RustParam> {
    let asynchronous = cx.is_async(as_used.direction(), module, function);
    // Two names of WIT may become one in Rust's spelling.
    let mut scope = NameScope::new();
    let mut params = Vec::with_capacity(function.params.len());
    for (index, param) in function.params.iter().enumerate() {
        // The first parameter of a method is its resource (`Explainer.md`, import and export
        // names).
        if index == 0 && is_method(function) {
            params.push(RustParam {
                name: "self".to_owned(),
                ty: param.ty,
                mode: Mode::OWNED,
                is_self: true,
            });
            continue;
        }
        let mode = match as_used {
            Use::Called if !asynchronous => Mode::param(cx, module, param.ty),
            // An async call may read its parameters when its caller is suspended, or gone.
            Use::Called | Use::Implemented => {
                Mode::new(cx, module, param.ty, Style::Owned, Lifetime::Elided)
            }
        };
        params.push(RustParam {
            name: scope.take(names::snake(&param.name)),
            ty: param.ty,
            mode,
            is_self: false,
        });
    }
    params
}

fn is_method(function: &Function) -> bool {
    match function.kind {
        FunctionKind::Method(_) => true,
        FunctionKind::Freestanding | FunctionKind::Static(_) | FunctionKind::Constructor(_) => {
            false
        }
    }
}

/// The head of a function: `pub fn f(x: &str) -> u32`, `async fn f(x: String) -> u32`.
pub(crate) fn head(
    cx: &Context<'_>,
    module: ModuleId,
    as_used: Use,
    function: &Function,
    params: &[RustParam],
    chaining: Option<Chaining>,
) -> Head {
    let speller = Speller::new(cx, module);
    let visibility = match as_used {
        Use::Called => "pub ",
        // Functions of a trait are as visible as the trait.
        Use::Implemented => "",
    };
    let keyword = if cx.is_async(as_used.direction(), module, function) {
        "async fn"
    } else {
        "fn"
    };
    let name = cx.function_name(module, function);
    let receiver = match chaining {
        // A method that returns `self` by value takes it by value, so that a chain can end in a
        // variable.
        Some(Chaining::Owning) => "self",
        Some(Chaining::Borrowing) | None => "&self",
    };
    let head = Head::new(format!("{visibility}{keyword} {name}"));
    let head = params.iter().fold(head, |head, param| {
        if param.is_self {
            head.receiver(receiver)
        } else {
            head.param(&param.name, &speller.ty(param.ty, param.mode))
        }
    });
    head.result(match chaining {
        Some(Chaining::Owning) => Some(RustType::path("Self")),
        Some(Chaining::Borrowing) => Some(RustType::path("Self").reference(Lifetime::Elided)),
        None => result(cx, module, function, "Self"),
    })
}

/// The result of a function, as Rust has it. `own` is what the resource of a constructor is called there.
pub(crate) fn result(
    cx: &Context<'_>,
    module: ModuleId,
    function: &Function,
    own: &str,
) -> Option<RustType> {
    let speller = Speller::new(cx, module);
    let Some(constructed) = constructed(cx, function) else {
        return function.result.map(|ty| speller.owned(ty));
    };
    let own = RustType::path(own);
    Some(match constructed {
        Constructed::Resource => own,
        Constructed::Fallible(error) => {
            let error = error.map_or(RustType::UNIT, |ty| speller.owned(ty));
            RustType::generic(cx.prelude(module, "Result"), [own, error])
        }
    })
}

/// The result of a constructor; nothing if the function is none.
pub(crate) fn constructed(cx: &Context<'_>, function: &Function) -> Option<Constructed> {
    match function.kind {
        FunctionKind::Constructor(_) => {}
        FunctionKind::Freestanding | FunctionKind::Method(_) | FunctionKind::Static(_) => {
            return None;
        }
    }
    // A constructor returns its resource or, if it can fail, `result<resource, error>`; the
    // resolver has checked that.
    let result = function.result.and_then(|ty| cx.resolve.type_def_of(ty));
    let fallible = result.and_then(|def| def.kind.as_result());
    Some(match fallible {
        Some(result) => Constructed::Fallible(result.err),
        None => Constructed::Resource,
    })
}

/// Writes what stands before a function: documentation, and deprecation if the guest is to call it.
pub(crate) fn attributes(source: &mut IndentedText, function: &Function, as_used: Use) {
    source.gap();
    docs::write(source, &function.docs);
    docs::deprecated(source, &function.stability, as_used == Use::Called);
}

/// Writes the declaration of a function of a trait.
pub(crate) fn declare(
    cx: &Context<'_>,
    module: ModuleId,
    function: &Function,
    source: &mut IndentedText,
) {
    attributes(source, function, Use::Implemented);
    if cx.is_async(Direction::Export, module, function) {
        // The lint is about futures that may not be `Send`; those of exports stay in one thread.
        source.lines("#[allow(async_fn_in_trait)]");
    }
    let params = params(cx, module, function, Use::Implemented);
    head(cx, module, Use::Implemented, function, &params, None).declare(source);
}
