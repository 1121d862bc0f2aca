//! One root of a package: paths that are loaded as one.

use crate::download::{entries, is_wit};
use crate::list::Package;
use std::path::{Path, PathBuf};
use witc_diagnostics::{Diagnostic, SourceMap};
use witc_resolve::{Features, Loaded, Loader};

/// Paths that are loaded as one, and how messages call them.
pub(crate) struct Root {
    pub(crate) name: String,
    pub(crate) paths: Vec<PathBuf>,
}

/// The roots of a package in a folder.
///
/// # Errors
///
/// A path of the list that the package does not have.
pub(crate) fn roots(package: &Package, folder: &Path) -> Result<Vec<Root>, String> {
    let mut roots = Vec::new();
    for listed in &package.roots {
        match listed.strip_suffix("/*") {
            Some(parent) => roots.extend(each(folder, parent)),
            None => roots.push(Root::new(listed, vec![folder.join(listed)])),
        }
    }
    for listed in &package.together {
        roots.push(Root::new(listed, packages_in(&folder.join(listed))));
    }
    match roots.iter().find(|root| !root.exists()) {
        Some(missing) => Err(format!("there is no {} in it", missing.name)),
        None => Ok(roots),
    }
}

impl Root {
    fn new(name: &str, paths: Vec<PathBuf>) -> Self {
        Self {
            name: name.to_owned(),
            paths,
        }
    }

    fn exists(&self) -> bool {
        !self.paths.is_empty() && self.paths.iter().all(|path| path.exists())
    }

    /// Loads the root, as `witc check --all-features` does.
    pub(crate) fn load(&self) -> Loaded {
        let loader = Loader::new().features(Features::all());
        let add = |loader: Loader, path: &PathBuf| loader.path(path);
        let mut loaded = self.paths.iter().fold(loader, add).load();
        // Of a model with errors nothing is planned.
        if !loaded.has_errors() {
            let too_large = witc_canonical_abi::diagnose(&loaded.resolve);
            loaded.diagnostics.extend(too_large);
        }
        loaded
    }
}

/// A root for each thing in a folder.
fn each(folder: &Path, parent: &str) -> Vec<Root> {
    let name = |path: &Path| {
        path.strip_prefix(folder)
            .unwrap_or(path)
            .display()
            .to_string()
    };
    packages_in(&folder.join(parent))
        .into_iter()
        .map(|path| Root::new(&name(&path), vec![path]))
        .collect()
}

/// The folders and WIT files in a folder.
fn packages_in(folder: &Path) -> Vec<PathBuf> {
    let mut paths = entries(folder);
    paths.retain(|path| path.is_dir() || is_wit(path));
    paths
}

/// Errors as lines: where, the code, the message.
pub(crate) fn errors(diagnostics: &[Diagnostic], sources: &SourceMap) -> Vec<String> {
    let errors = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.is_error());
    let line = |error: &Diagnostic| {
        let place = sources.positions(error.primary.span);
        let place =
            place.map(|(file, start, _)| format!("{}:{}: ", sources.file(file).name(), start.line));
        let place = place.unwrap_or_default();
        format!("{place}{}: {}", error.code.name(), error.message)
    };
    errors.map(line).collect()
}
