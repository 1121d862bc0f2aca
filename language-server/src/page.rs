//! A text with the place that it has among the texts of a run: what turns spans into ranges of the protocol, and back.

use crate::outline::{Node, outline};
use crate::text::{Encoding, Text};
use lsp_types::{Position, Range, TextEdit};
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::File;

/// A text, and how its positions are counted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Page<'a> {
    pub(crate) text: &'a Text,
    /// The global position of its first byte.
    pub(crate) base: u32,
    pub(crate) encoding: Encoding,
}

impl<'a> Page<'a> {
    /// The text as it is.
    pub(crate) fn source(self) -> &'a str {
        self.text.as_str()
    }

    /// The syntax tree.
    pub(crate) fn tree(self) -> File<'a> {
        self.checked_tree(&mut Vec::new())
    }

    /// The syntax tree, and what is wrong with it.
    pub(crate) fn checked_tree(self, diagnostics: &mut Vec<Diagnostic>) -> File<'a> {
        witc_parser::parse(self.source(), self.base, diagnostics)
    }

    /// The outline of the syntax tree.
    pub(crate) fn outline(self) -> Vec<Node<'a>> {
        outline(&self.tree())
    }

    /// The bytes of a span of this text.
    pub(crate) fn bytes(self, span: Span) -> std::ops::Range<usize> {
        let length = self.source().len();
        let at = |position: u32| (position.saturating_sub(self.base) as usize).min(length);
        at(span.start)..at(span.end.max(span.start))
    }

    /// The text of a span of this text.
    pub(crate) fn snippet(self, span: Span) -> &'a str {
        self.source().get(self.bytes(span)).unwrap_or_default()
    }

    pub(crate) fn range(self, span: Span) -> Range {
        self.text.range(self.bytes(span), self.encoding)
    }

    /// The byte at a position of the protocol.
    pub(crate) fn byte(self, position: Position) -> usize {
        self.text.byte(position, self.encoding)
    }

    /// The global position of a position of the protocol.
    pub(crate) fn global(self, position: Position) -> u32 {
        self.base + self.byte(position) as u32
    }

    /// The span of a range of the protocol.
    pub(crate) fn span(self, range: Range) -> Span {
        let bytes = self.text.bytes(range, self.encoding);
        Span::new(self.base + bytes.start as u32, self.base + bytes.end as u32)
    }

    pub(crate) fn edit(self, span: Span, text: impl Into<String>) -> TextEdit {
        TextEdit::new(self.range(span), text.into())
    }

    /// The spaces and tabs that the line of a position starts with.
    pub(crate) fn indent(self, position: u32) -> &'a str {
        let byte = self.bytes(Span::new(position, position)).start;
        let line = &self.source()[self.text.line_start(byte)..];
        &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
    }
}
