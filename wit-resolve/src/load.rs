//! Reading packages from files and folders: the only module of the libraries that touches them.
//!
//! A path is a `.wit` file, which is a package by itself; a folder, whose `.wit` files are one package together and
//! whose `deps/` holds what it depends on; or a package in binary form. In `deps/`, each folder and each file is a
//! package, whatever its name; a folder may have a `deps/` of its own, and all packages see each other. Other files are
//! ignored.

use crate::codes;
use crate::{Features, Group, Input, Options, PackageId, Resolve, parallel, resolve};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fs::DirEntry;
use std::io;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::str::Utf8Error;
use witc_diagnostics::{Diagnostic, FileId, Span};
use witc_parser::order::sort_by;

/// How deep `deps/` may be nested.
const MAX_DEPTH: usize = 32;

/// Turns a binary, or the text form of one, into WIT, or says why it can't: the package that it holds, and then, each as a
/// text of its own, what it knows of others.
pub type BinaryReader = Box<dyn Fn(&[u8]) -> Result<Vec<String>, Box<Diagnostic>>>;

/// Loads packages and resolves them.
///
/// ```
/// use witc_resolve::Loader;
///
/// let loaded = Loader::new()
///     .text("app.wit", "package my:app; world app { import log: func(text: string); }")
///     .load();
/// assert!(loaded.diagnostics.is_empty());
/// let package = &loaded.resolve.packages[loaded.main[0]];
/// assert!(package.worlds.contains_key("app"));
/// ```
#[derive(Default)]
pub struct Loader {
    roots: Vec<Root>,
    options: Options,
    binary: Option<BinaryReader>,
    replaced: HashMap<PathBuf, String>,
}

enum Root {
    Path(PathBuf),
    Bytes { name: String, bytes: Vec<u8> },
}

/// What was loaded.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// Everything that makes sense. If there are errors, something is missing in it, and it is not fit to generate
    /// code from.
    pub resolve: Resolve,
    /// The packages that were asked for, in the order in which they were.
    pub main: Vec<PackageId>,
    /// Everything that is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Every file and folder that was read: when one of them changes, the result may.
    pub read: Vec<PathBuf>,
}

impl Loaded {
    /// Whether something is wrong that forbids to use the result.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

impl Loader {
    /// A loader that loads nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Loads a file or folder.
    #[must_use]
    pub fn path(mut self, path: impl Into<PathBuf>) -> Self {
        self.roots.push(Root::Path(path.into()));
        self
    }

    /// Loads text that is in no file; messages call it `name`.
    #[must_use]
    pub fn text(self, name: impl Into<String>, text: impl Into<String>) -> Self {
        let text: String = text.into();
        self.bytes(name, text.into_bytes())
    }

    /// Loads what a file might hold, but is in none: text, or a package in binary form; messages call it `name`.
    #[must_use]
    pub fn bytes(mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        self.roots.push(Root::Bytes {
            name: name.into(),
            bytes: bytes.into(),
        });
        self
    }

    /// Takes `text` for what is in the file at `path`, a path as messages show it: that of an editor, say.
    #[must_use]
    pub fn replace(mut self, path: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        self.replaced.insert(path.into(), text.into());
        self
    }

    /// Activates features.
    #[must_use]
    pub fn features(mut self, features: Features) -> Self {
        self.options.features = features;
        self
    }

    /// Lets up to so many threads run; else there are as many as the machine runs at the same time, and only one without
    /// the feature `threads`. What is found does not depend on it, nor its order.
    #[must_use]
    pub fn threads(mut self, threads: NonZeroUsize) -> Self {
        self.options.threads = Some(threads);
        self
    }

    /// Reads packages in binary form with `reader`. Without one, they can't be read.
    #[must_use]
    pub fn binary_reader(mut self, reader: BinaryReader) -> Self {
        self.binary = Some(reader);
        self
    }

