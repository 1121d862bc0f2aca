//! A binary in pieces: what is made around the input, most of which is the input itself.

use std::borrow::Cow;

/// A binary in pieces that follow each other. Most are borrowed from what it was made of, so that large modules are
/// never copied.
#[derive(Clone, Debug, Default)]
pub struct Binary<'a> {
    pieces: Vec<Cow<'a, [u8]>>,
}

impl<'a> Binary<'a> {
    /// Adds a piece.
    pub(crate) fn push(&mut self, piece: impl Into<Cow<'a, [u8]>>) {
        let piece = piece.into();
        if !piece.is_empty() {
            self.pieces.push(piece);
        }
    }

    /// Adds the pieces of another binary.
    pub(crate) fn append(&mut self, other: Self) {
        self.pieces.extend(other.pieces);
    }

    /// The pieces, in order.
    pub fn pieces(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        self.pieces.iter().map(|piece| &**piece)
    }

    /// How many bytes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.pieces().map(<[u8]>::len).sum()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// All of it in one piece: its own, if there is only one.
    #[must_use]
    pub fn into_bytes(mut self) -> Cow<'a, [u8]> {
        match (self.pieces.pop(), self.pieces.is_empty()) {
            (Some(piece), true) => piece,
            (last, _) => {
                self.pieces.extend(last);
                let mut bytes = Vec::with_capacity(self.len());
                self.pieces()
                    .for_each(|piece| bytes.extend_from_slice(piece));
                bytes.into()
            }
        }
    }
}

impl From<Vec<u8>> for Binary<'_> {
    fn from(bytes: Vec<u8>) -> Self {
        let mut binary = Self::default();
        binary.push(bytes);
        binary
    }
}
