//! Prints tokens in their order, with the comments before them.
//!
//! A comment keeps its place: between the same two tokens, on a line of its own if it was, and at the end of a line if it
//! was there.

use super::layout::Document;
use super::tokens::{Note, Piece, pieces};
use crate::ast::{File, Nodes};
use crate::generated::tokens::Kind;

/// What stands between two tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    None,
    Space,
    /// Nothing, or the end of a line.
    Soft,
    /// A space, or the end of a line.
    Line,
    /// The end of a line.
    Hard(Blank),
}

/// Whether a line is left free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Blank {
    Never,
    /// Not at the start of a block, but after comments there.
    First,
    /// If there was one.
    Keep,
    Always,
}

/// The state of printing: the next token, and what stands before it.
pub(super) struct Printer<'s> {
    text: &'s str,
    base: u32,
    pub(super) nodes: &'s Nodes<'s>,
    pieces: Vec<Piece>,
    notes: Vec<Note<'s>>,
    at: usize,
    /// Whether the comments before the next token are printed already.
    led: bool,
    /// What comes before the next token.
    pub(super) gap: Gap,
    indent: usize,
    /// Whether a comment ended the line within an item.
    continued: bool,
    document: Document<'s>,
}

impl<'s> Printer<'s> {
    pub(super) fn new(file: &'s File<'s>) -> Self {
        let (text, base) = (file.text, file.span.start);
        let (pieces, notes) = pieces(text, base);
        Self {
            text,
            base,
            nodes: &file.nodes,
            pieces,
            notes,
            at: 0,
            led: false,
            gap: Gap::Hard(Blank::First),
            indent: 0,
            continued: false,
            document: Document::default(),
        }
    }

    pub(super) fn finish(mut self) -> String {
        // What the tree does not know of is no part of valid text; should it be, it is kept.
        while self.kind().is_some() {
            self.token();
            self.space();
        }
        self.comments();
        self.document.print()
    }

    /// What the next token is.
    pub(super) fn kind(&self) -> Option<Kind> {
        self.pieces.get(self.at).and_then(|piece| piece.kind)
    }

    fn is_bare(&self) -> bool {
        self.pieces
            .get(self.at)
            .is_none_or(|piece| piece.notes.is_empty())
    }

    /// Prints the next token.
    pub(super) fn token(&mut self) {
        self.comments();
        let Some(piece) = self
            .pieces
            .get(self.at)
            .filter(|piece| piece.kind.is_some())
        else {
            return;
        };
        let (range, lines) = (piece.range.clone(), piece.lines_before);
        self.gap(lines);
        self.document.text(self.text.get(range).unwrap_or_default());
        self.at += 1;
        (self.led, self.continued, self.gap) = (false, false, Gap::None);
    }

    /// Prints tokens up to a global position, with nothing between them.
    pub(super) fn tokens_to(&mut self, end: u32) {
        let end = (end - self.base) as usize;
        while self
            .pieces
            .get(self.at)
            .is_some_and(|piece| piece.kind.is_some() && piece.range.start < end)
        {
            self.token();
        }
    }

    /// `name: `
    pub(super) fn name_and_colon(&mut self) {
        self.token();
        self.token();
        self.space();
    }

    /// Leaves a space before the next token.
    pub(super) fn space(&mut self) {
        if self.gap == Gap::None {
            self.gap = Gap::Space;
        }
    }

    /// Prints what stands before a token or comment that is `lines` line ends away from what is before it.
    fn gap(&mut self, lines: u8) {
        let indent = self.indent + usize::from(self.continued);
        match self.gap {
            Gap::None => {}
            Gap::Space => self.document.text(" "),
            Gap::Soft => self.document.line("", indent),
            Gap::Line => self.document.line(" ", indent),
            Gap::Hard(blank) => {
                let blank = blank == Blank::Always || (blank == Blank::Keep && lines > 1);
                self.document.hard(blank, indent);
            }
        }
    }

    /// Makes the line end before what comes next.
    fn end_line(&mut self) {
        match self.gap {
            Gap::Hard(_) => {}
            Gap::Soft | Gap::Line => self.gap = Gap::Hard(Blank::Never),
            Gap::None | Gap::Space => {
                self.gap = Gap::Hard(Blank::Never);
                self.continued = true;
            }
        }
    }

