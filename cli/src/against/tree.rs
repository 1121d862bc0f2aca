//! The files of a package in a version of a repository: what is at a path, with links followed, and where a package is that
//! has moved.

use super::git::{Contents, Entries, Entry, EntryKind};
use crate::failure::Failure;
use std::collections::BTreeSet;
use witc_diagnostics::nearest;

/// A file of a package: its path in the repository, and its contents.
pub(super) type File = (String, Vec<u8>);

/// As many links are followed on the way to one file: those that lead to each other in a circle end here.
const MAX_LINKS: usize = 16;

/// A version of a repository.
pub(super) struct Tree {
    entries: Entries,
    contents: Contents,
}

impl Tree {
    pub(super) fn new(entries: Entries, contents: Contents) -> Self {
        Self { entries, contents }
    }

    /// Whether there is a file or a folder at a path.
    pub(super) fn has(&self, path: &str) -> bool {
        self.entries.contains_key(path) || self.inside(path).next().is_some()
    }

    /// The paths of the files in a folder, in order; the empty path is that of all.
    fn inside<'t>(
        &'t self,
        folder: &str,
    ) -> impl Iterator<Item = (&'t String, &'t Entry)> + use<'t> {
        let start = match folder {
            "" => String::new(),
            folder => format!("{folder}/"),
        };
        self.entries
            .range(start.clone()..)
            .take_while(move |(path, _)| path.starts_with(&start))
    }

    /// The files at a path that the loader would read, with links followed.
    ///
    /// # Errors
    ///
    /// A file can't be read.
    pub(super) fn files(&mut self, path: &str) -> Result<Vec<File>, Failure> {
        let mut found = Vec::new();
        self.gather(path, path, 0, &mut found)?;
        Ok(found)
    }

    /// Adds the files of what is at `path`, as if it were at `shown`.
    fn gather(
        &mut self,
        path: &str,
        shown: &str,
        links: usize,
        found: &mut Vec<File>,
    ) -> Result<(), Failure> {
        if links > MAX_LINKS {
            return Ok(());
        }
        if let Some(entry) = self.entries.get(path).cloned() {
            return match entry.kind {
                EntryKind::File => {
                    found.push((shown.to_owned(), self.contents.of(&entry.object)?));
                    Ok(())
                }
                EntryKind::Link => {
                    let target = self.contents.of(&entry.object)?;
                    match joined(parent(path), &String::from_utf8_lossy(&target)) {
                        Some(target) => self.gather(&target, shown, links + 1, found),
                        // It leads out of the repository.
                        None => Ok(()),
                    }
                }
                EntryKind::Submodule => Ok(()),
            };
        }
        let inside: Vec<(String, EntryKind)> = self
            .inside(path)
            .map(|(path, entry)| (path.clone(), entry.kind))
            .collect();
        if inside.is_empty() {
            // A part of the path may be a link to a folder.
            if let Some(real) = self.through_link(path)? {
                return self.gather(&real, shown, links + 1, found);
            }
        }
        let skip = if path.is_empty() { 0 } else { path.len() + 1 };
        for (inner, kind) in inside {
            let rest = inner[skip..].to_owned();
            // A link to a folder has no telling name.
            if kind == EntryKind::Link || (is_read(&rest) && kind == EntryKind::File) {
                let shown = join(shown, &rest);
                self.gather(
                    &inner,
                    &shown,
                    links + usize::from(kind == EntryKind::Link),
                    found,
                )?;
            }
        }
        Ok(())
    }

    /// A path whose first link is replaced by what it leads to.
    fn through_link(&mut self, path: &str) -> Result<Option<String>, Failure> {
        for (end, _) in path.match_indices('/') {
            let (start, rest) = (&path[..end], &path[end + 1..]);
            if let Some(entry) = self
                .entries
                .get(start)
                .filter(|it| it.kind == EntryKind::Link)
            {
                let target = self.contents.of(&entry.object)?;
                let target = joined(parent(start), &String::from_utf8_lossy(&target));
                return Ok(target.map(|target| join(&target, rest)));
            }
        }
        Ok(None)
    }

    /// The submodule that a path is, or is in.
    pub(super) fn submodule(&self, path: &str) -> Option<&str> {
        let parts = path.match_indices('/').map(|(end, _)| &path[..end]);
        parts
            .chain([path])
            .find(|start| {
                let entry = self.entries.get(*start);
                entry.is_some_and(|entry| entry.kind == EntryKind::Submodule)
            })
            .and_then(|start| self.entries.get_key_value(start))
            .map(|(path, _)| path.as_str())
    }

    /// The places that may hold a package of this name, folders and files: those of the files whose text has a declaration
    /// of it. Dependencies are copies of what others publish, and come after all other places.
    ///
    /// # Errors
    ///
    /// A file can't be read.
    pub(super) fn places_of(&mut self, package: &str) -> Result<Vec<String>, Failure> {
        let texts: Vec<(String, String)> = self
            .entries
            .iter()
            .filter(|(path, entry)| entry.kind == EntryKind::File && path.ends_with(".wit"))
            .map(|(path, entry)| (path.clone(), entry.object.clone()))
            .collect();
        let mut places = BTreeSet::new();
        for (path, object) in texts {
            let bytes = self.contents.of(&object)?;
            if declares(&String::from_utf8_lossy(&bytes), package) {
                let is_dependency = path.split('/').any(|part| part == "deps");
                places.insert((is_dependency, parent(&path).to_owned(), path));
            }
        }
        let mut all: Vec<String> = Vec::new();
        for (_, folder, file) in places {
            for place in [folder, file] {
                if !all.contains(&place) {
                    all.push(place);
                }
            }
        }
        Ok(all)
    }

    /// What to do about a path that is not there: one that is near, or those that have WIT.
    pub(super) fn advice(&self, path: &str) -> String {
        let folders: BTreeSet<&str> = self
            .entries
            .keys()
            .filter(|path| path.ends_with(".wit") && !path.split('/').any(|part| part == "deps"))
            .map(|path| parent(path))
            .collect();
        let all: Vec<&str> = self.entries.keys().map(String::as_str).collect();
        if let Some(near) = nearest(path, folders.iter().chain(&all).copied()) {
            return format!("did you mean `{near}`?");
        }
        let some: Vec<String> = folders
            .iter()
            .take(5)
            .map(|folder| format!("`{}`", if folder.is_empty() { "." } else { folder }))
            .collect();
        match some.as_slice() {
            [] => "there is no WIT in that version".to_owned(),
            some => format!("that version has WIT in {}", some.join(", ")),
        }
    }
}

