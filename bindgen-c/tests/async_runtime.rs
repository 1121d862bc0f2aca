//! The runtime of asynchronous guests in C: it compiles wherever it may be, and does what it says on a host in memory.

mod support;

use std::path::{Path, PathBuf};
use support::{WARNINGS, succeed, wasm_clang};

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The runtime, as each C and C++ that it is for.
#[test]
fn compiles_everywhere() {
    let runtime = folder("src/runtime/async");
    let compile = |compiler: &str, flags: &[&str]| {
        let all = [&WARNINGS[..], &["-fsyntax-only"], flags, &["wit_async.c"]].concat();
        succeed(&runtime, compiler, &all);
    };
    for standard in ["-std=c99", "-std=c11", "-std=c17"] {
        compile("cc", &["-Wc++-compat", standard]);
        if let Some(clang) = wasm_clang() {
            compile(clang, &["--target=wasm32-wasi", "-Wc++-compat", standard]);
        }
    }
    for standard in ["-std=c++17", "-std=c++20", "-std=c++23"] {
        compile("c++", &["-x", "c++", standard]);
        if let Some(clang) = wasm_clang() {
            compile(clang, &["--target=wasm32-wasi", "-x", "c++", standard]);
        }
    }
}

/// Compiles a program of `fixtures/c/async` with the runtime and the host in memory, and runs it. Gives what it prints.
fn run(program: &str, compiler: &str, flags: &[&str]) -> String {
    let sources = folder("../fixtures/c/async");
    let runtime = folder("src/runtime/async");
    let build = tempfile::tempdir().expect("can be made");
    let executable = build.path().join("program");
    let include = format!("-I{}", runtime.display());
    let library = runtime.join("wit_async.c");
    let arguments = [
        &["-Wall", "-Wextra", "-Werror", "-g", "-I.", &include][..],
        &["-fsanitize=address,undefined"],
        flags,
        &[program, "host.c", library.to_str().expect("is text")],
        &["-o", executable.to_str().expect("is text")],
    ]
    .concat();
    succeed(&sources, compiler, &arguments);
    succeed(&sources, executable.to_str().expect("is text"), &[])
}

/// Each kind of operation, in each state, started and ended in each place of a program.
#[test]
fn operations_in_every_state_and_place() {
    assert_eq!(run("table.c", "cc", &["-std=c99"]), "1125 cells\n");
    let cpp = ["-x", "c++", "-std=c++20"];
    assert_eq!(run("table.c", "c++", &cpp), "1125 cells\n");
}

#[test]
fn tasks() {
    assert_eq!(run("tasks.c", "cc", &["-std=c11"]), "all fine\n");
}

/// Worlds that both bring the runtime along are one program.
#[test]
fn is_there_once() {
    let twice = folder("src/runtime/async/wit_async.c");
    let twice = twice.to_str().expect("is text");
    assert_eq!(run("tasks.c", "cc", &["-std=c11", twice]), "all fine\n");
}
