//! The numbers that the canonical ABI fixes.

/// How many flat values a call may take before its parameters are passed in memory; likewise the flat values of
/// the result that an async export hands to `task.return`.
pub const MAX_FLAT_PARAMS: usize = 16;

/// How many flat values a call may give back before its result is passed in memory.
pub const MAX_FLAT_RESULTS: usize = 1;

/// How many flat values an async lowered import may take before its parameters are passed in memory.
pub const MAX_FLAT_ASYNC_PARAMS: usize = 4;

/// The size in bytes, with 64-bit pointers, that every value type stays below (`CanonicalABI.md`, "Element Size").
pub const MAX_VALUE_BYTES: u32 = 1 << 28;
