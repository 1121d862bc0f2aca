//! Going from a name to what it means, and to where else it stands.

use crate::analysis::Analysis;
use crate::report::interface_of;
use crate::view::View;
use lsp_types::{DocumentHighlight, DocumentHighlightKind, Location, Position};
use witc_diagnostics::Span;
use witc_resolve::{
    Definition, DefinitionId, Direction, Entity, InterfaceId, Type, TypeId, WorldId,
};

/// Where the name at a position is defined. At the definition of a name for something else, the something else.
pub(crate) fn definition(view: View<'_>, position: Position) -> Option<Vec<Location>> {
    let occurrence = view.occurrence(position)?;
    let definition = &view.references()[occurrence.definition];
    let is_definition = definition.span == occurrence.span;
    let span = match target(view.analysis, definition) {
        Some(target) if is_definition => target,
        Some(_) | None => definition.span,
    };
    Some(view.location(span).into_iter().collect())
}

/// The definition that a type of another name stands for: that of `a` for what `use x.{a as b}` calls `b`.
fn target(analysis: &Analysis, definition: &Definition) -> Option<Span> {
    let Entity::Type(id) = definition.entity? else {
        return None;
    };
    let model = analysis.model();
    model.used_from(id)?;
    let used = model.types[id].kind.as_alias()?.id()?;
    Some(model.types[used].span)
}

/// The definition of the type of what is at a position: of a parameter, a field, a case, a function's result, or of what
/// an alias stands for.
pub(crate) fn type_definition(view: View<'_>, position: Position) -> Option<Vec<Location>> {
    let (_, definition) = view.meaning(position)?;
    let model = view.model();
    let types = match definition.entity? {
        Entity::Param(function, index) => vec![model.functions[function].params.get(index)?.ty],
        Entity::Function(function) => model.functions[function].result.into_iter().collect(),
        Entity::Member(id, index) => member_type(view.analysis, id, index).into_iter().collect(),
        Entity::Type(id) => vec![Type::Id(id)],
        Entity::Package(_) | Entity::Interface(_) | Entity::World(_) => return None,
    };
    let mut spans = Vec::new();
    types
        .iter()
        .for_each(|ty| named_types(view.analysis, *ty, &mut spans));
    Some(
        spans
            .into_iter()
            .filter_map(|span| view.location(span))
            .collect(),
    )
}

/// The type of a field or the payload of a case.
pub(crate) fn member_type(analysis: &Analysis, id: TypeId, index: usize) -> Option<Type> {
    let kind = &analysis.model().types[id].kind;
    if let Some(record) = kind.as_record() {
        return Some(record.fields.get(index)?.ty);
    }
    kind.as_variant()?.cases.get(index)?.ty
}

/// Adds where the types with a name are defined that a type is made of; of one with a name, its own.
fn named_types(analysis: &Analysis, ty: Type, spans: &mut Vec<Span>) {
    let Some(id) = ty.id() else { return };
    let model = analysis.model();
    let id = model.definition(id);
    let def = &model.types[id];
    if def.name().is_some() {
        if !def.span.is_none() && !spans.contains(&def.span) {
            spans.push(def.span);
        }
        return;
    }
    def.kind
        .for_each_type(&mut |part| named_types(analysis, part, spans));
}

/// Where what is at a position is used, with or without where it is defined.
pub(crate) fn references(
    view: View<'_>,
    position: Position,
    with_definition: bool,
) -> Option<Vec<Location>> {
    let (id, definition) = view.meaning(position)?;
    let occurrences = view.references().occurrences_of(id);
    let wanted = occurrences.filter(|it| with_definition || it.span != definition.span);
    Some(wanted.filter_map(|it| view.location(it.span)).collect())
}

/// The same name in the same document.
pub(crate) fn highlights(view: View<'_>, position: Position) -> Option<Vec<DocumentHighlight>> {
    let (id, definition) = view.meaning(position)?;
    let here = view.source_file().span();
    let is_here = |span: Span| here.start <= span.start && span.end <= here.end;
    let occurrences = view.references().occurrences_of(id);
    let highlight = |span: Span| DocumentHighlight {
        range: view.page().range(span),
        kind: Some(if span == definition.span {
            DocumentHighlightKind::WRITE
        } else {
            DocumentHighlightKind::READ
        }),
    };
    let here = occurrences.map(|it| it.span).filter(|span| is_here(*span));
    Some(here.map(highlight).collect())
}

/// The worlds that import or export the interface at a position, or that have the function or type at it by that; for a
/// world, those that include it.
pub(crate) fn implementations(view: View<'_>, position: Position) -> Option<Vec<Location>> {
    let (id, definition) = view.meaning(position)?;
    let model = view.model();
    let spans = match definition.entity? {
        Entity::Interface(interface) => worlds_with(view, interface),
        Entity::Function(function) => {
            let has_it = |id: &InterfaceId| {
                model.interfaces[*id]
                    .functions
                    .values()
                    .any(|it| *it == function)
            };
            let owner = model.interfaces.iter().map(|(id, _)| id).find(has_it)?;
            worlds_with(view, owner)
        }
        Entity::Type(ty) => worlds_with(view, model.types[ty].owner.interface()?),
        Entity::World(_) => including(view, id),
        Entity::Package(_) | Entity::Param(..) | Entity::Member(..) => return None,
    };
    Some(
        spans
            .into_iter()
            .filter_map(|span| view.location(span))
            .collect(),
    )
}

/// The places where worlds name an interface that they import or export, or their names if they have it by an `include` or
/// because something needs it.
fn worlds_with(view: View<'_>, interface: InterfaceId) -> Vec<Span> {
    let worlds = worlds(view, interface).into_iter();
    let mut spans: Vec<Span> = worlds.map(|(_, _, span)| span).collect();
    spans.dedup();
    spans
}

/// The worlds that import or export an interface, with the side, and the place where they say so.
pub(crate) fn worlds(view: View<'_>, interface: InterfaceId) -> Vec<(WorldId, Direction, Span)> {
    let model = view.model();
    let mut found = Vec::new();
    for (world, data) in model.worlds.iter() {
        for (direction, _, item) in model.externs(world) {
            let Some(id) = interface_of(item) else {
                continue;
            };
            let is_it = id == interface || model.interfaces[id].clone_of == Some(interface);
            if is_it {
                let named = item.interface().map(|it| it.span);
                let span = named.filter(|span| is_in_world(view, *span, data.span));
                found.push((world, direction, span.unwrap_or(data.span)));
            }
        }
    }
    found
}

/// Whether a place is in the world of this name: what a world has by `include` is named in another one.
fn is_in_world(view: View<'_>, span: Span, name: Span) -> bool {
    let Some(file) = view.analysis.file_of(span) else {
        return false;
    };
    let outline = view.page_of(file).outline();
    let around = crate::outline::around(&outline, span.start);
    around.iter().any(|node| node.name_span() == name)
}

/// Where other worlds include a world: the places where its name stands after `include`.
fn including(view: View<'_>, id: DefinitionId) -> Vec<Span> {
    let occurrences = view.references().occurrences_of(id).map(|it| it.span);
    let is_include = |span: &Span| {
        let Some(file) = view.analysis.file_of(*span) else {
            return false;
        };
        let page = view.page_of(file);
        let outline = page.outline();
        let around = crate::outline::around(&outline, span.start);
        around
            .iter()
            .any(|node| node.kind == crate::outline::NodeKind::Include)
    };
    occurrences.filter(is_include).collect()
}
