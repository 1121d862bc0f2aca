//! `cargo xtask bench`: rows that compare witc with its peers, side by side in one process.

mod child;
mod component;
mod guests;
mod load;
mod ratio;
mod synth;
mod tree;

use std::process::ExitCode;

/// A row: its name, and what measures it and gives the line to print.
type Row = (&'static str, fn() -> Result<String, String>);

const ROWS: &[Row] = &[
    ("load", load::row),
    ("component-new", component::row),
    ("guests", guests::row),
    ("cold-build", guests::cold_row),
];

/// What the program does in a process of its own: the argument that asks for it, and what takes the others.
type Child = (&'static str, fn(&[String]) -> Result<(), String>);

const CHILDREN: &[Child] = &[(load::CHILD, load::run_child), (component::CHILD, component::run_child)];

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let child = wanted.first().and_then(|first| CHILDREN.iter().find(|(name, _)| name == first));
    if let Some((_, run)) = child {
        return match run(&wanted[1..]) {
            Ok(()) => ExitCode::SUCCESS,
            Err(message) => {
                eprintln!("error: {message}");
                ExitCode::FAILURE
            }
        };
    }
    let names = || ROWS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    if let Some(unknown) = wanted.iter().find(|wanted| !ROWS.iter().any(|(name, _)| name == wanted)) {
        eprintln!("error: there is no row `{unknown}`; there are: {}", names());
        return ExitCode::from(2);
    }
    let mut failed = false;
    for (name, measure) in ROWS {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
            match measure() {
                Ok(line) => println!("{name}: {line}"),
                Err(message) => {
                    eprintln!("error: {name}: {message}");
                    failed = true;
                }
            }
        }
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
