//! From a guest's files to its component: one call of a compiler for each.

use crate::guest::{self, Language, Source};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};
use tempfile::{NamedTempFile, TempDir};
use witc_bindgen_core::Files;
use witc_component::new::{Module, Options, component};
use witc_tests::{cargo, clang, root, run, scratch};

/// Compilers, and what was compiled before any guest.
pub struct Tools {
    /// Where guests are compiled.
    folder: TempDir,
    /// The runtime of Rust guests.
    runtime: PathBuf,
    /// None where there is no clang for wasm.
    clang: Option<&'static str>,
}

impl Tools {
    /// Compiles what all guests share.
    ///
    /// # Panics
    ///
    /// If that fails.
    #[must_use]
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("there is room");
        let clang = clang();
        if let Some(clang) = clang {
            for name in ["allocations", "without_wasi"] {
                let mut compile = Command::new(clang);
                // They are the same for all worlds, so they are compiled once.
                compile.args(["--target=wasm32-wasi", "-O1", "-c"]);
                compile.arg(
                    root()
                        .join("fixtures/guests")
                        .join(name)
                        .with_extension("c"),
                );
                compile
                    .arg("-o")
                    .arg(folder.path().join(name).with_extension("o"));
                run(compile);
            }
            // Once for all worlds: see there.
            precompile(clang, folder.path());
        }
        Self {
            runtime: runtime(&scratch("round-trips")),
            folder,
            clang,
        }
    }

    /// The languages that can be compiled here.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        let all = Language::ALL.into_iter();
        all.filter(|language| *language == Language::Rust || self.clang.is_some())
            .collect()
    }

    /// Compiles a guest, in a folder of this name, and makes a component of it.
    ///
    /// # Errors
    ///
    /// The message of the compiler.
    pub fn build(&self, files: &Files, language: Language, name: &str) -> Result<Vec<u8>, String> {
        // Optimized code is what users run, and where undefined behaviour shows.
        self.build_at(1, files, language, name)
    }

    /// The same for a guest, in Rust, that is not tested itself: it takes a third of the time.
    ///
    /// # Errors
    ///
    /// As of [`Tools::build`].
    pub fn build_in_a_hurry(&self, files: &Files, name: &str) -> Result<Vec<u8>, String> {
        self.build_at(0, files, Language::Rust, name)
    }

    fn build_at(
        &self,
        level: u8,
        files: &Files,
        language: Language,
        name: &str,
    ) -> Result<Vec<u8>, String> {
        let folder = self.folder.path().join(name);
        let failed = |error: std::io::Error| error.to_string();
        // A run that was stopped may have left files of another world.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).map_err(failed)?;
        for (name, contents) in files.iter() {
            fs::write(folder.join(name), contents).map_err(failed)?;
        }
        if language == Language::Cpp {
            // As one, they are compiled in half the time.
            fs::write(
                folder.join("all.cpp"),
                "#include \"trip.cpp\"\n#include \"guest.cpp\"\n",
            )
            .map_err(failed)?;
        }
        let mut compile = match language {
            Language::Rust => {
                let allocations = root().join("fixtures/guests/allocations.rs");
                // `mod allocations;` looks for it beside the guest.
                fs::copy(allocations, folder.join("allocations.rs")).map_err(failed)?;
                self.rustc(level)
            }
            Language::C | Language::Cpp => self.clang(language),
        };
        if language == Language::C && files.get("wit_async.c").is_some() {
            compile.arg("wit_async.c");
        }
        quietly(compile, &folder)?;
        let module = fs::read(folder.join("guest.wasm")).map_err(failed)?;
        // Hundreds of worlds would fill the disk.
        fs::remove_dir_all(&folder).map_err(failed)?;
        let component = component(
            Module {
                bytes: &module,
                world: None,
            },
            &[],
            &Options::default(),
        );
        Ok(component
            .map_err(|errors| format!("{errors:#?}"))?
            .into_bytes()
            .into_owned())
    }

    fn rustc(&self, level: u8) -> Command {
        let mut compile = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
        compile.args([
            "guest.rs",
            "-o",
            "guest.wasm",
            "--crate-type=cdylib",
            "--edition=2024",
        ]);
        compile.args([
            "--target=wasm32-unknown-unknown",
            "-Cstrip=debuginfo",
            // Users see the warnings of generated code as well.
            "-Dwarnings",
        ]);
        compile
            .arg(format!("-Copt-level={level}"))
            .arg("--extern")
            .arg(format!("witc={}", self.runtime.display()));
        let beside = self.runtime.parent().unwrap_or(Path::new("."));
        compile
            .arg("-L")
            // The runtime's own dependencies are there.
            .arg(format!("dependency={}", beside.display()));
        compile
    }

    fn clang(&self, language: Language) -> Command {
        let clang = self.clang.unwrap_or("clang");
        let folder = self.folder.path();
        let mut compile = match language {
            Language::Cpp => cpp(clang),
            _ => Command::new(clang),
        };
        if language == Language::Cpp {
            compile
                .arg("-include-pch")
                .arg(folder.join("before.pch"))
                .arg("all.cpp");
            compile.arg(folder.join("without_wasi.o"));
        } else {
            compile.args(C).args(["-std=c11", "trip.c", "guest.c"]);
        }
        compile
            .args(["-I.", "trip_component_type.o"])
            .arg(folder.join("allocations.o"));
        compile
            // The linker sends these to the guest's counters, so that `live` knows what is left over.
            .args(["malloc", "calloc", "realloc", "free"].map(|name| format!("-Wl,--wrap={name}")));
        compile.args(["-mexec-model=reactor", "-o", "guest.wasm"]);
        compile
    }
}

