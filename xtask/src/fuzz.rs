//! `cargo xtask fuzz`: runs the fuzz targets, each for a while, from the seeds that are checked in.
//!
//! What they find stays in `fuzz/corpus`, which is not checked in; an input that breaks something is written to
//! `fuzz/artifacts` and belongs, made small, into `fixtures/fuzz`, where the tests replay it: [`keep`] does that.

use crate::step::{Outcome, step};
use crate::tool;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The targets, and the folders of fixtures that are seeds of theirs, beside `fixtures/fuzz/TARGET`.
const TARGETS: &[(&str, &[&str])] = &[
    ("tokens", &["syntax", "mutations"]),
    ("parse", &["syntax", "mutations"]),
    ("resolve", &["syntax", "mutations"]),
    ("fmt", &["syntax", "mutations"]),
    ("decode", &[]),
    ("new", &[]),
    ("targets", &[]),
    ("plug", &[]),
    ("diff", &["semver"]),
    ("graph", &["syntax"]),
    ("edits", &[]),
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
        Some(text) => text
            .parse()
            .map_err(|_| format!("`{text}` is not a number of seconds"))?,
    };
    let chosen = TARGETS
        .iter()
        .filter(|(name, _)| target.is_none_or(|target| target == *name));
    let chosen: Vec<_> = chosen.collect();
    if chosen.is_empty() {
        let names: Vec<&str> = TARGETS.iter().map(|target| target.0).collect();
        return Err(format!("the fuzz targets are {}", names.join(", ")));
    }
    // Before anything is built: the message of rustup would say less.
    if !tool::answers(fuzz(&[])) {
        return Err(
            "`cargo fuzz` is not there: `cargo install cargo-fuzz`, and `rustup install nightly`"
                .to_owned(),
        );
    }
    for (name, folders) in chosen {
        step(&format!("Fuzz {name} for {seconds} s"), || {
            tool::run(&mut command(name, folders, seconds))
        })?;
    }
    Ok(true)
}

/// Makes the newest input that broke a target as small as it goes, and a fixture of this name of it.
///
/// # Errors
///
/// A target that there is not, that nothing has broken it, or a name that is taken.
pub(crate) fn keep(target: &str, name: &str) -> Outcome {
    if !TARGETS.iter().any(|(known, _)| *known == target) {
        return Err(format!("there is no fuzz target `{target}`"));
    }
    let fixture = tool::root().join("fixtures/fuzz").join(target).join(name);
    // An old finding must not be lost to a new one.
    if fixture.exists() {
        return Err(format!("there is a fixture {} already", fixture.display()));
    }
    let artifact = newest(&tool::root().join("fuzz/artifacts").join(target)).ok_or_else(|| {
        format!("nothing has broken {target}: fuzz/artifacts has no input of its")
    })?;
    let small = artifact.with_extension("small");
    let smaller = step("Make the input small", || {
        let mut tmin = fuzz(&["tmin", target]);
        tmin.arg(&artifact)
            .args(["--runs", "2000", "--"])
            .arg(format!("-exact_artifact_path={}", small.display()));
        tool::run(&mut tmin)
    });
    // An input that can't be made smaller is a fixture as it is.
    let input = if smaller.is_ok() && small.is_file() {
        &small
    } else {
        &artifact
    };
    let copied = fs::create_dir_all(fixture.parent().unwrap_or(&fixture))
        .and_then(|()| fs::copy(input, &fixture));
    let bytes = copied.map_err(|error| format!("{}: {error}", fixture.display()))?;
    println!(
        "{}: {bytes} bytes; `cargo xtask test` replays it from now on",
        fixture.display()
    );
    Ok(true)
}

/// The file of a folder that was written last.
fn newest(folder: &Path) -> Option<PathBuf> {
    let files = fs::read_dir(folder)
        .ok()?
        .flatten()
        .filter(|entry| entry.path().is_file());
    files
        // Names of artifacts are hashes: only the time tells which was found last.
        .max_by_key(|entry| entry.metadata().and_then(|data| data.modified()).ok())
        .map(|entry| entry.path())
}

fn command(target: &str, folders: &[&str], seconds: u32) -> Command {
    let corpus = tool::root().join("fuzz/corpus").join(target);
    let fixtures = tool::root().join("fixtures");
    let mut command = fuzz(&["run", target]);
    // The first folder is the one that grows.
    let _ = fs::create_dir_all(&corpus);
    command.arg(corpus).arg(fixtures.join("fuzz").join(target));
    command.args(folders.iter().map(|folder| fixtures.join(folder)));
    command
        .arg("--")
        .args(LIMITS)
        .arg(format!("-max_total_time={seconds}"));
    command.arg(format!(
        "-dict={}",
        tool::root().join("fuzz/dict.txt").display()
    ));
    command
}

/// `cargo fuzz` of the nightly toolchain, which it needs.
fn fuzz(args: &[&str]) -> Command {
    let mut command = Command::new("rustup");
    command
        .args(["run", "nightly", "cargo", "fuzz"])
        .args(args)
        .current_dir(tool::root());
    // cargo sets these for the toolchain that runs this task, and rustup would take them over the nightly one.
    for variable in ["CARGO", "RUSTC", "RUSTUP_TOOLCHAIN"] {
        command.env_remove(variable);
    }
    command
}
