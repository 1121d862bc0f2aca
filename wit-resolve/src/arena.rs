//! Typed ids into lists that only grow.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// The number of a `T` in its [`Arena`]; four bytes, and stable for as long as the arena lives.
pub struct Id<T> {
    index: u32,
    // A function that gives a `T`, not a `T`: an id can be sent to other threads, whatever it is
    // the id of.
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The position in the arena, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.index as usize
    }

    /// The id at a position; whether something is there is for [`Arena`]'s index to say.
    #[must_use]
    pub fn from_index(index: usize) -> Self {
        Self {
            index: u32::try_from(index).expect("an arena holds fewer than 2^32 items"),
            of: PhantomData,
        }
    }
}

// By hand, as all that follow: derived, they would ask the same of `T`.
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.index.cmp(&other.index)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.index)
    }
}

/// A list that hands out an [`Id`] for each item and never takes one back.
///
/// It is made of pieces: to grow moves no more than the first one, and no piece is so large that its memory goes back to
/// the system with it, to be asked for again by the next model.
#[derive(Clone, Debug)]
pub struct Arena<T> {
    /// All but the last are full.
    pieces: Vec<Vec<T>>,
}

/// The number of items in a piece: a power of two.
const PIECE: usize = 1 << 12;

impl<T> Arena<T> {
    /// Adds an item.
    pub fn alloc(&mut self, item: T) -> Id<T> {
        let id = Id::from_index(self.len());
        match self.pieces.last_mut() {
            Some(last) if last.len() < PIECE => last.push(item),
            // Most models are small, and the first piece grows with them.
            None => self.pieces.push(vec![item]),
            Some(_) => {
                // A model that fills one piece is likely to fill the next, and then no item is
                // moved again.
                let mut piece = Vec::with_capacity(PIECE);
                piece.push(item);
                self.pieces.push(piece);
            }
        }
        id
    }

    /// The number of items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.pieces
            .last()
            .map_or(0, |last| (self.pieces.len() - 1) * PIECE + last.len())
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// All items with their ids, in the order in which they were added.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Id<T>, &T)> + ExactSizeIterator {
        self.ids().map(|id| (id, &self[id]))
    }

    /// All ids, in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = Id<T>> + ExactSizeIterator + use<T> {
        (0..self.len()).map(Id::from_index)
    }
}

impl<T> Default for Arena<T> {
    fn default() -> Self {
        Self { pieces: Vec::new() }
    }
}

impl<T> Index<Id<T>> for Arena<T> {
    type Output = T;

    fn index(&self, id: Id<T>) -> &T {
        &self.pieces[id.index() / PIECE][id.index() % PIECE]
    }
}

impl<T> IndexMut<Id<T>> for Arena<T> {
    fn index_mut(&mut self, id: Id<T>) -> &mut T {
        &mut self.pieces[id.index() / PIECE][id.index() % PIECE]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_keep_their_ids_over_pieces() {
        let mut arena = Arena::default();
        assert!(arena.is_empty());
        let count = 2 * PIECE + 1;
        for item in 0..count {
            assert_eq!(arena.len(), item);
            assert_eq!(arena.alloc(item).index(), item);
        }
        assert_eq!(
            arena.pieces.iter().map(Vec::len).collect::<Vec<_>>(),
            [PIECE, PIECE, 1]
        );
        assert_eq!(arena.pieces[0].capacity(), PIECE);
        let ids = [0, PIECE - 1, PIECE, 2 * PIECE].map(Id::from_index);
        ids.into_iter().for_each(|id| arena[id] += 1);
        for (id, &item) in arena.iter().rev() {
            assert_eq!(item, id.index() + usize::from(ids.contains(&id)));
        }
        assert_eq!(arena.iter().len(), count);
    }
}
