//! Reading packages from files and folders: the only module of the libraries that touches them.
//!
//! A path is a `.wit` file, which is a package by itself; a folder, whose `.wit` files are one package together and
//! whose `deps/` holds what it depends on; or a package in binary form. In `deps/`, each folder and each file is a
//! package, whatever its name; a folder may have a `deps/` of its own, and all packages see each other. Other files are
//! ignored.

use crate::{Features, Group, Input, Options, PackageId, Resolve, resolve};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use witc_parser::{Code, Diagnostic, FileId, Span};

/// How deep `deps/` may be nested.
const MAX_DEPTH: usize = 32;

/// Turns a package in binary form, or in the text form of WebAssembly, into WIT, or says why it can't.
pub type BinaryReader = Box<dyn Fn(&[u8]) -> Result<String, String>>;

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
    replaced: BTreeMap<PathBuf, String>,
}

enum Root {
    Path(PathBuf),
    Text { name: String, text: String },
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
    pub fn text(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.roots.push(Root::Text { name: name.into(), text: text.into() });
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

    /// Reads packages in binary form with `reader`. Without one, they can't be read.
    #[must_use]
    pub fn binary_reader(mut self, reader: BinaryReader) -> Self {
        self.binary = Some(reader);
        self
    }

    /// Loads everything and resolves it.
    #[must_use]
    pub fn load(self) -> Loaded {
        let mut reader = Reader { binary: self.binary, replaced: self.replaced, ..Reader::default() };
        for root in self.roots {
            match root {
                Root::Path(path) => reader.root(&path),
                Root::Text { name, text } => {
                    let files = reader.add(name.clone(), text).into_iter().collect();
                    reader.input.groups.push(Group { name, files, main: true });
                }
            }
        }
        let Reader { input, diagnostics: mut all, read, .. } = reader;
        let resolution = resolve(input, &self.options);
        all.extend(resolution.diagnostics);
        Loaded {
            resolve: resolution.resolve,
            main: resolution.main,
            diagnostics: all,
            read: read.into_iter().collect(),
        }
    }
}

#[derive(Default)]
struct Reader {
    binary: Option<BinaryReader>,
    replaced: BTreeMap<PathBuf, String>,
    input: Input,
    diagnostics: Vec<Diagnostic>,
    read: BTreeSet<PathBuf>,
    /// The real paths of the groups, so that none is read twice.
    groups: Vec<PathBuf>,
}

impl Reader {
    /// What the user asked for.
    fn root(&mut self, path: &Path) {
        let result = std::fs::metadata(path).map(|metadata| {
            if metadata.is_dir() { self.folder(path, true, 0) } else { self.file(path, true) }
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
        let Some(entries) = self.entries(path) else { return };
        let is_wit = |path: &&PathBuf| path.extension().is_some_and(|it| it == "wit") && !path.is_dir();
        let mut files = Vec::new();
        for entry in entries.iter().filter(is_wit) {
            files.extend(self.text_of(entry).and_then(|text| self.add(entry.display().to_string(), text)));
        }
        if main && !entries.iter().any(|entry| is_wit(&entry)) {
            self.report_no_files(path, &entries);
        }
        let name = path.display().to_string();
        self.input.groups.push(Group { name, files, main });
        let deps = path.join("deps");
        if entries.contains(&deps) && deps.is_dir() && depth < MAX_DEPTH {
            self.input.searched.push(format!("`{}`", deps.display()));
            self.deps(&deps, depth + 1);
        } else if main {
            self.input.searched.push(format!("`{}`, which is not there", deps.display()));
        }
    }

    fn deps(&mut self, path: &Path, depth: usize) {
        for entry in self.entries(path).unwrap_or_default() {
            if entry.is_dir() {
                self.folder(&entry, false, depth);
            } else if let Some("wit" | "wasm" | "wat") =
                entry.extension().and_then(|extension| extension.to_str())
            {
                self.file(&entry, false);
            }
        }
    }

    /// A file that is a package.
    fn file(&mut self, path: &Path, main: bool) {
        if self.is_known(path, main) {
            return;
        }
        if main {
            let folder =
                path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
            self.input.searched.push(format!(
                "`{}` alone; with its folder `{}` instead, the other files and `deps/` there are read as well",
                path.display(),
                folder.display()
            ));
        }
        let files = self.text_of(path).and_then(|text| self.add(path.display().to_string(), text));
        self.input.groups.push(Group {
            name: path.display().to_string(),
            files: files.into_iter().collect(),
            main,
        });
    }

    /// Whether a package was read already; if so, it may still have to be known as one that the user asked for.
    fn is_known(&mut self, path: &Path, main: bool) -> bool {
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if let Some(index) = self.groups.iter().position(|known| *known == real) {
            self.input.groups[index].main |= main;
            return true;
        }
        // Text that is in no file has no path.
        self.groups.resize(self.input.groups.len(), PathBuf::new());
        self.groups.push(real);
        false
    }

    /// What is in a folder, by name.
    fn entries(&mut self, path: &Path) -> Option<Vec<PathBuf>> {
        self.read.insert(path.to_owned());
        let entries = std::fs::read_dir(path).and_then(|entries| {
            entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()
        });
        match entries {
            Ok(mut entries) => {
                entries.sort();
                Some(entries)
            }
            Err(error) => {
                self.report_unreadable(path, &error);
                None
            }
        }
    }

    /// The WIT of a file, which may be a package in binary form.
    fn text_of(&mut self, path: &Path) -> Option<String> {
        self.read.insert(path.to_owned());
        if let Some(text) = self.replaced.get(path) {
            return Some(text.clone());
        }
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.report_unreadable(path, &error);
                return None;
            }
        };
        if bytes.starts_with(b"\0asm") || path.extension().is_some_and(|extension| extension == "wat") {
            return self.binary(path, &bytes);
        }
        match String::from_utf8(bytes) {
            Ok(text) => Some(text),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let line = error.as_bytes()[..at].iter().filter(|&&byte| byte == b'\n').count() + 1;
                let message = format!("`{}` is not text in UTF-8", path.display());
                let diagnostic = Diagnostic::error(Code::NOT_UTF8, message, Span::NONE)
                    .note(format!("line {line}, byte {at} of the file is the first that does not fit"))
                    .note("save it as UTF-8; a WIT package in binary form has the extension `.wasm`");
                self.diagnostics.push(diagnostic);
                None
            }
        }
    }

