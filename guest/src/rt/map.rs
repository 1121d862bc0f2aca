//! What stands for `map<k, v>`.

use alloc::collections::BTreeMap;

/// The type that stands for `map<k, v>` unless the guest has another.
pub type Map<K, V> = BTreeMap<K, V>;

/// A type that can stand for `map<k, v>`. References to it are to give the entries, as they do with the maps of Rust.
pub trait WitMap<K, V>: Sized {
    /// An empty map with room for as many entries.
    fn wit_map_new(capacity: usize) -> Self;

    /// Adds an entry. One with the same key may be there already; the last one counts.
    fn wit_map_push(&mut self, key: K, value: V);

    /// How many entries there are.
    fn wit_map_len(&self) -> usize;
}

impl<K: Ord, V> WitMap<K, V> for BTreeMap<K, V> {
    fn wit_map_new(_: usize) -> Self {
        Self::new()
    }

    fn wit_map_push(&mut self, key: K, value: V) {
        self.insert(key, value);
    }

    fn wit_map_len(&self) -> usize {
        self.len()
    }
}

#[cfg(feature = "std")]
impl<K: Eq + core::hash::Hash, V> WitMap<K, V> for std::collections::HashMap<K, V> {
    fn wit_map_new(capacity: usize) -> Self {
        Self::with_capacity(capacity)
    }

    fn wit_map_push(&mut self, key: K, value: V) {
        self.insert(key, value);
    }

    fn wit_map_len(&self) -> usize {
        self.len()
    }
}

/// Lifts a map from its flat values; `lift` does so with an entry, of which each takes `size` bytes.
///
/// # Safety
///
/// They are those of a map with such entries that the canonical ABI allocated for this.
#[inline]
pub unsafe fn lift_map<K, V, M: WitMap<K, V>>(
    pointer: *mut u8,
    length: usize,
    size: usize,
    align: usize,
    lift: impl Fn(*mut u8) -> (K, V),
) -> M {
    let mut map = M::wit_map_new(length);
    for index in 0..length {
        // SAFETY: the entry is within the block.
        let (key, value) = lift(unsafe { pointer.add(index * size) });
        map.wit_map_push(key, value);
    }
    // SAFETY: all of it was lifted.
    unsafe { super::free(pointer, length * size, align) };
    map
}
