//! `witc component embed` and `new` as their users meet them.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// Runs `witc component` in a folder, with `input` on standard input.
fn component(folder: &Path, args: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_witc"));
    command.arg("component").args(args).current_dir(folder);
    witc_tests::output(command, input)
}

/// The output of a run, which has to succeed.
fn printed(output: Output) -> Vec<u8> {
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("is UTF-8")
}

/// The exit code and what was said.
fn failed(output: Output) -> (i32, String) {
    (
        output.status.code().expect("is not killed"),
        text(output.stderr),
    )
}

const WORLD: &str = "package a:b;

interface names {
    get: func() -> string;
}

world app {
    import names;
    export run: func(args: list<string>) -> u32;
}
";

// The least that the world asks for: the import in the form that the canonical ABI gives it, and
// `cabi_realloc` for the strings that come in.
const MODULE: &str = r#"(module
    (import "a:b/names" "get" (func (param i32)))
    (memory (export "memory") 1)
    (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) unreachable)
    (func (export "run") (param i32 i32) (result i32) i32.const 0))"#;

fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    fs::create_dir(folder.path().join("wit")).expect("can be made");
    fs::write(folder.path().join("wit/world.wit"), WORLD).expect("can be written");
    fs::write(folder.path().join("module.wat"), MODULE).expect("can be written");
    folder
}

#[test]
fn from_text_to_a_component() {
    let folder = folder();
    let here = folder.path();
    printed(component(
        here,
        &["embed", "wit", "module.wat", "-o", "module.wasm"],
        b"",
    ));
    printed(component(
        here,
        &["new", "module.wasm", "-o", "app.wasm"],
        b"",
    ));
    let bytes = fs::read(here.join("app.wasm")).expect("is written");
    // The header of a component: version 13, layer 1.
    assert_eq!(bytes[..8], *b"\0asm\x0d\0\x01\0");
    // The same through pipes.
    let embedded = printed(component(here, &["embed", "wit", "-"], MODULE.as_bytes()));
    assert_eq!(printed(component(here, &["new"], &embedded)), bytes);
    let wat = text(printed(component(here, &["new", "-t", "module.wasm"], b"")));
    assert!(
        wat.contains("(import \"a:b/names\"") && wat.contains("\"run\" (func $run)"),
        "{wat}"
    );
}

#[test]
fn templates_are_accepted() {
    let folder = folder();
    let here = folder.path();
    for names in [
        &["--dummy"][..],
        &["--dummy-names", "legacy"],
        &["--dummy-names", "standard32"],
    ] {
        for encoding in ["utf8", "utf16", "compact-utf16"] {
            let args = [
                &["embed", "wit", "--world", "app", "--encoding", encoding],
                names,
            ]
            .concat();
            let module = printed(component(here, &args, b""));
            let wat = text(printed(component(here, &["new", "-t"], &module)));
            // The option has the specification's old name, the text format the one of today.
            let encoding = encoding.replace("compact-utf16", "latin1+utf16");
            assert!(
                wat.contains(&format!("string-encoding={encoding})")),
                "{wat}"
            );
        }
    }
    let content = printed(component(here, &["embed", "wit", "--only-custom"], b""));
    assert_eq!(content[..8], *b"\0asm\x0d\0\x01\0");
    let wit = "package a:b; world w { import f: async func(s: stream<string>); export g: async func() -> string; }";
    fs::write(here.join("async.wit"), wit).expect("can be written");
    for (option, lift) in [
        ("--async-callback", "(callback "),
        ("--async-stackful", "async))"),
    ] {
        let args = ["embed", "async.wit", "--dummy-names", "legacy", option];
        let module = printed(component(here, &args, b""));
        let wat = text(printed(component(here, &["new", "-t"], &module)));
        for part in [
            lift,
            "(canon task.return (result string)",
            "(canon stream.read ",
            "(canon lower ",
        ] {
            assert!(wat.contains(part), "{part} is not in {wat}");
        }
        let args = ["embed", "async.wit", "--dummy-names", "standard32", option];
        let (code, said) = failed(component(here, &args, b""));
        assert!(code == 2 && said.contains("legacy"), "{code} {said}");
    }
}

#[test]
fn canonical_names_are_those_of_the_latest_versions() {
    let folder = folder();
    let here = folder.path();
    let wit = "package a:b;
        world w { import c:d/e@1.0.0; import c:d/e@1.1.0; import c:d/u@1.0.0; }
        package c:d@1.0.0 { interface e { type t = u32; f: func() -> t; } interface u { use e.{t}; g: func(a: t); } }
        package c:d@1.1.0 { interface e { type t = u32; f: func() -> t; } }";
    fs::write(here.join("versions.wit"), wit).expect("can be written");
    let module = printed(component(
        here,
        &["embed", "versions.wit", "--dummy", "--emit-canonical-names"],
        b"",
    ));
    let wat = text(printed(component(
        here,
        &["new", "-t", "--emit-canonical-names"],
        &module,
    )));
    let imports = wat
        .lines()
        .filter(|line| line.starts_with("  (import \"c:d/"))
        .count();
    assert!(
        imports == 2 && wat.contains("(import \"c:d/e@1\" (version-suffix \".1.0\")"),
        "{wat}"
    );
}

