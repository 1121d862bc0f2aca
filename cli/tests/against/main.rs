//! `witc diff --against`: comparing with a version of a git repository, of a file, and of `deps/`.

mod absent;
mod formats;
#[path = "../support/mod.rs"]
mod support;

use std::path::Path;
use std::process::Command;
use support::{folder, run};
use tempfile::TempDir;

pub(crate) const LOG: &str = "package my:log@1.0.0;

interface log {
    enum level { low, high }

    note: func(level: level, text: string);
}
";

const WORLD: &str = "package my:log@1.0.0;

world app {
    import log;
}
";

/// Runs git in a folder, with nothing of the user's settings.
pub(crate) fn git(folder: &Path, arguments: &[&str]) {
    let output = Command::new("git")
        .current_dir(folder)
        .args(["-c", "user.name=t", "-c", "user.email=t@example.org"])
        .args(["-c", "commit.gpgsign=false", "-c", "core.autocrlf=false"])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .expect("git runs");
    let says = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {arguments:?}: {says}");
}

/// Whether there is a git to test with.
pub(crate) fn has_git() -> bool {
    let has_git = Command::new("git").arg("--version").output().is_ok();
    if !has_git {
        eprintln!("skipped: git is not installed");
    }
    has_git
}

/// A repository with `wit/log.wit` and `wit/world.wit`, tagged `v1.0.0`.
pub(crate) fn repository() -> TempDir {
    let place = folder(&[("wit/log.wit", LOG), ("wit/world.wit", WORLD)]);
    git(place.path(), &["init", "-q", "-b", "main"]);
    commit(place.path(), "v1.0.0");
    place
}

/// Commits everything, and tags it.
pub(crate) fn commit(folder: &Path, tag: &str) {
    git(folder, &["add", "-A"]);
    git(folder, &["commit", "-q", "-m", tag]);
    git(folder, &["tag", tag]);
}

pub(crate) fn write(folder: &Path, file: &str, text: &str) {
    let path = folder.join(file);
    std::fs::create_dir_all(path.parent().expect("is in the folder")).expect("can be made");
    std::fs::write(path, text).expect("can be written");
}

/// Runs `witc diff`: its exit code, standard output and standard error.
pub(crate) fn diff(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = run(folder, &[&["diff"], arguments].concat(), b"");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("is UTF-8");
    let code = output.status.code().expect("ends by itself");
    (code, text(output.stdout), text(output.stderr))
}

#[test]
fn a_tag_is_compared_with_what_is_there() {
    if !has_git() {
        return;
    }
    let place = repository();
    let here = place.path();
    let (code, out, err) = diff(here, &["--against", "git:v1.0.0"]);
    assert_eq!(
        (code, out.as_str(), err.as_str()),
        (
            0,
            "no changes\nmy:log: no change asks for another version than 1.0.0\n",
            ""
        )
    );
    write(
        here,
        "wit/log.wit",
        &LOG.replace("low, high", "low, middle, high"),
    );
    let (code, out, _) = diff(here, &["--against", "git:v1.0.0"]);
    assert!(code == 1 && out.contains("enum case `middle`"), "{out}");
    // From another folder, with the path, and for a commit, a branch and an expression.
    std::fs::create_dir(here.join("other")).expect("can be made");
    let head = ["HEAD", "main", "v1.0.0^{commit}"];
    for reference in head.map(|name| format!("git:{name}")) {
        let (code, out, err) = diff(&here.join("other"), &["--against", &reference, "../wit"]);
        assert!(
            code == 1 && out.contains("enum case `middle`"),
            "{out}{err}"
        );
    }
    // The old place is that of git.
    write(
        here,
        "wit/log.wit",
        &LOG.replace("text: string", "text: list<u8>"),
    );
    let (_, out, _) = diff(here, &["--against", "git:v1.0.0", "wit"]);
    assert!(
        out.contains("  old   git:v1.0.0:wit/log.wit:6:30: string\n"),
        "{out}"
    );
    assert!(
        out.contains("  new   wit/log.wit:6:30: list<u8>\n"),
        "{out}"
    );
}

#[test]
fn renamed_files_are_no_change() {
    if !has_git() {
        return;
    }
    let place = repository();
    let here = place.path();
    git(here, &["mv", "wit/log.wit", "wit/logging.wit"]);
    write(
        here,
        "wit/world.wit",
        &WORLD.replace("package my:log@1.0.0;", ""),
    );
    let (code, out, err) = diff(here, &["--against", "git:v1.0.0"]);
    assert!(code == 0 && out.starts_with("no changes\n"), "{out}{err}");
    assert_eq!(err, "");
}

