//! The codes of what this crate reports: the Rust back end. `explain/` explains each.

witc_diagnostics::codes! {
    // Rust
    RUST_ASYNC = "W1101", "an async function in Rust bindings";
    STREAM_IN_RUST = "W1102", "a stream, future or error context in Rust bindings";
}
