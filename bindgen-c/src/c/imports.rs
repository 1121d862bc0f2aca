//! The functions that the guest calls: each a declaration of a core import, and a function that calls it.

use crate::c::code::Code;
use crate::c::context::Context;
use crate::c::functions::{CFunction, CResult, Form, Pass, param_list};
use crate::c::lower::FlatValues;
use crate::c::lvalue::Lvalue;
use crate::c::spill::spilled_struct;
use crate::c::types::TypeRef;
use crate::shared::spelling::{core_result, core_type, import_attribute};
use witc_bindgen_core::{IndentedText, NameScope};
use witc_canonical_abi::{AreaOf, CoreImport, Phase, Signature};

/// The body of an imported function in the making.
struct ImportBody<'f, 'a> {
    function: &'f CFunction<'a>,
    /// The core import.
    core: String,
    locals: NameScope,
    code: Code,
    /// The core arguments so far.
    arguments: Vec<String>,
    /// The call, until it is written: as a statement, or as a part of what takes its result.
    called: Option<String>,
    /// Statements that take the result out of its area.
    take_out: Code,
}

impl ImportBody<'_, '_> {
    /// Whether the parameters, or the result, are in memory.
    fn has_area(&self, of: AreaOf) -> bool {
        self.function.call.area(of).is_some()
    }

    /// Writes the call as a statement, if it is not written yet.
    fn write_call(&mut self) {
        if let Some(call) = self.called.take() {
            self.code.line(call + ";");
        }
    }
}

impl<'a> Context<'_, 'a> {
    /// Writes an imported function.
    pub(crate) fn import(&mut self, function: &CFunction<'a>, source: &mut IndentedText) {
        let call = &function.call;
        let key = function.interface(self.types.modules);
        let import = self.names().import(key, function.function, call.convention);
        let core = self.symbols.take(format!("import_{}", function.name));
        source.gap();
        // C wants the declaration before the call; next to its only caller a reader sees both at once.
        declare_import(&import, &core, &call.signature, source);
        let body = match &function.form {
            Form::Call(passed) => self.call_body(function, passed, &core),
            Form::Sync | Form::Task { .. } => self.import_body(function, core),
        };
        source.block(function.prototype(self.types), "", |source| {
            body.write(source);
        });
    }

    /// The phases of the call, one after the other.
    fn import_body(&mut self, function: &CFunction<'a>, core: String) -> Code {
        let mut body = ImportBody {
            function,
            core,
            locals: function.locals.clone(),
            code: Code::default(),
            arguments: Vec::new(),
            called: None,
            take_out: Code::default(),
        };
        for phase in &function.call.phases {
            match phase {
                Phase::Allocate(area) => match area.of {
                    // Lowering declares the struct: one parameter that is in memory by itself needs none.
                    AreaOf::Parameters => {}
                    AreaOf::Result => self.provide_result(&mut body),
                },
                Phase::LowerParameters(_) => self.lower_parameters(&mut body),
                Phase::Call(_) => {
                    let arguments = body.arguments.join(", ");
                    // Not written yet: where the result is one value, the call stands inside of the `return` that
                    // passes it on.
                    body.called = Some(format!("{}({arguments})", body.core));
                }
                Phase::LiftResult(_) => self.lift_result(&mut body),
                // Areas are variables of the function, and lowering allocates nothing: values of C have the layout of
                // the ABI, so that the callee reads them where they are.
                Phase::Release(_) => {}
                Phase::Wait(_)
                | Phase::Receive(_)
                | Phase::LiftParameters(_)
                | Phase::DropBorrows(_)
                | Phase::LowerResult(_)
                | Phase::Return(_) => body
                    .code
                    .refuse("a call of a sync import has no such phase"),
            }
        }
        // A call without a result is written by nothing else.
        body.write_call();
        body.code
    }

    fn lower_parameters(&mut self, body: &mut ImportBody<'_, 'a>) {
        if body.has_area(AreaOf::Parameters) {
            let args = self.spill(body);
            body.arguments.push(args);
        } else if self.lower_flat(body).is_none() {
            body.code.refuse("a parameter without a flat form");
        }
    }

    /// Passes all parameters by their flat values; nothing comes back if one of them has no flat form.
    fn lower_flat(&mut self, body: &mut ImportBody<'_, 'a>) -> Option<()> {
        let mut flat = FlatValues::new(&mut body.locals);
        for param in &body.function.params {
            match param.pass {
                Pass::Value => self.lower(param.ty, &Lvalue::value(&param.name), &mut flat)?,
                Pass::Pointer => self.lower(param.ty, &Lvalue::pointee(&param.name), &mut flat)?,
                Pass::Maybe(_) => self.lower_maybe(param.ty, &param.shown, &mut flat)?,
            }
        }
        let FlatValues { values, before, .. } = flat;
        body.code.append(before);
        body.arguments.extend(values);
        Some(())
    }

    /// Puts the parameters into memory: a struct on the stack. Gives a pointer to it. One that is in memory by itself stays
    /// where it is: it is only read.
    fn spill(&self, body: &mut ImportBody<'_, 'a>) -> String {
        let function = body.function;
        if let [param] = &*function.params
            && param.pass == Pass::Pointer
        {
            // The cast takes `const` away: core imports are declared with plain pointers, but read this one only.
            return format!("(void *) {}", param.name);
        }
        let (ty, args) = (body.locals.take("args_t"), body.locals.take("args"));
        let code = &mut body.code;
        code.line(spilled_struct(self.types, function, &ty));
        code.line(format!("{ty} {args};"));
        for param in &function.params {
            let (name, shown) = (&param.name, &param.shown);
            match param.pass {
                Pass::Value => code.line(format!("{args}.{name} = {name};")),
                Pass::Pointer => code.line(format!("{args}.{name} = *{name};")),
                Pass::Maybe(_) => {
                    code.line(format!("{args}.{name}.is_some = {shown} != NULL;"));
                    // Without a value `val` stays unset, and nobody reads it.
                    code.line(format!("if ({shown}) {args}.{name}.val = *{shown};"));
                }
            }
        }
        format!("&{args}")
    }

    /// Provides the area that the callee writes the result to: where the caller wants it, or a variable, if it has to be
    /// taken apart.
    fn provide_result(&self, body: &mut ImportBody<'_, 'a>) {
        let mut variable = |ty| self.variable(ty, &mut body.locals, &mut body.code);
        let (out, take_out) = match body.function.result {
            // The callee writes straight to where the caller wants it.
            CResult::Out(_) | CResult::None => return body.arguments.push("ret".to_owned()),
            CResult::Value(ty) => {
                let out = variable(ty);
                let code = Code::from(format!("return {out};"));
                (out, code)
            }
            CResult::Maybe(ty, _) => {
                let out = variable(ty);
                let code = take_option(&out);
                (out, code)
            }
            CResult::Fallible { ty, ok, err } => {
                let out = variable(ty);
                let code = take_result(&out, ok, err);
                (out, code)
            }
        };
        body.take_out = take_out;
        body.arguments.push(format!("&{out}"));
    }

    /// A new variable of a type.
    fn variable(&self, ty: TypeRef, locals: &mut NameScope, code: &mut Code) -> String {
        let out = locals.take("out");
        code.line(format!("{} {out};", self.type_name(ty)));
        out
    }

    fn lift_result(&mut self, body: &mut ImportBody<'_, 'a>) {
        if body.has_area(AreaOf::Result) {
            body.write_call();
            body.code.append(std::mem::take(&mut body.take_out));
        } else if self.lift_core_result(body).is_none() {
            body.code.refuse("a result without a flat form");
        }
    }

    /// Takes the result, which is the core result; nothing comes back if it has no flat form.
    fn lift_core_result(&mut self, body: &mut ImportBody<'_, 'a>) -> Option<()> {
        let flat = [body.called.take()?];
        let [call] = &flat;
        match body.function.result {
            CResult::None => body.code.line(format!("{call};")),
            // The tag is the only flat value: there is nothing else in it.
            CResult::Fallible { .. } | CResult::Maybe(..) => {
                body.code.line(format!("return {call} == 0;"));
            }
            CResult::Out(ty) => {
                self.lift(ty, &Lvalue::pointee("ret"), &mut &flat[..], &mut body.code)?;
            }
            // One expression needs no variable; a struct has to be filled member by member.
            CResult::Value(ty) => match self.lift_expression(ty, call) {
                Some(value) => body.code.line(format!("return {value};")),
                None => {
                    let out = self.variable(ty, &mut body.locals, &mut body.code);
                    self.lift(ty, &Lvalue::value(&out), &mut &flat[..], &mut body.code)?;
                    body.code.line(format!("return {out};"));
                }
            },
        }
        Some(())
    }
}

