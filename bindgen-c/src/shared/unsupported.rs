//! What neither C nor C++ supports yet: async functions, streams and futures.

use witc_bindgen_core::{FunctionName, ModuleId, Modules};
use witc_canonical_abi::Plans;
use witc_parser::{Code, Diagnostic, Span};
use witc_resolve::{Direction, Function, Type, TypeDefKind};

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

/// An error for each function that is async, and for each that passes a stream or future, each type that has one, and
/// each filter that fits no function.
pub(crate) fn asynchronous(modules: &Modules<'_>, plans: &Plans, filters: Filters<'_>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut functions: Vec<(ModuleId, Direction, &Function)> = Vec::new();
    for (id, module) in modules.iter() {
        functions.extend(module.functions.iter().map(|&function| (id, module.direction, function)));
        let types = module.types.iter().map(|&ty| &modules.resolve.types[ty]);
        let own = types.zip(&module.types).filter(|(def, _)| !matches!(def.kind, TypeDefKind::Alias(_)));
        let asynchronous = own.filter(|(_, ty)| plans[plans.of(Type::Id(**ty))].facts.asynchronous);
        diagnostics.extend(asynchronous.map(|(def, _)| {
            let name = def.name.as_deref().unwrap_or_default();
            let message = format!("type `{name}` has a stream or future in it");
            stream(message, def.span)
        }));
    }
    let root = modules.root();
    functions.extend(modules.world_exports.iter().map(|&function| (root, Direction::Export, function)));
    let name = |(module, direction, function): (ModuleId, _, _)| {
        let interface = modules[module].interface.map(|(key, _)| key);
        FunctionName { resolve: modules.resolve, direction, interface, function }
    };
    let names: Vec<FunctionName<'_>> = functions.into_iter().map(name).collect();
    for &name in &names {
        let function = name.function;
        let mut types = function.params.iter().map(|param| param.ty).chain(function.result);
        if filters.picks(name) {
            let message = format!("function `{}` is async", function.item_name());
            let diagnostic = Diagnostic::error(Code::ASYNC_IN_C, message, function.span)
                .note("bindings for C and C++ are synchronous so far; `--sync` binds an async function so");
            diagnostics.push(diagnostic);
        } else if types.any(|ty| plans[plans.of(ty)].facts.asynchronous) {
            let message = format!("function `{}` passes a stream or future", function.item_name());
            diagnostics.push(stream(message, function.span));
        }
    }
    for (option, filters) in [("sync", filters.synchronous), ("async", filters.asynchronous)] {
        for filter in filters.unused(&names) {
            let message = format!("the filter `{filter}` of `--{option}` fits no function of this world");
            diagnostics.push(Diagnostic::error(Code::UNUSED_FILTER, message, Span::NONE));
        }
    }
    diagnostics
}

fn stream(message: String, span: Span) -> Diagnostic {
    Diagnostic::error(Code::STREAM_IN_C, message, span)
        .note("bindings for C and C++ have no streams and futures so far")
}
