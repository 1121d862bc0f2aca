//! Diagnostics about modules and components, which have no place in a text.

use crate::codes;
use crate::module::Malformed;
use witc_diagnostics::{Code, Diagnostic, Span};

/// A result that fails with one diagnostic.
pub(crate) type Fallible<T> = Result<T, Box<Diagnostic>>;

pub(crate) fn error(code: Code, message: impl Into<String>) -> Diagnostic {
    Diagnostic::error(code, message, Span::NONE)
}

/// Bytes that are no core module.
pub(crate) fn not_a_module(label: &str, malformed: &Malformed) -> Diagnostic {
    if let Malformed {
        what: Malformed::COMPONENT,
        ..
    } = malformed
    {
        return error(
            codes::NOT_A_CORE_MODULE,
            format!("{label} is a component, not a core module"),
        )
        .note("linkers for `wasm32-wasip2` make components by themselves: nothing is left to do");
    }
    error(
        codes::NOT_A_CORE_MODULE,
        format!("{label} is not a core module: there is {malformed}"),
    )
    .note("give a `.wasm` file that a compiler or linker wrote, or the same in text")
}

/// A name of a type that stands for nothing.
pub(crate) fn unknown_type() -> Box<Diagnostic> {
    let message = "the world uses a type that it does not have";
    Box::new(
        error(codes::UNKNOWN_TYPE_IN_WORLD, message)
            .note("the type section of one of the modules is damaged: generate the bindings again"),
    )
}
