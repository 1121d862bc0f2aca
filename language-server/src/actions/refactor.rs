//! Changes that keep the meaning: inline and extract types, move interfaces, upgrade a dialect.

use super::edits::{action, in_document, in_order};
use crate::back::Back;
use crate::outline::{Node, NodeKind, around, every};
use crate::page::Page;
use crate::uris;
use crate::view::View;
use lsp_types::{
    CodeAction, CodeActionKind, CreateFile, DocumentChangeOperation, OneOf,
    OptionalVersionedTextDocumentIdentifier, ResourceOp, TextDocumentEdit, TextEdit, Uri,
};
use std::path::Path;
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::File;
use witc_parser::dialect::{self, Names};

/// The refactorings for a place.
pub(super) fn all(back: &Back, view: View<'_>, span: Span) -> Vec<CodeAction> {
    let page = view.page();
    let tree = page.tree();
    let outline = crate::outline::outline(&tree);
    let path = around(&outline, span.start);
    let mut list = Vec::new();
    list.extend(upgraded(view));
    list.extend(inlined(view, &path, &tree));
    list.extend(extracted(view, &path, span, &tree));
    if back.client.creates_files {
        list.extend(moved(view, &path, span, &outline, &tree));
    }
    list
}

/// Rewrites an older dialect of WIT.
fn upgraded(view: View<'_>) -> Option<CodeAction> {
    let page = view.page();
    let file = Path::new(view.source_file().name());
    let names = Names {
        interface: file.file_stem().and_then(|stem| stem.to_str()),
        package: None,
    };
    let upgrade = dialect::upgrade(page.source(), page.base, &names);
    if upgrade.edits.is_empty() || upgrade.diagnostics.iter().any(Diagnostic::is_error) {
        return None;
    }
    let text = witc_parser::fmt::format(&upgrade.text, 0, &mut Vec::new())?;
    let edit = super::fixes::replaced(page, &text);
    let edit = in_document(view, vec![edit])?;
    Some(action(
        "Rewrite as today's WIT",
        CodeActionKind::REFACTOR_REWRITE,
        edit,
    ))
}

/// The start of an item, with the comments that document it.
fn documented(tree: &File<'_>, node: &Node<'_>) -> Span {
    let comments = tree.comments_before(node.span.start).iter();
    let docs = comments
        .filter(|comment| comment.doc)
        .map(|comment| comment.span);
    docs.chain([node.span])
        .next()
        .unwrap_or(node.span)
        .to(node.span)
}

/// A span with the rest of its last line and the space before it, if nothing else is there: what goes with an item.
fn with_line(page: Page<'_>, span: Span) -> Span {
    let bytes = page.bytes(span);
    let source = page.source();
    let start = page.text.line_start(bytes.start);
    let rest = &source[bytes.end..];
    let end = rest.find('\n').map_or(rest.len(), |at| at + 1);
    let is_alone = source[start..bytes.start].trim().is_empty() && rest[..end].trim().is_empty();
    if is_alone {
        Span::new(page.base + start as u32, span.end + end as u32)
    } else {
        span
    }
}

/// Replaces the name of an alias by what it stands for, everywhere.
fn inlined(view: View<'_>, path: &[&Node<'_>], tree: &File<'_>) -> Option<CodeAction> {
    let page = view.page();
    let alias = path.last().filter(|node| node.kind == NodeKind::Alias)?;
    let scope = path.iter().rev().nth(1)?;
    let target = page.snippet(alias.children.first()?.span);
    let name = alias.name_span();
    let references = view.references();
    let byte = page.bytes(name).end;
    let id = references.at(view.source_file(), byte)?.definition;
    let mut edits = Vec::new();
    for occurrence in references.occurrences_of(id) {
        if occurrence.span.end == name.end {
            continue;
        }
        // Another interface brings the name in, or another file: there it has to stay.
        let is_here =
            scope.span.start <= occurrence.span.start && occurrence.span.end <= scope.span.end;
        let nodes = around(&scope.children, occurrence.span.start);
        let ty = nodes
            .last()
            .filter(|node| node.kind == NodeKind::Type && is_here)?;
        edits.push(page.edit(ty.span, target));
    }
    edits.push(page.edit(with_line(page, documented(tree, alias)), ""));
    let title = format!("Replace `{}` by `{target}`", alias.name_text());
    Some(action(
        &title,
        CodeActionKind::REFACTOR_INLINE,
        in_document(view, edits)?,
    ))
}

