//! The meanings of paths that are known already: they are looked up, and nothing is said about those that are not.

use super::entity::Entity;
use super::path_key::PathKey;
use super::scope::FileName;
use super::session::Resolver;
use witc_parser::ast::UsePath;

impl Resolver<'_, '_> {
    /// The meaning that a name has by itself in the part where the resolver is.
    pub(crate) fn local_entity(&self, name: &str) -> Option<Entity> {
        let scope = self.here.file_scopes.get(self.here.part);
        let local = match scope.and_then(|scope| scope.get(name)) {
            Some(FileName::Foreign(entity)) => return Some(*entity),
            Some(FileName::Local(local)) => local,
            None => name,
        };
        self.names.entities[self.here.unit].get(local).copied()
    }

    /// The meaning of a path, if its package has been looked up before.
    pub(crate) fn known_entity(&self, path: &UsePath<'_>) -> Option<Entity> {
        let name = path.name.name;
        let Some(package) = &path.package else {
            return self.local_entity(name);
        };
        let unit = *self.names.unit_of_path.get(&PathKey::new(package)?)?;
        self.names.entities[unit?].get(name).copied()
    }
}
