//! The input of commands: packages, worlds, standard input, and what is wrong with them.

use crate::support::folder;
use crate::{PLUGIN, files, witc, with_input};
use std::fs;

const SIX_MISTAKES: &str = include_str!("../../../fixtures/six-mistakes.wit");

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
    // One line for each diagnostic in this format, and one at the end.
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
            // The folder that does have WIT files is the next thing to try.
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
    // 0xff starts no character of UTF-8.
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
        &["component", "wit", "wit", "-o", "printed.wit"],
    );
    assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    assert_eq!(
        fs::read_to_string(folder.path().join("printed.wit")).expect("was written"),
        PLUGIN
    );
    let json = witc(folder.path(), &["component", "wit", "-j"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).expect("is JSON");
    assert_eq!(json["worlds"][0]["name"], "example-plugin");
}
