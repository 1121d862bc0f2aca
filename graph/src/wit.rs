//! The graph of WIT packages: worlds, what they import and export, and which interfaces use types of which.

use crate::model::{Graph, NodeKind};
use crate::names::split_name;
use std::collections::{BTreeSet, HashSet};
use witc_resolve::{Direction, InterfaceId, Map, PackageId, Resolve, WorldId, WorldItem, WorldKey};

/// The graph of packages: all their worlds, or only one, and all their interfaces, or only those that the world has.
/// Needs from other packages are at its edge, one box for each package and set of users.
#[must_use]
pub fn of_packages(resolve: &Resolve, packages: &[PackageId], world: Option<WorldId>) -> Graph {
    let names = packages
        .iter()
        .map(|&id| resolve.packages[id].name.to_string());
    let title = match world {
        Some(world) => format!("world {}", resolve.worlds[world].name),
        None => names.collect::<Vec<_>>().join(", "),
    };
    let mut draft = Draft {
        resolve,
        packages: packages.iter().copied().collect(),
        graph: Graph::new(title),
        own: Map::default(),
        foreign: Map::default(),
    };
    // Without a world the picture is of the packages, with the interfaces that no world has.
    let worlds: Vec<WorldId> = match world {
        Some(world) => vec![world],
        None => {
            for &package in packages {
                for &id in resolve.packages[package].interfaces.values() {
                    draft.interface(id);
                }
            }
            packages
                .iter()
                .flat_map(|&id| resolve.packages[id].worlds.values().copied())
                .collect()
        }
    };
    worlds.into_iter().for_each(|world| draft.world(world));
    draft.uses();
    draft.finish()
}

/// How something of another package has to do with a node.
type Link = (usize, Direction, bool);

struct Draft<'a> {
    resolve: &'a Resolve,
    packages: HashSet<PackageId>,
    graph: Graph,
    /// The nodes of interfaces of these packages, by their ids.
    own: Map<String, (InterfaceId, usize)>,
    /// The links of interfaces of other packages to nodes.
    foreign: Map<String, BTreeSet<Link>>,
}

impl Draft<'_> {
    /// The node of an interface, if it is in one of the packages.
    fn interface(&mut self, id: InterfaceId) -> Option<usize> {
        let interface = &self.resolve.interfaces[id];
        if !self.packages.contains(&interface.package?) {
            return None;
        }
        let name = self.resolve.interface_id(id)?;
        if let Some((_, node)) = self.own.get(&name) {
            return Some(*node);
        }
        let node = self.graph.node(
            NodeKind::Interface,
            interface.name.clone()?,
            content(self.resolve, id),
        );
        self.own.insert(name, (id, node));
        Some(node)
    }

    fn world(&mut self, id: WorldId) {
        let resolve = self.resolve;
        let world = &resolve.worlds[id];
        let types = resolve
            .world_types(id)
            .filter(|(_, ty)| ty.kind.as_alias().is_none());
        let types =
            types.filter_map(|(_, ty)| Some(format!("{} {}", ty.kind.describe(), ty.name()?)));
        let node = self
            .graph
            .node(NodeKind::World, world.name.clone(), types.collect());
        // Functions and inline interfaces share one box for each side of the world.
        let mut loose: [Vec<String>; 2] = Default::default();
        for (direction, key, item) in resolve.externs(id) {
            match (item, key) {
                (WorldItem::Interface(interface), WorldKey::Interface(_)) => {
                    match self.interface(interface.id) {
                        Some(other) => self.link(other, (node, direction, false)),
                        None => {
                            let name = resolve.extern_name(key);
                            self.foreign
                                .get_or_insert_with(name, Default::default)
                                .insert((node, direction, false));
                        }
                    }
                }
                (WorldItem::Function(id), _)
                    if resolve.functions[*id].kind.resource().is_none() =>
                {
                    loose[direction as usize].push(format!("func {}", resolve.extern_name(key)));
                }
                (WorldItem::Interface(_), WorldKey::Name(name)) => {
                    loose[direction as usize].push(format!("interface {name}"));
                }
                // Types are in the box of the world, and functions of a resource go without saying next to it.
                (WorldItem::Function(_) | WorldItem::Type(_), _) => {}
            }
        }
        for (direction, lines) in [Direction::Import, Direction::Export]
            .into_iter()
            .zip(loose)
        {
            if !lines.is_empty() {
                let (kind, title) = match direction {
                    Direction::Import => (NodeKind::Import, format!("imports of {}", world.name)),
                    Direction::Export => (NodeKind::Export, format!("exports of {}", world.name)),
                };
                let other = self.graph.node(kind, title, lines);
                self.link(other, (node, direction, false));
            }
        }
    }

    fn link(&mut self, other: usize, (node, direction, types_alone): Link) {
        match direction {
            Direction::Import => self.graph.edge(other, node, None, types_alone),
            Direction::Export => self.graph.edge(node, other, None, types_alone),
        }
    }

    /// Adds an arrow for each `use`, to the interface that uses types of the other.
    fn uses(&mut self) {
        let all: Vec<(InterfaceId, usize)> = self.own.values().copied().collect();
        for (id, node) in all {
            for used in self.resolve.interface_uses(id) {
                // Only interfaces with an id can be used.
                let Some(name) = self.resolve.interface_id(used) else {
                    continue;
                };
                if let Some(&(_, other)) = self.own.get(&name) {
                    self.graph.edge(other, node, None, true);
                } else {
                    self.foreign
                        .get_or_insert_with(name, Default::default)
                        .insert((node, Direction::Import, true));
                }
            }
        }
    }

    /// Adds the boxes of other packages.
    fn finish(mut self) -> Graph {
        let mut groups: Map<(String, BTreeSet<Link>), Vec<String>> = Map::default();
        for (name, links) in std::mem::take(&mut self.foreign) {
            let (package, line) = split_name(&name).unwrap_or_else(|| (String::new(), name));
            // An interface that is both imported and exported has a box on both sides.
            for direction in [Direction::Import, Direction::Export] {
                let side: BTreeSet<Link> = links
                    .iter()
                    .copied()
                    .filter(|link| link.1 == direction)
                    .collect();
                if !side.is_empty() {
                    groups
                        .get_or_insert_with((package.clone(), side), Vec::new)
                        .push(line.clone());
                }
            }
        }
        for ((package, links), lines) in groups {
            // All links of a group have the same direction, because groups are made for one direction at a
            // time.
            let exported = links.iter().any(|link| link.1.is_export());
            let kind = if exported {
                NodeKind::Export
            } else {
                NodeKind::Import
            };
            let node = self.graph.node(kind, package, lines);
            links.into_iter().for_each(|link| self.link(node, link));
        }
        self.graph
    }
}

/// The contents of an interface, a line each: resources and functions, then its other types.
fn content(resolve: &Resolve, id: InterfaceId) -> Vec<String> {
    let interface = &resolve.interfaces[id];
    let types = interface
        .types
        .iter()
        // Types that come from elsewhere by `use` are in the box of their interface.
        .filter(|(_, ty)| resolve.types[**ty].kind.as_alias().is_none());
    let mut lines = Vec::new();
    let mut others = Vec::new();
    for (name, &ty) in types {
        let line = format!("{} {name}", resolve.types[ty].kind.describe());
        if resolve.types[ty].kind.is_resource() {
            lines.push(line);
        } else {
            others.push(line);
        }
    }
    let functions = resolve
        .functions_of(id)
        .filter(|function| function.kind.resource().is_none());
    lines.extend(functions.map(|function| format!("func {}", function.item_name())));
    lines.extend(others);
    lines
}
