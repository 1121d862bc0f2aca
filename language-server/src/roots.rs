//! Which package a document belongs to, told by its path alone.

use std::path::{Path, PathBuf};

/// What is loaded for a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Root {
    /// A folder, whose files are one package, with what is in its `deps/`.
    Folder(PathBuf),
    /// A file, which is a package by itself.
    File(PathBuf),
    /// A document that is no file, by its URI.
    Buffer(String),
}

/// What may have to be loaded for a file: the first that the file turns out to be a part of.
pub(crate) fn candidates(file: &Path) -> Vec<Root> {
    let mut roots = Vec::new();
    if let Some(folder) = file.parent() {
        // A dependency is seen as the package sees it that depends on it, the outermost one.
        roots.extend(dependent(file).map(Root::Folder));
        roots.push(Root::Folder(folder.to_owned()));
    }
    roots.push(Root::File(file.to_owned()));
    roots
}

/// The folder in whose `deps/` a file is, or in the `deps/` of that, and so on.
fn dependent(file: &Path) -> Option<PathBuf> {
    let is_deps = |path: &Path| path.file_name().is_some_and(|name| name == "deps");
    let above = |package: &Path| -> Option<PathBuf> {
        // A package in `deps/` is a file there, or a folder.
        let deps = package.parent().filter(|it| is_deps(it))?;
        Some(deps.parent()?.to_owned())
    };
    let mut found = above(file).or_else(|| above(file.parent()?))?;
    while let Some(outer) = above(&found) {
        found = outer;
    }
    Some(found)
}

/// The folder that the command line reads by default, in one that is open in the editor.
pub(crate) fn default_folder(workspace: &Path) -> PathBuf {
    workspace.join("wit")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dependencies_belong_to_the_outermost_package() {
        let root = |file: &str| match candidates(Path::new(file)).swap_remove(0) {
            Root::Folder(path) | Root::File(path) => path.display().to_string(),
            Root::Buffer(_) => unreachable!("files have paths"),
        };
        assert_eq!(root("/p/wit/a.wit"), "/p/wit");
        assert_eq!(root("/p/wit/deps/io.wit"), "/p/wit");
        assert_eq!(root("/p/wit/deps/io/a.wit"), "/p/wit");
        assert_eq!(root("/p/wit/deps/io/deps/x/a.wit"), "/p/wit");
        assert_eq!(root("/p/wit/deps/io/deps/x.wit"), "/p/wit");
        assert_eq!(root("/deps/p/wit/a.wit"), "/deps/p/wit");
    }
}
