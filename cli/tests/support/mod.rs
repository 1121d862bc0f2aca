//! What the tests of several commands share.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// A folder with files in it.
pub(crate) fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("is in the folder")).expect("can be made");
        fs::write(path, text).expect("can be written");
    }
    folder
}

/// Runs witc in a folder, with this on its standard input.
pub(crate) fn run(folder: &Path, arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_witc"));
    // Into a pipe it prints without colors.
    command.args(arguments).current_dir(folder);
    witc_tests::output(command, input)
}
