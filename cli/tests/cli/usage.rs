//! Command lines: usage, help, explanations and completions.

use crate::support::folder;
use crate::{witc, with_input};
use std::process::{Command, Stdio};

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
    // Whichever code comes first: the test does not depend on a code that may be retired.
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
            // The command may fail, as its files do not exist; only wrong usage shows how to use
            // it.
            let run = with_input(folder.path(), &words, b"package a:b;");
            assert!(!run.stderr.contains("Usage:"), "{command}: {}", run.stderr);
            examples += 1;
        }
    }
    // The search depends on how help is laid out; without this, it could find nothing and pass.
    assert!(examples > 10, "only {examples} examples were found");
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
    // Closed before the script is written, which is longer than any buffer of a pipe.
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
