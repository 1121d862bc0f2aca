//! All sure fixes at once, as `witc check --fix` applies them: those that are the only one of their diagnostic and do not
//! touch each other, and then those of what is found after that.

use crate::back::{Back, Found};
use crate::messages::workspace_edit;
use crate::page::Page;
use lsp_types::{TextEdit, WorkspaceEdit};
use std::collections::BTreeMap;
use std::path::PathBuf;
use witc_diagnostics::Fixing;

/// The edit that applies all sure fixes to the package; nothing if there are none.
pub(super) fn all(back: &Back, found: &Found) -> Option<WorkspaceEdit> {
    let mut texts: BTreeMap<PathBuf, String> = BTreeMap::new();
    let mut analysis = None;
    for _ in 0..Fixing::ROUNDS {
        let now = analysis.as_ref().unwrap_or(&*found.0);
        let mut fixing = Fixing::new(now.sources());
        for diagnostic in now.diagnostics() {
            fixing.take(diagnostic, &|file| now.is_own(file));
        }
        let fixed = fixing.texts();
        if fixed.is_empty() {
            break;
        }
        let named = |(file, text)| (PathBuf::from(now.sources().file(file).name()), text);
        texts.extend(fixed.into_iter().map(named));
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
