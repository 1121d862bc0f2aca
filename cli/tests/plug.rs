//! Components put together by `witc plug`, and the worlds that they have then. What is wrong is in `fixtures/diagnostics`.

use std::process::Command;
use witc_binary::decode_to_wit;

/// The world of what `witc` makes of components in `fixtures/compose`.
fn world(arguments: &[&str]) -> String {
    decode_to_wit(&whole(arguments)).expect("is a component")
}

/// What `witc` makes of components in `fixtures/compose`.
fn whole(arguments: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("there is room");
    let file = folder.path().join("whole.wasm");
    let output = Command::new(env!("CARGO_BIN_EXE_witc"))
        .args(arguments)
        .arg("-o")
        .arg(&file)
        .current_dir(witc_tests::root().join("fixtures/compose"))
        .output()
        .expect("starts");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(
        output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    std::fs::read(file).expect("was written")
}

/// Three in a chain, with two versions of `math`; the two versions of `log`, which stay open, are one import.
#[test]
fn a_chain() {
    let world = world(&[
        "plug",
        "app.wat",
        "--plug",
        "double.wat",
        "--plug",
        "math.wat",
    ]);
    assert_eq!(world.matches("import ").count(), 1, "{world}");
    assert!(world.contains("import my:log/log@0.1.2;"), "{world}");
    assert!(
        world.contains("export run: func(n: u32) -> u32;"),
        "{world}"
    );
    assert!(
        world.contains("flush: func();") && !world.contains("math"),
        "{world}"
    );
}

/// Two steps come to the same as one.
#[test]
fn two_steps() {
    let folder = tempfile::tempdir().expect("there is room");
    let both = folder.path().join("both.wasm");
    let both = both.to_str().expect("is UTF-8");
    let output = Command::new(env!("CARGO_BIN_EXE_witc"))
        .args([
            "component",
            "compose",
            "double.wat",
            "-d",
            "math.wat",
            "-o",
            both,
        ])
        .current_dir(witc_tests::root().join("fixtures/compose"))
        .status();
    assert!(output.expect("starts").success());
    let one = world(&[
        "plug",
        "app.wat",
        "--plug",
        "double.wat",
        "--plug",
        "math.wat",
    ]);
    assert_eq!(world(&["plug", "app.wat", "--plug", both]), one);
}

/// A resource that three components share.
#[test]
fn a_diamond() {
    let world = world(&[
        "plug",
        "diamond.wat",
        "-d",
        "types.wat",
        "-d",
        "make.wat",
        "-d",
        "read.wat",
    ]);
    assert!(!world.contains("import "), "{world}");
    assert!(
        world.contains("export run: func(n: u32) -> u32;"),
        "{world}"
    );
}

/// Versions of an interface that stay open are one import, with all that is used of it.
#[test]
fn an_open_import_of_two_versions() {
    let world = world(&["plug", "early.wat", "--plug", "late.wat"]);
    assert_eq!(world.matches("import ").count(), 1, "{world}");
    for part in [
        "import my:log/log@0.1.2;",
        "note: func(n: u32);",
        "flush: func();",
    ] {
        assert!(world.contains(part), "{part} is not in {world}");
    }
}

/// In which order plugs are given does not matter to the last byte.
#[test]
fn the_order_of_plugs() {
    let one = whole(&[
        "plug",
        "diamond.wat",
        "-d",
        "types.wat",
        "-d",
        "make.wat",
        "-d",
        "read.wat",
    ]);
    let other = whole(&[
        "plug",
        "diamond.wat",
        "-d",
        "read.wat",
        "-d",
        "types.wat",
        "-d",
        "make.wat",
    ]);
    assert!(one == other);
}

/// A file that is not there is no fault of the components.
#[test]
fn a_plug_that_is_not_there() {
    let output = Command::new(env!("CARGO_BIN_EXE_witc"))
        .args(["plug", "app.wat", "--plug", "absent.wat", "-t"])
        .current_dir(witc_tests::root().join("fixtures/compose"))
        .output()
        .expect("starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8_lossy(&output.stderr).contains("absent.wat"));
}
