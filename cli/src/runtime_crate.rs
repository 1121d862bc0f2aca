//! The name under which a Rust guest knows the crate `witc`, as its `Cargo.toml` says.
//!
//! `wit-bindgen = { package = "witc", … }` keeps the sources of a guest unchanged, but generated files then have to call
//! the runtime `wit_bindgen::rt`.

use crate::failure::Failure;
use crate::input;
use std::path::{Path, PathBuf};
use toml::de::{DeTable, DeValue};

/// The package that guests depend on.
const PACKAGE: &str = "witc";

/// What the manifest of a guest says of the crate `witc`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct RuntimeCrate {
    /// The crate's name in Rust, such as `wit_bindgen`; nothing if the manifest has no such dependency.
    pub name: Option<String>,
    /// The manifest of the guest and, where it inherits the dependency, that of its workspace.
    pub read: Vec<PathBuf>,
}

/// Reads the `Cargo.toml` that Cargo would take for a file in a folder; nothing if there is none, or it has no package. The
/// folder may not exist yet.
///
/// # Errors
///
/// A manifest cannot be read.
pub(crate) fn of_folder(folder: &Path) -> Result<Option<RuntimeCrate>, Failure> {
    let Some(folder) = existing(folder) else {
        return Ok(None);
    };
    let Some(manifest) = upward(&folder) else {
        return Ok(None);
    };
    let mut found = RuntimeCrate::default();
    let text = read(&manifest)?;
    let (table, _) = DeTable::parse_recoverable(&text);
    // The root of a workspace without a package has no guest.
    if inner(table.get_ref(), "package").is_none() {
        return Ok(None);
    }
    found.read.push(shown(&manifest));
    let mut names = Vec::new();
    let mut inherited = Vec::new();
    for table in dependencies(table.get_ref()) {
        collect(table, &mut names, &mut inherited);
    }
    if !inherited.is_empty() {
        inherit(&manifest, inherited, &mut names, &mut found)?;
    }
    // A guest may know it by several names; its own is the plainest.
    names.sort_by_key(|name| (name != PACKAGE, name.clone()));
    found.name = names.first().map(|name| name.replace('-', "_"));
    Ok(Some(found))
}

/// Adds the names of the dependencies that a workspace says are `witc`.
fn inherit(
    manifest: &Path,
    inherited: Vec<String>,
    names: &mut Vec<String>,
    found: &mut RuntimeCrate,
) -> Result<(), Failure> {
    for folder in manifest.ancestors().skip(1) {
        let root = folder.join("Cargo.toml");
        if !root.is_file() {
            continue;
        }
        let text = read(&root)?;
        let (table, _) = DeTable::parse_recoverable(&text);
        let Some(workspace) = inner(table.get_ref(), "workspace") else {
            continue;
        };
        if root != manifest {
            found.read.push(shown(&root));
        }
        let mut of_workspace = Vec::new();
        if let Some(table) = inner(workspace, "dependencies") {
            collect(table, &mut of_workspace, &mut Vec::new());
        }
        names.extend(
            inherited
                .into_iter()
                .filter(|name| of_workspace.contains(name)),
        );
        break;
    }
    Ok(())
}

/// The nearest folder that exists, without links and `..`, whose parents are then where it is.
fn existing(folder: &Path) -> Option<PathBuf> {
    let absolute = std::path::absolute(folder).ok()?;
    absolute
        .ancestors()
        .find_map(|folder| folder.canonicalize().ok())
}

fn upward(folder: &Path) -> Option<PathBuf> {
    folder
        .ancestors()
        .map(|folder| folder.join("Cargo.toml"))
        .find(|path| path.is_file())
}

fn read(manifest: &Path) -> Result<String, Failure> {
    // What is not text names no crate, and Cargo says so.
    Ok(input::file(manifest)?
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_default())
}

