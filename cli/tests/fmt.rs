//! `witc fmt` and `witc check --fix`: which files they write, and what they say.

mod support;

use std::fs;
use std::path::Path;
use support::{folder, run};
use tempfile::TempDir;
use witc_tests::{assert_golden, root};

/// The outcome of a run of `witc`: exit code, standard output, standard error.
fn witc(folder: &Path, args: &[&str], input: &str) -> (i32, String, String) {
    let output = run(folder, args, input.as_bytes());
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("prints UTF-8");
    (
        output.status.code().expect("is not killed"),
        text(output.stdout),
        text(output.stderr),
    )
}

fn text(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).expect("is there")
}

// Valid, and nothing in it is where the formatter puts it.
const UGLY: &str = "package a:b;interface i{f:func();}";
const PRETTY: &str = "package a:b;\n\ninterface i {\n    f: func();\n}\n";

#[test]
fn folders_are_formatted_without_their_dependencies() {
    let folder = folder(&[
        ("wit/a.wit", UGLY),
        ("wit/more/b.wit", UGLY),
        ("wit/deps/c/c.wit", UGLY),
        ("wit/d.txt", UGLY),
    ]);
    let (code, stdout, stderr) = witc(folder.path(), &["fmt"], "");
    assert_eq!(
        (code, stdout.as_str(), stderr.as_str()),
        (0, "", "2 of 2 files formatted\n")
    );
    for (name, expected) in [
        ("wit/a.wit", PRETTY),
        ("wit/more/b.wit", PRETTY),
        ("wit/deps/c/c.wit", UGLY),
        ("wit/d.txt", UGLY),
    ] {
        assert_eq!(text(&folder, name), expected, "{name}");
    }
    assert_eq!(
        witc(folder.path(), &["fmt", "wit/deps", "wit"], ""),
        (0, String::new(), "1 of 3 files formatted\n".into())
    );
    assert_eq!(text(&folder, "wit/deps/c/c.wit"), PRETTY);
}

#[test]
fn files_that_are_formatted_are_not_written() {
    let folder = folder(&[("wit/a.wit", PRETTY)]);
    let time = || {
        fs::metadata(folder.path().join("wit/a.wit"))
            .and_then(|data| data.modified())
            .expect("is there")
    };
    let before = time();
    assert_eq!(
        witc(folder.path(), &["fmt"], ""),
        (0, String::new(), String::new())
    );
    // A file that is written again, with the same text, makes build tools run again.
    assert_eq!(time(), before);
}

#[test]
fn check_shows_what_is_not_formatted() {
    let folder = folder(&[("wit/a.wit", UGLY), ("wit/b.wit", PRETTY)]);
    let (code, stdout, stderr) = witc(folder.path(), &["fmt", "--check"], "");
    assert_eq!((code, stdout.as_str()), (1, ""));
    for part in [
        "a.wit` is not formatted",
        "  - ",
        "interface i{",
        "  + ",
        "1 file not formatted",
    ] {
        assert!(stderr.contains(part), "`{part}` is not in {stderr}");
    }
    assert!(!stderr.contains("b.wit"), "{stderr}");
    assert_eq!(text(&folder, "wit/a.wit"), UGLY);
    assert_eq!(
        witc(folder.path(), &["fmt", "--check", "wit/b.wit"], ""),
        (0, String::new(), String::new())
    );
}

#[test]
fn files_with_errors_are_left_alone() {
    let broken = "package a:b;interface i{f:func()}";
    let folder = folder(&[("wit/a.wit", broken), ("wit/b.wit", UGLY)]);
    let (code, _, stderr) = witc(folder.path(), &["fmt"], "");
    assert_eq!(code, 1, "{stderr}");
    assert!(
        stderr.contains("W0102") && stderr.contains("a.wit:1:33"),
        "{stderr}"
    );
    assert_eq!(
        (
            text(&folder, "wit/a.wit").as_str(),
            text(&folder, "wit/b.wit").as_str()
        ),
        (broken, PRETTY)
    );
}

