//! Source text: the files of one run.
//!
//! Positions are global: each file has a room of its own in one address space, so that a [`Span`] is two `u32`s and
//! still knows its file. A run can therefore hold up to 4 GiB of text. A room never moves because of another file:
//! where a text is replaced, as in an editor, the spans of all other files stay as they are.

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
    /// The first position of the room.
    start: u32,
    /// How many bytes of text the room can hold.
    room: u32,
    /// The index of lines and columns, made when it is first needed.
    index: OnceLock<Arc<Index>>,
}

/// An index that finds lines and columns without reading the whole file again.
#[derive(Debug)]
struct Index {
    /// The first byte of each line.
    lines: Vec<u32>,
    /// The number of scalar values before each block.
    chars: Vec<u32>,
}

/// The size of a block, in bytes.
const BLOCK: usize = 1024;

/// The number of scalar values that start in a text. Continuation bytes, `0b10xxxxxx`, start none.
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
        // A sum for each block: a column costs at most one block of counting, even in a file that is one long line.
        for block in bytes.chunks(BLOCK) {
            before += chars(block) as u32;
            counts.push(before);
        }
        Self {
            lines,
            chars: counts,
        }
    }

    /// The number of scalar values that start before `byte`.
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

    /// The whole text, for callers that keep it.
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

    /// The range of a line, counted from 0, with its line break.
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

    /// The line and column of a byte of the text, or of its end. A byte after the end is taken for the end.
    #[must_use]
    pub fn position(&self, byte: usize) -> Position {
        let byte = byte.min(self.text.len());
        let (bytes, index) = (self.text.as_bytes(), self.index());
        // The first line starts at 0, so that there always is a line before.
        let line = index.lines.partition_point(|start| *start as usize <= byte);
        let start = index.lines[line - 1] as usize;
        let column = index.chars_before(bytes, byte) - index.chars_before(bytes, start) + 1;
        Position { line, column, byte }
    }

    /// The byte at a line and column, both from 1, the column in Unicode scalar values. One column after the last one
    /// of a line is its end.
    #[must_use]
    pub fn byte(&self, line: usize, column: usize) -> Option<usize> {
        let range = self.line(line.checked_sub(1)?)?;
        // The end of a line is no column of it, whether it is `\n` or `\r\n`.
        let text = self.text.get(range.clone())?.trim_end_matches(['\r', '\n']);
        let ends = text.char_indices().map(|(at, _)| at);
        let column = column.checked_sub(1)?;
        Some(range.start + ends.chain([text.len()]).nth(column)?)
    }
}

/// A position in a file as people count: lines and columns from 1, columns in Unicode scalar values, bytes from 0.
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
    /// The files in the order of their rooms, so that the file of a position is found by bisection.
    rooms: Vec<FileId>,
    /// The first position that no file has ever had.
    free: u32,
}

impl SourceMap {
    /// A map without files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file. Several files may have the same name.
    ///
    /// # Errors
    ///
    /// The text, if the map does not have enough positions left for it. It has 4 GiB.
    pub fn add(
        &mut self,
        name: impl Into<String>,
        text: impl Into<String>,
    ) -> Result<FileId, Arc<String>> {
        self.add_shared(name, Arc::new(text.into()))
    }

    /// Adds a file as [`Self::add`] does, with a text that is shared.
    ///
    /// # Errors
    ///
    /// The same as of [`Self::add`].
    pub fn add_shared(
        &mut self,
        name: impl Into<String>,
        text: Arc<String>,
    ) -> Result<FileId, Arc<String>> {
        let len = text.len();
        let Some((start, room)) = self.take_room(len, len) else {
            return Err(text);
        };
        let id = FileId(self.files.len() as u32);
        self.files.push(SourceFile {
            name: name.into(),
            text,
            start,
            room,
            index: OnceLock::new(),
        });
        self.rooms.push(id);
        Ok(id)
    }

