//! Sorting, compiled once for all types.

use std::cmp::Ordering;

/// Sorts a list; what is equal keeps its order.
// Each type and comparison that goes through the standard library's sort is compiled anew, 5,000 lines of LLVM code each: with
// 19 of them that was 15 % of this crate, which is compiled before each guest. Here only the moves are.
pub(crate) fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    // Most lists are in order already, and then nothing is moved.
    if items.is_sorted_by(|a, b| compare(a, b).is_le()) {
        return;
    }
    let order = order(items.len(), &|a, b| compare(&items[a], &items[b]));
    let mut old: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order.into_iter().filter_map(|index| old[index].take()));
}

/// Sorts a list by keys; what is equal keeps its order.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// The indices of the items of a list in the order of the items.
fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|&a, &b| compare(a, b));
    order
}

#[cfg(test)]
mod tests {
    use super::{sort_by, sort_by_key};

    #[test]
    fn equal_items_keep_their_order() {
        let mut words = vec!["bb", "a", "cc", "b", "aa", ""];
        sort_by_key(&mut words, |word| word.len());
        assert_eq!(words, ["", "a", "b", "bb", "cc", "aa"]);
        sort_by(&mut words, |a, b| b.cmp(a));
        assert_eq!(words, ["cc", "bb", "b", "aa", "a", ""]);
        // In order already.
        sort_by(&mut words, |a, b| b.cmp(a));
        assert_eq!(words, ["cc", "bb", "b", "aa", "a", ""]);
    }
}
