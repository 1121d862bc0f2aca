//! Folders without `.wit` files that the user asked for: which folders in them are packages.

use super::files::{Files, FolderEntry};
use super::shell::{path_pattern, quoted};
use crate::codes;
use crate::resolve::list;
use std::path::{Path, PathBuf};
use witc_diagnostics::{Diagnostic, Span};

/// The most folders that a command names one by one.
const MOST_WORDS: usize = 40;

/// Patterns of a shell for the packages in a folder.
#[derive(Clone, Copy)]
enum Pattern {
    /// Everything in it.
    All,
    /// All folders in it.
    Folders,
    /// The folders `wit` in all folders in it.
    Wit,
}

impl Pattern {
    fn text(self) -> &'static str {
        match self {
            Self::All => "*",
            Self::Folders => "*/",
            Self::Wit => "*/wit",
        }
    }
}

/// The diagnostic for a folder without `.wit` files, which has these entries.
pub(super) fn no_files(files: &Files, path: &Path, entries: &[FolderEntry]) -> Diagnostic {
    let packages = packages_in(files, entries);
    let deps = entries.iter().find(|entry| is_deps(entry));
    let name = path.display();
    let message = match deps {
        Some(_) if packages.is_empty() => {
            format!("the folder `{name}` has no `.wit` files, only a folder `deps`")
        }
        Some(_) | None => format!("the folder `{name}` has no `.wit` files"),
    };
    let is_binary = |entry: &&FolderEntry| {
        let extension = entry.path.extension();
        !entry.is_folder() && extension.is_some_and(|it| it == "wasm" || it == "wat")
    };
    let advice = match (&packages[..], deps) {
        ([package], _) => format!("`{}` has some: name that folder", package.display()),
        ([_, ..], _) => name_packages(files, path, &packages),
        ([], Some(deps)) => name_deps(files, path, &deps.path),
        ([], None) => match entries.iter().find(is_binary) {
            Some(entry) => format!(
                "`{}` is a package in binary form: name the file itself",
                entry.path.display()
            ),
            None => "name the folder that holds the files of the package, or one file".to_owned(),
        },
    };
    Diagnostic::error(codes::NO_WIT_FILES, message, Span::NONE).note(advice)
}

/// The folders that are packages: those among `entries`, or else the `wit` in them.
fn packages_in(files: &Files, entries: &[FolderEntry]) -> Vec<PathBuf> {
    let folders = || {
        let folders = entries.iter().filter(|entry| entry.is_folder());
        folders.filter(|entry| !is_deps(entry))
    };
    // People name the root of a project, which has its package there, whatever its other folders have.
    let project = folders().find(|entry| entry.path.ends_with("wit"));
    if let Some(wit) = project.filter(|entry| files.has_wit(&entry.path)) {
        return vec![wit.path.clone()];
    }
    let package = |entry: &FolderEntry| {
        let candidates = [entry.path.clone(), entry.path.join("wit")];
        candidates.into_iter().find(|path| files.has_wit(path))
    };
    folders().filter_map(package).collect()
}

/// The advice to name several packages in a folder.
fn name_packages(files: &Files, parent: &Path, packages: &[PathBuf]) -> String {
    let in_wit = |path: &&PathBuf| path.parent() != Some(parent);
    let pattern = match packages.iter().filter(in_wit).count() {
        0 if matches(files, parent, Pattern::All) == packages.len() => Pattern::All,
        0 => Pattern::Folders,
        _ => Pattern::Wit,
    };
    let is_exact = matches(files, parent, pattern) == packages.len();
    let arguments = if is_exact || packages.len() > MOST_WORDS {
        path_pattern(parent, pattern.text())
    } else {
        // The pattern would match what is no package as well.
        let words: Vec<String> = packages.iter().map(|path| quoted(path)).collect();
        words.join(" ")
    };
    let names: Vec<String> = packages
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    format!(
        "{} have some, and each is a package of its own: name one of them, or all with `witc check {arguments}`",
        list(&names)
    )
}

/// How many paths a shell puts in the place of a pattern.
fn matches(files: &Files, parent: &Path, pattern: Pattern) -> usize {
    let entries = files.entries(parent).unwrap_or_default();
    let is_match = |entry: &&FolderEntry| match pattern {
        Pattern::All => true,
        Pattern::Folders => entry.is_folder(),
        Pattern::Wit => files.kind(&entry.path.join("wit")).is_ok(),
    };
    let visible = entries.iter().filter(|entry| !entry.is_hidden());
    visible.filter(is_match).count()
}

/// The advice for a folder that has nothing but what a package depends on.
fn name_deps(files: &Files, path: &Path, deps: &Path) -> String {
    let main = format!(
        "`{}` holds what a package depends on; the files of that package itself belong directly in `{}`",
        deps.display(),
        path.display()
    );
    let entries = files.entries(deps).unwrap_or_default();
    let is_package = |entry: &&FolderEntry| entry.is_wit() || files.has_wit(&entry.path);
    match entries.iter().filter(is_package).count() {
        0 => main,
        _ => format!(
            "{main}; to read what is in `deps`, write `witc check {}`",
            path_pattern(deps, "*")
        ),
    }
}

fn is_deps(entry: &FolderEntry) -> bool {
    entry.is_folder() && entry.path.ends_with("deps")
}
