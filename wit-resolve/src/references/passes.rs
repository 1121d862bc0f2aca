//! Collecting references from the syntax trees of a run: first what is defined, then what refers to it.

use super::collect::{Collector, UnitNames};
use super::entities::Entities;
use super::{DefinitionKind, References};
use crate::FastMap;
use crate::resolve::{FilePart, Session};
use witc_parser::ast::{self, Item};

/// Everything that the names in these trees, of all units, mean; `order` are the units that were resolved.
pub(crate) fn collect<'s>(
    session: &Session<'s>,
    trees: &[Vec<FilePart<'s>>],
    order: &[usize],
) -> References {
    let mut collector = Collector {
        given: session.given,
        session,
        entities: Entities::new(&session.out.model),
        definitions: Vec::new(),
        occurrences: Vec::new(),
        scopes: Vec::new(),
        units: session
            .given
            .units
            .iter()
            .map(|_| UnitNames::default())
            .collect(),
        features: FastMap::default(),
    };
    // Passes over all units, since a path may name what comes later: first packages, then the names
    // in files, then those in interfaces and worlds.
    for &unit in order {
        collector.declare_package(unit, &trees[unit]);
    }
    for &unit in order {
        collector.declare_files(unit, &trees[unit]);
    }
    let mut first_scopes = Vec::with_capacity(order.len());
    for &unit in order {
        first_scopes.push(collector.scopes.len());
        collector.declare_items(unit, &trees[unit]);
    }
    for (&unit, first_scope) in order.iter().zip(first_scopes) {
        // All names are defined by now, so that every use finds its meaning.
        collector.link_unit(unit, &trees[unit], first_scope);
    }
    References::new(collector.definitions, collector.occurrences)
}

impl<'s> Collector<'_, 's> {
    /// The declarations of packages: in files, and of those that are nested in others.
    fn declare_package(&mut self, unit: usize, tree: &[FilePart<'s>]) {
        let is_nested = self.given.units[unit].nested;
        for part in tree {
            if let Some(decl) = part.file.package.as_ref().filter(|_| !is_nested) {
                self.declare_segments(unit, &decl.name);
            }
            for package in part.items.iter().filter_map(Item::as_package) {
                if let Some(unit) = self.nested_unit(package) {
                    self.declare_segments(unit, &package.decl.name);
                }
            }
        }
    }

    fn declare_segments(&mut self, unit: usize, name: &ast::PackageName<'s>) {
        // Several files may declare the package; the first declaration defines it, the others use
        // it.
        if !self.units[unit].segments.is_empty() {
            return self.occur_package(unit, name);
        }
        let last = name.namespaces.len() + name.names.len() - 1;
        for (index, ident) in name.namespaces.iter().chain(&name.names).enumerate() {
            let kind = if index == last {
                DefinitionKind::Package
            } else {
                DefinitionKind::Namespace
            };
            let definition = self.define_at(kind, *ident, name.span);
            self.units[unit].segments.push(definition);
        }
    }
}
