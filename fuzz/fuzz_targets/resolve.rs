//! Fuzzes what `properties/resolve.rs` says.

#![no_main]

#[path = "../properties/resolve.rs"]
mod resolve;

libfuzzer_sys::fuzz_target!(|data: &[u8]| resolve::check(data));
