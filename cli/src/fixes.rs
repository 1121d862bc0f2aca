//! `witc check --fix` and `witc lint --fix`: applies all sure fixes, and checks again until there are none left.

use crate::failure::Failure;
use crate::output::Output;
use crate::report::counted;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use witc_diagnostics::{Diagnostic, FileId, Fix};
use witc_resolve::Loaded;

/// How often the files are checked again: a fix can reveal another mistake.
// The limit is for fixes that undo each other: files need one or two rounds.
const ROUNDS: usize = 20;

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
    for _ in 0..ROUNDS {
        let mut round = Round {
            loaded: &loaded,
            paths,
            edits: BTreeMap::new(),
            done: Vec::new(),
        };
        loaded
            .diagnostics
            .iter()
            .for_each(|diagnostic| round.diagnostic(diagnostic));
        if round.edits.is_empty() {
            break;
        }
        let Round {
            edits, done: now, ..
        } = round;
        for (id, edits) in edits {
            let file = loaded.resolve.sources.file(id);
            texts.insert(file.name().to_owned(), edited(file.text(), &edits));
        }
        done.extend(now);
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

/// The edits of one round in a file: ranges of bytes, and the text that replaces each.
type Edits = BTreeMap<(usize, usize), String>;

/// An edit with its file.
type FileEdit = (FileId, (usize, usize), String);

/// One pass over all diagnostics.
struct Round<'a> {
    loaded: &'a Loaded,
    paths: &'a [PathBuf],
    edits: BTreeMap<FileId, Edits>,
    done: Vec<String>,
}

impl Round<'_> {
    /// Takes the fix of a diagnostic if it is the only one, is sure, and does not touch another fix.
    fn diagnostic(&mut self, diagnostic: &Diagnostic) {
        // Of two fixes one has to be chosen, which only the author can do.
        let [fix] = diagnostic.fixes.as_slice() else {
            return;
        };
        let Some(edits) = self.places(fix).filter(|_| fix.sure) else {
            return;
        };
        for (id, (start, end), text) in edits {
            self.edits.entry(id).or_default().insert((start, end), text);
        }
        let sources = &self.loaded.resolve.sources;
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
        self.done.push(format!(
            "{place}{}{places} [{}]",
            fix.message, diagnostic.code
        ));
    }

    /// The edits of a fix; nothing if it cannot be applied.
    fn places(&self, fix: &Fix) -> Option<Vec<FileEdit>> {
        let mut places = Vec::new();
        let mut own: BTreeSet<(FileId, usize, usize)> = BTreeSet::new();
        // All edits of a fix or none: half a fix may be worse than the mistake.
        for edit in &fix.edits {
            let (id, range) = self.loaded.resolve.sources.locate(edit.span)?;
            let place = (range.start, range.end);
            let taken = self
                .edits
                .get(&id)
                .is_some_and(|edits| is_taken(edits, place));
            if taken || !self.is_ours(id) || !own.insert((id, range.start, range.end)) {
                return None;
            }
            places.push((id, place, edit.text.clone()));
        }
        Some(places)
    }

    /// Whether a file belongs to the packages on the command line: neither a dependency nor decoded from a binary.
    fn is_ours(&self, id: FileId) -> bool {
        let path = Path::new(self.loaded.resolve.sources.file(id).name());
        // Its text was made from the binary, and cannot be written back.
        let is_binary = path
            .extension()
            .is_some_and(|extension| extension == "wasm" || extension == "wat");
        let below = self
            .paths
            .iter()
            .filter_map(|root| path.strip_prefix(root).ok());
        !is_binary
            && below
                .into_iter()
                // Dependencies are other people's packages; the next update would undo the change.
                .any(|rest| rest.components().all(|part| part.as_os_str() != "deps"))
    }
}

/// Whether an edit would overlap another one, or insert at the same position.
fn is_taken(edits: &Edits, (start, end): (usize, usize)) -> bool {
    let before = edits.range(..=(start, end)).next_back();
    let after = edits.range((start, end)..).next();
    before.is_some_and(|(&(other, other_end), _)| {
        other_end > start || (other, other_end) == (start, end)
    }) || after.is_some_and(|(&(other, _), _)| other < end)
}

fn edited(text: &str, edits: &Edits) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (&(start, end), new) in edits {
        out.push_str(text.get(at..start).unwrap_or_default());
        out.push_str(new);
        at = end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}
