//! `cargo xtask bench`: rows that compare witc with its peers, side by side in one process.

mod async_guests;
mod build;
mod c_guests;
mod chart;
mod child;
mod component;
mod generate;
mod growth;
mod guests;
mod load;
mod page;
mod print;
mod project;
mod ratio;
mod report;
mod source;
mod synth;
mod tree;

use report::Table;
use std::path::Path;
use std::process::{Command, ExitCode};

/// A row: its name, and what measures it.
type Row = (&'static str, fn() -> Result<Table, String>);

const ROWS: &[Row] = &[
    ("load", load::row),
    ("print", print::row),
    ("generate", generate::row),
    ("component-new", component::row),
    ("guests", guests::row),
    ("c-guests", c_guests::row),
    ("async-guests", async_guests::row),
    ("build", build::row),
];

/// Work that the program does in a process of its own: the argument that asks for it, and the function that takes the
/// others.
type Child = (&'static str, fn(&[String]) -> Result<(), String>);

const CHILDREN: &[Child] = &[
    (load::CHILD, load::run_child),
    (print::CHILD, print::run_child),
    (generate::CHILD, generate::run_child),
    (component::CHILD, component::run_child),
];

/// The argument that asks for `docs/performance.md`; it takes all rows.
const WRITE: &str = "--write";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let child = args
        .first()
        .and_then(|first| CHILDREN.iter().find(|(name, _)| name == first));
    let outcome = match child {
        Some((_, run)) => run(&args[1..]),
        None => measure(&args),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Measures the rows that are named, or all.
fn measure(args: &[String]) -> Result<(), String> {
    let (write, wanted): (Vec<&String>, Vec<&String>) = args.iter().partition(|arg| *arg == WRITE);
    if let Some(unknown) = wanted
        .iter()
        .find(|wanted| !ROWS.iter().any(|(name, _)| name == **wanted))
    {
        let names: Vec<&str> = ROWS.iter().map(|(name, _)| *name).collect();
        return Err(format!(
            "there is no row `{unknown}`; there are: {}",
            names.join(", ")
        ));
    }
    // A page of some rows would mix figures of different machines and days.
    if !write.is_empty() && !wanted.is_empty() {
        return Err(format!(
            "`{WRITE}` writes a page of all rows; leave their names out"
        ));
    }
    let mut tables = Vec::new();
    let mut failures = Vec::new();
    for (name, measure) in ROWS {
        if wanted.is_empty() || wanted.iter().any(|wanted| *wanted == name) {
            match measure() {
                Ok(table) => {
                    println!("{table}");
                    tables.push(table);
                }
                // The other rows are measured all the same: some need compilers that are not everywhere.
                Err(message) => failures.push(format!("{name}: {message}")),
            }
        }
    }
    if !failures.is_empty() {
        return Err(failures.join("\n"));
    }
    if !write.is_empty() {
        let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
        page::write(&docs, &tables, &machine())
            .map_err(|error| format!("{}: {error}", docs.display()))?;
    }
    Ok(())
}

/// The machine that this runs on.
fn machine() -> page::Machine {
    // Linux has it; elsewhere the page names the architecture.
    let cpus = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpus
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let version = Command::new("rustc").arg("--version").output();
    let version = version.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    page::Machine {
        processor: model
            .map_or(std::env::consts::ARCH, |(_, name)| name)
            .to_owned(),
        threads: std::thread::available_parallelism().map_or(1, usize::from),
        rustc: version.unwrap_or_default(),
    }
}
