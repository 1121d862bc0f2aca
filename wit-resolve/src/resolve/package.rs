//! Packages: their order, their names, and the order of what is in them.

use super::units::Part;
use super::{Absent, Entity, FastMap, Resolver, graph, units};
use crate::codes;
use crate::{Package, PackageId, PackageName};
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::{
    ExternKind, Ident, Interface, InterfaceItem, Item, TopUse, UsePath, World, WorldItem,
};

/// What a name that only one file knows stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum FileName<'s> {
    /// An interface or world of the package.
    Local(&'s str),
    /// One of another package.
    Foreign(Entity),
}

/// An interface or world of a package, with the part that it stands in.
#[derive(Clone, Copy)]
struct Node<'a, 's> {
    part: usize,
    item: NodeItem<'a, 's>,
    /// Whether an item of the same name stands before it.
    duplicate: bool,
}

#[derive(Clone, Copy)]
enum NodeItem<'a, 's> {
    Interface(&'a Interface<'s>),
    World(&'a World<'s>),
}

impl<'a, 's> NodeItem<'a, 's> {
    fn new(item: &'a Item<'s>) -> Option<Self> {
        match item {
            Item::Interface(interface) => Some(Self::Interface(interface)),
            Item::World(world) => Some(Self::World(world)),
            Item::Use(_) | Item::Package(_) | Item::Broken(_) => None,
        }
    }

    fn name(self) -> Ident<'s> {
        match self {
            Self::Interface(interface) => interface.name,
            Self::World(world) => world.name,
        }
    }

    /// The paths that the item can't be resolved without.
    fn for_each_need(self, visit: &mut dyn FnMut(&'a UsePath<'s>)) {
        match self {
            Self::Interface(interface) => uses(&interface.items).for_each(visit),
            Self::World(world) => world.items.iter().for_each(|item| {
                if let WorldItem::Include(include) = item {
                    visit(&include.path);
                }
            }),
        }
    }
}

fn uses<'a, 's>(items: &'a [InterfaceItem<'s>]) -> impl Iterator<Item = &'a UsePath<'s>> {
    items.iter().filter_map(|item| match item {
        InterfaceItem::Use(item) => Some(&item.path),
        _ => None,
    })
}

/// Calls `visit` with every path of a part. A world's imports come before its exports, wherever they stand, so that
/// the order of packages does not change when a world is printed.
pub(crate) fn for_each_path<'a, 's>(part: &'a Part<'s>, visit: &mut dyn FnMut(&'a UsePath<'s>)) {
    for item in &part.items {
        match item {
            Item::Use(item) => visit(&item.path),
            Item::Interface(interface) => uses(&interface.items).for_each(&mut *visit),
            Item::World(world) => for_each_world_path(world, visit),
            Item::Package(_) | Item::Broken(_) => {}
        }
    }
}

fn for_each_world_path<'a, 's>(world: &'a World<'s>, visit: &mut dyn FnMut(&'a UsePath<'s>)) {
    for item in &world.items {
        match item {
            WorldItem::Use(item) => visit(&item.path),
            WorldItem::Include(item) => visit(&item.path),
            WorldItem::Type(_)
            | WorldItem::Import(_)
            | WorldItem::Export(_)
            | WorldItem::Broken(_) => {}
        }
    }
    let imports = world.items.iter().filter_map(|item| match item {
        WorldItem::Import(item) => Some(&item.kind),
        _ => None,
    });
    let exports = world.items.iter().filter_map(|item| match item {
        WorldItem::Export(item) => Some(&item.kind),
        _ => None,
    });
    for kind in imports.chain(exports) {
        match kind {
            ExternKind::Path(path) | ExternKind::NamedPath(_, path) => visit(path),
            ExternKind::Interface(_, items) => uses(items).for_each(&mut *visit),
            ExternKind::Func(..) => {}
        }
    }
}

/// What packages depend on.
pub(super) struct Edges {
    /// Each in the order in which it is first said, all by position among those that are ordered.
    pub(super) edges: Vec<Vec<usize>>,
    /// The position of each unit.
    position: Vec<usize>,
    /// The last unit that named each one.
    named_by: Vec<Option<usize>>,
    unit: usize,
}

