//! Tests that cross the crates of witc
