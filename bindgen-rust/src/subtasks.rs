//! The bodies of async imports: what the runtime has to know about a call of one, which it makes as a subtask.
//!
//! The call may go on when the future that stands for it is gone, so everything is given away: the parameters to memory that
//! the runtime keeps, the result to whoever waits for it.

use crate::coder::{Address, Coder, Operand};
use crate::expr::{Expr, Pattern, Statement};
use crate::free::free;
use crate::functions::RustParam;
use crate::give::{give, give_flat};
use crate::head::Head;
use crate::lift::{FlatValues, load, unflatten};
use crate::lower::{flatten, one_or_tuple, store};
use crate::mode::Mode;
use crate::module::ModuleWriter;
use crate::rust_type::{Lifetime, RustType};
use crate::spell::Speller;
use witc_bindgen_core::{Chaining, IndentedText};
use witc_canonical_abi::{AreaOf, Bytes, CallPlan, CoreType, Layout, Location, Passed};
use witc_resolve::Type;

/// The runtime's trait for such calls.
const TRAIT: &str = "_rt::async_support::Subtask";

/// A call of an async import, ready to be written.
pub(crate) struct Subtask {
    params: RustType,
    lowered: RustType,
    result: RustType,
    block: (Layout, Bytes),
    /// Whether the parameters have borrowed handles.
    borrows: bool,
    methods: Vec<(Head, Vec<Statement>)>,
    arguments: Expr,
}

impl Subtask {
    pub(crate) fn new(
        writer: &mut ModuleWriter<'_, '_>,
        plan: &CallPlan,
        params: &[RustParam],
        import: &str,
        chaining: Option<Chaining>,
    ) -> Self {
        let receiver = match chaining {
            // The method takes it by value, to give it back.
            Some(Chaining::Owning) => Expr::name("self").reference(),
            Some(Chaining::Borrowing) | None => Expr::name("self"),
        };
        let argument = |param: &RustParam| match param.is_self {
            true => receiver.clone(),
            false => Expr::name(&param.name),
        };
        let (cx, module) = (writer.cx, writer.module);
        let speller = Speller::new(cx, module);
        let params_type = params
            .iter()
            .map(|param| speller.owned_for(param.ty, Lifetime::Declared));
        let lowered = core_params(plan);
        let mut methods = Methods {
            writer,
            plan,
            count: lowered.len(),
        };
        Self {
            params: RustType::Tuple(params_type.collect()),
            lowered: RustType::generic("_rt::Lowered", [RustType::core_values(lowered)]),
            result: plan
                .result()
                .map_or(RustType::UNIT, |result| speller.owned(result.ty)),
            block: plan.block(),
            borrows: params.iter().any(|param| cx.facts(param.ty).borrows),
            methods: vec![
                methods.lower(),
                methods.call(import),
                methods.free(),
                methods.drop(),
                methods.lift(),
            ],
            arguments: Expr::Tuple(params.iter().map(argument).collect()),
        }
    }

    /// Writes the body of a function that makes the call, with `after` at its end.
    pub(crate) fn write(&self, after: &str, source: &mut IndentedText) {
        let (generics, ty) = if self.borrows {
            source.lines("struct _Call<'a>(_rt::PhantomData<&'a ()>);");
            ("<'a>", "_Call<'a>")
        } else {
            source.lines("struct _Call;");
            ("", "_Call")
        };
        source.gap();
        let head = format!("unsafe impl{generics} {TRAIT} for {ty}");
        source.block(head, "", |source| self.write_impl(source));
        source.gap();
        let call = if self.borrows {
            Expr::call("_Call", [Expr::name("_rt::PhantomData")])
        } else {
            Expr::name("_Call")
        };
        // By its path: the trait is not in scope where the function is.
        let call = Expr::call(
            format!("{TRAIT}::call"),
            [call.mutable(), self.arguments.clone()],
        );
        call.awaited().line().then(after).write(source);
    }

    fn write_impl(&self, source: &mut IndentedText) {
        for (name, ty) in [
            ("Params", &self.params),
            ("ParamsLower", &self.lowered),
            ("Results", &self.result),
        ] {
            source.lines(format!("type {name} = {ty};"));
        }
        let (layout, offset) = self.block;
        let layout = [layout.size, layout.align].map(Expr::bytes);
        for (head, value) in [
            (
                "fn abi_layout(&mut self) -> _rt::Layout",
                Expr::call("_rt::layout", layout),
            ),
            ("fn results_offset(&mut self) -> usize", Expr::bytes(offset)),
        ] {
            source.gap();
            source.block(head, "", |source| value.line().write(source));
        }
        for (head, body) in &self.methods {
            source.gap();
            if body.is_empty() {
                head.define_empty(source);
            } else {
                head.define_unsafe(source, body);
            }
        }
    }
}

