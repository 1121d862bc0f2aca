//! The order of packages: each comes after those that it depends on.

use super::path_walk::for_each_path;
use super::session::Resolver;
use super::unit::FilePart;
use super::units;
use crate::FastMap;
use crate::codes;
use crate::graph;
use witc_diagnostics::{Diagnostic, Span};

/// The dependencies among packages.
pub(super) struct Edges {
    /// Each in the order in which it is first said, all by position among those that are ordered.
    edges: Vec<Vec<usize>>,
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
            // Each edge once: a large package names another thousands of times.
            && self.named_by[target].replace(unit) != Some(unit)
            && let Some(targets) = self.edges.last_mut()
        {
            targets.push(self.position[target]);
        }
    }

    /// The packages that depend on themselves, by position.
    pub(super) fn cycles(&self) -> Vec<Vec<usize>> {
        graph::order(&self.edges).cycles
    }

    /// The order that follows for the units `by_name`, which have these copies.
    pub(super) fn order(&self, by_name: &[usize], copies: Copies) -> PackageOrder {
        let edges = |position: usize| self.edges[position].clone();
        // The order of the first mention, which stays the same when packages are printed and read
        // again.
        let positions = graph::post_order(by_name.len(), 0..by_name.len(), edges).into_iter();
        PackageOrder {
            units: positions.map(|position| by_name[position]).collect(),
            copies,
        }
    }
}

/// The units that are copies of another one, each with that one.
pub(super) type Copies = FastMap<usize, usize>;

/// The order in which packages are resolved.
pub(super) struct PackageOrder {
    pub(super) units: Vec<usize>,
    pub(super) copies: Copies,
}

impl<'s> Resolver<'_, 's> {
    /// The order of packages that have these syntax trees. Where packages depend on themselves, a diagnostic says so, and
    /// the order is broken somewhere among them.
    pub(super) fn package_order(&mut self, trees: &[Vec<FilePart<'s>>]) -> PackageOrder {
        let (by_name, copies) = self.name_units(trees);
        let edges = self.package_edges(&by_name, trees);
        for cycle in edges.cycles() {
            let cycle: Vec<usize> = cycle
                .into_iter()
                .map(|position| by_name[position])
                .collect();
            self.report_package_cycle(&cycle, trees);
        }
        edges.order(&by_name, copies)
    }

    /// Enters the units under their names. Gives them in the order of their names, without those that are further in than
    /// another one and those that are copies of another one, and the copies.
    pub(super) fn name_units(&mut self, trees: &[Vec<FilePart<'s>>]) -> (Vec<usize>, Copies) {
        let all = self.given.units;
        let mut by_name = units::by_name(all);
        if all.iter().any(|unit| unit.rank.is_nested()) {
            // An outer copy wins, whatever an inner one says: tools that copy packages leave pruned copies in them.
            let is_outermost = units::outermost(all);
            by_name.retain(|&unit| is_outermost[unit]);
        }
        let mut copies = Copies::default();
        for units in by_name.chunk_by(|&a, &b| all[a].name == all[b].name) {
            let first = units[0];
            let Some(name) = &all[first].name else {
                continue;
            };
            self.names.unit_of_name.insert(name.clone(), first);
            // Two roots may each bring the same dependency; equal text is no mistake.
            let is_copy = |unit: &usize| units::is_copy(all, trees, *unit, first);
            let (same, others): (Vec<usize>, Vec<usize>) =
                units[1..].iter().partition(|unit| is_copy(unit));
            copies.extend(same.into_iter().map(|copy| (copy, first)));
            if !others.is_empty() {
                self.report_duplicate_package(name, first, &others, trees);
            }
        }
        by_name.retain(|unit| !copies.contains_key(unit));
        (by_name, copies)
    }

    /// The packages that each package depends on, in the order in which it first names them.
    fn package_edges(&mut self, by_name: &[usize], trees: &[Vec<FilePart<'s>>]) -> Edges {
        let mut edges = Edges::new(self.given.units.len(), by_name);
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
        edges
    }

    /// The place where a unit first names another one.
    fn first_mention(&mut self, from: usize, to: usize, trees: &[Vec<FilePart<'s>>]) -> Span {
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

    fn report_package_cycle(&mut self, cycle: &[usize], trees: &[Vec<FilePart<'s>>]) {
        let name = |resolver: &Self, unit: usize| {
            resolver.given.units[unit]
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
        self.report(diagnostic.note("move what both sides need into a package of its own"));
    }
}
