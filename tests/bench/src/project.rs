//! Projects of guests that depend on our bindings or on the peer's, and the tools that build them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

pub(crate) const TARGET: &str = "wasm32-wasip2";
/// The peer, as a dependency, in the one version that figures are compared with.
pub(crate) const PEER: &str = "wit-bindgen = \"=0.63.0\"";

/// Ours, as a dependency.
pub(crate) fn ours() -> String {
    ours_with(&[])
}

/// Ours, with features that it does not have by default.
pub(crate) fn ours_with(features: &[&str]) -> String {
    format!(
        // Under the peer's name, so that both guests have the same source.
        "wit-bindgen = {{ package = \"witc\", path = {:?}, features = {features:?} }}",
        root().join("guest")
    )
}

/// The peer, with features that it does not have by default.
pub(crate) fn peer_with(features: &[&str]) -> String {
    format!("wit-bindgen = {{ version = \"=0.63.0\", features = {features:?} }}")
}

/// The repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Writes a file and the folders that it is in.
///
/// # Errors
///
/// What can't be written.
pub(crate) fn write(folder: &Path, name: &str, text: &str) -> Result<(), String> {
    let file = folder.join(name);
    let parent = file.parent().unwrap_or(folder);
    fs::create_dir_all(parent)
        .and_then(|()| fs::write(&file, text))
        .map_err(|error| format!("{}: {error}", file.display()))
}

/// A cargo that knows nothing of the one that runs this program.
pub(crate) fn cargo(folder: &Path) -> Command {
    let mut command = Command::new("cargo");
    // Its messages are read, not shown.
    command.current_dir(folder).env("CARGO_TERM_COLOR", "never");
    // These would change what is built, or find it built already.
    for variable in ["CARGO_TARGET_DIR", "RUSTFLAGS", "CARGO_BUILD_TARGET"] {
        command.env_remove(variable);
    }
    command
}

/// The output of a command.
///
/// # Errors
///
/// That it can't be run or fails, with what it says.
pub(crate) fn output(command: &mut Command) -> Result<String, String> {
    let output = command
        .output()
        .map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(format!(
        "{command:?}: {}\n{}",
        output.status,
        String::from_utf8_lossy(&output.stderr)
    ))
}
