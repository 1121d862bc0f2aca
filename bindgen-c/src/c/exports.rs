//! The functions that the guest writes: each a core export that calls it.

use crate::c::code::Code;
use crate::c::context::Context;
use crate::c::functions::{CFunction, CParam, CResult, Form, Pass, param_list};
use crate::c::helpers::Disposal;
use crate::c::lower::FlatValues;
use crate::c::lvalue::Lvalue;
use crate::c::runtime::Helper;
use crate::c::spill::spilled_struct;
use crate::c::types::{HandleType, TypeRef};
use crate::shared::spelling::{Spelling, core_result, core_type, export_attribute};
use witc_bindgen_core::{IndentedText, NameScope};
use witc_canonical_abi::{AreaOf, Home, Phase, Returned as ReturnedValue};

/// The body of an export in the making.
struct ExportBody<'f, 'a> {
    function: &'f CFunction<'a>,
    /// The names of the core parameters.
    params: &'f [String],
    locals: NameScope,
    code: Code,
    /// The pointer to the struct that the parameters are in, if they are in memory.
    block: Option<String>,
    arguments: Vec<Argument>,
    /// Statements that drop the borrowed handles of the arguments, the last first.
    drops: Code,
    /// Statements that free what the guest's function was shown.
    frees: Code,
    /// The result of the guest's function, if it has one.
    returned: Option<Returned>,
}

/// An argument for the guest's function.
struct Argument {
    ty: TypeRef,
    /// The place of its value; with [`Argument::some`], that of the value in the option.
    value: Lvalue,
    by_pointer: bool,
    /// For an option: the condition under which there is something.
    some: Option<String>,
}

/// The result of the guest's function.
struct Returned {
    ty: TypeRef,
    /// The expression that has it.
    value: String,
}

impl Argument {
    fn text(&self) -> String {
        match &self.some {
            Some(some) => format!("{some} ? {} : NULL", self.value.address()),
            None if self.by_pointer => self.value.address(),
            None => self.value.get(),
        }
    }
}

