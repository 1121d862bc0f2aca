//! Async functions in tests on the host: each call of one is a task of its own there, as it is in a component.
//!
//! An `async fn` of a trait can't be called on a `dyn` of it. Beside a trait with such functions there is another one, which the
//! guest does not see: its functions make calls of them.

use crate::context::Context;
use crate::expr::{Expr, Statement};
use crate::functions::{self, RustParam, Use};
use crate::head::Head;
use crate::host_words::{ON_HOST, full_name};
use crate::mode::Mode;
use crate::rust_type::RustType;
use crate::spell::Speller;
use witc_bindgen_core::{IndentedText, ModuleId};
use witc_resolve::{Direction, Function, Handle, Type, TypeId};

/// The resource whose handle a parameter borrows.
fn borrowed(cx: &Context<'_>, param: &RustParam) -> Option<TypeId> {
    let id = cx.resolve.definition(param.ty.id()?);
    match cx.resolve.types[id].kind.as_handle()? {
        Handle::Borrow(resource) => Some(resource),
        Handle::Own(_) => None,
    }
}

/// Whether the function of a mock is async: the import is, and everything that it is given can be given to a task.
pub(crate) fn is_async(cx: &Context<'_>, module: ModuleId, function: &Function) -> bool {
    let params = functions::params(cx, module, function, Use::Called);
    let given = params.iter().filter(|param| !param.is_self);
    // Handles that are borrowed deep inside of a value end with the call, and its task does not know when that is.
    let mut borrows = given.map(|it| cx.facts(it.ty).borrows && borrowed(cx, it).is_none());
    cx.is_async(Direction::Import, module, function) && !borrows.any(|borrows| borrows)
}

/// The name of the trait that makes calls of async functions, for that of the trait that has them.
pub(crate) fn calls_of(mock: &str) -> String {
    format!("_{mock}")
}

/// A function of a trait of mocks, by its name there.
pub(crate) type Named<'a> = (&'a Function, String);

/// Writes the trait that makes calls of the async functions of a trait.
pub(crate) fn write(
    cx: &Context<'_>,
    module: ModuleId,
    mock: &str,
    all: &[Named<'_>],
    source: &mut IndentedText,
) {
    let calls = calls_of(mock);
    let heads: Vec<_> = all
        .iter()
        .map(|(function, name)| head(cx, module, function, name))
        .collect();
    source.gap();
    source.lines(ON_HOST);
    source.block(format!("trait {calls}: {mock}"), "", |source| {
        heads.iter().for_each(|head| head.declare(source));
    });
    source.gap();
    source.lines(ON_HOST);
    let head = format!("impl<_M: {mock} + 'static> {calls} for _M");
    source.block(head, "", |source| {
        for ((function, name), head) in all.iter().zip(&heads) {
            source.gap();
            head.define(source, |source| {
                body(cx, module, function, &format!("{mock}::{name}"), source);
            });
        }
    });
}

/// The head of a function that makes a call: it owns what it is given, since the call may outlive its caller.
fn head(cx: &Context<'_>, module: ModuleId, function: &Function, name: &str) -> Head {
    let speller = Speller::new(cx, module);
    let head = Head::new(format!("fn {name}")).receiver("self: _rt::host::Rc<Self>");
    let params = functions::params(cx, module, function, Use::Called);
    let given = params.iter().filter(|param| !param.is_self);
    let head = given.fold(head, |head, param| {
        let ty = match borrowed(cx, param) {
            Some(resource) => {
                let owned = speller.ty(Type::Id(resource), Mode::OWNED);
                RustType::generic("_rt::ManuallyDrop", [owned])
            }
            None => speller.ty(param.ty, param.mode),
        };
        head.param(&param.name, &ty)
    });
    let result = functions::result(cx, module, function, "Self").unwrap_or(RustType::UNIT);
    head.result(Some(RustType::generic("_rt::host::Call", [result])))
}

/// Writes the body of such a function.
fn body(
    cx: &Context<'_>,
    module: ModuleId,
    function: &Function,
    path: &str,
    source: &mut IndentedText,
) {
    let params = functions::params(cx, module, function, Use::Called);
    let given = params.iter().filter(|param| !param.is_self);
    let given = given.map(|param| {
        let value = Expr::name(&param.name);
        match borrowed(cx, param) {
            Some(_) => value.reference(),
            None => value,
        }
    });
    let mock = Expr::name("self").deref().reference();
    let call = Expr::call(path, std::iter::once(mock).chain(given)).awaited();
    let name = full_name(cx, module, function);
    let head = format!("_rt::host::call({name:?}, async move");
    source.block(head, ")", |source| call.line().write(source));
}

/// The statements of an imported function that calls an async function of a mock, and waits for it.
pub(crate) fn call(
    cx: &Context<'_>,
    module: ModuleId,
    path: &str,
    mock: Expr,
    params: &[RustParam],
) -> (Statement, Expr) {
    let speller = Speller::new(cx, module);
    let given = params.iter().filter(|param| !param.is_self);
    let given = given.map(|param| match borrowed(cx, param) {
        Some(resource) => {
            // The same handle once more. If the call has it for longer than its caller, it finds no resource.
            let of = speller.ty(Type::Id(resource), Mode::OWNED);
            let handle = Expr::name(&param.name).method("handle", []);
            let again = Expr::call(format!("{of}::from_handle"), [handle]);
            let again = Expr::Unsafe(vec![Statement::Value(again)]);
            Expr::call("_rt::ManuallyDrop::new", [again])
        }
        None => Expr::name(&param.name),
    });
    let call = Expr::call(path, std::iter::once(mock).chain(given));
    // Bound, so that nothing else is kept while it waits: the future of the import shall be `Send` where the call is.
    (Statement::bind("call", call), Expr::name("call").awaited())
}
