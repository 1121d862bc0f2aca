//! The symbols of a document: what an editor shows as its outline.

use crate::outline::{Node, NodeKind};
use crate::page::Page;
use lsp_types::{
    DocumentSymbol, DocumentSymbolResponse, Location, SymbolInformation, SymbolKind, SymbolTag, Uri,
};

/// The symbols of a document: a tree, or a list for clients that know no trees.
pub(crate) fn symbols(page: Page<'_>, uri: &Uri, as_tree: bool) -> DocumentSymbolResponse {
    let outline = page.outline();
    if as_tree {
        DocumentSymbolResponse::Nested(tree(page, &outline))
    } else {
        let mut list = Vec::new();
        flat(page, &outline, None, &mut |name, kind, range, container| {
            list.push(information(
                name,
                kind,
                Location::new(uri.clone(), range),
                container,
            ));
        });
        DocumentSymbolResponse::Flat(list)
    }
}

/// What is called for each symbol of a list: its name, kind, range, and the name of what it is in.
pub(crate) type Visit<'v> = dyn FnMut(&str, SymbolKind, lsp_types::Range, Option<&str>) + 'v;

/// Visits all symbols of an outline, in order.
pub(crate) fn flat(
    page: Page<'_>,
    nodes: &[Node<'_>],
    container: Option<&str>,
    visit: &mut Visit<'_>,
) {
    for node in nodes {
        let Some(kind) = kind(node) else { continue };
        let name = name(page, node);
        visit(name, kind, page.range(node.name_span()), container);
        flat(page, &node.children, Some(name), visit);
    }
}

/// A symbol of a list.
#[expect(
    deprecated,
    reason = "the protocol has a field that tags have replaced, and Rust wants it named"
)]
pub(crate) fn information(
    name: &str,
    kind: SymbolKind,
    location: Location,
    container: Option<&str>,
) -> SymbolInformation {
    SymbolInformation {
        name: name.to_owned(),
        kind,
        tags: None,
        deprecated: None,
        location,
        container_name: container.map(str::to_owned),
    }
}

#[expect(
    deprecated,
    reason = "the protocol has a field that tags have replaced, and Rust wants it named"
)]
fn tree(page: Page<'_>, nodes: &[Node<'_>]) -> Vec<DocumentSymbol> {
    let symbol = |node: &Node<'_>| {
        let kind = kind(node)?;
        let children = tree(page, &node.children);
        Some(DocumentSymbol {
            name: name(page, node).to_owned(),
            detail: Some(detail(node).to_owned()),
            kind,
            tags: is_deprecated(page, node).then(|| vec![SymbolTag::DEPRECATED]),
            deprecated: None,
            range: page.range(node.span),
            selection_range: page.range(selection(node)),
            children: (!children.is_empty()).then_some(children),
        })
    };
    nodes.iter().filter_map(symbol).collect()
}

/// The part of a node that is selected when the user jumps to it. It has to be within the node.
fn selection(node: &Node<'_>) -> witc_diagnostics::Span {
    node.name
        .map(|name| name.span)
        .or_else(|| node.path())
        .unwrap_or(node.span)
}

/// The name that the user sees: that of the item, or the path that it has instead.
fn name<'a>(page: Page<'a>, node: &Node<'a>) -> &'a str {
    match (node.kind, node.name) {
        (NodeKind::Package, _) => {
            let text = page.snippet(node.span).trim_end_matches(';');
            text.trim_start_matches("package").trim()
        }
        (_, Some(name)) => name.name,
        (_, None) => node.path().map_or("?", |path| page.snippet(path)),
    }
}

/// Whether an attribute says that the item is deprecated.
pub(crate) fn is_deprecated(page: Page<'_>, node: &Node<'_>) -> bool {
    let head = node.span.start..node.name_span().start;
    let head = witc_diagnostics::Span::new(head.start, head.end.max(head.start));
    page.snippet(head).contains("@deprecated")
}

/// The kind of a symbol; nothing for what is none.
fn kind(node: &Node<'_>) -> Option<SymbolKind> {
    Some(match node.kind {
        NodeKind::Package | NodeKind::NestedPackage => SymbolKind::PACKAGE,
        NodeKind::Interface => SymbolKind::INTERFACE,
        NodeKind::World => SymbolKind::MODULE,
        NodeKind::Import | NodeKind::Export => external(node),
        NodeKind::Alias => SymbolKind::TYPE_PARAMETER,
        NodeKind::Record => SymbolKind::STRUCT,
        NodeKind::Variant | NodeKind::Enum | NodeKind::Flags => SymbolKind::ENUM,
        NodeKind::Resource => SymbolKind::CLASS,
        NodeKind::Field => SymbolKind::FIELD,
        NodeKind::Case | NodeKind::EnumCase | NodeKind::Flag => SymbolKind::ENUM_MEMBER,
        NodeKind::Function | NodeKind::Static => SymbolKind::FUNCTION,
        NodeKind::Method => SymbolKind::METHOD,
        NodeKind::Constructor => SymbolKind::CONSTRUCTOR,
        NodeKind::Accessor => SymbolKind::PROPERTY,
        NodeKind::TopUse | NodeKind::Use | NodeKind::UsedName | NodeKind::Include => return None,
        NodeKind::Param | NodeKind::Type | NodeKind::Path | NodeKind::Broken => return None,
    })
}

/// The kind of an import or export.
fn external(node: &Node<'_>) -> SymbolKind {
    let is_function = node
        .children
        .iter()
        .all(|child| child.kind == NodeKind::Param || child.kind == NodeKind::Type);
    match node.path() {
        Some(_) => SymbolKind::INTERFACE,
        None if is_function => SymbolKind::FUNCTION,
        None => SymbolKind::INTERFACE,
    }
}

/// A word for the kind of a node.
pub(crate) fn detail(node: &Node<'_>) -> &'static str {
    match node.kind {
        NodeKind::Package | NodeKind::NestedPackage => "package",
        NodeKind::Interface => "interface",
        NodeKind::World => "world",
        NodeKind::TopUse | NodeKind::Use | NodeKind::UsedName => "use",
        NodeKind::Include => "include",
        NodeKind::Import => "import",
        NodeKind::Export => "export",
        NodeKind::Alias => "type",
        NodeKind::Record => "record",
        NodeKind::Variant => "variant",
        NodeKind::Enum => "enum",
        NodeKind::Flags => "flags",
        NodeKind::Resource => "resource",
        NodeKind::Field => "field",
        NodeKind::Case | NodeKind::EnumCase => "case",
        NodeKind::Flag => "flag",
        NodeKind::Function => "function",
        NodeKind::Method => "method",
        NodeKind::Static => "static function",
        NodeKind::Constructor => "constructor",
        NodeKind::Accessor => "property",
        NodeKind::Param => "parameter",
        NodeKind::Type => "type",
        NodeKind::Path => "path",
        NodeKind::Broken => "",
    }
}