/// The core parameters that are for parameters, without the pointer to where the result goes.
fn core_params(plan: &CallPlan) -> &[CoreType] {
    let params = plan.signature.params.as_slice();
    match plan.area(AreaOf::Result) {
        // It is the last one (`flatten_functype`).
        Some(_) => params.split_last().map_or(&[], |(_, params)| params),
        None => params,
    }
}

/// Writes the methods of the trait.
struct Methods<'m, 'w, 'c> {
    writer: &'m mut ModuleWriter<'w, 'c>,
    plan: &'m CallPlan,
    /// The number of core values that the parameters are lowered to.
    count: usize,
}

impl<'c> Methods<'_, '_, 'c> {
    /// The code of a method, in which the lowered parameters are called `a0`, `a1`, ….
    fn coder(&mut self) -> Coder<'_, 'c> {
        let names = (0..self.count).map(|index| format!("a{index}"));
        let names = names.chain(["p", "v", "scratch"].map(str::to_owned));
        Coder::new(
            self.writer.cx,
            self.writer.helpers,
            self.writer.module,
            names,
        )
    }

    fn head(&self, name: &str) -> Head {
        Head::new(format!("unsafe fn {name}")).receiver("&mut self")
    }

    /// The head of a method that gets the lowered parameters, if it uses them.
    fn head_of_lowered(&self, name: &str, used: bool) -> Head {
        let names: Vec<_> = (0..self.count)
            .map(|index| Expr::name(format!("a{index}")))
            .collect();
        let pattern = Expr::call("_rt::Lowered", [one_or_tuple(names)]);
        let pattern = if used {
            pattern.to_string()
        } else {
            "_".to_owned()
        };
        self.head(name)
            .param(&pattern, &RustType::path("Self::ParamsLower"))
    }

    fn lower(&mut self) -> (Head, Vec<Statement>) {
        let plan = self.plan;
        let passed = plan.parameters();
        let mut coder = self.coder();
        let owned = Expr::call("_rt::ManuallyDrop::new", [Expr::name("v")]);
        let heap = passed.iter().any(|passed| coder.cx.facts(passed.ty).heap);
        if !passed.is_empty() {
            // What it holds is the callee's from here on.
            let name = "v".to_owned();
            let pattern = if heap {
                Pattern::Mutable(name)
            } else {
                Pattern::Name(name)
            };
            coder.push(Statement::Let(pattern, owned));
        }
        let mut flat = Vec::new();
        for (index, passed) in passed.iter().enumerate() {
            let part = Expr::name("v").field(index.to_string());
            let operand = Operand::value(part, Mode::OWNED);
            match passed.location {
                Location::Params(_) | Location::CoreResult => {
                    flat.extend(give_flat(&mut coder, &operand, passed.ty));
                }
                Location::Memory(_, offset) => {
                    let at = Address::param().plus(offset);
                    give(&mut coder, &operand, passed.ty, &at);
                }
            }
        }
        let in_memory = plan.area(AreaOf::Parameters).is_some();
        flat.extend(in_memory.then(|| Expr::name("p")));
        let lowered = Expr::call("_rt::Lowered", [one_or_tuple(flat)]);
        coder.push(Statement::Value(lowered));
        let body = coder.statements;
        let params = if passed.is_empty() { "_" } else { "v" };
        let head = self
            .head("params_lower")
            .param(params, &RustType::path("Self::Params"))
            .param(if in_memory { "p" } else { "_" }, &RustType::bytes())
            .result(Some(RustType::path("Self::ParamsLower")));
        (head, body)
    }

    fn call(&mut self, import: &str) -> (Head, Vec<Statement>) {
        let result = self.plan.area(AreaOf::Result).map(|_| "p".to_owned());
        let lowered = (0..self.count).map(|index| format!("a{index}"));
        let arguments = lowered.chain(result.clone()).map(Expr::name);
        let call = Expr::call(import, arguments).cast_to("u32");
        let head = self
            .head_of_lowered("call_import", self.count > 0)
            .param(result.as_deref().unwrap_or("_"), &RustType::bytes())
            .result(Some(RustType::path("u32")));
        (head, vec![Statement::Value(call)])
    }

    /// Frees the memory of the parameters when the callee has read them.
    fn free(&mut self) -> (Head, Vec<Statement>) {
        let plan = self.plan;
        let mut coder = self.coder();
        for passed in plan.parameters() {
            release(&mut coder, passed, Release::Memory);
        }
        let body = coder.statements;
        let head = self.head_of_lowered("params_dealloc_lists", !body.is_empty());
        (head, body)
    }

