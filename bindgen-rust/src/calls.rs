//! The bodies of functions that call, or are called: the phases of a call plan, each spelled out.
//!
//! `imports.rs` and `exports.rs` know what is called, and write the heads.

use crate::coder::{Address, Coder, Operand};
use crate::expr::{Expr, Pattern, Statement};
use crate::free::free;
use crate::functions::{Constructed, RustParam};
use crate::give::give;
use crate::lift::{FlatValues, load, unflatten};
use crate::lower::{flatten, store};
use crate::mode::Mode;
use crate::shape::Shape;
use witc_canonical_abi::{
    Area, AreaOf, Bytes, CallPlan, Callee, Home, Layout, Location, Passed, Phase, PointerAt,
    PointerWidth, Released, ResourceUse,
};
use witc_resolve::Type;

/// Results up to this size, in bytes, are returned in a place that all exports share.
// Half of the static area of the runtime, which every guest has in its memory: pointers of 64 bits
// at most double a size. Larger results are rare.
const SHARED_AREA: u32 = 512;

/// The body of a function that calls, or is called.
pub(crate) struct CallBody<'h, 'c, 'p> {
    coder: Coder<'h, 'c>,
    plan: &'p CallPlan,
    params: &'p [RustParam],
    names: CallNames,
    /// The path of what is called.
    callee: String,
    /// The function that makes a handle from the result of a constructor.
    constructor: Option<(Constructed, String)>,
    /// Async exports: the name of the built-in `task.return`.
    task_return: Option<String>,
    /// The variables that hold borrowed handles.
    lent: Vec<String>,
    /// The arguments for what is called.
    arguments: Vec<Expr>,
    /// The value that the function returns.
    returned: Option<Expr>,
}

/// The names of the variables of a body.
pub(crate) struct CallNames {
    /// The pointer to the parameters in memory.
    pub(crate) params: String,
    /// The result of the call.
    pub(crate) ret: String,
    /// The pointer to the result in memory.
    pub(crate) result: String,
}

impl<'h, 'c, 'p> CallBody<'h, 'c, 'p> {
    pub(crate) fn new(
        coder: Coder<'h, 'c>,
        plan: &'p CallPlan,
        params: &'p [RustParam],
        names: CallNames,
        callee: String,
    ) -> Self {
        Self {
            coder,
            plan,
            params,
            names,
            callee,
            constructor: None,
            task_return: None,
            lent: Vec::new(),
            arguments: Vec::new(),
            returned: None,
        }
    }

    /// The same body, which makes a handle from the result of a constructor.
    pub(crate) fn constructing(self, constructor: Option<(Constructed, String)>) -> Self {
        Self {
            constructor,
            ..self
        }
    }

    /// The same body, which returns its result by a built-in, if there is one.
    pub(crate) fn returning(self, task_return: Option<String>) -> Self {
        Self {
            task_return,
            ..self
        }
    }

    /// The statements of phases of the call.
    pub(crate) fn write(mut self, phases: &[Phase]) -> Vec<Statement> {
        for phase in phases {
            self.phase(phase);
        }
        let returned = self.returned.map(Statement::Value);
        self.coder.statements.extend(returned);
        self.coder.statements
    }

    fn phase(&mut self, phase: &Phase) {
        match phase {
            Phase::Allocate(area) => self.allocate(*area),
            // The caller has allocated and written it.
            Phase::Receive(_) => {}
            Phase::LowerParameters(passed) => self.lower_parameters(passed),
            Phase::LiftParameters(passed) => self.lift_parameters(passed),
            Phase::Call(Callee::Import) => self.call_import(),
            Phase::Call(Callee::Implementation) => self.call_implementation(),
            Phase::DropBorrows(_) => self.drop_borrows(),
            Phase::LiftResult(passed) => self.returned = Some(self.lift(passed)),
            Phase::LowerResult(passed) => self.lower_result(passed),
            // `_rt::Scratch` frees it when the function ends.
            Phase::Release(Released::Parameters) => {}
            // An async export lowers its result by reference: it drops it itself.
            Phase::Release(Released::Result) if self.task_return.is_some() => {}
            Phase::Release(Released::Result) => self.release_result(),
            Phase::Release(Released::Area(area)) => self.release_area(*area),
            Phase::Call(Callee::TaskReturn) => self.call_task_return(),
            // The call has waited: `call_implementation`. Those of async imports are subtasks (`subtasks.rs`).
            Phase::Wait(_) => {}
            // Lowering the result has set `returned`. The core result of an async export is the runtime's.
            Phase::Return(_) => {}
        }
    }

