//! The package that a file is part of: the other files of its folder that declare the same one, and the `deps/` there.

use super::files::{FolderEntry, PathKind};
use super::reader::Reader;
use super::shell::folder_of;
use crate::Group;
use std::path::{Path, PathBuf};

/// What a file declares as its package.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Declared {
    /// This one.
    Package(String),
    /// None: the other files of the folder say it.
    Nothing,
    /// It can't be told, because the file has mistakes, or holds packages in braces.
    Unclear,
}

impl Reader {
    /// Reads the package that a file is part of, as it would be read if its folder was named. Of a folder with files of
    /// several packages, those of other packages are left out.
    pub(super) fn root_package_of(&mut self, path: &Path) {
        let is_wit = path.extension().is_some_and(|it| it == "wit");
        if !is_wit
            || !self
                .files
                .kind(path)
                .is_ok_and(|kind| kind == PathKind::File)
        {
            self.root(path);
            return;
        }
        let folder = folder_of(path);
        let Ok(entries) = self.files.entries(&folder) else {
            self.root(path);
            return;
        };
        let (paths, is_whole) = self.siblings(path, &entries);
        // One that is a package with all its files is the same as its folder.
        let known = if is_whole { &folder } else { path };
        if !self.is_known(known, true) {
            self.input.groups.push(Group {
                name: known.display().to_string(),
                main: true,
                ..Group::default()
            });
            self.read.push(folder.clone());
            for path in paths {
                self.want_file(&path);
            }
            self.deps_of(&folder, &entries);
        }
    }

    /// The files that are one package with a file, itself included, and whether these are all of its folder.
    fn siblings(&self, path: &Path, entries: &[FolderEntry]) -> (Vec<PathBuf>, bool) {
        let parent = path.parent().unwrap_or(Path::new(""));
        let files = entries
            .iter()
            .filter(|entry| entry.is_wit() && entry.kind == PathKind::File);
        // As the user spells the folder: `a.wit` lies beside `b.wit`, and not beside `./b.wit`.
        let all: Vec<(PathBuf, Declared)> = files
            .filter_map(|entry| Some(parent.join(entry.path.file_name()?)))
            .map(|path| {
                let declared = self.declared(&path);
                (path, declared)
            })
            .collect();
        let own = all
            .iter()
            .find(|(other, _)| other == path)
            .map_or(Declared::Unclear, |(_, declared)| declared.clone());
        let packages = || {
            let declared = all.iter().map(|(_, declared)| declared);
            declared.filter(|declared| matches!(declared, Declared::Package(_)))
        };
        let is_one = packages().all(|package| Some(package) == packages().next());
        let belongs = |declared: &Declared| match (declared, is_one) {
            // What can't be told is read: its mistakes may be why a name is missing.
            (_, true) => true,
            (Declared::Package(_), false) => *declared == own,
            (Declared::Nothing | Declared::Unclear, false) => false,
        };
        let mut paths: Vec<PathBuf> = all
            .iter()
            .filter(|(other, declared)| other == path || belongs(declared))
            .map(|(path, _)| path.clone())
            .collect();
        let is_whole = paths.len() == all.len();
        if !paths.iter().any(|other| other == path) {
            paths.push(path.to_owned());
        }
        (paths, is_whole)
    }

    fn declared(&self, path: &Path) -> Declared {
        let Some(text) = self.files.text(path) else {
            return Declared::Unclear;
        };
        let Some(head) = witc_parser::head(&text, 0) else {
            return Declared::Unclear;
        };
        head.package.map_or(Declared::Nothing, |package| {
            // Without the spaces that may stand in it.
            let name = package.name.span;
            let name = &text[name.start as usize..name.end as usize];
            Declared::Package(name.split_whitespace().collect())
        })
    }
}