/// Gives a type that is written in place a name.
fn extracted(
    view: View<'_>,
    path: &[&Node<'_>],
    span: Span,
    tree: &File<'_>,
) -> Option<CodeAction> {
    let page = view.page();
    let covers = |node: &&&Node<'_>| node.span.start <= span.start && span.end <= node.span.end;
    // The outermost type with parts that the selection is in, or that it is.
    let types = path.iter().filter(|node| node.kind == NodeKind::Type);
    let ty = types
        .filter(covers)
        .find(|node| !node.children.is_empty())?;
    let scope_at = path.iter().rposition(|node| {
        let is_inline = node.kind == NodeKind::Import || node.kind == NodeKind::Export;
        node.kind.is_scope()
            || is_inline
                && node
                    .children
                    .iter()
                    .any(|it| it.kind.defines_type() || it.kind == NodeKind::Function)
    })?;
    let (scope, item) = (path[scope_at], path.get(scope_at + 1)?);
    // An alias has nothing else in it, so that there is no point.
    if item.kind == NodeKind::Alias && item.children.first().map(|it| it.span) == Some(ty.span) {
        return None;
    }
    let name = free_name(scope);
    let start = documented(tree, item).at_start();
    let indent = page.indent(start.start);
    let text = page.snippet(ty.span);
    let edits = vec![
        page.edit(start, format!("type {name} = {text};\n{indent}")),
        page.edit(ty.span, name.as_str()),
    ];
    let title = format!("Give `{}` a name", first_line(text));
    Some(action(
        &title,
        CodeActionKind::REFACTOR_EXTRACT,
        in_document(view, edits)?,
    ))
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// A name that nothing in a scope has.
fn free_name(scope: &Node<'_>) -> String {
    let mut taken = Vec::new();
    every(&scope.children, &mut |node| taken.push(node.name_text()));
    let numbered = (2..).map(|number| format!("new-type{number}"));
    let mut names = std::iter::once("new-type".to_owned()).chain(numbered);
    let is_free = |name: &String| !taken.contains(&name.as_str());
    names.find(is_free).unwrap_or_default()
}

/// Moves an interface into a file of its own, beside this one.
fn moved(
    view: View<'_>,
    path: &[&Node<'_>],
    span: Span,
    outline: &[Node<'_>],
    tree: &File<'_>,
) -> Option<CodeAction> {
    let page = view.page();
    let interface = path
        .first()
        .filter(|node| node.kind == NodeKind::Interface)?;
    // Only on its first line: within it, the action would be in the way.
    let head = Span::new(interface.span.start, interface.name_span().end);
    let is_at_head = head.start <= span.start && span.end <= head.end;
    let others = outline
        .iter()
        .filter(|node| node.kind != NodeKind::Package && node.kind != NodeKind::TopUse);
    if !is_at_head || others.count() < 2 {
        return None;
    }
    let file = Path::new(view.source_file().name());
    // A file that is a package by itself would lose what the new one has.
    let crate::roots::Root::Folder(folder) = view.analysis.root() else {
        return None;
    };
    let new = file
        .parent()
        .filter(|parent| *parent == folder)?
        .join(format!("{}.wit", interface.name_text()));
    if view.analysis.file_at(&new).is_some() {
        return None;
    }
    let moved = documented(tree, interface);
    let text = new_file(page, outline, moved);
    let edits = vec![page.edit(with_line(page, moved), "")];
    let uri = uris::of_file(&new)?;
    let operations = vec![
        DocumentChangeOperation::Op(ResourceOp::Create(CreateFile {
            uri: uri.clone(),
            options: None,
            annotation_id: None,
        })),
        change(uri, vec![TextEdit::new(lsp_types::Range::default(), text)]),
        change(view.uri(view.file)?, edits),
    ];
    let title = format!("Move `{}` into its own file", interface.name_text());
    Some(action(
        &title,
        CodeActionKind::REFACTOR,
        in_order(operations),
    ))
}

/// The text of a file with an interface, and with the names that the old file gives others: they are known in it alone.
fn new_file(page: Page<'_>, outline: &[Node<'_>], interface: Span) -> String {
    let mut text = String::new();
    for item in outline.iter().filter(|node| node.kind == NodeKind::TopUse) {
        text.push_str(page.snippet(item.span));
        text.push('\n');
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(page.snippet(interface));
    text.push('\n');
    text
}

fn change(uri: Uri, edits: Vec<TextEdit>) -> DocumentChangeOperation {
    DocumentChangeOperation::Edit(TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier { uri, version: None },
        edits: edits.into_iter().map(OneOf::Left).collect(),
    })
}
