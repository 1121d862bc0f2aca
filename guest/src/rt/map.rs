//! The Rust types for `map<k, v>`.

use alloc::collections::BTreeMap;

/// The type for `map<k, v>` unless the guest chooses another.
pub type Map<K, V> = BTreeMap<K, V>;

/// A type that can represent `map<k, v>`. A reference to it has to iterate over the entries, as with the maps of Rust.
pub trait WitMap<K, V>: Sized {
    /// An empty map with space for this many entries.
    fn wit_map_new(capacity: usize) -> Self;

    /// Adds an entry. It replaces an entry with the same key.
    fn wit_map_push(&mut self, key: K, value: V);

    /// The number of entries.
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

/// Lifts a map from its flat values; `lift` lifts an entry, which takes `size` bytes.
///
/// # Safety
///
/// The values are those of a map with such entries that the canonical ABI has allocated for this.
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
    // SAFETY: all entries are lifted.
    unsafe { super::free(pointer, length * size, align) };
    map
}
