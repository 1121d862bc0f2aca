//! Reading what there is to resolve: which files make up which packages.

use super::files::{Content, Files, FolderEntry, PathKind, real};
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
    groups: HashMap<PathBuf, usize>,
    /// The files that are to be read for the groups, in order.
    wanted: Vec<Wanted>,
    /// Packages that others, in binary form, have copies of: they may be less than the whole.
    pub(super) fallbacks: Vec<Group>,
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
            files: Vec::new(),
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

    fn want_file(&mut self, path: &Path) {
        self.read.push(path.to_owned());
        self.want(
            path.display().to_string(),
            LoadSource::File(path.to_owned()),
        );
    }

    pub(super) fn root(&mut self, path: &Path) {
        match self.files.kind(path) {
            Ok(PathKind::Folder) => self.folder(path, true, 0),
            Ok(PathKind::File) => self.file(path, true),
            Err(error) => self.report_unreadable(path, &error),
        }
    }

    /// A folder that is a package, and what it depends on.
    fn folder(&mut self, path: &Path, main: bool, depth: usize) {
        if self.is_known(path, main) {
            return;
        }
        let Some(entries) = self.entries(path) else {
            return;
        };
        let is_wit = |entry: &&FolderEntry| {
            entry.path.extension().is_some_and(|it| it == "wit") && !entry.is_folder()
        };
        self.group(path.display().to_string(), main);
        let files: Vec<&FolderEntry> = entries.iter().filter(is_wit).collect();
        for file in &files {
            self.want_file(&file.path);
        }
        // An empty folder in `deps` is no mistake; some tools leave them.
        if main && files.is_empty() {
            self.report_no_files(path, &entries);
        }
        let deps = path.join("deps");
        let has_deps = entries
            .iter()
            .any(|entry| entry.is_folder() && entry.path == deps);
        if has_deps && depth < MAX_DEPTH {
            self.input.searched.push(format!("`{}`", deps.display()));
            self.deps(&deps, depth + 1);
        // Messages about a package that was not found say where it was looked for.
        } else if main {
            self.input
                .searched
                .push(format!("`{}`, which does not exist", deps.display()));
        }
    }

    fn deps(&mut self, path: &Path, depth: usize) {
        for FolderEntry { path, kind } in self.entries(path).unwrap_or_default() {
            let extension = path.extension().and_then(|extension| extension.to_str());
            if kind == PathKind::Folder {
                self.folder(&path, false, depth);
            // Other files in `deps` are lock files, notes and the like.
            } else if let Some("wit" | "wasm" | "wat") = extension {
                self.file(&path, false);
            }
        }
    }

    /// A file that is a package.
    fn file(&mut self, path: &Path, main: bool) {
        if self.is_known(path, main) {
            return;
        }
        if main {
            let folder = path
                .parent()
                .filter(|parent| !parent.as_os_str().is_empty())
                .unwrap_or(Path::new("."));
            self.input.searched.push(format!(
                "only `{}`: name its folder `{}` instead to read the other files and `deps/` there as well",
                path.display(),
                folder.display()
            ));
        }
        self.group(path.display().to_string(), main);
        self.want_file(path);
    }

    /// Whether a package was read already; if so, it may still have to be known as one that the user asked for.
    fn is_known(&mut self, path: &Path, main: bool) -> bool {
        match self.groups.entry(real(path)) {
            Entry::Occupied(index) => {
                // A dependency that is also named on the command line counts as asked for.
                self.input.groups[*index.get()].main |= main;
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
                self.report_unreadable(path, &error);
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
            let file = match content {
                Ok(Content::Text(text)) => self.add(name, text),
                Ok(Content::Binary(bytes)) => {
                    self.input.groups[group].binary = true;
                    self.binary(&name, &bytes)
                }
                Ok(Content::Neither(bytes, error)) => {
                    self.report_not_utf8(&name, &bytes, error);
                    None
                }
                Err((path, error)) => {
                    self.report_unreadable(&path, &error);
                    None
                }
            };
            self.input.groups[group].files.extend(file);
        }
    }

    fn binary(&mut self, name: &str, bytes: &[u8]) -> Option<FileId> {
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
                        main: false,
                        fallback: true,
                        binary: true,
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

    fn add(&mut self, name: String, text: String) -> Option<FileId> {
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
