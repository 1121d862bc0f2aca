//! What stays as it was where a file is written over, and what is refused as the place of one.

use crate::support::folder;
use crate::{PLUGIN, files, witc};
use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::path::Path;
use std::process::Command;

const UNFORMATTED: &str = "package a:b;\ninterface i{}\n";
const FORMATTED: &str = "package a:b;\n\ninterface i {}\n";

fn pipe(path: &Path) {
    let status = Command::new("mkfifo").arg(path).status();
    assert!(status.expect("starts").success());
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("is there").mode() & 0o7777
}

#[test]
fn permissions_stay() {
    for wanted in [0o600, 0o640, 0o644, 0o755, 0o777] {
        let folder = folder(&[("a.wit", UNFORMATTED), ("out/example_plugin.rs", "old")]);
        let at = |name: &str| folder.path().join(name);
        fs::write(at("wit.wit"), PLUGIN).expect("can be written");
        for name in ["a.wit", "out/example_plugin.rs"] {
            let permissions = fs::Permissions::from_mode(wanted);
            fs::set_permissions(at(name), permissions).expect("is ours");
        }
        assert_eq!(witc(folder.path(), &["fmt", "a.wit"]).code, 0);
        let rust = &["rust", "wit.wit", "--out-dir", "out"];
        assert_eq!(witc(folder.path(), rust).code, 0);
        for name in ["a.wit", "out/example_plugin.rs"] {
            assert_eq!(mode(&at(name)), wanted, "{name}");
        }
    }
}

#[test]
fn new_files_have_the_permissions_that_the_mask_leaves() {
    for (mask, wanted) in [("022", 0o644), ("077", 0o600), ("002", 0o664)] {
        let folder = folder(&[("wit/w.wit", PLUGIN)]);
        let script = format!("umask {mask}; exec \"$0\" component wit -o new.wit");
        let mut command = Command::new("sh");
        command.args(["-c", &script, env!("CARGO_BIN_EXE_witc")]);
        let status = command.current_dir(folder.path()).status();
        assert!(status.expect("starts").success());
        assert_eq!(mode(&folder.path().join("new.wit")), wanted, "{mask}");
    }
}

#[test]
fn hard_links_stay() {
    let folder = folder(&[("a.wit", UNFORMATTED)]);
    let (one, two) = (folder.path().join("a.wit"), folder.path().join("other"));
    fs::hard_link(&one, &two).expect("can be linked");
    let permissions = fs::Permissions::from_mode(0o600);
    fs::set_permissions(&one, permissions).expect("is ours");
    assert_eq!(witc(folder.path(), &["fmt", "a.wit"]).code, 0);
    for path in [&one, &two] {
        assert_eq!(fs::read_to_string(path).expect("is there"), FORMATTED);
        assert_eq!(mode(path), 0o600);
    }
    assert_eq!(fs::metadata(&one).expect("is there").nlink(), 2);
    assert_eq!(files(folder.path()), ["a.wit", "other"]);
}