#[test]
fn a_package_that_has_moved_is_found_by_its_name() {
    if !has_git() {
        return;
    }
    let place = repository();
    let here = place.path();
    // A copy among the dependencies of somebody else is not where the package was.
    write(
        here,
        "host/wit/host.wit",
        "package my:host; world host { import my:log/log@1.0.0; }",
    );
    write(here, "host/wit/deps/log/log.wit", LOG);
    git(here, &["tag", "-d", "v1.0.0"]);
    commit(here, "v1.0.0");
    git(here, &["mv", "wit", "api"]);
    write(
        here,
        "api/log.wit",
        &LOG.replace("text: string", "text: string, more: string"),
    );
    let (code, out, err) = diff(here, &["--against", "git:v1.0.0", "api"]);
    assert!(code == 1 && out.contains("parameter `more`"), "{out}{err}");
    assert_eq!(err, "note: `my:log` is in `wit` of `v1.0.0`\n");
    // The same, told.
    let (code, out, err) = diff(here, &["--against", "git:v1.0.0:wit", "api"]);
    assert!(
        code == 1 && out.contains("parameter `more`") && err.is_empty(),
        "{out}{err}"
    );
    let (code, _, err) = diff(&here.join("api"), &["--against", "git:v1.0.0:../wit", "."]);
    assert!(code == 1 && err.is_empty(), "{err}");
    // Another package has its place.
    git(here, &["add", "-A"]);
    write(here, "wit/other.wit", "package my:other@0.1.0; world w {}");
    let (code, _, err) = diff(here, &["--against", "git:v1.0.0", "wit"]);
    assert!(code == 1 && err.contains("W2059"), "{err}");
    // Two places are one too many.
    write(here, "a/log.wit", LOG);
    write(here, "b/log.wit", LOG);
    std::fs::remove_file(here.join("wit/other.wit")).expect("is there");
    commit(here, "v1.1.0");
    write(here, "c/log.wit", LOG);
    let (code, _, err) = diff(here, &["--against", "git:v1.1.0", "c"]);
    assert!(
        code == 2 && err.contains("in several places of `v1.1.0`: `a`, `api`, `b`"),
        "{err}"
    );
}

#[test]
fn a_file_is_a_package_too() {
    if !has_git() {
        return;
    }
    let place = folder(&[
        ("log.wit", LOG),
        ("other.wit", "package my:other; world w {}"),
    ]);
    let here = place.path();
    git(here, &["init", "-q"]);
    commit(here, "v1");
    write(here, "log.wit", &LOG.replace("text: string", ""));
    let (code, out, err) = diff(here, &["--against", "git:v1", "log.wit"]);
    assert!(code == 1 && out.contains("parameter `text`"), "{out}{err}");
    git(here, &["mv", "log.wit", "logs.wit"]);
    let (code, out, err) = diff(here, &["--against", "git:v1", "logs.wit"]);
    assert!(code == 1 && out.contains("parameter `text`"), "{out}{err}");
    assert_eq!(err, "note: `my:log` is in `log.wit` of `v1`\n");
    // A buffer of an editor is found by its name as well.
    let output = run(here, &["diff", "--against", "git:v1", "-"], LOG.as_bytes());
    assert_eq!(output.status.code(), Some(0));
}

/// Writes the package of types, once beside the package that uses it, where links can be made.
fn write_types(folder: &Path, id: &str) {
    let text = format!("package my:types; interface types {{ type id = {id}; }}");
    if cfg!(unix) {
        write(folder, "shared/types.wit", &text);
    } else {
        write(folder, "wit/deps/types/types.wit", &text);
    }
}

#[test]
fn dependencies_and_links_are_read_from_the_old_version() {
    if !has_git() {
        return;
    }
    let place = repository();
    let here = place.path();
    write_types(here, "u32");
    let log = LOG.replace("enum level", "use my:types/types.{id};\n    enum level");
    write(here, "wit/log.wit", &log);
    let more = "package my:more; interface more { type x = u8; }";
    write(here, "wit/deps/more/more.wit", more);
    #[cfg(unix)]
    std::os::unix::fs::symlink("../../shared", here.join("wit/deps/types")).expect("can be made");
    let (from, to) = ("wit/deps/more", "wit/deps/more.wasm");
    let binary = run(here, &["component", "wit", "-w", from, "-o", to], b"");
    assert!(binary.status.success());
    std::fs::remove_dir_all(here.join(from)).expect("is there");
    let world = "world app { import log; import my:more/more; }";
    write(here, "wit/world.wit", world);
    commit(here, "v1.1.0");
    write_types(here, "u64");
    let (code, out, err) = diff(here, &["--against", "git:v1.1.0"]);
    assert!(code == 1 && err.is_empty(), "{out}{err}");
    assert!(
        out.contains("`id`") && out.contains("git:v1.1.0:wit/deps/types/types.wit"),
        "{out}"
    );
}

/// A minor version that breaks is found by `--honest`, and so is a change of what has been published.
#[test]
fn a_version_that_hides_a_break_is_not_honest() {
    if !has_git() {
        return;
    }
    let place = repository();
    let here = place.path();
    let change = |version: &str| {
        for (file, text) in [("wit/log.wit", LOG), ("wit/world.wit", WORLD)] {
            let text = text
                .replace("1.0.0", version)
                .replace("high }", "high, highest }");
            write(here, file, &text);
        }
        diff(here, &["--against", "git:v1.0.0", "--honest"])
    };
    for (version, code, says) in [
        ("1.0.0", 1, "the smallest honest version is 2.0.0"),
        ("1.0.1", 1, "1.0.1 is not honest"),
        ("1.1.0", 1, "1.1.0 is not honest"),
        ("2.0.0", 0, "2.0.0 is honest"),
    ] {
        let (found, out, err) = change(version);
        assert!(found == code && out.contains(says), "{version}: {out}{err}");
    }
}
