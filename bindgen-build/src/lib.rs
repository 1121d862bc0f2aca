//! Writes Rust bindings to files from a build script: the same bindings that `witc::generate!` makes in place.
//!
//! A file can be read, searched and checked in. The guest needs the crate `witc` without its feature `macros`:
//!
//! ```toml
//! [dependencies]
//! witc = { version = "0.1", default-features = false, features = ["realloc", "std", "bitflags"] }
//!
//! [build-dependencies]
//! witc-build = "0.1"
//! ```
//!
//! ```no_run
//! // build.rs
//! fn main() -> Result<(), witc_build::Error> {
//!     witc_build::Bindings::new().world("plugin").write_to_out_dir()?;
//!     Ok(())
//! }
//! ```
//!
//! ```ignore
//! // src/lib.rs
//! include!(concat!(env!("OUT_DIR"), "/plugin.rs"));
//! ```
//!
//! Cargo runs the build script again when one of the files that were read changes, and when a file is added or removed.

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), warn(unused_crate_dependencies))]

use std::path::{Path, PathBuf};
use std::{env, fmt, fs, io};

use witc_bindgen_core::{Backend, Input};
use witc_bindgen_rust::Rust;
pub use witc_bindgen_rust::{Options, Ownership};
use witc_diagnostics::render::{Colors, human};
use witc_diagnostics::{Diagnostic, SourceMap};
use witc_resolve::{Features, Loaded, Loader, select_world};

/// A generator of bindings: its input and its options.
#[derive(Clone, Debug, Default)]
pub struct Bindings {
    paths: Option<Vec<PathBuf>>,
    inline: Option<String>,
    world: Option<String>,
    features: Features,
    options: Options,
}

/// Generated bindings.
#[derive(Clone, Debug)]
pub struct Generated {
    /// The name of the file: the name of the world in snake case, with `.rs`.
    pub name: String,
    /// The Rust code.
    pub text: String,
    /// Warnings, as text for people.
    pub warnings: Vec<String>,
    /// Every file and folder that was read.
    pub read: Vec<PathBuf>,
}

/// An error that prevents the generation. Its `Display` is for people: it shows what is wrong in which file, with
/// excerpts.
#[derive(Clone)]
#[non_exhaustive]
pub struct Error {
    text: String,
}

impl Bindings {
    /// A generator for the only world of the package in the folder `wit`, with the default options.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads WIT from this file or folder in place of `wit`. Several calls add several paths.
    #[must_use]
    pub fn path(mut self, path: impl Into<PathBuf>) -> Self {
        self.paths.get_or_insert_default().push(path.into());
        self
    }

    /// Reads WIT from this text. The paths, or else the folder `wit` if it exists, then contain its dependencies.
    #[must_use]
    pub fn inline(mut self, wit: impl Into<String>) -> Self {
        self.inline = Some(wit.into());
        self
    }

    /// Generates bindings for this world: `plugin`, or `ns:pkg/plugin@1.0.0` for one of a dependency.
    #[must_use]
    pub fn world(mut self, name: impl Into<String>) -> Self {
        self.world = Some(name.into());
        self
    }

    /// Activates a feature: items that are `@unstable` with this feature are included.
    #[must_use]
    pub fn feature(mut self, name: impl Into<String>) -> Self {
        self.features.activate(name);
        self
    }

    /// Sets the options of the generator, which are those of the macro.
    ///
    /// ```
    /// let bindings = witc_build::Bindings::new()
    ///     .options(witc_build::Options { generate_all: true, ..Default::default() });
    /// ```
    #[must_use]
    pub fn options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    /// Generates the bindings without writing them.
    ///
    /// # Errors
    ///
    /// The WIT or the options have errors.
    pub fn generate(&self) -> Result<Generated, Error> {
        let loaded = self.load();
        let sources = &loaded.resolve.sources;
        Error::check(&loaded.diagnostics, sources)?;
        let world = select_world(&loaded.resolve, &loaded.main, self.world.as_deref())
            .map_err(|diagnostic| Error::new(&[&*diagnostic], sources))?;
        let output = Rust::generate(
            Input {
                resolve: &loaded.resolve,
                world,
            },
            &self.options,
        );
        Error::check(&output.diagnostics, sources)?;
        // The Rust back end writes one file.
        let (name, contents) = output.files.iter().next().unwrap_or_default();
        Ok(Generated {
            name: name.to_owned(),
            text: String::from_utf8_lossy(contents).into_owned(),
            warnings: output
                .diagnostics
                .iter()
                .map(|warning| human(warning, sources, Colors::Off))
                .collect(),
            read: loaded.read,
        })
    }

