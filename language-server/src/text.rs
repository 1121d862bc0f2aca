//! The text of a document, and its positions as the protocol counts them: lines and characters from 0, characters in the
//! units that client and server have agreed on.

use lsp_types::{Position, Range};
use std::ops;
use std::sync::Arc;

/// The units in which positions within a line are counted (LSP, "PositionEncodingKind").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// Code units of UTF-16, which every client knows.
    #[default]
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

impl Encoding {
    /// How many units a character takes.
    fn width(self, c: char) -> u32 {
        let width = match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
            Self::Utf32 => 1,
        };
        width as u32
    }

    /// How many units a text takes.
    pub(crate) fn length(self, text: &str) -> u32 {
        match self {
            Self::Utf8 => text.len() as u32,
            Self::Utf16 | Self::Utf32 => text.chars().map(|c| self.width(c)).sum(),
        }
    }
}

/// A text with the index of its lines.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    text: Arc<String>,
    /// The first byte of each line.
    lines: Vec<u32>,
}

impl Text {
    pub(crate) fn new(text: Arc<String>) -> Self {
        let lines = line_starts(&text);
        Self { text, lines }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// The bytes of a line, without what ends it.
    fn line(&self, line: usize) -> ops::Range<usize> {
        let start = self.lines[line] as usize;
        let next = self.lines.get(line + 1);
        let end = next.map_or(self.text.len(), |next| *next as usize);
        let text = self.text[start..end].trim_end_matches(['\n', '\r']);
        start..start + text.len()
    }

    /// The byte at which the line of a byte starts.
    pub(crate) fn line_start(&self, byte: usize) -> usize {
        self.lines[self.line_of(byte)] as usize
    }

    /// The number of the line that a byte is in, from 0.
    pub(crate) fn line_of(&self, byte: usize) -> usize {
        // The first line starts at 0, so that there always is one.
        self.lines.partition_point(|start| *start as usize <= byte) - 1
    }

    /// The position of a byte. One after the end is the end; one within a character is its start.
    pub(crate) fn position(&self, byte: usize, encoding: Encoding) -> Position {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let line = self.line_of(byte);
        let before = &self.text[self.lines[line] as usize..byte];
        Position::new(line as u32, encoding.length(before))
    }

    /// The byte at a position. What is outside of the text is the nearest end: that of the line, or of the text.
    pub(crate) fn byte(&self, position: Position, encoding: Encoding) -> usize {
        let line = position.line as usize;
        if line >= self.lines.len() {
            return self.text.len();
        }
        let range = self.line(line);
        let mut units = 0;
        for (at, c) in self.text[range.clone()].char_indices() {
            units += encoding.width(c);
            // A position within a character counts as its start.
            if units > position.character {
                return range.start + at;
            }
        }
        range.end
    }

    /// The range of the protocol for a range of bytes.
    pub(crate) fn range(&self, bytes: ops::Range<usize>, encoding: Encoding) -> Range {
        let start = self.position(bytes.start, encoding);
        Range::new(start, self.position(bytes.end, encoding))
    }

    /// The bytes of a range of the protocol. One that ends before it starts is empty.
    pub(crate) fn bytes(&self, range: Range, encoding: Encoding) -> ops::Range<usize> {
        let start = self.byte(range.start, encoding);
        start..self.byte(range.end, encoding).max(start)
    }

    /// The text with a range replaced.
    pub(crate) fn edited(&self, range: Range, new: &str, encoding: Encoding) -> Self {
        let bytes = self.bytes(range, encoding);
        let mut text = String::with_capacity(self.text.len() + new.len());
        text.push_str(&self.text[..bytes.start]);
        text.push_str(new);
        text.push_str(&self.text[bytes.end..]);
        Self::new(Arc::new(text))
    }
}

/// The first byte of each line. Lines end with `\n`, `\r\n` or `\r` (LSP, "Text Documents").
fn line_starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    let starts = ends.map(|(at, _)| at as u32 + 1);
    std::iter::once(0).chain(starts).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    fn text(text: &str) -> Text {
        Text::new(Arc::new(text.to_owned()))
    }

    #[test]
    fn positions_lead_back_to_bytes() {
        let text = text("a\u{e9}\u{1f600}b\r\n\u{65e5}\rc\n\n");
        for encoding in ALL {
            for (byte, c) in text.as_str().char_indices() {
                let position = text.position(byte, encoding);
                // The end of a line is one place, whatever ends it.
                let expected = match c {
                    '\n' if byte > 0 && text.as_str().as_bytes()[byte - 1] == b'\r' => byte - 1,
                    _ => byte,
                };
                assert_eq!(
                    text.byte(position, encoding),
                    expected,
                    "{encoding:?} {byte}"
                );
            }
            let end = text.as_str().len();
            assert_eq!(text.byte(text.position(end, encoding), encoding), end);
        }
    }

    #[test]
    fn each_encoding_counts_its_units() {
        let text = text("a\u{e9}\u{1f600}b");
        let of = |encoding| text.position("a\u{e9}\u{1f600}".len(), encoding).character;
        assert_eq!(ALL.map(of), [7, 4, 3]);
        // The second half of a surrogate pair is in the middle of a character.
        assert_eq!(text.byte(Position::new(0, 3), Encoding::Utf16), 3);
    }

    #[test]
    fn positions_outside_are_the_nearest_end() {
        let text = text("ab\ncd");
        for encoding in ALL {
            assert_eq!(text.byte(Position::new(0, 9), encoding), 2);
            assert_eq!(text.byte(Position::new(7, 0), encoding), 5);
            assert_eq!(text.byte(Position::new(u32::MAX, u32::MAX), encoding), 5);
            assert_eq!(text.position(99, encoding), Position::new(1, 2));
        }
        let reversed = Range::new(Position::new(1, 1), Position::new(0, 1));
        assert_eq!(text.bytes(reversed, Encoding::Utf8), 4..4);
    }
}