/// The path from the working directory, if it is below.
fn shown(path: &Path) -> PathBuf {
    let here = existing(Path::new(".")).unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).to_owned()
}

/// All tables of dependencies: those for every target, and those for some.
fn dependencies<'a>(manifest: &'a DeTable<'a>) -> Vec<&'a DeTable<'a>> {
    let mut tables: Vec<_> = inner(manifest, "dependencies").into_iter().collect();
    let targets = inner(manifest, "target").into_iter().flatten();
    let targets = targets.filter_map(|(_, target)| target.get_ref().as_table());
    tables.extend(targets.filter_map(|target| inner(target, "dependencies")));
    tables
}

/// The names in a table of dependencies that stand for `witc`, and those that are inherited from the workspace.
fn collect(table: &DeTable<'_>, names: &mut Vec<String>, inherited: &mut Vec<String>) {
    for (name, value) in table {
        let name = name.get_ref().to_string();
        let keys = value.get_ref().as_table();
        let key = |key: &str| {
            keys.and_then(|keys| keys.get(key))
                .map(toml::Spanned::get_ref)
        };
        if key("workspace").is_some() {
            inherited.push(name);
            continue;
        }
        let package = key("package").and_then(DeValue::as_str);
        if package.unwrap_or(&name) == PACKAGE {
            names.push(name);
        }
    }
}

fn inner<'a>(table: &'a DeTable<'a>, key: &str) -> Option<&'a DeTable<'a>> {
    table.get(key)?.get_ref().as_table()
}

#[cfg(test)]
mod tests {
    use super::of_folder;
    use std::fs;
    use std::path::Path;

    fn name(manifest: &str, workspace: &str) -> Option<String> {
        let folder = tempfile::tempdir().expect("there is room");
        let guest = folder.path().join("guest");
        fs::create_dir_all(&guest).expect("there is room");
        fs::write(folder.path().join("Cargo.toml"), workspace).expect("there is room");
        let manifest = format!("[package]\nname = \"guest\"\n\n{manifest}");
        fs::write(guest.join("Cargo.toml"), manifest).expect("there is room");
        let found = of_folder(&guest.join("src/gen")).expect("can be read");
        found.expect("there is one").name
    }

    #[test]
    fn a_guest_may_call_it_what_it_likes() {
        let cases = [
            ("[dependencies]\nwitc = \"0.1\"", Some("witc")),
            (
                "[dependencies]\nwit-bindgen = { package = \"witc\", path = \"x\" }",
                Some("wit_bindgen"),
            ),
            (
                "[dependencies.rt]\npackage = \"witc\"\nversion = \"0.1\"",
                Some("rt"),
            ),
            (
                "[target.'cfg(target_family = \"wasm\")'.dependencies]\nw = { package = \"witc\" }",
                Some("w"),
            ),
            (
                "[dependencies]\na = { package = \"witc\" }\nwitc = \"0.1\"",
                Some("witc"),
            ),
            ("[dependencies]\nwit-bindgen = \"0.63\"", None),
            ("[dependencies]\nwitc = { package = \"other\" }", None),
            // What Cargo refuses is no reason to fail here.
            ("[dependencies\nwitc = ", None),
        ];
        for (manifest, expected) in cases {
            assert_eq!(name(manifest, "").as_deref(), expected, "{manifest}");
        }
    }

    #[test]
    fn a_workspace_says_it_for_its_members() {
        let workspace = "[workspace.dependencies]\nwit-bindgen = { package = \"witc\" }\nx = \"1\"";
        let guest = "[dependencies]\nx.workspace = true\nwit-bindgen = { workspace = true }";
        assert_eq!(name(guest, workspace).as_deref(), Some("wit_bindgen"));
        assert_eq!(name(guest, ""), None);
    }

    #[test]
    fn without_a_manifest_there_is_nothing_to_say() {
        let found = of_folder(Path::new("/")).expect("can be read");
        assert_eq!(found, None);
    }
}
