//! The graph of a component: the components in it that have code, and where each takes its imports from.

use crate::model::{Graph, NodeKind};
use crate::names::split_name;
use std::collections::{BTreeMap, BTreeSet};
use witc_binary::{CodeInstance, CoreModuleInfo, Instances, Origin, Result, instances};
use witc_resolve::Map;

/// The graph of a component, which goes by `name`.
///
/// # Errors
///
/// If the bytes are no component.
pub fn of_component(name: &str, bytes: &[u8]) -> Result<Graph> {
    let found = instances(bytes)?;
    let mut graph = Graph::new(file_name(name));
    // The boxes of instances come first, so that their numbers are the positions of the instances.
    for instance in &found.instances {
        let lines = instance.modules.iter().map(module_line).collect();
        let title = title(instance, &graph.title);
        graph.node(NodeKind::Component, title, lines);
    }
    for link in &found.links {
        if let Origin::Instance(from, export) = &link.origin {
            let label = passed_as(export, &link.import);
            graph.edge(*from, link.user, Some(label), false);
        }
    }
    let imports = add_imports(&mut graph, &found);
    add_exports(&mut graph, &found, &imports);
    Ok(graph)
}

/// The title of an instance's box: only the outermost goes by the name of the picture.
fn title(instance: &CodeInstance, whole: &str) -> String {
    match (&instance.name, instance.number) {
        (_, 0) => whole.to_owned(),
        (Some(name), _) => file_name(name),
        (None, number) => format!("component {number}"),
    }
}

fn module_line(module: &CoreModuleInfo) -> String {
    let size = bytes(module.size);
    match &module.name {
        Some(name) => format!("core module {name}, {size}"),
        None => format!("core module, {size}"),
    }
}

/// Adds the boxes of what comes from outside, one for all of a package that the same instances take, and says which
/// import is in which box.
fn add_imports<'f>(graph: &mut Graph, found: &'f Instances) -> BTreeMap<&'f str, usize> {
    let mut users: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for link in &found.links {
        if let Origin::Outside(import) = &link.origin {
            users.entry(import).or_default().insert(link.user);
        }
    }
    let mut groups = Groups::default();
    for name in &found.imports {
        // An import that no component takes has a box all the same: it is part of the whole.
        let users = users.get(name.as_str()).cloned().unwrap_or_default();
        group(&mut groups, name, users);
    }
    let mut boxes = BTreeMap::new();
    for ((title, users), members) in groups {
        let lines = members.iter().map(|(_, line)| line.clone()).collect();
        let node = graph.node(NodeKind::Import, title, lines);
        boxes.extend(members.into_iter().map(|(name, _)| (name, node)));
        for user in users {
            graph.edge(node, user, None, false);
        }
    }
    boxes
}

/// Adds the boxes of what goes out, one for all of a package that comes from the same boxes.
fn add_exports(graph: &mut Graph, found: &Instances, imports: &BTreeMap<&str, usize>) {
    let mut groups = Groups::default();
    for export in &found.exports {
        let from = export.origins.iter().filter_map(|origin| match origin {
            Origin::Instance(instance, _) => Some(*instance),
            // An export may hand on an import, past all components.
            Origin::Outside(import) => imports.get(import.as_str()).copied(),
        });
        group(&mut groups, &export.name, from.collect());
    }
    for ((title, from), members) in groups {
        let lines = members.into_iter().map(|(_, line)| line).collect();
        let node = graph.node(NodeKind::Export, title, lines);
        for from in from {
            graph.edge(from, node, None, false);
        }
    }
}

/// Names by package and by the nodes that they have to do with: each whole and as a line.
type Groups<'n> = Map<(String, BTreeSet<usize>), Vec<(&'n str, String)>>;

fn group<'n>(groups: &mut Groups<'n>, name: &'n str, nodes: BTreeSet<usize>) {
    let (title, line) =
        // A plain name is in no package, but in the world itself.
        split_name(name).unwrap_or_else(|| ("the world".to_owned(), name.to_owned()));
    groups
        .get_or_insert_with((title, nodes), Vec::new)
        .push((name, line));
}

/// The label of an import that takes an export, with both names where they differ.
fn passed_as(export: &str, import: &str) -> String {
    match (export.split_once('@'), import.split_once('@')) {
        _ if export == import || export.is_empty() => import.to_owned(),
        // Two versions of the same interface: the path once is enough.
        (Some((path, _)), Some((wanted, version))) if path == wanted => {
            format!("{export} for @{version}")
        }
        _ => format!("{export} as {import}"),
    }
}

/// The last part of a path: components that were plugged go by the names of their files.
fn file_name(name: &str) -> String {
    // Both separators count everywhere, so that the picture does not depend on the platform.
    name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned()
}

/// A size for people.
fn bytes(size: u64) -> String {
    match size {
        0..10_000 => format!("{size} bytes"),
        10_000..10_000_000 => format!("{} KB", size / 1000),
        _ => format!("{} MB", size / 1_000_000),
    }
}
