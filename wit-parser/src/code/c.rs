//! Codes of the C and C++ generators: 12xx.

codes! {
    ASYNC_IN_C = 1201 "W1201", "an async function, which bindings for C and C++ do not support yet";
    STREAM_IN_C = 1202 "W1202", "a stream or future, which bindings for C and C++ do not support yet";
    AUTODROP_IN_LIST = 1203 "W1203", "borrowed handles in a list, which cannot be dropped automatically";
    RENAME_UNMATCHED = 1204 "W1204", "a new name for an interface that the world does not have";
    BUILT_INS_IN_C = 1205 "W1205", "built-ins for async functions or threads, which bindings for C do not have yet";
}
