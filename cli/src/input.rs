//! The input of commands: WIT packages, loaded and resolved.

use crate::codes;
use crate::failure::Failure;
use crate::named;
use crate::status::Status;
use clap::Args;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use witc_binary::decode_to_packages;
use witc_component::embed::module_to_packages;
use witc_component::{Extent, validate};
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{Features, Loaded, Loader};

/// The folder that WIT is read from by default.
pub(crate) const DEFAULT_PATH: &str = "wit";

/// The name of standard input in diagnostics.
pub(crate) const STDIN: &str = "<stdin>";

/// The options that activate features.
#[derive(Debug, Args)]
pub(crate) struct FeatureArgs {
    /// Features to activate, with commas between them. Items that are `@unstable` under another feature do not exist
    #[arg(long, value_name = "FEATURES", value_delimiter = ',')]
    features: Vec<String>,
    /// Activate every feature
    #[arg(long)]
    all_features: bool,
}

impl FeatureArgs {
    fn choice(&self) -> Features {
        let words = self
            .features
            .iter()
            // Spaces separate features too, as in Cargo.
            .flat_map(|text| text.split_whitespace());
        let mut features: Features = words.collect();
        if self.all_features {
            features.activate_all();
        }
        features
    }
}

/// Loads and resolves packages; `-` is standard input. Errors in the packages are among the diagnostics. Of binaries all
/// but the bodies of functions is validated.
///
/// # Errors
///
/// Standard input cannot be read.
pub(crate) fn load(paths: &[PathBuf], features: &FeatureArgs) -> Result<Loaded, Failure> {
    load_into(loader(features), paths, |loader, path| loader.path(path))
}

/// Loads and resolves what `witc check` is asked about ([`named`]), with `texts` in place of the contents of the files of
/// these names, and validates the whole of binaries.
///
/// # Errors
///
/// Standard input cannot be read.
pub(crate) fn load_whole(
    paths: &[PathBuf],
    features: &FeatureArgs,
    texts: &BTreeMap<String, String>,
) -> Result<Loaded, Failure> {
    load_into(
        with_texts(loader_of(features.choice(), Extent::Whole), texts),
        paths,
        named::packages,
    )
}

/// Loads and resolves packages with all features active, and `texts` in place of the contents of the files of these names.
///
/// # Errors
///
/// Standard input cannot be read.
pub(crate) fn load_all_features(
    paths: &[PathBuf],
    texts: &BTreeMap<String, String>,
) -> Result<Loaded, Failure> {
    load_into(
        with_texts(loader_of(Features::all(), Extent::Types), texts),
        paths,
        named::packages,
    )
}

fn with_texts(mut loader: Loader, texts: &BTreeMap<String, String>) -> Loader {
    for (name, text) in texts {
        loader = loader.buffer(name, text);
    }
    loader
}

fn load_into(
    mut loader: Loader,
    paths: &[PathBuf],
    add: impl Fn(Loader, &Path) -> Loader,
) -> Result<Loaded, Failure> {
    let mut found = Vec::new();
    for path in paths {
        loader = if path == Path::new("-") {
            match standard_input()? {
                Ok(bytes) => loader.bytes(STDIN, bytes),
                Err(diagnostic) => {
                    found.push(*diagnostic);
                    loader
                }
            }
        } else {
            add(loader, path)
        };
    }
    let mut loaded = loader.load();
    found.append(&mut loaded.diagnostics);
    loaded.diagnostics = found;
    Ok(loaded)
}

/// Loads and resolves what came from standard input.
pub(crate) fn load_bytes(
    bytes: Result<Vec<u8>, Box<Diagnostic>>,
    features: &FeatureArgs,
) -> Loaded {
    match bytes {
        Ok(bytes) => loader(features).bytes(STDIN, bytes).load(),
        Err(diagnostic) => Loaded {
            diagnostics: vec![*diagnostic],
            ..Loaded::default()
        },
    }
}

/// A loader of everything that witc can read: WIT text, and packages, components and core modules as wasm and wat.
pub(crate) fn loader(features: &FeatureArgs) -> Loader {
    loader_of(features.choice(), Extent::Types)
}

