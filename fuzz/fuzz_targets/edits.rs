//! Fuzzes what `properties/edits.rs` says.

#![no_main]

#[path = "../properties/edits.rs"]
mod edits;

libfuzzer_sys::fuzz_target!(|data: &[u8]| edits::check(data));
