//! Publishing diagnostics: of all files of all packages that the user has open.

use crate::back::{Back, Found, Published};
use crate::messages::Outgoing;
use crate::report;
use crate::roots::{self, Root};
use lsp_types::{Diagnostic, PublishDiagnosticsParams, Uri};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use witc_diagnostics::FileId;

impl Back {
    /// The diagnostics that the client does not have yet: of each document that changed, even if there are none or they
    /// are the same, and of each other file whose diagnostics changed.
    pub fn publish(&mut self) -> Vec<Outgoing> {
        self.forget_unused();
        let mut now = self.everything();
        let changed = std::mem::take(&mut self.changed);
        let mut outgoing = Vec::new();
        // What was published and is not there any more is published as nothing.
        for (key, known) in &self.published {
            now.entry(key.clone()).or_insert_with(|| Published {
                uri: known.uri.clone(),
                diagnostics: Vec::new(),
            });
        }
        for (key, new) in now {
            let document = self.documents.get(&new.uri);
            let is_pulled = self.settings.pull_diagnostics && document.is_some();
            let diagnostics = if is_pulled {
                Vec::new()
            } else {
                new.diagnostics
            };
            let known = self.published.get(&key).map(|it| it.diagnostics.as_slice());
            let is_new = known.unwrap_or_default() != diagnostics.as_slice();
            if is_new || (changed.contains(&key) && !is_pulled) {
                let version = document.map(|document| document.version);
                let params =
                    PublishDiagnosticsParams::new(new.uri.clone(), diagnostics.clone(), version);
                outgoing.push(Outgoing::notification(
                    "textDocument/publishDiagnostics",
                    params,
                ));
            }
            if diagnostics.is_empty() {
                self.published.remove(&key);
            } else {
                let uri = new.uri;
                self.published.insert(key, Published { uri, diagnostics });
            }
        }
        outgoing
    }

    /// The diagnostics of all files of all open packages, by URI. An open document has an entry in any case.
    fn everything(&mut self) -> BTreeMap<String, Published> {
        let uris: Vec<Uri> = self
            .documents
            .all()
            .map(|document| document.uri.clone())
            .collect();
        let mut roots = BTreeSet::new();
        let mut all = BTreeMap::new();
        for uri in uris {
            enter(&mut all, uri.clone(), Vec::new());
            if let Some((analysis, file)) = self.find(&uri)
                && roots.insert(analysis.root().clone())
            {
                self.enter_package(&mut all, analysis, file);
            }
        }
        for folder in self.folders.clone() {
            let root = Root::Folder(roots::default_folder(&folder));
            if roots.contains(&root) {
                continue;
            }
            let analysis = self.analysis(&root);
            let first = analysis.sources().files().next().map(|(id, _)| id);
            // Most folders that people open have no `wit`, or one without files yet.
            if let Some(first) = first {
                roots.insert(root);
                self.enter_package(&mut all, analysis, first);
            }
        }
        all
    }

    /// Enters the diagnostics of all files of a package. What has no place in any text is told for `first`.
    fn enter_package(
        &self,
        all: &mut BTreeMap<String, Published>,
        analysis: Arc<crate::analysis::Analysis>,
        first: FileId,
    ) {
        let features = self.features();
        let ids: Vec<FileId> = analysis.sources().files().map(|(id, _)| id).collect();
        let mut found: Found = (analysis, first);
        for id in self.worth_telling(&found.0, &ids, first) {
            found.1 = id;
            let view = self.view(&found);
            let diagnostics = report::diagnostics(view, &features, Some(first));
            if let Some(uri) = view.uri(id) {
                enter(all, uri, diagnostics);
            }
        }
    }

    /// The files that may have diagnostics or hints: dependencies that nobody looks at have no hints.
    fn worth_telling(
        &self,
        analysis: &crate::analysis::Analysis,
        ids: &[FileId],
        first: FileId,
    ) -> Vec<FileId> {
        let spans = analysis
            .diagnostics()
            .iter()
            .map(|found| found.primary.span);
        let blamed: BTreeSet<FileId> = spans.filter_map(|span| analysis.file_of(span)).collect();
        let is_open = |id: FileId| {
            let path = std::path::Path::new(analysis.sources().file(id).name());
            self.documents.of_path(path).is_some()
        };
        let ids = ids.iter().copied();
        ids.filter(|id| *id == first || blamed.contains(id) || is_open(*id))
            .collect()
    }
}

/// Enters diagnostics; those that are there already, from another package with the same file, only once.
fn enter(all: &mut BTreeMap<String, Published>, uri: Uri, diagnostics: Vec<Diagnostic>) {
    let key = uri.as_str().to_owned();
    let entry = all.entry(key).or_insert_with(|| Published {
        uri,
        diagnostics: Vec::new(),
    });
    for diagnostic in diagnostics {
        if !entry.diagnostics.contains(&diagnostic) {
            entry.diagnostics.push(diagnostic);
        }
    }
}
