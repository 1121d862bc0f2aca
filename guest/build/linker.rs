//! Whether the linker of `wasm32-wasip2` knows asynchronous functions: rustc brings it along, and calls it for each component.

use std::env;
use std::process::Command;

/// The first version of Rust (1.x) whose linker does: it contains wasm-component-ld 0.5.20.
const FIRST: u32 = 94;

/// Whether components are linked with a linker that is too old. Nothing is said against another one that was chosen.
pub(crate) fn is_old() -> bool {
    let set = |name| env::var(name).unwrap_or_default();
    let chosen =
        !set("RUSTC_LINKER").is_empty() || set("CARGO_ENCODED_RUSTFLAGS").contains("linker=");
    set("CARGO_CFG_TARGET_ENV") == "p2" && !chosen && rustc().is_some_and(|text| is_before(&text))
}

/// What rustc says of its version.
fn rustc() -> Option<String> {
    let output = Command::new(env::var_os("RUSTC")?)
        .arg("-V")
        .output()
        .ok()?;
    String::from_utf8(output.stdout).ok()
}

/// Whether this is a version of rustc before the first that can be used.
pub(crate) fn is_before(version: &str) -> bool {
    let minor = version
        .strip_prefix("rustc 1.")
        .and_then(|rest| rest.split('.').next());
    minor
        .and_then(|minor| minor.parse().ok())
        .is_some_and(|minor: u32| minor < FIRST)
}
