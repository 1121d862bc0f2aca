//! Tests on the host: traits for what stands in for imports there, and how imported functions reach it.
//!
//! All of it is there only where the target is not WebAssembly, and only if the option `host-tests` asks for it.

use crate::async_mocks;
use crate::context::Context;
use crate::docs;
use crate::expr::{Expr, Statement};
use crate::functions::{self, RustParam, Use};
use crate::head::Head;
use crate::host_words::{ON_HOST, full_name};
use crate::module::ModuleWriter;
use crate::module_names::MockNames;
use crate::spell::Speller;
use witc_bindgen_core::{Chaining, IndentedText, ModuleId};
use witc_resolve::{Function, FunctionKind, TypeId};

/// The resource that a function is called on.
fn method_of(function: &Function) -> Option<TypeId> {
    match function.kind {
        FunctionKind::Method(id) => Some(id),
        FunctionKind::Freestanding | FunctionKind::Static(_) | FunctionKind::Constructor(_) => None,
    }
}

/// The trait by which a mock is found: that of its calls, if it has async functions.
fn shared(cx: &Context<'_>, module: ModuleId, mock: &str, functions: &[&Function]) -> String {
    let mut functions = functions.iter();
    if functions.any(|function| async_mocks::is_async(cx, module, function)) {
        async_mocks::calls_of(mock)
    } else {
        mock.to_owned()
    }
}

/// Writes the trait of the calls of a mock, if it has async functions.
fn calls(
    writer: &mut ModuleWriter<'_, '_>,
    mock: &str,
    functions: &[&Function],
    name: impl Fn(&Function) -> String,
) {
    let (cx, module) = (writer.cx, writer.module);
    let functions = functions.iter();
    let asynchronous: Vec<_> = functions
        .filter(|function| async_mocks::is_async(cx, module, function))
        .map(|&function| (function, name(function)))
        .collect();
    if !asynchronous.is_empty() {
        async_mocks::write(cx, module, mock, &asynchronous, &mut writer.source);
    }
}

/// Writes the traits of an imported module, and how something of them is installed.
pub(crate) fn write(writer: &mut ModuleWriter<'_, '_>) {
    let cx = writer.cx;
    let module = writer.module;
    let Some(names) = cx.mock_names(module) else {
        return;
    };
    // Each resource has a trait of its own: a test makes several of them, each with its own state.
    let resources = cx.resources(module);
    for id in resources.filter(|&id| !cx.is_remapped(module, id)) {
        resource(writer, names, id);
    }
    let functions = plain(cx, module);
    if functions.is_empty() {
        return;
    }
    let what = what(cx, module);
    head(
        &mut writer.source,
        &format!("What stands in for {what} in tests on the host."),
    );
    writer
        .source
        .block(format!("pub trait {}", names.interface), "", |source| {
            for function in &functions {
                method(
                    cx,
                    module,
                    function,
                    &names.functions[function.name.as_str()],
                    source,
                );
            }
        });
    head(
        &mut writer.source,
        "Makes this stand in for the imports, in this thread, and gives it back to look at.",
    );
    let MockNames {
        interface, install, ..
    } = names;
    let shared = shared(cx, module, interface, &functions);
    let function =
        format!("pub fn {install}<_M: {interface} + 'static>(mock: _M) -> _rt::host::Rc<_M>");
    writer.source.block(function, "", |source| {
        // Shared, so that the test can look at what the mock has seen after the calls.
        source.lines("let mock = _rt::host::Rc::new(mock);");
        source.lines(format!(
            "_rt::host::install::<dyn {shared}>(mock.clone());\nmock"
        ));
    });
    calls(writer, interface, &functions, |function| {
        names.functions[function.name.as_str()].clone()
    });
    writer.on_host.extend([interface.clone(), install.clone()]);
}

/// Writes the trait of a resource, and how something of it becomes one.
fn resource(writer: &mut ModuleWriter<'_, '_>, names: &MockNames, id: TypeId) {
    let cx = writer.cx;
    let module = writer.module;
    let name = cx.type_name(module, id);
    let mock = &names.resources[&id];
    let methods = methods(cx, module, id);
    head(
        &mut writer.source,
        &format!("What a [`{name}`] is made of in tests on the host."),
    );
    writer
        .source
        .block(format!("pub trait {mock}"), "", |source| {
            for function in &methods {
                method(
                    cx,
                    module,
                    function,
                    &cx.function_name(module, function),
                    source,
                );
            }
        });
    writer.source.gap();
    writer.source.lines(ON_HOST);
    // With `From` a mock can be given wherever the code under test expects the resource.
    let head = format!("impl<_M: {mock} + 'static> _rt::host::From<_M> for {name}");
    writer.source.block(head, "", |source| {
        source.block("fn from(mock: _M) -> Self", "", |source| {
            let shared = shared(cx, module, mock, &methods);
            let handle = format!("_rt::host::new_mock::<dyn {shared}>(_rt::host::Rc::new(mock))");
            source.lines(format!("unsafe {{ Self::from_handle({handle}) }}"));
        });
    });
    calls(writer, mock, &methods, |function| {
        cx.function_name(module, function)
    });
    writer.on_host.push(mock.clone());
}

