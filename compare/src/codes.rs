//! The codes of what this crate reports: components that do not fit. `explain/` explains each.

witc_diagnostics::codes! {
    UNEXPECTED_IMPORT = "W2050", "an import that the world does not have";
    MISSING_EXPORT = "W2051", "a missing export of the world";
    LACKS_ITEM = "W2052", "a missing function or type";
    TYPES_DIFFER = "W2053", "a function or type that differs";
}
