//! What paths stand for: `a`, `a:b/c`, `a:b/c@1.2.3`.

use super::package::FileName;
use super::{Absent, Entity, Resolver};
use crate::codes;
use crate::input::NESTED_NAMESPACES;
use crate::{InterfaceId, Name, Options, PackageName, WorldId};
use hashbrown::Equivalent;
use witc_diagnostics::{Diagnostic, Span};
use witc_parser::ast::{self, UsePath};

/// The text of a package's name in a path.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct PathKey<'s> {
    pub(crate) namespace: &'s str,
    pub(crate) name: &'s str,
    pub(crate) version: Option<&'s str>,
}

impl<'s> PathKey<'s> {
    /// Nothing for nested namespaces, which are rare.
    pub(crate) fn new(name: &ast::PackageName<'s>) -> Option<Self> {
        let ([namespace], [simple]) = (&name.namespaces[..], &name.names[..]) else {
            return None;
        };
        Some(Self {
            namespace: namespace.name,
            name: simple.name,
            version: name.version.map(|version| version.text),
        })
    }
}

/// A [`PathKey`] that is kept. It has the names themselves: the text that they stand in is far away, and to look there takes
/// longer than all else that is done to find a package.
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct KnownPath {
    namespace: Name,
    name: Name,
    version: Option<Name>,
}

impl From<PathKey<'_>> for KnownPath {
    fn from(key: PathKey<'_>) -> Self {
        let PathKey {
            namespace,
            name,
            version,
        } = key;
        Self {
            namespace: namespace.into(),
            name: name.into(),
            version: version.map(Name::from),
        }
    }
}

/// Both have the same fields in the same order, and names have the hash of their text.
impl Equivalent<KnownPath> for PathKey<'_> {
    fn equivalent(&self, known: &KnownPath) -> bool {
        let KnownPath {
            namespace,
            name,
            version,
        } = known;
        *self
            == PathKey {
                namespace,
                name,
                version: version.as_deref(),
            }
    }
}

