//! Imported functions.

use crate::calls::{CallBody, CallNames};
use crate::coder::Coder;
use crate::expr::{Expr, Statement};
use crate::functions::{self, RustParam, Use};
use crate::head::unsafe_block;
use crate::host_words;
use crate::layout::Line;
use crate::mock;
use crate::module::{CoreImport, ModuleWriter};
use crate::names;
use crate::subtasks::Subtask;
use witc_bindgen_core::{Chaining, FunctionName, IndentedText};
use witc_canonical_abi::{CallPlan, Convention, Names, Scheme, Side};
use witc_resolve::{Direction, Function};

/// Writes an imported function.
pub(crate) fn write(writer: &mut ModuleWriter<'_, '_>, function: &Function) {
    let cx = writer.cx;
    let interface = cx.key(writer.module);
    let params = functions::params(cx, writer.module, function, Use::Called);
    let chaining = cx.options.chainable_methods.chaining(FunctionName {
        resolve: cx.resolve,
        direction: Direction::Import,
        interface,
        function,
    });
    let convention = cx.convention(Direction::Import, writer.module, function);
    let plan = cx.plans.call(function, Side::Import, convention);
    let name = writer.symbol("import", &names::symbol(function));
    let body = Body::new(writer, &plan, &params, &name, chaining);
    let head = functions::head(cx, writer.module, Use::Called, function, &params, chaining);
    functions::attributes(&mut writer.source, function, Use::Called);
    let on_host = mock::call(cx, writer.module, function, &params, chaining);
    head.define(&mut writer.source, |source| match on_host {
        Some(call) => {
            source.lines(host_words::ON_HOST);
            let block = Line::new().block(Statement::lines(&call));
            block.write(source);
            source.lines(host_words::IN_COMPONENT);
            source.block("unsafe", "", |source| body.write(source));
        }
        None => body.write_alone(source),
    });
    let import = Names::new(cx.resolve, Scheme::Legacy).import(interface, function, convention);
    writer.imports.push(CoreImport {
        module: import.module,
        link: import.field,
        name,
        params: plan.signature.params,
        result: plan.signature.result,
    });
}

/// The body of an imported function.
enum Body {
    /// Calls, and comes back with the result.
    Sync(Vec<Statement>),
    /// Makes a subtask. A method whose calls are chained gives itself back after it.
    Async(Box<Subtask>, Option<Chaining>),
}

impl Body {
    fn new(
        writer: &mut ModuleWriter<'_, '_>,
        plan: &CallPlan,
        params: &[RustParam],
        import: &str,
        chaining: Option<Chaining>,
    ) -> Self {
        match plan.convention {
            Convention::Sync => Self::Sync(sync_body(writer, plan, params, import, chaining)),
            Convention::Async | Convention::AsyncStackful => {
                let subtask = Subtask::new(writer, plan, params, import, chaining);
                Self::Async(Box::new(subtask), chaining)
            }
        }
    }

    /// Writes it to a block that allows what is unsafe.
    fn write(&self, source: &mut IndentedText) {
        match self {
            Self::Sync(body) => Line::write_all(&Statement::lines(body), source),
            Self::Async(subtask, None) => subtask.write("", source),
            Self::Async(subtask, Some(_)) => {
                subtask.write(";", source);
                source.lines("self");
            }
        }
    }

    /// Writes it with such a block around it, if it needs one.
    fn write_alone(&self, source: &mut IndentedText) {
        match self {
            Self::Sync(body) => unsafe_block(source, body),
            Self::Async(..) => self.write(source),
        }
    }
}

/// The statements that lower the parameters, call, and lift the result.
fn sync_body(
    writer: &mut ModuleWriter<'_, '_>,
    plan: &CallPlan,
    params: &[RustParam],
    import: &str,
    chaining: Option<Chaining>,
) -> Vec<Statement> {
    let cx = writer.cx;
    // Parameters keep the names that WIT gives them, so what is made up here has to make way.
    let names = params.iter().map(|param| param.name.as_str());
    let mut coder = Coder::new(cx, writer.helpers, writer.module, names);
    let scratch = coder.scope.take("scratch");
    let args = coder.scope.take("args");
    let ret = coder.scope.take("ret");
    // A result is either what the call returns or in memory.
    let names = CallNames {
        params: args,
        result: ret.clone(),
        ret,
    };
    // One scratch for all parameters: it frees everything when the function returns.
    if params.iter().any(|param| cx.needs_scratch(param.ty)) {
        let new = Expr::call("_rt::Scratch::new", []);
        coder.push(Statement::bind(&scratch, new));
        coder.scratch = Expr::name(scratch).reference();
    }
    let call = CallBody::new(coder, plan, params, names, import.to_owned());
    let mut body = call.write(&plan.phases);
    if chaining.is_some() {
        body.push(Statement::Value(Expr::name("self")));
    }
    body
}
