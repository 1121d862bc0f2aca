//! The edit distance of words, to suggest the name that is meant.
//!
//! The crate `strsim` has this as well, but the builds of guests would compile all of it for the one function.

/// The number of insertions, removals, replacements and swaps of neighbours that turn one word into the other; case
/// does not count. It takes time in proportion to the product of the lengths.
#[must_use]
pub fn distance(a: &str, b: &str) -> usize {
    // Bytes do: words of WIT are ASCII.
    let (a, b) = (a.as_bytes(), b.as_bytes());
    // Three rows of the table are enough: a swap looks two rows back, everything else one.
    let mut before = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let cost = usize::from(!a[i - 1].eq_ignore_ascii_case(&b[j - 1]));
            let mut least = (last[j - 1] + cost).min(last[j] + 1).min(row[j - 1] + 1);
            // Two neighbours that are swapped count once, as the slip of the hand that they are.
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row[j] = least;
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn each_typing_mistake_counts_one() {
        assert_eq!(distance("record", "record"), 0);
        assert_eq!(distance("recrod", "record"), 1);
        assert_eq!(distance("recrd", "record"), 1);
        assert_eq!(distance("reecord", "record"), 1);
        assert_eq!(distance("Fnuc", "func"), 1);
        assert_eq!(distance("", "func"), 4);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
