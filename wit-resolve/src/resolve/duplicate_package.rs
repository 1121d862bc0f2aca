//! Packages that are defined more than once: whether they are copies or parts of one package, and what to do about it.

use super::session::Resolver;
use super::suggest::list;
use super::unit::{FilePart, item_name};
use crate::codes;
use crate::{FastMap, Group, PackageName};
use std::path::Path;
use witc_diagnostics::Diagnostic;

impl<'s> Resolver<'_, 's> {
    /// Reports that `others` are of the name of a unit, and differ from it.
    pub(super) fn report_duplicate_package(
        &mut self,
        name: &PackageName,
        first: usize,
        others: &[usize],
        trees: &[Vec<FilePart<'s>>],
    ) {
        let message = format!("the package `{name}` is defined more than once");
        let units = self.given.units;
        let mut diagnostic =
            Diagnostic::error(codes::DUPLICATE_PACKAGE, message, units[others[0]].span)
                .also(units[first].span, "first defined here");
        for &other in &others[1..] {
            diagnostic = diagnostic.also(units[other].span, "and here");
        }
        let all: Vec<usize> = std::iter::once(first)
            .chain(others.iter().copied())
            .collect();
        let advice = self.duplicate_advice(name, &all, trees);
        for unit in all {
            self.names.is_duplicate[unit] = true;
        }
        self.report(diagnostic.note(advice));
    }

    /// Whether a unit may have more interfaces and worlds than those that were found in it, because of a mistake that has been
    /// reported.
    pub(super) fn may_have_more(&self, unit: usize) -> bool {
        self.given.units[unit].is_incomplete || self.names.is_duplicate[unit]
    }

    /// What to do about units of one name.
    fn duplicate_advice(
        &self,
        name: &PackageName,
        units: &[usize],
        trees: &[Vec<FilePart<'s>>],
    ) -> String {
        let all = self.given.units;
        let is_nested = units.iter().any(|&unit| all[unit].rank.is_nested());
        let is_whole = |unit: &usize| !all[*unit].nested;
        let are_parts = units.iter().all(is_whole) && have_no_item_in_common(units, trees);
        let groups: Vec<&Group> = units
            .iter()
            .map(|&unit| &self.given.groups[all[unit].group])
            .collect();
        let names: Vec<&str> = groups.iter().map(|group| group.name.as_str()).collect();
        match common_folder(&groups) {
            Some(deps) if are_parts => format!(
                "each file directly in `{deps}` is a package of its own; these have no interface or world in common, so that they look like one package: move {} into a folder, `{}/`",
                list(&names),
                Path::new(deps).join(name.name.as_str()).display(),
            ),
            Some(_) | None if is_nested => {
                "put the one that is meant into the `deps/` of the main package: it is taken instead of all that are further in".to_owned()
            }
            Some(_) | None if are_parts => format!(
                "{} have no interface or world in common, so that they look like one package: move their files into one folder",
                list(&names)
            ),
            Some(_) | None => "keep one of the definitions".to_owned(),
        }
    }
}

/// The `deps/` that all of these are files of.
fn common_folder<'g>(groups: &[&'g Group]) -> Option<&'g str> {
    let deps = groups.first()?.deps.as_deref()?;
    let is_there = |group: &&Group| group.deps.as_deref() == Some(deps);
    groups.iter().all(is_there).then_some(deps)
}

/// Whether no two units define an interface or world of one name: if two do, one is a copy of the other, or another version.
fn have_no_item_in_common(units: &[usize], trees: &[Vec<FilePart<'_>>]) -> bool {
    let mut seen: FastMap<&str, ()> = FastMap::default();
    units.iter().all(|&unit| {
        let items = trees[unit].iter().flat_map(|part| &part.items);
        let names: Vec<&str> = items.filter_map(item_name).map(|name| name.name).collect();
        let are_new = names.iter().all(|name| !seen.contains_key(name));
        seen.extend(names.into_iter().map(|name| (name, ())));
        are_new
    })
}
