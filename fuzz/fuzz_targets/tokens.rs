//! Fuzzes what `properties/tokens.rs` says.

#![no_main]

#[path = "../properties/tokens.rs"]
mod tokens;

libfuzzer_sys::fuzz_target!(|data: &[u8]| tokens::check(data));
