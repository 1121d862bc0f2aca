//! Completion: what can be written at the cursor.

mod items;
mod place;

use crate::names::{interface_at, interface_path, scope_node, world_at, world_path};
use crate::outline::{Node, NodeKind, every};
use crate::page::Page;
use crate::view::View;
use crate::words;
use items::{Items, Rank};
use lsp_types::{CompletionItemKind, CompletionList, Position};
use place::{Place, Spot, spot};
use std::collections::BTreeSet;
use witc_resolve::{InterfaceId, TypeDefKind};

/// What can be written at a position.
pub(crate) fn completion(
    view: View<'_>,
    position: Position,
    snippets: bool,
    markdown: bool,
) -> CompletionList {
    let page = view.page();
    let spot = spot(page, page.byte(position));
    let mut items = Items::new(page, &spot, snippets, markdown);
    match &spot.place {
        Place::TopItem => items.keywords(&["interface", "package", "use", "world"]),
        Place::InterfaceItem => items.keywords(&IN_INTERFACES),
        Place::WorldItem => {
            items.keywords(&["export", "import", "include"]);
            items.keywords(&IN_INTERFACES);
        }
        Place::ResourceItem => items.keywords(&["constructor"]),
        Place::Function { in_resource } => {
            items.keywords(&["async", "func", "get", "set"]);
            items.keywords(if *in_resource { &["static"] } else { &[] });
        }
        Place::Type => types(view, &spot, &mut items),
        Place::Interface => interfaces(view, &mut items),
        Place::Extern => {
            interfaces(view, &mut items);
            items.keywords(&["async", "func", "interface"]);
        }
        Place::World => worlds(view, &spot, &mut items),
        Place::UsedType(path) => used_types(view, path, &mut items),
        Place::Included(path) => included(view, path, &mut items),
        Place::Attribute => {
            items.keywords(&["deprecated", "external-id", "since", "unstable"]);
        }
        Place::Argument(name) if name == "unstable" => items.keywords(&["feature"]),
        Place::Argument(name) if name == "external-id" => {}
        Place::Argument(_) => items.keywords(&["version"]),
        Place::Feature => features(page, &mut items),
        Place::Version => version(view, &mut items),
        Place::Nothing => {}
    }
    items.list()
}

/// The keywords that items of interfaces start with.
const IN_INTERFACES: [&str; 7] = [
    "enum", "flags", "record", "resource", "type", "use", "variant",
];

/// The types that are in scope, those that are built in, and those that a `use` would bring.
fn types(view: View<'_>, spot: &Spot, items: &mut Items<'_>) {
    let page = view.page();
    let outline = page.outline();
    let position = page.base + spot.word.start as u32;
    let scope = scope_node(&outline, spot.scope.as_deref(), position);
    let mut known = BTreeSet::new();
    for node in scope
        .map(|scope| scope.children.as_slice())
        .unwrap_or_default()
    {
        let names = if node.kind == NodeKind::Use {
            node.children.as_slice()
        } else {
            std::slice::from_ref(node)
        };
        let is_type =
            |node: &&Node<'_>| node.kind.defines_type() || node.kind == NodeKind::UsedName;
        for node in names.iter().filter(is_type) {
            let name = node.name_text();
            if !name.is_empty() && known.insert(name) {
                items.name(
                    Rank::InScope,
                    name,
                    CompletionItemKind::STRUCT,
                    crate::symbols::detail(node),
                    None,
                );
            }
        }
    }
    items.built_in_types(&words::TYPES);
    if let Some(scope) = scope {
        importable(view, scope, &known, items);
    }
}

/// More types than this are not offered at once; the client asks again when more of the name is written.
const MOST_TYPES: usize = 500;

/// The types of other interfaces, with the edit that brings each in.
fn importable(view: View<'_>, scope: &Node<'_>, known: &BTreeSet<&str>, items: &mut Items<'_>) {
    let model = view.model();
    let page = view.page();
    let mut count = 0;
    for (id, interface) in model.interfaces.iter() {
        let is_here = interface.span == scope.name_span();
        if is_here || interface.clone_of.is_some() || interface.name.is_none() {
            continue;
        }
        let wanted = interface.types.iter().filter(|(name, ty)| {
            !known.contains(name.as_str())
                && items.is_wanted(name)
                && model.used_from(**ty).is_none()
        });
        let wanted: Vec<_> = wanted.map(|(name, ty)| (name.as_str(), *ty)).collect();
        if wanted.is_empty() {
            continue;
        }
        let Some(path) = interface_path(view, id) else {
            continue;
        };
        for (name, ty) in wanted {
            if count == MOST_TYPES {
                items.is_incomplete = true;
                return;
            }
            count += 1;
            let edit = crate::names::add_use(page, scope, &path, name);
            let docs = model.types[ty].docs().text();
            items.imported(name, &path, kind(&model.types[ty].kind), edit, docs);
        }
    }
}

