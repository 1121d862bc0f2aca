//! Fuzzes what `properties/new.rs` says.

#![no_main]

#[path = "../properties/new.rs"]
mod new;

libfuzzer_sys::fuzz_target!(|data: &[u8]| new::check(data));
