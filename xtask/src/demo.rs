//! `cargo xtask demo`: the whole way from WIT text to a component that answers, one printed step after the other.

use crate::step::{Outcome, step};
use crate::tool::{self, Profile};
use crate::{targets, tool::target_dir};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-wasip2";

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
        generate(&witc, &wit, "example-plugin", &guest.join("src"))?;
        show(&guest.join("src/example_plugin.rs"))
    })?;
    step(&format!("Look for the target {TARGET}"), || targets::ensure(&[TARGET]))?;
    let component = step("Build the guest", || build_guest(&guest))?;
    let runner = step("Build the host: wasmtime, which takes minutes the first time", || {
        tool::build_program("witc-runner", "witc-runner", Profile::Dev)
    })?;
    step("Run the component", || {
        let mut run = Command::new(&runner);
        run.arg(&component).args(["length", "supercalifragilisticexpialidocious"]);
        announce_and_run(run)
    })?;
    Ok(true)
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
    if worlds.is_empty() {
        println!("\nThe package has no world, so there is nothing to generate.");
    }
    for world in &worlds {
        step(&format!("Write the bindings of the world `{world}`"), || {
            generate(&witc, &path, world, &out)?;
            show(&out.join(format!("{}.rs", world.replace('-', "_").to_lowercase())))
        })?;
    }
    Ok(true)
}

fn build_witc() -> Result<PathBuf, String> {
    step("Build witc", || tool::build_program("witc-cli", "witc", Profile::Dev))
}

fn check(witc: &Path, wit: &Path) -> Result<(), String> {
    let mut command = Command::new(witc);
    command.arg("check").arg(wit);
    announce_and_run(command)
}

/// The names of the worlds of a package, read off its printed text.
fn worlds(witc: &Path, wit: &Path) -> Result<Vec<String>, String> {
    let mut command = Command::new(witc);
    command.args(["component", "wit"]).arg(wit);
    let text = tool::output(command)?;
    let names = text.lines().filter_map(|line| line.strip_prefix("world ")?.split_whitespace().next());
    Ok(names.map(|name| name.trim_start_matches('%').to_owned()).collect())
}

fn generate(witc: &Path, wit: &Path, world: &str, out: &Path) -> Result<(), String> {
    let mut command = Command::new(witc);
    command.arg("rust").arg(wit).args(["--world", world, "--generate-all", "--out-dir"]).arg(out);
    announce_and_run(command)
}

fn build_guest(guest: &Path) -> Result<PathBuf, String> {
    let out = target_dir().join("demo");
    let mut build = tool::cargo(["build", "--target", TARGET, "--manifest-path"]);
    build.arg(guest.join("Cargo.toml")).arg("--target-dir").arg(&out);
    announce_and_run(build)?;
    Ok(out.join(TARGET).join("debug/example_plugin.wasm"))
}

fn announce_and_run(command: Command) -> Result<(), String> {
    println!("   $ {}", tool::show(&command));
    tool::run(command)
}

/// Prints a generated file, or the start of a long one.
fn show(file: &Path) -> Result<(), String> {
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
