//! Generated Rust, compiled: every fixture, on every kind of target, with warnings as errors.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use witc_tests::{cargo, root, run, scratch};

/// Writes the bindings of every fixture, with its arguments and those given, into `src` of a crate that has each as a
/// module; gives how many there are. Stubs are exported, under names of their own.
fn generate(krate: &Path, more: &[&str]) -> usize {
    let source = krate.join("src");
    // What earlier runs wrote for fixtures that are gone would be compiled as well.
    let _ = fs::remove_dir_all(&source);
    fs::create_dir_all(&source).expect("the build folder can be written");
    let fixtures = root().join("fixtures/rust");
    let mut modules = String::from("//! Bindings of every fixture.\n#![allow(dead_code)]\n\n");
    let mut count = 0;
    let mut entries: Vec<_> = fs::read_dir(&fixtures)
        .expect("is there")
        .map(|entry| entry.expect("is there").path())
        .collect();
    entries.sort();
    for path in entries
        .iter()
        .filter(|path| path.is_dir() || path.extension().is_some_and(|it| it == "wit"))
    {
        let name = path
            .file_stem()
            .expect("has a name")
            .to_str()
            .expect("is UTF-8");
        let module = name.replace('-', "_");
        let mut witc = Command::new(env!("CARGO_BIN_EXE_witc"));
        let arguments = fs::read_to_string(fixtures.join(format!("{name}.args")))
            .unwrap_or_else(|_| "rust {}".to_owned());
        let path = path.to_str().expect("is UTF-8");
        witc.args(
            arguments
                .split_whitespace()
                .map(|word| word.replace("{}", path)),
        )
        .args(more);
        let stubs = more.contains(&"--stubs");
        if stubs {
            witc.args(["--export-prefix", &format!("{module}-")]);
        }
        witc.arg("--out-dir").arg(source.join(&module));
        run(witc);
        let file = fs::read_dir(source.join(&module))
            .expect("was made")
            .next()
            .expect("a file was written")
            .expect("is there");
        let exports = fs::read_to_string(file.path())
            .expect("was written")
            .contains(" as export;");
        let file = file.file_name().into_string().expect("is UTF-8");
        let _ = writeln!(modules, "#[path = \"{module}/{file}\"]\nmod m_{module};");
        if stubs && exports {
            let _ = writeln!(
                modules,
                "m_{module}::export!(m_{module}::Stub with_types_in crate::m_{module});"
            );
        }
        count += 1;
    }
    fs::write(source.join("lib.rs"), modules).expect("the build folder can be written");
    count
}

/// Compiles the bindings of every fixture for a target, or for this machine.
fn compile(name: &str, more: &[&str], target: Option<&str>, edition: &str) {
    let krate = scratch(name);
    let guest = root().join("guest");
    let manifest = format!(
        "[package]\nname = \"bindings\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\n\n\
         [dependencies]\nwitc = {{ path = {guest:?} }}\n\n[features]\nstd = []\n\n[workspace]\n"
    );
    fs::write(krate.join("Cargo.toml"), manifest).expect("the build folder can be written");
    assert!(generate(&krate, more) > 0);
    let mut check = cargo();
    check
        .arg("rustc")
        .arg("--lib")
        .args(["--profile", "check"])
        .current_dir(&krate);
    check.arg("--target-dir").arg(scratch("rust-target"));
    if let Some(target) = target {
        check.args(["--target", target]);
    }
    check.args(["--", "-D", "warnings"]);
    run(check);
}

#[test]
fn bindings_compile_for_components() {
    compile("rust-wasip2", &[], Some("wasm32-wasip2"), "2024");
}

#[test]
fn bindings_compile_without_wasi_in_an_older_edition() {
    compile("rust-unknown", &[], Some("wasm32-unknown-unknown"), "2021");
}

#[test]
fn bindings_compile_for_this_machine() {
    compile("rust-native", &[], None, "2024");
}

#[test]
fn stubs_compile_and_are_exported() {
    compile("rust-stubs", &["--stubs"], Some("wasm32-wasip2"), "2024");
}
