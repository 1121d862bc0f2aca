//! Actions and edits as the protocol has them.

use crate::messages::workspace_edit;
use crate::view::View;
use lsp_types::{CodeAction, CodeActionKind, DocumentChanges, TextEdit, WorkspaceEdit};

/// A message as the title of an action.
pub(super) fn capitalized(message: &str) -> String {
    let mut letters = message.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

pub(super) fn action(title: &str, kind: CodeActionKind, edit: WorkspaceEdit) -> CodeAction {
    CodeAction {
        title: title.to_owned(),
        kind: Some(kind),
        edit: Some(edit),
        ..CodeAction::default()
    }
}

/// Edits of the document of a view.
pub(super) fn in_document(view: View<'_>, edits: Vec<TextEdit>) -> Option<WorkspaceEdit> {
    Some(workspace_edit([(view.uri(view.file)?, edits)]))
}

/// Edits that make files, in order.
pub(super) fn in_order(operations: Vec<lsp_types::DocumentChangeOperation>) -> WorkspaceEdit {
    WorkspaceEdit {
        document_changes: Some(DocumentChanges::Operations(operations)),
        ..WorkspaceEdit::default()
    }
}
