//! The goldens compile, with warnings as errors: those in Rust as modules of one crate, on every kind of target; those in
//! C and C++ one by one, for this machine and for wasm.

use super::Language;
use super::world::World;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::thread;
use witc_tests::{cargo, clang, root, run, scratch, write_if_changed};

/// The worlds that are written in a language.
fn worlds(language: Language) -> Vec<World> {
    let mut worlds = World::all();
    worlds.retain(|world| world.options(language).is_some());
    worlds
}

/// A module for each world: a golden, or what is written with more options.
fn modules(name: &str, stubs: bool) -> String {
    let mut modules = String::from("//! The goldens of Rust.\n#![allow(dead_code)]\n\n");
    for world in worlds(Language::Rust) {
        let module = world.module();
        let path = if stubs {
            stub(name, &world)
        } else {
            world.goldens(Language::Rust).join(format!("{module}.rs"))
        };
        let _ = writeln!(modules, "#[path = {path:?}]\nmod {module};");
        let exports = fs::read_to_string(&path).is_ok_and(|text| text.contains(" as export;"));
        // A world that exports nothing has no macro to call.
        if stubs && exports {
            let _ = writeln!(
                modules,
                "{module}::export!({module}::Stub with_types_in crate::{module});"
            );
        }
    }
    modules
}

/// Writes a world with a stub of what it exports. Symbols have prefixes, since all worlds are in one program.
fn stub(name: &str, world: &World) -> PathBuf {
    let prefix = format!("--export-prefix={}-", world.module());
    let files = world.generate(Language::Rust, &["--stubs", &prefix]);
    let files = files.unwrap_or_else(|complaint| panic!("{complaint}"));
    let (_, contents) = files.iter().next().expect("a file is written");
    let path = scratch(name).join(format!("{}.rs", world.module()));
    write_if_changed(&path, contents);
    path
}

/// Compiles a crate of all worlds for a target, or for this machine.
fn compile_rust(name: &str, stubs: bool, target: Option<&str>, edition: &str) {
    check_crate(name, &modules(name, stubs), target, edition);
}

/// Checks a crate that uses the guest crate, for a target, or for this machine; warnings are errors.
pub(crate) fn check_crate(name: &str, text: &str, target: Option<&str>, edition: &str) {
    let krate = scratch(name);
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\n\n\
         [lib]\npath = \"lib.rs\"\n\n[dependencies]\nwitc = {{ path = {:?} }}\n\n\
         [features]\ndefault = [\"std\"]\nstd = []\n\n[workspace]\n",
        root().join("guest")
    );
    // Untouched files leave cargo nothing to do in a second run.
    write_if_changed(&krate.join("Cargo.toml"), manifest.as_bytes());
    write_if_changed(&krate.join("lib.rs"), text.as_bytes());
    let mut check = cargo();
    check
        // As `cargo check`, which takes no flags for one crate alone.
        .args(["rustc", "--lib", "--profile", "check"])
        .current_dir(&krate);
    // The folder that other tests compile generated Rust in: the guest crate is in it.
    check.arg("--target-dir").arg(scratch("rust-target"));
    if let Some(target) = target {
        check.args(["--target", target]);
    }
    check.args(["--", "-D", "warnings"]);
    run(check);
}

#[test]
fn rust_compiles_for_components() {
    compile_rust("goldens-wasip2", false, Some("wasm32-wasip2"), "2024");
}

#[test]
fn rust_compiles_without_wasi_in_an_older_edition() {
    let target = Some("wasm32-unknown-unknown");
    compile_rust("goldens-unknown", false, target, "2021");
}

#[test]
fn rust_compiles_for_this_machine() {
    compile_rust("goldens-native", false, None, "2024");
}

#[test]
fn stubs_compile_and_are_exported() {
    compile_rust("goldens-stubs", true, Some("wasm32-wasip2"), "2024");
}

const WARNINGS: [&str; 5] = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror"];

/// A compiler, and what it is given before the file.
type Compiler<'a> = (&'a str, &'a [&'a str]);

fn run_compiler((compiler, arguments): Compiler<'_>, folder: &Path, file: &Path) {
    let mut command = Command::new(compiler);
    command.current_dir(folder).args(WARNINGS).args(arguments);
    // The headers of the runtime are left out of the goldens.
    let runtime = root().join("bindgen-c/src/runtime/cpp");
    command.arg("-I").arg(runtime).arg(file);
    run(command);
}

/// Compiles the files with this extension of each world, with every compiler; on as many threads as there are cores.
fn compile(language: Language, extension: &str, compilers: &[Compiler<'_>]) {
    let worlds = Mutex::new(worlds(language));
    // A queue and no equal parts: some worlds take a hundred times as long as others.
    let next = || worlds.lock().expect("nobody panics").pop();
    let work = || {
        while let Some(world) = next() {
            let folder = world.goldens(language);
            for file in files(&folder, extension) {
                for &compiler in compilers {
                    run_compiler(compiler, &folder, &file);
                }
            }
        }
    };
    thread::scope(|scope| {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        for thread in threads {
            thread.join().expect("every file compiles");
        }
    });
}

/// The files in a folder with this extension.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the world is written");
    let paths = entries.map(|entry| entry.expect("can be read").path());
    paths
        .filter(|path| path.extension().is_some_and(|it| it == extension))
        .collect()
}

/// Sources are optimized: that is when a compiler finds what is not initialized. Whoever includes a header may do so in
/// C++.
#[test]
fn c_compiles() {
    let flags = ["-std=c99", "-Wc++-compat", "-O2", "-c", "-o", "/dev/null"];
    compile(Language::C, "c", &[("cc", &flags)]);
    let cpp = ["-std=c++17", "-x", "c++", "-fsyntax-only"];
    compile(Language::C, "c", &[("c++", &cpp)]);
    let c = ["-std=c99", "-Wc++-compat", "-x", "c", "-fsyntax-only"];
    compile(Language::C, "h", &[("cc", &c), ("c++", &cpp)]);
}

#[test]
fn c_compiles_for_wasm() {
    let Some(clang) = clang() else { return };
    let flags = ["--target=wasm32-wasi", "-std=c11", "-fsyntax-only"];
    compile(Language::C, "c", &[(clang, &flags)]);
}

/// Compiles the sources in C++, with the headers of the runtime compiled once for all: they take most of the time.
fn compile_cpp(compiler: &str, target: &[&str], precompiled: &str) {
    let folder = scratch(&format!("goldens-{compiler}"));
    let runtime = folder.join("runtime.h");
    let include = "#include \"wit.h\"\n#include \"wit_abi.h\"\n";
    write_if_changed(&runtime, include.as_bytes());
    let flags = [&["-std=c++20"], target].concat();
    let header = [&flags[..], &["-x", "c++-header", "-o", precompiled]].concat();
    run_compiler((compiler, &header), &folder, &runtime);
    let runtime = runtime.to_str().expect("is UTF-8");
    let source = [&flags[..], &["-include", runtime, "-fsyntax-only"]].concat();
    compile(Language::Cpp, "cpp", &[(compiler, &source)]);
}

#[test]
fn cpp_compiles() {
    compile_cpp("c++", &[], "runtime.h.gch");
}

#[test]
fn cpp_compiles_for_wasm() {
    let Some(clang) = clang() else { return };
    let compiler = clang.replacen("clang", "clang++", 1);
    let target = ["--target=wasm32-wasi", "-fno-exceptions"];
    compile_cpp(&compiler, &target, "runtime.h.pch");
}
