//! Formatting: a copy of a root that is formatted means the same, and formatting it once more changes nothing.

use crate::bindings::{Language, generate};
use crate::download::wit_files;
use crate::root::{Root, errors, worlds};
use std::fs;
use std::path::{Path, PathBuf};
use witc_parser::fmt::format;
use witc_resolve::Loaded;

/// Formats every file of a root on a copy in a folder. Gives how many there are, and what is wrong.
pub(crate) fn examine(root: &Root, loaded: &Loaded, folder: &Path) -> (usize, Vec<String>) {
    let _ = fs::remove_dir_all(folder);
    let mut files = 0;
    let mut faults = Vec::new();
    let mut paths = Vec::new();
    for (index, path) in root.paths.iter().enumerate() {
        // Numbered, since two paths may end alike.
        let copy = copy_of(path, &folder.join(index.to_string()));
        for file in files_of(path) {
            files += 1;
            let inside = file.strip_prefix(path).expect("is below it");
            // Joining nothing would add a `/` to the path of a file.
            let target = if inside.as_os_str().is_empty() {
                copy.clone()
            } else {
                copy.join(inside)
            };
            faults.extend(format_file(&file, &target).err());
        }
        paths.push(copy);
    }
    if faults.is_empty() {
        let name = root.name.clone();
        faults.extend(compare(loaded, &Root { name, paths }).err());
    }
    (files, faults)
}

fn copy_of(path: &Path, folder: &Path) -> PathBuf {
    folder.join(path.file_name().unwrap_or_default())
}

fn files_of(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        vec![path.to_owned()]
    } else {
        wit_files(path)
    }
}

/// Writes a file formatted.
fn format_file(file: &Path, target: &Path) -> Result<(), String> {
    let failed = |what: &str| format!("{}: {what}", file.display());
    let text = fs::read_to_string(file).map_err(|error| failed(&error.to_string()))?;
    let formatted = |text: &str| format(text, 0, &mut Vec::new());
    let once = formatted(&text).ok_or_else(|| failed("fmt refuses it"))?;
    if formatted(&once).as_ref() != Some(&once) {
        return Err(failed("formatting it twice changes it"));
    }
    let parent = target.parent().expect("is in a folder");
    fs::create_dir_all(parent)
        .and_then(|()| fs::write(target, once))
        .map_err(|error| failed(&error.to_string()))
}

/// Compares a root with its formatted copy: both give the same bindings, with the same documentation.
fn compare(loaded: &Loaded, copy: &Root) -> Result<(), String> {
    let formatted = copy.load();
    if formatted.has_errors() {
        let errors = errors(&formatted.diagnostics, &formatted.resolve.sources);
        return Err(format!(
            "{}: formatted, it is wrong: {}",
            copy.name, errors[0]
        ));
    }
    let bindings = |loaded: &Loaded| {
        let generate = |world| generate(loaded, world, Language::Rust, &["--generate-all"]).files;
        let files = worlds(loaded).into_iter().map(generate);
        files
            .map(|files| files.iter().map(|(_, text)| text.to_vec()).collect())
            .collect::<Vec<Vec<_>>>()
    };
    if bindings(loaded) == bindings(&formatted) {
        Ok(())
    } else {
        Err(format!("{}: formatted, it gives other bindings", copy.name))
    }
}
