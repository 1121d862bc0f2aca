//! The codes of what this crate reports: the back ends of C and C++. `explain/` explains each.

witc_diagnostics::codes! {
    // C and C++
    AUTODROP_IN_LIST = "W1203", "borrowed handles in a list, which cannot be dropped automatically";
    RENAME_UNMATCHED = "W1204", "a new name for an interface that the world does not have";
    ASYNC_BY_FORCE_IN_C = "W1206", "a filter that makes a function `async` in C bindings which is not";
}
