//! The formats of reports.

use crate::support::folder;
use crate::{PLUGIN, witc};

#[test]
fn json_is_one_document_also_when_all_is_well() {
    let folder = folder(&[
        ("good.wit", PLUGIN),
        (
            "bad.wit",
            // A letter of two bytes tells columns from bytes.
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
    // A file that is not there has no place to show.
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
        // The index has to lead to the rule of that very code.
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

/// A file with so many mistakes.
fn mistakes(errors: usize) -> String {
    let worlds: String = (0..errors)
        .map(|number| format!("world w{number} {{ import nope{number}; }}\n"))
        .collect();
    format!("package a:b;\n{worlds}")
}

#[test]
fn people_see_a_hundred_and_machines_all() {
    let folder = folder(&[("bad.wit", &mistakes(130)), ("few.wit", &mistakes(100))]);
    let check = |more: &[&str]| {
        let run = witc(folder.path(), &[&["check", "bad.wit"], more].concat());
        assert_eq!(run.code, 1, "{}", run.stderr);
        run
    };
    for format in ["human", "short"] {
        let run = check(&["--format", format]);
        assert_eq!(run.stderr.matches("error[W").count(), 100, "{}", run.stderr);
        assert!(
            run.stderr
                .ends_with("\nand 30 more: `--all` shows them\n130 errors in 1 file\n"),
            "{}",
            run.stderr
        );
        let run = check(&["--format", format, "--all"]);
        assert_eq!(run.stderr.matches("error[W").count(), 130);
        assert!(!run.stderr.contains("more:"), "{}", run.stderr);
    }
    for (format, mark) in [
        ("json", "\"severity\""),
        ("sarif", "\"ruleId\""),
        ("github", "::error "),
    ] {
        let run = check(&["--format", format]);
        assert_eq!(run.stdout.matches(mark).count(), 130, "{}", run.stdout);
    }
    let few = witc(folder.path(), &["check", "few.wit"]);
    assert_eq!(few.stderr.matches("error[W").count(), 100);
    assert!(!few.stderr.contains("--all"), "{}", few.stderr);
}

#[test]
fn each_command_leaves_out_what_nobody_reads() {
    let folder = folder(&[("bad.wit", &mistakes(130))]);
    for command in [
        &["check"][..],
        &["rust"],
        &["c"],
        &["cpp"],
        &["component", "wit"],
        &["component", "embed", "--dummy"],
        &["component", "targets", "bad.wit"],
        &["component", "semver-check", "--prev", "w0", "--new", "w1"],
        &["graph"],
    ] {
        for (more, shown) in [(&["bad.wit"][..], 100), (&["bad.wit", "--all"], 130)] {
            let run = witc(folder.path(), &[command, more].concat());
            assert_eq!(run.code, 1, "{}", run.stderr);
            assert_eq!(
                run.stderr.matches("error[W").count(),
                shown,
                "{command:?} {more:?}: {}",
                run.stderr
            );
        }
    }
    let broken: String = (0..130)
        .map(|number| format!("interface i{number} {{ type x u8; }}\n"))
        .collect();
    std::fs::write(
        folder.path().join("broken.wit"),
        format!("package a:b;\n{broken}"),
    )
    .expect("can be written");
    let run = witc(folder.path(), &["fmt", "broken.wit"]);
    assert!(
        run.stderr.contains("and 30 more: `--all`"),
        "{}",
        run.stderr
    );
}
