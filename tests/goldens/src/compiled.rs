//! The goldens compile, with warnings as errors: those in Rust as modules of one crate, on every kind of target; those in
//! C and C++ one by one, for this machine and for wasm.

use super::Language;
use super::world::World;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;
use witc_tests::{CCompiler, GeneratedCrate, clang, cpp_compiler};

/// The worlds that are written in a language.
fn worlds(language: Language) -> Vec<World> {
    let mut worlds = World::all();
    worlds.retain(|world| world.options(language).is_some());
    worlds
}

/// Compiles a crate of the goldens, a module for each world, for a target or for this machine.
fn compile_rust(name: &str, target: Option<&str>, edition: &str) {
    let mut goldens = GeneratedCrate::new(name);
    for world in worlds(Language::Rust) {
        let module = world.module();
        let path = world.goldens(Language::Rust).join(format!("{module}.rs"));
        goldens.add_file(&module, &path);
    }
    check(&goldens, target, edition);
}

fn check(generated: &GeneratedCrate, target: Option<&str>, edition: &str) {
    let checked = generated.check(target, edition);
    checked.unwrap_or_else(|message| panic!("{message}"));
}

/// Writes a world with a stub of what it exports. Symbols have prefixes, since all worlds are in one program.
fn stub(world: &World) -> String {
    let prefix = format!("--export-prefix={}-", world.module());
    let files = world.generate(Language::Rust, &["--stubs", &prefix]);
    let files = files.unwrap_or_else(|complaint| panic!("{complaint}"));
    let (_, contents) = files.iter().next().expect("a file is written");
    String::from_utf8(contents.to_vec()).expect("is text")
}

#[test]
fn rust_compiles_for_components() {
    compile_rust("goldens-wasip2", Some("wasm32-wasip2"), "2024");
}

#[test]
fn rust_compiles_without_wasi_in_an_older_edition() {
    let target = Some("wasm32-unknown-unknown");
    compile_rust("goldens-unknown", target, "2021");
}

#[test]
fn rust_compiles_for_this_machine() {
    compile_rust("goldens-native", None, "2024");
}

#[test]
fn stubs_compile_and_are_exported() {
    let mut stubs = GeneratedCrate::new("goldens-stubs");
    for world in worlds(Language::Rust) {
        stubs.add_stubs(&world.module(), &stub(&world));
    }
    check(&stubs, Some("wasm32-wasip2"), "2024");
}

/// Compiles the files with this extension of each world, with every compiler; on as many threads as there are cores.
fn compile(language: Language, extension: &str, compilers: &[CCompiler]) {
    let worlds = Mutex::new(worlds(language));
    // A queue and no equal parts: some worlds take a hundred times as long as others.
    let next = || worlds.lock().expect("nobody panics").pop();
    let work = || {
        while let Some(world) = next() {
            let folder = world.goldens(language);
            for file in files(&folder, extension) {
                for compiler in compilers {
                    let compiled = compiler.compile(&folder, &file);
                    compiled.unwrap_or_else(|message| panic!("{message}"));
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
    compile(Language::C, "c", &[CCompiler::new("cc", &flags)]);
    let cpp = ["-std=c++17", "-x", "c++", "-fsyntax-only"];
    let cpp = CCompiler::new("c++", &cpp);
    compile(Language::C, "c", std::slice::from_ref(&cpp));
    let c = ["-std=c99", "-Wc++-compat", "-x", "c", "-fsyntax-only"];
    compile(Language::C, "h", &[CCompiler::new("cc", &c), cpp]);
}

#[test]
fn c_compiles_for_wasm() {
    let Some(clang) = clang() else { return };
    let flags = ["--target=wasm32-wasi", "-std=c11", "-fsyntax-only"];
    compile(Language::C, "c", &[CCompiler::new(clang, &flags)]);
}

/// Compiles the sources in C++.
fn compile_cpp(compiler: &str, target: &[&str], precompiled: &str) {
    let compiler = cpp_compiler(compiler, target, precompiled);
    let compiler = compiler.unwrap_or_else(|message| panic!("{message}"));
    compile(Language::Cpp, "cpp", &[compiler]);
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
