//! The items of a completion, as the protocol has them.

use super::place::Spot;
use crate::hover::content;
use crate::page::Page;
use crate::words::explanation;
use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionTextEdit, Documentation,
    InsertTextFormat, Range, TextEdit,
};
use std::collections::BTreeSet;
use witc_parser::escaped;

/// The order of the groups of items.
#[derive(Clone, Copy, Debug)]
pub(super) enum Rank {
    InScope,
    Keyword,
    Imported,
}

/// A list of items that grows.
pub(super) struct Items<'a> {
    word: Range,
    path: Range,
    /// What is written of the word already, without `%`.
    written: &'a str,
    snippets: bool,
    markdown: bool,
    items: Vec<CompletionItem>,
    labels: BTreeSet<(String, String)>,
    pub(super) is_incomplete: bool,
}

impl<'a> Items<'a> {
    pub(super) fn new(page: Page<'a>, spot: &Spot, snippets: bool, markdown: bool) -> Self {
        let range = |bytes: &std::ops::Range<usize>| page.text.range(bytes.clone(), page.encoding);
        Self {
            word: range(&spot.word),
            path: range(&spot.path),
            written: page.source()[spot.word.clone()].trim_start_matches('%'),
            snippets,
            markdown,
            items: Vec::new(),
            labels: BTreeSet::new(),
            is_incomplete: false,
        }
    }

    /// Whether a name may be what is being written: it has the letters so far, in this order.
    pub(super) fn is_wanted(&self, name: &str) -> bool {
        let mut letters = name.chars().map(|c| c.to_ascii_lowercase());
        let mut written = self.written.chars().map(|c| c.to_ascii_lowercase());
        written.all(|c| letters.any(|letter| letter == c))
    }

    fn add(&mut self, rank: Rank, item: CompletionItem) {
        let detail = item.detail.clone().unwrap_or_default();
        if !self.labels.insert((item.label.clone(), detail)) {
            return;
        }
        let rank = match rank {
            Rank::InScope => '0',
            Rank::Keyword => '1',
            Rank::Imported => '2',
        };
        self.items.push(CompletionItem {
            sort_text: Some(format!("{rank}{}", item.label)),
            ..item
        });
    }

    fn documentation(&self, docs: Option<&str>) -> Option<Documentation> {
        let docs = content(docs?.to_owned(), self.markdown);
        // Text without a format is what every client can show.
        Some(if self.markdown {
            Documentation::MarkupContent(docs)
        } else {
            Documentation::String(docs.value)
        })
    }

    fn edit(range: Range, text: impl Into<String>) -> Option<CompletionTextEdit> {
        Some(CompletionTextEdit::Edit(TextEdit::new(range, text.into())))
    }

    /// Adds words of the language.
    pub(super) fn keywords(&mut self, words: &[&str]) {
        for word in words {
            let item = CompletionItem {
                label: (*word).to_owned(),
                kind: Some(CompletionItemKind::KEYWORD),
                text_edit: Self::edit(self.word, *word),
                documentation: self.documentation(explanation(word)),
                ..CompletionItem::default()
            };
            self.add(Rank::Keyword, item);
        }
    }

    /// Adds built-in types; those that end with `<` take parameters.
    pub(super) fn built_in_types(&mut self, types: &[&str]) {
        for ty in types {
            let word = ty.trim_end_matches('<');
            let text = match (ty.ends_with('<'), self.snippets) {
                (true, true) => format!("{word}<$1>"),
                (_, _) => word.to_owned(),
            };
            let is_snippet = text != word;
            let item = CompletionItem {
                label: word.to_owned(),
                kind: Some(CompletionItemKind::KEYWORD),
                text_edit: Self::edit(self.word, text),
                insert_text_format: is_snippet.then_some(InsertTextFormat::SNIPPET),
                documentation: self.documentation(explanation(word)),
                ..CompletionItem::default()
            };
            self.add(Rank::Keyword, item);
        }
    }

    /// Adds a name.
    pub(super) fn name(
        &mut self,
        rank: Rank,
        name: &str,
        kind: CompletionItemKind,
        detail: &str,
        docs: Option<&str>,
    ) {
        let item = CompletionItem {
            label: name.to_owned(),
            kind: Some(kind),
            detail: Some(detail.to_owned()),
            // Whoever writes `%` finds the names that need it.
            filter_text: Some(escaped(name).into_owned()),
            text_edit: Self::edit(self.word, escaped(name)),
            documentation: self.documentation(docs),
            ..CompletionItem::default()
        };
        self.add(rank, item);
    }

    /// Adds a type with the edit that brings it in.
    pub(super) fn imported(
        &mut self,
        name: &str,
        path: &str,
        kind: CompletionItemKind,
        edit: Option<TextEdit>,
        docs: Option<&str>,
    ) {
        let item = CompletionItem {
            label: name.to_owned(),
            kind: Some(kind),
            detail: Some(format!("use {path}")),
            filter_text: Some(escaped(name).into_owned()),
            text_edit: Self::edit(self.word, escaped(name)),
            additional_text_edits: edit.map(|edit| vec![edit]),
            documentation: self.documentation(docs),
            ..CompletionItem::default()
        };
        self.add(Rank::Imported, item);
    }

    /// Adds a path, in place of all that is written of one.
    pub(super) fn path(&mut self, path: &str, kind: CompletionItemKind, docs: Option<&str>) {
        let item = CompletionItem {
            label: path.to_owned(),
            kind: Some(kind),
            filter_text: Some(path.to_owned()),
            text_edit: Self::edit(self.path, path),
            documentation: self.documentation(docs),
            ..CompletionItem::default()
        };
        self.add(Rank::InScope, item);
    }

    /// Adds a version, in place of all that is written of one.
    pub(super) fn version(&mut self, version: &str) {
        let item = CompletionItem {
            label: version.to_owned(),
            kind: Some(CompletionItemKind::CONSTANT),
            filter_text: Some(version.to_owned()),
            text_edit: Self::edit(self.path, version),
            ..CompletionItem::default()
        };
        self.add(Rank::InScope, item);
    }

    pub(super) fn list(self) -> CompletionList {
        CompletionList {
            is_incomplete: self.is_incomplete,
            items: self.items,
        }
    }
}