/// Flags for C and C++.
const C: [&str; 7] = [
    "--target=wasm32-wasi",
    "-O1",
    // The guest casts pointers between types of imports and exports that are the same but for their names.
    "-fno-strict-aliasing",
    "-Wall",
    "-Wextra",
    "-Wpedantic",
    "-Werror",
];

fn cpp(clang: &str) -> Command {
    let mut compile = Command::new(clang.replacen("clang", "clang++", 1));
    compile.args(C).args(["-std=c++20", "-fno-exceptions"]);
    compile
        .arg("-I")
        .arg(root().join("tests/round-trips/guest"));
    compile
}

/// Compiles the headers that are the same for all worlds, which takes longer than what is their own.
fn precompile(clang: &str, folder: &Path) {
    let source =
        Source::new("package a:b; world trip { export live: func() -> u64; }").expect("is valid");
    let files = guest::files(&source, Language::Cpp).expect("has bindings");
    for (name, contents) in files.iter() {
        fs::write(folder.join(name), contents).expect("there is room");
    }
    let headers = "#include \"wit.h\"\n#include \"wit_abi.h\"\n#include \"pass.h\"\n";
    fs::write(folder.join("before.h"), headers).expect("there is room");
    let mut compile = cpp(clang);
    compile
        .args(["-I.", "-x", "c++-header", "before.h", "-o", "before.pch"])
        .current_dir(folder);
    run(compile);
}

impl Default for Tools {
    fn default() -> Self {
        Self::new()
    }
}

/// Runs a compiler; what it prints is told if it fails.
fn quietly(mut command: Command, folder: &Path) -> Result<(), String> {
    let output = command
        .current_dir(folder)
        .output()
        .map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!(
        "it does not compile:\n{}",
        // Templates of C++ report errors by the megabyte; the first one says what is wrong.
        said.chars().take(6000).collect::<String>()
    ))
}

/// Compiles the crate that Rust guests depend on, and gives the path of its library.
fn runtime(folder: &Path) -> PathBuf {
    let package = folder.join("runtime");
    fs::create_dir_all(&package).expect("the build folder can be written");
    let guest = root().join("guest");
    let manifest = format!(
        "[package]\nname = \"runtime\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[lib]\npath = \"lib.rs\"\n\n\
         [dependencies.witc]\npath = {guest:?}\ndefault-features = false\n\
         features = [\"realloc\", \"std\", \"bitflags\", \"async-spawn\"]\n\n[profile.dev]\nopt-level = 1\ndebug = false\n\n[workspace]\n"
    );
    write_once(&package.join("Cargo.toml"), &manifest);
    write_once(&package.join("lib.rs"), "");
    // The versions that the workspace has, and no look at a registry; what cargo made of it stays.
    let lock = package.join("Cargo.lock");
    if let (false, Ok(versions)) = (lock.exists(), fs::read_to_string(root().join("Cargo.lock"))) {
        write_once(&lock, &versions);
    }
    let mut build = cargo();
    build.args([
        "build",
        "--target",
        "wasm32-unknown-unknown",
        "--message-format",
        "json-render-diagnostics",
    ]);
    build
        .arg("--target-dir")
        .arg(folder.join("target"))
        .current_dir(&package);
    let messages = run(build);
    let artifacts = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let files = artifacts
        // Its dependencies are artifacts as well.
        .filter(|message| message["target"]["name"] == "witc")
        .flat_map(|message| {
            let files = message["filenames"].as_array().cloned().unwrap_or_default();
            files
                .into_iter()
                .filter_map(|file| file.as_str().map(PathBuf::from))
        });
    let mut libraries = files.filter(|file| {
        file.extension()
            .is_some_and(|extension| extension == "rlib")
    });
    libraries.next().expect("the crate is a library")
}

/// Writes a file as a whole, unless it is there as it should be: other tests may be reading it.
fn write_once(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|known| known == text) {
        return;
    }
    let folder = path.parent().expect("a file is in a folder");
    let mut file = NamedTempFile::new_in(folder).expect("the build folder can be written");
    file.write_all(text.as_bytes())
        .expect("the build folder can be written");
    file.persist(path).expect("the build folder can be written");
}
