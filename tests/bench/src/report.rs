//! The results of rows: figures, each ours against theirs, with the goal that it is held to.

use crate::ratio::Comparison;
use std::fmt;

/// The figures of one row.
#[derive(Debug)]
pub(crate) struct Table {
    /// The name by which the row is asked for, and its chart.
    pub(crate) name: &'static str,
    /// The heading.
    pub(crate) title: &'static str,
    /// How it was measured, in a paragraph.
    pub(crate) method: String,
    pub(crate) figures: Vec<Figure>,
}

/// The unit of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// In seconds.
    Time,
    /// In seconds for a megabyte.
    TimePerMegabyte,
    /// The most at any time, in bytes.
    Memory,
    /// Of a file or of code, in bytes.
    Size,
    /// Instructions, as wasmtime counts them.
    Fuel,
    Crates,
    /// Of built-in functions.
    Calls,
    Allocations,
}

/// One thing that was measured on both sides.
#[derive(Debug)]
pub(crate) struct Figure {
    /// The name, as `16.6 MB, one thread`.
    pub(crate) what: String,
    pub(crate) unit: Unit,
    pub(crate) ours: f64,
    pub(crate) theirs: f64,
    /// The least and the greatest ratio of a round, and the number of rounds; nothing for what never varies.
    pub(crate) spread: Option<(f64, f64, usize)>,
    /// The most that ours may be of theirs.
    pub(crate) goal: Option<f64>,
}

impl Figure {
    /// A figure that is counted once, because it is the same every time.
    pub(crate) fn counted(what: impl Into<String>, unit: Unit, ours: f64, theirs: f64) -> Self {
        Self {
            what: what.into(),
            unit,
            ours,
            theirs,
            spread: None,
            goal: None,
        }
    }

    /// The time of two pieces of work.
    pub(crate) fn timed(what: impl Into<String>, comparison: &Comparison) -> Self {
        Self::measured(what, Unit::Time, comparison)
    }

    /// A figure that was measured in several rounds.
    pub(crate) fn measured(what: impl Into<String>, unit: Unit, comparison: &Comparison) -> Self {
        let (ours, theirs) = comparison.medians();
        Self {
            what: what.into(),
            unit,
            ours,
            theirs,
            spread: Some(comparison.spread()),
            goal: None,
        }
    }

    /// Is held to at most this part of theirs.
    pub(crate) fn at_most(self, goal: f64) -> Self {
        Self {
            goal: Some(goal),
            ..self
        }
    }

    /// Is held to being this many times as fast.
    pub(crate) fn times_as_fast(self, times: f64) -> Self {
        self.at_most(1.0 / times)
    }

    /// Ours as a part of theirs.
    pub(crate) fn ratio(&self) -> f64 {
        // Nothing against nothing is as good, and no number.
        if self.ours == self.theirs {
            return 1.0;
        }
        self.ours / self.theirs
    }

    /// Whether it reaches its goal; nothing if it has none.
    pub(crate) fn is_met(&self) -> Option<bool> {
        self.goal.map(|goal| self.ratio() <= goal)
    }

    /// A ratio in words: times are told by how many times as fast we are, the rest as a part.
    pub(crate) fn in_words(&self, ratio: f64) -> String {
        match self.unit {
            Unit::Time => format!("{:.2} times as fast", 1.0 / ratio),
            // Three digits: counts and sizes repeat from run to run, as times do not.
            _ => format!("{ratio:.3} times as much"),
        }
    }

    /// A ratio as a number, in the sense of [`Self::in_words`].
    pub(crate) fn number(&self, ratio: f64) -> String {
        match self.unit {
            Unit::Time => format!("{:.2}", 1.0 / ratio),
            _ => format!("{ratio:.3}"),
        }
    }

    /// The least and the greatest of the rounds, in the sense of [`Self::in_words`], and how many there were.
    pub(crate) fn spread_text(&self) -> Option<String> {
        let (least, greatest, rounds) = self.spread?;
        // Times are told the other way round: the least ratio is the most times as fast.
        let (from, to) = if self.unit == Unit::Time {
            (greatest, least)
        } else {
            (least, greatest)
        };
        Some(format!(
            "{} to {} in {rounds} rounds",
            self.number(from),
            self.number(to)
        ))
    }
}

impl Unit {
    /// A figure with its unit, in three or four digits.
    pub(crate) fn show(self, value: f64) -> String {
        match self {
            Self::Time if value >= 1.0 => format!("{value:.2} s"),
            Self::Time if value >= 0.01 => format!("{:.0} ms", value * 1e3),
            Self::Time => format!("{:.2} ms", value * 1e3),
            Self::TimePerMegabyte => format!("{:.1} ms/MB", value * 1e3),
            Self::Memory if value >= 1e8 => format!("{:.0} MB", value / 1e6),
            Self::Memory => format!("{:.1} MB", value / 1e6),
            Self::Size => format!("{value:.0} bytes"),
            Self::Fuel => format!("{value:.0} fuel"),
            Self::Crates => format!("{value:.0} crates"),
            Self::Calls => format!("{value:.1} calls"),
            Self::Allocations => format!("{value:.1} allocations"),
        }
    }
}

/// A line: what, the ratio, its spread, both figures, and the goal.
impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.what, self.in_words(self.ratio()))?;
        if let Some(spread) = self.spread_text() {
            write!(f, " ({spread})")?;
        }
        write!(
            f,
            ", {} against {}",
            self.unit.show(self.ours),
            self.unit.show(self.theirs)
        )?;
        if let (Some(goal), Some(met)) = (self.goal, self.is_met()) {
            write!(
                f,
                "; goal {}: {}",
                self.number(goal),
                if met { "met" } else { "missed" }
            )?;
        }
        Ok(())
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.title)?;
        self.figures
            .iter()
            .try_for_each(|figure| write!(f, "\n  {figure}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_told_by_how_many_times_as_fast() {
        let comparison = Comparison::of(vec![(1.0, 2.0), (2.0, 8.0), (1.0, 3.0)]);
        let figure = Figure::timed("a tree", &comparison).times_as_fast(2.5);
        assert_eq!(
            figure.to_string(),
            "a tree: 3.00 times as fast (2.00 to 4.00 in 3 rounds), 1.00 s against 3.00 s; goal 2.50: met"
        );
    }

    #[test]
    fn a_size_is_told_as_a_part() {
        let figure = Figure::counted("WASI", Unit::Size, 60.0, 100.0).at_most(0.5);
        assert_eq!(
            figure.to_string(),
            "WASI: 0.600 times as much, 60 bytes against 100 bytes; goal 0.500: missed"
        );
    }
}
