//! Expected files: what is checked in is what has to come out.

use std::path::Path;
use std::{env, fs};

/// Whether expected files are written instead of compared.
#[must_use]
pub fn updating() -> bool {
    env::var_os("UPDATE").is_some_and(|value| value != "0")
}

/// Compares a text with a checked-in file; with `UPDATE=1` in the environment the file is written instead.
///
/// # Panics
///
/// If they differ, with the first line that does.
pub fn assert_golden(file: &Path, actual: &str) {
    compare_golden(file, actual).unwrap_or_else(|difference| panic!("{difference}"));
}

/// Compares a text with a checked-in file, as [`assert_golden`].
///
/// # Errors
///
/// If they differ, the first line that does.
pub fn compare_golden(file: &Path, actual: &str) -> Result<(), String> {
    let name = file.display();
    if updating() {
        return fs::write(file, actual).map_err(|error| format!("{name}: {error}"));
    }
    let expected = fs::read_to_string(file).map_err(|error| {
        format!(
            "{name}: {error}\nrun again with UPDATE=1, and read what it wrote before you commit it"
        )
    })?;
    // On a checkout that made them so, line breaks are CR LF.
    let expected = expected.replace("\r\n", "\n");
    if expected == actual {
        return Ok(());
    }
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (expected, actual) = (lines(&expected), lines(actual));
    // Only the first: after a line that is missing, all that follow differ.
    let line = expected
        .iter()
        .zip(&actual)
        .take_while(|(expected, actual)| expected == actual)
        .count();
    let at = |lines: &[String]| {
        lines
            .get(line)
            .cloned()
            .unwrap_or_else(|| "(the end)".to_owned())
    };
    Err(format!(
        "{name} is not what came out, from line {} on:\n- {}\n+ {}\nif that is right: UPDATE=1, then read the difference",
        line + 1,
        at(&expected),
        at(&actual)
    ))
}
