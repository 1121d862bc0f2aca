//! The Rust sources of the repository: where they are, what is in them, and which of them somebody writes by hand.

use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Sources that programs write.
const GENERATED: [&str; 4] = [
    "fixtures/goldens/",
    "fixtures/demo/src/example_plugin.rs",
    "wit-parser/src/generated/grammar.rs",
    "wit-parser/src/generated/tokens.rs",
];

/// A source file.
pub(crate) struct Source {
    /// The path in the repository, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
    pub(crate) syntax: syn::File,
}

/// The folder of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A file of the repository.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All Rust sources of the repository that are written by hand, in the order of their paths.
pub(crate) fn sources() -> Vec<Source> {
    let root = root().canonicalize().expect("is there");
    // Copies of sources that builds and tools leave there are not ours to keep in order.
    let is_hidden = |name: &str| name == "target" || (name.starts_with('.') && name.len() > 1);
    let entries = WalkDir::new(&root)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| !entry.file_name().to_str().is_some_and(is_hidden));
    let paths = entries.filter_map(|entry| {
        let path = entry.expect("can be read").into_path();
        let inside = path.strip_prefix(&root).expect("is in the repository");
        // On Windows too, lists in these tests name paths with `/`.
        let inside = inside.to_str().expect("is UTF-8").replace('\\', "/");
        // What programs write follows their templates, and nobody reads it from top to bottom.
        let by_hand = !GENERATED.iter().any(|prefix| inside.starts_with(prefix));
        (inside.ends_with(".rs") && by_hand).then_some(inside)
    });
    let parse = |path: String| {
        let text = read(&path);
        let syntax = syn::parse_file(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        Source { path, text, syntax }
    };
    paths.map(parse).collect()
}

/// Whether an item is there in tests alone.
pub(crate) fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<syn::Path>()
                .is_ok_and(|condition| condition.is_ident("test"))
    })
}

/// The line that something begins in.
pub(crate) fn line_of(spanned: &impl syn::spanned::Spanned) -> usize {
    spanned.span().start().line
}