    /// Prints the comments before the next token.
    pub(super) fn comments(&mut self) {
        if std::mem::replace(&mut self.led, true) || self.is_bare() {
            return;
        }
        let range = self.pieces[self.at].notes.clone();
        // Taken out while they are printed, which changes the printer.
        let notes = std::mem::take(&mut self.notes);
        let behind = self.at_line_end(&notes[range.clone()]);
        let (trailing, leading) = notes[range].split_at(behind);
        for note in trailing {
            self.document.aside(" ");
            self.document.aside(note.text);
        }
        if !trailing.is_empty() {
            self.end_line();
            if self.gap == Gap::Hard(Blank::First) {
                self.gap = Gap::Hard(Blank::Keep);
            }
        }
        for note in leading {
            self.comment(note);
        }
        self.notes = notes;
    }

    /// How many of these comments stand at the end of the line of the token before.
    fn at_line_end(&self, notes: &[Note<'_>]) -> usize {
        if self.at == 0 {
            return 0;
        }
        // A comment is at the end of the line only if nothing but comments is between.
        let joined = notes
            .iter()
            .take_while(|note| note.lines_before == 0)
            .count();
        notes[..joined]
            .iter()
            .position(|note| note.ends_line)
            .map_or(0, |last| last + 1)
    }

    fn comment(&mut self, note: &Note<'s>) {
        if note.lines_before > 0 {
            self.end_line();
        }
        let previous = self
            .at
            .checked_sub(1)
            .and_then(|before| self.pieces[before].kind);
        let opens = matches!(
            previous,
            Some(Kind::LeftParen | Kind::Less | Kind::LeftBrace)
        );
        if self.gap == Gap::None && !opens {
            self.gap = Gap::Space;
        }
        let outer = self.gap;
        self.gap(note.lines_before);
        self.document.text(note.text);
        if note.ends_line {
            self.gap = match outer {
                Gap::Hard(Blank::First | Blank::Keep | Blank::Always) => Gap::Hard(Blank::Keep),
                Gap::None | Gap::Space => {
                    self.continued = true;
                    Gap::Hard(Blank::Never)
                }
                Gap::Soft | Gap::Line | Gap::Hard(Blank::Never) => Gap::Hard(Blank::Never),
            };
            return;
        }
        // Between a comment and what closes or separates there is no space, as after any other
        // word.
        let closes = matches!(
            self.kind(),
            Some(Kind::RightParen | Kind::Greater | Kind::Comma | Kind::Semicolon | Kind::Colon)
        );
        self.gap = if closes { Gap::None } else { Gap::Space };
    }

    /// Prints `count` elements in brackets, `(a, b)`, with one on each line if they are too long for one. With `space`
    /// there is one within the brackets; `comma` says whether a comma may stand after the last element.
    pub(super) fn list(
        &mut self,
        space: bool,
        comma: bool,
        count: usize,
        mut element: impl FnMut(&mut Self, usize),
    ) {
        self.token();
        // Empty brackets stay together, unless a comment is in them.
        if count == 0 && self.is_bare() {
            self.token();
            return;
        }
        let inside = if space { Gap::Line } else { Gap::Soft };
        self.document.open();
        self.indent += 1;
        self.gap = inside;
        for index in 0..count {
            element(self, index);
            if index + 1 < count {
                self.token();
                self.gap = Gap::Line;
            } else if comma {
                self.document.if_broken(",");
            }
        }
        self.comments();
        self.indent -= 1;
        self.continued = false;
        self.gap = if matches!(self.gap, Gap::Hard(_)) {
            Gap::Hard(Blank::Never)
        } else {
            inside
        };
        self.gap(0);
        self.gap = Gap::None;
        self.document.close();
        self.token();
    }

    /// Prints items in braces, on lines of their own.
    pub(super) fn block(&mut self, contents: impl FnOnce(&mut Self)) {
        self.space();
        self.token();
        if self.kind() == Some(Kind::RightBrace) && self.is_bare() {
            self.token();
            return;
        }
        self.indent += 1;
        self.gap = Gap::Hard(Blank::First);
        contents(self);
        self.comments();
        self.indent -= 1;
        self.continued = false;
        self.gap = Gap::Hard(Blank::Never);
        self.token();
    }

    /// Prints `count` elements in braces, each on a line of its own with a comma after it.
    pub(super) fn members(&mut self, count: usize, mut element: impl FnMut(&mut Self, usize)) {
        self.block(|printer| {
            for index in 0..count {
                element(printer, index);
                if index + 1 < count {
                    printer.token();
                } else {
                    printer.document.text(",");
                }
                printer.next_line();
            }
        });
    }

    /// Ends the line after an item; a free line before the next one is kept.
    pub(super) fn next_line(&mut self) {
        self.gap = Gap::Hard(Blank::Keep);
    }
}
