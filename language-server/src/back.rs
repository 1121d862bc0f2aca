//! The back of the server: the packages of the open documents, analysed when something is asked or published.

use crate::analysis::Analysis;
use crate::client::{Client, Settings};
use crate::documents::{Document, Documents};
use crate::messages::{Change, Task};
use crate::roots::{self, Root};
use crate::uris::{self, Resource};
use crate::view::View;
use lsp_types::{Diagnostic, SemanticToken, Uri};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use witc_diagnostics::FileId;
use witc_resolve::{Features, Loader};

/// Reads packages in binary form: [`witc_resolve::BinaryReader`], as a function.
pub type BinaryReader = fn(&[u8]) -> Result<Vec<String>, Box<witc_diagnostics::Diagnostic>>;

/// The back of the server.
#[derive(Debug, Default)]
pub struct Back {
    pub(crate) client: Client,
    pub(crate) settings: Settings,
    pub(crate) documents: Documents,
    pub(crate) folders: Vec<PathBuf>,
    binary: Option<BinaryReader>,
    /// The packages as they are now. What a change touches is dropped, and made again when it is needed.
    analyses: BTreeMap<Root, Arc<Analysis>>,
    /// The packages that were asked for since those that nobody needs were forgotten.
    used: BTreeSet<Root>,
    /// The documents that changed since their diagnostics were published.
    pub(crate) changed: BTreeSet<String>,
    pub(crate) published: BTreeMap<String, Published>,
    /// The semantic tokens that each document was last told, for the next difference.
    pub(crate) tokens: BTreeMap<String, (u64, Vec<SemanticToken>)>,
    /// The diagnostics that each document was last told when it asked.
    pub(crate) pulled: BTreeMap<String, (u64, Vec<Diagnostic>)>,
    /// The number of the last result that has one.
    pub(crate) results: u64,
}

/// The diagnostics that the client has of a file.
#[derive(Clone, Debug)]
pub(crate) struct Published {
    pub(crate) uri: Uri,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// A file with the package that it belongs to.
pub(crate) type Found = (Arc<Analysis>, FileId);

impl Back {
    /// A back that can't read packages in binary form.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads packages in binary form with this function.
    #[must_use]
    pub fn binary_reader(mut self, reader: BinaryReader) -> Self {
        self.binary = Some(reader);
        self
    }

    /// Takes a change. It is quick: nothing is read or resolved.
    pub fn change(&mut self, task: Task) {
        match task.0 {
            Change::Start {
                client,
                settings,
                folders,
            } => {
                self.client = client;
                self.settings = settings;
                self.folders = folders;
            }
            Change::Settings(settings) => {
                self.settings = settings;
                // Features decide what there is.
                self.analyses.clear();
            }
            Change::Document(document) => {
                self.touch_document(&document);
                self.changed.insert(document.uri.as_str().to_owned());
                self.documents.put(document);
            }
            Change::Closed(document) => {
                self.touch_document(&document);
                self.documents.close(&document.uri);
                self.tokens.remove(document.uri.as_str());
                self.pulled.remove(document.uri.as_str());
            }
            Change::Files(paths) => paths.iter().for_each(|path| self.touch(path)),
            Change::Folders { added, removed } => {
                self.folders.retain(|folder| !removed.contains(folder));
                self.folders.extend(added);
            }
        }
    }

    /// Forgets the packages that a document is a part of.
    fn touch_document(&mut self, document: &Document) {
        self.analyses
            .remove(&Root::Buffer(document.uri.as_str().to_owned()));
        if let Some(path) = &document.path {
            self.touch(path);
        }
    }

    /// Forgets the packages that a file is a part of.
    fn touch(&mut self, path: &Path) {
        self.analyses
            .retain(|_, analysis| !analysis.depends_on(path));
    }

    /// The features that are active.
    pub(crate) fn features(&self) -> Features {
        let mut features: Features = self.settings.features.iter().cloned().collect();
        if self.settings.all_features {
            features.activate_all();
        }
        features
    }

    /// A package, loaded with the open documents in place of their files.
    pub(crate) fn analysis(&mut self, root: &Root) -> Arc<Analysis> {
        self.used.insert(root.clone());
        if let Some(known) = self.analyses.get(root) {
            return known.clone();
        }
        let analysis = Arc::new(self.loaded(root, &BTreeMap::new()));
        self.analyses.insert(root.clone(), analysis.clone());
        analysis
    }

    /// A package as it would be with other texts in place of some documents and files. It is not kept.
    pub(crate) fn loaded(&self, root: &Root, texts: &BTreeMap<PathBuf, String>) -> Analysis {
        let mut loader = Loader::new().features(self.features()).references();
        if let Some(reader) = self.binary {
            loader = loader.binary_reader(Box::new(reader));
        }
        for document in self.documents.all() {
            if let Some(path) = &document.path {
                loader = loader.buffer(path, document.text.as_str());
            }
        }
        for (path, text) in texts {
            loader = loader.buffer(path, text.as_str());
        }
        let loader = match root {
            Root::Folder(path) | Root::File(path) => loader.path(path),
            Root::Buffer(uri) => {
                let document = self.documents.all().find(|it| it.uri.as_str() == uri);
                let text = texts.get(Path::new(uri)).map(String::as_str);
                let text = text.or(document.map(|it| it.text.as_str()));
                loader.text(uri.as_str(), text.unwrap_or_default())
            }
        };
        Analysis::new(root.clone(), loader.load())
    }

    /// The package that a document belongs to, and the file that it is there.
    pub(crate) fn find(&mut self, uri: &Uri) -> Option<Found> {
        match uris::resource(uri) {
            Resource::File(path) => self.find_file(&path),
            Resource::Binary(name) => {
                let analyses = self.analyses.values();
                let mut found = analyses.filter_map(|it| Some((it.clone(), it.named(&name)?)));
                found.next()
            }
            Resource::Explanation(_) => None,
            Resource::Other => {
                self.documents.get(uri)?;
                let name = uri.as_str().to_owned();
                let analysis = self.analysis(&Root::Buffer(name.clone()));
                let file = analysis.named(&name)?;
                Some((analysis, file))
            }
        }
    }

    fn find_file(&mut self, path: &Path) -> Option<Found> {
        for root in roots::candidates(path) {
            let analysis = self.analysis(&root);
            if let Some(file) = analysis.file_at(path).filter(|_| !analysis.is_mixed()) {
                return Some((analysis, file));
            }
        }
        None
    }

    /// Forgets the packages that were not asked for since the last call.
    pub(crate) fn forget_unused(&mut self) {
        let used = std::mem::take(&mut self.used);
        self.analyses.retain(|root, _| used.contains(root));
    }

    /// A file as the client asks about it.
    pub(crate) fn view<'a>(&'a self, found: &'a Found) -> View<'a> {
        View {
            analysis: &found.0,
            file: found.1,
            encoding: self.client.encoding,
            documents: &self.documents,
        }
    }

    /// A number for a result that a later request may refer to.
    pub(crate) fn next_result(&mut self) -> u64 {
        self.results += 1;
        self.results
    }
}
