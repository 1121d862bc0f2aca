//! Renaming: of all places at once, or not at all.
//!
//! Whether a new name collides with another is not guessed: the package is resolved with it, and has to have the same
//! mistakes and the same names at the same places as before.

use crate::analysis::Analysis;
use crate::back::{Back, Found};
use crate::failure::Failure;
use crate::messages::workspace_edit;
use crate::view::View;
use lsp_types::{Position, PrepareRenameResponse, WorkspaceEdit};
use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use witc_diagnostics::{FileId, Span};
use witc_parser::{is_keyword, is_valid_name};
use witc_resolve::{Definition, DefinitionId};

/// What is renamed at a position, and what it is called now.
pub(crate) fn prepare(
    view: View<'_>,
    position: Position,
) -> Result<Option<PrepareRenameResponse>, Failure> {
    let Some(occurrence) = view.occurrence(position) else {
        return Ok(None);
    };
    let definition = &view.references()[occurrence.definition];
    check(view, occurrence.definition, definition)?;
    Ok(Some(PrepareRenameResponse::RangeWithPlaceholder {
        range: view.page().range(occurrence.span),
        placeholder: definition.name.to_string(),
    }))
}

/// Refuses to rename what other people's files name.
fn check(view: View<'_>, id: DefinitionId, definition: &Definition) -> Result<(), Failure> {
    let is_own = |span: Span| {
        let file = view.analysis.file_of(span);
        file.is_some_and(|file| view.analysis.is_own(file))
    };
    let mut places = view.references().occurrences_of(id);
    let Some(foreign) = places.find(|place| !is_own(place.span)) else {
        return Ok(());
    };
    let file = view
        .analysis
        .sources()
        .locate(foreign.span)
        .map(|(id, _)| view.analysis.sources().file(id).name());
    let file = file.unwrap_or_default();
    let name = &definition.name;
    Err(Failure::refused(format!(
        "`{name}` can't be renamed: it also stands in the dependency `{file}`"
    )))
}

/// The edits that rename what is at a position.
pub(crate) fn rename(
    back: &Back,
    found: &Found,
    position: Position,
    new: &str,
) -> Result<Option<WorkspaceEdit>, Failure> {
    let view = back.view(found);
    let new = new.trim_start_matches('%');
    let Some((id, definition)) = view.meaning(position) else {
        return Err(Failure::refused("there is no name to change at this place"));
    };
    check(view, id, definition)?;
    if !is_valid_name(new) {
        let message = format!(
            "`{new}` is not a name: names are words joined by `-`, each all lowercase or all uppercase"
        );
        return Err(Failure::refused(message));
    }
    if new == definition.name {
        return Ok(None);
    }
    let edits = edits(view, id, &definition.name, new);
    check_result(back, view, &edits, new)?;
    let files = edits.into_iter().filter_map(|(file, edits)| {
        let page = view.page_of(file);
        let edits = edits.into_iter().map(|(span, text)| page.edit(span, text));
        Some((view.uri(file)?, edits.collect()))
    });
    Ok(Some(workspace_edit(files)))
}

/// The places that change, by file and in order, each with its new text.
type Edits = BTreeMap<FileId, Vec<(Span, String)>>;

fn edits(view: View<'_>, id: DefinitionId, old: &str, new: &str) -> Edits {
    let mut edits = Edits::new();
    for occurrence in view.references().occurrences_of(id) {
        let span = occurrence.span;
        let Some(file) = view.analysis.file_of(span) else {
            continue;
        };
        let before = Span::new(span.start.saturating_sub(1), span.start);
        let is_escaped = view.page_of(file).snippet(before) == "%";
        // An escape stays where the user wrote one, unless it was needed and is not any more.
        let edit = match (is_escaped, is_keyword(old), is_keyword(new)) {
            (true, true, false) => (before.to(span), new.to_owned()),
            (false, _, true) => (span, format!("%{new}")),
            (true, _, _) | (false, _, false) => (span, new.to_owned()),
        };
        edits.entry(file).or_default().push(edit);
    }
    edits
}

/// Refuses what would give the package other mistakes, or other meanings.
fn check_result(back: &Back, view: View<'_>, edits: &Edits, new: &str) -> Result<(), Failure> {
    let sources = view.analysis.sources();
    let mut texts = BTreeMap::new();
    for (file, edits) in edits {
        let page = view.page_of(*file);
        let (mut text, mut at) = (String::new(), page.base);
        for (span, new) in edits {
            text.push_str(page.snippet(Span::new(at, span.start)));
            text.push_str(new);
            at = span.end;
        }
        text.push_str(page.snippet(Span::new(at, u32::MAX - 1)));
        texts.insert(PathBuf::from(sources.file(*file).name()), text);
    }
    let after = back.loaded(view.analysis.root(), &texts);
    let (before, now) = (errors(view.analysis), errors(&after));
    if now.len() > before.len() {
        let first = now.iter().find(|message| !before.contains(*message));
        let why = first.or(now.last()).cloned().unwrap_or_default();
        return Err(Failure::refused(format!(
            "`{new}` can't be the name: {why}"
        )));
    }
    if shape(view.analysis) != shape(&after) {
        let message =
            format!("`{new}` can't be the name: it means something else in one of the places");
        return Err(Failure::refused(message));
    }
    Ok(())
}

fn errors(analysis: &Analysis) -> Vec<String> {
    let errors = analysis
        .diagnostics()
        .iter()
        .filter(|found| found.is_error());
    errors.map(|found| found.message.clone()).collect()
}

/// Which names mean the same, by their positions among all names.
fn shape(analysis: &Analysis) -> Vec<Vec<usize>> {
    let references = analysis.references();
    let mut shape = Vec::new();
    let mut numbers = HashMap::new();
    // By file, since a text that has grown may have moved to another place among the others.
    for (_, file) in analysis.sources().files() {
        let of_file = references.in_file(file).iter().map(|occurrence| {
            let next = numbers.len();
            *numbers.entry(occurrence.definition).or_insert(next)
        });
        shape.push(of_file.collect());
    }
    shape
}