    /// A pointer to an area.
    fn pointer(&self, of: AreaOf) -> Expr {
        Expr::name(match of {
            AreaOf::Parameters => &self.names.params,
            AreaOf::Result => &self.names.result,
        })
    }

    /// The address of something in an area.
    fn address(&self, of: AreaOf, offset: Bytes) -> Address {
        Address::of(self.pointer(of)).plus(offset)
    }

    fn allocate(&mut self, area: Area) {
        let name = match area.of {
            AreaOf::Parameters => self.names.params.clone(),
            AreaOf::Result => self.names.result.clone(),
        };
        let [size, align] = [area.layout.size, area.layout.align].map(Expr::bytes);
        match area.home {
            // A frame's area is a variable of the function, so that nothing has to free it.
            Home::Frame => {
                let room = Expr::call(format!("_rt::Area::<{{ {size} }}>::new"), []);
                let room = Statement::Let(Pattern::Mutable(name.clone()), room);
                self.coder.push(room);
                let pointer = Expr::name(&name).method("at", []);
                self.coder.push(Statement::bind(&name, pointer));
            }
            // `_rt::keep_list` brings the area of a list that is kept.
            Home::Outside | Home::Block if self.kept_list().is_some() => {}
            Home::Outside | Home::Block if is_large(area.layout) => {
                let room = Expr::call("_rt::own_area", [size, align]);
                self.coder.push(Statement::bind(&name, room));
            }
            // A result area lives until the post-return function has run. No second call enters the
            // instance before that, so all exports can share one.
            Home::Outside | Home::Block => {
                let room = Expr::call(format!("_rt::area::<{{ {size} }}>"), []);
                self.coder.push(Statement::bind(&name, room));
            }
        }
        match area.pointer {
            PointerAt::Param(_) => self.arguments.push(Expr::name(name)),
            PointerAt::CoreResult => {}
        }
    }

    fn lower_parameters(&mut self, passed: &[Passed]) {
        for (param, passed) in self.params.iter().zip(passed) {
            let operand = operand(&self.coder, param);
            self.lower(&operand, passed);
        }
    }

    /// Lowers a value to where it is expected; flat values become arguments.
    fn lower(&mut self, operand: &Operand, passed: &Passed) {
        match passed.location {
            Location::Params(_) | Location::CoreResult => {
                let flat = flatten(&mut self.coder, operand, passed.ty);
                self.arguments.extend(flat);
            }
            Location::Memory(of, offset) => {
                let at = self.address(of, offset);
                store(&mut self.coder, operand, passed.ty, &at);
            }
        }
    }

    /// The value that was lowered to where it is.
    fn lift(&mut self, passed: &Passed) -> Expr {
        match &passed.location {
            Location::Params(slots) => {
                // The core parameters are called `a0`, `a1`, … in their order, so slots are names.
                let flat = FlatValues::PARAMS.from(slots.start);
                unflatten(&mut self.coder, passed.ty, flat)
            }
            Location::CoreResult => {
                let flat = FlatValues::result(&self.names.ret);
                unflatten(&mut self.coder, passed.ty, flat)
            }
            Location::Memory(of, offset) => {
                let at = self.address(*of, *offset);
                load(&mut self.coder, passed.ty, &at)
            }
        }
    }

    fn lift_parameters(&mut self, passed: &[Passed]) {
        let (cx, module) = (self.coder.cx, self.coder.module);
        // A parameter that is one borrowed handle and nothing else is dropped by a variable of its
        // own, which costs less than a list of handles.
        let needs_borrows = |passed: &Passed| {
            cx.lends(module, passed.ty) && lent_alone(&self.coder, passed).is_none()
        };
        if passed.iter().any(needs_borrows) {
            self.keep_borrows();
        }
        for (index, (param, passed)) in self.params.iter().zip(passed).enumerate() {
            let value = self.lift_parameter(index, passed);
            self.arguments.push(if param.is_self {
                // The trait that the guest implements has `&self` on its own type, which the handle
                // holds.
                value.method("get::<_T>", [])
            } else {
                value
            });
        }
    }

    /// Makes what keeps borrowed handles.
    fn keep_borrows(&mut self) {
        let mut borrows = Expr::call("_rt::Borrows::new", []);
        if self.task_return.is_some() {
            // A variable of its own, which can be dropped before the function ends.
            let name = "lent".to_owned();
            self.coder.push(Statement::bind(&name, borrows));
            borrows = Expr::name(&name);
            self.lent.push(name);
        }
        self.coder
            .push(Statement::bind("borrows", borrows.reference()));
    }

