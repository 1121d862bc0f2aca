//! A map that keeps its entries in the order in which they were inserted.
//!
//! A library offers the same, and costs every guest's first build two more crates and the whole of their interface. The
//! model needs little of it, and most of its maps are small.

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use std::borrow::Borrow;
use std::fmt;
use std::hash::{BuildHasher, Hash};
use std::ops::Index;

/// A map in the order of insertion. Looking a key up takes constant time, and no order depends on a hash.
#[derive(Clone)]
pub struct Map<K, V> {
    entries: Vec<(K, V)>,
    /// The positions of the entries by the hash of their keys; empty as long as there are at most [`SMALL`].
    positions: HashTable<u32>,
}

/// Up to this many entries, comparing keys one by one is no slower than hashing, and takes no memory.
const SMALL: usize = 8;

/// A fixed seed: keys are names in text that is at hand, and nobody can learn anything from the order of the hashes, which
/// no iteration shows.
const HASHER: FixedState = FixedState::with_seed(0);

impl<K, V> Map<K, V> {
    /// An empty map.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            entries: Vec::new(),
            positions: HashTable::new(),
        }
    }

    /// An empty map with room for `count` entries.
    #[must_use]
    pub fn with_capacity(count: usize) -> Self {
        Self {
            entries: Vec::with_capacity(count),
            positions: HashTable::with_capacity(if count > SMALL { count } else { 0 }),
        }
    }

    /// The number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no entries.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entries, in order.
    pub fn iter(&self) -> Iter<'_, K, V> {
        self.into_iter()
    }

    /// The entries, in order, with values that can be changed.
    pub fn iter_mut(&mut self) -> impl ExactSizeIterator<Item = (&K, &mut V)> {
        self.entries.iter_mut().map(|(key, value)| (&*key, value))
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + ExactSizeIterator + Clone {
        self.entries.iter().map(|(key, _)| key)
    }

    /// The values, in order.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator + Clone {
        self.entries.iter().map(|(_, value)| value)
    }

    /// The values, in order, to be changed.
    pub fn values_mut(&mut self) -> impl ExactSizeIterator<Item = &mut V> {
        self.entries.iter_mut().map(|(_, value)| value)
    }

    /// The entry at a position, with a value that can be changed.
    pub fn get_index_mut(&mut self, position: usize) -> Option<(&K, &mut V)> {
        self.entries
            .get_mut(position)
            .map(|(key, value)| (&*key, value))
    }

    /// The entry at a position.
    #[must_use]
    pub fn get_index(&self, position: usize) -> Option<(&K, &V)> {
        self.entries.get(position).map(|(key, value)| (key, value))
    }
}

impl<K: Hash + Eq, V> Map<K, V> {
    /// Keeps the entries for which `keep` says so; the others go, and those that stay keep their order.
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &V) -> bool) {
        let entries = self.take_all();
        // Positions of all that comes later change, so that the table is made anew.
        self.extend(entries.into_iter().filter(|(key, value)| keep(key, value)));
    }

    /// The value of a key.
    pub fn get<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.get_index_of(key).map(|at| &self.entries[at].1)
    }

    /// The value of a key, to be changed.
    pub fn get_mut<Q: Hash + Eq + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let at = self.get_index_of(key)?;
        Some(&mut self.entries[at].1)
    }

    /// Whether there is an entry of a key.
    pub fn contains_key<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.get_index_of(key).is_some()
    }

    /// The position of a key's entry.
    pub fn get_index_of<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        if self.positions.is_empty() {
            return self.entries.iter().position(|(own, _)| own.borrow() == key);
        }
        self.positions
            .find(HASHER.hash_one(key), |&at| {
                self.entries[at as usize].0.borrow() == key
            })
            .map(|&at| at as usize)
    }

    /// Sets the value of a key, and gives the one that it had. A new key comes last; one that is there keeps its position.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.get_index_of(&key) {
            Some(at) => Some(std::mem::replace(&mut self.entries[at].1, value)),
            None => {
                self.push(key, value);
                None
            }
        }
    }

    /// The value of a key, which `value` makes where it has none yet.
    pub fn get_or_insert_with(&mut self, key: K, value: impl FnOnce() -> V) -> &mut V {
        let at = self.get_index_of(&key).unwrap_or_else(|| {
            self.push(key, value());
            self.entries.len() - 1
        });
        &mut self.entries[at].1
    }

    /// Removes all entries.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.positions.clear();
    }

    /// Takes all entries out, in order.
    pub fn take_all(&mut self) -> Vec<(K, V)> {
        self.positions.clear();
        std::mem::take(&mut self.entries)
    }

    /// Adds an entry whose key is new.
    fn push(&mut self, key: K, value: V) {
        self.entries.push((key, value));
        let entries = &self.entries;
        let hash = |&at: &u32| HASHER.hash_one(&entries[at as usize].0);
        if entries.len() > SMALL {
            // Those that were too few to be listed, too, the first time.
            let first = if self.positions.is_empty() {
                0
            } else {
                entries.len() - 1
            };
            for at in first..entries.len() {
                // Budgets keep a package far from 2³² entries.
                let at = at as u32;
                self.positions.insert_unique(hash(&at), at, hash);
            }
        }
    }
}

