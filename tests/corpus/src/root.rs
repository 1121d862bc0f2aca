//! One root of a package: paths that are loaded as one.

use crate::download::{entries, is_wit};
use crate::list::Package;
use std::path::{Path, PathBuf};
use witc_diagnostics::{Diagnostic, SourceMap};
use witc_resolve::{Features, Loaded, Loader, WorldId};

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
    for path in package
        .roots
        .iter()
        .flat_map(|listed| paths(folder, listed))
    {
        let name = path.strip_prefix(folder).unwrap_or(&path).display();
        roots.push(Root {
            name: name.to_string(),
            paths: vec![path],
        });
    }
    for listed in &package.together {
        let paths = listed.iter().flat_map(|listed| paths(folder, listed));
        roots.push(Root {
            name: listed.join(" "),
            paths: paths.collect(),
        });
    }
    match roots.iter().find(|root| !root.exists()) {
        Some(missing) => Err(format!("there is no {} in it", missing.name)),
        None => Ok(roots),
    }
}

impl Root {
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

/// The worlds of the packages that were asked for. Those of their dependencies are other packages' worlds.
pub(crate) fn worlds(loaded: &Loaded) -> Vec<WorldId> {
    let packages = loaded
        .main
        .iter()
        .map(|&package| &loaded.resolve.packages[package]);
    packages
        .flat_map(|package| package.worlds.values().copied())
        .collect()
}

/// The paths that one line of the list stands for.
fn paths(folder: &Path, listed: &str) -> Vec<PathBuf> {
    let Some(parent) = listed.strip_suffix("/*") else {
        return vec![folder.join(listed)];
    };
    let mut paths = entries(&folder.join(parent));
    // A folder that has only a folder `deps` is no package.
    paths.retain(|path| is_wit(path) || entries(path).iter().any(|inside| is_wit(inside)));
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
