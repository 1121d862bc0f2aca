//! Names: of everything, and of packages.

use semver::Version;
use std::fmt;

/// A name, as written, without `%`. Clones are cheap; up to 15 bytes need no allocation.
pub type Name = ecow::EcoString;

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
