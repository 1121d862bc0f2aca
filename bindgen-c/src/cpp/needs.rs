//! What a world needs of the runtime for asynchronous guests: found once, since everything that is written asks for it.

use crate::cpp::options::Options;
use witc_bindgen_core::Modules;
use witc_canonical_abi::Plans;
use witc_resolve::{Direction, Type};

/// What a world needs of the runtime for asynchronous guests.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Needs {
    /// Whether functions are bound asynchronously.
    pub(crate) tasks: bool,
    /// Whether functions pass ends of streams or futures.
    pub(crate) channels: bool,
    /// Whether handles are lent to calls that may go on when nobody waits for them any more.
    pub(crate) lends: bool,
}

impl Needs {
    /// What a world needs.
    pub(crate) fn of(modules: &Modules<'_>, plans: &Plans, options: &Options) -> Self {
        let mut needs = Self::default();
        for (_, name) in modules.functions() {
            let facts = |ty: Type| plans[plans.of(ty)].facts;
            let params = || name.function.params.iter().map(|param| param.ty);
            let mut all = params().chain(name.function.result);
            needs.channels |= all.any(|ty| facts(ty).asynchronous);
            if options.async_filters().picks(name) {
                needs.tasks = true;
                needs.lends |= match name.direction {
                    Direction::Import => params().any(|ty| facts(ty).borrows),
                    Direction::Export => false,
                };
            }
        }
        needs
    }

    /// Whether it needs anything of it.
    pub(crate) fn any(self) -> bool {
        self.tasks || self.channels
    }

    /// The header of the runtime that headers of bindings include.
    pub(crate) fn header(self) -> &'static str {
        if self.channels {
            "wit_channel.h"
        } else if self.tasks {
            "wit_task.h"
        } else {
            "wit.h"
        }
    }
}