/// Whether the loader looks at files of such a name: at text in the folder and in those of `deps`, at binaries in `deps`.
fn is_read(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension);
    match extension {
        Some("wit") => true,
        Some("wasm" | "wat") => path.split('/').any(|part| part == "deps"),
        Some(_) | None => false,
    }
}

/// Whether a text has what may be the declaration of a package.
fn declares(text: &str, package: &str) -> bool {
    text.match_indices(package).any(|(start, _)| {
        let before = text[..start].trim_end();
        let after = text[start + package.len()..].trim_start();
        before.ends_with("package") && after.starts_with(['@', ';', '{'])
    })
}

/// The folder of a path.
fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn join(folder: &str, rest: &str) -> String {
    match folder {
        "" => rest.to_owned(),
        folder => format!("{folder}/{rest}"),
    }
}

/// A path from a folder of the repository, without `.` and `..`; nothing if it leads out of the repository.
pub(super) fn joined(folder: &str, path: &str) -> Option<String> {
    if path.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{declares, joined};

    #[test]
    fn paths_stay_in_the_repository() {
        assert_eq!(joined("a/b", "../c/./d").as_deref(), Some("a/c/d"));
        assert_eq!(joined("a/", ".").as_deref(), Some("a"));
        assert_eq!(joined("a", "../.."), None);
        assert_eq!(joined("", "/etc"), None);
    }

    #[test]
    fn declarations_are_found() {
        assert!(declares("/// x\npackage  my:log@1.0.0;", "my:log"));
        assert!(declares("package my:log {", "my:log"));
        assert!(!declares("package my:logs;", "my:log"));
        assert!(!declares("use my:log/log;", "my:log"));
    }
}
