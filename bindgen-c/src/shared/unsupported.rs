//! What neither C nor C++ supports yet: async functions, streams and futures.

use crate::codes;
use witc_bindgen_core::{FunctionName, ModuleId, Modules, Unbound, once_each};
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{Direction, Function};

/// What is refused wherever it is written.
const UNBOUND: Unbound = Unbound {
    code: codes::STREAM_IN_C,
    bindings: "bindings for C and C++",
    error_contexts: true,
};

/// The options that say which functions are async.
#[derive(Clone, Copy)]
pub(crate) struct Filters<'x> {
    pub(crate) asynchronous: &'x witc_bindgen_core::Filters,
    pub(crate) synchronous: &'x witc_bindgen_core::Filters,
}

impl Filters<'_> {
    /// Whether a function is to be bound asynchronously.
    fn picks(self, name: FunctionName<'_>) -> bool {
        match (self.asynchronous.picks(name), self.synchronous.picks(name)) {
            (Some(asynchronous), _) => asynchronous,
            (None, Some(true)) => false,
            (None, _) => name.function.is_async,
        }
    }
}

/// An error for each function that is async, for each function and type that has a stream or future, and for each filter that
/// fits no function.
pub(crate) fn asynchronous(modules: &Modules<'_>, filters: Filters<'_>) -> Vec<Diagnostic> {
    let mut functions: Vec<(ModuleId, Direction, &Function)> = Vec::new();
    for (id, module) in modules.iter() {
        functions.extend(
            module
                .functions
                .iter()
                .map(|&function| (id, module.direction, function)),
        );
    }
    let root = modules.root();
    functions.extend(
        modules
            .world_exports
            .iter()
            .map(|&function| (root, Direction::Export, function)),
    );
    let name = |(module, direction, function): (ModuleId, _, _)| {
        let interface = modules[module].interface.map(|(key, _)| key);
        FunctionName {
            resolve: modules.resolve,
            direction,
            interface,
            function,
        }
    };
    let names: Vec<FunctionName<'_>> = functions.into_iter().map(name).collect();
    let mut diagnostics = Vec::new();
    for &name in names.iter().filter(|&&name| filters.picks(name)) {
        let message = format!(
            "the function `{}` is async, and bindings for C and C++ are synchronous so far",
            name.function.item_name()
        );
        let note = format!(
            "`--sync {}` binds it so: a call returns when it is done",
            name.full()
        );
        diagnostics
            .push(Diagnostic::error(codes::ASYNC_IN_C, message, name.function.span).note(note));
    }
    let types = modules
        .iter()
        .flat_map(|(_, module)| module.types.iter().copied());
    diagnostics.extend(UNBOUND.find(
        modules.resolve,
        types,
        names.iter().map(|name| name.function),
    ));
    once_each(&mut diagnostics);
    for (option, filters) in [
        ("sync", filters.synchronous),
        ("async", filters.asynchronous),
    ] {
        for filter in filters.unused(&names) {
            let message =
                format!("the filter `{filter}` of `--{option}` fits no function of this world");
            diagnostics.push(Diagnostic::error(
                witc_bindgen_core::codes::UNUSED_FILTER,
                message,
                Span::NONE,
            ));
        }
    }
    diagnostics
}
