//! The async functions that the guest calls: a call gives a status, and the caller waits.

use crate::c::code::Code;
use crate::c::context::Context;
use crate::c::functions::{AsyncParams, CFunction};
use crate::c::lower::FlatValues;
use crate::c::lvalue::Lvalue;
use witc_canonical_abi::{AreaOf, Phase};

impl Context<'_, '_> {
    /// The body of an async import, which calls the core import `core`.
    ///
    /// The memory that the call needs until it has ended is the caller's own: this function returns before.
    pub(crate) fn call_body(
        &mut self,
        function: &CFunction<'_>,
        passed: &AsyncParams,
        core: &str,
    ) -> Code {
        let mut code = Code::default();
        let mut arguments = Vec::new();
        for phase in &function.call.phases {
            match phase {
                Phase::LowerParameters(_) => match passed {
                    // The cast takes `const` away: core imports are declared with plain pointers, but read this one only.
                    AsyncParams::Pointer => arguments.push("(void *) arg".to_owned()),
                    AsyncParams::Struct(_) => arguments.push("(void *) args".to_owned()),
                    AsyncParams::Values => match self.values(function, &mut code) {
                        Some(values) => arguments.extend(values),
                        None => code.refuse("a parameter without a flat form"),
                    },
                },
                Phase::Call(_) => {
                    if function.call.area(AreaOf::Result).is_some() {
                        arguments.push("result".to_owned());
                    }
                    let world = &self.types.prefixes.world;
                    let arguments = arguments.join(", ");
                    code.line(format!(
                        "return ({world}_subtask_status_t) {core}({arguments});"
                    ));
                }
                // The caller does these when it likes: the result lies where it wants it, and nothing was allocated.
                Phase::Allocate(_) | Phase::Wait(_) | Phase::LiftResult(_) | Phase::Release(_) => {}
                Phase::Receive(_)
                | Phase::LiftParameters(_)
                | Phase::DropBorrows(_)
                | Phase::LowerResult(_)
                | Phase::Return(_) => code.refuse("a call of an import has no such phase"),
            }
        }
        code
    }

    /// The flat values of all parameters; nothing comes back if one of them has none.
    fn values(&mut self, function: &CFunction<'_>, code: &mut Code) -> Option<Vec<String>> {
        let mut locals = function.locals.clone();
        let mut flat = FlatValues::new(&mut locals);
        for param in &function.params {
            self.lower(param.ty, &Lvalue::value(&param.name), &mut flat)?;
        }
        let FlatValues { values, before, .. } = flat;
        code.append(before);
        Some(values)
    }
}