    /// Drops what keeps borrowed handles. In a sync export that happens when the function ends.
    fn drop_borrows(&mut self) {
        if self.task_return.is_some() {
            let drop = |name| Statement::call("_rt::drop", [Expr::name(name)]);
            self.coder.statements.extend(self.lent.drain(..).map(drop));
        }
    }

    fn lift_parameter(&mut self, index: usize, passed: &Passed) -> Expr {
        if let Some((resource, slot)) = lent_alone(&self.coder, passed) {
            let name = lend(&mut self.coder, resource, slot);
            self.lent.push(name.clone());
            return Expr::name(name).reference();
        }
        let value = self.lift(passed);
        match passed.location {
            Location::Params(_) | Location::CoreResult => value,
            // The area is freed before the call, so the value is bound while it is still there.
            Location::Memory(..) => {
                let name = self.coder.scope.take(format!("p{index}"));
                self.coder.push(Statement::bind(&name, value));
                Expr::name(name)
            }
        }
    }

    fn call(&mut self) -> Expr {
        let arguments = std::mem::take(&mut self.arguments);
        Expr::call(&self.callee, arguments)
    }

    fn call_import(&mut self) {
        let call = self.call();
        self.coder.push(match self.plan.signature.result {
            Some(_) => Statement::bind(&self.names.ret, call),
            None => Statement::Do(call),
        });
    }

    /// Calls the guest's implementation and binds its result: to a reference, if it is written to memory.
    fn call_implementation(&mut self) {
        let call = self.call();
        let call = match &self.constructor {
            Some((Constructed::Resource, new)) => Expr::call(new, [call]),
            // An error is the guest's own value and passes through; only a success becomes a
            // handle.
            Some((Constructed::Fallible(_), new)) => call.method("map", [Expr::name(new)]),
            None => call,
        };
        let ret = self.names.ret.clone();
        let is_async = self.task_return.is_some();
        let call = if is_async { call.awaited() } else { call };
        let Some(result) = self.plan.result() else {
            return self.coder.push(Statement::Do(call));
        };
        let cx = self.coder.cx;
        // The caller takes the context from its handle when the export has returned, so that it must stay. Nobody drops it then:
        // the built-in for that needs a function to be called afterwards, which a result in a register does not have.
        let keeps = !is_async && cx.has_error_context(result.ty);
        match result.location {
            Location::Params(_) | Location::CoreResult => {
                let call = if keeps { kept(call) } else { call };
                self.coder.push(Statement::bind(ret, call));
            }
            Location::Memory(..) if is_async => self.coder.push(Statement::bind(ret, call)),
            Location::Memory(..) if self.kept_list().is_some() => {
                self.returned = Some(Expr::call("_rt::keep_list", [call]));
            }
            // `give` hands its allocations to the caller, so the value must not be dropped.
            Location::Memory(..) if keeps || cx.facts(result.ty).heap => {
                let binding = Pattern::Mutable(ret.clone());
                self.coder.push(Statement::Let(binding, kept(call)));
                let inner = Expr::name(&ret).deref().mutable();
                self.coder.push(Statement::bind(ret, inner));
            }
            Location::Memory(..) => self.coder.push(Statement::bind(ret, call.reference())),
        }
    }

    /// Calls `task.return`, which reads the result while it runs.
    fn call_task_return(&mut self) {
        let arguments = std::mem::take(&mut self.arguments);
        let name = self.task_return.clone().unwrap_or_default();
        let forget = Expr::name("cancel").method("forget", []);
        self.coder.push(Statement::Do(forget));
        self.coder.push(Statement::call(name, arguments));
    }

    fn lower_result(&mut self, passed: &Passed) {
        if self.task_return.is_some() {
            return self.lend_result(passed);
        }
        match passed.location {
            Location::Params(_) | Location::CoreResult => {
                let ret = Operand::value(Expr::name(&self.names.ret), Mode::OWNED);
                let flat = flatten(&mut self.coder, &ret, passed.ty);
                // A core function has one result at most: types of more flat values are returned in
                // memory.
                self.returned = flat.into_iter().next();
            }
            Location::Memory(of, offset) => {
                // `_rt::keep_list` has been given the list itself and has written its pointer and
                // length.
                if self.kept_list().is_some() {
                    return;
                }
                let at = self.address(of, offset);
                let ret = Operand::reference(&self.names.ret, Mode::OWNED);
                give(&mut self.coder, &ret, passed.ty, &at);
                self.returned = Some(self.pointer(of));
            }
        }
    }

