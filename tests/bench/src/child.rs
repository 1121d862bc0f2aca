//! Work in a process of its own, so that its peak of memory can be read.

use std::ffi::OsString;
use std::process::Command;
use std::time::Instant;

/// The time and memory of a piece of work.
pub(crate) struct Run {
    pub(crate) seconds: f64,
    /// The most memory at any time, in kilobytes; 0 where the system does not say.
    pub(crate) peak: u64,
}

/// Runs this program with other arguments, with which it calls [`report`].
///
/// # Errors
///
/// Its message on standard error, if it fails.
pub(crate) fn run(args: impl IntoIterator<Item: Into<OsString>>) -> Result<Run, String> {
    // A process of its own: the most memory that was ever in use is a figure of the whole process.
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let args: Vec<OsString> = args.into_iter().map(Into::into).collect();
    let output = Command::new(program)
        .args(args)
        .output()
        .map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout);
    let mut figures = text.split_whitespace();
    let seconds = figures.next().and_then(|seconds| seconds.parse().ok());
    let peak = figures.next().and_then(|peak| peak.parse().ok());
    match (seconds, peak) {
        (Some(seconds), Some(peak)) => Ok(Run { seconds, peak }),
        _ => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
    }
}

/// Does a piece of work and prints what it took, for [`run`] to read.
///
/// # Errors
///
/// That of the work.
pub(crate) fn report<T>(work: impl FnOnce() -> Result<T, String>) -> Result<(), String> {
    let start = Instant::now();
    let result = work()?;
    // Before the result is dropped: freeing is no part of what is measured.
    println!("{} {}", start.elapsed().as_secs_f64(), peak());
    drop(result);
    Ok(())
}

/// The most memory that this process had at any time, in kilobytes.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    // The "high-water mark": memory that was freed before this is called counts as well.
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok())
        .unwrap_or_default()
}
