//! `cargo xtask round-trips`: builds the program that passes random values through random worlds, and runs it.

use crate::step::{Outcome, step};
use crate::tool::{self, Profile};
use crate::{clang, targets};
use std::process::Command;

const HELP: &str = include_str!("../../tests/round-trips/help.txt");

/// Builds and runs it; `args` says how many worlds there are, and which.
///
/// # Errors
///
/// What does not build, or that a world failed.
pub(crate) fn run(args: &[&str]) -> Outcome {
    if args.iter().any(|arg| matches!(*arg, "--help" | "-h")) {
        print!("{HELP}");
        return Ok(true);
    }
    step("Set-up: the wasm targets", || {
        targets::ensure(targets::GUESTS)
    })?;
    step("Set-up: clang for C and C++ guests", clang::ensure)?;
    let program = step("Build the round trips", || {
        tool::build_program("witc-round-trips", "witc-round-trips", Profile::Dev)
    })?;
    let mut command = Command::new(program);
    command.args(args).current_dir(tool::root());
    step("Random worlds", || tool::run(&mut command))?;
    Ok(true)
}
