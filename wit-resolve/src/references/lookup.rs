//! What names mean: paths, and names within an interface or world.

use super::DefinitionId;
use super::collect::{Collector, Site};
use super::scopes::{FileName, ItemPath, Meaning};
use crate::FastMap;
use crate::resolve::package_name;
use witc_parser::ast::{self, Ident, UsePath};

impl<'s> Collector<'_, 's> {
    /// The unit of a package that a path names.
    pub(super) fn unit_of(&self, name: &ast::PackageName<'_>) -> Option<usize> {
        // The resolver has reported what is wrong with the name.
        let name = package_name(name, self.given.options, &mut Vec::new())?;
        self.session.names.unit_of_name.get(&name).copied()
    }

    /// The interface or world that a path names. The names of the file count, unless the path gives it one.
    pub(super) fn item_of(&self, site: Site, path: &UsePath<'s>) -> Option<ItemPath<'s>> {
        let name = path.name.name;
        if let Some(package) = &path.package {
            let unit = self.unit_of(package)?;
            return Some(ItemPath { unit, name });
        }
        let unit = site.unit;
        let in_file = self.file_name(site, path.name);
        Some(in_file.map_or(ItemPath { unit, name }, |name| name.target))
    }

    /// The meaning that only the file gives to a name.
    pub(super) fn file_name(&self, site: Site, name: Ident<'_>) -> Option<FileName<'s>> {
        let files = self.units[site.unit].files.get(site.part)?;
        files.get(name.name).copied()
    }

    pub(super) fn scope_of(&self, item: ItemPath<'_>) -> Option<usize> {
        self.units[item.unit].items.get(item.name).copied()
    }

    /// The interface or world itself.
    pub(super) fn item_definition(&self, item: ItemPath<'_>) -> Option<DefinitionId> {
        self.scopes[self.scope_of(item)?].definition
    }

    /// The meaning of a name in an interface or world, wherever it comes from.
    pub(super) fn lookup(&self, scope: usize, name: &'s str) -> Option<DefinitionId> {
        let mut pending = vec![scope];
        // Worlds may include one another, by mistake or in two ways.
        let mut seen: FastMap<usize, ()> = FastMap::default();
        while let Some(scope) = pending.pop() {
            if seen.insert(scope, ()).is_some() {
                continue;
            }
            let scope = &self.scopes[scope];
            match scope.names.get(name) {
                Some(Meaning::Own(definition)) => return Some(*definition),
                Some(Meaning::Used(interface)) => pending.extend(self.scope_of(*interface)),
                None => {
                    // The list of what is pending is a stack, so that the first include is looked
                    // at first.
                    let includes = scope.includes.iter().rev();
                    let as_it_is = includes.filter(|it| !it.renamed.contains_key(name));
                    pending.extend(as_it_is.filter_map(|it| self.scope_of(it.world)));
                }
            }
        }
        None
    }
}
