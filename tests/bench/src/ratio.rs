//! Comparing two pieces of work: in turn, several rounds, as a ratio with its spread.

use std::time::{Duration, Instant};

/// How two pieces of work compare.
pub(crate) struct Comparison {
    /// For each round the time of ours and of theirs, in seconds.
    rounds: Vec<(f64, f64)>,
}

/// Runs two pieces of work in turn, one round to warm up and then `rounds` that count. Their results are dropped
/// outside the time that is taken.
///
/// # Errors
///
/// The first error of either.
pub(crate) fn compare<A, B>(
    rounds: usize,
    mut ours: impl FnMut() -> Result<A, String>,
    mut theirs: impl FnMut() -> Result<B, String>,
) -> Result<Comparison, String> {
    // Once without counting: the first run reads files that later ones find in memory.
    time(&mut ours)?;
    time(&mut theirs)?;
    self::rounds(rounds, ours, theirs).map(Comparison::of)
}

/// Runs two pieces of work in turn, and gives for each round the time of ours and of theirs, in seconds.
///
/// # Errors
///
/// The first error of either.
pub(crate) fn rounds<A, B>(
    rounds: usize,
    mut ours: impl FnMut() -> Result<A, String>,
    mut theirs: impl FnMut() -> Result<B, String>,
) -> Result<Vec<(f64, f64)>, String> {
    let mut times = Vec::new();
    for round in 0..rounds {
        // Who goes first alternates, so that neither always finds the caches of the other.
        let (our_time, their_time) = if round % 2 == 0 {
            let our_time = time(&mut ours)?;
            (our_time, time(&mut theirs)?)
        } else {
            let their_time = time(&mut theirs)?;
            (time(&mut ours)?, their_time)
        };
        times.push((our_time.as_secs_f64(), their_time.as_secs_f64()));
    }
    Ok(times)
}

fn time<T>(work: &mut impl FnMut() -> Result<T, String>) -> Result<Duration, String> {
    let start = Instant::now();
    // The compiler must not see that nobody uses the result.
    let result = std::hint::black_box(work()?);
    let time = start.elapsed();
    drop(result);
    Ok(time)
}

impl Comparison {
    /// A comparison that was measured elsewhere: for each round the time of ours and of theirs, in seconds; at least one.
    pub(crate) fn of(rounds: Vec<(f64, f64)>) -> Self {
        Self { rounds }
    }

    /// The median time of ours and of theirs, in seconds.
    pub(crate) fn medians(&self) -> (f64, f64) {
        let (ours, theirs) = self.rounds.iter().copied().unzip();
        (spread(ours)[1], spread(theirs)[1])
    }

    /// The least and the greatest part that ours is of theirs in a round, and the number of rounds.
    pub(crate) fn spread(&self) -> (f64, f64, usize) {
        let [least, _, greatest] = spread(
            self.rounds
                .iter()
                // Round by round: both sides of one are measured close together, under the same load.
                .map(|(ours, theirs)| ours / theirs)
                .collect(),
        );
        (least, greatest, self.rounds.len())
    }
}

/// The least, the median and the greatest.
fn spread(mut figures: Vec<f64>) -> [f64; 3] {
    figures.sort_by(f64::total_cmp);
    [
        figures[0],
        figures[figures.len() / 2],
        figures[figures.len() - 1],
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_those_of_a_round() {
        let comparison = Comparison {
            rounds: vec![(1.0, 2.0), (2.0, 8.0), (1.0, 3.0)],
        };
        assert_eq!(comparison.spread(), (0.25, 0.5, 3));
        assert_eq!(comparison.medians(), (1.0, 3.0));
    }
}
