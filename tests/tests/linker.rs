//! What a guest with asynchronous functions is told whose Rust brings along a linker that does not know them.

use witc_tests::{cargo, root, scratch};

/// Builds a guest, as if the linker was too old. Gives what cargo says, unless all is well.
fn build(features: &[&str]) -> Result<(), String> {
    let mut build = cargo();
    build
        .args([
            "build",
            "--package",
            "measured-twin",
            "--target",
            "wasm32-wasip2",
        ])
        .args(features)
        .arg("--manifest-path")
        .arg(root().join("fixtures/guests/measured-async/Cargo.toml"))
        .arg("--target-dir")
        .arg(scratch("guests"))
        .env("RUSTFLAGS", "--cfg witc_old_linker");
    let output = build.output().expect("cargo is there");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() {
        Ok(())
    } else {
        Err(said)
    }
}

#[test]
fn an_old_linker_is_told_by_its_version() {
    let said = build(&["--features", "asynchronous"]).expect_err("the linker is too old");
    assert!(
        said.contains("use Rust 1.94 or newer, or wasm-component-ld 0.5.20"),
        "{said}"
    );
    // Whoever has no asynchronous functions is not asked for anything.
    build(&[]).unwrap_or_else(|said| panic!("{said}"));
}
