//! `witc diff`, `witc component semver-check` and `witc graph` as their users meet them.

mod support;

use std::path::Path;
use support::{folder, run};

const OLD: &str = "package my:log@1.2.0;

interface log {
    enum level { low, high }

    note: func(level: level, text: string);
}

world app {
    import log;
    export run: func();
}
";

/// Runs witc in a folder: its exit code, and what it printed to standard output and to standard error.
fn witc(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = run(folder, arguments, b"");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("is UTF-8");
    (
        output.status.code().expect("ends by itself"),
        text(output.stdout),
        text(output.stderr),
    )
}

/// `old.wit` and `new.wit`, which is the same but for these replacements.
fn versions(changes: &[(&str, &str)]) -> tempfile::TempDir {
    let mut new = OLD.to_owned();
    for (old, now) in changes {
        // A replacement that no longer matches would compare a version with itself.
        assert!(new.contains(old), "{old}");
        new = new.replacen(old, now, 1);
    }
    folder(&[("old.wit", OLD), ("new.wit", &new)])
}

#[test]
fn people_see_what_breaks_where_and_why() {
    let folder = versions(&[("low, high", "low, middle, high"), ("1.2.0", "1.3.0")]);
    let (code, out, err) = witc(folder.path(), &["diff", "old.wit", "new.wit"]);
    assert_eq!(
        (code, out.as_str(), err.as_str()),
        (
            1,
            "breaking: enum `level` of interface `my:log/log` has the enum case `middle` only in the new version\n  \
             new   new.wit:4:23: middle\n  \
             rule  for all components: breaking, since values cross the boundary as the whole type says: both sides must \
             agree on it\n\n\
             1 change: 1 breaking\n\
             my:log: after 1.2.0 the smallest honest version is 2.0.0: the major number tells of what breaks; 1.3.0 is not \
             honest\n",
            ""
        )
    );
}

#[test]
fn both_sides_are_told_and_one_can_be_chosen() {
    let folder = versions(&[("note:", "flush: func();\n    note:"), ("1.2.0", "1.3.0")]);
    let diff = |more: &[&str]| {
        witc(
            folder.path(),
            &[&["diff", "old.wit", "new.wit"], more].concat(),
        )
    };
    let (code, out, _) = diff(&[]);
    assert!(
        code == 1 && out.contains("for importers: compatible"),
        "{out}"
    );
    assert!(out.contains("for exporters: breaking"), "{out}");
    let (code, out, _) = diff(&["--side", "import"]);
    assert!(
        code == 0 && out.contains("1.3.0 is honest") && !out.contains("exporters"),
        "{out}"
    );
    assert_eq!(diff(&["--side", "import", "--honest"]).0, 0);
    assert_eq!(diff(&["--honest"]).0, 1);
    // The world imports the interface.
    let (code, out, _) = diff(&["--world", "app"]);
    assert!(code == 0 && out.contains("1 change: 1 compatible"), "{out}");
}

#[test]
fn machines_get_one_document() {
    let folder = versions(&[
        ("text: string", "message: string"),
        ("export run", "/// Runs.\n    export run"),
    ]);
    let (code, out, err) = witc(
        folder.path(),
        &["diff", "old.wit", "new.wit", "--format", "json"],
    );
    assert!(code == 1 && err.is_empty(), "{err}");
    let document: serde_json::Value = serde_json::from_str(&out).expect("is JSON");
    let changes = document["changes"].as_array().expect("is a list");
    let kinds: Vec<_> = changes
        .iter()
        .map(|change| (&change["kind"], &change["class"]))
        .collect();
    assert_eq!(
        serde_json::json!(kinds),
        serde_json::json!([["parameter-renamed", "breaking"], ["docs-changed", "docs"]])
    );
    assert_eq!(
        changes[0]["old"],
        serde_json::json!({"text": "text", "file": "old.wit", "line": 6, "column": 30})
    );
    assert_eq!(changes[1]["importing"], serde_json::Value::Null);
    assert_eq!(document["versions"][0]["least"], "2.0.0");
    assert_eq!(
        document["summary"],
        serde_json::json!({"breaking": 1, "compatible": 0, "docs": 1})
    );
}

