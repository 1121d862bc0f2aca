//! The runtime of coroutines in C++: it compiles wherever it may be, and does what it says on a host in memory.

mod support;

use std::path::{Path, PathBuf};
use support::{WARNINGS, cpp_compilers, succeed};

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

const HEADERS: [&str; 5] = [
    "wit_coro.h",
    "wit_task.h",
    "wit_ends.h",
    "wit_channel.h",
    ALL,
];

/// The header that includes all others, as each C++ that it is for.
const ALL: &str = "wit_async_abi.h";

/// Each header alone, and all as each C++ that they are for.
#[test]
fn compiles_everywhere() {
    for (index, (compiler, target)) in cpp_compilers().into_iter().enumerate() {
        for standard in ["-std=c++20", "-std=c++23"] {
            let is_first = index == 0 && standard == "-std=c++20";
            for header in HEADERS.iter().filter(|&&header| is_first || header == ALL) {
                let flags = ["-fno-rtti", "-fsyntax-only", "-I../async", "-x", "c++"];
                let all = [&WARNINGS[..], &flags, target, &[standard, header]].concat();
                succeed(&folder("src/runtime/cpp"), compiler, &all);
            }
        }
    }
}

/// Compiles a program of `fixtures/cpp/async` with the runtime and the host in memory, and runs it. Gives what it prints.
fn run(program: &str, compiler: &str, flags: &[&str]) -> String {
    let sources = folder("../fixtures/cpp/async");
    let host = folder("../fixtures/c/async");
    let runtime = folder("src/runtime");
    let build = tempfile::tempdir().expect("can be made");
    let include = |folder: PathBuf| format!("-I{}", folder.display());
    let [a, b, c] = [runtime.join("async"), runtime.join("cpp"), host.clone()].map(include);
    let mut objects = Vec::new();
    for source in [runtime.join("async/wit_async.c"), host.join("host.c")] {
        let object = build.path().join(format!("{}.o", objects.len()));
        let object = object.to_str().expect("is text").to_owned();
        let source = source.to_str().expect("is text");
        let arguments = ["-x", "c++", "-c", source, "-o", &object, &a, &c];
        succeed(&sources, compiler, &[&arguments[..], flags].concat());
        objects.push(object);
    }
    let executable = build.path().join("program");
    let executable = executable.to_str().expect("is text");
    let arguments = [
        &WARNINGS[..],
        &["-std=c++20", "-g", &a, &b, &c],
        flags,
        &[program, &objects[0], &objects[1], "-o", executable],
    ]
    .concat();
    succeed(&sources, compiler, &arguments);
    succeed(&sources, executable, &[])
}

const SANITIZED: [&str; 1] = ["-fsanitize=address,undefined"];

/// Each kind of operation on values of several types, in each state, started and ended in each place of a program.
#[test]
fn operations_in_every_state_and_place() {
    assert_eq!(run("table.cpp", "c++", &SANITIZED), "17000 cells\n");
}

#[test]
fn coroutines() {
    assert_eq!(run("coroutines.cpp", "c++", &SANITIZED), "all fine\n");
}

/// Without exceptions and types at run time, and with each optimization: compilers make something else of coroutines then.
#[test]
fn coroutines_optimized() {
    let compilers = cpp_compilers();
    let native = compilers.iter().filter(|(_, target)| target.is_empty());
    for (compiler, _) in native {
        for optimization in ["-O0", "-O1", "-O2", "-Oz"] {
            let flags = [optimization, "-fno-exceptions", "-fno-rtti"];
            // Older compilers know this as `-Os`.
            let flags = flags.map(|flag| match (flag, *compiler) {
                ("-Oz", "c++") => "-Os",
                (flag, _) => flag,
            });
            let printed = run("coroutines.cpp", compiler, &flags);
            assert_eq!(printed, "all fine\n", "{compiler} {optimization}");
        }
    }
}
