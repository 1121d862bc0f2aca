//! Reading packages from files and folders: the only module of this crate that touches them.
//!
//! A path is a `.wit` file, which is a package by itself unless it needs its [folder](siblings); a folder, whose `.wit` files are one package together and
//! whose `deps/` holds what it depends on; or a package in binary form. In `deps/`, each folder and each file is a
//! package, whatever its name, and all packages see each other. Other files are ignored.
//!
//! A folder in `deps/` may have a `deps/` of its own. That is [read](nested) only if a package is missing, and fills in what
//! no outer `deps/` has.

#![expect(
    clippy::disallowed_methods,
    reason = "the loader is where files are read"
)]

#[cfg(feature = "advice")]
mod advice;
// A tenth of the resolver's code would be compiled before each guest, for a message that few of them ever show.
#[cfg(not(feature = "advice"))]
#[path = "brief.rs"]
mod advice;
mod budget;
mod by_hand;
mod files;
mod missing;
mod nested;
mod no_files;
mod problems;
mod reader;
mod searched;
mod shell;
mod siblings;

pub use budget::{MAX_INPUT_BYTES, read_file, read_input};
pub use reader::BinaryReader;

#[cfg(all(test, feature = "threads"))]
use crate::Input;
use crate::sort::sort_by;
use crate::{Features, Options, PackageId, Resolve};
use files::Files;
use reader::{LoadSource, Reader};
use std::collections::HashSet;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use witc_diagnostics::Diagnostic;

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
    files: Files,
}

#[derive(Clone)]
enum Root {
    Path(PathBuf),
    PackageOf(PathBuf),
    Bytes { name: String, bytes: Vec<u8> },
}

impl Root {
    fn is_wit_file(&self) -> bool {
        match self {
            Self::Path(path) => path.extension().is_some_and(|it| it == "wit"),
            Self::PackageOf(_) | Self::Bytes { .. } => false,
        }
    }

    /// The same, with the package around a file that is named alone.
    fn with_siblings(&self) -> Self {
        match self {
            Self::Path(path) => Self::PackageOf(path.clone()),
            other @ (Self::PackageOf(_) | Self::Bytes { .. }) => other.clone(),
        }
    }
}

/// Whether the files of `alone` have fewer errors with all that `whole` has read beside them, and no others. What is wrong in
/// files that nobody has asked for does not count.
fn is_better(whole: &Loaded, alone: &Loaded) -> bool {
    let files = alone.resolve.sources.files();
    let asked: HashSet<&str> = files.map(|(_, file)| file.name()).collect();
    // What is told at another place may be about a file that was asked for all the same. What has no place counts for all.
    let concerns = |loaded: &Loaded, found: &Diagnostic| {
        let sources = &loaded.resolve.sources;
        let secondary = found.secondary.iter().map(|label| label.span);
        let mut spans = std::iter::once(found.primary.span).chain(secondary);
        found.primary.span.is_none()
            || spans.any(|span| {
                let file = sources.locate(span);
                file.is_some_and(|(file, _)| asked.contains(sources.file(file).name()))
            })
    };
    let errors = |loaded: &Loaded| -> HashSet<(String, String, usize)> {
        let sources = &loaded.resolve.sources;
        let errors = loaded.diagnostics.iter();
        let errors = errors.filter(|found| found.is_error() && concerns(loaded, found));
        let placed = errors.map(|found| {
            let place = sources.locate(found.primary.span);
            let place = place.map(|(file, range)| (sources.file(file).name(), range.start));
            let (file, start) = place.unwrap_or_default();
            (file.to_owned(), found.message.clone(), start)
        });
        placed.collect()
    };
    let (left, before) = (errors(whole), errors(alone));
    left.len() < before.len() && left.is_subset(&before)
}

