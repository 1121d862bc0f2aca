//! Codes of the generators: 10xx for their options, 11xx for Rust.

codes! {
    MISSING_WITH = 1001 "W1001", "an import that is neither generated nor found elsewhere";
    UNUSED_WITH = 1002 "W1002", "`with` names what the world does not have";
    UNUSED_SELECTOR = 1003 "W1003", "an attribute for what the world does not have";
    UNUSED_FILTER = 1004 "W1004", "a filter that fits no function";
    BAD_OPTION = 1005 "W1005", "a value that an option cannot have";
    RUST_ASYNC = 1101 "W1101", "an async function in Rust bindings";
    STREAM_IN_RUST = 1102 "W1102", "a stream, future or error context in Rust bindings";
}
