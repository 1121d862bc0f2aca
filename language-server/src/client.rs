//! What the client says about itself when it connects: how it counts, what it can show, and what its user wants.

use crate::text::Encoding;
use lsp_types::{ClientCapabilities, InitializeParams, MarkupKind, PositionEncodingKind};
use serde::Deserialize;
use serde_json::Value;
use std::path::PathBuf;

/// The abilities of a client, as far as answers depend on them.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Client {
    pub(crate) encoding: Encoding,
    /// Whether symbols may be a tree.
    pub(crate) symbol_trees: bool,
    /// Whether only whole lines can be folded.
    pub(crate) folds_lines: bool,
    /// Whether what is shown of the word under the pointer may be Markdown.
    pub(crate) markdown: bool,
    /// Whether the documentation of completions may be Markdown.
    pub(crate) markdown_items: bool,
    /// Whether links may have tooltips.
    pub(crate) link_tooltips: bool,
    /// Whether completions may have places that the user jumps through.
    pub(crate) snippets: bool,
    /// Whether edits may make files.
    pub(crate) creates_files: bool,
    /// Whether the client tells of changed files if it is asked to.
    pub(crate) watches_files: bool,
    /// Whether the client lets the server rename a given range.
    pub(crate) prepares_rename: bool,
}

impl Client {
    pub(crate) fn new(capabilities: &ClientCapabilities) -> Self {
        let document = capabilities.text_document.clone().unwrap_or_default();
        let workspace = capabilities.workspace.clone().unwrap_or_default();
        let encodings = capabilities
            .general
            .as_ref()
            .and_then(|it| it.position_encodings.as_deref());
        let symbols = document.document_symbol.unwrap_or_default();
        let formats = document
            .hover
            .and_then(|it| it.content_format)
            .unwrap_or_default();
        let item = document
            .completion
            .and_then(|it| it.completion_item)
            .unwrap_or_default();
        let item_formats = item.documentation_format.unwrap_or_default();
        let links = document.document_link;
        let edits = workspace.workspace_edit.unwrap_or_default();
        let operations = edits.resource_operations.unwrap_or_default();
        let creates = operations.contains(&lsp_types::ResourceOperationKind::Create);
        let watched = workspace.did_change_watched_files.unwrap_or_default();
        Self {
            encoding: encoding(encodings.unwrap_or_default()),
            symbol_trees: symbols.hierarchical_document_symbol_support == Some(true),
            folds_lines: document.folding_range.and_then(|it| it.line_folding_only) == Some(true),
            markdown: formats.contains(&MarkupKind::Markdown),
            markdown_items: item_formats.contains(&MarkupKind::Markdown),
            link_tooltips: links.and_then(|it| it.tooltip_support) == Some(true),
            snippets: item.snippet_support == Some(true),
            creates_files: creates && edits.document_changes == Some(true),
            watches_files: watched.dynamic_registration == Some(true),
            prepares_rename: document.rename.and_then(|it| it.prepare_support) == Some(true),
        }
    }
}

/// The first encoding that the client knows and the server too; UTF-16 if it names none.
fn encoding(known: &[PositionEncodingKind]) -> Encoding {
    let encodings = known.iter().filter_map(|kind| match kind.as_str() {
        "utf-8" => Some(Encoding::Utf8),
        "utf-16" => Some(Encoding::Utf16),
        "utf-32" => Some(Encoding::Utf32),
        _ => None,
    });
    encodings.into_iter().next().unwrap_or_default()
}

/// What the user can choose: the options of `initialize`, and the settings under `witc` that a client sends later.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Settings {
    /// The features that are active, as in `witc check --features`.
    pub(crate) features: Vec<String>,
    /// Whether every feature is active.
    pub(crate) all_features: bool,
    /// Whether the client asks for diagnostics, so that they are not sent for open documents.
    pub(crate) pull_diagnostics: bool,
    /// Whether interfaces tell which worlds use them.
    pub(crate) code_lenses: bool,
    /// Whether hints tell what `include` and `use` bring in, and how large types are.
    pub(crate) inlay_hints: bool,
}

impl Settings {
    /// Reads settings; those that can't be read are the default. A client may send them below `witc` or alone.
    pub(crate) fn read(value: &Value) -> Self {
        let value = value.get("witc").unwrap_or(value);
        serde_json::from_value(value.clone()).unwrap_or_default()
    }
}

/// The folders that the client has open.
#[expect(
    deprecated,
    reason = "clients that know no workspace folders name one root"
)]
pub(crate) fn folders(params: &InitializeParams) -> Vec<PathBuf> {
    let folders = params.workspace_folders.iter().flatten();
    let mut uris: Vec<_> = folders.map(|folder| &folder.uri).collect();
    if uris.is_empty() {
        uris.extend(&params.root_uri);
    }
    uris.into_iter().filter_map(crate::uris::file).collect()
}
