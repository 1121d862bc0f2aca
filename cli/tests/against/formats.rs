//! The formats and categories of `witc diff`.

use super::support::folder;
use super::{LOG, diff, has_git, repository, write};
use serde_json::Value;
use tempfile::TempDir;

#[test]
fn categories_say_for_whom() {
    let new = LOG
        .replace(
            "note:",
            "/// Writes it out.\n    flush: func();\n    /// Notes.\n    note:",
        )
        .replace("interface", "/// A log.\n    interface");
    let place = folder(&[("old.wit", LOG), ("new.wit", &new)]);
    let category = |names: &str| diff(place.path(), &["old.wit", "new.wit", "--category", names]);
    let (code, out, _) = category("caller");
    assert!(code == 0 && out.starts_with("no changes\n"), "{out}");
    for names in ["implementer", "component", "source"] {
        let (code, out, _) = category(names);
        assert!(
            code == 1 && out.contains("1 change: 1 breaking") && out.contains("flush"),
            "{out}"
        );
    }
    let (code, out, _) = category("docs");
    assert!(
        code == 1 && out.contains("2 changes: 2 docs") && out.matches("docs:").count() == 2,
        "{out}"
    );
    let (code, out, _) = category("caller,docs");
    assert!(code == 1 && out.contains("2 changes: 2 docs"), "{out}");
    // What is gone breaks whoever calls it. Who implements it has something to change, and works all the same.
    let back = |names: &str| diff(place.path(), &["new.wit", "old.wit", "--category", names]).0;
    assert_eq!(
        [back("caller"), back("implementer"), back("source")],
        [1, 0, 1]
    );
    // A world has no component that would notice.
    write(
        place.path(),
        "world.wit",
        &format!("{LOG}\nworld app {{ import log; }}"),
    );
    let gone = |names: &str| diff(place.path(), &["world.wit", "old.wit", "--category", names]).0;
    assert_eq!([gone("component"), gone("source")], [0, 1]);
}

/// A repository in which something breaks, something is added and something is said, since its tag.
fn changed() -> Option<TempDir> {
    if !has_git() {
        return None;
    }
    let place = repository();
    let new = LOG
        .replace("text: string", "text: list<u8>")
        .replace("enum level", "/// How loud.\n    enum level")
        .replace("note:", "flush: func();\n    note:");
    write(place.path(), "wit/log.wit", &new);
    Some(place)
}

/// The report in a format.
fn formatted(place: &TempDir, format: &str, more: &[&str]) -> String {
    let first = [
        "--against",
        "git:v1.0.0",
        "--side",
        "import",
        "--format",
        format,
    ];
    let (code, out, err) = diff(place.path(), &[&first, more].concat());
    assert!(code == 1 && err.is_empty(), "{err}");
    out
}

#[test]
fn people_read_lines() {
    let Some(place) = changed() else { return };
    let human = formatted(&place, "human", &[]);
    assert!(
        human.contains("3 changes: 1 breaking, 1 compatible, 1 docs"),
        "{human}"
    );
}

#[test]
fn programs_read_json() {
    let Some(place) = changed() else { return };
    let json: Value = serde_json::from_str(&formatted(&place, "json", &[])).expect("is JSON");
    let changes = json["changes"].as_array().expect("is a list");
    let categories: Vec<&Value> = changes.iter().map(|change| &change["categories"]).collect();
    let expected = serde_json::json!([["docs"], ["caller", "component", "source"], []]);
    assert_eq!(serde_json::json!(categories), expected);
    assert_eq!(changes[1]["old"]["file"], "git:v1.0.0:wit/log.wit");
}

#[test]
fn code_scanning_reads_sarif() {
    let Some(place) = changed() else { return };
    let sarif: Value = serde_json::from_str(&formatted(&place, "sarif", &[])).expect("is JSON");
    let run = &sarif["runs"][0];
    let results = run["results"].as_array().expect("is a list");
    assert_eq!(results.len(), 3);
    for result in results {
        let index = result["ruleIndex"].as_u64().expect("is an index") as usize;
        assert_eq!(
            run["tool"]["driver"]["rules"][index]["id"],
            result["ruleId"]
        );
    }
    let breaking = results
        .iter()
        .find(|it| it["level"] == "error")
        .expect("breaks");
    assert_eq!(breaking["ruleId"], "type-of-parameter-changed");
    let found = &breaking["locations"][0]["physicalLocation"];
    assert_eq!(found["artifactLocation"]["uri"], "wit/log.wit");
    assert_eq!(found["region"]["startLine"], 8);
}

#[test]
fn workflows_read_annotations() {
    let Some(place) = changed() else { return };
    let github = formatted(&place, "github", &[]);
    let lines: Vec<&str> = github.lines().collect();
    assert_eq!(lines.len(), 2, "{github}");
    assert!(
        lines[0].starts_with("::error file=wit/log.wit,line=8,"),
        "{github}"
    );
    assert!(
        lines[0].contains("title=breaking%3A type of parameter changed::"),
        "{github}"
    );
    assert!(
        lines[1].starts_with("::notice file=wit/log.wit,line=7,"),
        "{github}"
    );
    assert_eq!(formatted(&place, "github", &["--docs"]).lines().count(), 3);
}

#[test]
fn pull_requests_read_markdown() {
    let Some(place) = changed() else { return };
    let markdown = formatted(&place, "markdown", &[]);
    assert_eq!(
        markdown,
        "## Changes of the WIT\n\n### 1 breaking change\n\n\
         - the parameter `text` of function `note` of interface `my:log/log` is `string` in the old version, and `list<u8>` \
         in the new version *(caller, component, source)*\n  \
         - old: `string` at `git:v1.0.0:wit/log.wit:6:30`\n  - new: `list<u8>` at `wit/log.wit:8:30`\n  \
         - for importers: breaking, since both sides of a call must agree on the function's whole type\n\n\
         <details><summary>1 compatible change</summary>\n\n\
         - function `flush` of interface `my:log/log` is only in the new version\n  \
         - new: `flush: func()` at `wit/log.wit:7:5`\n  \
         - for importers: compatible, since a component that imports an interface need not use all of it\n\n\
         </details>\n\n1 change of documentation or gates.\n\n\
         **my:log**: after 1.0.0 the smallest honest version is 2.0.0: the major number tells of what breaks; 1.0.0 is not \
         honest\n"
    );
    assert!(
        formatted(&place, "markdown", &["--docs"])
            .matches("<details>")
            .count()
            == 2
    );
}
