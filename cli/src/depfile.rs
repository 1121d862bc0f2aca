//! `--depfile`: the files that were read and written, in the syntax of Make, which Ninja and Bazel read as well.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The rule `outputs: inputs`, and an empty rule for each input, so that Make does not stop if an input is deleted.
pub(crate) fn rule(outputs: &[PathBuf], inputs: &[PathBuf]) -> String {
    let mut out = String::new();
    for (index, output) in outputs.iter().enumerate() {
        let _ = write!(
            out,
            "{}{}",
            if index == 0 { "" } else { " " },
            escape(output)
        );
    }
    out.push(':');
    for input in inputs {
        let _ = write!(out, " \\\n  {}", escape(input));
    }
    out.push('\n');
    for input in inputs {
        let _ = writeln!(out, "{}:", escape(input));
    }
    out
}

/// A path with escapes for the characters that have a meaning in Make.
fn escape(path: &Path) -> String {
    let mut out = String::new();
    // A path that is not Unicode cannot be in a depfile for Ninja, which reads UTF-8.
    for char in path.to_string_lossy().chars() {
        match char {
            // Make has no quotes: a space ends a name and `#` starts a comment.
            ' ' | '#' => out.extend(['\\', char]),
            '$' => out.push_str("$$"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::rule;

    #[test]
    fn a_rule_names_all_that_was_written_and_read() {
        let text = rule(
            &["out/a b.rs".into(), "out/b.rs".into()],
            &["wit/$x.wit".into(), "wit/deps".into()],
        );
        let expected =
            "out/a\\ b.rs out/b.rs: \\\n  wit/$$x.wit \\\n  wit/deps\nwit/$$x.wit:\nwit/deps:\n";
        assert_eq!(text, expected);
    }
}
