//! Async functions, streams and futures, which C++ does not support yet.

use crate::codes;
use crate::shared::calls::AsyncFilters;
use witc_bindgen_core::{FunctionName, Modules, Unbound, once_each};
use witc_diagnostics::Diagnostic;

/// The types that are refused wherever they are written.
const UNBOUND: Unbound = Unbound {
    code: codes::STREAM_IN_CPP,
    bindings: "bindings for C++",
    error_contexts: true,
};

/// An error for each function that is async, for each function and type that has a stream or future, and for each filter that
/// fits no function.
pub(crate) fn asynchronous(modules: &Modules<'_>, filters: AsyncFilters<'_>) -> Vec<Diagnostic> {
    let names: Vec<_> = modules.functions().map(|(_, name)| name).collect();
    let asynchronous = names.iter().filter(|&&name| filters.picks(name));
    let mut diagnostics: Vec<Diagnostic> = asynchronous.map(|&name| refuse(name)).collect();
    let types = modules
        .iter()
        .flat_map(|(_, module)| module.types.iter().copied());
    diagnostics.extend(UNBOUND.find(
        modules.resolve,
        types,
        names.iter().map(|name| name.function),
    ));
    // An interface that is imported and exported has each function and type twice, but one place to change.
    once_each(&mut diagnostics);
    diagnostics.extend(filters.check(&names));
    diagnostics
}

fn refuse(name: FunctionName<'_>) -> Diagnostic {
    let message = format!(
        "the function `{}` is async, and bindings for C++ do not support that yet",
        name.function.item_name()
    );
    let note = format!(
        "`--sync {}` binds it as a function that is not async: a call blocks until it is done",
        name.full()
    );
    Diagnostic::error(codes::ASYNC_IN_CPP, message, name.function.span).note(note)
}
