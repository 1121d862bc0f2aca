//! Building guests in C and C++: the bindings, a module that clang makes, and the component.

use crate::programs::{root, run};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use witc_bindgen_c::{C, COptions, Cpp, CppOptions};
use witc_bindgen_core::{Backend, Files, Input};
use witc_component::new::{Module, Options, component};
use witc_resolve::{Loader, select_world};

/// What a guest is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// C11.
    C,
    /// C++20.
    Cpp,
}

/// A clang that has the C library for WASI; none where it is not installed, which is said.
#[must_use]
pub fn clang() -> Option<&'static str> {
    let has_library = |clang: &&str| {
        let mut link = Command::new(clang);
        let nothing = ["-x", "c", "/dev/null", "-o", "/dev/null"];
        link.args(["--target=wasm32-wasi", "-mexec-model=reactor"]).args(nothing);
        link.output().is_ok_and(|output| output.status.success())
    };
    let found = ["clang-19", "clang"].into_iter().find(has_library);
    if found.is_none() {
        println!("skipped: no clang here links for wasm32-wasi; it wants lld and wasi-libc");
    }
    found
}

/// Compiles sources and the bindings for the only world of a package, with warnings as errors, and gives the module.
/// Headers beside the first source replace those of the bindings that have their names: classes that were edited.
///
/// # Panics
///
/// If it does not build; the message says why.
#[must_use]
pub fn build_c_module(
    clang: &str,
    language: Language,
    wit: &Path,
    sources: &[PathBuf],
    flags: &[&str],
) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("there is room");
    let mut inputs = Vec::new();
    for (name, contents) in bindings(language, wit).iter() {
        fs::write(folder.path().join(name), contents).expect("there is room");
        inputs.extend((!name.ends_with(".h")).then(|| PathBuf::from(name)));
    }
    let beside = sources[0].parent().expect("a source is in a folder");
    for file in fs::read_dir(beside).expect("can be read").flatten().map(|entry| entry.path()) {
        if file.extension().is_some_and(|extension| extension == "h") {
            fs::copy(&file, folder.path().join(file.file_name().expect("has one"))).expect("there is room");
        }
    }
    let compile = |compiler: &str| {
        let mut compile = Command::new(compiler);
        compile.current_dir(folder.path()).args(["--target=wasm32-wasi", "-O1", "-I."]);
        compile.args(["-Wall", "-Wextra", "-Wpedantic", "-Werror"]);
        compile
    };
    let (compiler, extension, language_flags): (_, _, &[&str]) = match language {
        Language::C => (clang.to_owned(), "c", &["-std=c11"]),
        Language::Cpp => (clang.replacen("clang", "clang++", 1), "cpp", &["-std=c++20", "-fno-exceptions"]),
    };
    for (index, source) in sources.iter().enumerate() {
        if source.extension().is_some_and(|it| it == extension) {
            inputs.push(source.clone());
            continue;
        }
        let object = format!("{index}.o");
        let mut helper = compile(clang);
        helper.arg("-c").arg(source).args(["-o", &object]);
        run(helper);
        inputs.push(object.into());
    }
    let mut guest = compile(&compiler);
    guest.args(language_flags).args(&inputs).args(flags).args(["-mexec-model=reactor", "-o", "guest.wasm"]);
    run(guest);
    fs::read(folder.path().join("guest.wasm")).expect("was just built")
}

fn bindings(language: Language, wit: &Path) -> Files {
    let loaded = Loader::new().path(wit).load();
    let world = select_world(&loaded.resolve, &loaded.main, None).expect("there is one world");
    let input = Input { resolve: &loaded.resolve, world };
    let output = match language {
        Language::C => C::generate(input, &COptions::default()),
        Language::Cpp => Cpp::generate(input, &CppOptions::default()),
    };
    assert!(!output.has_errors(), "{:#?}", output.diagnostics);
    output.files
}

/// The component of `guest.c` or `guest.cpp` in a folder of `fixtures/guests`, whose allocations are counted. It imports
/// nothing of WASI. None where no clang can build it.
///
/// # Panics
///
/// If it does not build; the message says why.
#[must_use]
pub fn build_c_guest(name: &str, language: Language) -> Option<Vec<u8>> {
    let clang = clang()?;
    let guests = root().join("fixtures/guests");
    let folder = guests.join(name);
    let mut sources = match language {
        Language::C => vec![folder.join("guest.c")],
        Language::Cpp => vec![folder.join("guest.cpp"), guests.join("without_wasi.c")],
    };
    sources.push(guests.join("allocations.c"));
    let wrap = ["malloc", "calloc", "realloc", "free"].map(|function| format!("-Wl,--wrap={function}"));
    let module =
        build_c_module(clang, language, &folder.join("wit"), &sources, &wrap.each_ref().map(String::as_str));
    let module = Module { bytes: &module, world: None };
    let component = component(module, &[], &Options::default());
    Some(component.unwrap_or_else(|errors| panic!("{errors:#?}")).into_bytes().into_owned())
}
