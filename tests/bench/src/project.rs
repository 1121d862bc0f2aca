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

/// A copy of files of guests of the repository, whose manifest is that of the fixture with this dependency.
///
/// # Errors
///
/// What can't be read or written.
pub(crate) fn copy(
    fixture: &str,
    files: &[&str],
    folder: &Path,
    dependency: &str,
) -> Result<PathBuf, String> {
    let fixture = root().join("fixtures/guests").join(fixture);
    let read = |name: &str| {
        fs::read_to_string(fixture.join(name)).map_err(|error| format!("{name}: {error}"))
    };
    let manifest: String = read("Cargo.toml")?
        .lines()
        .map(|line| {
            // The dependency is the only line in which the two projects differ.
            if line.starts_with("wit-bindgen") {
                dependency
            } else {
                line
            }
        })
        .flat_map(|line| [line, "\n"])
        .collect();
    write(folder, "Cargo.toml", &manifest)?;
    for name in files {
        write(folder, name, &read(name)?)?;
    }
    Ok(folder.to_owned())
}

/// Builds a guest of a project: a crate of this name, with these options.
///
/// # Errors
///
/// That it does not build.
pub(crate) fn guest(project: &Path, name: &str, options: &[&str]) -> Result<Vec<u8>, String> {
    let mut build = cargo(project);
    build.args(["build", "--quiet", "--target", TARGET, "--package", name]);
    build.args(options);
    output(&mut build)?;
    let file = format!("target/{TARGET}/debug/{}.wasm", name.replace('-', "_"));
    read(&project.join(file))
}

/// The bytes of a file.
///
/// # Errors
///
/// That it can't be read.
pub(crate) fn read(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
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
