//! What a command works on: WIT packages, loaded and resolved.

use crate::Status;
use crate::codes;
use crate::failure::Failure;
use clap::Args;
use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use witc_binary::decode_to_packages;
use witc_component::embed::module_to_packages;
use witc_diagnostics::{Diagnostic, Span};
use witc_resolve::{Features, Loaded, Loader};

/// Where WIT is read from if nothing is said.
pub(crate) const DEFAULT_PATH: &str = "wit";

/// The name of standard input in diagnostics.
pub(crate) const STDIN: &str = "<stdin>";

/// Which features are on.
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
            .flat_map(|text| text.split_whitespace());
        let mut features: Features = words.collect();
        if self.all_features {
            features.activate_all();
        }
        features
    }
}

/// Loads and resolves packages; `-` is standard input. What is wrong with them is among their diagnostics.
///
/// # Errors
///
/// That standard input can't be read.
pub(crate) fn load(paths: &[PathBuf], features: &FeatureArgs) -> Result<Loaded, Failure> {
    load_with(paths, features, &BTreeMap::new())
}

/// As [`load`], with `texts` for what is in the files of these names.
///
/// # Errors
///
/// That standard input can't be read.
pub(crate) fn load_with(
    paths: &[PathBuf],
    features: &FeatureArgs,
    texts: &BTreeMap<String, String>,
) -> Result<Loaded, Failure> {
    let mut loader = loader(features);
    for (name, text) in texts {
        loader = loader.buffer(name, text);
    }
    for path in paths {
        loader = if path == Path::new("-") {
            loader.bytes(STDIN, standard_input()?)
        } else {
            loader.path(path)
        };
    }
    Ok(loader.load())
}

/// A loader that reads all that witc can read: text, and packages, components and core modules as wasm and wat.
pub(crate) fn loader(features: &FeatureArgs) -> Loader {
    Loader::new()
        .features(features.choice())
        .binary_reader(Box::new(read_binary))
}

/// All that is on standard input.
///
/// # Errors
///
/// That it can't be read.
pub(crate) fn standard_input() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().read_to_end(&mut bytes);
    read.map_err(|error| Failure::io("read", Path::new("standard input"), &error))?;
    Ok(bytes)
}

/// The text of standard input, or that it is none.
///
/// # Errors
///
/// That it can't be read.
pub(crate) fn standard_text() -> Result<Result<String, Diagnostic>, Failure> {
    Ok(String::from_utf8(standard_input()?).map_err(|error| {
        let byte = error.utf8_error().valid_up_to();
        Diagnostic::error(
            witc_resolve::codes::NOT_UTF8,
            format!("`{STDIN}` is not text in UTF-8"),
            Span::NONE,
        )
        .note(format!("byte {byte} is the first that does not fit"))
    }))
}

/// The WIT of a binary, or of its text form.
fn read_binary(bytes: &[u8]) -> Result<Vec<String>, Box<Diagnostic>> {
    let bytes = wat::parse_bytes(bytes).map_err(|error| {
        let message = "it is neither a WebAssembly binary nor its text format";
        Box::new(
            Diagnostic::error(codes::NOT_WEBASSEMBLY, message, Span::NONE).note(error.to_string()),
        )
    })?;
    let is_module = bytes.get(4..8) == Some(&[1, 0, 0, 0]);
    if is_module {
        module_to_packages(&bytes)
    } else {
        decode_to_packages(&bytes)
    }
}

/// What the diagnostics of a run come to.
pub(crate) fn verdict(diagnostics: &[Diagnostic]) -> Status {
    if diagnostics.iter().any(|found| {
        matches!(
            found.code,
            witc_resolve::codes::FILE_NOT_FOUND | witc_resolve::codes::UNREADABLE
        )
    }) {
        Status::Unreadable
    } else if diagnostics.iter().any(Diagnostic::is_error) {
        Status::AtFault
    } else {
        Status::Fine
    }
}
