//! `witc fmt` and `witc check --fix`: which files they write, and what they say.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;
use witc_tests::{assert_golden, root};

/// What a run of `witc` gave: exit code, standard output, standard error.
fn witc(folder: &Path, args: &[&str], input: &str) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_witc"));
    command.args(args).current_dir(folder).env("NO_COLOR", "1");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("starts");
    // A command that does not read its input may be gone by now.
    let _ = child.stdin.take().expect("is piped").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("prints UTF-8");
    (output.status.code().expect("is not killed"), text(output.stdout), text(output.stderr))
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("is in the folder")).expect("can be made");
        fs::write(path, text).expect("can be written");
    }
    folder
}

fn text(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).expect("is there")
}

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
    assert_eq!((code, stdout.as_str(), stderr.as_str()), (0, "", "2 of 2 files formatted\n"));
    for (name, expected) in
        [("wit/a.wit", PRETTY), ("wit/more/b.wit", PRETTY), ("wit/deps/c/c.wit", UGLY), ("wit/d.txt", UGLY)]
    {
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
    let time =
        || fs::metadata(folder.path().join("wit/a.wit")).and_then(|data| data.modified()).expect("is there");
    let before = time();
    assert_eq!(witc(folder.path(), &["fmt"], ""), (0, String::new(), String::new()));
    assert_eq!(time(), before);
}

#[test]
fn check_shows_what_is_not_formatted() {
    let folder = folder(&[("wit/a.wit", UGLY), ("wit/b.wit", PRETTY)]);
    let (code, stdout, stderr) = witc(folder.path(), &["fmt", "--check"], "");
    assert_eq!((code, stdout.as_str()), (1, ""));
    for part in ["a.wit` is not formatted", "  - ", "interface i{", "  + ", "1 file not formatted"] {
        assert!(stderr.contains(part), "`{part}` is not in {stderr}");
    }
    assert!(!stderr.contains("b.wit"), "{stderr}");
    assert_eq!(text(&folder, "wit/a.wit"), UGLY);
    assert_eq!(witc(folder.path(), &["fmt", "--check", "wit/b.wit"], ""), (0, String::new(), String::new()));
}

#[test]
fn files_with_errors_are_left_alone() {
    let broken = "package a:b;interface i{f:func()}";
    let folder = folder(&[("wit/a.wit", broken), ("wit/b.wit", UGLY)]);
    let (code, _, stderr) = witc(folder.path(), &["fmt"], "");
    assert_eq!(code, 1, "{stderr}");
    assert!(stderr.contains("W0102") && stderr.contains("a.wit:1:33"), "{stderr}");
    assert_eq!((text(&folder, "wit/a.wit").as_str(), text(&folder, "wit/b.wit").as_str()), (broken, PRETTY));
}

#[test]
fn standard_input_goes_to_standard_output() {
    let folder = folder(&[]);
    assert_eq!(witc(folder.path(), &["fmt", "-"], UGLY), (0, PRETTY.into(), String::new()));
    assert_eq!(witc(folder.path(), &["fmt", "-"], PRETTY), (0, PRETTY.into(), String::new()));
    let (code, stdout, stderr) = witc(folder.path(), &["fmt", "-"], "interface {");
    assert_eq!((code, stdout.as_str()), (1, ""), "{stderr}");
    let (code, stdout, stderr) = witc(folder.path(), &["fmt", "--check", "-"], UGLY);
    assert_eq!((code, stdout.as_str()), (1, ""), "{stderr}");
}

#[test]
fn what_is_not_there_is_told() {
    let folder = folder(&[("empty/a.txt", "")]);
    let (code, _, stderr) = witc(folder.path(), &["fmt"], "");
    assert!(code == 2 && stderr.contains("`wit`") && stderr.contains("help: "), "{stderr}");
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
    assert!(count > 2);
}
