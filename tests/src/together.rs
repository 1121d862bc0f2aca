//! Components that are put together.

use crate::{build_guest, root};
use std::fs;
use std::path::Path;
use witc_component::plug::{Component, Plugged, plug};

/// Puts components together, each with its name: the socket is the first.
///
/// # Errors
///
/// What does not fit.
pub fn plugged(parts: &[(&str, &[u8])]) -> Result<Plugged, String> {
    let parts: Vec<_> = parts
        .iter()
        .map(|&(name, bytes)| Component { name, bytes })
        .collect();
    plug(parts[0], &parts[1..]).map_err(|errors| format!("{errors:#?}"))
}

/// The guests `caller` and `callee` in a folder of guests.
///
/// # Panics
///
/// If they do not build; the message says why.
#[must_use]
pub fn caller_and_callee(guests: &str) -> [Vec<u8>; 2] {
    let folder = root().join("fixtures/guests").join(guests);
    ["caller", "callee"].map(|name| built(&folder.join(name)))
}

fn built(folder: &Path) -> Vec<u8> {
    fs::read(build_guest(folder, "wasm32-wasip2")).expect("was just built")
}
