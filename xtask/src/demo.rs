//! `cargo xtask demo`: the whole way from WIT text to a component that answers, one printed step after the other.

use crate::step::{Outcome, step};
use crate::tool::{self, Profile};
use crate::{clang, targets, tool::target_dir};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-wasip2";

/// The world of the built-in package.
const WORLD: &str = "example-plugin";

/// The lines of a generated file that are shown; more would push the other steps off the screen.
const SHOWN: usize = 100;

/// The built-in package: `example:plugin`, whose component counts the bytes of a string.
///
/// # Errors
///
/// The step that failed, and why.
pub(crate) fn built_in() -> Outcome {
    let guest = tool::root().join("fixtures/demo");
    let wit = guest.join("wit");

    let witc = build_witc()?;
    step("Check the WIT package", || check(&witc, &wit))?;
    step("Write the bindings", || {
        // Into the guest's own sources, as one does by hand; git ignores the file.
        generate(&witc, "rust", &wit, WORLD, &guest.join("src"))?;
        show(&guest.join("src/example_plugin.rs"))
    })?;
    look_for_target()?;
    let component = step("Build the guest", || build_guest(&guest, "example_plugin"))?;
    let runner = step(
        "Build the host: wasmtime, which takes minutes the first time",
        || tool::build_program("witc-runner", "witc-runner", Profile::Dev),
    )?;
    step("Run the component", || call(&runner, &component))?;
    in_c(&witc, &wit, &guest.join("plugin.c"), &runner)
}

/// The same plugin in C, where there is a compiler for it.
fn in_c(witc: &Path, wit: &Path, source: &Path, runner: &Path) -> Outcome {
    // The demo has shown the whole way by now: without a compiler for C it ends well.
    let Some(clang) = clang::for_wasm() else {
        println!(
            "\nto see the plugin in C too, install {}",
            clang::PACKAGES.join(" ")
        );
        return Ok(true);
    };
    let out = target_dir().join("demo/c");
    step("Write the bindings in C", || {
        generate(witc, "c", wit, WORLD, &out)?;
        show(&out.join("example_plugin.h"))
    })?;
    let component = step("Build the guest in C", || {
        let (module, component) = (out.join("module.wasm"), out.join("plugin.wasm"));
        let mut compile = Command::new(clang);
        compile
            .args(["--target=wasm32-wasi", "-mexec-model=reactor", "-O2", "-I"])
            .arg(&out)
            .arg(source);
        compile.args(
            ["example_plugin.c", "example_plugin_component_type.o"].map(|file| out.join(file)),
        );
        announce_and_run(compile.arg("-o").arg(&module))?;
        let mut new = Command::new(witc);
        announce_and_run(
            new.args(["component", "new"])
                .arg(module)
                .arg("-o")
                .arg(&component),
        )?;
        Ok(component)
    })?;
    step("Run the component", || call(runner, &component))?;
    Ok(true)
}

/// Has the plugin count.
fn call(runner: &Path, component: &Path) -> Result<(), String> {
    let mut run = Command::new(runner);
    announce_and_run(
        run.arg(component)
            .args(["length", "supercalifragilisticexpialidocious"]),
    )
}

/// A package of the user's: checks it and generates Rust bindings for each of its worlds.
///
/// # Errors
///
/// The step that failed, and why.
pub(crate) fn package(path: &Path) -> Outcome {
    // cargo runs this program in the folder that the user is in; the commands run in that of the workspace.
    let path = std::path::absolute(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let out = target_dir().join("demo/bindings");

    let witc = build_witc()?;
    step("Check the WIT package", || check(&witc, &path))?;
    let worlds = worlds(&witc, &path)?;
    // A package of interfaces alone is valid: there is nothing to generate, but nothing is wrong.
    if worlds.is_empty() {
        println!("\nThe package has no world, so there is nothing to generate.");
    }
    for world in &worlds {
        step(
            &format!("Write the bindings of the world `{world}`"),
            || {
                generate(&witc, "rust", &path, world, &out)?;
                show(&out.join(format!("{}.rs", world.replace('-', "_").to_lowercase())))
            },
        )?;
    }
    Ok(true)
}

/// Sees to it that guests can be compiled.
pub(crate) fn look_for_target() -> Result<(), String> {
    step(&format!("Look for the target {TARGET}"), || {
        targets::ensure(&[TARGET])
    })
}

pub(crate) fn build_witc() -> Result<PathBuf, String> {
    step("Build witc", || {
        tool::build_program("witc-cli", "witc", Profile::Dev)
    })
}

pub(crate) fn check(witc: &Path, wit: &Path) -> Result<(), String> {
    let mut command = Command::new(witc);
    command.arg("check").arg(wit);
    announce_and_run(&mut command)
}

/// The names of the worlds of a package, read off its printed text.
fn worlds(witc: &Path, wit: &Path) -> Result<Vec<String>, String> {
    let mut command = Command::new(witc);
    command.args(["component", "wit"]).arg(wit);
    let text = tool::output(command)?;
    // Worlds of nested packages are indented, and are not asked for.
    let names = text
        .lines()
        .filter_map(|line| line.strip_prefix("world ")?.split_whitespace().next());
    Ok(names
        .map(|name| name.trim_start_matches('%').to_owned())
        .collect())
}

pub(crate) fn generate(
    witc: &Path,
    language: &str,
    wit: &Path,
    world: &str,
    out: &Path,
) -> Result<(), String> {
    let mut command = Command::new(witc);
    command.arg(language).arg(wit).args(["--world", world]);
    // Only Rust asks which interfaces come from elsewhere; here none does.
    if language == "rust" {
        command.arg("--generate-all");
    }
    announce_and_run(command.arg("--out-dir").arg(out))
}

/// Builds a guest whose library has this name.
pub(crate) fn build_guest(guest: &Path, name: &str) -> Result<PathBuf, String> {
    let out = target_dir().join("demo");
    let mut build = tool::cargo(["build", "--target", TARGET, "--manifest-path"]);
    build
        .arg(guest.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(&out);
    announce_and_run(&mut build)?;
    Ok(out
        .join(TARGET)
        .join("debug")
        .join(name)
        .with_extension("wasm"))
}

pub(crate) fn announce_and_run(command: &mut Command) -> Result<(), String> {
    println!("   $ {}", tool::show(command));
    tool::run(command)
}

/// Prints a generated file, or the start of a long one.
pub(crate) fn show(file: &Path) -> Result<(), String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let lines = text.lines().count();
    println!("   {}: {lines} lines, {} bytes", file.display(), text.len());
    for line in text.lines().take(SHOWN) {
        println!("   │ {line}");
    }
    if lines > SHOWN {
        println!("   │ … {} more lines", lines - SHOWN);
    }
    Ok(())
}
