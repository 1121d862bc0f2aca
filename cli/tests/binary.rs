//! Packages, components and core modules as wasm and wat, which `witc` reads and writes in place of text.

use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const WORLD: &str = "package a:b;

/// Things.
interface i {
    use c:d/e@1.0.0.{t};

    /// Does it.
    f: func() -> t;
}

world w {
    import i;
    export run: func(x: u32);
}
";

const DEPENDENCY: &str = "package c:d@1.0.0;

interface e {
    type t = u32;

    g: func();
}

interface unused {}
";

/// Runs `witc` in a folder and gives what it printed, or what it said if it failed.
fn witc(folder: &Path, args: &[&str], input: &[u8]) -> Result<Vec<u8>, String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_witc"));
    // Without colors, whatever the terminal of whoever runs the tests can do.
    command.args(args).current_dir(folder).env("NO_COLOR", "1");
    let output = witc_tests::output(command, input);
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(String::from_utf8(output.stderr).expect("is UTF-8"))
    }
}

fn text(folder: &Path, args: &[&str], input: &[u8]) -> String {
    let printed = witc(folder, args, input).unwrap_or_else(|said| panic!("{args:?}: {said}"));
    String::from_utf8(printed).expect("is UTF-8")
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    for (name, contents) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("is in a folder")).expect("can be made");
        fs::write(path, contents).expect("can be written");
    }
    folder
}

fn package() -> TempDir {
    folder(&[
        ("wit/w.wit", WORLD.as_bytes()),
        ("wit/deps/d/d.wit", DEPENDENCY.as_bytes()),
    ])
}

#[test]
fn a_package_is_the_same_in_every_form() {
    let folder = package();
    let here = folder.path();
    let printed = text(here, &["component", "wit"], b"");
    assert!(
        printed.starts_with("package a:b;") && printed.contains("package c:d@1.0.0 {"),
        "{printed}"
    );
    assert_eq!(
        text(here, &["component", "wit", "-"], printed.as_bytes()),
        printed
    );
    let wasm = witc(here, &["component", "wit", "-w"], b"").expect("is written");
    text(here, &["component", "wit", "-t", "-o", "p.wat"], b"");
    // The binary knows of other packages what its own uses, without their functions.
    let decoded = printed.replace("\n    interface unused {}\n", "");
    for form in [
        text(here, &["component", "wit", "-"], &wasm),
        text(here, &["component", "wit", "p.wat"], b""),
    ] {
        // Gaps between items may differ: a binary does not tell what was together in the text.
        let same = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(same(&form), same(&decoded));
    }
    let bare = text(here, &["component", "wit", "p.wat", "--no-docs"], b"");
    assert!(!bare.contains("///"), "{bare}");
    let canonical = text(
        here,
        &["component", "wit", "-t", "--emit-canonical-names"],
        b"",
    );
    assert!(
        canonical.contains("c:d/e@1\"") && canonical.contains("version-suffix"),
        "{canonical}"
    );
    let json = text(here, &["component", "wit", "p.wat", "-j"], b"");
    let json: serde_json::Value = serde_json::from_str(&json).expect("is JSON");
    assert_eq!(json["packages"].as_array().map(Vec::len), Some(2));
}

#[test]
fn packages_go_to_files_of_their_own() {
    let folder = package();
    let here = folder.path();
    text(here, &["component", "wit", "--out-dir", "out"], b"");
    assert_eq!(
        fs::read_to_string(here.join("out/b.wit")).expect("is there"),
        WORLD.replace(
            "    import i;\n    export",
            "    import c:d/e@1.0.0;\n    import i;\n\n    export"
        )
    );
    assert_eq!(
        fs::read_to_string(here.join("out/deps/d.wit")).expect("is there"),
        DEPENDENCY
    );
    // A folder with `deps` has to be a package that witc reads again.
    text(here, &["check", "out"], b"");
}

