//! The diagnostics of `component new`, each in words that name the function of the world and what to do.

use wasmparser::FuncType;
use witc_parser::{Code, Diagnostic, Span};

/// What fails with one diagnostic.
pub(crate) type Fallible<T> = Result<T, Box<Diagnostic>>;

pub(crate) fn error(code: Code, message: impl Into<String>) -> Diagnostic {
    Diagnostic::error(code, message, Span::NONE)
}

/// A core function that is there with another type.
pub(super) fn wrong_type(what: &str, wit: &str, expected: &FuncType, found: Option<&FuncType>) -> Diagnostic {
    let found = found.map_or_else(|| "something other than a function".to_owned(), show);
    error(Code::WRONG_CORE_TYPE, format!("{what} does not have the core type of {wit}"))
        .note(format!("expected {}, found {found}", show(expected)))
        .note(
            "usually the bindings were generated from another version of the WIT package than the world that is \
             embedded in the module",
        )
}

/// A type as the text format has it.
fn show(ty: &FuncType) -> String {
    format!("`{ty}`")
}

/// What the linker did not find and left as an import.
pub(super) fn unknown_import(module: &str, field: &str, reason: &str) -> Diagnostic {
    let message = format!("the import of `{field}` from `{module}` stands for nothing: {reason}");
    let error = error(Code::UNKNOWN_CORE_IMPORT, message);
    match module {
        "wasi_snapshot_preview1" | "wasi_unstable" => error.note(
            "the module is made for WASI 0.1: give the adapter that translates it to WASI 0.2 with `--adapt`, or \
             build for the target `wasm32-wasip2`",
        ),
        "env" => error.note(
            "imports from `env` are symbols that the linker did not find: something is declared and never defined, \
             or a library is not linked",
        ),
        _ => error.note(
            "usually the world that is embedded in the module is not the one that its bindings were generated from",
        ),
    }
}

/// An async function or built-in.
pub(super) fn async_not_supported(what: &str) -> Diagnostic {
    error(Code::ASYNC_NOT_SUPPORTED, format!("{what} is part of the async ABI, which is not supported yet"))
        .note("generate sync bindings for the function")
}