impl<'a> Context<'_, 'a> {
    /// Writes an exported function, with its post-return function, if the result leaves memory to be freed.
    pub(crate) fn export(&mut self, function: &CFunction<'a>, source: &mut IndentedText) {
        let call = &function.call;
        let key = function.interface(self.types.modules);
        let export = self.names().export(key, function.function, call.convention);
        let core = self.symbols.take(format!("export_{}", function.name));
        let mut locals = function.locals.clone();
        let params: Vec<String> = (0..call.signature.params.len())
            .map(|index| locals.take(format!("a{index}")))
            .collect();
        let head = self.export_head(function, &core, &params);
        let body = self.export_body(function, &params, locals);
        source.gap();
        source.lines(export_attribute(&export));
        source.block(head, "", |source| body.write(source));
        self.task_functions(function, source);
        if let Some(post_return) = &call.post_return
            && post_return.frees_memory()
            && let Some(ty) = function.result.ty()
        {
            // The area itself is static.
            let release = self.dispose(Disposal::Release, ty, &Lvalue::pointee("value"));
            let export = self.names().post_return(key, function.function);
            source.lines(export_attribute(&export));
            let core = self.symbols.take(format!("{core}_post_return"));
            let head = format!("void {core}({} *value)", self.type_name(ty));
            source.block(head, "", |source| release.write(source));
        }
    }

    fn export_head(&mut self, function: &CFunction<'_>, core: &str, params: &[String]) -> String {
        let signature = &function.call.signature;
        let mut types: Vec<Spelling> = signature.params.iter().map(|&ty| core_type(ty)).collect();
        if let Some(starts) = signature.parameters.flat() {
            // Natively a representation has the width of a pointer.
            for (param, &start) in function.params.iter().zip(starts) {
                let handle = self.types.shape(param.ty).handle();
                if handle.is_some_and(HandleType::is_representation)
                    && let Some(ty) = types.get_mut(start)
                {
                    *ty = Spelling::value(self.helpers.name(Helper::Representation));
                }
            }
        }
        let params = types.iter().zip(params);
        let params: Vec<String> = params.map(|(ty, name)| ty.declare(name)).collect();
        let area = match function.form {
            Form::Sync => function.call.area(AreaOf::Result),
            // The core result is a code.
            Form::Task { .. } | Form::Call(_) => None,
        };
        let result = match (area, function.result.ty()) {
            // Typed, as `return &out;` has it and the post-return function takes it.
            (Some(_), Some(ty)) => Spelling::pointer(self.type_name(ty).to_owned()),
            (None, _) | (_, None) => core_result(signature.result),
        };
        format!("{}({})", result.declare(core), param_list(&params))
    }

    /// The phases of the call, one after the other.
    fn export_body(
        &mut self,
        function: &CFunction<'a>,
        params: &[String],
        locals: NameScope,
    ) -> Code {
        let mut body = ExportBody {
            function,
            params,
            locals,
            code: Code::default(),
            block: None,
            arguments: Vec::new(),
            drops: Code::default(),
            frees: Code::default(),
            returned: None,
        };
        for phase in &function.call.phases {
            match phase {
                Phase::Receive(_) => self.receive(&mut body),
                Phase::LiftParameters(_) => self.lift_parameters(&mut body),
                Phase::Call(_) => self.call_guest(&mut body),
                Phase::DropBorrows(_) => body.code.append(std::mem::take(&mut body.drops)),
                // The guest is shown the parameters where they are in the block, and the result is made in its area:
                // the block is freed after the call, and the area is there before.
                Phase::Release(_) | Phase::Allocate(_) => {}
                // In memory the result is in its form already, and flat values are made in the `return` itself: what is
                // due here is to free the block of the parameters, which the guest's function has read.
                Phase::LowerResult(_) => body.code.append(std::mem::take(&mut body.frees)),
                Phase::Return(returned) => self.return_result(&mut body, *returned),
                // The rest is for when the guest calls the function that returns the result.
                Phase::Wait(_) => break,
                Phase::LowerParameters(_) | Phase::LiftResult(_) => {
                    body.code.refuse("a call of an export has no such phase");
                }
            }
        }
        body.code
    }

    /// Finds the parameters in memory that was allocated for the call.
    fn receive(&self, body: &mut ExportBody<'_, 'a>) {
        let (ty, args) = (body.locals.take("args_t"), body.locals.take("args"));
        // The pointer is the only core parameter. Its block came from `cabi_realloc`, and is the guest's to free.
        for pointer in body.params {
            body.code
                .line(spilled_struct(self.types, body.function, &ty));
            body.code
                .line(format!("{ty} *{args} = ({ty} *) {pointer};"));
            body.frees.line(format!("free({pointer});"));
        }
        body.block = Some(args);
    }

    fn lift_parameters(&mut self, body: &mut ExportBody<'_, 'a>) {
        if let Some(args) = &body.block {
            let params = body.function.params.iter();
            body.arguments = params.map(|param| received(param, args)).collect();
        } else if self.lift_flat(body).is_none() {
            body.code.refuse("a parameter without a flat form");
        }
        if self.options.drops_borrows() && body.function.form.task().is_none() {
            // Before the call, since the guest may change or free what it is passed.
            self.keep_borrows(body);
        }
    }

    /// Makes all arguments of flat values; nothing comes back if one of them has no flat form.
    fn lift_flat(&mut self, body: &mut ExportBody<'_, 'a>) -> Option<()> {
        let mut flat = body.params;
        for param in &body.function.params {
            let argument = self.lift_param(param, &mut flat, &mut body.code)?;
            body.arguments.push(argument);
        }
        Some(())
    }

    /// An argument of the first flat values, which it takes away, and the statements that make it.
    fn lift_param(
        &mut self,
        param: &CParam,
        flat: &mut &[String],
        code: &mut Code,
    ) -> Option<Argument> {
        let (first, rest) = flat.split_first()?;
        if param.pass == Pass::Value
            && let Some(value) = self.lift_expression(param.ty, first)
        {
            *flat = rest;
            return Some(Argument {
                ty: param.ty,
                value: Lvalue::value(value),
                by_pointer: false,
                some: None,
            });
        }
        let (ty, some) = match param.pass {
            Pass::Value | Pass::Pointer => (param.ty, None),
            Pass::Maybe(some) => {
                *flat = rest;
                (some, Some(first.clone()))
            }
        };
        let name = &param.name;
        code.line(format!("{} {name};", self.type_name(ty)));
        if self.options.drops_borrows() && self.types[ty].imported_borrow {
            // `keep_borrows` copies the whole variable: what the lift leaves unset must not be indeterminate.
            code.line(format!("memset(&{name}, 0, sizeof {name});"));
        }
        let value = Lvalue::value(name);
        self.lift(ty, &value, flat, code)?;
        Some(Argument {
            ty,
            value,
            by_pointer: param.pass != Pass::Value,
            some,
        })
    }

    /// Keeps the arguments with borrowed handles as they came, to drop those when the guest's function has returned.
    fn keep_borrows(&mut self, body: &mut ExportBody<'_, 'a>) {
        for argument in &body.arguments {
            if !self.types[argument.ty].imported_borrow {
                continue;
            }
            let lent = body.locals.take("lent");
            let (ty, value) = (self.type_name(argument.ty), argument.value.get());
            body.code.line(format!("{ty} {lent} = {value};"));
            let drop = self.dispose(Disposal::DropBorrows, argument.ty, &Lvalue::value(&lent));
            let mut first = Code::default();
            match &argument.some {
                Some(some) => first.branch(some, drop, Code::default()),
                None => first.append(drop),
            }
            // The last argument's come first, as everywhere where values are given up (`free.rs`).
            first.append(std::mem::take(&mut body.drops));
            body.drops = first;
        }
    }

    /// Calls the guest's function.
    fn call_guest(&self, body: &mut ExportBody<'_, 'a>) {
        let function = body.function;
        let mut arguments: Vec<String> = body.arguments.iter().map(Argument::text).collect();
        let call = |arguments: &[String]| format!("{}({})", function.name, arguments.join(", "));
        if function.form.task().is_some() {
            return self.start_task(body, &call(&arguments));
        }
        // If no statement has to run after it, the call can stand in the `return` itself.
        let nothing_follows = body.drops.is_empty() && body.frees.is_empty();
        let (ty, value) = match function.result {
            CResult::None => return body.code.line(call(&arguments) + ";"),
            CResult::Value(ty) if nothing_follows => (ty, call(&arguments)),
            CResult::Value(ty) => {
                let value = self.result_variable(body, ty);
                body.code.line(format!("{value} = {};", call(&arguments)));
                (ty, value)
            }
            CResult::Out(ty) => {
                let value = self.result_variable(body, ty);
                arguments.push(format!("&{value}"));
                body.code.line(call(&arguments) + ";");
                (ty, value)
            }
            CResult::Maybe(ty, _) => {
                let value = self.result_variable(body, ty);
                // The guest writes into the option in its place, so that nothing is copied afterwards.
                arguments.push(format!("&{value}.val"));
                body.code
                    .line(format!("{value}.is_some = {};", call(&arguments)));
                (ty, value)
            }
            CResult::Fallible { ty, ok, err } => {
                let value = self.result_variable(body, ty);
                let then = self.result_arguments(body, (ok, err), &value, &mut arguments);
                body.code
                    .line(format!("{value}.is_err = !{};", call(&arguments)));
                body.code.append(then);
                (ty, value)
            }
        };
        body.returned = Some(Returned { ty, value });
    }

    /// Calls the guest's function, and gives the host its code.
    fn start_task(&self, body: &mut ExportBody<'_, 'a>, call: &str) {
        if body.frees.is_empty() {
            return body.code.line(format!("return (int32_t) {call};"));
        }
        let code = body.locals.take("code");
        let world = &self.types.prefixes.world;
        body.code
            .line(format!("{world}_callback_code_t {code} = {call};"));
        body.code.append(std::mem::take(&mut body.frees));
        body.code.line(format!("return (int32_t) {code};"));
    }

    /// Adds pointers to where the payloads of a result go. Gives what is to be done after the call.
    fn result_arguments(
        &self,
        body: &mut ExportBody<'_, 'a>,
        payloads: (Option<TypeRef>, Option<TypeRef>),
        value: &str,
        arguments: &mut Vec<String>,
    ) -> Code {
        let mut then = Code::default();
        match payloads {
            // The members of a union share their memory, and a guest may write to both pointers: one needs a variable.
            (Some(_), Some(err)) => {
                let failure = body.locals.take("failure");
                let ty = self.type_name(err);
                body.code.line(format!("{ty} {failure};"));
                arguments.push(format!("&{value}.val.ok"));
                arguments.push(format!("&{failure}"));
                then.line(format!("if ({value}.is_err) {value}.val.err = {failure};"));
            }
            (Some(_), None) => arguments.push(format!("&{value}.val.ok")),
            (None, Some(_)) => arguments.push(format!("&{value}.val.err")),
            (None, None) => {}
        }
        then
    }

    /// A new variable for the result. In memory it outlives the call, until it is released.
    fn result_variable(&self, body: &mut ExportBody<'_, 'a>, ty: TypeRef) -> String {
        let home = body
            .function
            .call
            .area(AreaOf::Result)
            .map(|area| area.home);
        let keep = match home {
            // The caller reads it after this function has returned, when a variable on the stack is gone.
            Some(Home::Outside) => "static ",
            Some(Home::Frame | Home::Block) | None => "",
        };
        let name = body.locals.take("out");
        let ty = self.type_name(ty);
        body.code.line(format!("{keep}{ty} {name};"));
        name
    }

    fn return_result(&mut self, body: &mut ExportBody<'_, 'a>, how: ReturnedValue) {
        // Without a result there was nothing to lower, and the block is still there.
        body.code.append(std::mem::take(&mut body.frees));
        match (how, body.returned.take()) {
            (ReturnedValue::Nothing, _) | (_, None) => {}
            (ReturnedValue::Pointer, Some(result)) => {
                body.code.line(format!("return &{};", result.value));
            }
            (ReturnedValue::Value, Some(result)) => {
                let value = Lvalue::value(result.value);
                let mut flat = FlatValues::new(&mut body.locals);
                let lowered = self.lower(result.ty, &value, &mut flat);
                let FlatValues { values, before, .. } = flat;
                body.code.append(before);
                // At most one value: more of them (MAX_FLAT_RESULTS) would have been a result in memory.
                body.code.line(format!("return {};", values.join(", ")));
                if lowered.is_none() {
                    body.code.refuse("a result without a flat form");
                }
            }
            (ReturnedValue::Exit, Some(_)) => {
                body.code.refuse("a sync export returns no code");
            }
        }
    }
}

/// A parameter in the block that `args` points to.
fn received(param: &CParam, args: &str) -> Argument {
    let value = Lvalue::pointee(args).member(&param.name);
    let by_pointer = param.pass != Pass::Value;
    match param.pass {
        Pass::Value | Pass::Pointer => Argument {
            ty: param.ty,
            value,
            by_pointer,
            some: None,
        },
        Pass::Maybe(ty) => Argument {
            ty,
            value: value.member("val"),
            by_pointer,
            some: Some(value.member("is_some").get()),
        },
    }
}
