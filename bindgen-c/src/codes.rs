//! The codes of what this crate reports: the back ends of C and C++. `explain/` explains each.

witc_diagnostics::codes! {
    // C and C++
    ASYNC_IN_C = "W1201", "an async function, which bindings for C and C++ do not support yet";
    STREAM_IN_C = "W1202", "a stream or future, which bindings for C and C++ do not support yet";
    AUTODROP_IN_LIST = "W1203", "borrowed handles in a list, which cannot be dropped automatically";
    RENAME_UNMATCHED = "W1204", "a new name for an interface that the world does not have";
    BUILT_INS_IN_C = "W1205", "built-ins for async functions or threads, which bindings for C do not have yet";
}
