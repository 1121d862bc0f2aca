//! `--check`: comparing files with what would be written, and showing where they differ.

use crate::failure::Failure;
use crate::output::Output;
use std::fmt::Write as _;
use std::fs;
use std::io::ErrorKind;
use std::ops::Range;

/// How many lines before and behind a difference are shown.
const CONTEXT: usize = 2;
/// How many differing lines of either side are shown for one difference.
const LINES: usize = 10;
/// How many differences are shown for a file.
const DIFFERENCES: usize = 3;
/// How far apart, in lines of both sides together, equal lines are found again behind a difference.
const REACH: usize = 400;

/// What is wrong with the files: a text for each that is missing or differs from what would be written.
///
/// # Errors
///
/// A file that is there but can't be read.
pub(crate) fn compare(files: &[Output]) -> Result<Vec<String>, Failure> {
    let mut stale = Vec::new();
    for Output { path, contents } in files {
        match fs::read(path) {
            Ok(there) if there == *contents => {}
            Ok(there) => {
                let (old, new) = (
                    String::from_utf8_lossy(&there),
                    String::from_utf8_lossy(contents),
                );
                stale.push(format!(
                    "`{}` is stale\n{}",
                    path.display(),
                    difference(&old, &new)
                ));
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                stale.push(format!("`{}` is missing\n", path.display()));
            }
            Err(error) => return Err(Failure::io("read", path, &error)),
        }
    }
    Ok(stale)
}

/// The first differences of two texts: the lines of `old` with `-`, those of `new` with `+`.
pub(crate) fn difference(old: &str, new: &str) -> String {
    // Line breaks are kept: they may be all that differs.
    let (old, new): (Vec<&str>, Vec<&str>) = (
        old.split_inclusive('\n').collect(),
        new.split_inclusive('\n').collect(),
    );
    let hunks = hunks(&old, &new);
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

/// Shows the lines of one side, without those that are too many.
fn show(out: &mut String, sign: char, lines: &[&str], other: &[&str]) {
    for (line, index) in lines.iter().zip(0..LINES) {
        let text = line.trim_end_matches('\n');
        // Of lines that look alike the invisible is shown.
        let alike = other
            .get(index)
            .is_some_and(|other| other.trim_end() == line.trim_end());
        let _ = if alike {
            writeln!(out, "  {sign} {line:?}")
        } else {
            writeln!(out, "  {sign} {text}")
        };
    }
    if lines.len() > LINES {
        let _ = writeln!(out, "  {sign} … {} more lines", lines.len() - LINES);
    }
}

/// The differences: lines of `old`, and the lines of `new` in their place. Not always the fewest, but quickly found.
fn hunks(old: &[&str], new: &[&str]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut hunks = Vec::new();
    let (mut i, mut j) = (0, 0);
    loop {
        while i < old.len() && j < new.len() && old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
        }
        if i == old.len() && j == new.len() {
            return hunks;
        }
        let steps = (1..=REACH).flat_map(|both| (0..=both).map(move |a| (i + a, j + both - a)));
        let (next_i, next_j) = steps
            .into_iter()
            .find(|&(i, j)| meet(old, new, i, j))
            .unwrap_or((old.len(), new.len()));
        hunks.push((i..next_i, j..next_j));
        (i, j) = (next_i, next_j);
    }
}

/// Whether the texts go on alike from these lines: for two lines, since one alone is often a mere `}`.
fn meet(old: &[&str], new: &[&str], i: usize, j: usize) -> bool {
    match (old.get(i..), new.get(j..)) {
        (Some([]), Some([])) => true,
        (Some([a, b, ..]), Some([c, d, ..])) => a == c && b == d,
        (Some([a]), Some([b])) => a == b,
        _ => false,
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
