//! Asynchronous guests with our bindings against the same sources with wit-bindgen's: what calls and streams cost, and how large
//! the code is.

use crate::guests::MOST_FUEL;
use crate::project::{self, guest};
use crate::report::{Figure, Table, Unit};
use std::path::{Path, PathBuf};
use witc_runner::costs::{self, Cost};
use witc_runner::measure;
use witc_tests::plugged;

/// The files of the guests, beside the manifest of all of them.
const FILES: [&str; 8] = [
    "callee/Cargo.toml",
    "callee/src/lib.rs",
    "caller/Cargo.toml",
    "caller/src/lib.rs",
    "counts.rs",
    "twin/Cargo.toml",
    "twin/src/lib.rs",
    "wit/measured.wit",
];

/// The most fuel for each that is measured, as a part of what the peer's bindings take.
const GOALS: [(&str, f64); 8] = [
    ("immediate", 0.7),
    ("pending", 0.7),
    ("yields", 0.7),
    ("spawns", 0.7),
    ("next-numbers", 0.5),
    ("next-orders", 0.7),
    // Elements that are read together are lifted as those of lists are, and made by the guest itself.
    ("read-orders", MOST_FUEL),
    // Neither side copies bytes: what is executed is the guest's own work.
    ("read-bytes", MOST_FUEL),
];

/// The most that an asynchronous import and export may add to the code and the data, as a part of what they add to the peer's.
const MOST_ADDED: f64 = 0.3;

/// Fuel, calls of the host, and allocations for each thing that is done, and the code of asynchronous functions.
///
/// # Errors
///
/// A guest that does not build, or traps.
pub(crate) fn row() -> Result<Table, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let features = ["async-spawn"];
    let ours = copy(&folder.path().join("ours"), &project::ours_with(&features))?;
    let theirs = copy(
        &folder.path().join("theirs"),
        &project::peer_with(&features),
    )?;
    let wholes = [whole(&ours)?, whole(&theirs)?];
    let mut figures = Vec::new();
    for (run, goal) in GOALS {
        let [ours, theirs] = [cost(&wholes[0], run)?, cost(&wholes[1], run)?];
        figures.extend(compare(run, &ours, &theirs, goal));
    }
    // Tasks that are spawned are not a part of what every asynchronous function needs.
    let ours = copy(&folder.path().join("our-twins"), &project::ours())?;
    let theirs = copy(&folder.path().join("their-twins"), project::PEER)?;
    figures.push(
        Figure::counted(
            "code and data of an import and an export",
            Unit::Size,
            added(&ours)?,
            added(&theirs)?,
        )
        .at_most(MOST_ADDED),
    );
    Ok(Table {
        name: "async-guests",
        title: "Asynchronous Rust guests",
        method: "Two components that are put together, with the bindings of both, `opt-level = \"s\"`, link-time optimization, \
                 stripped: for a call that returns at once or later, a yield, a task that is spawned, an element of a stream \
                 that is read by itself or with a hundred others, and 64 KiB of bytes, the fuel that wasmtime counts, the calls \
                 of built-in functions (counted in another run), and the allocations, the guests' own among them. Code and data \
                 are those that an asynchronous import and export have beyond their synchronous twins. Against wit-bindgen \
                 0.63.0."
            .to_owned(),
        figures,
    })
}

/// What it costs to do something once.
fn compare(run: &str, ours: &Cost, theirs: &Cost, goal: f64) -> Vec<Figure> {
    let counted = |what: &str, unit, ours, theirs| {
        Figure::counted(format!("{run}, {what}"), unit, ours, theirs)
    };
    let allocations = |what: &str, side: usize| {
        counted(
            what,
            Unit::Allocations,
            ours.allocations[side],
            theirs.allocations[side],
        )
        .at_most(1.0)
    };
    vec![
        counted("fuel", Unit::Fuel, ours.fuel, theirs.fuel).at_most(goal),
        counted("calls of the host", Unit::Calls, ours.calls, theirs.calls).at_most(1.0),
        allocations("allocations of the caller", 0),
        allocations("allocations of the callee", 1),
        counted("bytes allocated", Unit::Size, ours.bytes, theirs.bytes).at_most(1.0),
    ]
}

fn cost(component: &[u8], run: &str) -> Result<Cost, String> {
    costs::cost(component, run).map_err(|error| format!("{run}: {error:?}"))
}

/// A copy of the guests, which depends on this.
fn copy(folder: &Path, dependency: &str) -> Result<PathBuf, String> {
    project::copy("measured-async", &FILES, folder, dependency)
}

/// The caller with the callee in it.
fn whole(project: &Path) -> Result<Vec<u8>, String> {
    let caller = guest(project, "measured-caller", &[])?;
    let callee = guest(project, "measured-callee", &[])?;
    let parts = [("caller", caller.as_slice()), ("callee", &callee)];
    plugged(&parts).map(|whole| whole.component)
}

/// The bytes of code and data that the asynchronous twin has beyond the other.
fn added(project: &Path) -> Result<f64, String> {
    let features: [&[&str]; 2] = [&["--features", "asynchronous"], &[]];
    let sizes = features.map(|features| {
        let guest = guest(project, "measured-twin", features)?;
        measure::code_and_data_bytes(&guest).map_err(|error| error.to_string())
    });
    let [asynchronous, synchronous] = sizes;
    Ok((asynchronous? - synchronous?) as f64)
}