    /// Loads everything and resolves it.
    #[must_use]
    pub fn load(self) -> Loaded {
        let (reader, options) = self.read();
        let Reader {
            input,
            diagnostics: mut all,
            mut read,
            ..
        } = reader;
        sort_by(&mut read, Ord::cmp);
        read.dedup();
        let resolution = resolve(input, &options);
        all.extend(resolution.diagnostics);
        Loaded {
            resolve: resolution.resolve,
            main: resolution.main,
            diagnostics: all,
            read,
        }
    }

    /// Reads everything without resolving it.
    fn read(self) -> (Reader, Options) {
        let mut reader = Reader {
            binary: self.binary,
            replaced: self.replaced,
            ..Reader::default()
        };
        for root in self.roots {
            match root {
                Root::Path(path) => reader.root(&path),
                Root::Bytes { name, bytes } => {
                    reader.group(name.clone(), true);
                    reader.want(name, Source::Bytes(bytes));
                }
            }
        }
        reader.read_all(&self.options);
        reader.input.groups.append(&mut reader.fallbacks);
        (reader, self.options)
    }

    /// What there is to resolve, and how.
    #[cfg(test)]
    pub(crate) fn input(self) -> (Input, Options) {
        let (reader, options) = self.read();
        (reader.input, options)
    }
}

#[derive(Default)]
struct Reader {
    binary: Option<BinaryReader>,
    replaced: HashMap<PathBuf, String>,
    input: Input,
    diagnostics: Vec<Diagnostic>,
    read: Vec<PathBuf>,
    /// The groups by their real paths, so that none is read twice.
    groups: HashMap<PathBuf, usize>,
    /// What is to be read for the groups, in order.
    wanted: Vec<Wanted>,
    /// What packages in binary form know of others.
    fallbacks: Vec<Group>,
}

/// What is to be read for a group.
struct Wanted {
    group: usize,
    /// What messages call it.
    name: String,
    source: Source,
}

enum Source {
    File(PathBuf),
    Bytes(Vec<u8>),
}

/// What a file holds.
enum Content {
    Text(String),
    /// A package in binary form.
    Binary(Vec<u8>),
    /// Bytes that are no text.
    Neither(Vec<u8>, Utf8Error),
}

/// With fewer files than this, threads take longer to start than they save.
const FEW_FILES: usize = 32;

impl Source {
    /// Reads it, or takes what is in `replaced` for it.
    fn read(self, replaced: &HashMap<PathBuf, String>) -> Result<Content, (PathBuf, io::Error)> {
        let bytes = match self {
            Self::Bytes(bytes) => bytes,
            Self::File(path) => match replaced.get(&path) {
                Some(text) => return Ok(Content::Text(text.clone())),
                None => match std::fs::read(&path) {
                    Ok(bytes) if path.extension().is_some_and(|it| it == "wat") => {
                        return Ok(Content::Binary(bytes));
                    }
                    Ok(bytes) => bytes,
                    Err(error) => return Err((path, error)),
                },
            },
        };
        if is_webassembly(&bytes) {
            return Ok(Content::Binary(bytes));
        }
        Ok(String::from_utf8(bytes).map_or_else(
            |error| {
                let why = error.utf8_error();
                Content::Neither(error.into_bytes(), why)
            },
            Content::Text,
        ))
    }
}

/// What is in a folder.
struct FolderEntry {
    path: PathBuf,
    /// Whether it is a folder, or a link to one.
    is_folder: bool,
}

impl From<DirEntry> for FolderEntry {
    fn from(entry: DirEntry) -> Self {
        let path = entry.path();
        // Systems tell this with the name; only what a link leads to has to be asked for.
        let is_folder = match entry.file_type() {
            Ok(kind) if !kind.is_symlink() => kind.is_dir(),
            _ => path.is_dir(),
        };
        Self { path, is_folder }
    }
}

impl Reader {
    /// Adds a group without files.
    fn group(&mut self, name: String, main: bool) {
        self.input.groups.push(Group {
            name,
            files: Vec::new(),
            main,
            ..Group::default()
        });
    }

    /// Enters what is to be read for the group that was added last.
    fn want(&mut self, name: String, source: Source) {
        self.wanted.push(Wanted {
            group: self.input.groups.len() - 1,
            name,
            source,
        });
    }

