//! Which versions of Rust have a linker for asynchronous functions.

#[allow(dead_code)] // The build script alone asks rustc.
#[path = "../build/linker.rs"]
mod linker;

#[test]
fn versions_are_compared() {
    let old = |version: &str| linker::is_before(version);
    assert!(old("rustc 1.88.0 (6b00bc388 2025-06-23)"));
    assert!(old("rustc 1.93.1 (01f6ddf75 2026-02-11)"));
    assert!(!old("rustc 1.94.0 (4a4ef493e 2026-03-02)"));
    assert!(!old("rustc 1.101.0-nightly (59807616e 2026-10-14)"));
    assert!(!old("rustc 2.0.0"));
    assert!(!old("something else"));
}
