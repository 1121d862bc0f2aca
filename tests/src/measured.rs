//! The guests in C that are measured: `fixtures/guests/measured/guest.c`, one for each kind of value.

use crate::c_guest::{Language, bindings, compile, componentize};
use crate::programs::root;
use std::path::PathBuf;
use witc_bindgen_c::{C, COptions};
use witc_bindgen_core::Files;

/// Optimized as the guests in Rust are. The peer's bindings are not free of warnings.
const FLAGS: [&str; 2] = ["-Os", "-w"];

fn folder() -> PathBuf {
    root().join("fixtures/guests/measured")
}

/// Our bindings for the guest of a kind.
///
/// # Panics
///
/// If there is no such kind.
#[must_use]
pub fn measured_bindings(kind: &str) -> Files {
    bindings::<C>(
        &folder().join("wit"),
        Some(&format!("{kind}-world")),
        &COptions::default(),
    )
}

/// The component of the guest of a kind, with these bindings: names of files, and what is in them.
///
/// # Panics
///
/// If it does not build; the message says why.
#[must_use]
pub fn build_measured_guest<'b>(
    clang: &str,
    kind: &str,
    bindings: impl Iterator<Item = (&'b str, &'b [u8])>,
) -> Vec<u8> {
    let define = format!("-D{}", kind.to_uppercase());
    componentize(&build(clang, bindings, &[&define]))
}

/// The module of a guest without bindings: what the others have beyond it is the code of their bindings.
///
/// # Panics
///
/// If it does not build; the message says why.
#[must_use]
pub fn build_bare_guest(clang: &str) -> Vec<u8> {
    build(clang, std::iter::empty(), &[])
}

fn build<'b>(
    clang: &str,
    bindings: impl Iterator<Item = (&'b str, &'b [u8])>,
    flags: &[&str],
) -> Vec<u8> {
    compile(
        clang,
        Language::C,
        bindings,
        &[folder().join("guest.c")],
        &[&FLAGS[..], flags].concat(),
    )
}
