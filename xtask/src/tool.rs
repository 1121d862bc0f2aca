//! The programs that tasks call: cargo of this toolchain, and what the workspace itself builds.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, thread};

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask is a folder of the workspace")
        .to_path_buf()
}

/// The folder that cargo builds into.
pub(crate) fn target_dir() -> PathBuf {
    // A relative path is meant from the workspace, where cargo is started.
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The cargo that runs this task, in the folder of the workspace.
pub(crate) fn cargo<A: AsRef<OsStr>>(args: impl IntoIterator<Item = A>) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(args).current_dir(root());
    command
}

/// Runs this program again, built with the feature of a task, for the task.
///
/// # Errors
///
/// That it failed; it has said why.
#[cfg(not(feature = "grammar"))]
pub(crate) fn with_feature(task: &str) -> Result<(), String> {
    run(&mut cargo([
        "run",
        "--quiet",
        "--package",
        "xtask",
        "--features",
        task,
        "--",
        task,
    ]))
}

/// Whether a program can be started: whether it answers to `--version`.
pub(crate) fn answers(mut command: Command) -> bool {
    let quiet = command
        .arg("--version")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// Runs a command to its end with its output passed through.
///
/// # Errors
///
/// What could not be started, or what ended with an error.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    let name = show(command);
    let status = command
        .status()
        .map_err(|error| format!("cannot start `{name}`: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{name}` failed ({status})"))
    }
}

/// Runs a command to its end, passes its output through line by line, and hands each line to `see`. Gives whether
/// the command ended well.
///
/// # Errors
///
/// What could not be started.
pub(crate) fn watch(mut command: Command, see: impl Fn(&str) + Sync) -> Result<bool, String> {
    let name = show(&command);
    // Colours would get in the way of reading.
    let plain = command
        .env("CARGO_TERM_COLOR", "never")
        .env("NO_COLOR", "1");
    let piped = plain
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = piped
        .spawn()
        .map_err(|error| format!("cannot start `{name}`: {error}"))?;
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        scope.spawn(|| each_line(stdout, &see));
        // Both at once: a pipe that nobody reads fills up, and the program would wait for ever.
        scope.spawn(|| each_line(stderr, &see));
    });
    let status = child.wait().map_err(|error| format!("`{name}`: {error}"))?;
    Ok(status.success())
}

fn each_line(pipe: Option<impl std::io::Read>, see: &(impl Fn(&str) + Sync)) {
    let mut lines = BufReader::new(pipe.expect("the output is piped"));
    let mut line = Vec::new();
    while matches!(lines.read_until(b'\n', &mut line), Ok(1..)) {
        // What a program prints need not be UTF-8, and a line that is not must not end the run.
        let text = String::from_utf8_lossy(&line);
        println!("   {}", text.trim_end());
        see(text.trim_end());
        line.clear();
    }
}

/// The output of a command, whose messages pass through.
///
/// # Errors
///
/// What could not be started, or what ended with an error.
pub(crate) fn output(mut command: Command) -> Result<String, String> {
    let name = show(&command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cannot start `{name}`: {error}"))?;
    if !output.status.success() {
        return Err(format!("`{name}` failed ({})", output.status));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Builds a program of the workspace and gives its path.
///
/// # Errors
///
/// That it does not build.
pub(crate) fn build_program(
    package: &str,
    program: &str,
    profile: Profile,
) -> Result<PathBuf, String> {
    let (flags, folder): (&[&str], _) = match profile {
        Profile::Dev => (&[], "debug"),
        Profile::Release => (&["--release"], "release"),
    };
    run(&mut cargo(
        // By cargo each time: it knows whether the program is up to date.
        ["build", "--package", package, "--bin", program]
            .iter()
            .chain(flags),
    ))?;
    Ok(target_dir()
        .join(folder)
        .join(format!("{program}{}", env::consts::EXE_SUFFIX)))
}

/// How a program is built.
#[derive(Clone, Copy)]
pub(crate) enum Profile {
    /// Quickly.
    Dev,
    /// To be measured.
    Release,
}

/// A command as one would type it.
pub(crate) fn show(command: &Command) -> String {
    let words = [command.get_program()]
        .into_iter()
        .chain(command.get_args());
    let words = words.map(|word| match Path::new(word).strip_prefix(root()) {
        Ok(inside) if !inside.as_os_str().is_empty() => inside.display().to_string(),
        _ => word.to_string_lossy().into_owned(),
    });
    let mut words: Vec<String> = words.collect();
    // A reader would type `cargo`, not where it is installed.
    if let Some(name) = Path::new(&words[0]).file_name() {
        words[0] = name.to_string_lossy().into_owned();
    }
    words.join(" ")
}
