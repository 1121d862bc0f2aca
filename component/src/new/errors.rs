//! The diagnostics of `component new`, each in words that name the function of the world and what to do.

use crate::codes;
use crate::errors::error;
use wasmparser::FuncType;
use witc_diagnostics::{Diagnostic, Span};

/// A core function that is there with another type than `wit` needs.
pub(super) fn wrong_type(
    what: &str,
    wit: &str,
    expected: &FuncType,
    found: Option<&FuncType>,
) -> Diagnostic {
    let found = found.map_or_else(
        || "is not a function".to_owned(),
        |ty| format!("has the core type `{ty}`"),
    );
    error(codes::WRONG_CORE_TYPE, format!("{what} {found}, but {wit} needs `{expected}`")).note(
        "usually the bindings were generated from another version of the WIT package than the world that is embedded \
         in the module",
    )
}

/// What to do about a module without a world.
const EMBED: &str = "put the world there first: `witc component embed WIT MODULE -o MODULE`; bindings do so themselves, unless they \
     are not linked or the section is stripped";

/// A warning for a module whose component exports nothing, because no type section says what it exports.
pub(super) fn no_world() -> Diagnostic {
    let message = "the component exports nothing, because the module has no world";
    Diagnostic::warning(codes::NO_WORLD_EMBEDDED, message, Span::NONE)
        .note(
            "the module lacks the custom section `component-type`, which says what the component imports and exports",
        )
        .note(EMBED)
}

/// Imports that nothing provides.
pub(super) fn unknown_import(module: &str, fields: &[&str], reason: &str) -> Diagnostic {
    let some: Vec<String> = fields
        .iter()
        .take(5)
        .map(|field| format!("`{field}`"))
        .collect();
    // Names of a whole library that is missing would fill pages.
    let more = match fields.len() - some.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let import = if fields.len() == 1 {
        "import"
    } else {
        "imports"
    };
    let message = format!(
        "nothing provides the {import} {}{more} from `{module}`: {reason}",
        some.join(", ")
    );
    error(codes::UNKNOWN_CORE_IMPORT, message)
}

/// Why imports from a module are unknown, usually: `has_world` says whether the module has a world at all.
pub(super) fn usual_cause(module: &str, has_world: bool, adapters: &[&str]) -> String {
    if is_wasi(module) && adapters.is_empty() {
        return "the module is made for WASI 0.1: translate it to WASI 0.2 with an adapter, `--adapt command` for a program with \
                a `main` and `--adapt reactor` for a library, or build for the target `wasm32-wasip2`"
            .into();
    }
    // There are adapters, but none of them stands for this module.
    if is_wasi(module) {
        return format!(
            "an adapter provides the imports from the module of its own name, here `{}`: name it with \
             `--adapt {module}=FILE`",
            adapters.join("`, `")
        );
    }
    let cause = match module {
        "env" => {
            "imports from `env` are symbols that the linker did not find: something is declared and never defined, or \
             a library is not linked"
        }
        _ if !has_world => {
            "the module has no world, or an empty one: usually its bindings were not linked, something stripped the \
             section `component-type:…`, or `component embed` has not added it yet"
        }
        _ => {
            "usually the world that is embedded in the module is not the one that its bindings were generated from"
        }
    };
    cause.into()
}

fn is_wasi(module: &str) -> bool {
    matches!(module, "wasi_snapshot_preview1" | "wasi_unstable")
}

/// A diagnostic for an import whose name looks like a built-in of the async ABI.
pub(super) fn unknown_built_in(module: &str, field: &str) -> Diagnostic {
    error(codes::UNKNOWN_BUILT_IN, format!("the import `{field}` from `{module}` is not a known built-in"))
        .note("built-ins of streams and futures name a function of the world, and the number of such a type in it; others are imported from `$root`")
        .note("usually the bindings were generated from another version of the WIT package than the world that is embedded in the module, or by a tool that speaks a later draft of the async ABI")
}