#[test]
fn changes_of_docs_are_counted() {
    let documented = [
        ("export run", "/// Runs.\n    export run"),
        ("note:", "/// Notes.\n    note:"),
        ("1.2.0", "1.2.1"),
    ];
    let compatible = [("import log;", "import log;\n    import more: func();")];
    let breaking = [("text: string", "text: list<u8>")];
    for (more, code, summary) in [
        (&[][..], 0, "2 changes: 2 docs"),
        (&compatible[..], 0, "3 changes: 1 compatible, 2 docs"),
        (&breaking[..], 1, "3 changes: 1 breaking, 2 docs"),
    ] {
        let folder = versions(&[&documented[..], more].concat());
        let new = std::fs::read_to_string(folder.path().join("new.wit")).expect("is there");
        let new = new.replace("package my:log@1.2.1;", "package my:log@1.2.1 {") + "}\n";
        std::fs::write(
            folder.path().join("both.wit"),
            format!(
                "package my:both;\n{}}}\n{new}",
                OLD.replace("1.2.0;", "1.2.0 {")
            ),
        )
        .expect("can be written");
        let worlds = ["--prev", "my:log/app@1.2.0", "--new", "my:log/app@1.2.1"];
        for command in [
            &["diff", "old.wit", "new.wit", "--world", "app"][..],
            &[&["component", "semver-check", "both.wit"][..], &worlds].concat(),
        ] {
            let (found, out, err) = witc(folder.path(), command);
            assert_eq!(found, code, "{err}");
            assert!(
                out.contains(&format!("{summary} (`--docs` shows them)\n"))
                    && !out.contains("docs:"),
                "{out}"
            );
            let (found, out, _) = witc(folder.path(), &[command, &["--docs"]].concat());
            assert_eq!(found, code);
            assert!(
                out.contains(&format!("{summary}\n")) && out.matches("docs:").count() == 2,
                "{out}"
            );
        }
    }
}

#[test]
fn text_and_binary_are_the_same() {
    let folder = versions(&[("text: string", "text: list<u8>")]);
    let here = folder.path();
    for name in ["old", "new"] {
        let (code, _, err) = witc(
            here,
            &[
                "component",
                "wit",
                &format!("{name}.wit"),
                "-w",
                "-o",
                &format!("{name}.wasm"),
            ],
        );
        assert_eq!(code, 0, "{err}");
    }
    for (old, new) in [
        ("old.wasm", "new.wit"),
        ("old.wit", "new.wasm"),
        ("old.wasm", "new.wasm"),
    ] {
        let (code, out, _) = witc(here, &["diff", old, new]);
        assert!(
            code == 1 && out.contains("the parameter `text` of function `note`"),
            "{out}"
        );
        assert!(
            out.contains("1 change: 1 breaking") && out.contains(&format!("old   {old}:")),
            "{out}"
        );
    }
    // The form is no change.
    let (code, out, _) = witc(here, &["diff", "old.wit", "old.wasm"]);
    assert!(code == 0 && out.starts_with("no changes\n"), "{out}");
}

#[test]
fn what_can_not_be_compared_is_told() {
    let folder = folder(&[
        ("old.wit", OLD),
        ("bad.wit", "package my:log; interface i { f: func( }"),
    ]);
    let (code, out, err) = witc(folder.path(), &["diff", "old.wit", "bad.wit"]);
    assert!(
        code == 1 && out.is_empty() && err.contains("bad.wit"),
        "{err}"
    );
    assert_eq!(witc(folder.path(), &["diff", "old.wit", "absent.wit"]).0, 2);
    assert_eq!(witc(folder.path(), &["diff", "old.wit"]).0, 2);
    assert_eq!(
        witc(
            folder.path(),
            &["diff", "old.wit", "old.wit", "--world", "none"]
        )
        .0,
        1
    );
}

#[test]
fn versions_of_a_world_are_checked() {
    // All versions in one text, as the command takes them: one tree of packages.
    let both = |new: &str| {
        format!(
            "package my:both;\npackage my:app@1.0.0 {{ world app {{ import f: func(); export g: func(); }} }}\n\
             package my:app@1.1.0 {{ world app {{ {new} }} }}\npackage my:other {{ world app {{}} }}\n"
        )
    };
    for (new, code, says) in [
        (
            "import f: func(); import h: func(); export g: func();",
            0,
            "1.1.0 is honest",
        ),
        ("import f: func();", 0, "export `g` only in the old version"),
        (
            "import f: func(a: u32); export g: func();",
            1,
            "parameter `a`",
        ),
        ("export g: func();", 1, "import `f` only in the old version"),
        (
            "import f: func(); export g: func(); export h: func();",
            1,
            "export `h` only in the new version",
        ),
    ] {
        let folder = folder(&[("wit/all.wit", &both(new))]);
        let check = |prev, new| {
            witc(
                folder.path(),
                &[
                    "component",
                    "semver-check",
                    "wit",
                    "--prev",
                    prev,
                    "--new",
                    new,
                ],
            )
        };
        let (found, out, err) = check("my:app/app@1.0.0", "my:app/app@1.1.0");
        assert!(
            found == code && out.contains(says),
            "{new}: {found}\n{out}{err}"
        );
        let (found, _, err) = check("my:app/app@1.0.0", "my:other/app");
        assert!(found == 1 && err.contains("W2059"), "{err}");
    }
}

