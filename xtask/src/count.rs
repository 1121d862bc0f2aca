//! Counting tests: reads the summaries of libtest and of nextest off their output.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// How many passed and how many failed.
#[derive(Default)]
pub(crate) struct Counts {
    passed: AtomicUsize,
    failed: AtomicUsize,
}

impl Counts {
    /// Adds what a line of output says, if it is a summary.
    pub(crate) fn read(&self, line: &str) {
        if let Some((passed, failed)) = summary(line) {
            self.passed.fetch_add(passed, Relaxed);
            self.failed.fetch_add(failed, Relaxed);
        }
    }

    /// Counts something that passed or failed as a whole.
    pub(crate) fn one(&self, passed: bool) {
        let counter = if passed { &self.passed } else { &self.failed };
        counter.fetch_add(1, Relaxed);
    }

    /// How many passed.
    pub(crate) fn passed(&self) -> usize {
        self.passed.load(Relaxed)
    }

    /// How many failed.
    pub(crate) fn failed(&self) -> usize {
        self.failed.load(Relaxed)
    }
}

/// The tests that passed and failed according to a summary line:
/// `test result: ok. 3 passed; 0 failed; …` of libtest, `Summary [ 0.1s] 4 tests run: 3 passed, 1 failed, …` of nextest.
fn summary(line: &str) -> Option<(usize, usize)> {
    let line = line.trim_start();
    let figures = if let Some(rest) = line.strip_prefix("test result: ") {
        rest.split_once(". ")?.1
    } else {
        line.strip_prefix("Summary [")
            .and_then(|rest| rest.split_once("run: "))?
            .1
    };
    // nextest adds remarks, `3 passed (1 slow)`, and tells apart how a test failed: `1 exec failed`, `1 timed out`.
    let (mut passed, mut failed) = (0, 0);
    for part in figures.split([',', ';']) {
        let Some((number, what)) = part.trim().split_once(' ') else {
            continue;
        };
        let Ok(number) = number.parse::<usize>() else {
            continue;
        };
        if what.starts_with("passed") {
            passed += number;
        // Skipped and ignored tests are neither.
        } else if what.contains("failed") || what.contains("timed out") {
            failed += number;
        }
    }
    Some((passed, failed))
}

#[cfg(test)]
mod tests {
    use super::summary;

    #[test]
    fn summaries_are_read() {
        let libtest = "test result: FAILED. 3 passed; 1 failed; 2 ignored; 0 measured; 7 filtered out; finished in 0.00s";
        assert_eq!(summary(libtest), Some((3, 1)));
        let nextest = "     Summary [   1.234s] 9 tests run: 5 passed (2 slow), 1 failed, 2 exec failed, 1 timed out, 3 skipped";
        assert_eq!(summary(nextest), Some((5, 4)));
        assert_eq!(
            summary("     Summary [   0.1s] 5 tests run: 5 passed, 0 skipped"),
            Some((5, 0))
        );
        let cut_short = "     Summary [   0.1s] 2/5 tests run: 1 passed, 1 failed, 0 skipped";
        assert_eq!(summary(cut_short), Some((1, 1)));
    }

    #[test]
    fn other_lines_are_not() {
        assert_eq!(summary("test tests::summaries_are_read ... ok"), None);
        assert_eq!(summary("Summary of what was done: 3 passed"), None);
    }
}
