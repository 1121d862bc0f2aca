//! All sure fixes at once, as `witc check --fix` applies them: those that are the only one of their diagnostic and do not
//! touch each other, and then those of what is found after that.

use crate::analysis::Analysis;
use crate::back::{Back, Found};
use crate::messages::workspace_edit;
use crate::page::Page;
use lsp_types::{TextEdit, WorkspaceEdit};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;
use witc_diagnostics::{Diagnostic, FileId, Fix};

/// How often the package is looked at again: a fix can reveal another mistake.
const ROUNDS: usize = 20;

/// Edits of a file: ranges of bytes with their new texts.
type Edits = BTreeMap<(usize, usize), String>;

/// The edit that applies all sure fixes to the package; nothing if there are none.
pub(super) fn all(back: &Back, found: &Found) -> Option<WorkspaceEdit> {
    let mut texts: BTreeMap<PathBuf, String> = BTreeMap::new();
    let mut analysis = None;
    for _ in 0..ROUNDS {
        let now = analysis.as_ref().unwrap_or(&*found.0);
        let round = round(now);
        if round.is_empty() {
            break;
        }
        for (file, edits) in round {
            let file = now.sources().file(file);
            texts.insert(PathBuf::from(file.name()), edited(file.text(), &edits));
        }
        analysis = Some(back.loaded(found.0.root(), &texts));
    }
    let view = back.view(found);
    let edit = |(path, text): (&PathBuf, &String)| {
        let file = found.0.file_at(path)?;
        Some((view.uri(file)?, vec![replaced(view.page_of(file), text)]))
    };
    let files: Option<Vec<_>> = texts.iter().map(edit).collect();
    files.filter(|files| !files.is_empty()).map(workspace_edit)
}

/// The fixes that can be applied to the package as it is.
fn round(analysis: &Analysis) -> BTreeMap<FileId, Edits> {
    let mut all: BTreeMap<FileId, Edits> = BTreeMap::new();
    let fixes = analysis.diagnostics().iter().filter_map(only_fix);
    for fix in fixes.filter(|fix| fix.sure) {
        let Some(places) = places(analysis, fix) else {
            continue;
        };
        let is_free = |(file, range, _): &(FileId, Range<usize>, &str)| {
            all.get(file).is_none_or(|edits| !is_taken(edits, range))
        };
        // All edits of a fix or none: half a fix may be worse than the mistake.
        if places.iter().all(is_free) {
            for (file, range, text) in places {
                let edits = all.entry(file).or_default();
                edits.insert((range.start, range.end), text.to_owned());
            }
        }
    }
    all
}

/// The fix of a diagnostic that has no other.
fn only_fix(found: &Diagnostic) -> Option<&Fix> {
    match found.fixes.as_slice() {
        [fix] => Some(fix),
        _ => None,
    }
}

/// The places of a fix; nothing if one of them is not the user's.
fn places<'f>(analysis: &Analysis, fix: &'f Fix) -> Option<Vec<(FileId, Range<usize>, &'f str)>> {
    let place = |edit: &'f witc_diagnostics::Edit| {
        let (file, range) = analysis.sources().locate(edit.span)?;
        analysis
            .is_own(file)
            .then_some((file, range, edit.text.as_str()))
    };
    fix.edits.iter().map(place).collect()
}

/// Whether an edit would overlap another one, or insert at the same position.
fn is_taken(edits: &Edits, range: &Range<usize>) -> bool {
    edits.keys().any(|(start, end)| {
        (*start, *end) == (range.start, range.end) || *start < range.end && range.start < *end
    })
}

fn edited(text: &str, edits: &Edits) -> String {
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for ((start, end), new) in edits {
        out.push_str(text.get(at..*start).unwrap_or_default());
        out.push_str(new);
        at = *end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// The edit that makes a new text of a page: of what differs, and not of the whole.
pub(super) fn replaced(page: Page<'_>, new: &str) -> TextEdit {
    let old = page.source();
    let same = |(a, b): &(char, char)| a == b;
    let start: usize = old
        .chars()
        .zip(new.chars())
        .take_while(same)
        .map(|(c, _)| c.len_utf8())
        .sum();
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let ends = old_rest.chars().rev().zip(new_rest.chars().rev());
    let end: usize = ends.take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let range = page.text.range(start..old.len() - end, page.encoding);
    TextEdit::new(range, new_rest[..new_rest.len() - end].to_owned())
}
