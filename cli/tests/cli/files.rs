//! The files that commands write, and when they write none.

use crate::support::folder;
use crate::{PLUGIN, files, witc};
use std::fs;

#[test]
fn invalid_input_writes_nothing() {
    let folder = folder(&[("wit/world.wit", "package a:b;\nworld w { import nope; }\n")]);
    let run = witc(
        folder.path(),
        &["rust", "--out-dir", "out", "--depfile", "out/w.d"],
    );
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stderr.contains("nope") && run.stderr.ends_with("1 error in 1 file\n"),
        "{}",
        run.stderr
    );
    assert_eq!(files(folder.path()), ["wit", "wit/world.wit"]);
    let run = witc(folder.path(), &["component", "wit", "-o", "out.wit"]);
    assert_eq!(
        (run.code, files(folder.path()).len()),
        (1, 2),
        "{}",
        run.stderr
    );
}

#[test]
fn what_cannot_be_written_is_told_and_leaves_nothing_behind() {
    let folder = folder(&[
        ("wit/world.wit", PLUGIN),
        ("taken", "a file"),
        // A folder where the file should be.
        ("full/example_plugin.rs/x", ""),
    ]);
    let before = files(folder.path());
    for out in ["taken", "taken/deeper", "full"] {
        let run = witc(folder.path(), &["rust", "--out-dir", out]);
        assert_eq!(run.code, 2, "{out}: {}", run.stderr);
        assert!(
            run.stderr.starts_with("error: cannot ") && run.stderr.contains("help: "),
            "{out}: {}",
            run.stderr
        );
        assert!(
            run.stderr.contains("choose another place"),
            "{out}: {}",
            run.stderr
        );
    }
    let run = witc(
        folder.path(),
        &["rust", "--out-dir", "new", "--depfile", "taken/x.d"],
    );
    assert_eq!(run.code, 2, "{}", run.stderr);
    // The new folder was made before the depfile failed, and has to be gone again.
    assert_eq!(files(folder.path()), before);
}

#[test]
fn command_lines_of_wit_bindgen_work() {
    let folder = folder(&[("wit/world.wit", PLUGIN)]);
    let path = folder.path();
    for args in [
        &[
            "rust",
            "wit",
            "--world",
            "%example-plugin",
            "--out-dir",
            "out",
        ][..],
        &[
            "rust",
            "wit/world.wit",
            "-w",
            "example:plugin/example-plugin",
            "--out-dir=out",
            "--format",
        ],
        &[
            "rust",
            "--out-dir",
            "out",
            "--stubs",
            "--generate-all",
            "--features",
            "a,b",
            "--all-features",
        ],
    ] {
        let run = witc(path, args);
        assert_eq!(run.code, 0, "{args:?}: {}", run.stderr);
        assert_eq!(files(&path.join("out")), ["example_plugin.rs"], "{args:?}");
        fs::remove_dir_all(path.join("out")).expect("was written");
    }
}

#[test]
fn check_compares_and_shows_what_is_stale() {
    let folder = folder(&[("wit/world.wit", PLUGIN)]);
    let run = |args: &[&str]| {
        witc(
            folder.path(),
            &[&["rust", "--out-dir", "out"], args].concat(),
        )
    };
    let missing = run(&["--check"]);
    assert_eq!(missing.code, 1, "{}", missing.stderr);
    assert!(missing.stderr.contains("is missing"), "{}", missing.stderr);
    assert_eq!(run(&[]).code, 0);
    assert_eq!(
        (run(&["--check"]).code, run(&["--check"]).stderr.as_str()),
        (0, "")
    );

    let file = folder.path().join("out/example_plugin.rs");
    let text = fs::read_to_string(&file).expect("was written");
    // Edited by hand, as somebody may who does not know that it is generated.
    fs::write(&file, text.replace("fn length", "fn width")).expect("can be written");
    let stale = run(&["--check"]);
    assert_eq!(stale.code, 1, "{}", stale.stderr);
    for part in [
        "is stale",
        "- ",
        "fn width",
        "+ ",
        "fn length",
        "without `--check`",
    ] {
        assert!(
            stale.stderr.contains(part),
            "`{part}` is not in {}",
            stale.stderr
        );
    }
    assert!(
        fs::read_to_string(&file)
            .expect("is there")
            .contains("fn width"),
        "nothing is written"
    );
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folder = folder(&[("wit/world.wit", PLUGIN)]);
    let written = |out: &str| {
        assert_eq!(witc(folder.path(), &["rust", "--out-dir", out]).code, 0);
        fs::read(folder.path().join(out).join("example_plugin.rs")).expect("was written")
    };
    assert_eq!(written("one"), written("two"));
}

#[test]
fn depfiles_name_what_was_read_and_written() {
    let folder = folder(&[
        ("wit/world.wit", "package a:b;\nworld w { import c:d/e; }\n"),
        ("wit/deps/c/e.wit", "package c:d;\ninterface e {}\n"),
    ]);
    let run = witc(
        folder.path(),
        &[
            "rust",
            "--out-dir",
            "out",
            "--depfile",
            "out/w.d",
            "--generate-all",
        ],
    );
    assert_eq!(run.code, 0, "{}", run.stderr);
    let rule = fs::read_to_string(folder.path().join("out/w.d"))
        .expect("was written")
        // Windows has other separators.
        .replace('\\', "/");
    assert!(rule.starts_with("out/w.rs:"), "{rule}");
    for file in ["wit/world.wit", "wit/deps", "wit/deps/c/e.wit"] {
        assert!(
            rule.lines().any(|line| line == format!("{file}:")),
            "{file} is not in {rule}"
        );
    }
}

/// The header of an exported resource is written once; what it would be now is put beside it.
#[test]
fn headers_that_are_the_users_are_kept() {
    let wit = "package a:b; interface i { resource r { constructor(); } } world w { export i; }";
    let folder = folder(&[("w.wit", wit)]);
    let run = |more: &[&str]| {
        witc(
            folder.path(),
            &[&["cpp", "w.wit", "--out-dir", "gen"], more].concat(),
        )
    };
    let header = folder.path().join("gen/exports-a-b-i-R.h");
    let template = folder.path().join("gen/exports-a-b-i-R.h.template");
    assert_eq!(run(&[]).code, 0);
    assert_eq!(run(&["--check"]).code, 0);
    let first = fs::read_to_string(&header).expect("was written");
    assert!(
        first.contains("class R : public wit::ResourceExportBase<R>"),
        "{first}"
    );

    // As long as nobody has edited it, there is nothing to put beside it.
    assert_eq!(run(&[]).code, 0);
    assert!(!template.exists());

    let edited = first.replace("public:", "    int value;\npublic:");
    fs::write(&header, &edited).expect("can be written");
    assert_eq!(run(&["--check"]).code, 0);
    assert_eq!(run(&[]).code, 0);
    assert_eq!(fs::read_to_string(&header).expect("is there"), edited);
    assert_eq!(fs::read_to_string(&template).expect("was written"), first);
    assert_eq!(run(&["--check"]).code, 0);

    // With another WIT the template is stale, and the header is still the user's.
    let more = "package a:b; interface i { resource r { constructor(); f: func(); } } world w { export i; }";
    fs::write(folder.path().join("w.wit"), more).expect("can be written");
    assert_eq!(run(&["--check"]).code, 1);
    assert_eq!(run(&[]).code, 0);
    assert_eq!(fs::read_to_string(&header).expect("is there"), edited);
    assert!(
        fs::read_to_string(&template)
            .expect("was written")
            .contains("void F();")
    );
}