    /// Lowers the result of an async export, which stays where it is until `task.return` has read it.
    fn lend_result(&mut self, passed: &Passed) {
        if self.coder.cx.needs_scratch(passed.ty) {
            let new = Expr::call("_rt::Scratch::new", []);
            self.coder.push(Statement::bind("scratch", new));
            self.coder.scratch = Expr::name("scratch").reference();
        }
        let ret = Operand::value(Expr::name(&self.names.ret), Mode::OWNED);
        self.lower(&ret, passed);
    }

    /// The type of a result that is handed over without a copy: a string, or a list whose elements Rust lays out as the canonical
    /// ABI does.
    fn kept_list(&self) -> Option<Type> {
        let result = self.plan.result()?;
        let cx = self.coder.cx;
        let shape = Shape::of(&cx.plan(result.ty).kind);
        let is_list = shape.is_string() || shape.list_element().is_some();
        (is_list && !cx.needs_scratch(result.ty)).then_some(result.ty)
    }

    fn release_result(&mut self) {
        let at = self.address(AreaOf::Result, Bytes::ZERO);
        if let Some(ty) = self.kept_list() {
            let owned = self.coder.speller().owned(ty);
            // The list keeps its block, whose capacity may be more than its length:
            // `_rt::keep_list` has written it after the length.
            let release = format!("_rt::release_list::<{owned}>");
            self.coder.push(Statement::call(release, [at.expr()]));
        } else if let Some(result) = self.plan.result() {
            free(&mut self.coder, result.ty, &at);
        }
    }

    fn release_area(&mut self, area: Area) {
        let free = match area.home {
            Home::Frame => false,
            // Small areas are static and shared by all exports.
            Home::Outside => is_large(area.layout) && self.kept_list().is_none(),
            Home::Block => true,
        };
        if free {
            let pointer = self.pointer(area.of);
            let [size, align] = [area.layout.size, area.layout.align].map(Expr::bytes);
            self.coder
                .push(Statement::call("_rt::free", [pointer, size, align]));
        }
    }
}

/// A value that is not dropped.
fn kept(value: Expr) -> Expr {
    Expr::call("_rt::ManuallyDrop::new", [value])
}

/// Whether a result gets an area of its own, on the heap.
fn is_large(layout: Layout) -> bool {
    layout.size.at(PointerWidth::Bits32) > SHARED_AREA
}

/// The value of a parameter that is lowered.
fn operand(coder: &Coder<'_, '_>, param: &RustParam) -> Operand {
    if param.is_self {
        return Operand::reference("self", Mode::OWNED);
    }
    // A slice, a `str` or a borrowed handle is a reference by its kind. A named type of which only the top is borrowed is a
    // reference as well, but `lower.rs` finds that out for values at any depth.
    let is_slice = !param.mode.is_reference(coder.cx, param.ty)
        && coder.speller().ty(param.ty, param.mode).is_reference();
    if is_slice {
        Operand::reference(&param.name, param.mode)
    } else {
        Operand::value(Expr::name(&param.name), param.mode)
    }
}

/// The resource and the slot of a parameter that is a borrowed handle of an imported resource and nothing else, and passed flat:
/// it needs nothing that keeps it.
fn lent_alone(coder: &Coder<'_, '_>, passed: &Passed) -> Option<(ResourceUse, usize)> {
    let cx = coder.cx;
    match &passed.location {
        Location::Params(slots) => {
            let resource = cx.plan(passed.ty).kind.borrow();
            let resource = resource.filter(|_| cx.lends(coder.module, passed.ty));
            resource.map(|resource| (resource, slots.start))
        }
        Location::CoreResult | Location::Memory(..) => None,
    }
}

/// Binds a borrowed handle of an imported resource to a name, which drops it when the export returns.
fn lend(coder: &mut Coder<'_, '_>, resource: ResourceUse, slot: usize) -> String {
    let path = coder.speller().type_path(resource.named);
    let name = coder.fresh();
    let handle = Expr::name(format!("a{slot}")).cast_to("u32");
    let handle = Expr::call(format!("{path}::from_handle"), [handle]);
    coder.push(Statement::bind(&name, handle));
    name
}
