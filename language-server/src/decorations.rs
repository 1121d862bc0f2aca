//! What editors draw between and over the words: links, lenses and hints.

use crate::client::Settings;
use crate::facts;
use crate::navigation::worlds;
use crate::outline::{Node, NodeKind, every};
use crate::report::interface_of;
use crate::view::View;
use lsp_types::{
    CodeLens, Command, DocumentLink, InlayHint, InlayHintKind, InlayHintLabel, Location, Uri,
};
use serde_json::json;
use std::collections::BTreeMap;
use witc_diagnostics::Span;
use witc_resolve::{Definition, Entity, Type};

/// The links of a document: paths with a package in them lead to what they name.
pub(crate) fn links(view: View<'_>, with_tooltips: bool) -> Vec<DocumentLink> {
    let page = view.page();
    let mut links = Vec::new();
    every(&page.outline(), &mut |node| {
        if node.kind != NodeKind::Path || !page.snippet(node.span).contains(':') {
            return;
        }
        if let Some(target) = target(view, node.span).and_then(|location| with_line(&location)) {
            links.push(DocumentLink {
                range: page.range(node.span),
                target: Some(target),
                tooltip: with_tooltips.then(|| "go to its definition".to_owned()),
                data: None,
            });
        }
    });
    links
}

/// Where what a path names is defined: what its last name means.
fn target(view: View<'_>, path: Span) -> Option<Location> {
    let definition = named_by(view, path)?;
    view.location(definition.span)
}

/// What the last name of a path means.
fn named_by<'a>(view: View<'a>, path: Span) -> Option<&'a Definition> {
    let references = view.references();
    let names = references.in_file(view.source_file()).iter();
    let mut within =
        names.filter(|name| path.start <= name.span.start && name.span.end <= path.end);
    Some(&references[within.next_back()?.definition])
}

/// A URI that leads to a line of a document.
fn with_line(location: &Location) -> Option<Uri> {
    let line = location.range.start.line + 1;
    format!("{}#L{line}", location.uri.as_str()).parse().ok()
}

/// The lenses of a document: over each interface, how many worlds import and export it.
pub(crate) fn lenses(view: View<'_>, settings: &Settings) -> Vec<CodeLens> {
    if !settings.code_lenses {
        return Vec::new();
    }
    let page = view.page();
    let interfaces = view.model().interfaces.iter();
    let here = interfaces.filter(|(_, interface)| {
        let file = view.analysis.file_of(interface.span);
        file == Some(view.file) && interface.name.is_some() && interface.clone_of.is_none()
    });
    let lens = here.map(|(id, interface)| {
        let worlds = worlds(view, id);
        let count = |is_export: bool| {
            worlds
                .iter()
                .filter(|it| it.1.is_export() == is_export)
                .count()
        };
        let locations = worlds
            .iter()
            .filter_map(|(_, _, span)| view.location(*span));
        let range = page.range(interface.span);
        CodeLens {
            range,
            command: Some(Command {
                title: format!(
                    "{} by {}, {} by {}",
                    "imported",
                    count(false),
                    "exported",
                    count(true)
                ),
                command: "witc.showLocations".to_owned(),
                arguments: Some(vec![
                    json!(view.uri(view.file)),
                    json!(range.start),
                    json!(locations.collect::<Vec<_>>()),
                ]),
            }),
            data: None,
        }
    });
    lens.collect()
}

/// The hints of a part of a document: what `include` and `use` bring in, and how large types are.
pub(crate) fn hints(view: View<'_>, settings: &Settings, within: Span) -> Vec<InlayHint> {
    if !settings.inlay_hints {
        return Vec::new();
    }
    let page = view.page();
    let entities = entities(view);
    let mut hints = Vec::new();
    every(&page.outline(), &mut |node| {
        let place = node
            .path()
            .filter(|_| node.kind == NodeKind::Include)
            .unwrap_or(node.name_span());
        if place.end < within.start || within.end < place.end {
            return;
        }
        if let Some(label) = label(view, node, &entities) {
            hints.push(InlayHint {
                position: page.range(place).end,
                label: InlayHintLabel::String(label),
                kind: Some(InlayHintKind::TYPE),
                text_edits: None,
                tooltip: None,
                padding_left: Some(true),
                padding_right: None,
                data: None,
            });
        }
    });
    hints
}

/// What is defined in the file of a view, by the ends of the names.
fn entities(view: View<'_>) -> BTreeMap<u32, Entity> {
    let references = view.references();
    let occurrences = references.in_file(view.source_file()).iter();
    let entity = |occurrence: &witc_resolve::Occurrence| {
        let entity = references[occurrence.definition].entity?;
        Some((occurrence.span.end, entity))
    };
    occurrences.filter_map(entity).collect()
}

fn label(view: View<'_>, node: &Node<'_>, entities: &BTreeMap<u32, Entity>) -> Option<String> {
    if node.kind == NodeKind::Include {
        return included(view, node);
    }
    let is_used = node.kind == NodeKind::UsedName;
    if !is_used && !node.kind.defines_type() {
        return None;
    }
    let Entity::Type(id) = *entities.get(&node.name_span().end)? else {
        return None;
    };
    let model = view.model();
    let def = &model.types[model.definition(id)];
    if is_used {
        return Some(def.kind.describe().to_owned());
    }
    if model.is_resource(id) {
        return None;
    }
    facts::size(view.analysis, Type::Id(id))
}

/// How much an `include` brings in.
fn included(view: View<'_>, node: &Node<'_>) -> Option<String> {
    let Entity::World(id) = named_by(view, node.path()?)?.entity? else {
        return None;
    };
    let count = |is_export: bool| {
        let all = view.model().externs(id);
        let interfaces = all.filter(|(direction, _, item)| {
            direction.is_export() == is_export
                && (interface_of(item).is_some() || item.function().is_some())
        });
        interfaces.count()
    };
    let (imports, exports) = (count(false), count(true));
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    Some(format!(
        "{imports} import{}, {exports} export{}",
        plural(imports),
        plural(exports)
    ))
}
