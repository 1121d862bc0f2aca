//! Folders of files for tests of loading.

use std::fs;
use std::path::Path;
use tempfile::TempDir;
use witc_diagnostics::render;
use witc_resolve::Loaded;

/// A folder with these files.
pub(crate) fn tree(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(folder.path(), files);
    folder
}

/// Writes files into a folder.
pub(crate) fn write(root: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("is in a folder")).expect("is made");
        fs::write(path, text).expect("is written");
    }
}

/// Everything that is wrong, a line each.
pub(crate) fn messages(loaded: &Loaded) -> String {
    loaded
        .diagnostics
        .iter()
        .map(|found| render::short(found, &loaded.resolve.sources))
        .collect()
}