    fn want_file(&mut self, path: &Path) {
        self.read.push(path.to_owned());
        self.want(path.display().to_string(), Source::File(path.to_owned()));
    }

    fn root(&mut self, path: &Path) {
        let result = std::fs::metadata(path).map(|metadata| {
            if metadata.is_dir() {
                self.folder(path, true, 0)
            } else {
                self.file(path, true)
            }
        });
        if let Err(error) = result {
            self.report_unreadable(path, &error);
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
            entry.path.extension().is_some_and(|it| it == "wit") && !entry.is_folder
        };
        self.group(path.display().to_string(), main);
        let files: Vec<&FolderEntry> = entries.iter().filter(is_wit).collect();
        for file in &files {
            self.want_file(&file.path);
        }
        if main && files.is_empty() {
            self.report_no_files(path, &entries);
        }
        let deps = path.join("deps");
        let has_deps = entries
            .iter()
            .any(|entry| entry.is_folder && entry.path == deps);
        if has_deps && depth < MAX_DEPTH {
            self.input.searched.push(format!("`{}`", deps.display()));
            self.deps(&deps, depth + 1);
        } else if main {
            self.input
                .searched
                .push(format!("`{}`, which is not there", deps.display()));
        }
    }

    fn deps(&mut self, path: &Path, depth: usize) {
        for FolderEntry { path, is_folder } in self.entries(path).unwrap_or_default() {
            let extension = path.extension().and_then(|extension| extension.to_str());
            if is_folder {
                self.folder(&path, false, depth);
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
                "`{}` alone; with its folder `{}` instead, the other files and `deps/` there are read as well",
                path.display(),
                folder.display()
            ));
        }
        self.group(path.display().to_string(), main);
        self.want_file(path);
    }

    /// Whether a package was read already; if so, it may still have to be known as one that the user asked for.
    fn is_known(&mut self, path: &Path, main: bool) -> bool {
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        match self.groups.entry(real) {
            Entry::Occupied(index) => {
                self.input.groups[*index.get()].main |= main;
                true
            }
            Entry::Vacant(entry) => {
                entry.insert(self.input.groups.len());
                false
            }
        }
    }

    /// What is in a folder, by name.
    fn entries(&mut self, path: &Path) -> Option<Vec<FolderEntry>> {
        self.read.push(path.to_owned());
        let entries = std::fs::read_dir(path).and_then(|entries| {
            entries
                .map(|entry| entry.map(FolderEntry::from))
                .collect::<io::Result<Vec<_>>>()
        });
        match entries {
            Ok(mut entries) => {
                sort_by(&mut entries, |a, b| {
                    a.path.as_os_str().cmp(b.path.as_os_str())
                });
                Some(entries)
            }
            Err(error) => {
                self.report_unreadable(path, &error);
                None
            }
        }
    }

