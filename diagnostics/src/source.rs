//! Source text: the files of one run, and spans that point into them.
//!
//! Positions are global: each file occupies its own range of one address space, so that a [`Span`] is two `u32`s and
//! still knows its file. A run can therefore hold up to 4 GiB of text.

use crate::Span;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// The number of a file within its [`SourceMap`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

impl FileId {
    /// The position in the map, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One file: its name, as people know it, and its text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    name: String,
    text: Arc<String>,
    start: u32,
    /// Where its lines and columns are, once somebody has asked.
    index: OnceLock<Arc<Index>>,
}

/// What finds lines and columns without reading the file again.
#[derive(Debug)]
struct Index {
    /// Where the lines start.
    lines: Vec<u32>,
    /// How many scalar values start before each block.
    chars: Vec<u32>,
}

/// The bytes of a block.
const BLOCK: usize = 1024;

/// How many scalar values start in a text: continuation bytes, 0b10xxxxxx, start none.
fn chars(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

impl Index {
    fn new(bytes: &[u8]) -> Self {
        let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let lines = std::iter::once(0)
            .chain(ends.map(|(at, _)| at as u32 + 1))
            .collect();
        let mut before = 0;
        let mut counts = vec![before];
        for block in bytes.chunks(BLOCK) {
            before += chars(block) as u32;
            counts.push(before);
        }
        Self {
            lines,
            chars: counts,
        }
    }

    /// How many scalar values start before `byte`.
    fn chars_before(&self, bytes: &[u8], byte: usize) -> usize {
        let block = byte / BLOCK;
        self.chars[block] as usize + chars(&bytes[block * BLOCK..byte])
    }
}

impl SourceFile {
    /// The name that diagnostics show: a path, or `<stdin>` and the like.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The whole text, for those who keep a part of it.
    #[must_use]
    pub fn shared_text(&self) -> &Arc<String> {
        &self.text
    }

    /// The global position of the first byte of the text.
    #[must_use]
    pub fn start(&self) -> u32 {
        self.start
    }

    /// The span of the whole text.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(self.start, self.start + self.text.len() as u32)
    }

    fn index(&self) -> &Index {
        self.index
            .get_or_init(|| Arc::new(Index::new(self.text.as_bytes())))
    }

    /// The bytes of a line, counted from 0, with its end.
    pub(crate) fn line(&self, line: usize) -> Option<Range<usize>> {
        let lines = &self.index().lines;
        let start = *lines.get(line)? as usize;
        Some(
            start
                ..lines
                    .get(line + 1)
                    .map_or(self.text.len(), |end| *end as usize),
        )
    }

    /// The place of a byte of the text, or of its end.
    pub(crate) fn position(&self, byte: usize) -> Position {
        let (bytes, index) = (self.text.as_bytes(), self.index());
        let line = index.lines.partition_point(|start| *start as usize <= byte);
        let start = index.lines[line - 1] as usize;
        let column = index.chars_before(bytes, byte) - index.chars_before(bytes, start) + 1;
        Position { line, column, byte }
    }
}

/// A place in a file as people count: lines and columns from 1, columns in Unicode scalar values, bytes from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in Unicode scalar values.
    pub column: usize,
    /// The offset in the file, from 0, in bytes.
    pub byte: usize,
}

/// The files of one run.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
}

impl SourceMap {
    /// A map without files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file. The same name may be added twice; the map doesn't compare.
    ///
    /// # Errors
    ///
    /// Gives the text back when the positions of the map, 4 GiB, do not suffice for it.
    pub fn add(
        &mut self,
        name: impl Into<String>,
        text: impl Into<String>,
    ) -> Result<FileId, Arc<String>> {
        self.add_shared(name, Arc::new(text.into()))
    }

    /// Adds a file as [`Self::add`] does, whose text somebody else has as well.
    ///
    /// # Errors
    ///
    /// As for [`Self::add`].
    pub fn add_shared(
        &mut self,
        name: impl Into<String>,
        text: Arc<String>,
    ) -> Result<FileId, Arc<String>> {
        // One position between files belongs to none, so that the end of a file is not the start of the next.
        let start = self
            .files
            .last()
            .map_or(0, |file| u64::from(file.span().end) + 1);
        if start + text.len() as u64 >= u64::from(u32::MAX) {
            return Err(text);
        }
        let index = OnceLock::new();
        self.files.push(SourceFile {
            name: name.into(),
            text,
            start: start as u32,
            index,
        });
        Ok(FileId(self.files.len() as u32 - 1))
    }

    /// The file with this number.
    #[must_use]
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// All files, in the order in which they were added.
    pub fn files(&self) -> impl ExactSizeIterator<Item = (FileId, &SourceFile)> {
        self.files
            .iter()
            .enumerate()
            .map(|(i, file)| (FileId(i as u32), file))
    }

    /// The file that a span points into and the range of bytes in it; nothing for [`Span::NONE`].
    #[must_use]
    pub fn locate(&self, span: Span) -> Option<(FileId, Range<usize>)> {
        if span.is_none() {
            return None;
        }
        let index = self
            .files
            .partition_point(|file| file.start <= span.start)
            .checked_sub(1)?;
        let file = &self.files[index];
        let len = file.text.len();
        let start = (span.start - file.start) as usize;
        let end = (span.end.max(span.start) - file.start) as usize;
        (start <= len).then(|| (FileId(index as u32), start..end.min(len)))
    }

    /// The text under a span; empty for [`Span::NONE`].
    #[must_use]
    pub fn snippet(&self, span: Span) -> &str {
        self.locate(span)
            .and_then(|(id, range)| self.file(id).text.get(range))
            .unwrap_or_default()
    }

    /// The line, column and byte of a span's two ends, with the file they are in.
    #[must_use]
    pub fn positions(&self, span: Span) -> Option<(FileId, Position, Position)> {
        let (id, range) = self.locate(span)?;
        let file = self.file(id);
        Some((id, file.position(range.start), file.position(range.end)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_those_that_counting_gives() {
        let text = "a\u{e9}\n\u{1f600} ".repeat(700) + "\r\n" + &"\u{65e5}x".repeat(2000);
        let mut sources = SourceMap::new();
        let Ok(id) = sources.add("a.wit", text.as_str()) else {
            panic!("fits")
        };
        let (mut line, mut column) = (1, 1);
        let ends = text.char_indices().chain([(text.len(), ' ')]);
        for (byte, c) in ends {
            let position = sources.file(id).position(byte);
            assert_eq!(position, Position { line, column, byte });
            (line, column) = if c == '\n' {
                (line + 1, 1)
            } else {
                (line, column + 1)
            };
        }
    }
}
