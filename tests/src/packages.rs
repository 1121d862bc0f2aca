//! Published packages: test data that others keep inside theirs.

use crate::programs::{cargo, root, run, write_if_changed};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
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

/// A version of WASI 0.3. Components of one run on a host of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wasi {
    /// The first one, which wasmtime has.
    V0_3_0,
    /// The one of the crate `wasip3`.
    V0_3_2,
}

impl Wasi {
    /// The folder of the WIT, which others keep in their packages.
    fn folder(self) -> PathBuf {
        match self {
            Self::V0_3_0 => package_folder("wasmtime-wasi-http").join("src/p3/wit/deps"),
            Self::V0_3_2 => package_folder("wasip3").join("wit/deps"),
        }
    }

    /// Puts the WIT of WASI into a folder, where a guest looks for it: it is not ours to check in.
    ///
    /// # Panics
    ///
    /// If it can't be read or written.
    pub fn write_wit(self, to: &Path) {
        for file in self.folder().read_dir().expect("the package has its WIT") {
            let file = file.expect("can be read");
            let text = fs::read(file.path()).expect("can be read");
            write_if_changed(&to.join(file.file_name()), &text);
        }
    }
}