    fn binary(&mut self, path: &Path, bytes: &[u8]) -> Option<String> {
        let result = match &self.binary {
            Some(reader) => reader(bytes),
            None => Err("packages in binary form can't be read here".to_owned()),
        };
        match result {
            Ok(text) => Some(text),
            Err(reason) => {
                let message = format!("`{}` can't be read as a WIT package: {reason}", path.display());
                let diagnostic = Diagnostic::error(Code::BINARY, message, Span::NONE)
                    .note("`witc component wit` prints the package as text, which can take its place");
                self.diagnostics.push(diagnostic);
                None
            }
        }
    }

    fn add(&mut self, name: String, text: String) -> Option<FileId> {
        match self.input.sources.add(name, text) {
            Ok(id) => Some(id),
            Err(_) => {
                let message = "the files have more text than one run can hold, which is 4 GiB";
                self.diagnostics.push(Diagnostic::error(Code::TOO_MUCH_TEXT, message, Span::NONE));
                None
            }
        }
    }

    fn report_unreadable(&mut self, path: &Path, error: &io::Error) {
        let name = path.display();
        if error.kind() != io::ErrorKind::NotFound {
            let message = format!("`{name}` can't be read: {error}");
            self.diagnostics.push(Diagnostic::error(Code::UNREADABLE, message, Span::NONE));
            return;
        }
        let mut diagnostic =
            Diagnostic::error(Code::FILE_NOT_FOUND, format!("`{name}` is not there"), Span::NONE);
        let missing =
            path.ancestors().skip(1).filter(|parent| !parent.as_os_str().is_empty()).find(|p| p.exists());
        let folder = missing.unwrap_or(Path::new("."));
        if path.is_relative()
            && let Ok(here) = std::env::current_dir()
        {
            diagnostic = diagnostic.note(format!("paths are looked up in `{}`", here.display()));
        }
        let wit = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut near: Vec<String> = wit
            .filter(|path| path.is_dir() || path.extension().is_some_and(|extension| extension == "wit"))
            .map(|path| format!("`{}`", path.strip_prefix(".").unwrap_or(&path).display()))
            .collect();
        near.sort();
        near.truncate(8);
        if !near.is_empty() {
            diagnostic = diagnostic.note(format!("there is {}", near.join(", ")));
        }
        self.diagnostics.push(diagnostic);
    }

    fn report_no_files(&mut self, path: &Path, entries: &[PathBuf]) {
        let message = format!("the folder `{}` has no `.wit` files", path.display());
        let mut diagnostic = Diagnostic::error(Code::NO_WIT_FILES, message, Span::NONE);
        let has_wit = |folder: &Path| {
            std::fs::read_dir(folder)
                .into_iter()
                .flatten()
                .flatten()
                .any(|entry| entry.path().extension().is_some_and(|extension| extension == "wit"))
        };
        match entries.iter().find(|entry| entry.is_dir() && !entry.ends_with("deps") && has_wit(entry)) {
            Some(folder) => {
                diagnostic =
                    diagnostic.note(format!("there are some in `{}`: name that folder", folder.display()));
            }
            None => {
                diagnostic =
                    diagnostic.note("name the folder that holds the files of the package, or one file");
            }
        }
        self.diagnostics.push(diagnostic);
    }
}

impl std::fmt::Debug for Loader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Loader")
            .field("roots", &self.roots.len())
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}
