//! `--depfile`: the files that were read and written, in the syntax of Make, which Ninja and Bazel read as well.

use crate::failure::Failure;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The rule `outputs: inputs`, and an empty rule for each input, so that Make does not stop if an input is deleted.
///
/// # Errors
///
/// A path has characters that no rule can have.
pub(crate) fn rule(outputs: &[PathBuf], inputs: &[PathBuf]) -> Result<String, Failure> {
    let escaped = |paths: &[PathBuf]| -> Result<Vec<String>, Failure> {
        paths.iter().map(|path| escape(path)).collect()
    };
    let (outputs, inputs) = (escaped(outputs)?, escaped(inputs)?);
    let mut out = outputs.join(" ");
    out.push(':');
    for input in &inputs {
        let _ = write!(out, " \\\n  {input}");
    }
    out.push('\n');
    for input in &inputs {
        let _ = writeln!(out, "{input}:");
    }
    Ok(out)
}

/// A path with escapes for the characters that have a meaning in Make.
fn escape(path: &Path) -> Result<String, Failure> {
    let cannot = |what: &str| {
        let message = format!("cannot write {path:?} to a depfile: its name {what}");
        Failure::new(message).help("give it another name, or leave out `--depfile`")
    };
    // Ninja reads UTF-8.
    let name = path.to_str().ok_or_else(|| cannot("is not UTF-8"))?;
    let mut out = String::new();
    let mut backslashes = 0;
    for char in name.chars() {
        match char {
            // Make has no quotes: a space ends a name and `#` starts a comment. The backslashes before one would escape
            // each other.
            ' ' | '#' => {
                out.extend(std::iter::repeat_n('\\', backslashes + 1));
                out.push(char);
            }
            '$' => out.push_str("$$"),
            // A rule ends with its line, and nothing escapes that; Ninja knows no other control character either.
            _ if char.is_control() => {
                return Err(cannot("has a line break or another control character"));
            }
            other => out.push(other),
        }
        backslashes = if char == '\\' { backslashes + 1 } else { 0 };
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::rule;

    #[test]
    fn a_rule_names_all_that_was_written_and_read() {
        let text = rule(
            &["out/a b.rs".into(), "out/b.rs".into()],
            &["wit/$x.wit".into(), "wit/deps".into()],
        )
        .expect("can be written");
        let expected =
            "out/a\\ b.rs out/b.rs: \\\n  wit/$$x.wit \\\n  wit/deps\nwit/$$x.wit:\nwit/deps:\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn backslashes_before_a_space_do_not_escape_each_other() {
        let text = rule(&["a\\b\\ c".into()], &[]).expect("can be written");
        assert_eq!(text, "a\\b\\\\\\ c:\n");
    }

    #[test]
    fn names_that_no_rule_can_have_are_errors() {
        for name in ["a\nb", "a\rb", "a\tb"] {
            for (outputs, inputs) in [(vec![name.into()], vec![]), (vec![], vec![name.into()])] {
                let failure = rule(&outputs, &inputs).expect_err("no rule can have it");
                assert!(failure.to_string().contains("control"), "{failure}");
            }
        }
    }
}
