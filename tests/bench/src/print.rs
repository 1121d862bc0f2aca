//! Printing a large tree of packages, as WIT, as JSON and in binary form, against wit-component.
//!
//! Each side loads the tree and prints it in a process of its own, as the command lines do: `witc component wit` and
//! `wasm-tools component wit`.

use crate::child;
use crate::ratio::Comparison;
use crate::report::{Figure, Table, Unit};
use crate::synth::Size;
use crate::tree;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;
use wit_component::WitPrinter;
use witc_binary::{InterfaceNames, encode_package};
use witc_component::{Extent, validate};
use witc_diagnostics::render::short;
use witc_resolve::{Loaded, Loader, print};

/// The argument with which the program prints one tree: whose, form, folder.
pub(crate) const CHILD: &str = "--print";

const ROUNDS: usize = 7;

/// What is printed, and how much faster we have to be, with what part of the memory.
const FORMS: &[(&str, Option<(f64, f64)>)] =
    &[("WIT", Some((5.0, 0.5))), ("JSON", None), ("wasm", None)];

/// Time and memory of each form.
///
/// # Errors
///
/// A tree that can't be written, or that one of the two can't print.
pub(crate) fn row() -> Result<Table, String> {
    let folder = tree::folder(Size {
        packages: 100,
        interfaces: 40,
        functions: 20,
    })?;
    let megabytes = tree::bytes(&folder)? as f64 / 1e6;
    let mut figures = Vec::new();
    for (form, goals) in FORMS {
        let [time, memory] = compared(form, &folder)?;
        figures.extend(match goals {
            Some((times, part)) => [time.times_as_fast(*times), memory.at_most(*part)],
            None => [time, memory],
        });
    }
    Ok(Table {
        name: "print",
        title: "Printing packages",
        method: format!(
            "The made-up tree of 100 packages, {megabytes:.1} MB, is loaded and written to `/dev/null`: as WIT, as JSON, and \
             validated in binary form. Each run is a process, timed from its start to its end, in turn with wit-parser and \
             wit-component as `wasm-tools component wit` uses them."
        ),
        figures,
    })
}

/// Time and memory of one form.
fn compared(form: &str, folder: &Path) -> Result<[Figure; 2], String> {
    let mut rounds = Vec::new();
    let mut peaks = [0, 0];
    // The first round warms up.
    for round in 0..=ROUNDS {
        let mut times = [0.0, 0.0];
        // Who goes first alternates.
        for side in [round % 2, 1 - round % 2] {
            let who = ["ours", "theirs"][side];
            let args = [
                CHILD.as_ref(),
                who.as_ref(),
                form.as_ref(),
                folder.as_os_str(),
            ];
            let start = Instant::now();
            let run = child::run(args).map_err(|error| format!("{who}: {error}"))?;
            times[side] = start.elapsed().as_secs_f64();
            peaks[side] = peaks[side].max(run.peak);
        }
        if round > 0 {
            rounds.push((times[0], times[1]));
        }
    }
    let [our_peak, their_peak] = peaks.map(|kilobytes| kilobytes as f64 * 1e3);
    Ok([
        Figure::timed(form, &Comparison::of(rounds)),
        Figure::counted(
            format!("{form}, memory"),
            Unit::Memory,
            our_peak,
            their_peak,
        ),
    ])
}

/// Prints one tree.
///
/// # Errors
///
/// What keeps it from being loaded or printed.
pub(crate) fn run_child(args: &[String]) -> Result<(), String> {
    let [who, form, folder] = args else {
        return Err("three arguments are wanted".into());
    };
    let folder = Path::new(folder);
    if who == "ours" {
        let mut loaded = None;
        child::report(|| ours(form, loaded.insert(load(folder)?)))?;
        // As in the command line: the process ends.
        std::mem::forget(loaded);
        Ok(())
    } else {
        child::report(|| theirs(form, folder))
    }
}

fn load(folder: &Path) -> Result<Loaded, String> {
    let loaded = Loader::new().path(folder).load();
    let mut errors = loaded.diagnostics.iter().filter(|found| found.is_error());
    match errors.next() {
        Some(error) => Err(short(error, &loaded.resolve.sources)),
        None => Ok(loaded),
    }
}

fn ours(form: &str, loaded: &Loaded) -> Result<(), String> {
    let resolve = &loaded.resolve;
    let main = loaded.main[0];
    let mut out = nowhere()?;
    let mut written = Ok(());
    let mut sink = |piece: &str| {
        if written.is_ok() {
            written = out.write_all(piece.as_bytes());
        }
    };
    match form {
        "WIT" => {
            let others: Vec<_> = resolve.packages.ids().filter(|&id| id != main).collect();
            print::packages_in_pieces(resolve, main, &others, print::Style::default(), &mut sink);
        }
        "JSON" => print::json_in_pieces(resolve, &mut sink),
        _ => {
            let binary = encode_package(resolve, main, InterfaceNames::Full)
                .and_then(|binary| validate(&binary, Extent::Whole).map(|()| binary))
                .map_err(|error| format!("{error:?}"))?;
            written = out.write_all(&binary);
        }
    }
    written.map_err(|error| error.to_string())
}

fn theirs(form: &str, folder: &Path) -> Result<(), String> {
    let failed = |error: &dyn std::fmt::Debug| format!("{error:?}");
    let mut resolve = wit_parser::Resolve::default();
    let (main, _) = resolve.push_path(folder).map_err(|error| failed(&error))?;
    let bytes = match form {
        "WIT" => {
            let ids = resolve.packages.iter().map(|(id, _)| id);
            let others: Vec<_> = ids.filter(|&id| id != main).collect();
            let mut printer = WitPrinter::default();
            printer
                .print(&resolve, main, &others)
                .map_err(|error| failed(&error))?;
            String::from(printer.output).into_bytes()
        }
        "JSON" => serde_json::to_string_pretty(&resolve)
            .map_err(|error| failed(&error))?
            .into_bytes(),
        _ => {
            let binary =
                wit_component::encode(&resolve, main, false).map_err(|error| failed(&error))?;
            // The same validator on both sides.
            validate(&binary, Extent::Whole).map_err(|error| failed(&error))?;
            binary
        }
    };
    nowhere()?
        .write_all(&bytes)
        .map_err(|error| error.to_string())
}

/// A file whose contents go nowhere.
fn nowhere() -> Result<File, String> {
    File::create("/dev/null").map_err(|error| error.to_string())
}