#[test]
fn a_read_only_file_is_not_written_over() {
    let folder = folder(&[("a.wit", UNFORMATTED)]);
    let path = folder.path().join("a.wit");
    let permissions = fs::Permissions::from_mode(0o444);
    fs::set_permissions(&path, permissions).expect("is ours");
    let run = witc(folder.path(), &["fmt", "a.wit"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert_eq!(fs::read_to_string(&path).expect("is there"), UNFORMATTED);
}

/// Each of these waited for somebody at the other end of the pipe, or would go on forever.
#[test]
fn pipes_and_devices_are_no_place_for_a_file() {
    let folder = folder(&[("wit/w.wit", PLUGIN), ("out/x", ""), ("headers/x", "")]);
    let at = |name: &str| folder.path().join(name);
    pipe(&at("out/example_plugin.rs"));
    pipe(&at("pipe"));
    symlink("pipe", at("link")).expect("can be linked");
    symlink("/dev/zero", at("zero")).expect("can be linked");
    let before = files(folder.path());
    for (args, kind) in [
        (&["rust", "--out-dir", "out"][..], "a pipe"),
        (&["rust", "--out-dir", "out", "--check"], "a pipe"),
        (&["rust", "--out-dir", "new", "--depfile", "pipe"], "a pipe"),
        (&["component", "wit", "-o", "pipe"], "a pipe"),
        (&["component", "wit", "-o", "link"], "a pipe"),
        (&["component", "wit", "-w", "-o", "zero"], "a device"),
        (&["graph", "wit", "-o", "/dev/null"], "a device"),
    ] {
        let run = witc(folder.path(), args);
        assert_eq!(run.code, 2, "{args:?}: {}", run.stderr);
        assert!(
            run.stderr.contains(&format!("{kind} has this name")),
            "{args:?}: {}",
            run.stderr
        );
        assert_eq!(files(folder.path()), before, "{args:?}");
    }
    let run = witc(folder.path(), &["component", "wit", "-o", "/dev/stdout"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, PLUGIN));
}

#[test]
fn a_header_that_is_a_pipe_is_not_waited_for() {
    let wit = "package a:b; interface i { resource r { constructor(); } } world w { export i; }";
    let folder = folder(&[("w.wit", wit), ("gen/x", "")]);
    pipe(&folder.path().join("gen/exports-a-b-i-R.h"));
    for more in [&[][..], &["--check"]] {
        let args = [&["cpp", "w.wit", "--out-dir", "gen"], more].concat();
        let run = witc(folder.path(), &args);
        assert_eq!(run.code, 2, "{}", run.stderr);
        assert!(
            run.stderr.contains("a pipe has this name"),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn only_out_dir_makes_folders() {
    let folder = folder(&[("wit/w.wit", PLUGIN)]);
    let before = files(folder.path());
    for args in [
        &["component", "wit", "-o", "new/w.wit"][..],
        &["component", "wit", "-w", "-o", "new/deep/w.wasm"],
        &["graph", "wit", "-o", "new/w.svg"],
        &["rust", "--out-dir", "out", "--depfile", "new/w.d"],
    ] {
        let run = witc(folder.path(), args);
        assert_eq!(run.code, 2, "{args:?}: {}", run.stderr);
        assert!(
            run.stderr.contains("` does not exist") && run.stderr.contains("`--out-dir`"),
            "{args:?}: {}",
            run.stderr
        );
        assert_eq!(files(folder.path()), before, "{args:?}");
    }
    for args in [
        &["component", "wit", "--out-dir", "a/b"][..],
        &["rust", "--out-dir", "c/d", "--depfile", "c/d/deps/w.d"],
    ] {
        let run = witc(folder.path(), args);
        assert_eq!(run.code, 0, "{args:?}: {}", run.stderr);
    }
}

#[test]
fn names_may_be_as_long_as_they_can_be() {
    let folder = folder(&[("wit/w.wit", PLUGIN)]);
    let name = "n".repeat(255);
    let run = witc(folder.path(), &["component", "wit", "-o", &name]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(files(folder.path()), [&name[..], "wit", "wit/w.wit"]);
}

#[test]
fn no_line_of_a_depfile_is_split() {
    let folder = folder(&[("wit/a\nb.wit", PLUGIN)]);
    let before = files(folder.path());
    let args = &["rust", "--out-dir", "out", "--depfile", "out/w.d"];
    let run = witc(folder.path(), args);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(
        run.stderr.contains("line break") && run.stderr.contains("wit/a\\nb.wit"),
        "{}",
        run.stderr
    );
    assert_eq!(files(folder.path()), before);
    assert_eq!(witc(folder.path(), &args[..3]).code, 0);
}

#[test]
fn inputs_end_at_their_budget() {
    let folder = folder(&[("wit/w.wit", PLUGIN)]);
    let large = fs::File::create(folder.path().join("large.wit")).expect("can be made");
    // A file of holes takes no room.
    large.set_len((1 << 30) + 1).expect("can be made");
    for args in [
        &["check", "/dev/zero"][..],
        &["check", "large.wit"],
        &["fmt", "large.wit"],
        &["component", "new", "large.wit"],
        &["component", "targets", "wit", "large.wit"],
        &["graph", "large.wit"],
        &["plug", "large.wit", "--plug", "large.wit"],
    ] {
        let run = witc(folder.path(), args);
        assert_eq!(run.code, 1, "{args:?}: {}", run.stderr);
        assert!(run.stderr.contains("W0609"), "{args:?}: {}", run.stderr);
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_witc"));
    let zero = fs::File::open("/dev/zero").expect("is there");
    let output = command.args(["check", "-"]).stdin(zero).output();
    let stderr = String::from_utf8(output.expect("ends").stderr).expect("is UTF-8");
    assert!(stderr.contains("W0609"), "{stderr}");
}

#[test]
fn pipes_are_read_where_they_are_named() {
    let folder = folder(&[("wit/w.wit", PLUGIN)]);
    let named = |script: &str| {
        let mut command = Command::new("bash");
        command.args(["-c", script, env!("CARGO_BIN_EXE_witc")]);
        let output = command.current_dir(folder.path()).output().expect("starts");
        let text = String::from_utf8(output.stderr).expect("is UTF-8");
        (output.status.code(), text)
    };
    for script in [
        "\"$0\" check <(cat wit/w.wit)",
        "\"$0\" rust <(cat wit/w.wit) --out-dir out",
        "\"$0\" fmt --check <(cat wit/w.wit)",
        "\"$0\" component wit <(cat wit/w.wit)",
        "\"$0\" graph <(cat wit/w.wit)",
        "\"$0\" diff <(cat wit/w.wit) <(cat wit/w.wit)",
        "\"$0\" component new <(\"$0\" component embed wit --dummy) -o app.wasm",
    ] {
        let (code, stderr) = named(script);
        assert_eq!(code, Some(0), "{script}: {stderr}");
    }
    let (code, stderr) = named("\"$0\" check --fix <(cat wit/w.wit)");
    assert!(code == Some(2) && stderr.contains("is a pipe"), "{stderr}");
}

/// In a folder, a pipe would be waited for although nobody has named it.
#[test]
fn pipes_in_folders_are_errors() {
    let folder = folder(&[
        ("wit/w.wit", "package a:b;\nworld w { import c:d/e; }\n"),
        ("wit/deps/c/x", ""),
    ]);
    pipe(&folder.path().join("wit/deps/c/e.wit"));
    pipe(&folder.path().join("wit/deps/f.wit"));
    // Looked at for the message about the package that is missing.
    for name in ["Cargo.toml", "wit/deps.toml", "wkg.lock"] {
        pipe(&folder.path().join(name));
    }
    let run = witc(folder.path(), &["check"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert_eq!(
        run.stderr
            .matches("is a pipe, a socket or a device")
            .count(),
        2,
        "{}",
        run.stderr
    );
}
