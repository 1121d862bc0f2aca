//! A package: its interfaces and worlds, each after those that it needs.

use super::entity::{Absent, Entity};
use super::path_walk::{includes, uses};
use super::scope::FileName;
use super::session::Resolver;
use crate::codes;
use crate::graph;
use crate::{FastMap, Package, PackageId, PackageName};
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::{Ident, Interface, Item, UsePath, World};

/// An interface or world of a package, with the part that it stands in.
#[derive(Clone, Copy)]
struct Node<'a, 's> {
    part: usize,
    item: NodeItem<'a, 's>,
    /// Whether an item of the same name stands before it.
    duplicate: bool,
}

#[derive(Clone, Copy)]
pub(crate) enum NodeItem<'a, 's> {
    Interface(&'a Interface<'s>),
    World(&'a World<'s>),
}

impl<'a, 's> NodeItem<'a, 's> {
    pub(crate) fn new(item: &'a Item<'s>) -> Option<Self> {
        match item {
            Item::Interface(interface) => Some(Self::Interface(interface)),
            Item::World(world) => Some(Self::World(world)),
            Item::Use(_) | Item::Package(_) | Item::Broken(_) => None,
        }
    }

    pub(crate) fn name(self) -> Ident<'s> {
        match self {
            Self::Interface(interface) => interface.name,
            Self::World(world) => world.name,
        }
    }

    /// The paths that the item can't be resolved without.
    fn for_each_need(self, visit: &mut dyn FnMut(&'a UsePath<'s>)) {
        match self {
            Self::Interface(interface) => uses(&interface.items).for_each(visit),
            Self::World(world) => {
                includes(&world.items).for_each(|include| visit(&include.path));
            }
        }
    }
}

impl<'a, 's> Resolver<'a, 's> {
    /// Resolves the package whose syntax trees the resolver has.
    pub(crate) fn package(&mut self, unit: usize) -> PackageId {
        let source = &self.given.units[unit];
        // A package without a name is resolved for its mistakes. Nobody can refer to it.
        let name = source.name.clone().unwrap_or_else(|| PackageName {
            namespace: crate::Name::new(),
            name: crate::Name::new(),
            version: None,
        });
        self.here.unit = unit;
        self.out.interner.clear();
        self.here.package = self.out.model.packages.alloc(Package {
            name: name.clone(),
            docs: source.docs.clone(),
            interfaces: crate::Map::default(),
            worlds: crate::Map::default(),
            span: source.span,
        });
        // Of two packages of one name, which have been reported, the first is found by it.
        if source.name.is_some() && self.names.unit_of_name.get(&name) == Some(&unit) {
            self.out.model.package_names.insert(name, self.here.package);
        }
        let nodes = self.nodes();
        self.here.used_types =
            self.find_used_types(nodes.iter().filter_map(|node| match node.item {
                NodeItem::Interface(interface) => Some(interface),
                NodeItem::World(_) => None,
            }));
        self.here.file_scopes = self.file_scopes();
        let edges = self.node_edges(&nodes);
        let order = graph::order(&edges);
        for cycle in &order.cycles {
            self.report_item_cycle(&nodes, cycle);
        }
        // What is in a cycle, or depends on one, comes last: it is resolved for its other mistakes
        // and then left out.
        let cyclic = order.cycles.iter().flatten().chain(&order.blocked).copied();
        let all: Vec<usize> = order.nodes.iter().copied().chain(cyclic).collect();
        let sound = order.nodes.len();
        // Interfaces first: they never need worlds.
        for interfaces in [true, false] {
            for (position, &index) in all.iter().enumerate() {
                let node = nodes[index];
                if matches!(node.item, NodeItem::Interface(_)) == interfaces {
                    self.node(node, position < sound);
                }
            }
        }
        self.names.resolved[unit] = true;
        self.here.package
    }

    fn node(&mut self, node: Node<'a, 's>, sound: bool) {
        self.here.part = node.part;
        let part = &self.here.tree[node.part];
        self.here
            .docs
            .open(self.given.sources, &part.file, &part.further);
        self.here.dropped = node.duplicate || !sound;
        let name = node.item.name().name;
        let entity = match node.item {
            NodeItem::Interface(interface) => self.interface(interface),
            NodeItem::World(world) => self.world(world),
        };
        if !self.here.dropped {
            self.names.entities[self.here.unit].insert(name.into(), entity);
        }
        self.here.dropped = false;
    }

