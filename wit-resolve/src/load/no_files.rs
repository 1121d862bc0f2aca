//! Folders without `.wit` files that the user asked for: which folders in them are packages.

use super::files::FolderEntry;
use super::reader::Reader;
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

impl Reader {
    pub(super) fn report_no_files(&mut self, path: &Path, entries: &[FolderEntry]) {
        let packages = self.packages_in(entries);
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
            ([_, ..], _) => self.name_packages(path, &packages),
            ([], Some(deps)) => self.name_deps(path, &deps.path),
            ([], None) => match entries.iter().find(is_binary) {
                Some(entry) => format!(
                    "`{}` is a package in binary form: name the file itself",
                    entry.path.display()
                ),
                None => {
                    "name the folder that holds the files of the package, or one file".to_owned()
                }
            },
        };
        let diagnostic = Diagnostic::error(codes::NO_WIT_FILES, message, Span::NONE);
        self.diagnostics.push(diagnostic.note(advice));
    }

    /// The folders that are packages: those among `entries`, or else the `wit` in them.
    fn packages_in(&self, entries: &[FolderEntry]) -> Vec<PathBuf> {
        let folders = || {
            let folders = entries.iter().filter(|entry| entry.is_folder());
            folders.filter(|entry| !is_deps(entry))
        };
        // People name the root of a project, which has its package there, whatever its other folders have.
        let project = folders().find(|entry| entry.path.ends_with("wit"));
        if let Some(wit) = project.filter(|entry| self.has_wit(&entry.path)) {
            return vec![wit.path.clone()];
        }
        let package = |entry: &FolderEntry| {
            let candidates = [entry.path.clone(), entry.path.join("wit")];
            candidates.into_iter().find(|path| self.has_wit(path))
        };
        folders().filter_map(package).collect()
    }

    /// The advice to name several packages in a folder.
    fn name_packages(&self, parent: &Path, packages: &[PathBuf]) -> String {
        let in_wit = |path: &&PathBuf| path.parent() != Some(parent);
        let pattern = match packages.iter().filter(in_wit).count() {
            0 if self.matches(parent, Pattern::All) == packages.len() => Pattern::All,
            0 => Pattern::Folders,
            _ => Pattern::Wit,
        };
        let is_exact = self.matches(parent, pattern) == packages.len();
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
    fn matches(&self, parent: &Path, pattern: Pattern) -> usize {
        let entries = self.files.entries(parent).unwrap_or_default();
        let is_match = |entry: &&FolderEntry| match pattern {
            Pattern::All => true,
            Pattern::Folders => entry.is_folder(),
            Pattern::Wit => self.files.kind(&entry.path.join("wit")).is_ok(),
        };
        let visible = entries.iter().filter(|entry| !entry.is_hidden());
        visible.filter(is_match).count()
    }

    /// The advice for a folder that has nothing but what a package depends on.
    fn name_deps(&self, path: &Path, deps: &Path) -> String {
        let main = format!(
            "`{}` holds what a package depends on; the files of that package itself belong directly in `{}`",
            deps.display(),
            path.display()
        );
        let entries = self.files.entries(deps).unwrap_or_default();
        let is_package = |entry: &&FolderEntry| entry.is_wit() || self.has_wit(&entry.path);
        match entries.iter().filter(is_package).count() {
            0 => main,
            _ => format!(
                "{main}; to read what is in `deps`, write `witc check {}`",
                path_pattern(deps, "*")
            ),
        }
    }

    /// Whether a folder has `.wit` files.
    pub(super) fn has_wit(&self, folder: &Path) -> bool {
        let entries = self.files.entries(folder).unwrap_or_default();
        entries.iter().any(FolderEntry::is_wit)
    }
}

fn is_deps(entry: &FolderEntry) -> bool {
    entry.is_folder() && entry.path.ends_with("deps")
}