/// Statements that give back an option that lies in the variable `out`.
fn take_option(out: &str) -> Code {
    let mut code = Code::default();
    code.line(format!("if ({out}.is_some) *ret = {out}.val;"));
    code.line(format!("return {out}.is_some;"));
    code
}

/// Statements that give back a result that lies in the variable `out`.
fn take_result(out: &str, ok: Option<TypeRef>, err: Option<TypeRef>) -> Code {
    let ok = ok.map(|_| format!("*ret = {out}.val.ok;"));
    let err = err.map(|_| format!("*err = {out}.val.err;"));
    let mut code = Code::default();
    match (ok, err) {
        (Some(ok), Some(err)) => {
            code.line(format!("if ({out}.is_err) {err}"));
            code.line(format!("else {ok}"));
        }
        (Some(ok), None) => code.line(format!("if (!{out}.is_err) {ok}")),
        (None, Some(err)) => code.line(format!("if ({out}.is_err) {err}")),
        (None, None) => {}
    }
    code.line(format!("return !{out}.is_err;"));
    code
}

/// Writes the declaration of a core import.
fn declare_import(
    import: &CoreImport,
    name: &str,
    signature: &Signature,
    source: &mut IndentedText,
) {
    let params: Vec<String> = signature
        .params
        .iter()
        .map(|&ty| core_type(ty).to_string())
        .collect();
    source.lines(import_attribute(import));
    let declaration = core_result(signature.result).declare(name);
    source.lines(format!("{declaration}({});", param_list(&params)));
}