    /// Takes positions that no file has had: as many as wished for, or, where there are not that many, at least as many
    /// as needed. Gives the first of them and their number.
    fn take_room(&mut self, needed: usize, wished: usize) -> Option<(u32, u32)> {
        let start = self.free;
        // The last position is that of `Span::NONE`.
        let left = u32::MAX - 1 - start;
        if needed > left as usize {
            return None;
        }
        let room = u32::try_from(wished).map_or(left, |wished| wished.min(left));
        // One position between files belongs to none, so that the end of a file is not the start of the next.
        self.free = start + room + 1;
        Some((start, room))
    }

    /// Puts another text in the place of a file's text, as an editor does with that of an open buffer.
    ///
    /// The file keeps its number. Spans of all other files keep their meaning; those of this file lose theirs. If the
    /// text has no space in the file's room any more, the file gets a larger one at the end: until it is read again,
    /// old spans of it then belong to nothing.
    ///
    /// # Errors
    ///
    /// The text, if the map does not have enough positions left for it. Nothing is changed then.
    pub fn replace(&mut self, id: FileId, text: impl Into<String>) -> Result<(), Arc<String>> {
        let text = Arc::new(text.into());
        if text.len() > self.files[id.index()].room as usize {
            // Twice of what is needed: a text that grows by a letter at a time moves seldom, and what its rooms take
            // together is bounded by what it needs.
            let Some((start, room)) = self.take_room(text.len(), text.len().saturating_mul(2))
            else {
                return Err(text);
            };
            // The new room is after all others, so that the order of rooms holds when it is pushed at the end.
            self.rooms.retain(|&other| other != id);
            self.rooms.push(id);
            let file = &mut self.files[id.index()];
            (file.start, file.room) = (start, room);
        }
        let file = &mut self.files[id.index()];
        file.text = text;
        // The old index is about the old text.
        file.index = OnceLock::new();
        Ok(())
    }

