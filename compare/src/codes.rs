//! The codes of what this crate reports: components that do not fit. `explain/` explains each.

witc_diagnostics::codes! {
    UNEXPECTED_IMPORT = "W2050", "a component that imports what the world does not have";
    MISSING_EXPORT = "W2051", "a component that does not export what the world has";
    LACKS_ITEM = "W2052", "a function or type that is needed and not there";
    TYPES_DIFFER = "W2053", "a function or type that differs between two sides";
}
