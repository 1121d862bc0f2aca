//! Old versions that are not there, and those that are in no repository.

use super::support::{folder, run};
use super::{LOG, commit, diff, git, has_git, repository, write};
use std::process::Command;

#[test]
fn what_git_does_not_have_is_told() {
    if !has_git() {
        return;
    }
    let place = repository();
    let here = place.path();
    for (against, says, help) in [
        (
            "git:v1.0.1",
            "the repository has no `v1.0.1`",
            "did you mean `git:v1.0.0`?",
        ),
        (
            "git:mian",
            "the repository has no `mian`",
            "did you mean `git:main`?",
        ),
        (
            "git:release",
            "the repository has no `release`",
            "the newest tags are `v1.0.0`",
        ),
        (
            "git:--help",
            "the repository has no `--help`",
            "the newest tags",
        ),
        (
            "git:v1.0.0:wot",
            "`v1.0.0` has no `wot`",
            "did you mean `wit`?",
        ),
        (
            "git:v1.0.0:elsewhere",
            "`v1.0.0` has no `elsewhere`",
            "that version has WIT in `wit`",
        ),
        ("git:v1.0.0:../..", "`../..` is not in the repository", ""),
        (
            "git:",
            "expected a tag, a branch or a commit after `git:`",
            "",
        ),
    ] {
        let (code, out, err) = diff(here, &["--against", against]);
        assert!(code == 2 && out.is_empty(), "{against}: {code} {err}");
        assert!(err.contains(says) && err.contains(help), "{against}: {err}");
    }
    // A package that is new has no old version.
    write(here, "new/new.wit", "package my:new; world w {}");
    let (code, _, err) = diff(here, &["--against", "git:v1.0.0", "new"]);
    assert!(code == 2 && err.contains("`v1.0.0` has no `new`"), "{err}");
}

#[test]
fn what_is_wrong_in_the_old_version_is_shown_in_its_place() {
    if !has_git() {
        return;
    }
    let place = repository();
    let here = place.path();
    write(here, "wit/log.wit", &LOG.replace("string", "strin"));
    commit(here, "broken");
    write(here, "wit/log.wit", LOG);
    let (code, _, err) = diff(here, &["--against", "git:broken"]);
    assert!(
        code == 1 && err.contains("git:broken:wit/log.wit:6:36"),
        "{err}"
    );
}

/// A clone without history is a usual checkout in CI.
#[test]
fn a_clone_without_history_is_told() {
    if !has_git() {
        return;
    }
    let place = repository();
    let here = place.path();
    write(here, "more.txt", "more");
    commit(here, "v1.1.0");
    let clone = tempfile::tempdir().expect("there is room");
    let from = format!("file://{}", here.display());
    git(
        clone.path(),
        &["clone", "-q", "--depth", "1", "--no-tags", &from, "c"],
    );
    let (code, _, err) = diff(&clone.path().join("c"), &["--against", "git:v1.0.0"]);
    assert!(
        code == 2 && err.contains("the clone is shallow") && err.contains("fetch-depth"),
        "{err}"
    );
}

#[test]
fn a_folder_without_git_is_told() {
    if !has_git() {
        return;
    }
    let place = folder(&[("wit/log.wit", LOG)]);
    // Whatever the folder of temporary files is in.
    let mut command = Command::new(env!("CARGO_BIN_EXE_witc"));
    command
        .args(["diff", "--against", "git:v1"])
        .current_dir(place.path());
    command.env(
        "GIT_CEILING_DIRECTORIES",
        place.path().parent().expect("has a parent"),
    );
    let output = command.output().expect("runs");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        err.contains("`wit` is in no git repository") && err.contains("--against old.wasm"),
        "{err}"
    );
    command.env("PATH", "");
    let output = command.output().expect("runs");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        err.contains("`git` can't be run") && err.contains("install git"),
        "{err}"
    );
}

#[test]
fn usage_is_checked() {
    let place = folder(&[("wit/log.wit", LOG)]);
    for arguments in [
        &[][..],
        &["wit"],
        &["--against", "wit", "wit", "wit"],
        &["wit", "wit", "--category", "all"],
    ] {
        assert_eq!(diff(place.path(), arguments).0, 2, "{arguments:?}");
    }
}

#[test]
fn files_and_deps_are_old_versions_too() {
    let place = folder(&[
        ("old/log.wit", LOG),
        (
            "wit/log.wit",
            &LOG.replace("1.0.0", "1.1.0").replace("low, ", ""),
        ),
    ]);
    let here = place.path();
    let binary = run(
        here,
        &["component", "wit", "-w", "old", "-o", "old.wasm"],
        b"",
    );
    assert!(binary.status.success());
    for against in ["old.wasm", "old", "old/log.wit"] {
        let (code, out, err) = diff(here, &["--against", against]);
        assert!(
            code == 1 && out.contains("enum case `low`"),
            "{against}: {out}{err}"
        );
    }
    let (code, _, err) = diff(here, &["--against", "deps"]);
    assert!(
        code == 2 && err.contains("`deps/` has no other version of `my:log`"),
        "{err}"
    );
    std::fs::create_dir(here.join("wit/deps")).expect("can be made");
    std::fs::copy(here.join("old.wasm"), here.join("wit/deps/log.wasm")).expect("can be copied");
    let (code, out, err) = diff(here, &["--against", "deps"]);
    assert!(
        code == 1 && out.contains("enum case `low`") && out.contains("1.1.0 is not honest"),
        "{out}{err}"
    );
    // The newest version that is not newer counts.
    write(
        here,
        "wit/deps/later/log.wit",
        &LOG.replace("1.0.0", "3.0.0").replace("high", "later"),
    );
    write(
        here,
        "wit/deps/first/log.wit",
        &LOG.replace("1.0.0", "0.9.0").replace("high", "first"),
    );
    let (_, again, err) = diff(here, &["--against", "deps"]);
    assert_eq!(again, out, "{err}");
}