/// A binary also tells about the packages that it uses. That is ignored if the package itself is there; if not, it is used, and of two
/// binaries the one that tells more.
#[test]
fn dependencies_may_be_binaries() {
    let source = package();
    let wasm = witc(source.path(), &["component", "wit", "-w"], b"").expect("is written");
    let other = "package x:y; interface k { use c:d/e@1.0.0.{t}; h: func() -> t; } \
                 package c:d@1.0.0 { interface e { type t = u32; } }";
    let other = witc(
        source.path(),
        &["component", "wit", "-", "-w"],
        other.as_bytes(),
    )
    .expect("is written");
    let user = b"package u:v; world z { import a:b/i; import x:y/k; import c:d/e@1.0.0; }";
    // The text of a package wins over what binaries know of it.
    for with_text in [false, true] {
        let folder = folder(&[
            ("wit/u.wit", user),
            ("wit/deps/b.wasm", &wasm),
            ("wit/deps/a.wasm", &other),
        ]);
        if with_text {
            fs::write(folder.path().join("wit/deps/d.wit"), DEPENDENCY).expect("can be written");
        }
        let printed = text(folder.path(), &["component", "wit"], b"");
        assert!(printed.contains("g: func();"), "{printed}");
        assert_eq!(printed.contains("interface unused"), with_text, "{printed}");
        text(folder.path(), &["check"], b"");
        text(folder.path(), &["rust", "--generate-all"], b"");
        text(folder.path(), &["c", "--out-dir", "c"], b"");
    }
}

