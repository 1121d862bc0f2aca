//! What paths stand for: `a`, `a:b/c`, `a:b/c@1.2.3`.

use super::entity::Entity;
use super::path_key::{PathKey, package_name};
use super::session::Resolver;
use crate::codes;
use crate::{InterfaceId, WorldId};
use witc_diagnostics::Diagnostic;
use witc_parser::ast::{self, UsePath};

impl<'s> Resolver<'_, 's> {
    /// The unit that a path's package is, if there is one. The first time that there is none, a diagnostic says so.
    pub(crate) fn unit_of(&mut self, name: &ast::PackageName<'s>) -> Option<usize> {
        // By its text, before a version is parsed: the same few packages are named over and over.
        let key = PathKey::new(name);
        if let Some(unit) = key.and_then(|key| self.names.unit_of_path.get(&key)) {
            let unit = *unit;
            // Known to be missing: the diagnostic that says so gets this place as well.
            if unit.is_none() {
                self.unknown_package_again(name);
            }
            return unit;
        }
        if name
            .namespaces
            .iter()
            .chain(&name.names)
            .any(ast::Ident::is_missing)
        {
            return None;
        }
        let unit = match package_name(name, self.given.options, &mut self.out.diagnostics) {
            Some(package) => match self.names.unit_of_name.get(&package) {
                Some(&unit) => Some(unit),
                None => {
                    self.unknown_package(package, name.span);
                    None
                }
            },
            None => return None,
        };
        if let Some(key) = key {
            self.names.unit_of_path.insert(key.into(), unit);
        }
        unit
    }

    /// The meaning of a path in the part where the resolver is.
    pub(crate) fn entity(&mut self, path: &UsePath<'s>) -> Entity {
        let name = path.name.name;
        if path.name.is_missing() {
            return Entity::Unknown;
        }
        let Some(package) = &path.package else {
            return match self.local_entity(name) {
                Some(entity) => entity,
                None => {
                    self.unknown_item(path.name);
                    Entity::Unknown
                }
            };
        };
        let Some(unit) = self.unit_of(package) else {
            return Entity::Unknown;
        };
        match self.names.entities[unit].get(name) {
            Some(&entity) => entity,
            None => {
                // A unit that is not resolved yet is in a cycle of packages, which has been reported.
                if self.names.resolved[unit] || unit == self.here.unit {
                    self.unknown_foreign_item(unit, path.name);
                }
                Entity::Unknown
            }
        }
    }

    /// The interface that a path stands for.
    pub(crate) fn interface_of(&mut self, path: &UsePath<'s>) -> Option<InterfaceId> {
        match self.entity(path) {
            Entity::Interface(id) => Some(id),
            Entity::AbsentInterface(absent) => {
                self.report_absent("interface", path.name.name, path.name.span, absent);
                None
            }
            Entity::World(_) | Entity::AbsentWorld(_) => {
                // Another package may gate it by the same feature, so that it is not there.
                if self.here.dropped && path.package.is_some() {
                    return None;
                }
                let message = format!(
                    "expected an interface, found the world `{}`",
                    path.name.name
                );
                self.report(Diagnostic::error(
                    codes::NOT_AN_INTERFACE,
                    message,
                    path.name.span,
                ));
                None
            }
            Entity::Unknown => None,
        }
    }

    /// The world that a path stands for.
    pub(crate) fn world_of(&mut self, path: &UsePath<'s>) -> Option<WorldId> {
        match self.entity(path) {
            Entity::World(id) => Some(id),
            Entity::AbsentWorld(absent) => {
                self.report_absent("world", path.name.name, path.name.span, absent);
                None
            }
            Entity::Interface(_) | Entity::AbsentInterface(_) => {
                if self.here.dropped && path.package.is_some() {
                    return None;
                }
                let message = format!("expected a world, found the interface `{}`", path.name.name);
                self.report(Diagnostic::error(
                    codes::NOT_A_WORLD,
                    message,
                    path.name.span,
                ));
                None
            }
            Entity::Unknown => None,
        }
    }
}