/// The result of loading.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// Everything that makes sense. If there are errors, something is missing in it, and it is not fit to generate
    /// code from.
    pub resolve: Resolve,
    /// The packages that were asked for, in the order in which they were.
    pub main: Vec<PackageId>,
    /// Everything that is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// The uses of names and their meanings, if [`Loader::references`] asked for it.
    #[cfg(feature = "references")]
    pub references: Option<crate::References>,
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
    ///
    /// A `.wit` file is a package by itself. If it then has errors, the files of its folder that are of the same package and
    /// the `deps/` there are read as well, and count if it has fewer errors with them.
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

    /// Takes `text` for what is in the file at `path`, whether that file is on disk or not: the buffer of an editor, say.
    ///
    /// Buffers are not loaded by themselves: they are part of the folders that they are in, and those of the packages that
    /// are loaded.
    #[must_use]
    pub fn buffer(self, path: impl AsRef<Path>, text: impl Into<String>) -> Self {
        let text: String = text.into();
        self.file(path, text)
    }

    /// Takes these bytes for what is in the file at `path`, as [`buffer`](Self::buffer) does with text: a file of an older
    /// version of a repository, say, which may be a package in binary form.
    #[must_use]
    pub fn file(mut self, path: impl AsRef<Path>, contents: impl Into<Vec<u8>>) -> Self {
        self.files.add_buffer(path.as_ref(), contents.into());
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

    /// Keeps the uses of names and their meanings, in [`Loaded::references`].
    #[cfg(feature = "references")]
    #[must_use]
    pub fn references(mut self) -> Self {
        self.options.references = true;
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
    pub fn load(mut self) -> Loaded {
        let roots = std::mem::take(&mut self.roots);
        // Only files of text have siblings; what was read from standard input may be large, and is not kept twice.
        let again: Option<Vec<Root>> = roots
            .iter()
            .any(Root::is_wit_file)
            .then(|| roots.iter().map(Root::with_siblings).collect());
        let (loaded, mut reader) = self.load_roots(roots);
        let Some(again) = again.filter(|_| loaded.has_errors()) else {
            return loaded;
        };
        self.files = std::mem::take(&mut reader.files);
        self.binary = reader.binary.take();
        let (whole, _) = self.load_roots(again);
        if is_better(&whole, &loaded) {
            whole
        } else {
            loaded
        }
    }

    fn load_roots(&mut self, roots: Vec<Root>) -> (Loaded, Reader) {
        let mut reader = self.read(roots);
        let options = &self.options;
        let mut resolution = reader.resolve(options);
        reader.explain_missing(&mut resolution, options);
        let mut read = std::mem::take(&mut reader.read);
        // In one order whatever was read first: the list goes into depfiles.
        sort_by(&mut read, Ord::cmp);
        read.dedup();
        // Files come first, as a package that could not be read explains the names that are
        // missing.
        let mut all = std::mem::take(&mut reader.diagnostics);
        all.extend(resolution.diagnostics);
        let loaded = Loaded {
            resolve: resolution.resolve,
            main: resolution.main,
            diagnostics: all,
            #[cfg(feature = "references")]
            references: resolution.references,
            read,
        };
        (loaded, reader)
    }

    /// Reads everything without resolving it.
    fn read(&mut self, roots: Vec<Root>) -> Reader {
        let mut reader = Reader::new(std::mem::take(&mut self.files), self.binary.take());
        for root in roots {
            match root {
                Root::Path(path) => reader.root(&path),
                Root::PackageOf(path) => reader.root_package_of(&path),
                Root::Bytes { name, bytes } => {
                    // What has no file is always asked for, since nothing refers to it.
                    reader.group(name.clone(), true);
                    reader.want(name.clone(), LoadSource::Bytes(bytes));
                }
            }
        }
        reader.all_deps();
        reader.read_all(&self.options);
        reader
    }

    /// The input of the resolver.
    #[cfg(all(test, feature = "threads"))]
    pub(crate) fn input(mut self) -> (Input, Options) {
        let roots = std::mem::take(&mut self.roots);
        (self.read(roots).input, self.options)
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
