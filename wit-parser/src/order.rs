//! Sorting, for all that guests' builds sort.
//!
//! The sort of std is generic and large: a guest's build would compile it anew for each type that is sorted, about ten times
//! in the parser, the resolver and the back end. Here one sort of indices does it for all of them, at the cost of a list of
//! indices; what is sorted is short.

use std::cmp::Ordering;

/// Puts items in the order that `compare` says. Those that are equal stay as they were.
pub fn sort_by<T>(items: &mut Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut order: Vec<usize> = (0..items.len()).collect();
    sort_indices(&mut order, &mut |a, b| compare(&items[a], &items[b]));
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|index| taken[index].take()));
}

/// Puts items in the order of their keys. Those that have the same key stay as they were.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

fn sort_indices(order: &mut [usize], compare: &mut dyn FnMut(usize, usize) -> Ordering) {
    order.sort_by(|&a, &b| compare(a, b));
}

#[cfg(test)]
mod tests {
    use super::sort_by_key;

    #[test]
    fn what_is_equal_stays_as_it_was() {
        let mut words: Vec<String> = (0..500)
            .map(|number| format!("{} {number}", number * 7 % 10))
            .collect();
        let mut expected = words.clone();
        expected.sort_by_key(|word| word.as_bytes()[0]);
        sort_by_key(&mut words, |word| word.as_bytes()[0]);
        assert_eq!(words, expected);
        sort_by_key(&mut Vec::<u8>::new(), |&byte| byte);
    }
}
