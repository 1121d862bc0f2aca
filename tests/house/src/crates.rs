//! The crates stand on each other as the table in ARCHITECTURE.md says.

use crate::sources::{read, root};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::process::Command;

/// How many crates a guest's build may compile.
// A few more than there are: one small crate may come, a large tree of them may not.
const MOST_GUEST_CRATES: usize = 25;

/// What tests and benches compare with and run on: a product that depended on it would be it.
const PEERS: [&str; 4] = ["wit-parser", "wit-component", "wit-bindgen", "wasmtime"];

/// What depends on a crate: its build, or its tests alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Needed {
    ByBuild,
    ByTests,
}

/// A crate of the workspace.
struct Package {
    /// The package's name.
    name: String,
    /// Crates of the workspace that it depends on, by their folders.
    ours: BTreeSet<(Needed, String)>,
    /// Other crates that it depends on.
    others: BTreeSet<(Needed, String)>,
}

fn cargo(arguments: &[&str]) -> String {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(arguments)
        .current_dir(root())
        .output()
        .expect("cargo can be started");
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {error}");
    String::from_utf8(output.stdout).expect("is UTF-8")
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("no `{key}`"))
}

/// A folder in the repository, as ARCHITECTURE.md names it.
fn folder(path: &str) -> String {
    let root = root().canonicalize().expect("is there");
    let path = path.trim_end_matches("Cargo.toml").trim_end_matches('/');
    let inside = std::path::Path::new(path).strip_prefix(&root);
    let inside = inside.expect("is in the repository");
    inside.to_str().expect("is UTF-8").replace('\\', "/")
}

/// The crates of the workspace by their folders, as cargo tells them.
fn packages() -> BTreeMap<String, Package> {
    // Cargo is asked, since a manifest inherits dependencies and versions from the workspace.
    let metadata = cargo(&["metadata", "--format-version", "1", "--no-deps"]);
    let metadata: Value = serde_json::from_str(&metadata).expect("cargo writes JSON");
    let packages = metadata["packages"].as_array().expect("is a list");
    let package = |value: &Value| {
        let mut package = Package {
            name: text(value, "name").to_owned(),
            ours: BTreeSet::new(),
            others: BTreeSet::new(),
        };
        for dependency in value["dependencies"].as_array().expect("is a list") {
            let needed = match dependency["kind"].as_str() {
                // Tests may stand on rooms above: they are in no user's build.
                Some("dev") => Needed::ByTests,
                _ => Needed::ByBuild,
            };
            match dependency["path"].as_str() {
                Some(path) => package.ours.insert((needed, folder(path))),
                None => package
                    .others
                    .insert((needed, text(dependency, "name").to_owned())),
            };
        }
        (folder(text(value, "manifest_path")), package)
    };
    packages.iter().map(package).collect()
}

/// Whether a crate is only there to test and measure the others.
fn is_tool(folder: &str) -> bool {
    folder == "xtask" || folder == "tests" || folder.starts_with("tests/")
}

/// The words in backticks.
fn quoted(text: &str) -> BTreeSet<String> {
    let words = text.split('`').skip(1).step_by(2);
    words.map(str::to_owned).collect()
}

/// A section of ARCHITECTURE.md.
fn section(title: &str) -> String {
    let document = read("ARCHITECTURE.md");
    let heading = format!("## {title}\n");
    let (_, rest) = document
        .split_once(&heading)
        .unwrap_or_else(|| panic!("ARCHITECTURE.md has no section `{title}`"));
    let end = rest.find("\n## ").unwrap_or(rest.len());
    rest[..end].to_owned()
}

/// The rows of the table of rooms: the folder, the package, and the folders that it stands on.
fn rows() -> Vec<(String, BTreeSet<String>, BTreeSet<String>)> {
    let section = section("The rooms");
    let rows = section.lines().filter_map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").collect();
        let [folder, package, _, below] = cells[..] else {
            return None;
        };
        let folder = quoted(folder).into_iter().next()?;
        Some((folder, quoted(package), quoted(below)))
    });
    rows.collect()
}

#[test]
fn the_table_is_what_cargo_says() {
    let packages = packages();
    let rows = rows();
    let mut failures = Vec::new();
    for (folder, package) in &packages {
        let Some((_, names, below)) = rows.iter().find(|(row, ..)| row == folder) else {
            failures.push(format!("`{folder}` has no row"));
            continue;
        };
        let name = BTreeSet::from([package.name.clone()]);
        if *names != name && !names.is_empty() {
            failures.push(format!("`{folder}` is the package {}", package.name));
        }
        let by_build = |(needed, crate_below): &(Needed, String)| {
            (*needed == Needed::ByBuild).then(|| crate_below.clone())
        };
        let actual: BTreeSet<String> = package.ours.iter().filter_map(by_build).collect();
        for missing in actual.difference(below) {
            failures.push(format!(
                "`{folder}` stands on `{missing}`, which its row does not say"
            ));
        }
        for gone in below.difference(&actual) {
            failures.push(format!(
                "`{folder}` does not stand on `{gone}`, as its row says"
            ));
        }
    }
    for (folder, names, _) in &rows {
        if !names.is_empty() && !packages.contains_key(folder) {
            failures.push(format!("`{folder}` is no crate of the workspace"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn products_need_no_tools_and_no_peers() {
    for (folder, package) in packages().iter().filter(|(folder, _)| !is_tool(folder)) {
        for (needed, other) in &package.ours {
            let of_tests = *needed == Needed::ByTests;
            assert!(
                of_tests || !is_tool(other),
                "`{folder}` stands on `{other}`"
            );
        }
        for (needed, other) in &package.others {
            let of_tests = *needed == Needed::ByTests;
            let peer = PEERS.iter().any(|peer| other.starts_with(peer));
            assert!(of_tests || !peer, "`{folder}` depends on its peer {other}");
        }
    }
}

#[test]
fn a_guest_compiles_what_is_listed() {
    // Without `dev`: a user's build compiles no tests of ours.
    let tree = ["tree", "--package", "witc", "--edges", "normal,build"];
    let format = ["--prefix", "none", "--format", "{p}", "--no-dedupe"];
    let tree = cargo(&[&tree[..], &format].concat());
    let compiled: BTreeSet<String> = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect();
    let listed = quoted(&section("What a guest's build compiles"));
    assert_eq!(compiled, listed, "compiled, and listed in ARCHITECTURE.md");
    assert!(compiled.len() <= MOST_GUEST_CRATES, "{}", compiled.len());
}

/// What the first lines of each library and program have. In a test, rustc would speak of the dependencies of the tests,
/// and tests may do what libraries may not.
const ASKED: [&str; 2] = [
    "#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]",
    "#![cfg_attr(not(test), warn(unused_crate_dependencies))]",
];

#[test]
fn libraries_ask_for_what_the_compiler_can_hold() {
    for folder in packages().keys().filter(|folder| !is_tool(folder)) {
        let roots = ["lib.rs", "main.rs"].map(|name| format!("{folder}/src/{name}"));
        let mut roots = roots.iter().filter(|path| root().join(path).exists());
        let path = roots.next().expect("a library or a program");
        let text = read(path);
        for asked in ASKED {
            assert!(
                text.lines().any(|line| line == asked),
                "{path} lacks `{asked}`"
            );
        }
    }
}
