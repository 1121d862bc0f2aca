//! Guests with our bindings against the same sources with wit-bindgen's: what calls execute, and how large the code is.

use crate::project::{self, PEER, TARGET, output, read, root};
use crate::report::{Figure, Table, Unit};
use std::path::{Path, PathBuf};
use std::process::Command;
use witc_runner::{Program, measure};

/// Fuel and code of each guest, as a part of what the peer's takes.
///
/// # Errors
///
/// A guest that does not build, or traps.
pub(crate) fn row() -> Result<Table, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let ours = copy(&folder.path().join("ours"), &project::ours())?;
    let theirs = copy(&folder.path().join("theirs"), PEER)?;
    let mut figures = Vec::new();
    for kind in measure::KINDS {
        let guests = [guest(&ours, kind)?, guest(&theirs, kind)?];
        figures.extend(compare(
            kind,
            &guests,
            &noop(folder.path(), kind)?,
            goals(kind),
        )?);
    }
    Ok(Table {
        name: "guests",
        title: "Rust guests: instructions and code",
        method: "The same guests with the bindings of both, `opt-level = \"s\"`, link-time optimization, stripped: the fuel \
                 that wasmtime counts for a call of an export, and of an export that calls an import; and the bytes of code \
                 beyond those of a guest without bindings. Plain records (`points`), like bytes, are copied by neither side: \
                 over three quarters of what their calls take is the allocator's. Against wit-bindgen 0.63.0."
            .to_owned(),
        figures,
    })
}

/// The fuel for calls of two guests, ours and the peer's, and the code that they have beyond a third; and the most that fuel and code
/// may be of the peer's.
///
/// # Errors
///
/// A guest that traps.
pub(crate) fn compare(
    kind: &str,
    [our, their]: &[Vec<u8>; 2],
    bare: &[u8],
    (all, most_code): (f64, f64),
) -> Result<[Figure; 4], String> {
    let (our_fuel, their_fuel) = (fuel(our, kind)?, fuel(their, kind)?);
    let bare = code(bare)?;
    let [our_code, their_code] =
        [code(our)?, code(their)?].map(|bytes| bytes.saturating_sub(bare) as f64);
    let both = |fuel: &measure::Fuel| fuel.exports + fuel.imports;
    let counted = |what: &str, unit, ours, theirs| {
        Figure::counted(format!("{kind}, {what}"), unit, ours, theirs)
    };
    Ok([
        counted("exports", Unit::Fuel, our_fuel.exports, their_fuel.exports).at_most(MOST_FUEL),
        counted("imports", Unit::Fuel, our_fuel.imports, their_fuel.imports).at_most(MOST_FUEL),
        counted("both", Unit::Fuel, both(&our_fuel), both(&their_fuel)).at_most(all),
        counted("code", Unit::Size, our_code, their_code).at_most(most_code),
    ])
}

/// The most that a call may take of what it takes with the peer's bindings.
pub(crate) const MOST_FUEL: f64 = 1.02;
/// Values with parts of their own: these have to be better than the peer's, not only as good.
const COMPOUND: [&str; 4] = ["points", "people", "deep", "variants"];

/// The most that fuel and code of a kind of guest may be of the peer's.
fn goals(kind: &str) -> (f64, f64) {
    if COMPOUND.contains(&kind) {
        (0.85, 0.75)
    } else {
        (MOST_FUEL, 1.0)
    }
}

/// A copy of the guests that are measured, which depends on this.
fn copy(folder: &Path, dependency: &str) -> Result<PathBuf, String> {
    let files = ["src/lib.rs", "wit/measured.wit"];
    project::copy("measured", &files, folder, dependency)
}

fn guest(project: &Path, kind: &str) -> Result<Vec<u8>, String> {
    let options = ["--no-default-features", "--features", kind];
    project::guest(project, "measured", &options)
}

/// The guest without bindings, as a module.
fn noop(folder: &Path, kind: &str) -> Result<Vec<u8>, String> {
    let module = folder.join("noop.wasm");
    let mut rustc = Command::new("rustc");
    rustc.args([
        "--edition",
        "2024",
        "--target",
        TARGET,
        "--crate-type",
        "cdylib",
        "--cfg",
    ]);
    rustc.arg(format!("feature=\"{kind}\""));
    for option in [
        "opt-level=s",
        "lto",
        "codegen-units=1",
        "strip=symbols",
        // The core module is compared: what makes a component of it is the same for both.
        "link-arg=--skip-wit-component",
    ] {
        rustc.args(["-C", option]);
    }
    output(
        rustc
            .arg("-o")
            .arg(&module)
            .arg(root().join("fixtures/guests/measured/noop.rs")),
    )?;
    read(&module)
}

fn fuel(guest: &[u8], kind: &str) -> Result<measure::Fuel, String> {
    let fuel = || {
        let mut program = Program::metered(guest)?;
        measure::implement(&mut program, kind)?;
        measure::fuel(&program, kind)
    };
    fuel().map_err(|error| format!("{kind}: {error:?}"))
}

fn code(wasm: &[u8]) -> Result<u64, String> {
    measure::code_bytes(wasm).map_err(|error| error.to_string())
}