impl Edges {
    pub(super) fn new(units: usize, ordered: &[usize]) -> Self {
        let mut position = vec![0; units];
        ordered
            .iter()
            .enumerate()
            .for_each(|(index, &unit)| position[unit] = index);
        let edges = Vec::with_capacity(ordered.len());
        Self {
            edges,
            position,
            named_by: vec![None; units],
            unit: 0,
        }
    }

    /// Goes on with the next unit that is ordered.
    pub(super) fn from(&mut self, unit: usize) {
        self.unit = unit;
        self.edges.push(Vec::new());
    }

    /// Adds that the unit depends on `target`.
    pub(super) fn to(&mut self, target: usize) {
        let unit = self.unit;
        if target != unit
            && self.named_by[target].replace(unit) != Some(unit)
            && let Some(targets) = self.edges.last_mut()
        {
            targets.push(self.position[target]);
        }
    }
}

impl<'a, 's> Resolver<'a, 's> {
    /// Resolves all packages, and gives for each group the package that it is.
    pub(crate) fn packages(
        mut self,
        mut trees: Vec<Vec<Part<'s>>>,
    ) -> (Self, FastMap<usize, PackageId>) {
        let units = self.units;
        let mut by_name = units::by_name(units);
        let same = self.name_units(&by_name, &trees);
        by_name.retain(|unit| !same.contains_key(unit));
        let edges = self.package_edges(&by_name, &trees);
        for cycle in graph::order(&edges).cycles {
            let cycle: Vec<usize> = cycle
                .into_iter()
                .map(|position| by_name[position])
                .collect();
            self.report_package_cycle(&cycle, &trees);
        }
        let mut main = FastMap::default();
        for position in graph::post_order(&edges) {
            let unit = by_name[position];
            let tree = std::mem::take(&mut trees[unit]);
            let package;
            (self, package) = self.package_of(unit, &tree);
            if !units[unit].nested {
                main.insert(units[unit].group, package);
            }
        }
        for (copy, first) in same {
            if let Some(&package) = main.get(&units[first].group) {
                main.insert(units[copy].group, package);
            }
        }
        (self, main)
    }

    /// Resolves the package that has these syntax trees.
    pub(crate) fn package_of<'b>(
        self,
        unit: usize,
        tree: &[Part<'s>],
    ) -> (Resolver<'b, 's>, PackageId) {
        let mut resolver = self.enter(tree);
        let package = resolver.package(unit);
        (resolver.enter(&[]), package)
    }

