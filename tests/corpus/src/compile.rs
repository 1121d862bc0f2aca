//! Compiling what was generated, each text once: many packages have the same WIT.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use witc_bindgen_core::Files;
use witc_tests::{CCompiler, GeneratedCrate, clang, cpp_compiler, runtimes};

/// The compilers, and what they have seen.
pub(crate) struct Compilers {
    c: Option<CCompiler>,
    cpp: Option<CCompiler>,
    seen: Mutex<HashSet<Vec<u8>>>,
}

/// A module of Rust: where it comes from, and its text.
pub(crate) struct Module {
    pub(crate) origin: String,
    pub(crate) text: String,
    pub(crate) stubs: bool,
}

/// As many modules are one crate: a compiler takes as long to start as for several of them.
const AT_ONCE: usize = 60;

impl Compilers {
    /// Those that are here; C and C++ need a clang for wasm.
    ///
    /// # Errors
    ///
    /// That the headers of the C++ runtime don't compile.
    pub(crate) fn find() -> Result<Self, String> {
        let clang = clang();
        let c = [
            "--target=wasm32-wasi",
            "-std=c11",
            "-O1",
            "-c",
            "-o",
            "/dev/null",
        ];
        let cpp = clang.map(|clang| {
            let target = ["--target=wasm32-wasi", "-fno-exceptions"];
            cpp_compiler(
                &clang.replacen("clang", "clang++", 1),
                &target,
                "runtime.h.pch",
            )
        });
        Ok(Self {
            c: clang.map(|clang| CCompiler::new(clang, &c)),
            cpp: cpp.transpose()?,
            seen: Mutex::default(),
        })
    }

    /// Whether this text was not compiled yet; from now on it was.
    pub(crate) fn is_new(&self, text: Vec<u8>) -> bool {
        self.seen.lock().expect("nobody panics").insert(text)
    }

    /// Compiles bindings in C.
    pub(crate) fn c(&self, files: &Files, folder: &Path) -> Result<(), String> {
        self.c
            .as_ref()
            .map_or(Ok(()), |compiler| sources(compiler, files, folder, ".c"))
    }

    /// Compiles bindings in C++.
    pub(crate) fn cpp(&self, files: &Files, folder: &Path) -> Result<(), String> {
        self.cpp
            .as_ref()
            .map_or(Ok(()), |compiler| sources(compiler, files, folder, ".cpp"))
    }
}

/// Writes the files of bindings into a folder, and compiles the sources among them.
fn sources(
    compiler: &CCompiler,
    files: &Files,
    folder: &Path,
    extension: &str,
) -> Result<(), String> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    let runtimes = runtimes();
    // The headers of the runtime are compiled already; a second copy would be compiled again.
    let own = |name: &&str| !runtimes.iter().any(|runtime| runtime.join(name).exists());
    for name in files.iter().map(|(name, _)| name).filter(own) {
        let contents = files.get(name).unwrap_or_default();
        fs::write(folder.join(name), contents).map_err(|error| error.to_string())?;
    }
    files
        .iter()
        .filter(|(name, _)| name.ends_with(extension))
        .try_for_each(|(name, _)| compiler.compile(folder, name.as_ref()))
}

/// Compiles modules of Rust, and gives those that do not compile with what the compiler says.
pub(crate) fn rust(name: &str, modules: &[Module]) -> Vec<String> {
    let chunks = modules.chunks(AT_ONCE);
    chunks
        .flat_map(|modules| rust_chunk(name, modules))
        .collect()
}

fn rust_chunk(name: &str, modules: &[Module]) -> Vec<String> {
    match (check(name, modules), modules) {
        (Ok(()), _) => Vec::new(),
        (Err(message), [module]) => vec![format!("{}: {message}", module.origin)],
        // One by one: the messages of a whole crate do not say which worlds are fine.
        (Err(_), _) => modules
            .iter()
            .flat_map(|module| rust_chunk(name, std::slice::from_ref(module)))
            .collect(),
    }
}

fn check(name: &str, modules: &[Module]) -> Result<(), String> {
    let mut generated = GeneratedCrate::new(name);
    for (index, module) in modules.iter().enumerate() {
        let name = format!("m{index}");
        if module.stubs {
            generated.add_stubs(&name, &module.text);
        } else {
            generated.add(&name, &module.text);
        }
    }
    generated.check(Some("wasm32-wasip2"), "2024")
}
