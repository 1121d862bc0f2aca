//! Fuzzes what `properties/diff.rs` says.

#![no_main]

#[path = "../properties/diff.rs"]
mod diff;

libfuzzer_sys::fuzz_target!(|data: &[u8]| diff::check(data));