    /// Enters the units under their names, and gives those that are copies of another one, each with that one.
    pub(crate) fn name_units(
        &mut self,
        by_name: &[usize],
        trees: &[Vec<Part<'s>>],
    ) -> FastMap<usize, usize> {
        let mut same = FastMap::default();
        for units in by_name.chunk_by(|&a, &b| self.units[a].name == self.units[b].name) {
            let first = units[0];
            let Some(name) = &self.units[first].name else {
                continue;
            };
            self.unit_of_name.insert(name.clone(), first);
            let is_copy = |unit: &usize| units::is_copy(self.units, trees, *unit, first);
            let (copies, others): (Vec<usize>, Vec<usize>) =
                units[1..].iter().partition(|unit| is_copy(unit));
            same.extend(copies.into_iter().map(|copy| (copy, first)));
            if !others.is_empty() {
                self.report_duplicate_package(name, first, &others);
            }
        }
        same
    }

    /// What each package depends on, in the order in which it first says so, by position in `by_name`.
    fn package_edges(&mut self, by_name: &[usize], trees: &[Vec<Part<'s>>]) -> Vec<Vec<usize>> {
        let mut edges = Edges::new(self.units.len(), by_name);
        for &unit in by_name {
            edges.from(unit);
            for part in &trees[unit] {
                for_each_path(part, &mut |path| {
                    let Some(package) = &path.package else { return };
                    self.unit_of(package)
                        .into_iter()
                        .for_each(|target| edges.to(target));
                });
            }
        }
        edges.edges
    }

    fn package(&mut self, unit: usize) -> PackageId {
        let source = &self.units[unit];
        let name = source.name.clone().unwrap_or_else(|| PackageName {
            namespace: crate::Name::new(),
            name: crate::Name::new(),
            version: None,
        });
        self.unit = unit;
        self.interner.clear();
        self.last_since = None;
        self.package = self.out.packages.alloc(Package {
            name: name.clone(),
            docs: source.docs.clone(),
            interfaces: crate::Map::default(),
            worlds: crate::Map::default(),
            span: source.span,
        });
        if source.name.is_some() && self.unit_of_name.get(&name) == Some(&unit) {
            self.out.package_names.insert(name, self.package);
        }
        let nodes = self.nodes();
        self.used_ahead = self.look_ahead(nodes.iter().filter_map(|node| match node.item {
            NodeItem::Interface(interface) => Some(interface),
            NodeItem::World(_) => None,
        }));
        self.file_scopes = self.file_scopes();
        let edges = self.node_edges(&nodes);
        let order = graph::order(&edges);
        for cycle in &order.cycles {
            self.report_item_cycle(&nodes, cycle);
        }
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
        self.resolved[unit] = true;
        self.package
    }

    fn node(&mut self, node: Node<'a, 's>, sound: bool) {
        self.part = node.part;
        let part = &self.tree[node.part];
        self.docs.open(self.sources, &part.file, &part.further);
        self.dropped = node.duplicate || !sound;
        let name = node.item.name().name;
        let entity = match node.item {
            NodeItem::Interface(interface) => self.interface(interface),
            NodeItem::World(world) => self.world(world),
        };
        if !self.dropped {
            self.entities[self.unit].insert(name.into(), entity);
        }
        self.dropped = false;
    }

    /// The interfaces and worlds of a unit, in order; each is entered under its name as something that is not there
    /// yet.
    fn nodes(&mut self) -> Vec<Node<'a, 's>> {
        let mut nodes: Vec<Node<'a, 's>> = Vec::new();
        let mut first: FastMap<&str, Ident<'s>> = FastMap::default();
        for (index, part) in self.tree.iter().enumerate() {
            for item in part.items.iter().filter_map(NodeItem::new) {
                let name = item.name();
                let duplicate = first.contains_key(name.name) || name.is_missing();
                if name.is_missing() {
                    // What is nameless is resolved for what is wrong in it.
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
                    self.entities[self.unit].insert(name.name.into(), entity);
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

    /// The names that the top-level `use` of each part bring in.
    fn file_scopes(&mut self) -> Vec<FastMap<&'s str, FileName<'s>>> {
        let mut scopes = Vec::with_capacity(self.tree.len());
        for part in self.tree {
            let mut scope = FastMap::default();
            let mut spans: FastMap<&str, Span> = FastMap::default();
            let has_uses = part.items.iter().any(|item| matches!(item, Item::Use(_)));
            for item in part.items.iter().filter(|_| has_uses) {
                let name = match item {
                    Item::Use(item) => item.rename.unwrap_or(item.path.name),
                    _ => match NodeItem::new(item) {
                        Some(item) => item.name(),
                        None => continue,
                    },
                };
                if name.is_missing() {
                    continue;
                }
                match spans.get(name.name) {
                    // Two items of one name have been reported.
                    Some(_) if !matches!(item, Item::Use(_)) && !scope.contains_key(name.name) => {
                        continue;
                    }
                    Some(&first) => {
                        self.report_duplicate_in_file(name, first);
                        continue;
                    }
                    None => spans.insert(name.name, name.span),
                };
                if let Item::Use(item) = item {
                    let target = self.top_use(item);
                    scope.insert(name.name, target);
                }
            }
            scopes.push(scope);
        }
        scopes
    }

    fn top_use(&mut self, item: &'a TopUse<'s>) -> FileName<'s> {
        if let Some(attribute) = item.attributes.first() {
            let message = "a `use` at the top level can't have attributes";
            let diagnostic = Diagnostic::error(
                witc_parser::codes::ATTRIBUTE_NOT_ALLOWED,
                message,
                attribute.span,
            )
            .note(
                "it only gives a name within this file; put the attribute where the name is used",
            );
            self.report(diagnostic);
        }
        let name = item.path.name;
        if name.is_missing() {
            return FileName::Foreign(Entity::Unknown);
        }
        if item.path.package.is_some() {
            let entity = self.entity(&item.path);
            if let Entity::World(_) | Entity::AbsentWorld(_) = entity {
                let message = format!("`{}` is a world, and `use` brings in interfaces", name.name);
                let diagnostic = Diagnostic::error(codes::NOT_AN_INTERFACE, message, name.span).note(
                    "write the world's whole path where it is included: `include namespace:package/world;`",
                );
                self.report(diagnostic);
                return FileName::Foreign(Entity::Unknown);
            }
            return FileName::Foreign(entity);
        }
        if self.entities[self.unit].contains_key(name.name) {
            return FileName::Local(name.name);
        }
        self.unknown_item(name);
        FileName::Foreign(Entity::Unknown)
    }

    /// What each node can't be resolved without.
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
                    Some(package) if self.unit_of(package) != Some(self.unit) => return,
                    Some(_) => path.name.name,
                    None => match self.file_scopes[node.part].get(path.name.name) {
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

    fn report_duplicate_in_file(&mut self, name: Ident<'_>, first: Span) {
        let message = format!("two things in this file are called `{}`", name.name);
        let diagnostic = Diagnostic::error(codes::DUPLICATE_ITEM, message, name.span)
            .label("again here")
            .also(first, "first here")
            .note("give one of them another name: `use … as other-name;`");
        self.report(diagnostic);
    }

    fn report_duplicate_package(&mut self, name: &PackageName, first: usize, others: &[usize]) {
        let message = format!("the package `{name}` is defined more than once");
        let mut diagnostic = Diagnostic::error(
            codes::DUPLICATE_PACKAGE,
            message,
            self.units[others[0]].span,
        )
        .also(self.units[first].span, "first defined here")
        .note("keep one of the definitions");
        for &other in &others[1..] {
            diagnostic = diagnostic.also(self.units[other].span, "and here");
        }
        self.report(diagnostic);
    }

    /// Where a unit first names another one.
    fn first_mention(&mut self, from: usize, to: usize, trees: &[Vec<Part<'s>>]) -> Span {
        let mut mention = Span::NONE;
        for part in &trees[from] {
            for_each_path(part, &mut |path| {
                if let Some(package) = &path.package
                    && mention.is_none()
                    && self.unit_of(package) == Some(to)
                {
                    mention = package.span;
                }
            });
        }
        mention
    }

    fn report_package_cycle(&mut self, cycle: &[usize], trees: &[Vec<Part<'s>>]) {
        let name = |resolver: &Self, unit: usize| {
            resolver.units[unit]
                .name
                .as_ref()
                .map_or_else(|| "?".to_owned(), ToString::to_string)
        };
        let first = name(self, cycle[0]);
        let span = self.first_mention(cycle[0], cycle[1 % cycle.len()], trees);
        let message = format!("the package `{first}` depends on itself");
        let mut diagnostic = Diagnostic::error(codes::PACKAGE_CYCLE, message, span).label(format!(
            "`{first}` depends on `{}`",
            name(self, cycle[1 % cycle.len()])
        ));
        for (position, &unit) in cycle.iter().enumerate().skip(1) {
            let next = cycle[(position + 1) % cycle.len()];
            let message = format!("`{}` depends on `{}`", name(self, unit), name(self, next));
            diagnostic = diagnostic.also(self.first_mention(unit, next, trees), message);
        }
        self.report(diagnostic.note("move what both sides need to a package of its own"));
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
            let scope = &self.file_scopes[nodes[index].part];
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
            diagnostic.note("move what both sides need to an interface or world of its own"),
        );
    }
}
