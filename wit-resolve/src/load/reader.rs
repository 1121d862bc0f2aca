//! Reading what there is to resolve: which files make up which packages.

use super::files::{Content, Files, FolderEntry, PathKind, real};
use super::no_files::no_files;
use super::problems::{broken, not_utf8, special, unreadable};
use super::searched::Searched;
use crate::codes;
use crate::parallel::Crew;
use crate::{Group, Input, Options};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use witc_diagnostics::{Diagnostic, FileId, Span};

/// The depth to which `deps/` may be nested.
// Links may make a folder contain itself; this ends the descent if real paths do not show it.
const MAX_DEPTH: usize = 32;

/// Turns a binary, or the text form of one, into WIT, or says why it can't: the package that it holds, and then, each as a
/// text of its own, what it knows of others.
pub type BinaryReader = Box<dyn Fn(&[u8]) -> Result<Vec<String>, Box<Diagnostic>>>;

#[derive(Default)]
pub(super) struct Reader {
    pub(super) binary: Option<BinaryReader>,
    pub(super) files: Files,
    pub(super) input: Input,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) read: Vec<PathBuf>,
    /// The groups by their real paths, so that none is read twice.
    pub(super) groups: HashMap<PathBuf, usize>,
    /// The `deps/` that are to be read, of what the user asked for.
    pub(super) deps: Vec<PathBuf>,
    /// The `deps/` of packages that are in `deps/` themselves, with the nesting of what is in them. They are read only if
    /// something is missing.
    pub(super) nested: Vec<(PathBuf, usize)>,
    /// The groups of which something could not be read.
    pub(super) damaged: Vec<usize>,
    /// The files that are to be read for the groups, in order.
    wanted: Vec<Wanted>,
    /// Packages that others, in binary form, have copies of: they may be less than the whole.
    fallbacks: Vec<Group>,
    /// The places where packages were looked for.
    pub(super) searched: Searched,
}

/// A file that is to be read for a group.
struct Wanted {
    group: usize,
    /// Its name in messages.
    name: String,
    source: LoadSource,
}

pub(super) enum LoadSource {
    File(PathBuf),
    Bytes(Vec<u8>),
}

/// With fewer files than this, threads take longer to start than they save.
const FEW_FILES: usize = 32;

impl Reader {
    pub(super) fn new(files: Files, binary: Option<BinaryReader>) -> Self {
        Self {
            binary,
            files,
            ..Self::default()
        }
    }

    /// Adds a group without files.
    pub(super) fn group(&mut self, name: String, main: bool) {
        self.input.groups.push(Group {
            name,
            main,
            ..Group::default()
        });
    }

    /// Enters what is to be read for the group that was added last.
    pub(super) fn want(&mut self, name: String, source: LoadSource) {
        self.wanted.push(Wanted {
            group: self.input.groups.len() - 1,
            name,
            source,
        });
    }

    pub(super) fn want_file(&mut self, path: &Path) {
        self.read.push(path.to_owned());
        self.want(
            path.display().to_string(),
            LoadSource::File(path.to_owned()),
        );
    }

    /// What the user asked for.
    pub(super) fn root(&mut self, path: &Path) {
        match self.files.kind(path) {
            Ok(PathKind::Folder) => self.root_folder(path),
            Ok(PathKind::File | PathKind::BrokenLink | PathKind::Special) => {
                self.root_file(path);
            }
            Err(error) => {
                self.diagnostics.push(unreadable(&self.files, path, &error));
            }
        }
    }

    fn root_folder(&mut self, path: &Path) {
        let Some(entries) = self.folder(path, true, 0) else {
            return;
        };
        if !entries.iter().any(FolderEntry::is_wit) {
            self.diagnostics.push(no_files(&self.files, path, &entries));
        }
        self.deps_of(path, &entries);
    }

    /// Enters the `deps/` of a folder that the user asked for, which has these entries.
    pub(super) fn deps_of(&mut self, folder: &Path, entries: &[FolderEntry]) {
        let deps = folder.join("deps");
        let kind = entries.iter().find(|entry| entry.path == deps);
        match kind.map(|entry| entry.kind) {
            Some(PathKind::Folder) => self.deps.push(deps.clone()),
            Some(PathKind::BrokenLink) => self.searched.broken_links.push(deps.clone()),
            Some(PathKind::File | PathKind::Special) | None => {}
        }
        self.searched.root_folders.push(folder.to_owned());
    }

