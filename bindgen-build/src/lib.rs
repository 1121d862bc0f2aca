//! Rust bindings as files, from a build script: what `witc::generate!` does in place.
//!
//! A file can be read, searched and checked in. It needs the crate `witc` at run time, without its feature `macros`:
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
//! Cargo runs the build script again when one of the files changes that were read, and when one comes or goes.

use std::path::{Path, PathBuf};
use std::{env, fmt, fs, io};

use witc_bindgen_core::{Backend, Input};
use witc_bindgen_rust::Rust;
pub use witc_bindgen_rust::{Options, Ownership};
use witc_diagnostics::render::{Colors, human};
use witc_diagnostics::{Diagnostic, SourceMap};
use witc_resolve::{Features, Loaded, Loader, select_world};

/// What to generate bindings from, and how.
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
    /// The name of the file: the world's, in snake case, with `.rs`.
    pub name: String,
    /// The Rust code.
    pub text: String,
    /// What is worth saying, although there are bindings.
    pub warnings: Vec<String>,
    /// Every file and folder that was read.
    pub read: Vec<PathBuf>,
}

/// Why there are no bindings. What it displays is for people: what is wrong in which file, with excerpts.
#[derive(Clone)]
pub struct Error {
    text: String,
}

impl Bindings {
    /// Bindings for the only world in the folder `wit`, unless told otherwise.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads WIT from this file or folder instead of `wit`; from several, if it is called again.
    #[must_use]
    pub fn path(mut self, path: impl Into<PathBuf>) -> Self {
        self.paths.get_or_insert_default().push(path.into());
        self
    }

    /// Reads WIT from this text. The paths, or the folder `wit` if there is one, then have what it depends on.
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

    /// Includes what is `@unstable` with this feature.
    #[must_use]
    pub fn feature(mut self, name: impl Into<String>) -> Self {
        self.features.activate(name);
        self
    }

    /// Sets the generator's options, which are those of the macro.
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

    /// Generates the bindings and writes nothing.
    ///
    /// # Errors
    ///
    /// If something is wrong with the WIT or the options.
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

    /// From a build script: writes the bindings to the folder `OUT_DIR`, and returns the path of the file.
    ///
    /// # Errors
    ///
    /// As [`Bindings::generate`], and if the file can't be written.
    pub fn write_to_out_dir(&self) -> Result<PathBuf, Error> {
        let generated = self.generate_and_track()?;
        let folder =
            env::var_os("OUT_DIR").ok_or("there is no `OUT_DIR`: this is not a build script")?;
        let file = Path::new(&folder).join(&generated.name);
        write(&file, &generated.text)?;
        Ok(file)
    }

    /// From a build script: writes the bindings to a file that is checked in. A file that is up to date is left alone.
    ///
    /// # Errors
    ///
    /// As [`Bindings::generate`], and if the file can't be written.
    pub fn write_to(&self, file: impl AsRef<Path>) -> Result<(), Error> {
        let generated = self.generate_and_track()?;
        write(file.as_ref(), &generated.text)
    }

    /// Checks that a file that is checked in is up to date, and writes nothing.
    ///
    /// # Errors
    ///
    /// As [`Bindings::generate`], and if the file is not there or has other bindings.
    pub fn check(&self, file: impl AsRef<Path>) -> Result<(), Error> {
        let generated = self.generate_and_track()?;
        let file = file.as_ref();
        println!("cargo:rerun-if-changed={}", file.display());
        let text = fs::read_to_string(file).map_err(|error| cant("read", file, &error))?;
        // Git may have changed the ends of lines.
        if text.replace("\r\n", "\n") != generated.text {
            return Err(Error::from(format!(
                "`{}` is not what its WIT gives now: write it again",
                file.display()
            )));
        }
        Ok(())
    }

    /// The bindings; tells Cargo what they depend on, and the warnings, even if there are none.
    fn generate_and_track(&self) -> Result<Generated, Error> {
        let generated = self.generate();
        let read = match &generated {
            Ok(generated) => generated.read.clone(),
            Err(_) => self.load().read,
        };
        // A folder stands for everything in it.
        for path in read {
            println!("cargo:rerun-if-changed={}", path.display());
        }
        for warning in generated.iter().flat_map(|generated| &generated.warnings) {
            for line in warning.lines() {
                println!("cargo:warning={line}");
            }
        }
        generated
    }

    fn load(&self) -> Loaded {
        let mut loader = Loader::new().features(self.features.clone());
        if let Some(text) = &self.inline {
            loader = loader.text("inline WIT", text);
        }
        let default = Path::new("wit");
        match &self.paths {
            Some(paths) => loader = paths.iter().fold(loader, Loader::path),
            None if self.inline.is_none() || default.exists() => loader = loader.path(default),
            None => {}
        }
        let mut loaded = loader.load();
        if self.inline.is_some() {
            // Worlds are looked for in the text; the paths have what it depends on.
            loaded.main.truncate(1);
        }
        loaded
    }
}

/// Writes a file if it says something new, so that what depends on it isn't built again in vain.
fn write(file: &Path, text: &str) -> Result<(), Error> {
    if fs::read(file).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(());
    }
    // A file is there whole or not at all.
    let unfinished = file.with_extension("rs.unfinished");
    fs::write(&unfinished, text)
        .and_then(|()| fs::rename(&unfinished, file))
        .map_err(|error| cant("written", file, &error))
}

fn cant(be: &str, file: &Path, error: &io::Error) -> Error {
    Error::from(format!("`{}` can't be {be}: {error}", file.display()))
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

/// The text that it displays: this is what Cargo shows of a build script that returns the error from `main`.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{self}")
    }
}

impl std::error::Error for Error {}
