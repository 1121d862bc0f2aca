//! Published packages: test data that others keep inside theirs.

use crate::programs::{cargo, root, run};
use serde_json::Value;
use std::path::PathBuf;
use std::sync::OnceLock;

/// The folder with the sources of a package that the workspace depends on, if only as an option.
///
/// # Panics
///
/// If cargo does not know it.
#[must_use]
pub fn package_folder(name: &str) -> PathBuf {
    static METADATA: OnceLock<Value> = OnceLock::new();
    let metadata = METADATA.get_or_init(|| {
        let mut command = cargo();
        command
            .args(["metadata", "--format-version", "1", "--all-features"])
            .current_dir(root());
        serde_json::from_str(&run(command)).expect("cargo writes JSON")
    });
    let mut packages = metadata["packages"].as_array().expect("is a list").iter();
    let package = packages.find(|package| package["name"] == name);
    let package = package.unwrap_or_else(|| panic!("the workspace does not depend on `{name}`"));
    let manifest = PathBuf::from(package["manifest_path"].as_str().expect("is a path"));
    manifest
        .parent()
        .expect("a manifest is in a folder")
        .to_path_buf()
}
