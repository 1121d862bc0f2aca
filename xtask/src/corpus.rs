//! `cargo xtask corpus`: builds the program that tries witc on published packages, and runs it.

use crate::step::{Outcome, step};
use crate::tool::{self, Profile};
use crate::{clang, targets};
use std::process::Command;

const HELP: &str = "\
Downloads published packages that carry WIT, checks it, formats it, generates bindings in all languages with
the main options, compiles them, and prints a table of counts. Needs the network.

Usage: cargo xtask corpus [OPTIONS]

Options:
  --only NAME   Only the package of this name. May be given several times
  -h, --help    This text

tests/corpus/packages.toml lists the packages.
";

/// Builds and runs it, for the packages that `args` chooses.
///
/// # Errors
///
/// An option that there is not, what does not build, or that something failed.
pub(crate) fn run(args: &[&str]) -> Outcome {
    if args.iter().any(|arg| matches!(*arg, "--help" | "-h")) {
        print!("{HELP}");
        return Ok(true);
    }
    let names = names(args).ok_or_else(|| format!("wrong arguments\n\n{HELP}"))?;
    step("Set-up: the wasm target", || {
        targets::ensure(&["wasm32-wasip2"])
    })?;
    step("Set-up: clang for C and C++", clang::ensure)?;
    let program = step("Build the corpus", || {
        tool::build_program("witc-corpus", "witc-corpus", Profile::Dev)
    })?;
    let mut command = Command::new(program);
    command.args(names).current_dir(tool::root());
    step("Published packages", || tool::run(&mut command))?;
    Ok(true)
}

/// The names after `--only`; none if there are other arguments.
fn names<'a>(args: &[&'a str]) -> Option<Vec<&'a str>> {
    args.chunks(2)
        .map(|pair| match pair {
            ["--only", name] => Some(*name),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_takes_names() {
        assert_eq!(names(&[]), Some(Vec::new()));
        assert_eq!(names(&["--only", "a", "--only", "b"]), Some(vec!["a", "b"]));
        assert_eq!(names(&["--only"]), None);
        assert_eq!(names(&["a"]), None);
    }
}
