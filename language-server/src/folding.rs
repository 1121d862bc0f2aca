//! What can be folded: items with braces, comments of several lines, and rows of `use`.

use crate::outline::{Node, NodeKind, every};
use crate::page::Page;
use lsp_types::{FoldingRange, FoldingRangeKind};
use witc_diagnostics::Span;

/// The ranges of a document that can be folded.
pub(crate) fn ranges(page: Page<'_>, whole_lines: bool) -> Vec<FoldingRange> {
    let tree = page.tree();
    let outline = crate::outline::outline(&tree);
    let mut ranges = Vec::new();
    every(&outline, &mut |node| {
        ranges.extend(braces(page, node, whole_lines));
        ranges.extend(rows(page, &node.children));
    });
    ranges.extend(rows(page, &outline));
    let comments: Vec<Span> = tree.comments.iter().map(|comment| comment.span).collect();
    ranges.extend(comment_blocks(page, &comments));
    ranges.sort_by_key(|range| (range.start_line, range.end_line));
    ranges
}

/// What stands between the braces or brackets of an item, if that is more than a line.
fn braces(page: Page<'_>, node: &Node<'_>, whole_lines: bool) -> Option<FoldingRange> {
    let has_body = node.kind.is_scope() || node.kind.defines_type() || has_list(node.kind);
    let after_name = Span::new(node.name_span().start, node.span.end);
    let opens = page
        .snippet(after_name)
        .find(['{', '('])
        .filter(|_| has_body)?;
    let start = page.bytes(after_name).start + opens + 1;
    let end = page.bytes(node.span).end;
    let range = page.text.range(start..end, page.encoding);
    // The last line stays in sight where only whole lines can be folded: it has the closing brace.
    let end_line = range.end.line.saturating_sub(u32::from(whole_lines));
    (range.start.line < end_line).then(|| FoldingRange {
        start_line: range.start.line,
        start_character: Some(range.start.character),
        end_line,
        end_character: (!whole_lines).then(|| range.end.character.saturating_sub(1)),
        ..FoldingRange::default()
    })
}

/// Whether a node that defines no type may have a list of several lines.
fn has_list(kind: NodeKind) -> bool {
    use NodeKind::{Constructor, Export, Function, Import, Method, NestedPackage, Static};
    [
        NestedPackage,
        Import,
        Export,
        Function,
        Method,
        Static,
        Constructor,
    ]
    .contains(&kind)
}

/// Rows of `use` items.
fn rows(page: Page<'_>, nodes: &[Node<'_>]) -> Vec<FoldingRange> {
    let is_use = |node: &Node<'_>| node.kind == NodeKind::Use || node.kind == NodeKind::TopUse;
    let rows = nodes.chunk_by(|a, b| is_use(a) && is_use(b));
    let row = |row: &[Node<'_>]| {
        let [first, .., last] = row else { return None };
        let whole = page.range(first.span.to(last.span));
        fold(whole, FoldingRangeKind::Imports)
    };
    rows.filter_map(row).collect()
}

/// Comments of several lines, and comments in lines that follow each other.
fn comment_blocks(page: Page<'_>, comments: &[Span]) -> Vec<FoldingRange> {
    let line = |position: Span| page.range(position).start.line;
    let is_next = |a: &Span, b: &Span| {
        let between = page.snippet(Span::new(a.end, b.start));
        line(a.at_end()) + 1 == line(*b) && between.trim().is_empty()
    };
    let blocks = comments.chunk_by(is_next);
    let block = |block: &[Span]| {
        let (first, last) = (block.first()?, block.last()?);
        fold(page.range(first.to(*last)), FoldingRangeKind::Comment)
    };
    blocks.filter_map(block).collect()
}

fn fold(range: lsp_types::Range, kind: FoldingRangeKind) -> Option<FoldingRange> {
    (range.start.line < range.end.line).then(|| FoldingRange {
        start_line: range.start.line,
        end_line: range.end.line,
        kind: Some(kind),
        ..FoldingRange::default()
    })
}
