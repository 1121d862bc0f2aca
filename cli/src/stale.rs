//! `--check`: compares files with what would be written, and shows where they differ.

use crate::failure::Failure;
use crate::output::{self, Output};
use similar::{DiffTag, TextDiff};
use std::fmt::Write as _;
use std::io::ErrorKind;
use std::ops::Range;

/// How many equal lines are shown before and after a difference.
const CONTEXT: usize = 2;
/// How many differing lines of either side are shown for one difference.
const LINES: usize = 10;
/// How many differences are shown for a file.
const DIFFERENCES: usize = 3;

/// Compares files with what would be written, and describes each one that is missing or differs.
///
/// # Errors
///
/// A file that exists but cannot be read.
pub(crate) fn compare(files: &[Output]) -> Result<Vec<String>, Failure> {
    let mut stale = Vec::new();
    for Output { path, contents } in files {
        match output::contents(path) {
            Ok(there) if there == *contents => {}
            Ok(there) => {
                let shown = match (text(&there), text(contents)) {
                    (Some(old), Some(new)) => format!("\n{}", difference(old, new)),
                    // Nobody reads the bytes of an object file.
                    (_, _) => " (binary)\n".to_owned(),
                };
                stale.push(format!("`{}` is stale{shown}", path.display()));
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                stale.push(format!("`{}` is missing\n", path.display()));
            }
            Err(error) => return Err(Failure::io("read", path, &error)),
        }
    }
    Ok(stale)
}

/// What a file contains, if that is text.
fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes)
        .ok()
        .filter(|text| !text.contains('\0'))
}

/// The first differences of two texts: the lines of `old` with `-`, those of `new` with `+`.
pub(crate) fn difference(old: &str, new: &str) -> String {
    // Line breaks are part of the lines: they may be all that differs.
    let diff = TextDiff::from_lines(old, new);
    let changes = diff.ops().iter().filter(|op| op.tag() != DiffTag::Equal);
    let hunks: Vec<(Range<usize>, Range<usize>)> =
        changes.map(|op| (op.old_range(), op.new_range())).collect();
    let old: Vec<&str> = diff.iter_old_slices().collect();
    let new: Vec<&str> = diff.iter_new_slices().collect();
    let mut out = String::new();
    for (removed, added) in hunks.iter().take(DIFFERENCES) {
        let _ = writeln!(out, "  at line {}:", removed.start + 1);
        for line in &old[removed.start.saturating_sub(CONTEXT)..removed.start] {
            let _ = writeln!(out, "    {}", line.trim_end());
        }
        show(&mut out, '-', &old[removed.clone()], &new[added.clone()]);
        show(&mut out, '+', &new[added.clone()], &old[removed.clone()]);
        for line in old[removed.end..].iter().take(CONTEXT) {
            let _ = writeln!(out, "    {}", line.trim_end());
        }
    }
    if hunks.len() > DIFFERENCES {
        let _ = writeln!(out, "  and {} more differences", hunks.len() - DIFFERENCES);
    }
    out
}

/// Shows the first lines of one side.
fn show(out: &mut String, sign: char, lines: &[&str], other: &[&str]) {
    for (line, index) in lines.iter().zip(0..LINES) {
        let text = line.trim_end_matches('\n');
        // The two lines look the same: escapes show what differs, such as a line break.
        let looks_equal = other
            .get(index)
            .is_some_and(|other| other.trim_end() == line.trim_end());
        let _ = if looks_equal {
            writeln!(out, "  {sign} {line:?}")
        } else {
            writeln!(out, "  {sign} {text}")
        };
    }
    if lines.len() > LINES {
        let _ = writeln!(out, "  {sign} … {} more lines", lines.len() - LINES);
    }
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn the_changed_lines_are_shown_with_their_surroundings() {
        let shown = difference("a\nb\nc\nd\ne\nf\n", "a\nb\nc\nX\nY\ne\nf\n");
        assert_eq!(
            shown,
            "  at line 4:\n    b\n    c\n  - d\n  + X\n  + Y\n    e\n    f\n"
        );
    }

    #[test]
    fn each_difference_is_shown_alone_up_to_a_few() {
        let old: String = (0..60).map(|line| format!("{line}\n")).collect();
        let new = old.replace("5\n", "x\n");
        let shown = difference(&old, &new);
        assert!(
            shown.starts_with(
                "  at line 6:\n    3\n    4\n  - 5\n  + x\n    6\n    7\n  at line 16:\n"
            ),
            "{shown}"
        );
        assert!(shown.ends_with("  and 3 more differences\n"), "{shown}");
    }

    #[test]
    fn texts_with_nothing_in_common_are_compared() {
        let old: String = (0..5000).map(|line| format!("{line}\n")).collect();
        let new: String = (0..5000).map(|line| format!("-{line}\n")).collect();
        assert!(difference(&old, &new).contains("… 4990 more lines"));
    }

    #[test]
    fn long_differences_are_cut() {
        let new: String = (0..30).map(|line| format!("{line}\n")).collect();
        let shown = difference("", &new);
        assert!(shown.contains("  + 9\n  + … 20 more lines\n"), "{shown}");
    }

    #[test]
    fn differing_line_breaks_are_visible() {
        let shown = difference("a\r\nb\n", "a\nb\n");
        assert_eq!(
            shown,
            "  at line 1:\n  - \"a\\r\\n\"\n  + \"a\\n\"\n    b\n"
        );
        assert_eq!(
            difference("a", "a\n"),
            "  at line 1:\n  - \"a\"\n  + \"a\\n\"\n"
        );
    }
}
