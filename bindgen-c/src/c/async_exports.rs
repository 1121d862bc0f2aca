//! The async functions that the guest writes, beyond how they are called at first: the callback, by which they go on, and
//! the function that returns their result.

use crate::c::code::Code;
use crate::c::context::Context;
use crate::c::functions::{CFunction, CResult, param_list};
use crate::c::lower::FlatValues;
use crate::c::lvalue::Lvalue;
use crate::c::types::TypeRef;
use crate::shared::spelling::{core_result, core_type, export_attribute, import_attribute};
use witc_bindgen_core::IndentedText;
use witc_canonical_abi::{Callee, Location, Phase};

impl<'a> Context<'_, 'a> {
    /// The prototypes of both functions, without semicolons.
    pub(crate) fn task_prototypes(&self, function: &CFunction<'_>) -> Option<[String; 2]> {
        let (callback, give_back) = function.form.task()?;
        let world = &self.types.prefixes.world;
        let params = self.returned(function).map_or("void".to_owned(), |ty| {
            format!("{} ret", self.type_name(ty))
        });
        Some([
            format!("{world}_callback_code_t {callback}({world}_event_t *event)"),
            format!("void {give_back}({params})"),
        ])
    }

    /// The type of the result of an async export.
    fn returned(&self, function: &CFunction<'_>) -> Option<TypeRef> {
        match function.result {
            CResult::Value(ty) => Some(ty),
            CResult::None | CResult::Out(_) | CResult::Maybe(..) | CResult::Fallible { .. } => None,
        }
    }

    /// Writes both functions; nothing for a function that is not async.
    pub(crate) fn task_functions(&mut self, function: &CFunction<'a>, source: &mut IndentedText) {
        let Some((callback, give_back)) = function.form.task() else {
            return;
        };
        let Some([_, prototype]) = self.task_prototypes(function) else {
            return;
        };
        self.callback(function, callback, source);
        let key = function.interface(self.types.modules);
        let import = self.names().task_return(key, function.function);
        let core = self.symbols.take(format!("import_{give_back}"));
        source.gap();
        source.lines(import_attribute(&import));
        if let Some(signature) = &function.call.task_return {
            let params: Vec<String> = signature
                .params
                .iter()
                .map(|&ty| core_type(ty).to_string())
                .collect();
            let declaration = core_result(signature.result).declare(&core);
            source.lines(format!("{declaration}({});", param_list(&params)));
        }
        let body = self.return_body(function, &core);
        source.block(prototype, "", |source| body.write(source));
    }

    /// Writes the core export that the host calls with an event.
    fn callback(&mut self, function: &CFunction<'a>, callback: &str, source: &mut IndentedText) {
        let key = function.interface(self.types.modules);
        let export = self.names().callback(key, function.function);
        let core = self.symbols.take(format!("export_{callback}"));
        let world = &self.types.prefixes.world;
        source.gap();
        source.lines(export_attribute(&export));
        let head = format!("int32_t {core}(int32_t event, int32_t waitable, int32_t code)");
        source.block(head, "", |source| {
            source.lines(format!("{world}_event_t e;"));
            source.lines(format!("e.event = ({world}_event_code_t) event;"));
            source.lines("e.waitable = (uint32_t) waitable;");
            source.lines("e.code = (uint32_t) code;");
            source.lines(format!("return (int32_t) {callback}(&e);"));
        });
    }

    /// The phases of a call after the guest's own function: it returns the result by this.
    fn return_body(&mut self, function: &CFunction<'a>, core: &str) -> Code {
        let mut code = Code::default();
        let mut arguments = Vec::new();
        let phases = function.call.phases.iter();
        let after = phases.skip_while(|phase| !calls(phase, Callee::Implementation));
        for phase in after.skip(1) {
            match phase {
                Phase::LowerResult(result) => match &result.location {
                    // It lies in memory as the host reads it.
                    Location::Memory(..) => arguments.push("&ret".to_owned()),
                    Location::Params(_) | Location::CoreResult => {
                        let lowered = self.lower_returned(function, &mut code);
                        match lowered {
                            Some(values) => arguments.extend(values),
                            None => code.refuse("a result without a flat form"),
                        }
                    }
                },
                Phase::Call(_) => code.line(format!("{core}({});", arguments.join(", "))),
                // The guest has waited, and dropped what it was lent; the result's memory is its own, as an argument of
                // a function is.
                Phase::Wait(_)
                | Phase::DropBorrows(_)
                | Phase::Allocate(_)
                | Phase::Release(_)
                | Phase::Return(_) => {}
                Phase::Receive(_)
                | Phase::LowerParameters(_)
                | Phase::LiftParameters(_)
                | Phase::LiftResult(_) => code.refuse("a result is returned in no such phase"),
            }
        }
        code
    }

    fn lower_returned(&mut self, function: &CFunction<'a>, code: &mut Code) -> Option<Vec<String>> {
        let mut locals = function.locals.clone();
        let mut flat = FlatValues::new(&mut locals);
        self.lower(self.returned(function)?, &Lvalue::value("ret"), &mut flat)?;
        let FlatValues { values, before, .. } = flat;
        code.append(before);
        Some(values)
    }
}

/// Whether a phase is the call of this.
fn calls(phase: &Phase, callee: Callee) -> bool {
    match phase {
        Phase::Call(called) => *called == callee,
        Phase::Allocate(_)
        | Phase::Receive(_)
        | Phase::LowerParameters(_)
        | Phase::LiftParameters(_)
        | Phase::Wait(_)
        | Phase::DropBorrows(_)
        | Phase::LiftResult(_)
        | Phase::LowerResult(_)
        | Phase::Release(_)
        | Phase::Return(_) => false,
    }
}
