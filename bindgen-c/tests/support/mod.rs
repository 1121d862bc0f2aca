//! Generating bindings, and compiling them.

#![allow(dead_code, reason = "every test uses a part of it")]

use std::path::{Path, PathBuf};
use std::process::Command;
use witc_bindgen_c::{C, Cpp};
use witc_bindgen_core::{Backend, Input, OptionKind, OptionValue, Options as _, Output};
use witc_resolve::{Loader, select_world};

/// Warnings that must not come up, for C and C++.
pub(crate) const WARNINGS: [&str; 5] =
    ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Wconversion"];

/// A file of `fixtures/c`.
pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../fixtures/c")
        .join(name)
}

/// Names of the libraries of C and C++ wherever a name can stand.
pub(crate) const LIBRARY_NAMES: &str = "package random:time;
    interface div {
        f: func(x: u8) -> string;
        resource abs { constructor(free: list<string>); malloc: func(size-t: u8, uint8-t: u8) -> string; }
        record lconv { uint8-t: u8, uint16-t: u16, x: u8, size-t: list<string>, errno: string }
        variant timeval { size-t(u8), time(string), int32-t(lconv) }
        g: func(free: timeval, memset: lconv, malloc: option<string>, abs: borrow<abs>) -> result<lconv, timeval>;
    }
    interface pthread { record attr { x: u8 } f: func(x: attr) -> list<attr>; }
    world exit {
        import div;
        export div;
        export pthread;
        import free: interface { f: func(); record malloc { x: string } g: func(x: malloc); }
        import index: interface { f: func(); }
        import pthread: interface { record attr { x: string } f: func(x: attr) -> list<attr>; }
        import strtok: interface { r: func(); }
        import system: interface { resource clock { x: func(); } f: func(read: own<clock>, write: borrow<clock>); }
        import assert: interface { f: func(assert: u32, offsetof: u32, signal: u32, I: u32, alloca: u32, putc: u32); }
        export run: func(%bool: bool, INT-MAX: u8, assert: string, std: string, wit: list<string>, exports: list<string>,
            uint8-t: u8, int32-t: s32, a: u8, EOF: string, NULL: string, stdin: u8, true: u8);
        import r: func();
        enum eof { EOF-OF, max }
    }";

/// Bindings for the only world of a text.
pub(crate) fn generate(wit: &str, options: &[&str]) -> Output {
    generate_as::<C>(wit, options)
}

/// Bindings of a back end for the only world of a text.
pub(crate) fn generate_as<B: Backend>(wit: &str, options: &[&str]) -> Output {
    run::<B>(Loader::new().text("test.wit", wit), options)
}

/// C++ bindings for the only world of a text.
pub(crate) fn generate_cpp(wit: &str, options: &[&str]) -> Output {
    generate_as::<Cpp>(wit, options)
}

/// C++ bindings for the only world of a fixture.
pub(crate) fn generate_cpp_fixture(name: &str, options: &[&str]) -> Output {
    run::<Cpp>(Loader::new().path(fixture(name)), options)
}

/// Bindings for the only world of a fixture.
pub(crate) fn generate_fixture(name: &str, options: &[&str]) -> Output {
    run::<C>(Loader::new().path(fixture(name)), options)
}

/// Bindings for each world of wit-bindgen's own cases, by name. They take an hour to compile:
/// none, unless `PEER_CODEGEN` is in the environment, where cargo has to have the package.
pub(crate) fn peer_cases<B: Backend>() -> Vec<(String, Output)> {
    let mut outputs = Vec::new();
    if std::env::var_os("PEER_CODEGEN").is_none() {
        return outputs;
    }
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.unwrap_or_else(|| std::env::home_dir().unwrap().join(".cargo"));
    let registries = std::fs::read_dir(home.join("registry/src"))
        .unwrap()
        .flatten();
    let suites =
        registries.map(|registry| registry.path().join("wit-bindgen-cli-0.63.0/tests/codegen"));
    let suite = suites
        .into_iter()
        .find(|suite| suite.exists())
        .expect("cargo has wit-bindgen-cli 0.63.0");
    let mut cases: Vec<PathBuf> = suite
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    // A folder lists its entries in no order: a failure should come up at the same case each time.
    cases.sort();
    for case in cases {
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        let folder = case.join("wit");
        let loaded = Loader::new()
            .path(if folder.exists() { folder } else { case })
            .load();
        let resolve = &loaded.resolve;
        for world in loaded
            .main
            .iter()
            .flat_map(|&package| resolve.packages[package].worlds.values())
        {
            let output = B::generate(
                Input {
                    resolve,
                    world: *world,
                },
                &B::Options::default(),
            );
            outputs.push((format!("{name} {}", resolve.worlds[*world].name), output));
        }
    }
    outputs
}

