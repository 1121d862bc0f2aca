//! Fuzzes what `properties/graph.rs` says.

#![no_main]

#[path = "../properties/graph.rs"]
mod graph;

libfuzzer_sys::fuzz_target!(|data: &[u8]| graph::check(data));