    /// Drops the parameters that the callee never got.
    fn drop(&mut self) -> (Head, Vec<Statement>) {
        let plan = self.plan;
        let mut coder = self.coder();
        for passed in plan.parameters() {
            release(&mut coder, passed, Release::All);
        }
        let body = coder.statements;
        let head = self.head_of_lowered("params_dealloc_lists_and_own", !body.is_empty());
        (head, body)
    }

    fn lift(&mut self) -> (Head, Vec<Statement>) {
        let result = self.plan.result().map(|result| result.ty);
        let mut coder = self.coder();
        let value = result.map(|ty| load(&mut coder, ty, &Address::param()));
        coder.statements.extend(value.map(Statement::Value));
        let body = coder.statements;
        let source = if body.is_empty() { "_" } else { "p" };
        let head = self
            .head("results_lift")
            .param(source, &RustType::bytes())
            .result(Some(RustType::path("Self::Results")));
        (head, body)
    }
}

/// What is released of a value that was given away.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Release {
    /// Its memory, and error contexts, which stay with whoever passes them: its handles belong to someone else.
    Memory,
    /// The handles that it owns, too.
    All,
}

/// Releases a lowered parameter.
fn release(coder: &mut Coder<'_, '_>, passed: &Passed, what: Release) {
    match &passed.location {
        Location::Params(slots) => {
            let flat = FlatValues::PARAMS.from(slots.start);
            let lift = |coder: &mut Coder<'_, '_>, ty| unflatten(coder, ty, flat);
            let again = |coder: &mut Coder<'_, '_>, value: &Operand, ty| {
                for flat in flatten(coder, value, ty) {
                    coder.push(Statement::bind("_", flat));
                }
            };
            release_lifted(coder, passed.ty, what, lift, again);
        }
        Location::Memory(_, offset) => {
            let at = Address::of(Expr::name("a0")).plus(*offset);
            release_stored(coder, passed.ty, what, &at);
        }
        // No parameter is the result of a call.
        Location::CoreResult => {}
    }
}

/// Releases a value in memory.
pub(crate) fn release_stored(coder: &mut Coder<'_, '_>, ty: Type, what: Release, at: &Address) {
    // Without handles there is nothing to tell apart, and memory can be freed without lifting anything.
    if what == Release::Memory && !coder.cx.facts(ty).owns {
        return free(coder, ty, at);
    }
    let lift = |coder: &mut Coder<'_, '_>, ty| load(coder, ty, at);
    let again = |coder: &mut Coder<'_, '_>, value: &Operand, ty| store(coder, value, ty, at);
    release_lifted(coder, ty, what, lift, again);
}

/// Releases a value by lifting and dropping it. Handles that belong to someone else are taken out of it before, by lowering it
/// `again`.
fn release_lifted(
    coder: &mut Coder<'_, '_>,
    ty: Type,
    what: Release,
    lift: impl FnOnce(&mut Coder<'_, '_>, Type) -> Expr,
    again: impl FnOnce(&mut Coder<'_, '_>, &Operand, Type),
) {
    let cx = coder.cx;
    let facts = cx.facts(ty);
    let needed = match what {
        Release::Memory => facts.heap || cx.has_error_context(ty),
        Release::All => facts.heap || facts.owns,
    };
    if !needed {
        return;
    }
    let borrows = facts.borrows.then(|| coder.fresh());
    if let Some(name) = &borrows {
        coder.push(Statement::bind(name, Expr::call("_rt::Borrows::new", [])));
        coder.borrows = Expr::name(name).reference();
    }
    let owned = coder.speller().owned(ty);
    let value = lift(coder, ty);
    let value = if what == Release::Memory && facts.owns {
        let name = coder.fresh();
        coder.push(Statement::Let(
            Pattern::Typed(name.clone(), owned.clone()),
            value,
        ));
        if cx.needs_scratch(ty) {
            let scratch = coder.fresh();
            coder.push(Statement::bind(
                &scratch,
                Expr::call("_rt::Scratch::new", []),
            ));
            coder.scratch = Expr::name(scratch).reference();
        }
        again(coder, &Operand::value(Expr::name(&name), Mode::OWNED), ty);
        Expr::name(name)
    } else {
        value
    };
    // Rust infers the type of a list from its use, of which there is none here.
    coder.push(Statement::call(format!("_rt::drop::<{owned}>"), [value]));
    // Whoever has made the call still has what it has lent.
    let forget = borrows.map(|name| Statement::Do(Expr::name(name).method("forget", [])));
    coder.statements.extend(forget);
}
