//! What goes between the client, the front of the server and its back.

use crate::client::{Client, Settings};
use crate::documents::Document;
use crate::failure::Failure;
use lsp_types::{TextEdit, Uri, WorkspaceEdit};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::path::PathBuf;

/// A message to the client that answers nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Outgoing {
    /// A notification.
    Notification {
        /// Its method.
        method: &'static str,
        /// Its parameters.
        params: Value,
    },
    /// A request, whose response goes to [`Front::response`](crate::Front::response).
    Request {
        /// Its id.
        id: String,
        /// Its method.
        method: &'static str,
        /// Its parameters.
        params: Value,
    },
}

/// What becomes of a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Its result, or why there is none.
    Now(Result<Value, Failure>),
    /// The back of the server has to answer it.
    Later(Question),
}

/// A request that needs an analysis.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub(crate) method: String,
    pub(crate) params: Value,
}

/// A change of what the back of the server knows.
#[derive(Clone, Debug)]
pub struct Task(pub(crate) Change);

#[derive(Clone, Debug)]
pub(crate) enum Change {
    Start {
        client: Client,
        settings: Settings,
        folders: Vec<PathBuf>,
    },
    Settings(Settings),
    /// A document that was opened or changed.
    Document(Document),
    Closed(Document),
    /// Files and folders that came, changed or went.
    Files(Vec<PathBuf>),
    Folders {
        added: Vec<PathBuf>,
        removed: Vec<PathBuf>,
    },
}

impl Outgoing {
    pub(crate) fn notification(method: &'static str, params: impl Serialize) -> Self {
        let params = serde_json::to_value(params).unwrap_or_default();
        Self::Notification { method, params }
    }

    /// A message for the user's log.
    pub(crate) fn log(message: &str) -> Self {
        let params = lsp_types::LogMessageParams {
            typ: lsp_types::MessageType::WARNING,
            message: message.to_owned(),
        };
        Self::notification("window/logMessage", params)
    }
}

/// Reads the parameters of a message.
pub(crate) fn params<P: DeserializeOwned>(method: &str, params: Value) -> Result<P, Failure> {
    serde_json::from_value(params).map_err(|error| Failure::params(method, &error))
}

/// The document that the parameters of a request are about.
pub(crate) fn document_of(params: &Value) -> Option<Uri> {
    params
        .get("textDocument")?
        .get("uri")?
        .as_str()?
        .parse()
        .ok()
}

/// A result as the protocol has it.
pub(crate) fn result(value: impl Serialize) -> Result<Value, Failure> {
    serde_json::to_value(value).map_err(|_| Failure::internal())
}

/// Edits of documents.
pub(crate) fn workspace_edit(
    files: impl IntoIterator<Item = (Uri, Vec<TextEdit>)>,
) -> WorkspaceEdit {
    WorkspaceEdit {
        changes: Some(files.into_iter().collect()),
        ..WorkspaceEdit::default()
    }
}

/// A result with edits as the protocol has it. The library keeps edits in a hash map by files, whose order no answer may
/// show.
pub(crate) fn result_with_edits(value: impl Serialize) -> Result<Value, Failure> {
    let mut value = result(value)?;
    sort_changes(&mut value);
    Ok(value)
}

/// Puts the files of all edits in the order of their URIs.
fn sort_changes(value: &mut Value) {
    if let Some(list) = value.as_array_mut() {
        list.iter_mut().for_each(sort_changes);
    }
    let Some(object) = value.as_object_mut() else {
        return;
    };
    if let Some(changes) = object.get_mut("changes").and_then(Value::as_object_mut) {
        let mut files: Vec<(String, Value)> = std::mem::take(changes).into_iter().collect();
        files.sort_by(|(a, _), (b, _)| a.cmp(b));
        changes.extend(files);
    }
    object.values_mut().for_each(sort_changes);
}
