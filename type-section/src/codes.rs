//! The codes of what this crate reports: type sections. `explain/` explains each.

witc_diagnostics::codes! {
    USED_BEFORE_IMPORT = "W2002", "a type that is used before the interface that has it";
}
