//! Fuzzes what `properties/plug.rs` says.

#![no_main]

#[path = "../properties/plug.rs"]
mod plug;

libfuzzer_sys::fuzz_target!(|data: &[u8]| plug::check(data));
