//! Twice as much input is about twice as much work, in whatever way the input grows.
//!
//! What commands do is compiled to wasm (`fixtures/guests/growing`), and wasmtime counts what it executes. That is the
//! same in each run and on every machine, unlike time, and needs no counter of the processor.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::{env, fs, thread};
use witc_random::{DIMENSIONS, Dice, Dimension, Growing};
use witc_runner::Command;
use witc_tests::{build_command, root};

/// The variable with the number of things in the smaller package: of the quadratic the more the larger it is.
const COUNT: &str = "WITC_GROWTH";

/// The number of things in a run with other tests.
const FEW: usize = 100;

/// The most that twice as much may take, in hundredths of what half of it takes.
const MOST: u64 = 230;

/// The commands for packages with a world.
const BINDINGS: &[&str] = &["rust", "c", "cpp"];

/// The commands for all packages that are valid.
const VALID: &[&str] = &[
    "check", "fmt", "wit", "json", "graph", "diff", "doc", "schema", "lint",
];

/// The commands for packages with mistakes.
const MISTAKES: &[&str] = &["check"];

#[test]
fn work_grows_with_the_input() {
    let count = match env::var(COUNT) {
        Ok(count) => count.parse().expect("the variable is a number"),
        Err(_) => FEW,
    };
    let program = build_command(&root().join("fixtures/guests/growing"), "wasm32-wasip2");
    let program = Command::new(&fs::read(program).expect("was just built")).expect("is a program");
    let cases: Vec<(&Dimension, &str)> = DIMENSIONS
        .iter()
        .flat_map(|dimension| commands(dimension).map(move |command| (dimension, command)))
        .collect();
    let (next, failures) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some(&(dimension, command)) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Err(failure) = grows(&program, dimension, command, count) {
                let mut failures = failures.lock().unwrap_or_else(PoisonError::into_inner);
                failures.push(format!("{}, `{command}`: {failure}", dimension.name));
            }
        }
    };
    thread::scope(|scope| {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        (0..threads).for_each(|_| drop(scope.spawn(work)));
    });
    let failures = failures
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn commands(dimension: &Dimension) -> impl Iterator<Item = &'static str> {
    let (first, second) = match dimension.growing {
        Growing::World => (BINDINGS, VALID),
        Growing::Valid => (VALID, &[][..]),
        Growing::Mistakes => (MISTAKES, &[][..]),
    };
    first.iter().chain(second).copied()
}

/// Compares what a command executes for a package, and for one with twice as much in it.
fn grows(
    program: &Command,
    dimension: &Dimension,
    command: &str,
    count: usize,
) -> Result<(), String> {
    // Crossings of arrows are counted pair by pair in small graphs, and no more than a fixed number of pairs.
    let count = if command == "graph" {
        10 * count
    } else {
        count
    };
    // What is the same for any package is left out: it would hide growth.
    // There are two things even so: mistakes such as names that are taken need them.
    let [least, few, many] =
        [2, count, 2 * count].map(|count| fuel(program, dimension, command, count));
    let (least, few, many) = (least?, few?, many?);
    let (few, many) = (few.saturating_sub(least), many.saturating_sub(least));
    if env::var_os(COUNT).is_some() {
        println!(
            "{:4} {:9} {}, `{command}`",
            many * 100 / few.max(1),
            few / count as u64,
            dimension.name
        );
    }
    if many * 100 <= few * MOST {
        return Ok(());
    }
    Err(format!("{few} for {count}, {many} for {}", 2 * count))
}

fn fuel(
    program: &Command,
    dimension: &Dimension,
    command: &str,
    count: usize,
) -> Result<u64, String> {
    let mut text = dimension.package(count, &mut Dice::new(1));
    if command == "diff" {
        // Other dice, other types: many differences.
        text += "\n//#\n";
        text += &dimension.package(count, &mut Dice::new(2));
    }
    let done = program
        .run(&["growing", command], &text)
        .map_err(|error| format!("{error:?}"))?;
    // A command that refuses a valid package would measure nothing.
    let expected = match dimension.growing {
        Growing::World | Growing::Valid => 0,
        Growing::Mistakes => 1,
    };
    if done.code == expected {
        Ok(done.fuel)
    } else {
        Err(format!("ends with {}: {}", done.code, done.words))
    }
}
