//! `cargo xtask bench`: builds the program that measures witc against its peers, and runs it.

use crate::step::{Outcome, step};
use crate::tool::{self, Profile};
use std::process::Command;

/// Builds and runs the benchmarks; `args` chooses among them.
///
/// # Errors
///
/// What does not build or run.
pub(crate) fn run(args: &[&str]) -> Outcome {
    let bench = step("Build the benchmarks and the peers, optimized", || {
        tool::build_program("witc-bench", "witc-bench", Profile::Release)
    })?;
    let mut command = Command::new(bench);
    command.args(args).current_dir(tool::root());
    step("Measure", || tool::run(&mut command))?;
    Ok(true)
}
