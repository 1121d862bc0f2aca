//! `witc check --fix` and `witc lint --fix`: applies all sure fixes, and checks again until there are none left.

use crate::failure::Failure;
use crate::output::Output;
use crate::report::counted;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use witc_diagnostics::{Diagnostic, FileId, Fix, Fixing};
use witc_resolve::Loaded;

/// Loads the packages, with `texts` in place of the contents of the files of these names.
pub(crate) type Load<'l> = &'l dyn Fn(&BTreeMap<String, String>) -> Result<Loaded, Failure>;

/// The result of fixing.
pub(crate) struct Fixed {
    /// The fixed packages, with the diagnostics that are left.
    pub loaded: Loaded,
    /// The fixes that were applied, a line each.
    pub done: Vec<String>,
    /// The changed files.
    pub files: Vec<Output>,
}

impl Fixed {
    /// Tells which fixes were applied, on standard error; `what` is what they fix.
    pub(crate) fn announce(&self, what: &str) {
        for line in &self.done {
            // On standard error, as all that is for people: standard output may be a report in
            // JSON.
            eprintln!("fixed {line}");
        }
        if !self.done.is_empty() {
            let count = counted(self.done.len(), what);
            eprintln!("fixed {count} in {}", counted(self.files.len(), "file"));
        }
    }
}

/// Applies all sure fixes in memory; it writes no files.
///
/// # Errors
///
/// Standard input, a pipe or a device is among the paths.
pub(crate) fn fix(paths: &[PathBuf], load: Load<'_>) -> Result<Fixed, Failure> {
    if paths.iter().any(|path| path == Path::new("-")) {
        return Err(Failure::new("`--fix` cannot change standard input")
            .help("name the files or folders to fix"));
    }
    // What is read only once cannot be checked again, nor written.
    let is_special = |path: &&PathBuf| {
        std::fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir())
    };
    if let Some(path) = paths.iter().find(is_special) {
        let name = path.display();
        return Err(Failure::new(format!(
            "`--fix` cannot change `{name}`, which is a pipe or a device"
        ))
        .help("name the files or folders to fix"));
    }
    // Fixed texts stay in memory until no fix is left, so that a file is written once and an error
    // on the way leaves all files as they were.
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut done = Vec::new();
    let mut loaded = load(&texts)?;
    for _ in 0..Fixing::ROUNDS {
        let sources = &loaded.resolve.sources;
        let is_ours = |id| is_ours(&loaded, paths, id);
        let mut fixing = Fixing::new(sources);
        for diagnostic in &loaded.diagnostics {
            if let Some(fix) = fixing.take(diagnostic, &is_ours) {
                done.push(line(&loaded, diagnostic, fix));
            }
        }
        let fixed = fixing.texts();
        if fixed.is_empty() {
            break;
        }
        let named = |(id, text)| (sources.file(id).name().to_owned(), text);
        texts.extend(fixed.into_iter().map(named));
        // Checked as a whole again: a fix in one file may show a mistake in another.
        loaded = load(&texts)?;
    }
    let files = texts.into_iter().map(|(name, text)| Output {
        path: name.into(),
        contents: text.into_bytes(),
    });
    Ok(Fixed {
        loaded,
        done,
        files: files.collect(),
    })
}

/// A fix that was applied, as a line: where, and what it did.
fn line(loaded: &Loaded, diagnostic: &Diagnostic, fix: &Fix) -> String {
    let sources = &loaded.resolve.sources;
    let place = sources
        .positions(diagnostic.primary.span)
        .map(|(id, start, _)| {
            format!(
                "{}:{}:{}: ",
                sources.file(id).name(),
                start.line,
                start.column
            )
        });
    let places = match fix.edits.len() {
        1 => String::new(),
        count => format!(", in {count} places"),
    };
    let place = place.unwrap_or_default();
    format!("{place}{}{places} [{}]", fix.message, diagnostic.code)
}

/// Whether a file belongs to the packages on the command line: neither a dependency nor decoded from a binary.
fn is_ours(loaded: &Loaded, paths: &[PathBuf], id: FileId) -> bool {
    let path = Path::new(loaded.resolve.sources.file(id).name());
    // Its text was made from the binary, and cannot be written back.
    let is_binary = path
        .extension()
        .is_some_and(|extension| extension == "wasm" || extension == "wat");
    let below = paths.iter().filter_map(|root| path.strip_prefix(root).ok());
    !is_binary
        && below
            .into_iter()
            // Dependencies are other people's packages; the next update would undo the change.
            .any(|rest| rest.components().all(|part| part.as_os_str() != "deps"))
}