fn run<B: Backend>(loader: Loader, options: &[&str]) -> Output {
    let loaded = loader.load();
    let messages: Vec<&str> = loaded
        .diagnostics
        .iter()
        .map(|diagnostic| &*diagnostic.message)
        .collect();
    assert!(!loaded.has_errors(), "{messages:#?}");
    let world = select_world(&loaded.resolve, &loaded.main, None).unwrap();
    B::generate(
        Input {
            resolve: &loaded.resolve,
            world,
        },
        &parse::<B>(options),
    )
}

/// Options as on the command line, `--flag` or `--flag=value`.
fn parse<B: Backend>(options: &[&str]) -> B::Options {
    let mut parsed = B::Options::default();
    for option in options {
        let (flag, value) = option[2..].split_once('=').unwrap_or((&option[2..], ""));
        let value = value.to_owned();
        let spec = B::OPTIONS.iter().find(|spec| spec.flag == flag).unwrap();
        let value = match spec.kind {
            OptionKind::Flag => OptionValue::Flag(true),
            OptionKind::Pairs => {
                let (name, value) = value.split_once('=').unwrap();
                OptionValue::Pairs(vec![(name.to_owned(), value.to_owned())])
            }
            OptionKind::Filters => OptionValue::Texts(vec![value]),
            _ => OptionValue::Text(value),
        };
        parsed.set(flag, value).unwrap();
    }
    parsed
}

/// The text of the file with this ending.
pub(crate) fn text<'o>(output: &'o Output, ending: &str) -> &'o str {
    assert!(!output.has_errors(), "{:#?}", output.diagnostics);
    let file = output
        .files
        .iter()
        .find(|(name, _)| name.ends_with(ending))
        .unwrap();
    std::str::from_utf8(file.1).unwrap()
}

/// A folder with all files.
pub(crate) fn write(output: &Output) -> tempfile::TempDir {
    assert!(!output.has_errors(), "{:#?}", output.diagnostics);
    let folder = tempfile::tempdir().unwrap();
    for (name, contents) in output.files.iter() {
        std::fs::write(folder.path().join(name), contents).unwrap();
    }
    folder
}

/// Runs a program in a folder; it has to succeed.
pub(crate) fn succeed(folder: &Path, program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .current_dir(folder)
        .args(arguments)
        .output();
    let output = output.unwrap_or_else(|error| panic!("{program}: {error}"));
    let (out, err) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert!(
        output.status.success(),
        "{program} {arguments:?}\n{out}{err}"
    );
    out.into_owned()
}

/// Whether there is a clang that compiles for wasm.
pub(crate) fn wasm_clang() -> Option<&'static str> {
    let works = |clang: &&str| {
        let version = Command::new(clang)
            .args(["--target=wasm32-wasi", "--print-targets"])
            .output();
        version.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).contains("wasm32"))
            // A clang that knows the target is of no use without the headers of its C library.
            && Path::new("/usr/include/wasm32-wasi").exists()
    };
    ["clang-19", "clang"].into_iter().find(works)
}

