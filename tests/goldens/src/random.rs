//! Random packages on disk.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};
use witc_random::{ACTIVE_FEATURE, Dice, Tree};
use witc_resolve::{Features, Loaded, Loader};

/// A number that a variable sets.
pub(crate) fn number(name: &str, default: u64) -> u64 {
    let value = env::var(name).ok().and_then(|value| value.parse().ok());
    value.unwrap_or(default)
}

/// Writes the files of a tree into a folder, and loads them.
pub(crate) fn load(folder: &Path, tree: &Tree) -> Loaded {
    let _ = fs::remove_dir_all(folder);
    for (path, text) in texts(tree) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("is in a folder")).expect("can be written");
        fs::write(path, text).expect("can be written");
    }
    let features = Features::from_iter([ACTIVE_FEATURE]);
    Loader::new().path(folder).features(features).load()
}

fn texts(tree: &Tree) -> BTreeMap<String, String> {
    // Blanks and line breaks are not what differs between trees that are compared.
    tree.texts(&mut Dice::new(0))
}

/// The files of a tree, one after the other.
pub(crate) fn show(tree: &Tree) -> String {
    let files = texts(tree).into_iter();
    files
        .map(|(path, text)| format!("--- {path}\n{text}"))
        .collect()
}