#[test]
fn switches_take_a_value_or_none() {
    let folder = folder();
    let here = folder.path();
    let module = printed(component(here, &["embed", "wit", "module.wat"], b""));
    for (args, names) in [
        (&["--debug-names"][..], true),
        (&["--debug-names=true"], true),
        (&["--debug-names=false"], false),
        (
            &[
                "--validate=false",
                "--merge-imports-based-on-semver",
                "--return-call-ref=false",
            ],
            true,
        ),
        (
            &[
                "--skip-validation",
                "--realloc-via-memory-grow",
                "--emit-canonical-names",
            ],
            true,
        ),
    ] {
        let made = printed(component(here, &[&["new"], args].concat(), &module));
        // Names are in a custom section of this name.
        let named = made.windows(14).any(|window| window == b"component-name");
        assert_eq!(named, names, "{args:?}");
    }
    let renamed = printed(component(
        here,
        &["new", "-t", "--import-name", "a:b/names=c:d/e@1.0.0"],
        &module,
    ));
    assert!(text(renamed).contains("(import \"c:d/e@1.0.0\""));
    let (code, said) = failed(component(here, &["new", "--reject-legacy-names"], &module));
    assert!(
        code == 1 && said.contains("W2024") && said.contains("W2026"),
        "{said}"
    );
}

#[test]
fn adapters_go_by_the_names_of_their_files() {
    let folder = folder();
    let here = folder.path();
    let wat = r#"(module (import "old" "f" (func)))"#;
    fs::write(here.join("old.v1.wat"), r#"(module (func (export "f")))"#).expect("can be written");
    let adapted = printed(component(
        here,
        &["new", "-t", "--adapt", "old.v1.wat"],
        wat.as_bytes(),
    ));
    assert!(text(adapted).contains("(core module $\"adapter old\""));
    let other = wat.replace("old", "other");
    printed(component(
        here,
        &["new", "--adapt", "other=old.v1.wat"],
        other.as_bytes(),
    ));
    let (code, said) = failed(component(
        here,
        &["new", "--adapt", "old.v1.wat"],
        other.as_bytes(),
    ));
    assert!(code == 1 && said.contains("`other`"), "{said}");
}

#[test]
fn what_is_wrong_is_told() {
    let folder = folder();
    let here = folder.path();
    let at_fault = [
        (&["new", "module.wat"][..], &b""[..], "W2024"),
        (&["new"], b"", "W2042"),
        (
            &["new"],
            b"(module (func (result i32) i32.cont 1))",
            "W2042",
        ),
        (&["new"], b"\xff\xfe", "W2042"),
        (&["new"], b"(component)", "W2020"),
        (
            &["embed", "wit", "--world", "absent", "--dummy"],
            b"",
            "absent",
        ),
        (&["embed", "wit"], b"(component)", "W2020"),
    ];
    for (args, input, expected) in at_fault {
        let (code, said) = failed(component(here, args, input));
        assert!(
            code == 1 && said.contains(expected),
            "{args:?} {code} {said}"
        );
    }
    let unable = [
        &["new", "absent.wasm"][..],
        &["new", "module.wat", "--adapt", "absent.wasm"],
        &["new", "--adapt", "=x"],
        &["new", "--import-name", "a"],
        &["new", "--debug-names=perhaps"],
        &["embed"],
        &["embed", "wit", "--encoding", "ascii"],
        &["embed", "wit", "--only-custom", "--dummy"],
    ];
    for args in unable {
        let (code, said) = failed(component(here, args, b""));
        assert!(code == 2 && !said.is_empty(), "{args:?} {code} {said}");
    }
    let files = fs::read_dir(here).expect("is there").count();
    // `wit` and `module.wat`, with which the test began.
    assert_eq!(files, 2, "a file was left behind");
}

/// A component that exports nothing because nothing says what it should export: it is made, with a warning.
#[test]
fn a_module_without_a_world_is_told() {
    let folder = folder();
    let here = folder.path();
    let reactor = wasi_preview1_component_adapter_provider::WASI_SNAPSHOT_PREVIEW1_REACTOR_ADAPTER;
    let program = wasi_preview1_component_adapter_provider::WASI_SNAPSHOT_PREVIEW1_COMMAND_ADAPTER;
    fs::write(here.join("reactor.wasm"), reactor).expect("can be written");
    fs::write(here.join("program.wasm"), program).expect("can be written");
    fs::write(here.join("empty.wit"), "package a:b; world empty {}").expect("can be written");
    let start = r#"(module (memory (export "memory") 1) (func (export "_start")))"#;
    let reactor = ["--adapt", "wasi_snapshot_preview1=reactor.wasm"];
    let program = ["--adapt", "wasi_snapshot_preview1=program.wasm"];
    for (module, more, warns) in [
        ("(module)", &[][..], true),
        (r#"(module (func (export "run")))"#, &[], true),
        (start, &[], true),
        ("(module)", &["--skip-validation"], true),
        ("(module)", &["--reject-legacy-names"], true),
        ("(module)", &reactor, true),
        (start, &reactor, true),
        // The adapter for programs exports what runs them.
        (start, &program, false),
    ] {
        let output = component(here, &[&["new", "-t"], more].concat(), module.as_bytes());
        let (code, said) = failed(output);
        assert_eq!(code, 0, "{said}");
        assert_eq!(
            said.contains("warning[W2044]") && said.contains("witc component embed"),
            warns,
            "{module} {more:?}: {said}"
        );
    }
    // A world that is empty on purpose.
    let embedded = printed(component(here, &["embed", "empty.wit", "-"], b"(module)"));
    let (code, said) = failed(component(here, &["new"], &embedded));
    assert_eq!((code, said.as_str()), (0, ""));
}
