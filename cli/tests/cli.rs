//! The command as its users meet it: what it prints, where, and its exit codes.

mod support;

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use support::folder;

/// What a run of `witc` gave.
struct Run {
    code: i32,
    stdout: String,
    stderr: String,
}

/// Runs `witc` in a folder.
fn witc(folder: &Path, args: &[&str]) -> Run {
    with_input(folder, args, b"")
}

fn with_input(folder: &Path, args: &[&str], input: &[u8]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_witc"));
    command
        .args(args)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("starts");
    // A command that does not read its input may be gone by now.
    let _ = child.stdin.take().expect("is piped").write_all(input);
    let output = child.wait_with_output().expect("ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("prints UTF-8");
    Run {
        code: output.status.code().expect("is not killed"),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// The names of all files in a folder and those below it.
fn files(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).expect("is there") {
            let path = entry.expect("is there").path();
            names.push(
                path.strip_prefix(folder)
                    .expect("is below")
                    .display()
                    .to_string()
                    .replace('\\', "/"),
            );
            if path.is_dir() {
                open.push(path);
            }
        }
    }
    names.sort();
    names
}

const PLUGIN: &str = "package example:plugin;\n\nworld example-plugin {\n    export length: func(s: string) -> u32;\n}\n";

const SIX_MISTAKES: &str = include_str!("../../fixtures/six-mistakes.wit");

#[test]
fn a_valid_package_is_fine() {
    let folder = folder(&[("wit/world.wit", PLUGIN)]);
    let run = witc(folder.path(), &["check"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    assert_eq!(run.stderr, "no errors in 1 file, 1 package\n");
    assert_eq!(
        witc(folder.path(), &["check", "--format", "short"]).stderr,
        ""
    );
}

#[test]
fn six_mistakes_are_six_diagnostics() {
    let folder = folder(&[("wit/six.wit", SIX_MISTAKES)]);
    let run = witc(folder.path(), &["check", "--format", "short"]);
    assert_eq!(run.code, 1);
    let (diagnostics, summary): (Vec<&str>, Vec<&str>) =
        run.stderr.lines().partition(|line| line.contains("error["));
    assert_eq!(diagnostics.len(), 6, "{}", run.stderr);
    assert_eq!(summary, ["6 errors in 1 file"]);
    // Each mistake is in the line before the comment that tells it.
    for (line, text) in SIX_MISTAKES
        .lines()
        .enumerate()
        .filter(|(_, text)| text.contains("// mistake"))
    {
        let place = format!(":{}:", line + 1);
        assert!(
            diagnostics
                .iter()
                .any(|diagnostic| diagnostic.contains(&place)),
            "{text}: {}",
            run.stderr
        );
    }
    let human = witc(folder.path(), &["check"]);
    assert!(
        human.stderr.contains("│"),
        "excerpts are shown: {}",
        human.stderr
    );
}

#[test]
fn input_that_is_not_there_is_told_with_the_next_step() {
    let folder = folder(&[("other/world.wit", PLUGIN), ("empty/readme.txt", "")]);
    for args in [
        &["check"][..],
        &["check", "nowhere.wit"],
        &["rust"],
        &["component", "wit"],
    ] {
        let run = witc(folder.path(), args);
        assert_eq!(run.code, 2, "{args:?}: {}", run.stderr);
        assert!(
            run.stderr.contains("W0701") && run.stderr.contains("`other`"),
            "{args:?}: {}",
            run.stderr
        );
    }
    let run = witc(folder.path(), &["check", "empty"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stderr.contains("W0704") && run.stderr.contains("name the folder"),
        "{}",
        run.stderr
    );
    assert_eq!(
        files(folder.path()),
        ["empty", "empty/readme.txt", "other", "other/world.wit"]
    );
}

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
fn a_world_that_is_not_there_lists_those_that_are() {
    let folder = folder(&[(
        "wit/world.wit",
        "package a:b;\nworld one {}\nworld two {}\n",
    )]);
    for args in [
        &["rust"][..],
        &["rust", "-w", "three"],
        &["rust", "--world", "a:b/three"],
    ] {
        let run = witc(folder.path(), args);
        assert_eq!(run.code, 1, "{args:?}: {}", run.stderr);
        assert!(
            run.stderr.contains("one") && run.stderr.contains("two"),
            "{args:?}: {}",
            run.stderr
        );
    }
    assert_eq!(files(folder.path()), ["wit", "wit/world.wit"]);
}

#[test]
fn what_cannot_be_written_is_told_and_leaves_nothing_behind() {
    let folder = folder(&[
        ("wit/world.wit", PLUGIN),
        ("taken", "a file"),
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
        .replace('\\', "/");
    assert!(rule.starts_with("out/w.rs:"), "{rule}");
    for file in ["wit/world.wit", "wit/deps", "wit/deps/c/e.wit"] {
        assert!(
            rule.lines().any(|line| line == format!("{file}:")),
            "{file} is not in {rule}"
        );
    }
}

#[test]
fn standard_input_is_read() {
    let folder = folder(&[]);
    assert_eq!(
        with_input(folder.path(), &["check", "-"], PLUGIN.as_bytes()).code,
        0
    );
    let run = with_input(
        folder.path(),
        &["check", "-", "--format", "short"],
        b"package a:b;\nworld w { import x; }\n",
    );
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.starts_with("<stdin>:2:18: error["),
        "{}",
        run.stderr
    );
    let run = with_input(folder.path(), &["check", "-"], b"package \xff;");
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("UTF-8"), "{}", run.stderr);
}

#[test]
fn a_package_is_printed() {
    let folder = folder(&[("wit/world.wit", PLUGIN)]);
    let run = witc(folder.path(), &["component", "wit"]);
    assert_eq!(
        (run.code, run.stdout.as_str()),
        (0, PLUGIN),
        "{}",
        run.stderr
    );
    let run = witc(
        folder.path(),
        &["component", "wit", "wit", "-o", "out/printed.wit"],
    );
    assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    assert_eq!(
        fs::read_to_string(folder.path().join("out/printed.wit")).expect("was written"),
        PLUGIN
    );
    let json = witc(folder.path(), &["component", "wit", "-j"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).expect("is JSON");
    assert_eq!(json["worlds"][0]["name"], "example-plugin");
}

#[test]
fn json_is_one_document_also_when_all_is_well() {
    let folder = folder(&[
        ("good.wit", PLUGIN),
        (
            "bad.wit",
            "package a:b;\nworld w { export é; }\ninterface w {}\n",
        ),
    ]);
    let document = |path: &str| -> (i32, serde_json::Value) {
        let run = witc(folder.path(), &["check", path, "--format", "json"]);
        assert_eq!(run.stderr, "");
        (
            run.code,
            serde_json::from_str(&run.stdout).expect("is JSON"),
        )
    };
    let (code, good) = document("good.wit");
    assert_eq!(
        (code, &good),
        (
            0,
            &serde_json::json!({"diagnostics": [], "summary": {"errors": 0, "warnings": 0}})
        )
    );
    let (code, bad) = document("bad.wit");
    assert_eq!(code, 1);
    let diagnostics = bad["diagnostics"].as_array().expect("is a list");
    assert_eq!(bad["summary"]["errors"], diagnostics.len());
    for diagnostic in diagnostics {
        assert!(
            diagnostic["code"]
                .as_str()
                .is_some_and(|code| code.starts_with('W') && code.len() == 5)
        );
        assert_eq!(diagnostic["severity"], "error");
        assert!(diagnostic["notes"].is_array() && diagnostic["fixes"].is_array());
        let label = &diagnostic["labels"][0];
        assert_eq!(
            (&label["primary"], &label["file"]),
            (&true.into(), &"bad.wit".into())
        );
        assert!(
            label["start"]["line"].as_u64() >= Some(1)
                && label["start"]["column"].as_u64() >= Some(1)
        );
        assert!(label["end"]["byte"].as_u64() >= label["start"]["byte"].as_u64());
    }
    let (code, missing) = document("nowhere.wit");
    assert_eq!(
        (code, &missing["diagnostics"][0]["code"]),
        (2, &"W0701".into())
    );
    assert_eq!(missing["diagnostics"][0]["labels"], serde_json::json!([]));
}

#[test]
fn machines_get_their_formats_on_standard_output() {
    let folder = folder(&[("bad.wit", "package a:b;\nworld w { import nope; }\n")]);
    let sarif = witc(folder.path(), &["check", "bad.wit", "--format", "sarif"]);
    assert_eq!((sarif.code, sarif.stderr.as_str()), (1, ""));
    let log: serde_json::Value = serde_json::from_str(&sarif.stdout).expect("is JSON");
    let result = &log["runs"][0]["results"][0];
    let rule = &log["runs"][0]["tool"]["driver"]["rules"]
        [result["ruleIndex"].as_u64().expect("is a number") as usize];
    assert_eq!(
        (&log["version"], &result["level"]),
        (&"2.1.0".into(), &"error".into())
    );
    assert_eq!(result["ruleId"], rule["id"]);
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(
        (
            &place["artifactLocation"]["uri"],
            &place["region"]["startLine"]
        ),
        (&"bad.wit".into(), &2.into())
    );

    let github = witc(folder.path(), &["check", "bad.wit", "--format", "github"]);
    assert_eq!(
        (
            github.code,
            github.stderr.as_str(),
            github.stdout.lines().count()
        ),
        (1, "", 1)
    );
    assert!(
        github.stdout.starts_with("::error file=bad.wit,line=2,"),
        "{}",
        github.stdout
    );
}

#[test]
fn wrong_usage_is_told_with_exit_code_two() {
    let folder = folder(&[]);
    for args in [
        &[][..],
        &["chek"],
        &["check", "--format", "xml"],
        &["rust", "--ownership", "mine"],
        &["rust", "--with", "a:b/c"],
        &["explain", "W9999"],
        &["component"],
    ] {
        let run = witc(folder.path(), args);
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (2, ""),
            "{args:?}: {}",
            run.stderr
        );
        assert!(!run.stderr.is_empty(), "{args:?}");
    }
    assert!(
        witc(folder.path(), &["chek"]).stderr.contains("check"),
        "a near miss is named"
    );
}

#[test]
fn codes_are_explained() {
    let folder = folder(&[]);
    let list = witc(folder.path(), &["explain"]);
    assert_eq!(list.code, 0);
    let first = list
        .stdout
        .lines()
        .next()
        .expect("there are codes")
        .split(' ')
        .next()
        .expect("is a code")
        .to_owned();
    for code in [first.clone(), first.to_lowercase()] {
        let run = witc(folder.path(), &["explain", &code]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert!(
            run.stdout.starts_with(&format!("{first}: ")) && run.stdout.lines().count() > 3,
            "{}",
            run.stdout
        );
    }
}

#[test]
fn shells_get_completions() {
    let folder = folder(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = witc(folder.path(), &["completions", shell]);
        assert_eq!(run.code, 0, "{shell}: {}", run.stderr);
        assert!(run.stdout.contains("generate-all"), "{shell}");
    }
}

/// The examples in help texts are command lines that work: each of them is parsed by the command itself.
#[test]
fn examples_in_help_texts_are_accepted() {
    let folder = folder(&[]);
    let mut examples = 0;
    for args in [
        &["--help"][..],
        &["check", "--help"],
        &["rust", "--help"],
        &["fmt", "--help"],
        &["component", "wit", "--help"],
    ] {
        let help = witc(folder.path(), args);
        assert_eq!(help.code, 0);
        for line in help
            .stdout
            .lines()
            .filter_map(|line| line.strip_prefix("  witc "))
        {
            // What follows two spaces explains; what follows a pipe or an arrow is for the shell.
            let command = line.split("  ").next().expect("a line has a start");
            let command = command
                .split(['|', '>'])
                .next()
                .expect("a line has a start");
            let words: Vec<&str> = command.split_whitespace().collect();
            let run = with_input(folder.path(), &words, b"package a:b;");
            assert!(!run.stderr.contains("Usage:"), "{command}: {}", run.stderr);
            examples += 1;
        }
    }
    assert!(examples > 10, "only {examples} examples were found");
}

#[test]
fn colours_are_for_terminals() {
    let folder = folder(&[("bad.wit", "package a:b;\nworld w { import nope; }\n")]);
    let colors = |more: &[&str]| {
        let run = witc(
            folder.path(),
            &[&["check", "bad.wit", "-v"][..], more].concat(),
        );
        assert_eq!(run.code, 1, "{}", run.stderr);
        run.stderr.contains('\x1b')
    };
    assert!(!colors(&[]));
    assert!(!colors(&["--color", "never"]));
    assert!(colors(&["--color=always"]));
    assert!(colors(&["--color=always-ansi"]));
}

/// Reading only the first line, as `head` does, is no reason to complain.
#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    let folder = folder(&[]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_witc"));
    let mut child = command
        .args(["completions", "bash"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("ends");
    assert_eq!(
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stderr).as_ref()
        ),
        (Some(0), "")
    );
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
