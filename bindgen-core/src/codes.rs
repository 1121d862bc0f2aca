//! The codes of what this crate reports: the options of generators. `explain/` explains each.

witc_diagnostics::codes! {
    // Options of the generators
    MISSING_WITH = "W1001", "an import that is neither generated nor found elsewhere";
    UNUSED_WITH = "W1002", "`with` names what the world does not have";
    UNUSED_SELECTOR = "W1003", "an attribute for what the world does not have";
    UNUSED_FILTER = "W1004", "a filter that fits no function";
    BAD_OPTION = "W1005", "a value that an option cannot have";
}