    fn root_file(&mut self, path: &Path) {
        if !self.is_known(path, true) {
            self.group(path.display().to_string(), true);
            self.want_file(path);
            self.searched.root_files.push(path.to_owned());
        }
    }

    /// Reads the `deps/` of what the user asked for: after all that, since a package there may be one of them.
    pub(super) fn all_deps(&mut self) {
        for path in std::mem::take(&mut self.deps) {
            self.deps(&path, 0);
        }
    }

    /// Reads the `deps/` of packages in `deps/`, the outer ones first: where links lead from one to the other, a package
    /// counts as what it is furthest out.
    pub(super) fn all_nested(&mut self) {
        while !self.nested.is_empty() {
            for (path, nesting) in std::mem::take(&mut self.nested) {
                if nesting < MAX_DEPTH {
                    self.deps(&path, nesting);
                }
            }
        }
    }

    /// The packages in a `deps/`.
    fn deps(&mut self, deps: &Path, nesting: usize) {
        self.searched.deps.push(deps.to_owned());
        for entry in self.entries(deps).unwrap_or_default() {
            let path = &entry.path;
            let extension = path.extension().and_then(|extension| extension.to_str());
            let is_package = matches!(extension, Some("wit" | "wasm" | "wat"));
            match entry.kind {
                PathKind::Folder => self.dependency(path, nesting),
                PathKind::File if is_package => self.file(path, deps, nesting),
                // Other files in `deps` are lock files, notes and the like.
                PathKind::File => {}
                PathKind::Special if is_package => self.diagnostics.push(special(path)),
                PathKind::Special => {}
                PathKind::BrokenLink if entry.is_hidden() => {}
                PathKind::BrokenLink if is_package => self.diagnostics.extend(broken(path)),
                PathKind::BrokenLink if extension.is_none() => {
                    self.searched.broken_links.push(path.clone());
                }
                PathKind::BrokenLink => {}
            }
        }
    }

    /// A folder in `deps/`.
    fn dependency(&mut self, path: &Path, nesting: usize) {
        let Some(entries) = self.folder(path, false, nesting) else {
            return;
        };
        // No mistake; some tools leave empty folders.
        if !entries.iter().any(FolderEntry::is_wit) {
            self.searched.without_wit.push(path.to_owned());
        }
        let inner = path.join("deps");
        if entries
            .iter()
            .any(|entry| entry.is_folder() && entry.path == inner)
        {
            self.nested.push((inner, nesting + 1));
        }
    }

    /// A file in `deps/`.
    fn file(&mut self, path: &Path, deps: &Path, nesting: usize) {
        if !self.is_known(path, false) {
            self.input.groups.push(Group {
                name: path.display().to_string(),
                nesting,
                deps: Some(deps.display().to_string()),
                ..Group::default()
            });
            self.want_file(path);
        }
    }

    /// A folder that is a package: what is in it, if it is new and can be read.
    fn folder(&mut self, path: &Path, main: bool, nesting: usize) -> Option<Vec<FolderEntry>> {
        if self.is_known(path, main) {
            return None;
        }
        self.input.groups.push(Group {
            name: path.display().to_string(),
            main,
            nesting,
            ..Group::default()
        });
        let group = self.input.groups.len() - 1;
        let Some(entries) = self.entries(path) else {
            self.damaged.push(group);
            return None;
        };
        for file in entries.iter().filter(|entry| entry.is_wit()) {
            match file.kind {
                PathKind::File => self.want_file(&file.path),
                PathKind::BrokenLink if file.is_hidden() => {}
                PathKind::BrokenLink => {
                    self.damaged.push(group);
                    self.diagnostics.extend(broken(&file.path));
                }
                PathKind::Special => {
                    self.damaged.push(group);
                    self.diagnostics.push(special(&file.path));
                }
                PathKind::Folder => {}
            }
        }
        Some(entries)
    }

