//! Building guests in C and C++: the bindings, a module that clang makes, and the component.

use crate::programs::{root, run};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use witc_bindgen_c::{C, COptions, Cpp, CppOptions};
use witc_bindgen_core::{Backend, Files, Input};
use witc_component::StringEncoding;
use witc_component::new::{Module, Options, component};
use witc_resolve::{Loader, select_world};

/// The language that a guest is written in.
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
        // It has to link: many a clang can compile for WASI and has neither the library nor a
        // linker for it.
        let nothing = ["-x", "c", "/dev/null", "-o", "/dev/null"];
        link.args(["--target=wasm32-wasi", "-mexec-model=reactor"])
            .args(nothing);
        link.output().is_ok_and(|output| output.status.success())
    };
    // The version of Debian's package first, whose `clang` may be an older one.
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
    compile(
        clang,
        language,
        default_bindings(language, wit).iter(),
        sources,
        flags,
    )
}

/// Compiles sources and bindings, with warnings as errors, and gives the module. Headers beside the first source replace
/// those of the bindings that have their names: classes that were edited.
pub(crate) fn compile<'b>(
    clang: &str,
    language: Language,
    bindings: impl Iterator<Item = (&'b str, &'b [u8])>,
    sources: &[PathBuf],
    flags: &[&str],
) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("there is room");
    let (mut inputs, mut helpers) = lay_out(bindings, language, folder.path());
    let beside = sources[0].parent().expect("a source is in a folder");
    // After the bindings, since it replaces some of them.
    copy_headers(beside, folder.path());
    let compile = |compiler: &str| {
        let mut compile = Command::new(compiler);
        compile
            .current_dir(folder.path())
            // Optimized a little: without it, clang finds fewer things to warn about.
            .args(["--target=wasm32-wasi", "-O1", "-I."]);
        compile.args(["-Wall", "-Wextra", "-Wpedantic", "-Werror"]);
        compile
    };
    let (compiler, extension, language_flags): (_, _, &[&str]) = match language {
        Language::C => (clang.to_owned(), "c", &["-std=c11"]),
        Language::Cpp => (
            // `clang++-19` belongs to `clang-19`.
            clang.replacen("clang", "clang++", 1),
            "cpp",
            // The library for WASI has no exceptions.
            &["-std=c++20", "-fno-exceptions"],
        ),
    };
    let is_ours = |source: &PathBuf| source.extension().is_some_and(|it| it == extension);
    let (ours, others): (Vec<_>, Vec<_>) = sources.iter().cloned().partition(is_ours);
    inputs.extend(ours);
    helpers.extend(others);
    for (index, source) in helpers.iter().enumerate() {
        // A helper in C beside a guest in C++ has to be compiled as C, or its names would be mangled.
        let object = format!("{index}.o");
        let mut helper = compile(clang);
        helper.arg("-c").arg(source).args(["-o", &object]);
        run(helper);
        inputs.push(object.into());
    }
    let mut guest = compile(&compiler);
    guest.args(language_flags).args(&inputs).args(flags).args([
        "-mexec-model=reactor",
        "-o",
        "guest.wasm",
    ]);
    run(guest);
    fs::read(folder.path().join("guest.wasm")).expect("was just built")
}

/// Writes bindings into a folder; gives the names of the sources in it, and the paths of those in C beside sources in C++.
fn lay_out<'b>(
    bindings: impl Iterator<Item = (&'b str, &'b [u8])>,
    language: Language,
    folder: &Path,
) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let (mut inputs, mut helpers) = (Vec::new(), Vec::new());
    for (name, contents) in bindings {
        let path = folder.join(name);
        fs::write(&path, contents).expect("there is room");
        if language == Language::Cpp && name.ends_with(".c") {
            helpers.push(path);
        } else if !name.ends_with(".h") {
            inputs.push(PathBuf::from(name));
        }
    }
    (inputs, helpers)
}

