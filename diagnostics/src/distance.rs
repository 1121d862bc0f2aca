//! The edit distance of words, to suggest the name that is meant.
//!
//! The crate `strsim` has this as well, but the builds of guests would compile all of it for the one function.

/// The number of insertions, removals, replacements and swaps of neighbours that turn one word into the other, if it is at
/// most `most`; case does not count. It takes time in proportion to the product of `most` and the length of a word.
#[must_use]
pub fn distance_within(a: &str, b: &str, most: usize) -> Option<usize> {
    // Bytes do: words of WIT are ASCII.
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    // Three rows of the table are enough: a swap looks two rows back, everything else one. Of each row only what is
    // near the diagonal can be in a distance that is small enough; the rest stays too far.
    let too_far = most + 1;
    let mut before = vec![too_far; b.len() + 1];
    let mut row = before.clone();
    let mut last: Vec<usize> = (0..=b.len()).map(|j| j.min(too_far)).collect();
    for i in 1..=a.len() {
        let band = i.saturating_sub(most).max(1)..=(i + most).min(b.len());
        // The one on the left of the band is read, and its value would be that of another row.
        row[band.start() - 1] = if *band.start() == 1 {
            i.min(too_far)
        } else {
            too_far
        };
        for j in band.clone() {
            row[j] = step(a, b, (i, j), [&before, &last, &row]).min(too_far);
        }
        if let Some(right) = row.get_mut(band.end() + 1) {
            *right = too_far;
        }
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    Some(last[b.len()]).filter(|distance| *distance <= most)
}

/// The distance of the first `i` bytes from the first `j`, from those of fewer in the rows of two less, one less and as many.
fn step(a: &[u8], b: &[u8], (i, j): (usize, usize), [before, last, row]: [&[usize]; 3]) -> usize {
    let cost = usize::from(!a[i - 1].eq_ignore_ascii_case(&b[j - 1]));
    let least = (last[j - 1] + cost).min(last[j] + 1).min(row[j - 1] + 1);
    // Two neighbours that are swapped count once, as the slip of the hand that they are.
    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
        least.min(before[j - 2] + 1)
    } else {
        least
    }
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
        .filter_map(|candidate| Some((distance_within(word, candidate, most)?, candidate)));
    // The first by name of those that are equally near: candidates may come from a hash map.
    near.min().map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::{distance_within, nearest};

    #[test]
    fn each_typing_mistake_counts_one() {
        let distance = |a, b| (0..10).find_map(|most| distance_within(a, b, most));
        assert_eq!(distance("record", "record"), Some(0));
        assert_eq!(distance("recrod", "record"), Some(1));
        assert_eq!(distance("recrd", "record"), Some(1));
        assert_eq!(distance("reecord", "record"), Some(1));
        assert_eq!(distance("Fnuc", "func"), Some(1));
        assert_eq!(distance("", "func"), Some(4));
        assert_eq!(distance("func", ""), Some(4));
        assert_eq!(distance("kitten", "sitting"), Some(3));
        assert_eq!(distance("abcdefgh", "zbcdefghijk"), Some(4));
    }

    /// A wider band finds no other way.
    #[test]
    fn the_band_is_wide_enough() {
        let words: Vec<String> = (0..81)
            .map(|n| {
                (0..4)
                    .map(|at| char::from(b'a' + (n / 3_u8.pow(at) % 3)))
                    .collect()
            })
            .collect();
        for a in &words {
            for b in words
                .iter()
                .flat_map(|word| [&word[..], &word[..3], &word[1..3]])
            {
                let whole = distance_within(a, b, 10);
                for most in 0..5 {
                    let expected = whole.filter(|distance| *distance <= most);
                    assert_eq!(distance_within(a, b, most), expected, "{a} {b} {most}");
                }
            }
        }
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