/// Compiles a header alone and its source, as C and as C++, natively and, if there is a compiler for it, for wasm.
pub(crate) fn compile_everywhere(output: &Output) {
    let folder = write(output);
    let headers = output.files.iter();
    let mut headers = headers.filter_map(|(name, _)| name.strip_suffix(".h"));
    // The runtime has tests of its own.
    let name = headers.find(|name| *name != "wit_async").unwrap();
    let (header, source) = (format!("{name}.h"), format!("{name}.c"));
    let c = |compiler: &str, target: &[&str], standard: &str| {
        let flags = [
            &WARNINGS[..],
            // Users compile C sources as C++ too: this warns of what C++ refuses.
            &["-Wc++-compat", standard, "-o", "out.o"],
            target,
        ]
        .concat();
        succeed(
            folder.path(),
            compiler,
            &[&flags[..], &["-fsyntax-only", "-x", "c", &header]].concat(),
        );
        succeed(
            folder.path(),
            compiler,
            &[&flags[..], &["-O2", "-c", &source]].concat(),
        );
    };
    for standard in ["-std=c99", "-std=c11", "-std=c17", "-std=gnu17"] {
        c("cc", &[], standard);
    }
    for standard in ["-std=c++17", "-std=c++20"] {
        let flags = [&WARNINGS[..], &[standard, "-o", "out.o", "-x", "c++"]].concat();
        succeed(
            folder.path(),
            "c++",
            &[&flags[..], &["-fsyntax-only", &header]].concat(),
        );
        succeed(
            folder.path(),
            "c++",
            &[&flags[..], &["-c", &source]].concat(),
        );
    }
    let Some(clang) = wasm_clang() else { return };
    for standard in ["-std=c99", "-std=c11", "-std=c17"] {
        c(clang, &["--target=wasm32-wasi"], standard);
    }
    for standard in ["-std=c++17", "-std=c++20"] {
        let flags = [
            "--target=wasm32-wasi",
            standard,
            "-fsyntax-only",
            "-x",
            "c++",
            &header,
        ];
        succeed(folder.path(), clang, &[&WARNINGS[..], &flags].concat());
    }
}

/// The compilers of C++ that are here, each with its target.
pub(crate) fn cpp_compilers() -> Vec<(&'static str, &'static [&'static str])> {
    let works = |compiler: &str| {
        Command::new(compiler)
            .arg("--version")
            .output()
            .is_ok_and(|it| it.status.success())
    };
    let mut compilers: Vec<(&str, &[&str])> = Vec::new();
    if works("c++") {
        compilers.push(("c++", &[]));
    }
    for clang in ["clang++-19", "clang++"] {
        if works(clang) {
            compilers.push((clang, &[]));
            if Path::new("/usr/include/wasm32-wasi/c++/v1").exists() {
                compilers.push((clang, &["--target=wasm32-wasi", "-fno-exceptions"]));
            }
            break;
        }
    }
    assert!(
        !compilers.is_empty(),
        "no compiler of C++: install g++, or clang-19 with libc++-19-dev-wasm32"
    );
    if compilers.len() < 3 {
        eprintln!(
            "compiled with {compilers:?} alone: install clang-19 and libc++-19-dev-wasm32 for the rest"
        );
    }
    compilers
}

/// Compiles each header alone, and the source: all as C++20, the source also as C++23 and for wasm.
pub(crate) fn compile_cpp_everywhere(output: &Output) {
    let folder = write(output);
    let source = output
        .files
        .iter()
        .map(|(name, _)| name)
        .find(|name| name.ends_with(".cpp"))
        .unwrap();
    let names = output.files.iter().map(|(name, _)| name);
    // The runtime has a test of its own.
    let headers: Vec<&str> = names
        .filter(|name| name.ends_with(".h") && !name.starts_with("wit"))
        .collect();
    for (index, (compiler, target)) in cpp_compilers().into_iter().enumerate() {
        // Each compiler has one standard: all pairs of both would take too long for what they add.
        let standard = if index == 1 {
            "-std=c++23"
        } else {
            "-std=c++20"
        };
        let flags = [&WARNINGS[..], &[standard, "-fsyntax-only"], target].concat();
        succeed(folder.path(), compiler, &[&flags[..], &[source]].concat());
        // Alone a header shows what it fails to include, to any compiler alike.
        for header in headers.iter().filter(|_| index == 0) {
            succeed(
                folder.path(),
                compiler,
                &[&flags[..], &["-x", "c++", header]].concat(),
            );
        }
    }
}
