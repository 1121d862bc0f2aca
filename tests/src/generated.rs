//! Compiling generated code, with warnings as errors: Rust as modules of a crate that uses the guest crate; C and C++ file
//! by file, without linking.

use crate::programs::{attempt, cargo, root, scratch, write_if_changed};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A crate whose modules are generated.
#[derive(Debug)]
pub struct GeneratedCrate {
    name: String,
    text: String,
}

impl GeneratedCrate {
    /// A crate of this name without modules, in a folder of its own.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let text = "//! Generated bindings.\n#![allow(dead_code)]\n\n";
        Self {
            name: name.to_owned(),
            text: text.to_owned(),
        }
    }

    /// Adds a module that is written already, and exports nothing.
    pub fn add_file(&mut self, module: &str, path: &Path) {
        let _ = writeln!(self.text, "#[path = {path:?}]\nmod {module};");
    }

    /// Adds a module of this text.
    pub fn add(&mut self, module: &str, text: &str) {
        let path = scratch(&self.name).join(format!("{module}.rs"));
        write_if_changed(&path, text.as_bytes());
        self.add_file(module, &path);
    }

    /// Adds a module of this text, which has a stub of what it exports, and exports the stub.
    pub fn add_stubs(&mut self, module: &str, text: &str) {
        self.add(module, text);
        // A world that exports nothing has no macro to call.
        if text.contains(" as export;") {
            let _ = writeln!(
                self.text,
                "{module}::export!({module}::Stub with_types_in crate::{module});"
            );
        }
    }

    /// Checks the crate for a target, or for this machine.
    ///
    /// # Errors
    ///
    /// What the compiler says.
    pub fn check(&self, target: Option<&str>, edition: &str) -> Result<(), String> {
        self.write(edition);
        let mut check = cargo();
        check
            // As `cargo check`, which takes no flags for one crate alone.
            .args(["rustc", "--lib", "--profile", "check"])
            .current_dir(scratch(&self.name));
        // The folder that other tests compile generated Rust in: the guest crate is in it.
        check.arg("--target-dir").arg(scratch("rust-target"));
        if let Some(target) = target {
            check.args(["--target", target]);
        }
        check.args(["--", "-D", "warnings"]);
        attempt(check).map(|_| ())
    }

    /// Writes what cargo needs beside the modules. Untouched files leave cargo nothing to do in a second run.
    fn write(&self, edition: &str) {
        let folder = scratch(&self.name);
        let manifest = format!(
            "[package]\nname = \"{}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\n\n\
             [lib]\npath = \"lib.rs\"\n\n[dependencies]\nwitc = {{ path = {:?} }}\n\n\
             [features]\ndefault = [\"std\"]\nstd = []\n\n[workspace]\n",
            self.name,
            root().join("guest")
        );
        write_if_changed(&folder.join("Cargo.toml"), manifest.as_bytes());
        write_if_changed(&folder.join("lib.rs"), self.text.as_bytes());
    }
}

const WARNINGS: [&str; 5] = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror"];

/// A compiler of C or C++, and what it is given before the file.
#[derive(Clone, Debug)]
pub struct CCompiler {
    program: String,
    flags: Vec<String>,
}

impl CCompiler {
    /// A compiler with these flags.
    #[must_use]
    pub fn new(program: &str, flags: &[&str]) -> Self {
        Self {
            program: program.to_owned(),
            flags: flags.iter().map(|&flag| flag.to_owned()).collect(),
        }
    }

    /// Compiles a file, in the folder of its headers.
    ///
    /// # Errors
    ///
    /// What the compiler says.
    pub fn compile(&self, folder: &Path, file: &Path) -> Result<(), String> {
        let mut command = Command::new(&self.program);
        command.current_dir(folder).args(WARNINGS).args(&self.flags);
        // The headers of the runtime are the same for all worlds, and are not written for each.
        for runtime in runtimes() {
            command.arg("-I").arg(runtime);
        }
        command.arg(file);
        attempt(command).map(|_| ())
    }
}

/// The folders of the files that all worlds in C and C++ share.
#[must_use]
pub fn runtimes() -> [PathBuf; 2] {
    ["cpp", "async"].map(|name| root().join("bindgen-c/src/runtime").join(name))
}

/// A compiler of generated C++ that has the headers of the runtime compiled, once for all worlds: they take most of the
/// time. `precompiled` is the name that it looks for.
///
/// # Errors
///
/// What the compiler says about the headers.
pub fn cpp_compiler(
    program: &str,
    target: &[&str],
    precompiled: &str,
) -> Result<CCompiler, String> {
    let folder = scratch(&format!("goldens-{program}"));
    let runtime = folder.join("runtime.h");
    let include = "#include \"wit.h\"\n#include \"wit_abi.h\"\n";
    write_if_changed(&runtime, include.as_bytes());
    let flags = [&["-std=c++20"], target].concat();
    let header = [&flags[..], &["-x", "c++-header", "-o", precompiled]].concat();
    CCompiler::new(program, &header).compile(&folder, &runtime)?;
    let runtime = runtime.to_str().expect("is UTF-8");
    let source = [&flags[..], &["-include", runtime, "-fsyntax-only"]].concat();
    Ok(CCompiler::new(program, &source))
}