fn loader_of(features: Features, extent: Extent) -> Loader {
    Loader::new()
        .features(features)
        .binary_reader(Box::new(move |bytes| read_binary(bytes, extent)))
}

/// Reads standard input to its end; a diagnostic if it is too much.
///
/// # Errors
///
/// Standard input cannot be read.
pub(crate) fn standard_input() -> Result<Result<Vec<u8>, Box<Diagnostic>>, Failure> {
    witc_resolve::read_input(STDIN, std::io::stdin().lock())
        .map_err(|error| Failure::io("read", Path::new("standard input"), &error))
}

/// Reads a file to its end; a diagnostic if it is too much.
///
/// # Errors
///
/// The file cannot be read.
pub(crate) fn file(path: &Path) -> Result<Result<Vec<u8>, Box<Diagnostic>>, Failure> {
    witc_resolve::read_file(path).map_err(|error| Failure::io("read", path, &error))
}

/// The text of an input; a diagnostic if it is not UTF-8.
pub(crate) fn text(name: &str, bytes: Vec<u8>) -> Result<String, Box<Diagnostic>> {
    String::from_utf8(bytes).map_err(|error| {
        let message = format!("`{name}` is not UTF-8 text");
        let diagnostic = Diagnostic::error(witc_resolve::codes::NOT_UTF8, message, Span::NONE);
        let byte = error.utf8_error().valid_up_to();
        Box::new(diagnostic.note(format!("byte {byte} is the first that is not valid")))
    })
}

/// Reads a file as text; a diagnostic if it is not UTF-8, or too large.
///
/// # Errors
///
/// The file cannot be read.
pub(crate) fn text_file(path: &Path) -> Result<Result<String, Box<Diagnostic>>, Failure> {
    let name = path.display().to_string();
    Ok(file(path)?.and_then(|bytes| text(&name, bytes)))
}

/// The WIT of a binary, or of its text format. All but the bodies of functions is validated.
///
/// # Errors
///
/// It is no WebAssembly, or has no WIT.
pub(crate) fn read_binary_types(bytes: &[u8]) -> Result<Vec<String>, Box<Diagnostic>> {
    read_binary(bytes, Extent::Types)
}

/// The WIT of a binary, or of its text format, which is validated to this extent.
fn read_binary(bytes: &[u8], extent: Extent) -> Result<Vec<String>, Box<Diagnostic>> {
    let bytes = wat::parse_bytes(bytes).map_err(|error| {
        let message = "it is neither a WebAssembly binary nor its text format";
        Box::new(
            Diagnostic::error(codes::NOT_WEBASSEMBLY, message, Span::NONE).note(error.to_string()),
        )
    })?;
    // A core module has its world in a custom section; components and packages have it in their
    // types.
    let packages = if is_module(&bytes) {
        module_to_packages(&bytes)
    } else {
        decode_to_packages(&bytes)
    }?;
    // The decoder comes first, because it says in terms of WIT what is wrong. It looks only at what WIT describes, and
    // at most of that once.
    validate(&bytes, extent)?;
    Ok(packages)
}

/// Whether a binary is a core module: its header says so, or else that it is a component.
pub(crate) fn is_module(bytes: &[u8]) -> bool {
    // The version field: a component has layer 1 in its upper half.
    bytes.get(4..8) == Some(&[1, 0, 0, 0])
}

/// The outcome of a run with these diagnostics.
pub(crate) fn verdict(diagnostics: &[Diagnostic]) -> Status {
    // A file that cannot be read says nothing about the input, so that the exit code is that of a
    // failure.
    if diagnostics.iter().any(|found| {
        found.is_error()
            && matches!(
                found.code,
                witc_resolve::codes::FILE_NOT_FOUND | witc_resolve::codes::UNREADABLE
            )
    }) {
        Status::Unreadable
    } else if diagnostics.iter().any(Diagnostic::is_error) {
        Status::InvalidInput
    } else {
        Status::Success
    }
}
