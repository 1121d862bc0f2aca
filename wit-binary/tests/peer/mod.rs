//! The peer's packages: its test cases, read where its source lies, and loaded with the peer and here.

#![allow(dead_code, reason = "every test uses a part of it")]

use std::path::{Path, PathBuf};
use wit_parser as peer;
use witc_resolve::{Features, Loaded, Loader, PackageName};

/// The folder of a peer's published source.
pub(crate) fn source(package: &str) -> PathBuf {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
    let registries = home.expect("a home folder").join("registry/src");
    let registries =
        std::fs::read_dir(&registries).unwrap_or_else(|e| panic!("{}: {e}", registries.display()));
    let mut folders = registries
        .flatten()
        .map(|registry| registry.path().join(package));
    folders
        .find(|folder| folder.is_dir())
        .unwrap_or_else(|| panic!("the source of {package} is not here"))
}

/// The packages that stand in a folder of test cases: `.wit` files, and folders.
pub(crate) fn cases(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut cases: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            path.is_dir() || path.extension().is_some_and(|extension| extension == "wit")
        })
        .filter(|path| path.file_name().is_none_or(|name| name != "parse-fail"))
        .collect();
    cases.sort();
    cases
}

/// Loads a package with the peer; nothing for the few cases that want a feature of it which is off here.
pub(crate) fn load(path: &Path) -> Option<(peer::Resolve, peer::PackageId)> {
    let mut resolve = peer::Resolve::default();
    resolve.features.insert("active".into());
    let package = if path.is_dir() {
        resolve.push_dir(path).map(|(package, _)| package)
    } else {
        resolve.push_file(path)
    };
    Some((resolve, package.ok()?))
}

/// Loads the same package here.
pub(crate) fn load_here(path: &Path) -> Loaded {
    let features = Features::from_iter(["active"]);
    let loaded = Loader::new().path(path).features(features).load();
    let errors = loaded
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.is_error());
    let errors: Vec<_> = errors
        .map(|error| format!("{}: {}", error.code, error.message))
        .collect();
    assert!(errors.is_empty(), "{}: {errors:?}", path.display());
    loaded
}

/// The package that is the peer's in ours.
pub(crate) fn package_id(
    ours: &witc_resolve::Resolve,
    theirs: &peer::Resolve,
    id: peer::PackageId,
) -> witc_resolve::PackageId {
    let name = &theirs.packages[id].name;
    let name = PackageName {
        namespace: (&*name.namespace).into(),
        name: (&*name.name).into(),
        version: name.version.clone(),
    };
    ours.package_names[&name]
}

/// The world that is the peer's in ours.
pub(crate) fn world_id(
    ours: &witc_resolve::Resolve,
    theirs: &peer::Resolve,
    id: peer::WorldId,
) -> witc_resolve::WorldId {
    let world = &theirs.worlds[id];
    let package = package_id(ours, theirs, world.package.expect("a package"));
    ours.packages[package].worlds[&*world.name]
}
