//! Commands that messages advise, typed as they are: they work.

use super::{Run, witc};
use std::fs;
use std::path::Path;
use std::process::Command;

fn write(root: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("is in a folder")).expect("is made");
        fs::write(path, text).expect("is written");
    }
}

/// Lets a shell run the `witc check` that a message advises.
fn typed(folder: &Path, run: &Run) -> Run {
    let start = run
        .stderr
        .find("`witc check")
        .expect("a command is advised")
        + 1;
    let command = &run.stderr[start..];
    let end = command.find('`').expect("it ends");
    let binary = Path::new(env!("CARGO_BIN_EXE_witc"));
    let path = binary.parent().expect("is in a folder");
    let output = Command::new("/bin/sh")
        .args(["-c", &command[..end]])
        .current_dir(folder)
        .env("PATH", path)
        .output()
        .expect("a shell runs");
    Run {
        code: output.status.code().expect("is not killed"),
        stdout: String::new(),
        stderr: String::from_utf8(output.stderr).expect("prints UTF-8"),
    }
}

#[cfg(unix)]
#[test]
fn what_to_type_works() {
    let io = ("io/a.wit", "package t:io; interface i { type t = u8; }");
    let cli = (
        "cli/a.wit",
        "package t:cli; interface c { use t:io/i.{t}; }",
    );
    let at = |parent: &str, (path, text): (&str, &'static str)| (format!("{parent}{path}"), text);
    // What is checked first, the folder of the two packages, and other files.
    let cases: [(&str, &str, &[&str]); 8] = [
        ("all", "all/", &[]),
        ("all", "all/", &["all/readme.md"]),
        ("all", "all/", &["all/readme.md", "all/docs/readme.md"]),
        ("my all", "my all/", &[]),
        (".", "", &[]),
        ("wit", "wit/deps/", &[]),
        ("x/cli", "x/", &[]),
        ("wit/deps/cli", "wit/deps/", &["wit/readme.md"]),
    ];
    for (root, parent, others) in cases {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (path, text) in [at(parent, io), at(parent, cli)] {
            write(folder.path(), &[(&path, text)]);
        }
        others
            .iter()
            .for_each(|path| write(folder.path(), &[(path, "")]));
        // `check` itself looks into folders.
        let run = witc(folder.path(), &["graph", root]);
        assert_ne!(run.code, 0, "{parent}");
        let typed = typed(folder.path(), &run);
        assert_eq!(typed.code, 0, "{parent}: {}\n{}", run.stderr, typed.stderr);
    }
}

/// A link to nothing is a warning where no package is missing.
#[cfg(unix)]
#[test]
fn a_link_to_nothing_is_a_warning() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(
        folder.path(),
        &[
            ("wit/a.wit", "package t:a;"),
            ("wit/deps/b.wit", "package t:b;"),
        ],
    );
    std::os::unix::fs::symlink("../c", folder.path().join("wit/deps/c")).expect("is made");
    let run = witc(folder.path(), &["check"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let line = "warning[W0701]: `wit/deps/c` is a link to `../c`, which does not exist";
    assert!(run.stderr.contains(line), "{}", run.stderr);
}

/// The files that a Makefile depends on are those that count: inner copies of what is there do not.
#[test]
fn a_depfile_lists_what_was_read() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let x = "package t:x; interface x { f: func(); }";
    write(
        folder.path(),
        &[
            ("wit/a.wit", "package t:a; world w { import t:x/x; }"),
            ("wit/deps/y/y.wit", "package t:y;"),
            ("wit/deps/y/deps/x.wit", x),
        ],
    );
    let args = [
        "rust",
        "--generate-all",
        "--out-dir",
        "out",
        "--depfile",
        "out.d",
    ];
    let depfile = || {
        let run = witc(folder.path(), &args);
        assert_eq!(run.code, 0, "{}", run.stderr);
        fs::read_to_string(folder.path().join("out.d")).expect("is there")
    };
    let inner = depfile();
    assert!(inner.contains("wit/deps/y/deps/x.wit"), "{inner}");
    write(folder.path(), &[("wit/deps/x.wit", x)]);
    let outer = depfile();
    assert!(
        outer.contains("wit/deps/x.wit") && !outer.contains("y/deps"),
        "{outer}"
    );
}
