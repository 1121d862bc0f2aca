//! Packages and their names.

use super::{Docs, InterfaceId, Map, Name, WorldId};
use semver::Version;
use std::fmt;
use witc_diagnostics::Span;

/// A package: interfaces and worlds under one name.
#[derive(Clone, Debug)]
pub struct Package {
    /// Its name.
    pub name: PackageName,
    /// Its documentation.
    pub docs: Docs,
    /// Its interfaces by name, in order.
    pub interfaces: Map<Name, InterfaceId>,
    /// Its worlds by name, in order.
    pub worlds: Map<Name, WorldId>,
    /// The name in its declaration.
    pub span: Span,
}

/// The name of a package: `namespace:name@version`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackageName {
    /// The part before the last `:`.
    pub namespace: Name,
    /// The part after it.
    pub name: Name,
    /// The version after the `@`.
    pub version: Option<Version>,
}

impl PackageName {
    /// The id of an interface or world of this package: `namespace:name/item@version`.
    #[must_use]
    pub fn item(&self, item: &str) -> String {
        let Self {
            namespace,
            name,
            version,
        } = self;
        match version {
            Some(version) => format!("{namespace}:{name}/{item}@{version}"),
            None => format!("{namespace}:{name}/{item}"),
        }
    }
}

impl fmt::Display for PackageName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.namespace, self.name)?;
        self.version
            .as_ref()
            .map_or(Ok(()), |version| write!(f, "@{version}"))
    }
}