    /// Whether a package was read already; if so, it may still have to be known as one that the user asked for.
    pub(super) fn is_known(&mut self, path: &Path, main: bool) -> bool {
        match self.groups.entry(real(path)) {
            Entry::Occupied(index) => {
                // A dependency that is also named on the command line counts as asked for.
                if main {
                    self.input.groups[*index.get()].main = true;
                }
                true
            }
            Entry::Vacant(entry) => {
                entry.insert(self.input.groups.len());
                false
            }
        }
    }

    /// The contents of a folder, by name.
    fn entries(&mut self, path: &Path) -> Option<Vec<FolderEntry>> {
        self.read.push(path.to_owned());
        match self.files.entries(path) {
            Ok(entries) => Some(entries),
            Err(error) => {
                self.diagnostics.push(unreadable(&self.files, path, &error));
                None
            }
        }
    }

    /// Reads all that is wanted, and enters it for its group.
    pub(super) fn read_all(&mut self, options: &Options) {
        let wanted = std::mem::take(&mut self.wanted);
        let threads = if wanted.len() < FEW_FILES {
            NonZeroUsize::MIN
        } else {
            options.threads()
        };
        let files = &self.files;
        let read = |Wanted {
                        group,
                        name,
                        source,
                    }: Wanted| {
            let content = match source {
                LoadSource::Bytes(bytes) => Ok(Content::of(bytes)),
                LoadSource::File(path) => files.read(&path).map_err(|error| (path, error)),
            };
            (group, name, content)
        };
        let contents = Crew::of(threads).map(wanted, read);
        // In the order in which they were wanted, so that diagnostics do not depend on which thread
        // was first.
        for (group, name, content) in contents {
            let found = self.diagnostics.len();
            let file = match content {
                Ok(Content::Text(text)) => self.add(name, text),
                Ok(Content::Binary(bytes)) => {
                    self.input.groups[group].binary = true;
                    self.binary(&name, &bytes, group)
                }
                Ok(Content::Neither(bytes, error)) => {
                    self.diagnostics.push(not_utf8(&name, &bytes, error));
                    None
                }
                Ok(Content::TooLarge(diagnostic)) => {
                    self.diagnostics.push(*diagnostic);
                    None
                }
                Err((path, error)) => {
                    self.diagnostics
                        .push(unreadable(&self.files, &path, &error));
                    None
                }
            };
            self.input.groups[group].files.extend(file);
            if self.diagnostics.len() > found {
                self.damaged.push(group);
            }
        }
        // After all others, which they only fill in.
        self.input.groups.append(&mut self.fallbacks);
    }

    fn binary(&mut self, name: &str, bytes: &[u8], group: usize) -> Option<FileId> {
        let Some(reader) = &self.binary else {
            let message = format!("`{name}` is a package in binary form, which can't be read here");
            let diagnostic = Diagnostic::error(codes::BINARY, message, Span::NONE)
                .note("print it as text with `witc component wit`, and use that instead");
            self.diagnostics.push(diagnostic);
            return None;
        };
        match reader(bytes) {
            Ok(texts) => {
                let mut texts = texts.into_iter();
                // The first text is the package itself (`BinaryReader`).
                let main = self.add(name.to_owned(), texts.next()?)?;
                for text in texts {
                    let name = format!("{name}, of another package");
                    let files = self.add(name.clone(), text).into_iter().collect();
                    self.fallbacks.push(Group {
                        name,
                        files,
                        nesting: self.input.groups[group].nesting,
                        fallback: true,
                        binary: true,
                        ..Group::default()
                    });
                }
                Some(main)
            }
            Err(cause) => {
                let message = format!("`{name}` can't be read as a WIT package: {}", cause.message);
                let diagnostic = Diagnostic::error(codes::BINARY, message, Span::NONE);
                self.diagnostics
                    // The decoder's labels point into nothing, its notes are still of use.
                    .push(cause.notes.into_iter().fold(diagnostic, Diagnostic::note));
                None
            }
        }
    }

    pub(super) fn add(&mut self, name: String, text: String) -> Option<FileId> {
        match self.input.sources.add(name, text) {
            Ok(id) => Some(id),
            Err(_) => {
                let message = "the files together have more than 4 GiB of text, which is the limit";
                self.diagnostics
                    .push(Diagnostic::error(codes::TOO_MUCH_TEXT, message, Span::NONE));
                None
            }
        }
    }
}
