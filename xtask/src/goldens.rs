//! `cargo xtask goldens`: writes what the back ends write for `fixtures/goldens` anew, and shows what changed.

use crate::step::Outcome;
use crate::tool;
use std::process::Command;

/// Writes the goldens, and compiles them.
///
/// # Errors
///
/// What could not be started.
pub(crate) fn run() -> Outcome {
    let goldens = |filter| tool::cargo(["test", "--package", "witc-goldens", filter]);
    let mut write = goldens("as_written");
    write.env("UPDATE", "1");
    if !tool::watch(write, |_| ())? {
        return Ok(false);
    }
    let mut changes = Command::new("git");
    changes.args([
        "status",
        "--short",
        // A golden that is new is a change as well, and git would show its folder alone.
        "--untracked-files=all",
        "fixtures/goldens",
    ]);
    changes.current_dir(tool::root());
    tool::run(&mut changes)?;
    // After the writing, not beside it: what is compiled are the files.
    tool::watch(goldens("compile"), |_| ())
}
