//! What a selection grows to: from the word at the cursor to the whole file.

use crate::outline::{Node, around};
use crate::page::Page;
use lsp_types::{Position, SelectionRange};
use witc_diagnostics::Span;

/// The ranges around each position, the innermost first.
pub(crate) fn ranges(page: Page<'_>, positions: &[Position]) -> Vec<SelectionRange> {
    let tree = page.tree();
    let outline = crate::outline::outline(&tree);
    let (tokens, comments) = witc_parser::token_spans(page.source(), page.base, &mut Vec::new());
    let range = |position: &Position| {
        let position = page.global(*position);
        let mut spans = vec![page_span(page)];
        for node in around(&outline, position) {
            spans.extend(parts(page, node, position, &tree));
        }
        let is_at = |span: &&Span| span.start <= position && position <= span.end;
        // Of two tokens that touch at the position, the second.
        let token = tokens.iter().rev().find(is_at);
        spans.extend(token.or_else(|| comments.iter().find(is_at)));
        nested(page, &spans, position)
    };
    positions.iter().map(range).collect()
}

fn page_span(page: Page<'_>) -> Span {
    Span::new(page.base, page.base + page.source().len() as u32)
}

/// A node with its documentation, without it, and what is in its braces.
fn parts(
    page: Page<'_>,
    node: &Node<'_>,
    position: u32,
    tree: &witc_parser::ast::File<'_>,
) -> Vec<Span> {
    let comments = tree.comments_before(node.span.start);
    let documented = comments.first().map(|first| first.span.to(node.span));
    let after_name = Span::new(node.name_span().end, node.span.end);
    let text = page.snippet(after_name);
    let body = text.find('{').zip(text.rfind('}')).map(|(open, close)| {
        let start = after_name.start;
        Span::new(start + open as u32 + 1, start + close as u32)
    });
    let body = body.filter(|body| body.start <= position && position <= body.end);
    documented
        .into_iter()
        .chain([node.span])
        .chain(body)
        .collect()
}

/// Ranges within each other: those of the spans that are within the one before.
fn nested(page: Page<'_>, spans: &[Span], position: u32) -> SelectionRange {
    let whole = SelectionRange {
        range: page.range(page_span(page)),
        parent: None,
    };
    let (mut last, mut result) = (page_span(page), whole);
    for &span in spans {
        let is_within = last.start <= span.start && span.end <= last.end;
        let has_position = span.start <= position && position <= span.end;
        if is_within && has_position && span != last {
            last = span;
            result = SelectionRange {
                range: page.range(span),
                parent: Some(Box::new(result)),
            };
        }
    }
    result
}
