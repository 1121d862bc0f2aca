//! Versions of the same interface: what their ids have in common, and which of them is the latest.

use semver::Version;
use witc_resolve::{InterfaceId, Resolve, WorldKey};

/// An id without its version.
#[must_use]
pub fn unversioned(id: &str) -> &str {
    id.split_once('@').map_or(id, |(path, _)| path)
}

/// The id without its version that an import or export goes by, if it goes by one.
#[must_use]
pub fn path_of(resolve: &Resolve, key: &WorldKey) -> Option<String> {
    let id = resolve.interface_id(key.interface()?)?;
    Some(unversioned(&id).to_owned())
}

/// The version of the package that an interface is in.
pub(crate) fn version_of(resolve: &Resolve, id: InterfaceId) -> Option<&Version> {
    let package = resolve.interfaces[id].package?;
    resolve.packages[package].name.version.as_ref()
}

/// The version of the interface whose id an import or export goes by.
pub(crate) fn key_version<'r>(resolve: &'r Resolve, key: &WorldKey) -> Option<&'r Version> {
    version_of(resolve, key.interface()?)
}
