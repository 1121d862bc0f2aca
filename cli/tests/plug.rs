//! Components put together by `witc plug`, and the worlds that they have then. What is wrong is in `fixtures/diagnostics`.

use std::process::Command;
use witc_component::decode_to_wit;

/// The world of what `witc` makes of components in `fixtures/compose`.
fn world(arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("there is room");
    let file = folder.path().join("whole.wasm");
    let output = Command::new(env!("CARGO_BIN_EXE_witc"))
        .args(arguments)
        .arg("-o")
        .arg(&file)
        .current_dir(witc_tests::root().join("fixtures/compose"))
        .output()
        .expect("starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    decode_to_wit(&std::fs::read(file).expect("was written")).expect("is a component")
}

/// Three in a chain, with two versions of `math`; the two versions of `log`, which stay open, are one import.
#[test]
fn a_chain() {
    let world = world(&["plug", "app.wat", "--plug", "double.wat", "--plug", "math.wat"]);
    assert_eq!(world.matches("import ").count(), 1, "{world}");
    assert!(world.contains("import my:log/log@0.1.2;"), "{world}");
    assert!(world.contains("export run: func(n: u32) -> u32;"), "{world}");
    assert!(world.contains("flush: func();") && !world.contains("math"), "{world}");
}

/// Two steps come to the same as one.
#[test]
fn two_steps() {
    let folder = tempfile::tempdir().expect("there is room");
    let both = folder.path().join("both.wasm");
    let both = both.to_str().expect("is UTF-8");
    let output = Command::new(env!("CARGO_BIN_EXE_witc"))
        .args(["component", "compose", "double.wat", "-d", "math.wat", "-o", both])
        .current_dir(witc_tests::root().join("fixtures/compose"))
        .status();
    assert!(output.expect("starts").success());
    let one = world(&["plug", "app.wat", "--plug", "double.wat", "--plug", "math.wat"]);
    assert_eq!(world(&["plug", "app.wat", "--plug", both]), one);
}

/// A resource that three components share.
#[test]
fn a_diamond() {
    let world = world(&["plug", "diamond.wat", "-d", "types.wat", "-d", "make.wat", "-d", "read.wat"]);
    assert!(!world.contains("import "), "{world}");
    assert!(world.contains("export run: func(n: u32) -> u32;"), "{world}");
}