/// A version by the rules of Semantic Versioning.
pub(crate) fn version(
    version: ast::Version<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<semver::Version> {
    match semver::Version::parse(version.text) {
        Ok(version) => Some(version),
        Err(error) => {
            let message = format!("`{}` is not a version", version.text);
            let diagnostic = Diagnostic::error(codes::INVALID_VERSION, message, version.span)
                .label(error.to_string())
                .note("a version has three numbers, and may go on with a pre-release and a build: `1.2.3`, `1.2.3-rc.1`, `1.2.3+5`");
            let numbers: Vec<&str> = version.text.split('.').collect();
            let short =
                numbers.len() < 3 && numbers.iter().all(|number| number.parse::<u64>().is_ok());
            let diagnostic = if short {
                let whole = format!("{}{}", version.text, ".0".repeat(3 - numbers.len()));
                diagnostic.guess(format!("write `{whole}`"), version.span, whole)
            } else {
                diagnostic
            };
            diagnostics.push(diagnostic);
            None
        }
    }
}

/// A package's name, if it is one.
pub(crate) fn package_name(
    name: &ast::PackageName<'_>,
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<PackageName> {
    let version = match name.version {
        // The parser has reported that it is missing.
        Some(text) if text.is_missing() => return None,
        Some(text) => Some(version(text, diagnostics)?),
        None => None,
    };
    let nested = name.namespaces.len() > 1 || name.names.len() > 1;
    if nested && !options.features.is_active(NESTED_NAMESPACES) {
        let message = "nested namespaces and packages are not part of WIT yet";
        let diagnostic = Diagnostic::error(codes::NESTED_NAMESPACE, message, name.span)
            .note("a package has one namespace and one name: `namespace:name`")
            .note("`--features nested-namespaces` allows more of them");
        diagnostics.push(diagnostic);
        return None;
    }
    let join = |parts: &[ast::Ident<'_>], separator: char| {
        let mut joined = Name::new();
        for part in parts {
            if !joined.is_empty() {
                joined.push(separator);
            }
            joined.push_str(part.name);
        }
        joined
    };
    Some(PackageName {
        namespace: join(&name.namespaces, ':'),
        name: join(&name.names, '/'),
        version,
    })
}

impl<'s> Resolver<'_, 's> {
    /// The unit that a path's package is, if there is one. The first time that there is none, a diagnostic says so.
    pub(crate) fn unit_of(&mut self, name: &ast::PackageName<'s>) -> Option<usize> {
        let key = PathKey::new(name);
        if let Some(unit) = key.and_then(|key| self.unit_of_path.get(&key)) {
            let unit = *unit;
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
        let unit = match package_name(name, self.options, &mut self.diagnostics) {
            Some(package) => match self.unit_of_name.get(&package) {
                Some(&unit) => Some(unit),
                None => {
                    self.unknown_package(package, name.span);
                    None
                }
            },
            None => return None,
        };
        if let Some(key) = key {
            self.unit_of_path.insert(key.into(), unit);
        }
        unit
    }

    /// What a path stands for in the part where the resolver is, and the span of its last name.
    pub(crate) fn entity(&mut self, path: &UsePath<'s>) -> Entity {
        let name = path.name.name;
        if path.name.is_missing() {
            return Entity::Unknown;
        }
        let Some(package) = &path.package else {
            let local = match self
                .file_scopes
                .get(self.part)
                .and_then(|scope| scope.get(name))
            {
                Some(FileName::Foreign(entity)) => return *entity,
                Some(FileName::Local(local)) => local,
                None => name,
            };
            return match self.entities[self.unit].get(local) {
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
        match self.entities[unit].get(name) {
            Some(&entity) => entity,
            None => {
                // A unit that is not resolved yet is in a cycle of packages, which has been reported.
                if self.resolved[unit] || unit == self.unit {
                    self.unknown_foreign_item(unit, path.name);
                }
                Entity::Unknown
            }
        }
    }

    /// What a path stands for, if it has been looked up before.
    pub(crate) fn quiet_entity(&self, path: &UsePath<'s>) -> Option<Entity> {
        let name = path.name.name;
        let Some(package) = &path.package else {
            let local = match self
                .file_scopes
                .get(self.part)
                .and_then(|scope| scope.get(name))
            {
                Some(FileName::Foreign(entity)) => return Some(*entity),
                Some(FileName::Local(local)) => local,
                None => name,
            };
            return self.entities[self.unit].get(local).copied();
        };
        let unit = *self.unit_of_path.get(&PathKey::new(package)?)?;
        self.entities[unit?].get(name).copied()
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
                // What another package has behind a feature may not be there yet.
                if self.dropped && path.package.is_some() {
                    return None;
                }
                let message = format!(
                    "`{}` is a world, and an interface is needed here",
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
                if self.dropped && path.package.is_some() {
                    return None;
                }
                let message = format!(
                    "`{}` is an interface, and a world is needed here",
                    path.name.name
                );
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
        if self.dropped {
            return;
        }
        let message =
            format!("the {what} `{name}` is behind a feature that is not active, and this is not");
        let diagnostic = Diagnostic::error(codes::INACTIVE_REFERENCE, message, span)
            .also(gate, "the feature")
            .note("put the same `@unstable` before the item that needs it, or activate the feature with `--features`");
        self.report(diagnostic);
    }
}

#[cfg(test)]
mod tests {
    use super::super::FastMap;
    use super::*;

    #[test]
    fn what_is_kept_is_found_by_the_text_of_its_names() {
        let key = |namespace, name, version| PathKey {
            namespace,
            name,
            version,
        };
        let keys = [
            key("a", "b", None),
            key("a", "b", Some("1.0.0")),
            key("ab", "", None),
            key(
                "a-namespace-of-some-length",
                "a-name-of-some-length",
                Some("1.0.0-rc.1+a-build"),
            ),
        ];
        let known: FastMap<KnownPath, usize> = keys
            .iter()
            .enumerate()
            .map(|(index, key)| ((*key).into(), index))
            .collect();
        for (index, key) in keys.iter().enumerate() {
            assert_eq!(known.get(key), Some(&index));
        }
        assert_eq!(known.get(&key("a", "b", Some("1.0.1"))), None);
    }
}
