//! The codes of what this crate reports: type sections. `explain/` explains each.

witc_diagnostics::codes! {
    USED_BEFORE_IMPORT = "W2002", "a world that uses a type before it has the type's interface";
}
