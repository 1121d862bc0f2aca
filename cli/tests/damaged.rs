//! Binaries that are not valid: no command says that they are fine.

mod support;

use std::path::Path;
use support::{folder, run};

fn witc(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let output = run(folder, arguments, b"");
    let said = [output.stdout, output.stderr].concat();
    let code = output.status.code().expect("ends by itself");
    (code, String::from_utf8_lossy(&said).into_owned())
}

/// A package of an interface with a variant, and a world with a copy of it that has these cases.
fn package(copy: &str) -> String {
    let instance = |cases: &str| {
        format!("(type (instance (type (variant {cases})) (export \"v\" (type (eq 0)))))")
    };
    format!(
        "(component
            (type (component {} (export \"a:b/i\" (instance (type 0)))))
            (export \"i\" (type 0))
            (type (component
                (type (component {} (import \"a:b/i\" (instance (type 0)))))
                (export \"a:b/w\" (component (type 0)))))
            (export \"w\" (type 2)))",
        instance("(case \"x\") (case \"y\")"),
        instance(copy),
    )
}

#[test]
fn a_package_has_each_interface_once() {
    for (copy, expected) in [
        ("(case \"x\") (case \"y\")", None),
        ("(case \"x\") (case \"x\")", Some("two names are `x`")),
        (
            "(case \"x\") (case \"z\")",
            Some("the type `v` is not the same each time"),
        ),
        (
            "(case \"x\")",
            Some("the type `v` is not the same each time"),
        ),
    ] {
        let folder = folder(&[("p.wat", &package(copy))]);
        let commands: [&[&str]; 6] = [
            &["check", "p.wat"],
            &["component", "wit", "p.wat"],
            &["diff", "p.wat", "p.wat"],
            &["graph", "p.wat"],
            &["c", "p.wat"],
            &[
                "component",
                "embed",
                "p.wat",
                "--only-custom",
                "-o",
                "section",
            ],
        ];
        for command in commands {
            let (code, said) = witc(folder.path(), command);
            assert_eq!(code, i32::from(expected.is_some()), "{command:?}: {said}");
            if let Some(expected) = expected {
                assert!(said.contains(expected), "{command:?}: {said}");
            }
        }
    }
}

/// A component that exports a function whose code has this body.
fn component(body: &str) -> String {
    format!(
        "(component
            (core module $m (func (export \"f\") (result i32) {body}))
            (core instance $m (instantiate $m))
            (func (export \"f\") (result u32) (canon lift (core func $m \"f\"))))"
    )
}

#[test]
fn what_is_reported_has_been_validated() {
    let files = [
        ("good.wat", component("i32.const 0")),
        ("body.wat", component("i64.const 0")),
        // The signature of the core function is not that of the lifted one.
        (
            "type.wat",
            component("i32.const 0").replace("(result i32)", "(result i64)"),
        ),
        (
            "w.wit",
            "package a:b; world w { export f: func() -> u32; }".to_owned(),
        ),
    ];
    let folder = folder(&files.each_ref().map(|(name, text)| (*name, text.as_str())));
    let run = |command: &[&str]| witc(folder.path(), command);
    for (file, whole, types) in [("good.wat", 0, 0), ("body.wat", 1, 0), ("type.wat", 1, 1)] {
        let of_the_whole: [&[&str]; 3] = [
            &["check", file],
            &["component", "targets", "w.wit", file],
            &["graph", file],
        ];
        // These say in their help that they do not check the bodies of functions.
        let of_types: [&[&str]; 3] = [
            &["component", "wit", file],
            &["diff", file, file],
            &["c", file],
        ];
        let whole = of_the_whole.map(|command| (command, whole));
        for (command, expected) in whole
            .into_iter()
            .chain(of_types.map(|command| (command, types)))
        {
            let (code, said) = run(command);
            assert_eq!(code, expected, "{command:?}: {said}");
            assert!(
                expected == 0 || said.contains("this is not valid"),
                "{command:?}: {said}"
            );
        }
    }
}

#[test]
fn modules_are_validated_with_their_types() {
    let module = "(module (func (export \"f\") (result i32) i32.const 0))";
    let wit = "package a:b; world w { export f: func() -> u32; }";
    let folder = folder(&[("m.wat", module), ("w.wit", wit)]);
    let here = folder.path();
    let (code, said) = witc(
        here,
        &["component", "embed", "w.wit", "m.wat", "-o", "m.wasm"],
    );
    assert_eq!(code, 0, "{said}");
    assert_eq!(witc(here, &["check", "m.wasm"]).0, 0);
    let mut bytes = std::fs::read(here.join("m.wasm")).expect("is written");
    // `i32.const 0` becomes `i64.const 0`.
    let at = bytes
        .windows(3)
        .position(|code| code == [0x41, 0, 0x0b])
        .expect("is the body");
    bytes[at] = 0x42;
    std::fs::write(here.join("body.wasm"), bytes).expect("can be written");
    let (code, said) = witc(here, &["check", "body.wasm"]);
    assert!(
        code == 1 && said.contains("this is not valid"),
        "{code} {said}"
    );
    assert_eq!(witc(here, &["component", "wit", "body.wasm"]).0, 0);
}
