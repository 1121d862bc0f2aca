//! Building guests.

use crate::programs::{cargo, run, scratch};
use std::path::{Path, PathBuf};

/// Builds the guest in a folder for a wasm target with warnings as errors, and gives the path of its `.wasm`.
///
/// Guests share one build folder: what they all depend on is compiled once. Where tests run at the same time, cargo
/// makes the second wait for the first.
///
/// # Panics
///
/// If it does not build; the message says why.
#[must_use]
pub fn build_guest(folder: &Path, target: &str) -> PathBuf {
    build(folder, target, "--lib")
}

/// As [`build_guest`], for a guest with a `main`.
///
/// # Panics
///
/// If it does not build; the message says why.
#[must_use]
pub fn build_command(folder: &Path, target: &str) -> PathBuf {
    build(folder, target, "--bins")
}

fn build(folder: &Path, target: &str, what: &str) -> PathBuf {
    let build_folder = scratch("guests");
    let mut build = cargo();
    build
        // With `cargo build`, `-D warnings` in the environment would build the dependencies anew.
        .args(["rustc", what, "--target", target, "--manifest-path"])
        .arg(folder.join("Cargo.toml"));
    build
        .arg("--target-dir")
        .arg(&build_folder)
        // Cargo says where the file is; its name depends on the kind of crate and on the target.
        .args(["--message-format", "json-render-diagnostics"]);
    build.args(["--", "-D", "warnings"]);
    let messages = run(build);
    let artifacts = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let mut files = artifacts.flat_map(|message| {
        let files = message["filenames"].as_array().cloned().unwrap_or_default();
        files
            .into_iter()
            .filter_map(|file| file.as_str().map(PathBuf::from))
    });
    files
        .find(|file| {
            file.extension()
                .is_some_and(|extension| extension == "wasm")
        })
        .expect("a guest has a .wasm")
}
