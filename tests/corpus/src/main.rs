//! The corpus: the WIT of published packages, which `packages.toml` lists, downloaded by the ecosystems' own clients;
//! checked, formatted, and generated and compiled in every language. `cargo xtask corpus` builds and runs it.

mod bindings;
mod compile;
mod counts;
mod download;
mod format;
mod list;
mod package;
mod root;

use compile::Compilers;
use counts::Counts;
use list::Package;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Mutex;
use std::thread;

fn main() -> ExitCode {
    let names: Vec<String> = std::env::args().skip(1).collect();
    match run(&names) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

/// What became of the packages.
#[derive(Default)]
struct Results {
    examined: Vec<(String, Counts)>,
    skipped: usize,
}

/// Examines the packages of these names, or all, and prints the counts. Gives whether nothing failed.
fn run(names: &[String]) -> Result<bool, String> {
    let queue = Mutex::new(list::packages(names)?.into_iter());
    let compilers = Compilers::find()?;
    let results = Mutex::new(Results::default());
    // Not held while a package is examined.
    let next = || queue.lock().expect("nobody panics").next();
    let work = || {
        while let Some(package) = next() {
            one(&package, &compilers, &results);
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let mut results = results.into_inner().expect("nobody panics");
    results.examined.sort_by(|one, other| one.0.cmp(&other.0));
    counts::print(&results.examined);
    println!("{} packages were skipped", results.skipped);
    let failures: usize = results
        .examined
        .iter()
        .map(|(_, counts)| counts.failures)
        .sum();
    // A run that examines nothing has no failures either.
    Ok(failures == 0 && !results.examined.is_empty())
}

/// Downloads and examines a package, and says what is wrong with it.
fn one(package: &Package, compilers: &Compilers, results: &Mutex<Results>) {
    let name = &package.label();
    let path = match download::download(package) {
        Ok(path) => path,
        Err(message) => {
            println!("{name}: skipped: {message}");
            results.lock().expect("nobody panics").skipped += 1;
            return;
        }
    };
    // A package that makes witc panic must not hide what the others do.
    let examined = catch_unwind(AssertUnwindSafe(|| {
        package::examine(package, &path, compilers)
    }));
    let mut counts = Counts {
        failures: 1,
        ..Counts::default()
    };
    match examined {
        Ok(examined) => {
            counts = examined.counts;
            examined
                .failures
                .iter()
                .for_each(|failure| report(name, failure));
        }
        Err(_) => report(name, "witc panics"),
    }
    println!(
        "{name}: {} roots, {} failures",
        counts.roots, counts.failures
    );
    results
        .lock()
        .expect("nobody panics")
        .examined
        .push((name.clone(), counts));
}

/// Prints a failure. Templates of C++ report errors by the megabyte; the first ones say what is wrong.
fn report(name: &str, failure: &str) {
    println!(
        "{name}: failed: {}",
        failure.chars().take(3000).collect::<String>()
    );
}
