//! What tests of random sketches share.

use std::ops::Range;
use witc_resolve::{Loaded, Loader};

/// The seeds of a run: as many as the environment variable says, or else the usual number.
pub(crate) fn seeds(variable: &str, usual: u64) -> Range<u64> {
    let number = std::env::var(variable)
        .ok()
        .map(|text| text.parse().expect("a number"));
    0..number.unwrap_or(usual)
}

/// A package; nothing if its world is not possible.
pub(crate) fn load(text: &str) -> Option<Loaded> {
    let loaded = Loader::new().text("sketch.wit", text.to_owned()).load();
    let errors = loaded.diagnostics.iter().filter(|found| found.is_error());
    let mut codes: Vec<_> = errors.map(|found| found.code).collect();
    codes.retain(|&code| code != witc_resolve::codes::IMPORT_AND_EXPORT);
    assert!(codes.is_empty(), "{codes:?}: {text}");
    (!loaded.has_errors()).then_some(loaded)
}