/// The methods of a resource that are written.
fn methods<'c>(cx: &Context<'c>, module: ModuleId, id: TypeId) -> Vec<&'c Function> {
    let all = cx.functions_of(module, Some(id)).iter().copied();
    all.filter(|it| method_of(it) == Some(id) && !cx.skips(it))
        .collect()
}

fn head(source: &mut IndentedText, docs: &str) {
    source.gap();
    docs::write_text(source, docs);
    source.lines(ON_HOST);
}

/// Writes a function of a trait. It need not be implemented: a test is about few of them.
fn method(
    cx: &Context<'_>,
    module: ModuleId,
    function: &Function,
    name: &str,
    source: &mut IndentedText,
) {
    let speller = Speller::new(cx, module);
    let params = functions::params(cx, module, function, Use::Called);
    let asynchronous = async_mocks::is_async(cx, module, function);
    let keyword = if asynchronous { "async fn" } else { "fn" };
    let head = Head::new(format!("{keyword} {name}")).receiver("&self");
    let head = params
        .iter()
        .filter(|param| !param.is_self)
        .fold(head, |head, param| {
            head.param(&param.name, &speller.ty(param.ty, param.mode))
        });
    // It is written outside of its resource, where `Self` would be something else.
    let own = function.kind.resource().map(|id| cx.type_name(module, id));
    let result = functions::result(cx, module, function, own.as_deref().unwrap_or("Self"));
    functions::attributes(source, function, Use::Implemented);
    let body = |source: &mut IndentedText| {
        let name = Expr::name(format!("{:?}", full_name(cx, module, function)));
        Expr::call("_rt::host::not_mocked", [name])
            .line()
            .write(source);
    };
    let head = head.result(result);
    if asynchronous {
        // The lint is about futures that may not be `Send`; those of mocks stay in one thread.
        source.lines("#[allow(async_fn_in_trait)]");
        // What is async cannot be called on a `dyn Mock`, which the others can.
        head.line().write(source);
        source.lines("where\n    Self: Sized,\n{");
        source.indented(body);
        source.lines("}");
    } else {
        head.define(source, body);
    }
}

/// The statements of an imported function on the host; nothing if tests there were not asked for.
pub(crate) fn call(
    cx: &Context<'_>,
    module: ModuleId,
    function: &Function,
    params: &[RustParam],
    chaining: Option<Chaining>,
) -> Option<Vec<Statement>> {
    let names = cx.mock_names(module)?;
    let (name, function_name, mock) = match method_of(function) {
        Some(id) => {
            let name = names.resources.get(&id)?;
            let shared = shared(cx, module, name, &methods(cx, module, id));
            let handle = Expr::name("self").method("handle", []);
            let mock = Expr::call(format!("_rt::host::resource::<dyn {shared}>"), [handle]);
            (name, cx.function_name(module, function), mock)
        }
        None => {
            let MockNames {
                interface,
                functions,
                ..
            } = names;
            let function = functions.get(function.name.as_str())?;
            let what = Expr::name(format!("{:?}", what(cx, module)));
            let shared = shared(cx, module, interface, &plain(cx, module));
            let mock = Expr::call(format!("_rt::host::mock::<dyn {shared}>"), [what]);
            (interface, function.clone(), mock)
        }
    };
    let (mut statements, result) = if async_mocks::is_async(cx, module, function) {
        let path = format!("{}::{function_name}", async_mocks::calls_of(name));
        let (bound, awaited) = async_mocks::call(cx, module, &path, mock, params);
        (vec![bound], awaited)
    } else {
        let given = params.iter().filter(|param| !param.is_self);
        let given = given.map(|param| Expr::name(&param.name));
        let arguments = std::iter::once(mock.deref().reference()).chain(given);
        let path = format!("{name}::{function_name}");
        (Vec::new(), Expr::call(path, arguments))
    };
    statements.extend(match chaining {
        Some(_) => vec![Statement::Do(result), Statement::Value(Expr::name("self"))],
        None => vec![Statement::Value(result)],
    });
    Some(statements)
}

fn what(cx: &Context<'_>, module: ModuleId) -> String {
    match cx.key(module) {
        Some(key) => format!("the interface `{}`", cx.resolve.extern_name(key)),
        None => format!(
            "the functions that the world `{}` imports",
            cx.modules.world.name
        ),
    }
}

/// The functions of a module that are written and no methods.
fn plain<'c>(cx: &Context<'c>, module: ModuleId) -> Vec<&'c Function> {
    let all = cx.module(module).functions.iter().copied();
    all.filter(|function| method_of(function).is_none() && writes(cx, module, function))
        .collect()
}

/// Whether a function is written at all.
fn writes(cx: &Context<'_>, module: ModuleId, function: &Function) -> bool {
    let remapped = function
        .kind
        .resource()
        .is_some_and(|id| cx.is_remapped(module, id));
    !remapped && !cx.skips(function) && !cx.module(module).role.is_implemented()
}
