//! The WIT of a call: which files and folders, and how messages call them.

#![expect(
    clippy::disallowed_methods,
    reason = "where the macro is called says where to read"
)]

use std::env;
use std::path::{Component, Path, PathBuf};

use proc_macro2::Span;
use witc_diagnostics::Diagnostic;
use witc_resolve::{Features, Loaded, Loader};

use crate::call::Call;
use crate::strings::Spanned;

/// What was loaded, and where in the call it came from.
pub(crate) struct Sources {
    pub(crate) loaded: Loaded,
    /// What messages call the text in the call.
    inline: Option<Spanned<String>>,
    /// The paths, as messages call them.
    paths: Vec<Spanned<PathBuf>>,
    call: Span,
    /// Whether nothing was said of where the WIT is, and it isn't where it is looked for then.
    pub(crate) no_default: bool,
}

/// Loads the WIT that a call asks for.
pub(crate) fn load(call: &Call) -> Sources {
    let folder = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let given = call.paths.iter().flatten();
    let mut paths: Vec<_> = given
        .map(|path| Spanned {
            value: shown(&folder.join(&path.value)),
            span: path.span,
        })
        .collect();
    let default = folder.join("wit");
    // Messages then say where the macro looks for WIT.
    let no_default = call.paths.is_none() && !default.exists();
    // Text in the call may have dependencies, and may have none.
    if call.paths.is_none() && !(no_default && call.inline.is_some()) {
        paths.push(Spanned {
            value: shown(&default),
            span: call.span,
        });
    }
    let features = call.features.iter().map(|feature| feature.value.as_str());
    let mut loader = Loader::new()
        .features(Features::from_iter(features))
        .binary_reader(Box::new(read_binary));
    let inline = call.inline.as_ref().map(|inline| {
        let (name, text) = inline_file(&inline.text);
        loader = std::mem::take(&mut loader).text(&name, text);
        Spanned {
            value: name,
            span: inline.key,
        }
    });
    for path in &paths {
        loader = loader.path(&path.value);
    }
    let mut loaded = loader.load();
    if inline.is_some() {
        // Worlds are looked for in the call; the paths have what it depends on.
        loaded.main.truncate(1);
    }
    Sources {
        loaded,
        inline,
        paths,
        call: call.span,
        no_default,
    }
}

/// The WIT of a package in binary form.
#[cfg(feature = "binary")]
fn read_binary(bytes: &[u8]) -> Result<Vec<String>, Box<Diagnostic>> {
    witc_binary::decode_to_packages(bytes)
}

/// Where binaries can't be read: what to do about it.
#[cfg(not(feature = "binary"))]
fn read_binary(_: &[u8]) -> Result<Vec<String>, Box<Diagnostic>> {
    let message = "packages in binary form are read only with the feature `binary`";
    Err(Box::new(
        Diagnostic::error(
            witc_resolve::codes::BINARY,
            message,
            witc_diagnostics::Span::NONE,
        )
        .note("in Cargo.toml: `witc = { version = \"…\", features = [\"binary\"] }`")
        .note("or let `witc component wit` print the package as text, which can take its place"),
    ))
}

impl Sources {
    /// The argument that a file came from, for errors in it.
    pub(crate) fn argument(&self, file: &str) -> Span {
        if let Some(inline) = self.inline.as_ref().filter(|inline| inline.value == file) {
            return inline.span;
        }
        let path = self
            .paths
            .iter()
            .find(|path| Path::new(file).starts_with(&path.value));
        path.map_or(self.call, |path| path.span)
    }

    /// The argument that says where to look, for errors that are in no file.
    pub(crate) fn whole(&self) -> Span {
        match (&self.inline, &self.paths[..]) {
            (Some(inline), _) => inline.span,
            (None, [path]) => path.span,
            _ => self.call,
        }
    }

    /// The files that were read, by absolute path.
    pub(crate) fn files(&self) -> impl Iterator<Item = PathBuf> {
        let here = env::current_dir().unwrap_or_default();
        self.loaded
            .read
            .iter()
            .map(move |path| here.join(path))
            // `include_bytes!` cannot track a folder.
            .filter(|path| path.is_file())
    }
}

/// The name and contents of a file that stands for text in a call.
///
/// Where the text is a literal without escapes, the file is the Rust file, blank up to the text: lines and columns in
/// messages are then those that people see in their editor.
fn inline_file(text: &Spanned<String>) -> (String, String) {
    let (value, span) = (&text.value, text.span);
    // There is none in rust-analyzer, nor for text that another macro made.
    let Some(file) = span.local_file() else {
        return ("inline WIT".to_owned(), value.clone());
    };
    let spelling = span.source_text().unwrap_or_default();
    match spelling.find('"') {
        Some(quote) if spelling[quote + 1..].starts_with(value.as_str()) => {
            let (line, column) = position(span);
            let blank = "\n".repeat(line.saturating_sub(1)) + &" ".repeat(column + quote);
            (file.display().to_string(), blank + value)
        }
        _ => (
            format!("inline WIT at {}:{}", file.display(), position(span).0),
            value.clone(),
        ),
    }
}

/// Line and column of the start, from 1.
fn position(span: Span) -> (usize, usize) {
    let start = span.start();
    (start.line, start.column + 1)
}

/// A path as messages show it: from the folder in which the compiler runs, as that shows paths itself. What is not there has
/// its whole path, since it isn't looked for in that folder.
fn shown(path: &Path) -> PathBuf {
    let Ok(real) = path.canonicalize() else {
        return without_dots(path);
    };
    let here = env::current_dir()
        .and_then(|here| here.canonicalize())
        .unwrap_or_default();
    match real.strip_prefix(here) {
        Ok(relative) if !relative.as_os_str().is_empty() => relative.to_owned(),
        _ => real,
    }
}

/// The path without `.` and `..`.
fn without_dots(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}
