//! A package as it is now: loaded, resolved, and ready to be asked.

use crate::roots::Root;
use crate::text::Text;
use std::collections::HashMap;
use std::path::Path;
use std::sync::OnceLock;
use witc_canonical_abi::Plans;
use witc_diagnostics::{Diagnostic, FileId, SourceMap, Span};
use witc_resolve::{Loaded, References, Resolve};

/// A package with everything that it depends on.
#[derive(Debug)]
pub(crate) struct Analysis {
    root: Root,
    loaded: Loaded,
    files: HashMap<String, FileId>,
    /// The indexes of lines, by the numbers of files, each made when it is needed.
    texts: Vec<OnceLock<Text>>,
    plans: OnceLock<Option<Plans>>,
    no_references: References,
}

impl Analysis {
    pub(crate) fn new(root: Root, mut loaded: Loaded) -> Self {
        if !loaded.has_errors() {
            // The command line says it as well. Of a model with errors nothing is planned.
            let too_large = witc_canonical_abi::diagnose(&loaded.resolve);
            loaded.diagnostics.extend(too_large);
        }
        let files = loaded.resolve.sources.files();
        let texts = files.map(|_| OnceLock::new()).collect();
        let mut names = HashMap::new();
        for (id, file) in loaded.resolve.sources.files() {
            // Of the texts of one binary, the first is the package itself.
            names.entry(file.name().to_owned()).or_insert(id);
        }
        Self {
            root,
            loaded,
            files: names,
            texts,
            plans: OnceLock::new(),
            no_references: References::default(),
        }
    }

    pub(crate) fn root(&self) -> &Root {
        &self.root
    }

    pub(crate) fn model(&self) -> &Resolve {
        &self.loaded.resolve
    }

    pub(crate) fn sources(&self) -> &SourceMap {
        &self.loaded.resolve.sources
    }

    pub(crate) fn diagnostics(&self) -> &[Diagnostic] {
        &self.loaded.diagnostics
    }

    pub(crate) fn references(&self) -> &References {
        self.loaded
            .references
            .as_ref()
            .unwrap_or(&self.no_references)
    }

    /// The plans of all types; nothing while there are errors.
    pub(crate) fn plans(&self) -> Option<&Plans> {
        let plan = || (!self.loaded.has_errors()).then(|| Plans::new(self.model()));
        self.plans.get_or_init(plan).as_ref()
    }

    /// The file with this name.
    pub(crate) fn named(&self, name: &str) -> Option<FileId> {
        self.files.get(name).copied()
    }

    /// The file at a path.
    pub(crate) fn file_at(&self, path: &Path) -> Option<FileId> {
        self.named(path.to_str()?)
    }

    /// The file that a span is in.
    pub(crate) fn file_of(&self, span: Span) -> Option<FileId> {
        self.sources().locate(span).map(|(id, _)| id)
    }

    pub(crate) fn text(&self, id: FileId) -> &Text {
        let file = self.sources().file(id);
        self.texts[id.index()].get_or_init(|| Text::new(file.shared_text().clone()))
    }

    /// Whether a file is changed by whoever changes the package: it is no dependency, and has a text of its own.
    pub(crate) fn is_own(&self, id: FileId) -> bool {
        let path = Path::new(self.sources().file(id).name());
        let is_text = !self.is_binary(id);
        match &self.root {
            Root::Folder(folder) => {
                let inside = path.strip_prefix(folder);
                let is_dependency =
                    |it: &Path| it.components().any(|part| part.as_os_str() == "deps");
                is_text && inside.is_ok_and(|inside| !is_dependency(inside))
            }
            Root::File(_) | Root::Buffer(_) => is_text,
        }
    }

    /// Whether a file is the text of a package in binary form.
    pub(crate) fn is_binary(&self, id: FileId) -> bool {
        let name = self.sources().file(id).name();
        // The loader calls what a binary knows of another package "PATH, of another package".
        let path = name
            .split_once(", of another")
            .map_or(name, |(path, _)| path);
        [".wasm", ".wat"].iter().any(|it| path.ends_with(it))
    }

    /// Whether the file or folder at a path, or what is in it, has a part in this.
    pub(crate) fn depends_on(&self, path: &Path) -> bool {
        let is_it = |read: &std::path::PathBuf| path.starts_with(read) || read.starts_with(path);
        let is_root = match &self.root {
            Root::Folder(root) | Root::File(root) => path.starts_with(root),
            Root::Buffer(_) => false,
        };
        is_root || self.loaded.read.iter().any(is_it)
    }

    /// Whether the files of the folder are no package together, and the folder is none that has to hold one.
    pub(crate) fn is_mixed(&self) -> bool {
        let Root::Folder(folder) = &self.root else {
            return false;
        };
        let deps = folder.join("deps");
        let is_package = folder.ends_with("wit") || self.loaded.read.contains(&deps);
        let is_mismatch = |found: &Diagnostic| {
            let packages = [
                witc_resolve::codes::PACKAGE_MISMATCH,
                witc_resolve::codes::MISSING_PACKAGE,
            ];
            packages.contains(&found.code)
        };
        !is_package && self.diagnostics().iter().any(is_mismatch)
    }
}
