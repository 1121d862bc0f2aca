//! The codes of what this crate reports: the options of generators. `explain/` explains each.

witc_diagnostics::codes! {
    // Options of the generators
    MISSING_WITH = "W1001", "an import that is neither generated nor mapped";
    UNUSED_WITH = "W1002", "a key of `with` that the world does not have";
    UNUSED_SELECTOR = "W1003", "an attribute for a type that the world does not have";
    UNUSED_FILTER = "W1004", "a filter that matches no function";
    BAD_OPTION = "W1005", "an invalid value of an option";
}
