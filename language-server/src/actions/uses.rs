//! Adding and sorting `use` items.

use super::edits::{action, in_document};
use crate::names::{add_use, interface_path, scope_node, types_named};
use crate::outline::{Node, NodeKind, every};
use crate::page::Page;
use crate::view::View;
use lsp_types::{CodeAction, CodeActionKind, TextEdit};
use witc_diagnostics::{Diagnostic, Span};

/// The actions that bring a type in which is not known, from each interface that has one of the name.
pub(super) fn missing(view: View<'_>, found: &Diagnostic) -> Vec<CodeAction> {
    if found.code != witc_resolve::codes::UNKNOWN_TYPE {
        return Vec::new();
    }
    let page = view.page();
    let place = found.primary.span;
    let name = page.snippet(place).trim_start_matches('%');
    let outline = page.outline();
    let Some(scope) = scope_node(&outline, None, place.start) else {
        return Vec::new();
    };
    let bring_in = |(interface, _)| {
        let path = interface_path(view, interface)?;
        let edit = add_use(page, scope, &path, name)?;
        let title = format!("Use `{name}` of `{path}`");
        let edit = in_document(view, vec![edit])?;
        Some(action(&title, CodeActionKind::QUICKFIX, edit))
    };
    types_named(view, name)
        .into_iter()
        .filter_map(bring_in)
        .collect()
}

/// The edits that sort each row of `use` items by their paths, and the names in each.
pub(super) fn sorted(page: Page<'_>) -> Vec<TextEdit> {
    let outline = page.outline();
    let mut edits: Vec<TextEdit> = rows(page, &outline);
    every(&outline, &mut |node| {
        edits.extend(rows(page, &node.children));
    });
    edits
}

/// The edits that sort the rows among the children of a node.
fn rows(page: Page<'_>, nodes: &[Node<'_>]) -> Vec<TextEdit> {
    let is_use = |node: &Node<'_>| node.kind == NodeKind::Use || node.kind == NodeKind::TopUse;
    // A comment may be about what follows it: rows with one stay as they are.
    let is_next = |a: &Node<'_>, b: &Node<'_>| {
        let between = page.snippet(Span::new(a.span.end, b.span.start));
        is_use(a) && is_use(b) && between.trim().is_empty()
    };
    let rows = nodes.chunk_by(is_next).filter(|row| row.iter().all(is_use));
    rows.filter_map(|row| sorted_row(page, row)).collect()
}

fn sorted_row(page: Page<'_>, row: &[Node<'_>]) -> Option<TextEdit> {
    let (first, last) = (row.first()?, row.last()?);
    let whole = first.span.to(last.span);
    let path = |node: &Node<'_>| node.path().map_or("", |path| page.snippet(path));
    let mut items: Vec<(&str, String)> = row
        .iter()
        .map(|node| (path(node), with_sorted_names(page, node)))
        .collect();
    items.sort_by(|a, b| (a.0.contains(':'), a.0).cmp(&(b.0.contains(':'), b.0)));
    // What stands between two items stays between the two that are there then.
    let gaps = row
        .windows(2)
        .map(|pair| page.snippet(Span::new(pair[0].span.end, pair[1].span.start)));
    let mut text = String::new();
    for ((_, item), gap) in items.iter().zip(gaps.chain([""])) {
        text.push_str(item);
        text.push_str(gap);
    }
    (text != page.snippet(whole)).then(|| page.edit(whole, text))
}

/// A `use` item with its names in order.
fn with_sorted_names(page: Page<'_>, node: &Node<'_>) -> String {
    let text = page.snippet(node.span);
    let names = node
        .children
        .iter()
        .filter(|it| it.kind == NodeKind::UsedName);
    let spans: Vec<Span> = names.map(|it| it.span).collect();
    let (Some(first), Some(last)) = (spans.first(), spans.last()) else {
        return text.to_owned();
    };
    if page.snippet(first.to(*last)).contains('/') {
        return text.to_owned();
    }
    let mut sorted: Vec<&str> = spans.iter().map(|span| page.snippet(*span)).collect();
    sorted.sort_unstable();
    let gaps = spans
        .windows(2)
        .map(|pair| page.snippet(Span::new(pair[0].end, pair[1].start)));
    let mut list = String::new();
    for (name, gap) in sorted.iter().zip(gaps.chain([""])) {
        list.push_str(name);
        list.push_str(gap);
    }
    let before = page.snippet(Span::new(node.span.start, first.start));
    let after = page.snippet(Span::new(last.end, node.span.end));
    format!("{before}{list}{after}")
}
