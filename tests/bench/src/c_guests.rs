//! Guests in C with our bindings against the same source with wit-bindgen's.

use crate::guests::{MOST_FUEL, compare};
use crate::project::root;
use crate::report::Table;
use std::path::Path;
use wit_bindgen_core::{Files, wit_parser};
use witc_runner::measure;
use witc_tests::{build_bare_guest, build_measured_guest, clang, measured_bindings};

/// Fuel and code of each guest, as a part of what the peer's takes.
///
/// # Errors
///
/// That there is no clang for WASI; a guest that traps, or that the peer has no bindings for.
pub(crate) fn row() -> Result<Table, String> {
    let clang = clang().ok_or("no clang here links for wasm32-wasi")?;
    let wit = root().join("fixtures/guests/measured/wit");
    // The C library is in both guests, and no part of the bindings.
    let bare = build_bare_guest(clang);
    let mut figures = Vec::new();
    for kind in measure::KINDS {
        let theirs = peer(&wit, kind)?;
        let guests = [
            build_measured_guest(clang, kind, measured_bindings(kind).iter()),
            build_measured_guest(clang, kind, theirs.iter()),
        ];
        figures.extend(compare(kind, &guests, &bare, (MOST_FUEL, MOST_FUEL))?);
    }
    Ok(Table {
        name: "c-guests",
        title: "C guests: instructions and code",
        method: "The same guests in C with the bindings of both, `-Os`: the fuel that wasmtime counts for a call of an export, \
                 and of an export that calls an import; and the bytes of code beyond those of a guest without bindings. \
                 Against wit-bindgen 0.63.0."
            .to_owned(),
        figures,
    })
}

/// The peer's bindings for the guest of a kind.
fn peer(wit: &Path, kind: &str) -> Result<Files, String> {
    let error = |error: &dyn std::fmt::Display| format!("{kind}: {error}");
    let mut resolve = wit_parser::Resolve::default();
    let (package, _) = resolve.push_path(wit).map_err(|it| error(&it))?;
    let world = resolve
        .select_world(&[package], Some(&format!("{kind}-world")))
        .map_err(|it| error(&it))?;
    let mut files = Files::default();
    wit_bindgen_c::Opts::default()
        .build()
        .generate(&mut resolve, world, &mut files)
        .map_err(|it| error(&it))?;
    Ok(files)
}
