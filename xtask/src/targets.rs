//! The wasm targets of rustc: which are there, and adding those that are missing.

use crate::tool;
use std::process::Command;

/// The targets that guests are built for.
pub(crate) const GUESTS: &[&str] = &["wasm32-wasip2", "wasm32-wasip1", "wasm32-unknown-unknown"];

/// Sees to it that the standard library for these targets is installed.
///
/// # Errors
///
/// What is missing and can't be added, and how to get it.
pub(crate) fn ensure(targets: &[&str]) -> Result<(), String> {
    let missing: Vec<&str> = targets
        .iter()
        .copied()
        .filter(|target| !installed(target))
        .collect();
    if missing.is_empty() {
        println!("   {}: installed", targets.join(", "));
        return Ok(());
    }
    // Only rustup can add a target; other installations are told what is missing.
    let mut add = Command::new("rustup");
    add.args(["target", "add"])
        .args(&missing)
        .current_dir(tool::root());
    println!(
        "   {}: missing, adding with `{}`",
        missing.join(", "),
        tool::show(&add)
    );
    tool::run(&mut add).map_err(|error| {
        format!(
            "{error}\n  rustc has no standard library for {}: without rustup, install it the way that rustc was \
             installed (most distributions have a package for it)",
            missing.join(", ")
        )
    })
}

/// Whether rustc has the target's standard library: asked of rustc itself, which need not have come with rustup.
fn installed(target: &str) -> bool {
    let mut rustc = Command::new("rustc");
    rustc
        .args(["--print", "target-libdir", "--target", target])
        .current_dir(tool::root());
    tool::output(rustc).is_ok_and(|folder| std::path::Path::new(folder.trim()).is_dir())
}