#[test]
fn standard_input_goes_to_standard_output() {
    let folder = folder(&[]);
    assert_eq!(
        witc(folder.path(), &["fmt", "-"], UGLY),
        (0, PRETTY.into(), String::new())
    );
    assert_eq!(
        witc(folder.path(), &["fmt", "-"], PRETTY),
        (0, PRETTY.into(), String::new())
    );
    let (code, stdout, stderr) = witc(folder.path(), &["fmt", "-"], "interface {");
    assert_eq!((code, stdout.as_str()), (1, ""), "{stderr}");
    let (code, stdout, stderr) = witc(folder.path(), &["fmt", "--check", "-"], UGLY);
    assert_eq!((code, stdout.as_str()), (1, ""), "{stderr}");
}

#[test]
fn what_is_not_there_is_told() {
    let folder = folder(&[("empty/a.txt", "")]);
    let (code, _, stderr) = witc(folder.path(), &["fmt"], "");
    assert!(
        code == 2 && stderr.contains("`wit`") && stderr.contains("help: "),
        "{stderr}"
    );
    let (code, _, stderr) = witc(folder.path(), &["fmt", "empty"], "");
    assert!(code == 1 && stderr.contains("W0704"), "{stderr}");
}

/// `fixtures/fmt/name.wit` is formatted to `name.expected`. `UPDATE=1` writes it.
#[test]
fn goldens() {
    let folder = root().join("fixtures/fmt");
    let mut count = 0;
    for entry in fs::read_dir(&folder).expect("is there") {
        let path = entry.expect("is there").path();
        if path.extension().is_some_and(|extension| extension == "wit") {
            let input = fs::read_to_string(&path).expect("is text");
            let (code, stdout, stderr) = witc(&folder, &["fmt", "-"], &input);
            assert_eq!((code, stderr.as_str()), (0, ""), "{}", path.display());
            assert_golden(&path.with_extension("expected"), &stdout);
            count += 1;
        }
    }
    // A folder that was moved would be a test of nothing.
    assert!(count > 2);
}

/// `fixtures/fmt/upgrade/name.wit` becomes `name.expected`, if it can, and then checks clean; what is said is in
/// `name.said`. `UPDATE=1` writes both.
#[test]
fn upgrades() {
    let fixtures = root().join("fixtures/fmt/upgrade");
    let mut paths: Vec<_> = fs::read_dir(&fixtures)
        .expect("is there")
        .map(|entry| entry.expect("is there").path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "wit"));
    // In the same order on every system, for whoever reads what fails.
    paths.sort();
    assert!(paths.len() > 3);
    for path in paths {
        let before = fs::read_to_string(&path).expect("is text");
        let name = path
            .file_name()
            .expect("has a name")
            .to_str()
            .expect("is text");
        let folder = folder(&[(name, &before)]);
        let (code, _, said) = witc(folder.path(), &["fmt", "--upgrade", name], "");
        assert_golden(&path.with_extension("said"), &said);
        let after = text(&folder, name);
        if code == 1 {
            // Only the package's name is missing, or more than that.
            let given = witc(
                folder.path(),
                &["fmt", "--upgrade", "--package", "fixture:given", name],
                "",
            );
            if given.0 == 1 {
                assert_eq!(text(&folder, name), before, "{name}");
                continue;
            }
        } else {
            // What is upgraded needs no second upgrade.
            let again = witc(folder.path(), &["fmt", "--upgrade", "--check", name], "");
            assert_eq!(again, (0, String::new(), String::new()), "{name}");
        }
        let after = if code == 1 {
            text(&folder, name)
        } else {
            after
        };
        assert_golden(&path.with_extension("expected"), &after);
        let checked = witc(folder.path(), &["check", name], "");
        // An old file may lack a package declaration in a folder that has one elsewhere, which is
        // no fault of the upgrade.
        let package_is_missing =
            checked.0 == 1 && checked.2.contains("W0201") && checked.2.contains("1 error");
        assert!(
            checked.0 == 0 || (package_is_missing && said.contains("W0114")),
            "{name}: {}",
            checked.2
        );
    }
}

