//! Exported functions: traits for the guest to implement, and the functions that the `export!` macro exports.

use crate::calls::{CallBody, CallNames};
use crate::coder::Coder;
use crate::expr::{Expr, Statement};
use crate::functions::{self, RustParam, Use};
use crate::head::Head;
use crate::module::{CoreExport, CoreImport, Implementor, ModuleWriter};
use crate::names;
use crate::resources;
use crate::rust_type::RustType;
use crate::stubs;
use witc_canonical_abi::{CallPlan, CoreType, Names, PostReturn, Scheme, Side};
use witc_resolve::{Direction, Function, TypeId};

/// Writes the traits and functions for what a module exports.
pub(crate) fn write(writer: &mut ModuleWriter<'_, '_>, functions: &[&Function]) {
    let cx = writer.cx;
    let functions: Vec<_> = functions
        .iter()
        .copied()
        .filter(|function| !cx.skips(function))
        .collect();
    // The world itself imports the resources that it declares.
    let resources: Vec<_> = if writer.module == cx.modules.root() {
        Vec::new()
    } else {
        cx.resources(writer.module).collect()
    };
    if functions.is_empty() && resources.is_empty() {
        return;
    }
    // Traits come before functions: readers look for what they have to implement.
    guest_trait(writer, &functions, &resources);
    for &id in &resources {
        let methods = writer.functions(Some(id));
        resources::write_trait(writer, id, &methods);
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
            functions::declare(cx, module, function, source);
        }
    });
}

/// Writes what is called for an exported function, and after it if the result leaves something to release.
fn write_function(writer: &mut ModuleWriter<'_, '_>, function: &Function) {
    let cx = writer.cx;
    let module = writer.module;
    let convention = cx.convention(Direction::Export, module, function);
    let plan = cx.plans.call(function, Side::Export, convention);
    let params = functions::params(cx, module, function, Use::Implemented);
    let word = names::symbol(function);
    let name = writer.symbol("export", &word);
    let bound = match function.kind.resource() {
        Some(id) => cx.guest_name(module, id),
        None => "Guest".to_owned(),
    };
    let task_return = task_return(writer, function, &plan, &word);
    let body = body(writer, function, &plan, &params, task_return);
    let head = Head::new(format!("pub unsafe fn {name}<_T: {bound}>"))
        .core_params(&plan.signature.params)
        .result(plan.signature.result.map(RustType::core));
    define(writer, &head, &body);
    let post = post_return(writer, &plan, &params, &word);
    let symbols = Names::new(cx.resolve, Scheme::Legacy);
    let key = cx.key(module);
    let path = cx.path(module).join("::");
    let implementor = match function.kind.resource() {
        Some(id) => Implementor::Resource {
            module: path.clone(),
            name: cx.type_name(module, id),
        },
        None => Implementor::Guest,
    };
    writer.exports.push(CoreExport {
        symbol: symbols.export(key, function, convention),
        path: format!("{path}::{name}"),
        implementor: Some(implementor),
        params: plan.signature.params,
        result: plan.signature.result,
    });
    if plan.task_return.is_some() {
        writer.exports.push(CoreExport {
            symbol: symbols.callback(key, function),
            // One for all: the runtime knows which task it is.
            path: "_rt::callback".to_owned(),
            implementor: None,
            params: vec![CoreType::I32; 3],
            result: Some(CoreType::I32),
        });
    }
    if let Some((post, name)) = plan.post_return.zip(post) {
        writer.exports.push(CoreExport {
            symbol: symbols.post_return(key, function),
            path: format!("{path}::{name}"),
            implementor: None,
            params: post.params,
            result: None,
        });
    }
}

/// Writes a function that the `export!` macro exports.
fn define(writer: &mut ModuleWriter<'_, '_>, head: &Head, body: &[Statement]) {
    writer.source.gap();
    writer.source.lines("#[doc(hidden)]");
    head.define_unsafe(&mut writer.source, body);
}

/// Writes what releases a result when it was read, if there is anything to release; gives its name.
fn post_return(
    writer: &mut ModuleWriter<'_, '_>,
    plan: &CallPlan,
    params: &[RustParam],
    word: &str,
) -> Option<String> {
    let PostReturn { phases, .. } = plan.post_return.as_ref()?;
    let coder = Coder::new(writer.cx, writer.helpers, writer.module, ["p"]);
    let body = CallBody::new(coder, plan, params, call_names(), String::new()).write(phases);
    // Without a post-return function the host has one call less to make.
    if body.is_empty() {
        return None;
    }
    let name = writer.symbol("post", word);
    let head = Head::new(format!("pub unsafe fn {name}")).param("p", &RustType::bytes());
    define(writer, &head, &body);
    Some(name)
}

/// Imports the built-in by which an async export returns its result; gives its name.
fn task_return(
    writer: &mut ModuleWriter<'_, '_>,
    function: &Function,
    plan: &CallPlan,
    word: &str,
) -> Option<String> {
    let cx = writer.cx;
    let signature = plan.task_return.as_ref()?;
    let name = writer.symbol("return", word);
    let import =
        Names::new(cx.resolve, Scheme::Legacy).task_return(cx.key(writer.module), function);
    writer.imports.push(CoreImport {
        module: import.module,
        link: import.field,
        name: name.clone(),
        params: signature.params.clone(),
        result: signature.result,
    });
    Some(name)
}

/// The names of the variables of an exported function, whose parameters are called `a0`, `a1`, ….
fn call_names() -> CallNames {
    CallNames {
        params: "a0".to_owned(),
        ret: "ret".to_owned(),
        result: "p".to_owned(),
    }
}

/// The statements that lift the parameters, call what the guest wrote, and lower the result.
fn body(
    writer: &mut ModuleWriter<'_, '_>,
    function: &Function,
    plan: &CallPlan,
    params: &[RustParam],
    task_return: Option<String>,
) -> Vec<Statement> {
    let cx = writer.cx;
    let module = writer.module;
    let names = (0..plan.signature.params.len()).map(|index| format!("a{index}"));
    let mut coder = Coder::new(cx, writer.helpers, module, names);
    coder.borrows = Expr::name("borrows");
    let callee = format!("_T::{}", cx.function_name(module, function));
    let constructor = functions::constructed(cx, function)
        .zip(function.kind.resource())
        .map(|(constructed, id)| (constructed, format!("{}::new", cx.type_name(module, id))));
    let is_async = task_return.is_some();
    let call = CallBody::new(coder, plan, params, call_names(), callee)
        .constructing(constructor)
        .returning(task_return)
        .write(&plan.phases);
    let mut body = Vec::new();
    // The linker runs static constructors in every export, again and again, unless something calls
    // them: this does, once.
    if !cx.options.disable_run_ctors_once_workaround {
        body.push(Statement::call("_rt::run_ctors_once", []));
    }
    if is_async {
        body.push(Statement::Value(task(call)));
    } else {
        body.extend(call);
    }
    body
}

/// The start of a task that makes a call, which gives what the core function returns.
fn task(call: Vec<Statement>) -> Expr {
    // The first variable is dropped last: the caller is told that the task is cancelled when nothing of it is left.
    let cancel = Expr::call("_rt::async_support::TaskCancelOnDrop::new", []);
    let mut body = vec![Statement::bind("cancel", cancel)];
    body.extend(call);
    Expr::call("_rt::async_support::start_task", [Expr::Async(body)])
}