#[test]
fn components_and_modules_have_worlds() {
    let folder = package();
    let here = folder.path();
    // A module that witc makes itself: no guest has to be compiled for this test.
    let module = witc(here, &["component", "embed", "wit", "--dummy"], b"").expect("is made");
    let world = text(here, &["component", "wit", "-"], &module);
    assert!(
        world.starts_with("package root:root;\n\nworld root {\n    import c:d/e@1.0.0;\n"),
        "{world}"
    );
    let component = witc(here, &["component", "new"], &module).expect("is made");
    let world = text(here, &["component", "wit", "-"], &component);
    assert!(
        world.starts_with("package root:component;\n\nworld root {\n    import"),
        "{world}"
    );
    fs::write(here.join("app.wasm"), &component).expect("can be written");
    for args in [
        &["check", "app.wasm"][..],
        &["rust", "app.wasm", "--generate-all"],
        &["c", "app.wasm"],
    ] {
        text(here, args, b"");
    }
    // Without an argument, in a folder without `wit`, it is standard input.
    fs::create_dir(here.join("empty")).expect("can be made");
    assert_eq!(
        text(&here.join("empty"), &["component", "wit"], &component),
        world
    );
    // Embedding a world twice changes nothing: bindings and a build script may both do it.
    let again = witc(here, &["component", "embed", "wit"], &module).expect("is made");
    assert_eq!(
        text(here, &["component", "wit", "-"], &again),
        text(here, &["component", "wit", "-"], &module)
    );
    for (input, expected) in [
        (&b"(module)"[..], "has no type section"),
        (b"(module (func bad))", "W0705"),
    ] {
        let said = witc(here, &["component", "wit", "-"], input).expect_err("is no package");
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn worlds_are_turned_around() {
    let folder = package();
    let here = folder.path();
    let printed = |args: &[&str]| text(here, &[&["component", "wit", "wit"], args].concat(), b"");
    let world = |text: &str| {
        let start = text.find("world ").expect("a world");
        text[start..]
            .split_inclusive('}')
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(
        world(&printed(&["--importize-world", "w"])),
        "world w-importized {\n    import run: func(x: u32);\n}"
    );
    assert_eq!(
        world(&printed(&[
            "--exportize",
            "--exportize-out-world-name",
            "host"
        ])),
        "world host {\n    export c:d/e@1.0.0;\n    export i;\n}"
    );
    assert_eq!(
        world(&printed(&[
            "--exportize-world",
            "w",
            "--exportize-import",
            "i"
        ])),
        "world w-exportized {\n    import c:d/e@1.0.0;\n\n    export i;\n}"
    );
    let said = witc(
        here,
        &["component", "wit", "wit", "--importize-world", "absent"],
        b"",
    );
    assert!(
        said.expect_err("there is no such world")
            .contains("`absent`")
    );
    let said = witc(
        here,
        &["component", "wit", "wit", "--importize", "--exportize"],
        b"",
    );
    assert!(
        said.expect_err("is too much")
            .contains("cannot be used with")
    );
}

#[test]
fn compatible_imports_become_one() {
    let wit = "package a:b;
        world w { import c:d/e@1.0.0; import c:d/e@1.1.0; import c:d/u@1.0.0; }
        package c:d@1.0.0 { interface e { type t = u32; } interface u { use e.{t}; g: func(a: t); } }
        package c:d@1.1.0 { interface e { type t = u32; f: func() -> t; } }";
    let folder = folder(&[("w.wit", wit.as_bytes())]);
    let args = [
        "component",
        "wit",
        "w.wit",
        "--merge-world-imports-based-on-semver",
        "w",
    ];
    let printed = text(folder.path(), &args, b"");
    assert!(
        printed.contains("{\n    import c:d/e@1.1.0;\n    import c:d/u@1.0.0;\n}"),
        "{printed}"
    );
    assert!(printed.contains("use c:d/e@1.1.0.{t};"), "{printed}");
    let broken = wit
        .replace("f: func() -> t;", "")
        .replace("type t = u32; }\n    }", "type s = u32; }\n    }");
    fs::write(
        folder.path().join("w.wit"),
        broken.replace(
            "1.1.0 { interface e { type t",
            "1.1.0 { interface e { type s",
        ),
    )
    .expect("can be written");
    let said = witc(folder.path(), &args, b"").expect_err("a type is gone");
    assert!(
        said.contains("W2022") && said.contains("type `t` is gone"),
        "{said}"
    );
}

#[test]
fn types_get_ids_of_their_own() {
    let wit = "package a:b;
        interface i { record r { a: u32 } f: func() -> list<r>; }
        interface j { use i.{r}; g: func(a: r); }
        world w { import i; export i; export j; }";
    let folder = folder(&[("w.wit", wit.as_bytes())]);
    let interfaces = |args: &[&str]| {
        let json = text(
            folder.path(),
            &[&["component", "wit", "w.wit", "-j"], args].concat(),
            b"",
        );
        let json: serde_json::Value = serde_json::from_str(&json).expect("is JSON");
        let interfaces = json["interfaces"].as_array().expect("is a list").clone();
        (
            interfaces,
            json["types"].as_array().expect("is a list").len(),
        )
    };
    let (plain, types) = interfaces(&[]);
    let (nominal, more) = interfaces(&["--generate-nominal-type-ids", "w"]);
    // `i` as it is exported, and `j`, which uses the type of that one.
    assert_eq!((plain.len(), nominal.len(), more - types), (2, 4, 3));
    assert_eq!(
        (&nominal[2]["clone_of"], &nominal[3]["clone_of"]),
        (&0.into(), &1.into())
    );
}

/// A guest whose world, and what that depends on, are binaries.
#[test]
fn generate_reads_binaries_with_the_feature() {
    let packages = folder(&[
        ("wit/w.wit", WORLD.as_bytes()),
        ("wit/deps/d.wit", DEPENDENCY.as_bytes()),
    ]);
    // A folder that stays between runs, so that the crates below the guest are compiled once.
    let guest = witc_tests::scratch("binary-guest");
    let write = |name: &str, contents: &[u8]| {
        let file = guest.join(name);
        fs::create_dir_all(file.parent().expect("is in the folder")).expect("can be made");
        fs::write(file, contents).expect("can be written");
    };
    let binary = |path: &str| {
        witc(packages.path(), &["component", "wit", path, "-w"], b"")
            .unwrap_or_else(|said| panic!("{said}"))
    };
    let manifest = format!(
        "[package]\nname = \"binary-guest\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[lib]\ncrate-type = [\"cdylib\"]\n\n\
         [dependencies]\nwitc = {{ path = {:?}, features = [\"binary\"] }}\n\n[workspace]\n",
        witc_tests::root().join("guest")
    );
    write("Cargo.toml", manifest.as_bytes());
    // The versions that the workspace has, and no look at a registry.
    let _ = fs::copy(
        witc_tests::root().join("Cargo.lock"),
        guest.join("Cargo.lock"),
    );
    write("whole.wasm", &binary("wit"));
    write("wit/deps/d.wasm", &binary("wit/deps/d.wit"));
    write("wit/w.wit", WORLD.as_bytes());
    write("src/lib.rs", BINARY_GUEST.as_bytes());
    let module = fs::read(witc_tests::build_guest(&guest, "wasm32-unknown-unknown"))
        .expect("was just built");
    // Names of exports are text in a module, and no tool is needed to find them.
    for export in ["run", "other-run"] {
        assert!(
            module
                .windows(export.len())
                .any(|window| window == export.as_bytes()),
            "{export}"
        );
    }
}

const BINARY_GUEST: &str = r#"
mod whole {
    witc::generate!({ path: "whole.wasm", world: "a:b/w", generate_all });

    struct Whole;
    impl Guest for Whole {
        fn run(x: u32) {
            assert_eq!(x, a::b::i::f());
        }
    }
    export!(Whole);
}

mod dependency {
    witc::generate!({ world: "w", generate_all, export_prefix: "other-" });

    struct Dependency;
    impl Guest for Dependency {
        fn run(_: u32) {
            c::d::e::g();
        }
    }
    export!(Dependency);
}
"#;