#[test]
fn upgrading_does_not_guess() {
    let folder = folder(&[]);
    let old = "ping: function()";
    let (code, stdout, stderr) = witc(folder.path(), &["fmt", "--upgrade", "-"], old);
    assert_eq!(
        (code, stdout.as_str()),
        (1, ""),
        "standard input has no name: {stderr}"
    );
    assert!(stderr.contains("W0114"), "{stderr}");
    let (code, _, stderr) = witc(
        folder.path(),
        &["fmt", "--upgrade", "--package", "no", "-"],
        old,
    );
    assert!(code == 2 && stderr.contains("`my:app`"), "{stderr}");
    assert_eq!(
        witc(folder.path(), &["fmt", "--package", "a:b", "-"], old).0,
        2
    );
}

/// A file in an old dialect gives one diagnostic for that, however much of it is old.
#[test]
fn old_dialects_are_one_mistake() {
    for name in ["job_queue", "garden"] {
        let old = fs::read_to_string(root().join(format!("fixtures/fmt/upgrade/{name}.wit")))
            .expect("is text");
        let folder = folder(&[("old.wit", &old)]);
        let (code, _, stderr) = witc(
            folder.path(),
            &["check", "--format", "short", "old.wit"],
            "",
        );
        let errors: Vec<&str> = stderr
            .lines()
            .filter(|line| line.contains("error["))
            .collect();
        assert!(code == 1 && stderr.contains("W0113"), "{stderr}");
        // Types are told by those who look for names, once for each interface.
        let others = errors.iter().filter(|line| {
            !["W0113", "W0201", "`float32`"]
                .iter()
                .any(|it| line.contains(it))
        });
        assert_eq!(others.count(), 0, "{stderr}");
    }
}

#[test]
fn sure_fixes_are_applied() {
    let bad = "package a:b;\ninterface i {\n    f: func(a: float32, type: u8) -> (x: u8)\n    record r { a: u8; b: u8 }\n}\n";
    let folder = folder(&[
        ("wit/a.wit", bad),
        (
            "wit/b.wit",
            // `u9` could be any integer, so its fix is a guess; `vec` can only be `list`.
            "interface j { f: func(a: u9); g: func(a: vec<u8>); }\n",
        ),
    ]);
    let (code, stdout, stderr) = witc(folder.path(), &["check", "--fix", "--format", "short"], "");
    assert_eq!((code, stdout.as_str()), (1, ""), "{stderr}");
    assert_eq!(
        text(&folder, "wit/a.wit"),
        "package a:b;\ninterface i {\n    f: func(a: f32, %type: u8) -> u8;\n    record r { a: u8, b: u8 }\n}\n",
        "{stderr}"
    );
    assert_eq!(
        text(&folder, "wit/b.wit"),
        "interface j { f: func(a: u9); g: func(a: list<u8>); }\n",
        "a guess is not applied"
    );
    assert!(
        stderr.contains("fixed wit/a.wit:") && stderr.contains("in 2 files\n"),
        "{stderr}"
    );
    assert!(
        stderr.contains("W0211") && stderr.ends_with("1 error in 1 file\n"),
        "{stderr}"
    );
    let (code, _, stderr) = witc(folder.path(), &["check", "--fix", "wit/a.wit"], "");
    assert_eq!(
        (code, stderr.as_str()),
        (0, "no errors in 1 file, 1 package\n")
    );
}

#[test]
fn dependencies_and_standard_input_are_not_fixed() {
    let bad = "package c:d;\ninterface i { f: func() }\n";
    let folder = folder(&[("wit/a.wit", "package a:b;\n"), ("wit/deps/c/c.wit", bad)]);
    let (code, _, stderr) = witc(folder.path(), &["check", "--fix"], "");
    assert!(code == 1 && !stderr.contains("fixed"), "{stderr}");
    assert_eq!(text(&folder, "wit/deps/c/c.wit"), bad);
    assert_eq!(
        witc(folder.path(), &["check", "--fix", "wit/deps/c"], "").0,
        0
    );
    assert_ne!(text(&folder, "wit/deps/c/c.wit"), bad);
    let (code, _, stderr) = witc(folder.path(), &["check", "--fix", "-"], bad);
    assert!(code == 2 && stderr.contains("standard input"), "{stderr}");
}
