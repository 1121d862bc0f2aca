//! The built-ins of async functions and of threads: text that is the same in every world but for names.

use crate::c::names::Prefixes;
use crate::c::strings::Needs;

/// The name of the files of the runtime for async functions: whoever uses it compiles it beside the bindings.
pub(crate) const RUNTIME: &str = "wit_async";

/// The header of the runtime.
pub(crate) const RUNTIME_HEADER: &str = include_str!("../runtime/async/wit_async.h");

/// The declarations, for the header.
pub(crate) fn declarations(needs: Needs, prefixes: &Prefixes) -> String {
    fill(
        needs,
        prefixes,
        include_str!("../runtime/c/async.h"),
        include_str!("../runtime/c/threads.h"),
    )
}

/// The functions, for the source file.
pub(crate) fn definitions(needs: Needs, prefixes: &Prefixes) -> String {
    fill(
        needs,
        prefixes,
        include_str!("../runtime/c/async.c"),
        include_str!("../runtime/c/threads.c"),
    )
}

/// All names that these texts have for the world, and those of the runtime: a source may include both headers.
pub(crate) fn names(needs: Needs, prefixes: &Prefixes) -> Vec<String> {
    let world = &prefixes.world;
    let begins = [
        format!("{world}_"),
        format!("import_{world}_"),
        format!("{}_", prefixes.shouty_world()),
    ];
    let texts = [declarations(needs, prefixes), definitions(needs, prefixes)];
    let words = texts
        .iter()
        .flat_map(|text| text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')));
    words
        .filter(|word| begins.iter().any(|begin| word.starts_with(begin)))
        .map(str::to_owned)
        .collect()
}

/// The texts that the world needs, with its names in them.
fn fill(needs: Needs, prefixes: &Prefixes, asynchronous: &str, threads: &str) -> String {
    let mut text = String::new();
    if needs.asynchronous {
        text.push_str(asynchronous);
    }
    if needs.threads {
        text.push('\n');
        text.push_str(threads);
    }
    text.replace("WORLD", &prefixes.world)
        .replace("SHOUTY", &prefixes.shouty_world())
}
