//! `generate!` in all its forms (`fixtures/guests/forms`), in crates that make it hard: another name for the dependency,
//! editions 2021 and 2024, modules called like crates, an `export!` that another crate uses, several worlds in a crate.

use std::path::Path;
use std::process::Command;
use std::sync::Once;
use std::{env, fs};

#[test]
fn every_form_compiles_and_exports() {
    // A name for each form.
    let expected = [
        "by-name",
        "by-name-and-path",
        "by-path",
        "cabi_post_forms:library/greeter#greet",
        "cabi_realloc",
        "forms:library/greeter#greet",
        "in-place",
        "no-arguments",
        "remapped",
        "version",
        "with-options",
        "wrapped-by-name-and-path",
    ];
    let exports = exports(&build("program"));
    for export in expected {
        assert_eq!(
            exports.iter().filter(|name| *name == export).count(),
            1,
            "{export} in {exports:?}"
        );
    }
}

#[test]
fn a_guest_needs_no_standard_library() {
    let exports = exports(&build("bare"));
    for export in ["first", "cabi_post_first", "cabi_realloc"] {
        assert!(
            exports.iter().any(|name| name == export),
            "{export} in {exports:?}"
        );
    }
}

/// Builds one of the packages, by itself so that it has its own features and no more, and reads the module.
fn build(package: &str) -> Vec<u8> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let fixture = manifest.join("../fixtures/guests/forms");
    // The versions that the workspace has, and no look at a registry.
    static LOCK: Once = Once::new();
    LOCK.call_once(|| {
        drop(fs::copy(
            manifest.join("../Cargo.lock"),
            fixture.join("Cargo.lock"),
        ));
    });
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("forms");
    let status = Command::new(env!("CARGO"))
        .args([
            "build",
            "--quiet",
            "--target",
            "wasm32-unknown-unknown",
            "--package",
            package,
        ])
        .current_dir(&fixture)
        .env("CARGO_TARGET_DIR", &target)
        .env("RUSTFLAGS", "-Dwarnings")
        .status()
        .unwrap();
    assert!(status.success());
    fs::read(
        target
            .join("wasm32-unknown-unknown/debug")
            .join(package)
            .with_extension("wasm"),
    )
    .unwrap()
}

fn exports(module: &[u8]) -> Vec<String> {
    let mut names = Vec::new();
    for payload in wasmparser::Parser::new(0).parse_all(module) {
        if let wasmparser::Payload::ExportSection(exports) = payload.unwrap() {
            names.extend(
                exports
                    .into_iter()
                    .map(|export| export.unwrap().name.to_owned()),
            );
        }
    }
    names
}
