//! Async functions, streams and futures, which neither C nor C++ supports yet.

use crate::codes;
use crate::shared::calls::AsyncFilters;
use witc_bindgen_core::{Filters, FunctionName, Modules, Unbound, once_each};
use witc_diagnostics::{Diagnostic, Span};

/// The types that are refused wherever they are written.
const UNBOUND: Unbound = Unbound {
    code: codes::STREAM_IN_C,
    bindings: "bindings for C and C++",
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
    // A filter without effect is a typing error, and what it was meant for would be bound otherwise than the user
    // thinks.
    diagnostics.extend(unused("sync", filters.synchronous, &names));
    if let Some(filters) = filters.asynchronous {
        diagnostics.extend(unused("async", filters, &names));
    }
    diagnostics
}

fn refuse(name: FunctionName<'_>) -> Diagnostic {
    let message = format!(
        "the function `{}` is async, and bindings for C and C++ do not support that yet",
        name.function.item_name()
    );
    let note = format!(
        "`--sync {}` binds it as a function that is not async: a call blocks until it is done",
        name.full()
    );
    Diagnostic::error(codes::ASYNC_IN_C, message, name.function.span).note(note)
}

fn unused(option: &str, filters: &Filters, names: &[FunctionName<'_>]) -> Vec<Diagnostic> {
    let unused = filters.unused(names).into_iter();
    let report = |filter| {
        let message =
            format!("the filter `{filter}` of `--{option}` matches no function of this world");
        Diagnostic::error(witc_bindgen_core::codes::UNUSED_FILTER, message, Span::NONE)
    };
    unused.map(report).collect()
}
