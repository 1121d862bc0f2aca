//! Rules on includes: what they bring in anyway, and those that bring nothing.

use crate::codes;
use crate::comments::has;
use crate::context::{Context, LintedFile};
use crate::findings::Findings;
use crate::syntax::whole_lines;
use std::collections::HashSet;
use witc_diagnostics::{Code, Diagnostic, Edit, Fix, Span};
use witc_parser::ast::{Extern, ExternKind, Include, Item, PackageName, UsePath, World, WorldItem};
use witc_resolve::{Direction, InterfaceId, Package, Resolve, WorldId};

/// What a world has by the id of an interface.
type Keys = HashSet<(Direction, InterfaceId)>;

pub(crate) fn check(context: &Context<'_>, findings: &mut Findings, file: &LintedFile<'_>) {
    let rules = [codes::INCLUDED_EXTERN, codes::IDLE_INCLUDE];
    let package = context.package_of(file.id);
    if !has(file.text, "include") || !findings.any_on(&rules) {
        return;
    }
    let Some(package) = package else { return };
    for world in file.tree().items.iter().filter_map(Item::as_world) {
        check_world(context, findings, file, package, world);
    }
}

fn check_world(
    context: &Context<'_>,
    findings: &mut Findings,
    file: &LintedFile<'_>,
    package: &Package,
    world: &World<'_>,
) {
    let mut included = Keys::new();
    let mut has_includes = false;
    for item in includes(world) {
        has_includes = true;
        let Some(keys) = keys_of(context, package, item) else {
            continue;
        };
        if !keys.is_empty() && keys.is_subset(&included) {
            let name = file_text(file, item.path.span);
            let message = format!("the includes before it bring in all that `{name}` has");
            remove(
                context,
                findings,
                file,
                codes::IDLE_INCLUDE,
                message,
                item.path.span,
                item.span,
            );
        }
        included.extend(keys);
    }
    if has_includes {
        externs(context, findings, (file, package), world, &included);
    }
}

/// The imports and exports of a world that its includes bring in.
fn externs(
    context: &Context<'_>,
    findings: &mut Findings,
    (file, package): (&LintedFile<'_>, &Package),
    world: &World<'_>,
    included: &Keys,
) {
    for item in &world.items {
        let (direction, item) = match item {
            WorldItem::Import(item) => (Direction::Import, item),
            WorldItem::Export(item) => (Direction::Export, item),
            WorldItem::Use(_)
            | WorldItem::Type(_)
            | WorldItem::Include(_)
            | WorldItem::Broken(_) => continue,
        };
        let Some((path, id)) = interface(context, package, item) else {
            continue;
        };
        if included.contains(&(direction, id)) {
            let message = format!(
                "an `include` of this world brings in `{}`",
                file_text(file, path.span)
            );
            remove(
                context,
                findings,
                file,
                codes::INCLUDED_EXTERN,
                message,
                path.span,
                item.span,
            );
        }
    }
}

fn file_text<'a>(file: &LintedFile<'a>, span: Span) -> &'a str {
    &file.text[file.byte(span.start)..file.byte(span.end)]
}

fn includes<'t, 's>(world: &'t World<'s>) -> impl Iterator<Item = &'t Include<'s>> {
    world.items.iter().filter_map(|item| match item {
        WorldItem::Include(item) => Some(item),
        WorldItem::Import(_)
        | WorldItem::Export(_)
        | WorldItem::Use(_)
        | WorldItem::Type(_)
        | WorldItem::Broken(_) => None,
    })
}

/// What an `include` brings in, if that is interfaces alone and without gates, so that nothing is lost with it.
fn keys_of(context: &Context<'_>, package: &Package, item: &Include<'_>) -> Option<Keys> {
    if !item.attributes.is_empty() || !item.with.is_empty() {
        return None;
    }
    let world = world_at(context, package, &item.path)?;
    let mut keys = Keys::new();
    for (direction, key, item) in context.resolve.externs(world) {
        let item = item.interface()?;
        if item.stability.gate().is_some() || item.external_id.is_some() {
            return None;
        }
        keys.insert((direction, key.interface()?));
    }
    Some(keys)
}

/// The interface of a written import or export of which nothing else is said.
fn interface<'t, 's>(
    context: &Context<'_>,
    package: &Package,
    item: &'t Extern<'s>,
) -> Option<(&'t UsePath<'s>, InterfaceId)> {
    let path = match &item.kind {
        ExternKind::Path(path) => path,
        ExternKind::NamedPath(..) | ExternKind::Interface(..) | ExternKind::Func(..) => {
            return None;
        }
    };
    let package = package_at(context.resolve, package, path)?;
    let id = *package.interfaces.get(path.name.name)?;
    item.attributes.is_empty().then_some((path, id))
}

fn world_at(context: &Context<'_>, package: &Package, path: &UsePath<'_>) -> Option<WorldId> {
    package_at(context.resolve, package, path)?
        .worlds
        .get(path.name.name)
        .copied()
}

/// The package that a path names. A name that a top-level `use` gives is none that a package has, or the same.
fn package_at<'c>(
    resolve: &'c Resolve,
    own: &'c Package,
    path: &UsePath<'_>,
) -> Option<&'c Package> {
    let Some(name) = &path.package else {
        return Some(own);
    };
    let found = resolve
        .packages
        .iter()
        .find(|(_, package)| is_called(package, name));
    found.map(|(_, package)| package)
}

fn is_called(package: &Package, name: &PackageName<'_>) -> bool {
    let ([namespace], [last]) = (&name.namespaces[..], &name.names[..]) else {
        return false;
    };
    let version = package.name.version.as_ref().map(ToString::to_string);
    package.name.namespace == namespace.name
        && package.name.name == last.name
        && version.as_deref() == name.version.as_ref().map(|version| version.text)
}

fn remove(
    context: &Context<'_>,
    findings: &mut Findings,
    file: &LintedFile<'_>,
    code: Code,
    message: String,
    place: Span,
    item: Span,
) {
    let mut found = Diagnostic::warning(code, message, place);
    found.fixes.push(Fix {
        message: "remove it; the world stays the same".into(),
        edits: vec![Edit {
            span: file.span(whole_lines(file, item)),
            text: String::new(),
        }],
        // Comments would be those of the next item.
        sure: file.tree().comments_before(item.start).is_empty(),
    });
    findings.push(context, found);
}
