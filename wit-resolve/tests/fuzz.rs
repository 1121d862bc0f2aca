//! Holds the seeds of the fuzz targets, and all other fixtures that are WIT, to what the targets hold their inputs to.

#[path = "../../fuzz/properties/parse.rs"]
mod parse;
#[path = "../../fuzz/properties/resolve.rs"]
mod resolve;
#[path = "../../fuzz/properties/tokens.rs"]
mod tokens;

use std::path::{Path, PathBuf};

/// The files in a folder of the fixtures and in the folders within it.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut pending = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures").join(folder)];
    let mut files = Vec::new();
    while let Some(path) = pending.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(path).expect("can be read");
            pending.extend(entries.map(|entry| entry.expect("can be read").path()));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Checks the seeds of a target, and the fixtures; cut in two as well, so that what ends too soon is among them.
fn replay(target: &str, check: fn(&[u8])) {
    let seeds = files(&format!("fuzz/{target}"));
    assert!(!seeds.is_empty(), "{target} has seeds");
    let is_wit = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "wit");
    let fixtures = ["syntax", "diagnostics", "mutations"].into_iter().flat_map(files).filter(is_wit);
    for path in seeds.into_iter().chain(fixtures) {
        println!("{}", path.display());
        let bytes = std::fs::read(&path).expect("can be read");
        check(&bytes);
        check(&bytes[..bytes.len() / 2]);
    }
}

#[test]
fn seeds_of_tokens() {
    replay("tokens", tokens::check);
}

#[test]
fn seeds_of_parse() {
    replay("parse", parse::check);
}

#[test]
fn seeds_of_resolve() {
    replay("resolve", resolve::check);
}
