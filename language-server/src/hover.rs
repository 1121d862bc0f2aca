//! What is shown of the word under the pointer: what it is, its documentation, its gates, and how it is passed.

use crate::analysis::Analysis;
use crate::facts;
use crate::outline::{Node, NodeKind};
use crate::page::Page;
use crate::report::gate_words;
use crate::view::View;
use crate::words::explanation;
use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};
use witc_diagnostics::Span;
use witc_parser::ast::File;
use witc_resolve::{Definition, Direction, Entity, WorldId};

/// More lines of a definition than this are not shown.
const MOST_LINES: usize = 40;

/// What is shown for a position.
pub(crate) fn hover(view: View<'_>, position: Position, markdown: bool) -> Option<Hover> {
    let (span, text) = match view.occurrence(position) {
        Some(occurrence) => {
            let definition = &view.references()[occurrence.definition];
            (occurrence.span, described(view, definition)?)
        }
        None => word(view.page(), position)?,
    };
    Some(Hover {
        contents: HoverContents::Markup(content(text, markdown)),
        range: Some(view.page().range(span)),
    })
}

/// Text as the client can show it.
pub(crate) fn content(text: String, markdown: bool) -> MarkupContent {
    if markdown {
        return MarkupContent {
            kind: MarkupKind::Markdown,
            value: text,
        };
    }
    let is_fence = |line: &&str| !line.starts_with("```") && *line != "---";
    let lines: Vec<&str> = text.lines().filter(is_fence).collect();
    MarkupContent {
        kind: MarkupKind::PlainText,
        value: lines.join("\n"),
    }
}

/// A keyword, a built-in type or an attribute, with its place.
fn word(page: Page<'_>, position: Position) -> Option<(Span, String)> {
    let position = page.global(position);
    let (tokens, _) = witc_parser::token_spans(page.source(), page.base, &mut Vec::new());
    let is_at = |span: &&Span| span.start <= position && position <= span.end;
    let mut at = tokens.iter().rev().filter(is_at);
    // At the end of one token and the start of another, the one that has something to say.
    let found = at.find_map(|span| Some((*span, explanation(page.snippet(*span))?)))?;
    Some((found.0, found.1.to_owned()))
}

/// What is said about a definition, in Markdown.
pub(crate) fn described(view: View<'_>, definition: &Definition) -> Option<String> {
    let analysis = view.analysis;
    // What `use` brings in is shown as it is defined.
    let used = definition
        .entity
        .and_then(|entity| original(analysis, entity));
    let (span, entity) = match used {
        Some((span, entity)) => (span, Some(entity)),
        None => (definition.span, definition.entity),
    };
    let (code, docs) = view.with_named(span, |page, tree, path| {
        let code = signature(page, path).unwrap_or_else(|| definition.name.to_string());
        (code, path.last().and_then(|node| docs(page, tree, node)))
    })?;
    let container = container(view, span);
    let mut text = format!("```wit\n{}{code}\n```", container.unwrap_or_default());
    let documentation = entity
        .and_then(|entity| model_docs(analysis, entity))
        .or(docs);
    if let Some(docs) = documentation {
        text.push_str("\n\n");
        text.push_str(&docs);
    }
    let facts = entity
        .map(|entity| facts_of(analysis, entity))
        .unwrap_or_default();
    if !facts.is_empty() {
        text.push_str("\n\n---\n\n");
        text.push_str(&facts.join("\n\n"));
    }
    Some(text)
}

/// The definition of a type that `use` gives another name to, or brings in.
fn original(analysis: &Analysis, entity: Entity) -> Option<(Span, Entity)> {
    let Entity::Type(mut id) = entity else {
        return None;
    };
    let model = analysis.model();
    model.used_from(id)?;
    while model.used_from(id).is_some() {
        id = model.types[id].kind.as_alias()?.id()?;
    }
    Some((model.types[id].span, Entity::Type(id)))
}

/// A comment that says in which package and interface something is.
fn container(view: View<'_>, span: Span) -> Option<String> {
    let id = view.analysis.file_of(span)?;
    let page = view.page_of(id);
    let tree = page.tree();
    let outline = crate::outline::outline(&tree);
    let mut path = crate::outline::named_at(&outline, span);
    path.pop()?;
    let package = tree
        .package
        .as_ref()
        .map(|package| page.snippet(package.name.span));
    let nested = path
        .iter()
        .rev()
        .find(|node| node.kind == NodeKind::NestedPackage);
    let package = nested.map(|node| node.name_text()).or(package);
    let names = path
        .iter()
        .filter(|node| node.kind != NodeKind::NestedPackage);
    let names = names
        .map(|node| node.name_text())
        .collect::<Vec<_>>()
        .join(".");
    let parts = [names.as_str(), package.unwrap_or_default()];
    let place: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    (!place.is_empty()).then(|| format!("// in {}\n", place.join(", ")))
}

