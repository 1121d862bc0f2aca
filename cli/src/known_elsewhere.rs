//! Subcommands that people know from other tools, and what to type here instead.

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The words, and what does here what they do elsewhere.
const WORDS: &[(&[&str], &str)] = &[
    (
        &["wit", "print", "decode"],
        "`witc component wit FILE` prints the WIT of a component, a module or a package",
    ),
    (
        &["new", "componentize"],
        "`witc component new MODULE -o COMPONENT` makes a component of a core module",
    ),
    (
        &["embed"],
        "`witc component embed WIT MODULE -o FILE` puts a world into a core module",
    ),
    (
        &["targets"],
        "`witc component targets WIT COMPONENT` tells whether a component fits a world",
    ),
    (
        &["semver-check"],
        "`witc component semver-check` compares two worlds; `witc diff OLD NEW` lists all changes",
    ),
    (
        &["compose", "link"],
        "`witc plug COMPONENT --plug OTHER -o FILE` connects components",
    ),
    (
        &["validate", "verify"],
        "`witc check PATH` validates WIT, packages in binary form, components and modules",
    ),
    (
        &["format"],
        "`witc fmt` formats WIT files; `witc fmt --check` only looks",
    ),
    (
        &["breaking"],
        "`witc diff OLD NEW` lists the changes and whom they break; with `--honest` it fails if the version number hides one",
    ),
    (
        &["generate", "bindgen", "bindings"],
        "`witc rust`, `witc c` and `witc cpp` write bindings",
    ),
    (
        &["build"],
        "witc compiles no guests: `cargo build --target wasm32-wasip2` makes a component of one in Rust; for C and C++ see \
         `witc c --help` and `witc component new`",
    ),
    (
        &["run", "serve"],
        "witc runs no components: `wasmtime run COMPONENT` and `wasmtime serve COMPONENT` do",
    ),
];

/// What to type in place of the subcommand that an error of clap is about.
pub(crate) fn advice(error: &clap::Error) -> Option<&'static str> {
    if error.kind() != ErrorKind::InvalidSubcommand {
        return None;
    }
    let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidSubcommand) else {
        return None;
    };
    let known = WORDS
        .iter()
        .find(|(words, _)| words.contains(&word.as_str()));
    known.map(|(_, advice)| *advice)
}
