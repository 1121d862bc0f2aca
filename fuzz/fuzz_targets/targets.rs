//! Fuzzes what `properties/targets.rs` says.

#![no_main]

#[path = "../properties/targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::check(data));
