//! `cargo xtask test`: everything that has to hold, set-up included. Runs on after a failure, so that one run shows
//! all.

use crate::count::Counts;
use crate::step::{Outcome, seconds};
use crate::{clang, targets, tool};
use std::process::Command;
use std::time::Instant;

/// Sets up, runs every check and every test, and ends with `N passed, N failed`.
///
/// # Errors
///
/// None: what fails is counted.
pub(crate) fn run() -> Outcome {
    let start = Instant::now();
    let mut run = Run::default();

    // Counted like a test: without the targets guests are not tested, which must not pass unseen.
    run.check("Set-up: the wasm targets", || {
        targets::ensure(targets::GUESTS).map(|()| true)
    });
    run.check("Set-up: clang for C and C++ guests", clang::ensure);
    run.check("Format", || {
        passes(tool::cargo(["fmt", "--all", "--check"]))
    });
    run.check("Clippy", || passes(tool::cargo(CLIPPY)));
    run.check("Documentation", || passes(documentation()));
    run.tests(
        "The checked-in lexer and grammar are fresh",
        tool::cargo(FRESHNESS),
    );
    run.tests(
        "Unit tests, goldens, generated code, guests in wasmtime",
        tests(),
    );
    run.tests(
        "Examples in the documentation",
        // Apart from the other tests: nextest does not run these.
        tool::cargo(["test", "--workspace", "--doc", "--no-fail-fast"]),
    );

    println!("\n{} in all", seconds(start.elapsed()));
    for title in &run.failures {
        println!("failed: {title}");
    }
    println!(
        "{} passed, {} failed",
        run.counts.passed(),
        run.counts.failed()
    );
    Ok(run.counts.failed() == 0)
}

const CLIPPY: [&str; 6] = [
    "clippy",
    "--workspace",
    "--all-targets",
    "--",
    "-D",
    "warnings",
];
const FRESHNESS: [&str; 6] = [
    "test",
    "--package",
    "xtask",
    "--features",
    "grammar",
    "fresh",
];

fn documentation() -> Command {
    let mut command = tool::cargo(["doc", "--workspace", "--no-deps"]);
    command.env("RUSTDOCFLAGS", "-D warnings");
    command
}

/// All tests but those in the documentation: in parallel where nextest is installed.
fn tests() -> Command {
    if tool::answers(tool::cargo(["nextest"])) {
        tool::cargo([
            "nextest",
            "run",
            "--workspace",
            "--no-fail-fast",
            "--status-level",
            "fail",
        ])
    } else {
        tool::cargo(["test", "--workspace", "--all-targets", "--no-fail-fast"])
    }
}

fn passes(command: Command) -> Outcome {
    tool::watch(command, |_| ())
}

/// The checks and tests that were run so far.
#[derive(Default)]
struct Run {
    counts: Counts,
    failures: Vec<String>,
}

impl Run {
    /// Something that passes or fails as a whole.
    fn check(&mut self, title: &str, run: impl FnOnce() -> Outcome) {
        let passed = timed(title, run);
        self.counts.one(passed);
        self.note(title, passed);
    }

    /// A command that runs tests, which are counted one by one.
    fn tests(&mut self, title: &str, command: Command) {
        let before = self.counts.failed();
        let passed = timed(title, || {
            tool::watch(command, |line| self.counts.read(line))
        });
        // What does not even compile has no failing tests, and is a failure all the same.
        if !passed && self.counts.failed() == before {
            self.counts.one(false);
        }
        self.note(title, passed);
    }

    fn note(&mut self, title: &str, passed: bool) {
        if !passed {
            self.failures.push(title.to_owned());
        }
    }
}

/// Runs something between a heading and its time; an error is shown and counts as a failure.
fn timed(title: &str, run: impl FnOnce() -> Outcome) -> bool {
    println!("\n── {title}");
    let start = Instant::now();
    let passed = run().unwrap_or_else(|message| {
        println!("   error: {message}");
        false
    });
    println!(
        "   {} in {}",
        if passed { "done" } else { "FAILED" },
        seconds(start.elapsed())
    );
    passed
}