    /// Adds the files of another map and gives the number of positions that their spans move by, for [`Span::shifted`].
    /// Where the positions of this map do not suffice, it adds as many files as fit; spans of others then belong to
    /// nothing.
    pub fn append(&mut self, other: &Self) -> u32 {
        let (shift, first) = (self.free, self.files.len() as u32);
        let end =
            |file: &SourceFile| u64::from(shift) + u64::from(file.start) + u64::from(file.room);
        // In 64 bits: the sum of two positions may be more than 32 bits hold.
        let fits = |file: &SourceFile| end(file) < u64::from(u32::MAX);
        let count = other.files.iter().take_while(|file| fits(file)).count();
        for file in &other.files[..count] {
            let start = file.start + shift;
            // A file that was replaced has its room after later ones: the greatest end counts.
            self.free = self.free.max(start + file.room + 1);
            self.files.push(SourceFile {
                start,
                ..file.clone()
            });
        }
        let rooms = other.rooms.iter().filter(|id| id.index() < count);
        self.rooms.extend(rooms.map(|id| FileId(id.0 + first)));
        shift
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

    /// The span of a range of bytes in a file; the inverse of [`Self::locate`].
    #[must_use]
    pub fn span(&self, id: FileId, range: Range<usize>) -> Span {
        let file = self.file(id);
        let at = |byte: usize| file.start + byte.min(file.text.len()) as u32;
        Span::new(at(range.start), at(range.end))
    }

    /// The file that a span points into and the range of bytes in it; nothing for [`Span::NONE`].
    ///
    /// Whoever keeps places for longer than a run, as an editor does, keeps these: they stay true when other files
    /// change.
    #[must_use]
    pub fn locate(&self, span: Span) -> Option<(FileId, Range<usize>)> {
        if span.is_none() {
            return None;
        }
        let following = self
            .rooms
            .partition_point(|&id| self.file(id).start <= span.start);
        let id = self.rooms[following.checked_sub(1)?];
        let file = self.file(id);
        let len = file.text.len();
        let start = (span.start - file.start) as usize;
        // A span that ends before it starts counts as empty.
        let end = (span.end.max(span.start) - file.start) as usize;
        // Between the end of the text and that of the room there is nothing: old spans of a replaced text may point
        // there.
        (start <= len).then(|| (id, start..end.min(len)))
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
    #[test]
    fn columns_lead_back_to_bytes() {
        let mut sources = SourceMap::new();
        let id = sources.add("a.wit", "a\u{e9}b\r\n\nc").expect("fits");
        let file = sources.file(id);
        for byte in [0, 1, 3, 4, 6, 7, 8] {
            let Position { line, column, .. } = file.position(byte);
            assert_eq!(file.byte(line, column), Some(byte), "{line}:{column}");
        }
        for (line, column) in [(0, 1), (1, 0), (1, 5), (2, 2), (3, 3), (4, 1)] {
            assert_eq!(file.byte(line, column), None, "{line}:{column}");
        }
    }

    /// A map with three files, and the span of the last letter of each.
    fn three() -> (SourceMap, [FileId; 3], [Span; 3]) {
        let mut sources = SourceMap::new();
        let files = ["one", "two", "three"].map(|text| sources.add(text, text).expect("fits"));
        let spans = files.map(|id| {
            let end = sources.file(id).text().len();
            sources.span(id, end - 1..end)
        });
        (sources, files, spans)
    }

    #[test]
    fn a_replaced_text_moves_no_other_file() {
        let (mut sources, files, spans) = three();
        let numbers: Vec<FileId> = sources.files().map(|(id, _)| id).collect();
        let mut texts = vec!["t".to_owned(), "two".to_owned(), String::new()];
        texts.extend((0..100).map(|len| "x\n".repeat(len)));
        for text in texts {
            sources.replace(files[1], text.as_str()).expect("fits");
            let end = sources.file(files[1]).span().at_end();
            assert_eq!(
                sources.locate(end),
                Some((files[1], text.len()..text.len()))
            );
            let position = sources.file(files[1]).position(text.len());
            assert_eq!(position.line, text.matches('\n').count() + 1);
            for other in [0, 2] {
                let len = sources.file(files[other]).text().len();
                assert_eq!(
                    sources.locate(spans[other]),
                    Some((files[other], len - 1..len))
                );
                assert_eq!(sources.snippet(spans[other]), "e");
            }
            assert!(
                sources
                    .files()
                    .map(|(id, _)| id)
                    .eq(numbers.iter().copied())
            );
        }
        assert_eq!(sources.locate(spans[1]), None, "the file is elsewhere now");
    }

    #[test]
    fn a_text_that_grows_takes_positions_in_proportion_to_its_length() {
        let (mut sources, files, _) = three();
        let mut text = String::new();
        for _ in 0..10_000 {
            text.push('x');
            sources.replace(files[0], text.as_str()).expect("fits");
        }
        assert!(sources.free < 50_000, "{}", sources.free);
    }

    #[test]
    fn files_of_another_map_keep_their_distances() {
        let (mut first, _, _) = three();
        let (mut second, files, spans) = three();
        second.replace(files[1], "a longer text").expect("fits");
        let moved = second.span(files[1], 2..8);
        let shift = first.append(&second);
        assert_eq!(first.files().len(), 6);
        assert_eq!(first.snippet(moved.shifted(shift)), "longer");
        for (index, &(place, text)) in [(spans[0], "e"), (spans[1], ""), (spans[2], "e")]
            .iter()
            .enumerate()
        {
            assert_eq!(first.snippet(place.shifted(shift)), text, "{index}");
        }
        let id = first.add("last", "last").expect("fits");
        assert_eq!(first.snippet(first.file(id).span()), "last");
        assert_eq!(Span::new(u32::MAX - 3, u32::MAX - 2).shifted(9), Span::NONE);
    }
}
