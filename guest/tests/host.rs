//! Guests that are tested as any other program: by `cargo test`, on the machine that builds them.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// Runs the tests of a guest, which are so many.
fn passes(guest: &str, count: usize) {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let fixture = manifest.join("../fixtures/guests").join(guest);
    // The versions that the workspace has, and no look at a registry.
    let _ = fs::copy(manifest.join("../Cargo.lock"), fixture.join("Cargo.lock"));
    let output = Command::new(env!("CARGO"))
        .arg("test")
        .current_dir(&fixture)
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("forms"),
        )
        // What other tests have built of the macro serves this one, too.
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (stdout, stderr) = (said(&output.stdout), said(&output.stderr));
    assert!(output.status.success(), "{stdout}\n{stderr}");
    let passed = format!("test result: ok. {count} passed");
    assert!(stdout.contains(&passed), "{stdout}");
}

#[test]
fn a_guest_is_tested_on_the_host() {
    passes("hosted", 4);
}

#[test]
fn an_asynchronous_guest_is_tested_in_many_orders() {
    passes("hosted-async", 11);
}
