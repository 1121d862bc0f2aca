//! What a new user types in the first hour, and the mistakes that come with it.

use crate::support::folder;
use crate::{PLUGIN, files, witc};
use std::fs;

/// A guest that knows witc by the name of wit-bindgen.
const RENAMED: &str = "[package]\nname = \"guest\"\n\n[dependencies]\nwit-bindgen = { package = \"witc\", path = \"x\" }\n";

#[test]
fn bindings_call_the_runtime_as_the_manifest_does() {
    let folder = folder(&[("wit/world.wit", PLUGIN), ("Cargo.toml", RENAMED)]);
    let line = ["rust", "--out-dir", "src", "--depfile", "src/guest.d"];
    let run = witc(folder.path(), &line);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("`wit_bindgen::rt`"), "{}", run.stderr);
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("was written");
    let text = read("src/example_plugin.rs");
    assert!(text.contains("pub use wit_bindgen::rt as _rt;"), "{text}");
    assert!(read("src/guest.d").contains("Cargo.toml"));
    let check = witc(folder.path(), &["rust", "--out-dir", "src", "--check"]);
    assert_eq!(check.code, 0, "{}", check.stderr);
    // What is said on the command line wins.
    let line = ["rust", "--out-dir", "src", "--runtime-path", "other::rt"];
    assert_eq!(witc(folder.path(), &line).code, 0);
    let text = read("src/example_plugin.rs");
    assert!(text.contains("pub use other::rt as _rt;"), "{text}");
}

#[test]
fn a_manifest_without_witc_is_told_of() {
    let manifest = "[package]\nname = \"guest\"\n";
    let folder = folder(&[("wit/world.wit", PLUGIN), ("Cargo.toml", manifest)]);
    let run = witc(folder.path(), &["rust", "--out-dir", "src"]);
    assert_eq!(run.code, 0);
    assert!(
        run.stderr.contains("has no dependency on"),
        "{}",
        run.stderr
    );
}

/// What a fix makes of a text has to be what it can only have meant.
#[test]
fn fixes_that_are_not_sure_are_left_to_the_author() {
    for text in [
        "world w { export foo/bar; }",
        "interface i { enum e { not found, ok } }",
        "interface i { f: func(a: set<u8>); }",
        "interface i { f: func() -> tuple<tuple<u8, u8>; }",
        "interface i { f: func() -> either<u8, string>; }",
        "interface i { resource r; union u { a(u8) } }",
        "interface i { type item = u8; f: func(item x); }",
        "interface i { record r { a: u8 u8 } }",
    ] {
        let text = format!("package a:b;\ninterface bar {{}}\n{text}\n");
        let folder = folder(&[("wit/world.wit", &text)]);
        let run = witc(folder.path(), &["check", "--fix"]);
        assert_eq!(run.code, 1, "{text}{}", run.stderr);
        let after = fs::read_to_string(folder.path().join("wit/world.wit")).expect("is there");
        assert_eq!(after, text, "{}", run.stderr);
    }
}

#[test]
fn fixes_that_are_sure_are_applied() {
    for (text, fixed) in [
        (
            "interface i { type t = record { a: u8 }; }",
            "interface i { record t { a: u8 } }",
        ),
        (
            "interface i { f: func(a: Vec<String>); }",
            "interface i { f: func(a: list<string>); }",
        ),
        (
            "interface i { record r { a: u8 b: u8 } }",
            "interface i { record r { a: u8, b: u8 } }",
        ),
        ("intreface i { f: func(); }", "interface i { f: func(); }"),
    ] {
        let folder = folder(&[("wit/world.wit", &format!("package a:b;\n{text}\n"))]);
        let run = witc(folder.path(), &["check", "--fix"]);
        assert_eq!(run.code, 0, "{text}{}", run.stderr);
        let after = fs::read_to_string(folder.path().join("wit/world.wit")).expect("is there");
        assert_eq!(after, format!("package a:b;\n{fixed}\n"));
    }
}

