//! The documents that are open in the editor.

use crate::text::{Encoding, Text};
use crate::uris;
use lsp_types::{TextDocumentContentChangeEvent, TextDocumentItem, Uri};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A document that is open. Clones share the text.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    /// The URI as the client writes it.
    pub(crate) uri: Uri,
    pub(crate) version: i32,
    pub(crate) text: Arc<Text>,
    /// Its path, if it is, or will be, a file.
    pub(crate) path: Option<PathBuf>,
}

/// All documents that are open, by their URIs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Documents(BTreeMap<String, Document>);

impl Documents {
    /// Opens a document. One that is open already gets the new text.
    pub(crate) fn open(&mut self, item: TextDocumentItem) -> Document {
        let document = Document {
            path: uris::file(&item.uri),
            version: item.version,
            text: Arc::new(Text::new(Arc::new(item.text))),
            uri: item.uri,
        };
        self.put(document.clone());
        document
    }

    /// Enters a document as it is now.
    pub(crate) fn put(&mut self, document: Document) {
        self.0.insert(document.uri.as_str().to_owned(), document);
    }

    /// Changes a document by edits, each of the text that the one before has left. Nothing if it is not open.
    pub(crate) fn edit(
        &mut self,
        uri: &Uri,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
        encoding: Encoding,
    ) -> Option<Document> {
        let document = self.0.get_mut(uri.as_str())?;
        document.version = version;
        for change in changes {
            document.text = Arc::new(match change.range {
                Some(range) => document.text.edited(range, &change.text, encoding),
                None => Text::new(Arc::new(change.text)),
            });
        }
        Some(document.clone())
    }

    pub(crate) fn close(&mut self, uri: &Uri) -> Option<Document> {
        self.0.remove(uri.as_str())
    }

    pub(crate) fn get(&self, uri: &Uri) -> Option<&Document> {
        self.0.get(uri.as_str())
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Document> {
        self.0.values()
    }

    /// The document of a file: its client may write the URI in another way than the server would.
    pub(crate) fn of_path(&self, path: &Path) -> Option<&Document> {
        self.all()
            .find(|document| document.path.as_deref() == Some(path))
    }
}
