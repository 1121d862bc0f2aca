//! Fuzzes what `properties/parse.rs` says.

#![no_main]

#[path = "../properties/parse.rs"]
mod parse;

libfuzzer_sys::fuzz_target!(|data: &[u8]| parse::check(data));
