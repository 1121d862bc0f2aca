//! Finding interfaces, worlds and types by the paths that a text would name them by, and the edits that bring them in.

use crate::outline::{Node, NodeKind, every};
use crate::page::Page;
use crate::view::View;
use lsp_types::TextEdit;
use witc_diagnostics::Span;
use witc_parser::escaped;
use witc_resolve::{InterfaceId, PackageId, TypeId, WorldId};

/// The package that the file of a view belongs to.
pub(crate) fn package(view: View<'_>) -> Option<PackageId> {
    let model = view.model();
    let here = |span: Span| view.analysis.file_of(span) == Some(view.file);
    let interfaces = model.interfaces.iter().filter(|(_, it)| here(it.span));
    let worlds = model.worlds.iter().filter(|(_, it)| here(it.span));
    let mut packages = interfaces.filter_map(|(_, it)| it.package);
    let package = packages
        .next()
        .or_else(|| worlds.filter_map(|(_, it)| it.package).next());
    let declared = || {
        model
            .packages
            .iter()
            .find(|(_, it)| here(it.span))
            .map(|(id, _)| id)
    };
    // A file without items yet is a part of what it lies in.
    package.or_else(declared).or_else(|| {
        let own = |id: &PackageId| {
            let file = view.analysis.file_of(model.packages[*id].span);
            file.is_some_and(|file| view.analysis.is_own(file))
        };
        let mut ids = model.packages.iter().map(|(id, _)| id);
        ids.find(own)
    })
}

/// The path by which the file of a view names an interface.
pub(crate) fn interface_path(view: View<'_>, id: InterfaceId) -> Option<String> {
    let model = view.model();
    let interface = &model.interfaces[id];
    let name = interface.name.as_ref()?;
    if interface.package? == package(view)? {
        return Some(escaped(name).into_owned());
    }
    path_in(&model.interface_id(id)?, name)
}

/// The path by which the file of a view names a world.
pub(crate) fn world_path(view: View<'_>, id: WorldId) -> Option<String> {
    let model = view.model();
    let world = &model.worlds[id];
    let name = &world.name;
    if world.package? == package(view)? {
        return Some(escaped(name).into_owned());
    }
    path_in(&model.packages[world.package?].name.item(name), name)
}

/// A full path with `%` before the names in it that are keywords.
fn path_in(id: &str, name: &str) -> Option<String> {
    let (package, rest) = id.rsplit_once('/')?;
    let version = rest.strip_prefix(name)?;
    let parts = package.split(':').map(|part| escaped(part).into_owned());
    let package = parts.collect::<Vec<_>>().join(":");
    Some(format!("{package}/{}{version}", escaped(name)))
}

/// The interface that a path in the file of a view names.
pub(crate) fn interface_at(view: View<'_>, path: &str) -> Option<InterfaceId> {
    let path = full_path(view, path);
    let mut ids = view.model().interfaces.iter().map(|(id, _)| id);
    ids.find(|id| interface_path(view, *id).is_some_and(|known| is_same(&known, &path)))
}

/// The world that a path in the file of a view names.
pub(crate) fn world_at(view: View<'_>, path: &str) -> Option<WorldId> {
    let path = full_path(view, path);
    let mut ids = view.model().worlds.iter().map(|(id, _)| id);
    ids.find(|id| world_path(view, *id).is_some_and(|known| is_same(&known, &path)))
}

fn is_same(known: &str, path: &str) -> bool {
    known.replace('%', "") == path.replace('%', "")
}

/// The path that a name of the file stands for, or the path itself.
fn full_path(view: View<'_>, path: &str) -> String {
    let page = view.page();
    let mut found = None;
    for node in page.outline() {
        let written = node
            .path()
            .map(|path| page.snippet(path))
            .unwrap_or_default();
        let last = written.rsplit('/').next().unwrap_or_default();
        let last = last.split('@').next().unwrap_or_default();
        let name = node.name.map_or(last, |name| name.name);
        if node.kind == NodeKind::TopUse && name == path.trim_start_matches('%') {
            found = Some(written.to_owned());
        }
    }
    found.unwrap_or_else(|| path.to_owned())
}

/// The types of all interfaces that have this name, and were not brought in there themselves.
pub(crate) fn types_named(view: View<'_>, name: &str) -> Vec<(InterfaceId, TypeId)> {
    let model = view.model();
    let interfaces = model
        .interfaces
        .iter()
        .filter(|(_, it)| it.clone_of.is_none());
    let types = interfaces.filter_map(|(id, it)| Some((id, *it.types.get(name)?)));
    types
        .filter(|(_, ty)| model.used_from(*ty).is_none())
        .collect()
}

/// The edit that brings a type into an interface or world, whose node this is. `path` names the interface of the type.
pub(crate) fn add_use(
    page: Page<'_>,
    scope: &Node<'_>,
    path: &str,
    name: &str,
) -> Option<TextEdit> {
    let name = escaped(name);
    let mut uses = scope
        .children
        .iter()
        .filter(|node| node.kind == NodeKind::Use);
    let is_same_path = |node: &&Node<'_>| node.path().map(|it| page.snippet(it)) == Some(path);
    // One that names the interface already takes one name more.
    let same = uses.clone().find(is_same_path);
    let last_name = |node: &Node<'_>| {
        let mut names = node
            .children
            .iter()
            .filter(|it| it.kind == NodeKind::UsedName);
        names.next_back().map(|it| it.span.at_end())
    };
    if let Some(at) = same.and_then(last_name) {
        return Some(page.edit(at, format!(", {name}")));
    }
    let line = format!("use {path}.{{{name}}};");
    let outer = page.indent(scope.span.start);
    if let Some(last) = uses.next_back() {
        let text = format!("\n{}{line}", page.indent(last.span.start));
        return Some(page.edit(last.span.at_end(), text));
    }
    let after_name = Span::new(scope.name_span().end, scope.span.end);
    let brace = page.snippet(after_name).find('{')? as u32;
    let at = after_name.start + brace + 1;
    let rest = page.snippet(Span::new(at, scope.span.end));
    // What stands on the line of the brace moves to the next.
    let after = if rest.starts_with(['\n', '\r']) {
        String::new()
    } else {
        format!("\n{outer}   ")
    };
    let text = format!("\n{outer}    {line}{after}");
    Some(page.edit(Span::new(at, at), text))
}

/// The interface or world of an outline that has this name, or the innermost one at a position.
pub(crate) fn scope_node<'o, 's>(
    outline: &'o [Node<'s>],
    name: Option<&str>,
    position: u32,
) -> Option<&'o Node<'s>> {
    let is_scope = |node: &Node<'_>| {
        let is_inline = node.kind == NodeKind::Import || node.kind == NodeKind::Export;
        node.kind.is_scope() || is_inline && node.path().is_none()
    };
    let around = crate::outline::around(outline, position);
    let inner = around.iter().rev().copied().find(|node| is_scope(node));
    let is_named = |node: &Node<'_>| name.is_none_or(|name| node.name_text() == name);
    if let Some(node) = inner.filter(|node| is_named(node)) {
        return Some(node);
    }
    // Where braces do not balance yet, the node may end before the cursor.
    let mut found = None;
    every(outline, &mut |node| {
        if found.is_none() && is_scope(node) && name.is_some() && is_named(node) {
            found = Some(node);
        }
    });
    found
}
