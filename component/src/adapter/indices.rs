//! The indices that things have in a reduced adapter.

use std::collections::HashMap;
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode};

/// New indices by kind.
#[derive(Default)]
pub(super) struct Indices {
    pub(super) types: Renumbering,
    pub(super) functions: Renumbering,
    pub(super) globals: Renumbering,
    pub(super) memories: Renumbering,
}

/// New indices of what is kept.
#[derive(Default)]
pub(super) struct Renumbering {
    new: HashMap<u32, u32, foldhash::fast::RandomState>,
    /// The old indices, in the order of the new.
    kept: Vec<u32>,
}

impl Renumbering {
    /// Gives new indices in the order of the old ones.
    pub(super) fn assign<'i>(&mut self, old: impl IntoIterator<Item = &'i u32>) {
        self.kept = old.into_iter().copied().collect();
        self.kept.sort_unstable();
        self.new = self.kept.iter().copied().zip(0..).collect();
    }

    /// Gives a new index.
    pub(super) fn insert(&mut self, old: u32, new: u32) {
        self.new.insert(old, new);
    }

    /// A new index.
    pub(super) fn get(&self, old: u32) -> Option<u32> {
        self.new.get(&old).copied()
    }

    /// The old indices of what [`Self::assign`] got, in the order of the new.
    pub(super) fn kept(&self) -> &[u32] {
        &self.kept
    }
}

impl Reencode for Indices {
    type Error = Infallible;

    fn type_index(&mut self, index: u32) -> Result<u32, Error> {
        // `Error` has no case for an index that is out of range. Any one does: the text says that the code
        // cannot be read.
        self.types.get(index).ok_or(Error::InvalidCodeSectionSize)
    }

    fn function_index(&mut self, index: u32) -> Result<u32, Error> {
        self.functions
            .get(index)
            .ok_or(Error::InvalidCodeSectionSize)
    }

    fn global_index(&mut self, index: u32) -> Result<u32, Error> {
        self.globals.get(index).ok_or(Error::InvalidConstExpr)
    }

    fn memory_index(&mut self, index: u32) -> Result<u32, Error> {
        self.memories
            .get(index)
            .ok_or(Error::InvalidCodeSectionSize)
    }
}
