//! A file of a package as it is asked about: the package, the file, and how the client counts and names things.

use crate::analysis::Analysis;
use crate::documents::Documents;
use crate::outline::Node;
use crate::page::Page;
use crate::text::Encoding;
use crate::uris;
use lsp_types::{Location, Position, Uri};
use std::path::Path;
use witc_diagnostics::{FileId, SourceFile, Span};
use witc_resolve::{Definition, DefinitionId, Occurrence, References, Resolve};

/// A file of a package.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) analysis: &'a Analysis,
    pub(crate) file: FileId,
    pub(crate) encoding: Encoding,
    pub(crate) documents: &'a Documents,
}

impl<'a> View<'a> {
    pub(crate) fn page(self) -> Page<'a> {
        self.page_of(self.file)
    }

    pub(crate) fn page_of(self, id: FileId) -> Page<'a> {
        Page {
            text: self.analysis.text(id),
            base: self.analysis.sources().file(id).start(),
            encoding: self.encoding,
        }
    }

    pub(crate) fn model(self) -> &'a Resolve {
        self.analysis.model()
    }

    pub(crate) fn references(self) -> &'a References {
        self.analysis.references()
    }

    pub(crate) fn source_file(self) -> &'a SourceFile {
        self.analysis.sources().file(self.file)
    }

    /// The name at a position of the protocol.
    pub(crate) fn occurrence(self, position: Position) -> Option<&'a Occurrence> {
        let byte = self.page().byte(position);
        self.references().at(self.source_file(), byte)
    }

    /// The name at a position of the protocol, and what it means.
    pub(crate) fn meaning(self, position: Position) -> Option<(DefinitionId, &'a Definition)> {
        let id = self.occurrence(position)?.definition;
        Some((id, &self.references()[id]))
    }

    /// The URI of a file, as the client writes it if it has the file open.
    pub(crate) fn uri(self, id: FileId) -> Option<Uri> {
        let name = self.analysis.sources().file(id).name();
        if self.analysis.is_binary(id) {
            return uris::of_binary(name);
        }
        let path = Path::new(name);
        match self.documents.of_path(path) {
            Some(document) => Some(document.uri.clone()),
            None if path.is_absolute() => uris::of_file(path),
            // A text that is no file is called by its URI.
            None => name.parse().ok(),
        }
    }

    /// Where a span is, for the client.
    pub(crate) fn location(self, span: Span) -> Option<Location> {
        let id = self.analysis.file_of(span)?;
        Some(Location::new(self.uri(id)?, self.page_of(id).range(span)))
    }

    /// Calls `use_it` with the page of a span, its outline, and the nodes that lead to what is called so there.
    pub(crate) fn with_named<R>(
        self,
        name: Span,
        use_it: impl FnOnce(Page<'a>, &witc_parser::ast::File<'a>, &[&Node<'a>]) -> R,
    ) -> Option<R> {
        let page = self.page_of(self.analysis.file_of(name)?);
        let tree = page.tree();
        let outline = crate::outline::outline(&tree);
        let path = crate::outline::named_at(&outline, name);
        Some(use_it(page, &tree, &path))
    }
}
