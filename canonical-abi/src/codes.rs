//! The codes of what this crate reports: the ABI's limits. `explain/` explains each.

witc_diagnostics::codes! {
    // Components and their ABI
    VALUE_TOO_LARGE = "W2001", "a type whose values are too large";
}
