//! What the paths on the command line of `witc check` mean: which packages are read, and which diagnostics concern them.

use crate::wit_files;
use std::path::{Path, PathBuf};
use witc_diagnostics::{Diagnostic, SourceMap, Span};
use witc_resolve::Loader;

/// Adds the packages at a path; of a folder, those in it and below, which are the files that `witc fmt` formats.
pub(crate) fn packages(mut loader: Loader, path: &Path) -> Loader {
    if !path.is_dir() {
        return loader.path(path);
    }
    // What cannot be searched, or has nothing, is for the loader to complain about.
    let below = wit_files::folders_below(path).unwrap_or_default();
    if below.is_empty() {
        return loader.path(path);
    }
    for folder in below {
        loader = loader.path(folder);
    }
    loader
}

/// Splits diagnostics into those that concern the files and folders that are named, and the number of others: a file that
/// needs it brings its package with it, whose other files were not asked about.
pub(crate) fn split(
    paths: &[PathBuf],
    diagnostics: Vec<Diagnostic>,
    sources: &SourceMap,
) -> (Vec<Diagnostic>, usize) {
    let is_file = |path: &PathBuf| path.extension().is_some_and(|it| it == "wit") && path.is_file();
    // A folder is asked about with all that it depends on.
    if !paths.iter().all(is_file) {
        return (diagnostics, 0);
    }
    let count = diagnostics.len();
    let concerns = |span: Span| {
        sources.locate(span).is_some_and(|(file, _)| {
            let name = Path::new(sources.file(file).name());
            paths.iter().any(|path| path == name)
        })
    };
    let concerning: Vec<Diagnostic> = diagnostics
        .into_iter()
        .filter(|found| {
            found.primary.span.is_none()
                || concerns(found.primary.span)
                || found.secondary.iter().any(|label| concerns(label.span))
        })
        .collect();
    let others = count - concerning.len();
    (concerning, others)
}