/// The symbol that stands beside a type.
fn kind(kind: &TypeDefKind) -> CompletionItemKind {
    match kind {
        TypeDefKind::Record(_) => CompletionItemKind::STRUCT,
        TypeDefKind::Variant(_) | TypeDefKind::Enum(_) | TypeDefKind::Flags(_) => {
            CompletionItemKind::ENUM
        }
        TypeDefKind::Resource => CompletionItemKind::CLASS,
        TypeDefKind::Alias(_)
        | TypeDefKind::Handle(_)
        | TypeDefKind::Tuple(_)
        | TypeDefKind::Option(_)
        | TypeDefKind::Result(_)
        | TypeDefKind::List(_)
        | TypeDefKind::FixedLengthList(..)
        | TypeDefKind::Map(..)
        | TypeDefKind::Future(_)
        | TypeDefKind::Stream(_) => CompletionItemKind::TYPE_PARAMETER,
    }
}

/// The paths of interfaces, and the names that the file gives them.
fn interfaces(view: View<'_>, items: &mut Items<'_>) {
    let model = view.model();
    for node in view
        .page()
        .outline()
        .iter()
        .filter(|node| node.kind == NodeKind::TopUse)
    {
        if let Some(name) = node.name {
            items.path(name.name, CompletionItemKind::INTERFACE, None);
        }
    }
    let all = model.interfaces.iter();
    for (id, interface) in all.filter(|(_, it)| it.name.is_some() && it.clone_of.is_none()) {
        if let Some(path) = interface_path(view, id) {
            items.path(&path, CompletionItemKind::INTERFACE, interface.docs.text());
        }
    }
}

/// The paths of worlds, but for the one around the cursor, which can't include itself.
fn worlds(view: View<'_>, spot: &Spot, items: &mut Items<'_>) {
    for (id, world) in view.model().worlds.iter() {
        let is_here = view.analysis.file_of(world.span) == Some(view.file)
            && spot.scope.as_deref() == Some(world.name.as_str());
        if let Some(path) = world_path(view, id).filter(|_| !is_here) {
            items.path(&path, CompletionItemKind::MODULE, world.docs.text());
        }
    }
}

/// The types of an interface.
fn used_types(view: View<'_>, path: &str, items: &mut Items<'_>) {
    let model = view.model();
    let found: Option<InterfaceId> = interface_at(view, path);
    let Some(id) = found else { return };
    for (name, ty) in &model.interfaces[id].types {
        let def = &model.types[*ty];
        items.name(
            Rank::InScope,
            name,
            kind(&def.kind),
            def.kind.describe(),
            def.docs().text(),
        );
    }
}

/// The imports and exports of a world that have plain names.
fn included(view: View<'_>, path: &str, items: &mut Items<'_>) {
    let model = view.model();
    let Some(id) = world_at(view, path) else {
        return;
    };
    for (direction, key, _) in model.externs(id) {
        let word = if direction.is_import() {
            "import"
        } else {
            "export"
        };
        if let Some(name) = key.name() {
            items.name(Rank::InScope, name, CompletionItemKind::FIELD, word, None);
        }
    }
}

/// The features that the file names elsewhere.
fn features(page: Page<'_>, items: &mut Items<'_>) {
    let mut names = BTreeSet::new();
    every(&page.outline(), &mut |node| {
        let head = witc_diagnostics::Span::new(
            node.span.start,
            node.name_span().start.max(node.span.start),
        );
        names.extend(crate::report::unstable(page.snippet(head)));
    });
    for name in names {
        items.name(
            Rank::InScope,
            name,
            CompletionItemKind::CONSTANT,
            "feature",
            None,
        );
    }
}

/// The version of the package.
fn version(view: View<'_>, items: &mut Items<'_>) {
    let package = crate::names::package(view).map(|id| &view.model().packages[id]);
    if let Some(version) = package.and_then(|package| package.name.version.as_ref()) {
        items.version(&version.to_string());
    }
}
