//! What `cargo xtask grammar` writes; a test of `xtask` proves it fresh.

#[allow(warnings, clippy::all, clippy::pedantic)]
#[rustfmt::skip]
pub(crate) mod grammar;
#[allow(warnings, clippy::all, clippy::pedantic)]
#[rustfmt::skip]
pub(crate) mod tokens;