/// A component of a world that exports a resource's interface does not fit one that imports it, and the reverse.
#[test]
fn a_resource_is_imported_or_exported() {
    let interfaces =
        "package a:b@1.0.0; interface k { resource t; } interface j { use k.{t}; g: func(a: t); }";
    let imported = format!("{interfaces} world w {{ import k; export j; }}");
    let exported = format!("{interfaces} world w {{ export j; export k; }}");
    let folder = folder(&[("imported.wit", &imported), ("exported.wit", &exported)]);
    let here = folder.path();
    let run = |args: &[&str]| witc(here, args);
    for (world, component) in [("imported", "i.wasm"), ("exported", "e.wasm")] {
        let wit = format!("{world}.wit");
        run(&["component", "embed", &wit, "--dummy", "-o", "module.wasm"]);
        let (code, _, err) = run(&["component", "new", "module.wasm", "-o", component]);
        assert_eq!(code, 0, "{err}");
        let (code, _, err) = run(&["component", "targets", &wit, component]);
        assert_eq!(code, 0, "{err}");
    }
    let (code, _, err) = run(&["component", "targets", "imported.wit", "e.wasm"]);
    let told = "error[W2053]: export `a:b/j@1.0.0` has resource `t` of interface `a:b/k@1.0.0`, which is imported in world \
                `w`, and exported in the component";
    assert!(code == 1 && err.contains(told), "{code} {err}");
    // The other way round the export of `k` is missing as well.
    let (code, _, err) = run(&["component", "targets", "exported.wit", "i.wasm"]);
    assert!(code == 1 && err.contains("W2051"), "{code} {err}");
    for (old, new, is) in [
        (
            "imported.wit",
            "exported.wit",
            "which is imported in the old version, and exported in the new version",
        ),
        (
            "exported.wit",
            "imported.wit",
            "which is exported in the old version, and imported in the new version",
        ),
        (
            "e.wasm",
            "i.wasm",
            "which is exported in the old version, and imported in the new version",
        ),
    ] {
        let (code, out, _) = run(&["diff", old, new]);
        assert!(code == 1 && out.contains(is), "{code} {out}");
    }
    let (_, out, _) = run(&["diff", "imported.wit", "exported.wit"]);
    assert!(
        out.contains("has the export `a:b/k@1.0.0` only in the new version"),
        "{out}"
    );
}

#[test]
fn graphs_show_who_plugs_into_whom() {
    let compose = witc_tests::root().join("fixtures/compose");
    let plugs = [
        "graph",
        "app.wat",
        "--plug",
        "double.wat",
        "--plug",
        "math.wat",
    ];
    let graph = |more: &[&str]| {
        let (code, out, err) = witc(&compose, &[&plugs[..], more].concat());
        assert!(code == 0 && err.is_empty(), "{err}");
        out
    };
    let dot = graph(&["--format", "dot"]);
    for part in [
        "math.wat",
        "double.wat",
        "app.wat",
        "my:app/math@0.1.3 for @0.1.0",
        "my:app/twice",
        "my:log@0.1.2",
    ] {
        assert!(dot.contains(part), "`{part}` is not in\n{dot}");
    }
    // Connections between the components, and the import and the export of the whole.
    assert_eq!(dot.matches(" -> ").count(), 5, "{dot}");
    let mermaid = graph(&["--format", "mermaid"]);
    assert!(
        mermaid.starts_with("flowchart LR\n") && mermaid.matches(" -->").count() == 5,
        "{mermaid}"
    );
    let svg = graph(&[]);
    assert!(
        svg.starts_with("<svg ")
            && svg.contains("prefers-color-scheme: dark")
            && svg.contains("double.wat")
    );
    assert_eq!(svg, graph(&[]), "the same input gives the same bytes");
}

#[test]
fn graphs_of_packages_show_worlds_and_interfaces() {
    let folder = folder(&[("wit/log.wit", OLD)]);
    for arguments in [
        &["graph", "--format", "dot"][..],
        &["graph", "wit", "--world", "app", "--format", "dot"],
    ] {
        let (code, out, err) = witc(folder.path(), arguments);
        assert_eq!(code, 0, "{err}");
        for part in [
            "\"app\\n",
            "\"log\\nfunc note\\l",
            "exports of app\\nfunc run\\l",
            " -> ",
        ] {
            assert!(out.contains(part), "`{part}` is not in\n{out}");
        }
    }
    let (code, _, err) = witc(folder.path(), &["graph", "wit", "-o", "log.svg"]);
    assert!(
        code == 0 && folder.path().join("log.svg").is_file(),
        "{err}"
    );
    assert_eq!(witc(folder.path(), &["graph", "absent"]).0, 2);
}
