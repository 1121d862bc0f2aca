//! Text that is handed on in pieces, so that the whole of it is never in memory.

use std::fmt;

/// As many bytes are gathered before they are handed on: enough that a system call for each costs nothing.
const PIECE: usize = 1 << 16;

/// What takes the pieces.
pub(crate) type Sink<'s> = &'s mut dyn FnMut(&str);

/// Text, and what takes its pieces.
pub(crate) struct Pieces<'s> {
    text: String,
    sink: Sink<'s>,
}

impl<'s> Pieces<'s> {
    pub(crate) fn new(sink: Sink<'s>) -> Self {
        Self {
            text: String::new(),
            sink,
        }
    }

    pub(crate) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds spaces.
    pub(crate) fn indent(&mut self, mut spaces: usize) {
        const SPACES: &str = "                                ";
        while spaces > 0 {
            let some = spaces.min(SPACES.len());
            self.text.push_str(&SPACES[..some]);
            spaces -= some;
        }
    }

    /// The bytes since the last piece.
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// Takes back all but the first `len` bytes since the last piece.
    pub(crate) fn truncate(&mut self, len: usize) {
        self.text.truncate(len);
    }

    /// The number of characters after the first `len` bytes since the last piece.
    pub(crate) fn width_after(&self, len: usize) -> usize {
        self.text[len..].chars().count()
    }

    /// Hands a piece on, if there is enough for one. What has been handed on can't be taken back.
    pub(crate) fn pass_on(&mut self) {
        if self.text.len() >= PIECE {
            self.finish();
        }
    }

    /// Hands on what is left.
    pub(crate) fn finish(&mut self) {
        (self.sink)(&self.text);
        self.text.clear();
    }
}

impl fmt::Write for Pieces<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.push(text);
        Ok(())
    }
}

/// The whole text, of what hands it on in pieces.
pub(crate) fn whole(print: impl FnOnce(Sink<'_>)) -> String {
    let mut text = String::new();
    print(&mut |piece| text.push_str(piece));
    text
}
