//! Whether the time for a megabyte stays the same as trees grow: all sizes in turn, so that a machine that is slower for a
//! while is slower for all of them.

use crate::ratio::{self, Comparison};
use crate::report::{Figure, Unit};
use std::path::PathBuf;

/// A tree, its size in megabytes, and how often it is loaded in a round.
pub(crate) struct Size {
    pub(crate) folder: PathBuf,
    pub(crate) megabytes: f64,
    pub(crate) times: usize,
}

const ROUNDS: usize = 9;

/// How far our time for a megabyte may differ between the trees.
///
/// Linear would be 1, but a large tree does not stay in the caches that hold a small one.
const LINEAR: f64 = 1.15;

/// The time for a megabyte in the slowest tree against that in the quickest one: ours, and theirs.
///
/// # Errors
///
/// The first error of either.
pub(crate) fn figures<A, B>(
    sizes: &[Size],
    ours: impl Fn(&Size) -> Result<A, String>,
    theirs: impl Fn(&Size) -> Result<B, String>,
) -> Result<[Figure; 2], String> {
    let (mut our_rounds, mut their_rounds) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let (mut our_times, mut their_times) = (Vec::new(), Vec::new());
        for size in sizes {
            let times = ratio::rounds(size.times, || ours(size), || theirs(size))?;
            let (our_time, their_time) = Comparison::of(times).medians();
            our_times.push(our_time / size.megabytes);
            their_times.push(their_time / size.megabytes);
        }
        our_rounds.push(extremes(&our_times));
        their_rounds.push(extremes(&their_times));
    }
    let figure = |whose: &str, rounds| {
        let what = format!("{whose} time for a megabyte, slowest tree by quickest");
        Figure::measured(what, Unit::TimePerMegabyte, &Comparison::of(rounds))
    };
    Ok([
        figure("our", our_rounds).at_most(LINEAR),
        figure("their", their_rounds),
    ])
}

/// The greatest and the least.
fn extremes(times: &[f64]) -> (f64, f64) {
    (
        times.iter().copied().fold(f64::MIN, f64::max),
        times.iter().copied().fold(f64::MAX, f64::min),
    )
}
