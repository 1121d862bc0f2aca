//! The Makefile fragment and the CMake module: guests are built with them out of a fresh folder, run, and built again
//! when a WIT file has changed, and only then.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const WITC: &str = env!("CARGO_BIN_EXE_witc");

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .canonicalize()
        .expect("is there")
}

/// A fresh copy of `fixtures/builds`.
fn copy() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    for entry in fs::read_dir(workspace().join("fixtures/builds")).expect("is there") {
        let path = entry.expect("is there").path();
        fs::copy(
            &path,
            folder.path().join(path.file_name().expect("has one")),
        )
        .expect("there is room");
    }
    folder
}

/// Runs a command, which has to succeed; gives all that it printed.
fn run(command: &mut Command) -> String {
    let output = command.output().expect("starts");
    // Build tools write some messages to one stream and some to the other.
    let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}\n{text}");
    text.into_owned()
}

fn is_here(program: &str) -> bool {
    let here = Command::new(program)
        .arg("--version")
        .output()
        .is_ok_and(|output| output.status.success());
    if !here {
        // Not everybody has CMake; CI has.
        eprintln!("skipped: install {program}");
    }
    here
}

/// Changes the WIT without changing what it means, and makes sure that it looks newer than all else.
fn touch(folder: &Path) {
    let path = folder.join("plugin.wit");
    let text = fs::read_to_string(&path).expect("is there") + "// changed\n";
    fs::write(&path, text).expect("can be written");
    // Make compares times of files, and the first build may have ended within the same tick of the
    // clock.
    let later = std::time::SystemTime::now() + std::time::Duration::from_secs(10);
    let file = fs::File::options()
        .write(true)
        .open(&path)
        .expect("can be opened");
    file.set_modified(later).expect("can be set");
}

/// Builds, runs both programs, builds again, changes the WIT, and builds once more.
fn check(folder: &Path, out: &Path, build: &dyn Fn() -> String) {
    let first = build();
    assert!(
        first.contains("example_plugin") || first.contains("Bindings"),
        "{first}"
    );
    for guest in ["guest-c", "guest-cpp"] {
        assert_eq!(run(&mut Command::new(out.join(guest))), "34\n");
    }
    // Where something is async, its runtime is compiled too.
    let library = fs::read(out.join("libfetch.a")).expect("was built");
    let has = |name: &[u8]| library.windows(name.len()).any(|window| window == name);
    assert!(has(b"wit_async_start") && has(b"exports_two_things_both"));
    // `wrote` is what witc says, "Bindings of" is the comment that CMake prints in its place.
    let bindings = |text: &str| text.contains("wrote ") || text.contains("Bindings of");
    let second = build();
    assert!(!bindings(&second), "{second}");
    touch(folder);
    let third = build();
    assert!(bindings(&third), "{third}");
    assert_eq!(run(&mut Command::new(out.join("guest-c"))), "34\n");
}

#[test]
fn make() {
    if !is_here("make") {
        return;
    }
    let folder = copy();
    let build = || {
        let mut make = Command::new("make");
        make.current_dir(folder.path())
            .env_remove("MAKEFLAGS")
            .arg(format!("WITC={WITC}"));
        run(make.arg(format!(
            "WITC_BUILD={}",
            workspace().join("bindgen-c/build").display()
        )))
    };
    check(folder.path(), &folder.path().join("out"), &build);
}

#[test]
fn cmake() {
    if !is_here("cmake") {
        return;
    }
    let folder = copy();
    let out = folder.path().join("build");
    let mut configure = Command::new("cmake");
    configure
        .current_dir(folder.path())
        .args(["-S", ".", "-B", "build", "-G", "Unix Makefiles"]);
    configure.arg(format!("-DWITC={WITC}"));
    run(configure.arg(format!(
        "-DWITC_BUILD={}",
        workspace().join("bindgen-c/build").display()
    )));
    let build = || {
        run(Command::new("cmake")
            .arg("--build")
            .arg(&out)
            .env_remove("MAKEFLAGS"))
    };
    check(folder.path(), &out, &build);
}