fn copy_headers(from: &Path, to: &Path) {
    for file in fs::read_dir(from)
        .expect("can be read")
        .flatten()
        .map(|entry| entry.path())
    {
        if file.extension().is_some_and(|extension| extension == "h") {
            fs::copy(&file, to.join(file.file_name().expect("has one"))).expect("there is room");
        }
    }
}

fn default_bindings(language: Language, wit: &Path) -> Files {
    match language {
        Language::C => bindings::<C>(wit, None, &COptions::default()),
        Language::Cpp => bindings::<Cpp>(wit, None, &CppOptions::default()),
    }
}

/// The bindings for a world of a package; for the only one unless it is named.
pub(crate) fn bindings<B: Backend>(wit: &Path, world: Option<&str>, options: &B::Options) -> Files {
    let loaded = Loader::new().path(wit).load();
    let world = select_world(&loaded.resolve, &loaded.main, world).expect("there is such a world");
    let output = B::generate(
        Input {
            resolve: &loaded.resolve,
            world,
        },
        options,
    );
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
    let files = default_bindings(language, &folder(name).join("wit"));
    build(name, language, &files, &[])
}

/// The component of `guest.c` in a folder of `fixtures/guests`, as [`build_c_guest`], with strings in an encoding.
///
/// # Panics
///
/// If it does not build; the message says why.
#[must_use]
pub fn build_encoded_guest(
    name: &str,
    encoding: StringEncoding,
    flags: &[&str],
) -> Option<Vec<u8>> {
    let options = COptions {
        string_encoding: encoding.into(),
        ..COptions::default()
    };
    build(
        name,
        Language::C,
        &bindings::<C>(&folder(name).join("wit"), None, &options),
        flags,
    )
}

/// The component of sources in C or C++ for a world of a package, whose allocations are counted, with the runtime for async
/// functions. None where no clang can build it.
///
/// # Panics
///
/// If it does not build; the message says why.
#[must_use]
pub fn build_c_world(
    language: Language,
    wit: &Path,
    world: &str,
    sources: &[PathBuf],
) -> Option<Vec<u8>> {
    let mut sources = sources.to_vec();
    let files = match language {
        Language::C => bindings::<C>(wit, Some(world), &COptions::default()),
        Language::Cpp => {
            sources.push(folder("without_wasi.c"));
            bindings::<Cpp>(wit, Some(world), &CppOptions::default())
        }
    };
    build_counted(language, &files, sources, &[])
}

fn folder(name: &str) -> PathBuf {
    root().join("fixtures/guests").join(name)
}

fn build(name: &str, language: Language, files: &Files, flags: &[&str]) -> Option<Vec<u8>> {
    let sources = match language {
        Language::C => vec![folder(name).join("guest.c")],
        Language::Cpp => vec![folder(name).join("guest.cpp"), folder("without_wasi.c")],
    };
    build_counted(language, files, sources, flags)
}

fn build_counted(
    language: Language,
    files: &Files,
    mut sources: Vec<PathBuf>,
    flags: &[&str],
) -> Option<Vec<u8>> {
    let clang = clang()?;
    sources.push(folder("allocations.c"));
    // The linker redirects calls of the allocator to counting ones, also those that the C library
    // makes.
    let wrap =
        ["malloc", "calloc", "realloc", "free"].map(|function| format!("-Wl,--wrap={function}"));
    let flags: Vec<&str> = wrap
        .iter()
        .map(String::as_str)
        .chain(flags.iter().copied())
        .collect();
    Some(componentize(&compile(
        clang,
        language,
        files.iter(),
        &sources,
        &flags,
    )))
}

/// The component of a module that says what its world is.
pub(crate) fn componentize(module: &[u8]) -> Vec<u8> {
    let component = component(
        Module {
            bytes: module,
            world: None,
        },
        &[],
        &Options::default(),
    );
    component
        .unwrap_or_else(|errors| panic!("{errors:#?}"))
        .into_bytes()
        .into_owned()
}