    /// The interfaces and worlds of a unit, in order; each is entered under its name as something that is not there
    /// yet.
    fn nodes(&mut self) -> Vec<Node<'a, 's>> {
        let mut nodes: Vec<Node<'a, 's>> = Vec::new();
        let mut first: FastMap<&str, Ident<'s>> = FastMap::default();
        for (index, part) in self.here.tree.iter().enumerate() {
            for item in part.items.iter().filter_map(NodeItem::new) {
                let name = item.name();
                let duplicate = first.contains_key(name.name) || name.is_missing();
                if name.is_missing() {
                    // It is resolved nonetheless, to report what is wrong in it.
                } else if duplicate {
                    let message = format!(
                        "the package has two interfaces or worlds called `{}`",
                        name.name
                    );
                    let diagnostic = Diagnostic::error(codes::DUPLICATE_ITEM, message, name.span)
                        .label("defined again here")
                        .also(first[name.name].span, "first defined here");
                    self.report(diagnostic);
                } else {
                    first.insert(name.name, name);
                    let entity = match item {
                        NodeItem::Interface(_) => Entity::AbsentInterface(Absent::Broken),
                        NodeItem::World(_) => Entity::AbsentWorld(Absent::Broken),
                    };
                    self.names.entities[self.here.unit].insert(name.name.into(), entity);
                }
                nodes.push(Node {
                    part: index,
                    item,
                    duplicate,
                });
            }
        }
        nodes
    }

    /// The nodes that each node needs before it can be resolved.
    fn node_edges(&mut self, nodes: &[Node<'a, 's>]) -> Vec<Vec<usize>> {
        let mut index_of: FastMap<&str, usize> = FastMap::default();
        for (index, node) in nodes.iter().enumerate().filter(|(_, node)| !node.duplicate) {
            index_of.insert(node.item.name().name, index);
        }
        let mut edges = Vec::with_capacity(nodes.len());
        for node in nodes {
            let mut targets = Vec::new();
            node.item.for_each_need(&mut |path| {
                let name = match &path.package {
                    Some(package) if self.unit_of(package) != Some(self.here.unit) => return,
                    Some(_) => path.name.name,
                    None => match self.here.file_scopes[node.part].get(path.name.name) {
                        Some(FileName::Local(name)) => name,
                        Some(FileName::Foreign(_)) => return,
                        None => path.name.name,
                    },
                };
                targets.extend(index_of.get(name));
            });
            edges.push(targets);
        }
        edges
    }

    fn report_item_cycle(&mut self, nodes: &[Node<'a, 's>], cycle: &[usize]) {
        // The place to blame is where the item that comes second in the cycle is named: the way back leads from there.
        let second = nodes[cycle[1 % cycle.len()]].item.name();
        let message = format!("`{}` depends on itself", second.name);
        let mut diagnostic = Diagnostic::error(codes::ITEM_CYCLE, message, second.span);
        for (position, &index) in cycle.iter().enumerate() {
            let (from, to) = (
                nodes[index].item.name(),
                nodes[cycle[(position + 1) % cycle.len()]].item.name(),
            );
            let (mut mention, mut by_path) = (Span::NONE, false);
            let scope = &self.here.file_scopes[nodes[index].part];
            nodes[index].item.for_each_need(&mut |path| {
                let local = match scope.get(path.name.name) {
                    Some(FileName::Local(name)) if path.package.is_none() => name,
                    _ => path.name.name,
                };
                if local == to.name && mention.is_none() {
                    (mention, by_path) = (path.span, path.package.is_some());
                }
            });
            if cycle.len() == 1 && by_path {
                // Nobody means the own package by its path: the path is what is wrong.
                diagnostic.primary.span = mention;
            } else {
                diagnostic =
                    diagnostic.also(mention, format!("`{}` needs `{}`", from.name, to.name));
            }
        }
        self.report(
            diagnostic.note("move what both sides need into an interface or world of its own"),
        );
    }
}
