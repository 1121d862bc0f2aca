//! What paths stand for: `a`, `a:b/c`, `a:b/c@1.2.3`.

use super::entity::{Absent, Entity};
use super::path_key::{PathKey, package_name};
use super::scope::FileName;
use super::session::Resolver;
use crate::codes;
use crate::{InterfaceId, WorldId};
use witc_diagnostics::{Diagnostic, Span};
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
            let local = match self
                .here
                .file_scopes
                .get(self.here.part)
                .and_then(|scope| scope.get(name))
            {
                Some(FileName::Foreign(entity)) => return *entity,
                Some(FileName::Local(local)) => local,
                None => name,
            };
            return match self.names.entities[self.here.unit].get(local) {
                Some(&entity) => entity,
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

    /// The meaning of a path, if it has been looked up before.
    pub(crate) fn quiet_entity(&self, path: &UsePath<'s>) -> Option<Entity> {
        let name = path.name.name;
        let Some(package) = &path.package else {
            let local = match self
                .here
                .file_scopes
                .get(self.here.part)
                .and_then(|scope| scope.get(name))
            {
                Some(FileName::Foreign(entity)) => return Some(*entity),
                Some(FileName::Local(local)) => local,
                None => name,
            };
            return self.names.entities[self.here.unit].get(local).copied();
        };
        let unit = *self.names.unit_of_path.get(&PathKey::new(package)?)?;
        self.names.entities[unit?].get(name).copied()
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

    /// Reports that something refers to what is not there, if that is a mistake of its own.
    pub(crate) fn report_absent(&mut self, what: &str, name: &str, span: Span, absent: Absent) {
        let Absent::Inactive(gate) = absent else {
            return;
        };
        // An item that is left out may refer to others that are.
        if self.here.dropped {
            return;
        }
        let message = format!(
            "the {what} `{name}` needs a feature that is not active, but this item does not"
        );
        let diagnostic = Diagnostic::error(codes::INACTIVE_REFERENCE, message, span)
            .also(gate, "the feature")
            .note("put the same `@unstable` before the item that needs it, or activate the feature with `--features`");
        self.report(diagnostic);
    }
}
