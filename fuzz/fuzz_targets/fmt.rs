//! Fuzzes what `properties/fmt.rs` says.

#![no_main]

#[path = "../properties/fmt.rs"]
mod fmt;

libfuzzer_sys::fuzz_target!(|data: &[u8]| fmt::check(data));