    /// Writes the bindings to the folder `OUT_DIR` of a build script, and returns the path of the file.
    ///
    /// # Errors
    ///
    /// The errors of [`Bindings::generate`]; also if the file cannot be written.
    #[expect(
        clippy::disallowed_methods,
        reason = "Cargo tells build scripts by the environment"
    )]
    pub fn write_to_out_dir(&self) -> Result<PathBuf, Error> {
        let generated = self.generate_and_track()?;
        let folder =
            env::var_os("OUT_DIR").ok_or("`OUT_DIR` is not set: call this from a build script")?;
        let file = Path::new(&folder).join(&generated.name);
        write(&file, &generated.text)?;
        Ok(file)
    }

    /// Writes the bindings to a file that is checked in, from a build script. A file that is up to date is not written.
    ///
    /// # Errors
    ///
    /// The errors of [`Bindings::generate`]; also if the file cannot be written.
    pub fn write_to(&self, file: impl AsRef<Path>) -> Result<(), Error> {
        let generated = self.generate_and_track()?;
        write(file.as_ref(), &generated.text)
    }

    /// Checks that a file that is checked in is up to date, and writes nothing.
    ///
    /// # Errors
    ///
    /// The errors of [`Bindings::generate`]; also if the file does not exist or has other bindings.
    #[expect(
        clippy::disallowed_methods,
        reason = "reads the file that is checked in"
    )]
    pub fn check(&self, file: impl AsRef<Path>) -> Result<(), Error> {
        let generated = self.generate_and_track()?;
        let file = file.as_ref();
        // The written file too: somebody may edit it.
        println!("cargo:rerun-if-changed={}", file.display());
        let text = fs::read_to_string(file).map_err(|error| cannot("read", file, &error))?;
        // Git may have changed the line breaks.
        if text.replace("\r\n", "\n") != generated.text {
            return Err(Error::from(format!(
                "`{}` is stale: write it again",
                file.display()
            )));
        }
        Ok(())
    }

    /// Generates the bindings, and tells Cargo which files they depend on, even if there is an error.
    fn generate_and_track(&self) -> Result<Generated, Error> {
        let generated = self.generate();
        let read = match &generated {
            Ok(generated) => generated.read.clone(),
            // Only after an error is it loaded again: Cargo has to watch these files too, so that a
            // corrected one runs the script again.
            Err(_) => self.load().read,
        };
        // For a folder, Cargo watches everything in it.
        for path in read {
            println!("cargo:rerun-if-changed={}", path.display());
        }
        for warning in generated.iter().flat_map(|generated| &generated.warnings) {
            // Cargo takes a warning from one line.
            for line in warning.lines() {
                println!("cargo:warning={line}");
            }
        }
        generated
    }

    #[expect(clippy::disallowed_methods, reason = "asks for the default folder")]
    fn load(&self) -> Loaded {
        let mut loader = Loader::new().features(self.features.clone());
        if let Some(text) = &self.inline {
            loader = loader.text("inline WIT", text);
        }
        let default = Path::new("wit");
        match &self.paths {
            Some(paths) => loader = paths.iter().fold(loader, Loader::path),
            // WIT in the script itself may depend on nothing, so that no folder is missing.
            None if self.inline.is_none() || default.exists() => loader = loader.path(default),
            None => {}
        }
        let mut loaded = loader.load();
        if self.inline.is_some() {
            // The first package is that of the text, whose worlds count; the others are its dependencies.
            loaded.main.truncate(1);
        }
        loaded
    }
}

/// Writes a file if its contents change, so that Cargo does not rebuild what depends on it without need.
#[expect(clippy::disallowed_methods, reason = "build scripts write files")]
fn write(file: &Path, text: &str) -> Result<(), Error> {
    if fs::read(file).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(());
    }
    // The rename makes sure that nobody reads an incomplete file.
    let unfinished = file.with_extension("rs.unfinished");
    fs::write(&unfinished, text)
        .and_then(|()| fs::rename(&unfinished, file))
        .map_err(|error| cannot("written", file, &error))
}

fn cannot(be: &str, file: &Path, error: &io::Error) -> Error {
    Error::from(format!("`{}` cannot be {be}: {error}", file.display()))
}

impl Error {
    fn new(diagnostics: &[&Diagnostic], sources: &SourceMap) -> Self {
        let texts: Vec<_> = diagnostics
            .iter()
            .map(|diagnostic| human(diagnostic, sources, Colors::Off))
            .collect();
        Self {
            text: texts.join("\n"),
        }
    }

    /// The errors among diagnostics, if there are any.
    fn check(diagnostics: &[Diagnostic], sources: &SourceMap) -> Result<(), Self> {
        let errors: Vec<_> = diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.is_error())
            .collect();
        if errors.is_empty() {
            Ok(())
        } else {
            Err(Self::new(&errors, sources))
        }
    }
}

impl From<String> for Error {
    fn from(text: String) -> Self {
        Self { text }
    }
}

impl From<&str> for Error {
    fn from(text: &str) -> Self {
        Self {
            text: text.to_owned(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text.trim_end())
    }
}

/// The same text as `Display`: Cargo shows it for a build script that returns the error from `main`.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{self}")
    }
}

impl std::error::Error for Error {}
