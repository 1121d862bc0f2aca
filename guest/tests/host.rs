//! A guest (`fixtures/guests/hosted`) that is tested as any other program: by `cargo test`, on the machine that builds it.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

#[test]
fn a_guest_is_tested_on_the_host() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let fixture = manifest.join("../fixtures/guests/hosted");
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
    assert!(stdout.contains("test result: ok. 4 passed"), "{stdout}");
}
