//! Code actions: what can be changed at a place with one choice.

mod edits;
mod fixes;
mod refactor;
mod uses;

use crate::back::{Back, Found};
use crate::messages::workspace_edit;
use crate::report::diagnostic;
use crate::view::View;
use edits::{action, capitalized, in_document};
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, TextEdit, WorkspaceEdit,
};
use witc_diagnostics::{FileId, Fix, Span};

/// The actions for a range of a document.
pub(crate) fn actions(
    back: &Back,
    found: &Found,
    params: &CodeActionParams,
) -> Vec<CodeActionOrCommand> {
    let view = back.view(found);
    // A text that the server made of a binary can't be changed, and other people's files are not the user's.
    if !view.analysis.is_own(view.file) {
        return Vec::new();
    }
    let only = params.context.only.as_deref();
    let wanted = |kind: &CodeActionKind| {
        only.is_none_or(|only| only.iter().any(|wanted| is_below(kind, wanted)))
    };
    let span = view.page().span(params.range);
    let mut list = Vec::new();
    if wanted(&CodeActionKind::QUICKFIX) {
        list.extend(quick_fixes(view, span));
    }
    let is_asked = |kind: &CodeActionKind| only.is_some() && wanted(kind);
    if wanted(&CodeActionKind::SOURCE_FIX_ALL) {
        let fixed = fixes::all(back, found);
        list.extend(
            fixed.map(|edit| action("Apply all sure fixes", CodeActionKind::SOURCE_FIX_ALL, edit)),
        );
    }
    if is_asked(&CodeActionKind::SOURCE_ORGANIZE_IMPORTS) || only.is_none() {
        let edits = uses::sorted(view.page());
        if !edits.is_empty() {
            let edit = in_document(view, edits);
            let kind = CodeActionKind::SOURCE_ORGANIZE_IMPORTS;
            list.extend(edit.map(|edit| action("Sort `use` items", kind, edit)));
        }
    }
    let refactorings = refactor::all(back, view, span);
    list.extend(
        refactorings
            .into_iter()
            .filter(|action| action.kind.as_ref().is_some_and(wanted)),
    );
    list.into_iter()
        .map(CodeActionOrCommand::CodeAction)
        .collect()
}

/// Whether a kind is the wanted one or below it, as `refactor.inline` is below `refactor`.
fn is_below(kind: &CodeActionKind, wanted: &CodeActionKind) -> bool {
    let rest = kind.as_str().strip_prefix(wanted.as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The fixes of the diagnostics at a place.
fn quick_fixes(view: View<'_>, span: Span) -> Vec<CodeAction> {
    let touches = |place: Span| place.start <= span.end && span.start <= place.end;
    let here = |place: Span| view.analysis.file_of(place) == Some(view.file) && touches(place);
    let found = view.analysis.diagnostics().iter();
    let mut list = Vec::new();
    for found in found.filter(|found| here(found.primary.span)) {
        let report = diagnostic(view, found);
        let fix = |fix: &Fix| {
            let edit = edit_of(view, fix)?;
            let mut action = action(&capitalized(&fix.message), CodeActionKind::QUICKFIX, edit);
            action.diagnostics = Some(vec![report.clone()]);
            action.is_preferred = Some(fix.sure && found.fixes.len() == 1);
            Some(action)
        };
        list.extend(found.fixes.iter().filter_map(fix));
        list.extend(uses::missing(view, found).into_iter().map(|mut action| {
            action.diagnostics = Some(vec![report.clone()]);
            action
        }));
    }
    list
}

/// The edit of a fix; nothing if it changes what the user does not own.
fn edit_of(view: View<'_>, fix: &Fix) -> Option<WorkspaceEdit> {
    let mut files: Vec<(FileId, Vec<TextEdit>)> = Vec::new();
    for edit in &fix.edits {
        let file = view.analysis.file_of(edit.span)?;
        if !view.analysis.is_own(file) {
            return None;
        }
        let change = view.page_of(file).edit(edit.span, edit.text.as_str());
        match files.iter_mut().find(|(known, _)| *known == file) {
            Some((_, changes)) => changes.push(change),
            None => files.push((file, vec![change])),
        }
    }
    let files = files.into_iter();
    let files: Option<Vec<_>> = files
        .map(|(file, changes)| Some((view.uri(file)?, changes)))
        .collect();
    files.map(workspace_edit)
}
