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

/// How far a name may be from a word to be meant by it: a slip in each three letters, and three in all. `u9` is near
/// `u8`, and `foo` is near nothing of other letters.
#[must_use]
pub fn reach(word: &str) -> usize {
    (word.len() / 3).clamp(1, 3)
}

/// The candidate that is nearest to a word, if it is within its [`reach`].
#[must_use]
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    // A distance as long as the word itself would have nothing of it left.
    let most = reach(word).min(word.len().checked_sub(1)?);
    let near = candidates
        .into_iter()
        // The lengths differ by no more than the words do, and are quickly compared.
        .filter(|candidate| candidate.len().abs_diff(word.len()) <= most)
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= most);
    // The first by name of those that are equally near: candidates may come from a hash map.
    near.min().map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

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

    #[test]
    fn the_nearest_is_one_that_may_be_meant() {
        let names = ["request", "response", "status-code", "u32", "u8"];
        assert_eq!(nearest("reqest", names), Some("request"));
        assert_eq!(nearest("repsonse", names), Some("response"));
        assert_eq!(nearest("status_code", names), Some("status-code"));
        assert_eq!(nearest("i32", names), Some("u32"));
        assert_eq!(nearest("u9", names), Some("u8"));
        assert_eq!(nearest("u", names), None);
        assert_eq!(nearest("", names), None);
        assert_eq!(nearest("headers", names), None);
        assert_eq!(nearest("ac", ["bc", "ab"]), Some("ab"));
    }
}
