//! `cargo xtask fuzz`: runs the fuzz targets, each for a while, from the seeds that are checked in.
//!
//! What they find stays in `fuzz/corpus`, which is not checked in; an input that breaks something is written to
//! `fuzz/artifacts` and belongs, made small, into `fixtures/fuzz`, where the tests replay it.

use crate::step::{Outcome, step};
use crate::tool;
use std::process::Command;

/// The targets, and the folders of fixtures that are seeds of theirs, beside `fixtures/fuzz/TARGET`.
const TARGETS: &[(&str, &[&str])] = &[
    ("tokens", &["syntax", "mutations"]),
    ("parse", &["syntax", "mutations"]),
    ("resolve", &["syntax", "mutations"]),
    ("fmt", &["syntax", "mutations"]),
    ("decode", &[]),
    ("new", &[]),
];

/// How much memory a target may take, in megabytes, and how long it may take for one input, in seconds.
const LIMITS: [&str; 2] = ["-rss_limit_mb=1024", "-timeout=10"];

/// Runs one target, or all of them, for as many seconds each.
///
/// # Errors
///
/// What is missing, or which target found something.
pub(crate) fn run(target: Option<&str>, seconds: Option<&str>) -> Outcome {
    let seconds: u32 = match seconds {
        None => 300,
        Some(text) => text.parse().map_err(|_| format!("`{text}` is not a number of seconds"))?,
    };
    let chosen = TARGETS.iter().filter(|(name, _)| target.is_none_or(|target| target == *name));
    let chosen: Vec<_> = chosen.collect();
    if chosen.is_empty() {
        let names: Vec<&str> = TARGETS.iter().map(|target| target.0).collect();
        return Err(format!("the fuzz targets are {}", names.join(", ")));
    }
    if !tool::answers(fuzz(&[])) {
        return Err(
            "`cargo fuzz` is not there: `cargo install cargo-fuzz`, and `rustup install nightly`".to_owned()
        );
    }
    for (name, folders) in chosen {
        step(&format!("Fuzz {name} for {seconds} s"), || tool::run(&mut command(name, folders, seconds)))?;
    }
    Ok(true)
}

fn command(target: &str, folders: &[&str], seconds: u32) -> Command {
    let corpus = tool::root().join("fuzz/corpus").join(target);
    let fixtures = tool::root().join("fixtures");
    let mut command = fuzz(&["run", target]);
    // The first folder is the one that grows.
    let _ = std::fs::create_dir_all(&corpus);
    command.arg(corpus).arg(fixtures.join("fuzz").join(target));
    command.args(folders.iter().map(|folder| fixtures.join(folder)));
    command.arg("--").args(LIMITS).arg(format!("-max_total_time={seconds}"));
    command.arg(format!("-dict={}", tool::root().join("fuzz/dict.txt").display()));
    command
}

/// `cargo fuzz` of the nightly toolchain, which it needs.
fn fuzz(args: &[&str]) -> Command {
    let mut command = Command::new("rustup");
    command.args(["run", "nightly", "cargo", "fuzz"]).args(args).current_dir(tool::root());
    for variable in ["CARGO", "RUSTC", "RUSTUP_TOOLCHAIN"] {
        command.env_remove(variable);
    }
    command
}
