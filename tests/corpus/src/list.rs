//! The list of packages, `packages.toml`.

use serde::Deserialize;
use std::collections::BTreeMap;

const LIST: &str = include_str!("../packages.toml");

#[derive(Deserialize)]
struct List {
    package: Vec<Package>,
}

/// A published package.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Package {
    /// The client that downloads it.
    pub(crate) from: Client,
    pub(crate) name: String,
    pub(crate) version: String,
    /// The folders and files with WIT, each of which is loaded by itself. `folder/*` is every package and file in the
    /// folder.
    #[serde(default)]
    pub(crate) roots: Vec<String>,
    /// Lists of folders and files that use each other, and are loaded as one.
    #[serde(default)]
    pub(crate) together: Vec<Vec<String>>,
    /// The roots that are wrong, and the code of the error in them.
    #[serde(default)]
    pub(crate) wrong: BTreeMap<String, String>,
}

/// A client that downloads packages.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Client {
    Cargo,
    Npm,
    Pip,
}

impl Package {
    /// The client and the name: ecosystems share names.
    pub(crate) fn label(&self) -> String {
        format!("{} {}", self.from.program(), self.name)
    }
}

impl Client {
    /// The name of its program.
    fn program(self) -> &'static str {
        match self {
            Self::Cargo => "cargo",
            Self::Npm => "npm",
            Self::Pip => "pip",
        }
    }
}

/// The packages of these names, or all.
///
/// # Errors
///
/// A name that is not in the list.
pub(crate) fn packages(names: &[String]) -> Result<Vec<Package>, String> {
    let mut list: List = toml::from_str(LIST).map_err(|error| format!("packages.toml: {error}"))?;
    let is_listed = |name: &&String| list.package.iter().any(|package| package.name == **name);
    if let Some(unknown) = names.iter().find(|name| !is_listed(name)) {
        return Err(format!("`{unknown}` is not in tests/corpus/packages.toml"));
    }
    list.package
        .retain(|package| names.is_empty() || names.contains(&package.name));
    Ok(list.package)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_package_is_listed_once_and_has_roots() {
        let packages = packages(&[]).expect("can be read");
        let labels: BTreeSet<String> = packages.iter().map(Package::label).collect();
        assert_eq!(labels.len(), packages.len());
        for package in &packages {
            let roots = package.roots.len() + package.together.len();
            assert!(roots > 0, "{} has no roots", package.name);
        }
    }

    #[test]
    fn a_name_that_is_not_listed_is_refused() {
        assert!(packages(&["no-such-package".to_owned()]).is_err());
    }
}