/// One name in the wrong case is one mistake, also where it is written right.
#[test]
fn a_name_in_the_wrong_case_has_one_fix() {
    for text in [
        "interface i { record Item { k: u8 } get: func() -> item; }",
        "interface t { record HttpError { k: u8 } } interface i { use t.{http-error}; f: func() -> http-error; }",
        "interface My_Api {} world w { import my-api; }",
    ] {
        let folder = folder(&[("wit/world.wit", &format!("package a:b;\n{text}\n"))]);
        let run = witc(folder.path(), &["check"]);
        let fixes = run.stderr.matches("= fix:").count();
        assert!(
            fixes <= 1 && run.stderr.contains("1 error in 1 file"),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn what_is_written_instead_is_named() {
    for (text, advice) in [
        ("variant v { a(u32, u32) }", "write `a(tuple<u32, u32>)`"),
        ("f: func() -> resutl;", "did you mean `result`?"),
        ("f: func(a: optoin);", "did you mean `option<…>`?"),
        ("type t = record { a: u8 };", "write `record t { … }`"),
    ] {
        let text = format!("package a:b;\ninterface i {{\n{text}\n}}\n");
        let folder = folder(&[("wit/world.wit", &text)]);
        let run = witc(folder.path(), &["check"]);
        assert!(run.stderr.contains(advice), "{advice}\n{}", run.stderr);
        assert!(run.stderr.contains("1 error in 1 file"), "{}", run.stderr);
    }
}

#[test]
fn a_file_is_checked_with_the_package_that_it_needs() {
    let folder = folder(&[
        (
            "wit/kv.wit",
            "package my:app;\ninterface kv { use types.{key}; use d:d/x.{y}; get: func(k: key) -> y; }\n",
        ),
        (
            "wit/types.wit",
            "interface types { type key = string; }\nworld app { export kv; }\n",
        ),
        (
            "wit/broken.wit",
            "interface broken { f: func() -> nope; }\n",
        ),
        (
            "wit/deps/d/x.wit",
            "package d:d;\ninterface x { type y = u8; }\n",
        ),
        // Of another package: only files that stand alone lie beside it.
        ("more/a.wit", "package my:one;\ninterface a {}\n"),
        ("more/b.wit", "package my:two;\ninterface a {}\n"),
    ]);
    let check = |args: &[&str]| witc(folder.path(), &[&["check"], args].concat());
    let run = check(&["wit/kv.wit"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stderr.contains("1 more diagnostic in other files"),
        "{}",
        run.stderr
    );
    assert_eq!(check(&["wit/types.wit", "wit/kv.wit"]).code, 0);
    let run = check(&["wit/broken.wit", "--format", "json"]);
    assert_eq!(run.code, 1);
    assert_eq!(run.stdout.matches("\"code\"").count(), 1, "{}", run.stdout);
    assert_eq!(check(&["more/a.wit"]).code, 0);
    // The generators read a file in the same way.
    let run = witc(folder.path(), &["c", "wit/types.wit", "--out-dir", "gen"]);
    assert!(run.stderr.contains("nope"), "{}", run.stderr);
    fs::remove_file(folder.path().join("wit/broken.wit")).expect("is there");
    let run = witc(folder.path(), &["c", "wit/types.wit", "--out-dir", "gen"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
}

/// `check .` and `fmt .` mean the same files.
#[test]
fn a_folder_means_the_same_to_check_and_to_fmt() {
    let folder = folder(&[
        ("a/wit/world.wit", "package t:a;\n\ninterface i {}\n"),
        ("b/wit/world.wit", "package t:b;\n\ninterface  i {}\n"),
        ("b/wit/deps/c.wit", "package t:c;\n\ninterface  i {}\n"),
    ]);
    let run = witc(folder.path(), &["check", "."]);
    assert!(
        run.stderr.contains("no errors in 3 files, 3 packages"),
        "{}",
        run.stderr
    );
    let run = witc(folder.path(), &["fmt", "."]);
    assert!(
        run.stderr.contains("1 of 2 files formatted"),
        "{}",
        run.stderr
    );
    fs::write(
        folder.path().join("a/wit/world.wit"),
        "package t:a;\ninterface i {",
    )
    .expect("is written");
    assert_eq!(witc(folder.path(), &["check", "."]).code, 1);
    assert_eq!(witc(folder.path(), &["fmt", "."]).code, 1);
}

#[test]
fn words_of_other_tools_are_answered() {
    let folder = folder(&[]);
    for (line, ours) in [
        ("wit", "witc component wit"),
        ("new X.wasm", "witc component new"),
        ("embed", "witc component embed"),
        ("targets", "witc component targets"),
        ("compose", "witc plug"),
        ("validate", "witc check"),
        ("print", "witc component wit"),
        ("format", "witc fmt"),
        ("breaking", "witc diff"),
        ("generate", "witc rust"),
        ("build", "cargo build"),
        ("component validate", "witc check"),
    ] {
        let words: Vec<&str> = line.split(' ').collect();
        let run = witc(folder.path(), &words);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains(ours), "{line}: {}", run.stderr);
    }
}

#[test]
fn the_usage_is_that_of_the_command_with_the_wrong_option() {
    let folder = folder(&[("wit/world.wit", PLUGIN), ("app.wasm", "")]);
    let run = witc(folder.path(), &["rust", "--with", "a:b/c"]);
    assert!(
        run.stderr.contains("expected NAME=PATH, found `a:b/c`"),
        "{}",
        run.stderr
    );
    assert!(
        !run.stderr.contains("Usage: witc [OPTIONS] <COMMAND>"),
        "{}",
        run.stderr
    );
    let run = witc(folder.path(), &["component", "targets", "app.wasm", "wit"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("witc component targets wit app.wasm"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_stale_object_file_is_no_text() {
    let folder = folder(&[("wit/world.wit", PLUGIN)]);
    assert_eq!(witc(folder.path(), &["c", "--out-dir", "gen"]).code, 0);
    let object = folder.path().join("gen/example_plugin_component_type.o");
    let mut bytes = fs::read(&object).expect("was written");
    bytes.push(0);
    fs::write(&object, bytes).expect("is written");
    let run = witc(folder.path(), &["c", "--out-dir", "gen", "--check"]);
    assert_eq!(run.code, 1);
    assert_eq!(
        run.stderr.lines().next(),
        Some("`gen/example_plugin_component_type.o` is stale (binary)")
    );
}

#[test]
fn classes_that_the_user_edits_live_among_the_sources() {
    let wit = |members: &str| {
        format!(
            "package a:b;\ninterface i {{ resource r {{ constructor(); {members} }} }}\nworld w {{ export i; }}\n"
        )
    };
    let folder = folder(&[
        ("wit/world.wit", &wit("get: func(); put: func();")),
        ("src/x", ""),
    ]);
    let line = ["cpp", "--out-dir", "gen", "--class-dir", "src"];
    assert_eq!(witc(folder.path(), &line).code, 0);
    assert!(files(folder.path()).contains(&"src/exports-a-b-i-R.h".to_owned()));
    fs::write(
        folder.path().join("wit/world.wit"),
        wit("get: func(); more: func(n: u8);"),
    )
    .expect("is written");
    let run = witc(folder.path(), &line);
    assert_eq!(run.code, 0);
    assert!(
        run.stderr.contains("new:  void More(uint8_t n);"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("gone: Put"), "{}", run.stderr);
    assert!(files(folder.path()).contains(&"gen/exports-a-b-i-R.h.template".to_owned()));
}

#[test]
fn the_files_for_builds_are_in_the_binary() {
    let folder = folder(&[]);
    let run = witc(folder.path(), &["cmake-dir", "--out-dir", "here"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, "here\n"));
    for name in ["witc.cmake", "witc.mk"] {
        let text = fs::read_to_string(folder.path().join("here").join(name)).expect("was written");
        assert!(text.contains("witc_generate"), "{text}");
    }
}
