//! Expected files: what is checked in is what has to come out.

use std::path::Path;
use std::{env, fs};

/// Compares a text with a checked-in file; with `UPDATE=1` in the environment the file is written instead.
///
/// # Panics
///
/// If they differ, with the first line that does.
pub fn assert_golden(file: &Path, actual: &str) {
    if env::var_os("UPDATE").is_some_and(|value| value != "0") {
        fs::write(file, actual).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        return;
    }
    let name = file.display();
    let expected = fs::read_to_string(file).unwrap_or_else(|error| {
        panic!(
            "{name}: {error}\nrun again with UPDATE=1, and read what it wrote before you commit it"
        )
    });
    // On a checkout that made them so, line breaks are CR LF.
    let expected = expected.replace("\r\n", "\n");
    if expected == actual {
        return;
    }
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (expected, actual) = (lines(&expected), lines(actual));
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
    panic!(
        "{name} is not what came out, from line {} on:\n- {}\n+ {}\nif that is right: UPDATE=1, then read the difference",
        line + 1,
        at(&expected),
        at(&actual)
    );
}