/// The definition as it is written, without what is in it where that is much.
fn signature(page: Page<'_>, path: &[&Node<'_>]) -> Option<String> {
    let node = path.last()?;
    let text = page.snippet(node.span);
    // What is in these is much, and the outline shows it.
    let text = if node.kind.is_scope() || node.kind == NodeKind::NestedPackage {
        let after = (node.name_span().end - node.span.start) as usize;
        let end = text[after..].find('{').map_or(text.len(), |at| after + at);
        text[..end].trim_end()
    } else {
        text.trim_end_matches([';', ','])
    };
    Some(dedented(text, page.indent(node.span.start)))
}

/// A text without the indentation of its first line, and without lines that are too many.
fn dedented(text: &str, indent: &str) -> String {
    let lines = text
        .lines()
        .map(|line| line.strip_prefix(indent).unwrap_or(line));
    let mut lines: Vec<&str> = lines.collect();
    if lines.len() > MOST_LINES {
        lines.truncate(MOST_LINES);
        lines.push("    // …");
    }
    lines.join("\n")
}

/// The documentation of something in the model.
fn model_docs(analysis: &Analysis, entity: Entity) -> Option<String> {
    let model = analysis.model();
    let docs = match entity {
        Entity::Package(id) => &model.packages[id].docs,
        Entity::Interface(id) => &model.interfaces[id].docs,
        Entity::World(id) => &model.worlds[id].docs,
        Entity::Type(id) => model.types[id].docs(),
        Entity::Function(id) => &model.functions[id].docs,
        Entity::Param(..) | Entity::Member(..) => return None,
    };
    docs.text().map(str::to_owned)
}

/// The documentation before a node, as the text has it: for what is not in the model.
pub(crate) fn docs(page: Page<'_>, tree: &File<'_>, node: &Node<'_>) -> Option<String> {
    let comments = tree.comments_before(node.span.start).iter();
    let docs = comments.filter(|comment| comment.doc);
    let lines: Vec<&str> = docs
        .flat_map(|comment| page.snippet(comment.span).lines())
        .map(|line| {
            let line = line
                .trim()
                .trim_start_matches("///")
                .trim_start_matches("/**");
            let line = line.trim_end_matches("*/");
            let line = line.strip_prefix("* ").unwrap_or(line);
            line.strip_prefix(' ').unwrap_or(line)
        })
        .collect();
    let text = lines.join("\n").trim().to_owned();
    (!text.is_empty()).then_some(text)
}

/// What else is known: gates, sizes, core signatures, imports and exports.
fn facts_of(analysis: &Analysis, entity: Entity) -> Vec<String> {
    let mut list: Vec<String> = gate_words(analysis, entity).into_iter().collect();
    match entity {
        Entity::Type(id) => list.extend(facts::of_type(analysis, witc_resolve::Type::Id(id))),
        Entity::Member(id, index) => {
            let ty = crate::navigation::member_type(analysis, id, index);
            list.extend(ty.and_then(|ty| facts::of_type(analysis, ty)));
        }
        Entity::Param(id, index) => {
            let ty = analysis.model().functions[id]
                .params
                .get(index)
                .map(|it| it.ty);
            list.extend(ty.and_then(|ty| facts::of_type(analysis, ty)));
        }
        Entity::Function(id) => list.extend(facts::of_function(analysis, id)),
        Entity::World(id) => list.extend(contents(analysis, id)),
        Entity::Package(_) | Entity::Interface(_) => {}
    }
    list
}

/// The imports and exports of a world, with those that it has by `include` or because something needs them.
fn contents(analysis: &Analysis, world: WorldId) -> Vec<String> {
    let model = analysis.model();
    [Direction::Import, Direction::Export]
        .into_iter()
        .filter_map(|side| {
            let all = model
                .externs(world)
                .filter(|(direction, _, _)| *direction == side);
            let names: Vec<String> = all
                .map(|(_, key, _)| format!("`{}`", model.extern_name(key)))
                .collect();
            let word = if side.is_import() {
                "imports"
            } else {
                "exports"
            };
            let shown = names
                .iter()
                .take(MOST_LINES)
                .cloned()
                .collect::<Vec<_>>()
                .join(", ");
            let more = names.len().saturating_sub(MOST_LINES);
            let more = if more > 0 {
                format!(", and {more} more")
            } else {
                String::new()
            };
            (!names.is_empty()).then(|| format!("{word} {shown}{more}"))
        })
        .collect()
}