    /// Reads all that is wanted, and enters it for its group.
    fn read_all(&mut self, options: &Options) {
        let wanted = std::mem::take(&mut self.wanted);
        let threads = if wanted.len() < FEW_FILES {
            NonZeroUsize::MIN
        } else {
            options.threads()
        };
        let replaced = &self.replaced;
        let contents = parallel::map(
            threads,
            wanted,
            |Wanted {
                 group,
                 name,
                 source,
             }| { (group, name, source.read(replaced)) },
        );
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
            let message =
                format!("`{name}` can't be read: packages in binary form are not read here");
            let diagnostic = Diagnostic::error(codes::BINARY, message, Span::NONE)
                .note("`witc component wit` prints the package as text, which can take its place");
            self.diagnostics.push(diagnostic);
            return None;
        };
        match reader(bytes) {
            Ok(texts) => {
                let mut texts = texts.into_iter();
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
                    .push(cause.notes.into_iter().fold(diagnostic, Diagnostic::note));
                None
            }
        }
    }

    fn add(&mut self, name: String, text: String) -> Option<FileId> {
        match self.input.sources.add(name, text) {
            Ok(id) => Some(id),
            Err(_) => {
                let message = "the files have more text than one run can hold, which is 4 GiB";
                self.diagnostics
                    .push(Diagnostic::error(codes::TOO_MUCH_TEXT, message, Span::NONE));
                None
            }
        }
    }

    fn report_not_utf8(&mut self, name: &str, bytes: &[u8], error: Utf8Error) {
        let at = error.valid_up_to();
        let line = bytes[..at].iter().filter(|&&byte| byte == b'\n').count() + 1;
        let message = format!("`{name}` is not text in UTF-8");
        let diagnostic = Diagnostic::error(codes::NOT_UTF8, message, Span::NONE)
            .note(format!(
                "line {line}, byte {at} of the file is the first that does not fit"
            ))
            .note("save it as UTF-8; a WIT package in binary form has the extension `.wasm`");
        self.diagnostics.push(diagnostic);
    }

    fn report_unreadable(&mut self, path: &Path, error: &io::Error) {
        let name = path.display();
        if error.kind() != io::ErrorKind::NotFound {
            let message = format!("`{name}` can't be read: {error}");
            self.diagnostics
                .push(Diagnostic::error(codes::UNREADABLE, message, Span::NONE));
            return;
        }
        let mut diagnostic = Diagnostic::error(
            codes::FILE_NOT_FOUND,
            format!("`{name}` is not there"),
            Span::NONE,
        );
        let missing = path
            .ancestors()
            .skip(1)
            .filter(|parent| !parent.as_os_str().is_empty())
            .find(|p| p.exists());
        let folder = missing.unwrap_or(Path::new("."));
        if path.is_relative()
            && let Ok(here) = std::env::current_dir()
        {
            diagnostic = diagnostic.note(format!("paths are looked up in `{}`", here.display()));
        }
        let wit = std::fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path());
        let mut near: Vec<String> = wit
            .filter(|path| {
                path.is_dir() || path.extension().is_some_and(|extension| extension == "wit")
            })
            .map(|path| format!("`{}`", path.strip_prefix(".").unwrap_or(&path).display()))
            .collect();
        sort_by(&mut near, Ord::cmp);
        near.truncate(8);
        if !near.is_empty() {
            diagnostic = diagnostic.note(format!("there is {}", near.join(", ")));
        }
        self.diagnostics.push(diagnostic);
    }

    fn report_no_files(&mut self, path: &Path, entries: &[FolderEntry]) {
        let message = format!("the folder `{}` has no `.wit` files", path.display());
        let mut diagnostic = Diagnostic::error(codes::NO_WIT_FILES, message, Span::NONE);
        let has_wit = |folder: &Path| {
            std::fs::read_dir(folder)
                .into_iter()
                .flatten()
                .flatten()
                .any(|entry| {
                    entry
                        .path()
                        .extension()
                        .is_some_and(|extension| extension == "wit")
                })
        };
        let mut folders = entries
            .iter()
            .filter(|entry| entry.is_folder)
            .map(|entry| &entry.path);
        match folders.find(|folder| !folder.ends_with("deps") && has_wit(folder)) {
            Some(folder) => {
                diagnostic = diagnostic.note(format!(
                    "there are some in `{}`: name that folder",
                    folder.display()
                ));
            }
            None => {
                diagnostic = diagnostic
                    .note("name the folder that holds the files of the package, or one file");
            }
        }
        self.diagnostics.push(diagnostic);
    }
}

/// Whether the bytes are a binary, or start as its text form does: with `(`, whatever comments stand before it.
fn is_webassembly(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\0asm") {
        return true;
    }
    let mut rest = bytes.trim_ascii_start();
    while rest.starts_with(b";;") {
        let end = rest
            .iter()
            .position(|&byte| byte == b'\n')
            .unwrap_or(rest.len());
        rest = rest[end..].trim_ascii_start();
    }
    rest.starts_with(b"(")
}

impl std::fmt::Debug for Loader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Loader")
            .field("roots", &self.roots.len())
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}
