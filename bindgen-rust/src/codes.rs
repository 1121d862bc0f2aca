//! The codes of what this crate reports: the Rust back end. `explain/` explains each.

witc_diagnostics::codes! {
    // Rust
    ASYNC_BY_FORCE = "W1103", "a filter that makes a function `async` in Rust bindings which is not";
}
