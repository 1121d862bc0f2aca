//! `generate!` in all its forms (`fixtures/guests/forms`), in crates that make it hard: another name for the dependency,
//! editions 2021 and 2024, modules called like crates, an `export!` that another crate uses, several worlds in a crate.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// What `fixtures/guests/forms/program` exports, one name for each form.
const EXPORTS: [&str; 11] = [
    "by-name",
    "by-name-and-path",
    "by-path",
    "cabi_post_forms:library/greeter#greet",
    "cabi_realloc",
    "forms:library/greeter#greet",
    "in-place",
    "no-arguments",
    "version",
    "with-options",
    "wrapped-by-name-and-path",
];

#[test]
fn every_form_compiles_and_exports() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let fixture = manifest.join("../fixtures/guests/forms");
    // The versions that the workspace has, and no look at a registry.
    let _ = fs::copy(manifest.join("../Cargo.lock"), fixture.join("Cargo.lock"));
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("forms");
    let status = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--target", "wasm32-unknown-unknown"])
        .current_dir(&fixture)
        .env("CARGO_TARGET_DIR", &target)
        .env("RUSTFLAGS", "-Dwarnings")
        .status()
        .unwrap();
    assert!(status.success());
    let module = fs::read(target.join("wasm32-unknown-unknown/debug/program.wasm")).unwrap();
    let exports = exports(&module);
    for export in EXPORTS {
        assert_eq!(exports.iter().filter(|name| *name == export).count(), 1, "{export} in {exports:?}");
    }
}

fn exports(module: &[u8]) -> Vec<String> {
    let mut names = Vec::new();
    for payload in wasmparser::Parser::new(0).parse_all(module) {
        if let wasmparser::Payload::ExportSection(exports) = payload.unwrap() {
            names.extend(exports.into_iter().map(|export| export.unwrap().name.to_owned()));
        }
    }
    names
}