/// The entries of a [`Map`], in order.
pub struct Iter<'a, K, V>(std::slice::Iter<'a, (K, V)>);

impl<'a, K, V> Iterator for Iter<'a, K, V> {
    type Item = (&'a K, &'a V);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, value)| (key, value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<K, V> DoubleEndedIterator for Iter<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(|(key, value)| (key, value))
    }
}

impl<K, V> ExactSizeIterator for Iter<'_, K, V> {}

impl<K, V> Clone for Iter<'_, K, V> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<'a, K, V> IntoIterator for &'a Map<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Iter<'a, K, V> {
        Iter(self.entries.iter())
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

impl<K: Hash + Eq, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        map.extend(entries);
        map
    }
}

impl<K: Hash + Eq, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K: Hash + Eq + Borrow<Q>, V, Q: Hash + Eq + ?Sized> Index<&Q> for Map<K, V> {
    type Output = V;

    /// # Panics
    ///
    /// If there is no entry of the key.
    fn index(&self, key: &Q) -> &V {
        self.get(key).expect("no entry of this key")
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Map<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::{Map, SMALL};

    /// Keys in an order that is not theirs by value, more than are compared one by one.
    fn keys() -> impl Iterator<Item = u32> {
        (0..10 * SMALL as u32).map(|key| key.wrapping_mul(2_654_435_761))
    }

    #[test]
    fn entries_stay_in_the_order_of_insertion() {
        let map: Map<u32, usize> = keys().zip(0..).collect();
        assert_eq!(
            map.keys().copied().collect::<Vec<_>>(),
            keys().collect::<Vec<_>>()
        );
        assert!(map.iter().enumerate().all(|(at, (_, &value))| at == value));
        assert!(
            map.iter()
                .rev()
                .map(|(_, value)| *value)
                .eq((0..map.len()).rev())
        );
    }

    #[test]
    fn a_key_has_one_entry_however_many_there_are() {
        let mut map = Map::new();
        for (at, key) in keys().enumerate() {
            assert_eq!(map.get(&key), None);
            assert_eq!(map.insert(key, at), None);
            assert_eq!(map.insert(key, at + 1), Some(at));
            assert_eq!((map.len(), map[&key]), (at + 1, at + 1));
            assert_eq!(map.get_index_of(&key), Some(at));
            assert_eq!(*map.get_or_insert_with(key, || 0), at + 1);
        }
        assert!(!map.contains_key(&1));
    }

    #[test]
    fn strings_are_found_by_their_text() {
        let map: Map<String, u8> = [("a".to_owned(), 1), ("b".to_owned(), 2)]
            .into_iter()
            .collect();
        assert_eq!(map.get("b"), Some(&2));
        assert_eq!(format!("{map:?}"), r#"{"a": 1, "b": 2}"#);
    }
}
