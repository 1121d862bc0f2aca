//! The folders of the repository, and the programs that tests call.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::{env, fs};

/// The folder of the repository.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("tests is a folder of the repository")
        .to_path_buf()
}

/// A folder under the build folder for what a test writes; it is there, and keeps what earlier runs left, so that
/// nothing is compiled twice.
///
/// # Panics
///
/// If it can't be made.
#[must_use]
pub fn scratch(name: &str) -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root().join("target"), |dir| root().join(dir));
    let folder = target.join("tests").join(name);
    fs::create_dir_all(&folder).expect("the build folder can be written");
    folder
}

/// Writes a file, unless it is there with these contents: what did not change is not compiled again.
///
/// # Panics
///
/// If it can't be written.
pub fn write_if_changed(file: &Path, contents: &[u8]) {
    if fs::read(file).is_ok_and(|old| old == contents) {
        return;
    }
    fs::create_dir_all(file.parent().expect("is in a folder")).expect("can be written");
    fs::write(file, contents).expect("can be written");
}

/// The cargo that runs the tests. Variables that it set for them are none of the business of what it builds now.
#[must_use]
pub fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in env::vars_os() {
        let name_text = name.to_string_lossy();
        if name_text.starts_with("CARGO_PKG_") || name_text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
        .env_remove("CARGO_TARGET_DIR")
        .env_remove("RUSTFLAGS")
        .env("CARGO_TERM_COLOR", "never");
    command
}

/// Runs a program to its end with this on its standard input.
///
/// # Panics
///
/// If it can't be started.
pub fn output(mut command: Command, input: &[u8]) -> Output {
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("starts");
    // An error is ignored: a program that does not read its input may have ended already.
    let _ = child.stdin.take().expect("is piped").write_all(input);
    child.wait_with_output().expect("ends")
}

/// Runs a program to its end and gives what it printed to standard output.
///
/// # Panics
///
/// If it can't be started, or fails; the message has all that it printed.
pub fn run(command: Command) -> String {
    attempt(command).unwrap_or_else(|message| panic!("{message}"))
}

/// Runs a program to its end, as [`run`].
///
/// # Errors
///
/// That it can't be started, or fails; the message has all that it printed.
pub fn attempt(mut command: Command) -> Result<String, String> {
    let output = command
        .output()
        .map_err(|error| format!("cannot start {command:?}: {error}"))?;
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(stdout);
    }
    let stderr = String::from_utf8_lossy(&output.stderr);
    Err(format!(
        "{command:?}: {}\n{stdout}\n{stderr}",
        output.status
    ))
}
