//! A build script that writes bindings (`fixtures/guests/scripted`), run by Cargo.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

#[test]
fn cargo_runs_the_script_again_when_files_change_come_or_go() {
    let guest = copy_of_the_fixture();
    assert!(build(&guest).status.success());

    let more = guest.join("wit/more.wit");
    fs::write(&more, "package scripted:guest;\n\nworld another {}\n").unwrap();
    let output = build(&guest);
    assert!(
        !output.status.success(),
        "a file that comes is seen: there are two worlds now"
    );
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("there are 2 worlds"), "{said}");

    fs::remove_file(&more).unwrap();
    assert!(build(&guest).status.success(), "a file that goes is seen");

    let world = guest.join("wit/world.wit");
    let text = fs::read_to_string(&world).unwrap();
    fs::write(&world, text.replace("double", "triple")).unwrap();
    let said = String::from_utf8(build(&guest).stderr).unwrap();
    assert!(
        said.contains("`triple`"),
        "a file that changes is seen: {said}"
    );
}

fn copy_of_the_fixture() -> PathBuf {
    let root = fs::canonicalize(Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap();
    let fixture = root.join("fixtures/guests/scripted");
    let guest = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scripted");
    for folder in ["src", "wit"] {
        let _ = fs::remove_dir_all(guest.join(folder));
        fs::create_dir_all(guest.join(folder)).unwrap();
    }
    for file in ["build.rs", "src/lib.rs", "wit/world.wit"] {
        fs::copy(fixture.join(file), guest.join(file)).unwrap();
    }
    let manifest = fs::read_to_string(fixture.join("Cargo.toml")).unwrap();
    fs::write(
        guest.join("Cargo.toml"),
        manifest.replace("../../..", root.to_str().unwrap()),
    )
    .unwrap();
    // The versions that the workspace has, and no look at a registry.
    let _ = fs::copy(root.join("Cargo.lock"), guest.join("Cargo.lock"));
    guest
}

fn build(guest: &Path) -> Output {
    Command::new(env!("CARGO"))
        .args(["build", "--target", "wasm32-unknown-unknown"])
        .current_dir(guest)
        // What other tests have built of the generator serves this one, too.
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("forms"),
        )
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap()
}
