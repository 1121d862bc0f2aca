//! `witc lint`: settings, what the text allows, fixes, formats and exit codes.

use super::{Run, witc};
use std::fs;
use std::path::Path;

/// A package with two findings: W3111, which has a fix, and W3203.
const PACKAGE: &str = "package my-company:app@1.0.0;

interface log {
    resource logger {}
    open: func(append: bool, sync: bool) -> logger;
}

interface clock {
    now: func() -> u32;
}
";

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("has a parent")).expect("is made");
    fs::write(path, text).expect("is written");
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("is there")
}

/// A folder with the package in `wit/`.
fn package() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(folder.path(), "wit/app.wit", PACKAGE);
    folder
}

/// The codes in a report of one line each.
fn codes(run: &Run) -> Vec<String> {
    let codes = run.stderr.lines().filter(|line| !line.starts_with("fixed"));
    let codes = codes.filter_map(|line| {
        let (_, rest) = line.split_once("[W")?;
        Some(format!("W{}", rest.split_once(']')?.0))
    });
    codes.collect()
}

fn lint(folder: &Path, args: &[&str]) -> Run {
    witc(folder, &[&["lint", "--format", "short"], args].concat())
}

#[test]
fn advice_is_no_error() {
    let folder = package();
    let run = lint(folder.path(), &[]);
    assert_eq!(
        (run.code, codes(&run)),
        (0, vec!["W3111".into(), "W3203".into()])
    );
    let run = lint(folder.path(), &["--deny-warnings"]);
    assert_eq!((run.code, codes(&run).len()), (1, 2));
    let run = lint(
        folder.path(),
        &["--except", "shapes,empty-body", "--deny-warnings"],
    );
    assert_eq!((run.code, codes(&run).len()), (0, 0), "{}", run.stderr);
    let run = lint(folder.path(), &["--use", "W3403", "--except", "default"]);
    assert_eq!(codes(&run), ["W3403", "W3403"], "{}", run.stderr);
}

#[test]
fn settings_are_found_above() {
    let folder = package();
    let settings = "[lint]\nexcept = ['empty-body']\n[lint.levels]\ntwo-bools = 'deny'\n";
    write(folder.path(), "witc.toml", settings);
    for (place, path) in [(".", "wit"), ("wit", "."), ("wit", "app.wit")] {
        let run = lint(&folder.path().join(place), &[path]);
        assert_eq!(
            (run.code, codes(&run)),
            (1, vec!["W3203".to_owned()]),
            "{path}: {}",
            run.stderr
        );
        assert!(run.stderr.contains("error[W3203]"), "{}", run.stderr);
    }
    write(folder.path(), "witc.toml", "[lint]\nignore = ['wit']\n");
    let run = witc(folder.path(), &["lint"]);
    assert_eq!((run.code, &*run.stderr), (0, "no advice on 1 package\n"));
    let settings = "[lint.paths.'wit/app.wit']\nexcept = ['all']\n";
    write(folder.path(), "other.toml", settings);
    let run = lint(folder.path(), &["--config", "other.toml"]);
    assert_eq!((run.code, codes(&run).len()), (0, 0), "{}", run.stderr);
}

#[test]
fn unknown_rules_have_near_names() {
    let folder = package();
    write(
        folder.path(),
        "witc.toml",
        "[lint]\nexcept = ['two-bool']\n",
    );
    let run = witc(folder.path(), &["lint"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("a similar name is `two-bools`"),
        "{}",
        run.stderr
    );
    let run = witc(folder.path(), &["lint", "--use", "todos"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("a similar name is `todo`"),
        "{}",
        run.stderr
    );
}

#[test]
fn the_text_allows_what_it_says() {
    let folder = package();
    let text = PACKAGE
        .replace(
            "    resource",
            "    // witc:allow empty-body it will have one\n    resource",
        )
        .replace("-> logger;", "-> logger; // witc:allow W3203 as in POSIX");
    write(folder.path(), "wit/app.wit", &text);
    let run = lint(folder.path(), &[]);
    assert_eq!((run.code, codes(&run).len()), (0, 0), "{}", run.stderr);
    let wit = witc(folder.path(), &["component", "wit", "wit"]);
    assert!(
        wit.stdout.contains("logger") && !wit.stdout.contains("witc:"),
        "{}",
        wit.stdout
    );
    let text = PACKAGE.replace("interface clock", "// witc:allow W3203\ninterface clock");
    write(folder.path(), "wit/app.wit", &text);
    let found = codes(&lint(folder.path(), &[]));
    assert_eq!(found, ["W3111", "W3203", "W3503", "W3504"]);
}

#[test]
fn fixes_are_applied_to_what_was_asked_for() {
    let folder = package();
    let more = PACKAGE.replace("log", "more").replace("clock", "last");
    write(folder.path(), "wit/more.wit", &more);
    let run = lint(folder.path(), &["--fix", "wit/app.wit"]);
    assert_eq!(codes(&run), ["W3203"], "{}", run.stderr);
    assert_eq!(
        read(folder.path(), "wit/app.wit"),
        PACKAGE.replace(" {}", ";")
    );
    assert_eq!(read(folder.path(), "wit/more.wit"), more);
    let run = lint(folder.path(), &["--fix"]);
    let fixed = read(folder.path(), "wit/more.wit");
    assert_eq!(fixed, more.replace(" {}", ";"), "{}", run.stderr);
    // What is fixed stays as it is.
    let run = lint(folder.path(), &["--fix"]);
    assert_eq!(
        (codes(&run).len(), read(folder.path(), "wit/more.wit")),
        (2, fixed)
    );
}

#[test]
fn a_file_has_its_package_around_it() {
    let folder = package();
    let user =
        "interface user {\n    use log.{logger};\n    f: func(a: bool, b: bool, c: logger);\n}\n";
    write(folder.path(), "wit/user.wit", user);
    let run = lint(folder.path(), &["wit/user.wit"]);
    assert_eq!(
        (run.code, codes(&run)),
        (0, vec!["W3203".to_owned()]),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("user.wit:3:"), "{}", run.stderr);
}

#[test]
fn errors_are_shown_and_nothing_is_linted() {
    let folder = package();
    write(
        folder.path(),
        "wit/app.wit",
        &PACKAGE.replace("bool", "bol"),
    );
    let run = lint(folder.path(), &["--fix"]);
    let found = codes(&run);
    assert_eq!(run.code, 1);
    assert!(
        !found.is_empty() && found.iter().all(|code| code == "W0211"),
        "{}",
        run.stderr
    );
}

#[test]
fn formats_are_those_of_check() {
    let folder = package();
    let run = witc(folder.path(), &["lint", "--format", "github"]);
    assert!(
        run.stdout.starts_with("::warning file=wit/app.wit,line=4"),
        "{}",
        run.stdout
    );
    let run = witc(folder.path(), &["lint", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.stdout).expect("is JSON");
    assert_eq!(json["summary"]["warnings"], 2);
    let run = witc(folder.path(), &["lint", "--format", "sarif"]);
    let json: serde_json::Value = serde_json::from_str(&run.stdout).expect("is JSON");
    assert_eq!(json["runs"][0]["results"][1]["ruleId"], "W3203");
    let run = witc(folder.path(), &["lint", "--rules"]);
    assert!(run.stdout.starts_with("W3001 off"), "{}", run.stdout);
}
